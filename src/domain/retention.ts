/**
 * What is kept of a person, and how long: the one table that the answer in chat, `/privacy` and the job go by. The words
 * for it stand in `chat/words-privacy.ts` and `papers/words-privacy.ts`, by the same names.
 */
const DAY_MS = 86_400_000;

/** How long a thing is kept: as long as he is a member, for good without his name, or days after it is over. */
export type Span = 'while-member' | 'for-good' | { readonly days: number };

export const KEPT = {
  /** Name, roles, LINE id: who may report what, and where reminders go. The LINE id goes the day he leaves. */
  identity: 'while-member',
  /**
   * After he left, so that the history of the year's plan and of its assessment, which comes months after the year, can be
   * read: who told what is of use to those who answer for it now.
   */
  leaverName: { days: 365 },
  /** What he did and when, by a number that nothing leads back from once his name is gone: the office's record. */
  acts: 'for-good',
  /**
   * Notes, reasons and links, after the plan of their year was closed. Five years is what the rules of the Office of the
   * Prime Minister on paperwork (งานสารบรรณ พ.ศ. 2526 ข้อ 57) ask of copies whose original lies elsewhere in the office.
   */
  texts: { days: 5 * 365 + 1 },
  /** Somebody showed a general code and nobody let him in. */
  request: { days: 30 },
  /** That he was refused, so that he cannot ask again and again: a hash of his LINE id, no name. */
  refusal: { days: 7 },
  /** A file not read yet, and a preview nobody confirmed. */
  document: { days: 7 },
  draft: { days: 7 },
  /** Whom an invite was made for, after it expired; a used one keeps no name. */
  code: { days: 30 },
  /** That a message was sent, after it was made: its words and his LINE id go as soon as it is sent or given up. */
  message: { days: 90 },
  /** LINE's number of an event, so that the same one is not taken twice. */
  seen: { days: 30 },
  /** The daily copy of everything, on the same machine. After an erasure the older ones go at once. */
  copy: { days: 14 },
} as const satisfies Readonly<Record<string, Span>>;

export type KeptThing = keyof typeof KEPT;

type Ending = {
  [Thing in KeptThing]: (typeof KEPT)[Thing] extends { readonly days: number } ? Thing : never;
}[KeptThing];

/** How long, in milliseconds. */
export function keptMs(thing: Ending): number {
  return KEPT[thing].days * DAY_MS;
}
