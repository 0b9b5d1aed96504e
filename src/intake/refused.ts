/** Why a file is not read: a reason a person can be told, never an exception. */
export const REFUSED_FILES = [
  'empty',
  'too-big',
  'unpacks-too-big',
  'macros',
  'password',
  'old-office',
  'pdf',
  'picture',
  'wrong-type',
  'damaged',
  'no-plan',
  'too-slow',
  'too-much-memory',
] as const;

export type RefusedFile = (typeof REFUSED_FILES)[number];

export interface Refused {
  readonly ok: false;
  readonly refused: RefusedFile;
  /** What was seen, for the log and for the words: a size, a file kind, the headers of a table of something else. */
  readonly detail: string;
}

export function refuse(refused: RefusedFile, detail = ''): Refused {
  return { ok: false, refused, detail };
}
