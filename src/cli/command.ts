/** What a command of `ita` is. Each has `--help` and `--json`; with `--json` stdout is only JSON. */
import type { ParseArgsConfig } from 'node:util';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** The words after the command's name. A string option given once is a string; `multiple` ones are lists. */
export interface Input {
  readonly files: readonly string[];
  text(option: string): string | undefined;
  list(option: string): readonly string[];
  flag(option: string): boolean;
}

/** What a command did. `code`: 0 done, 1 refused, 2 wrong use. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  /** What was asked for, for stdout. */
  readonly lines: readonly string[];
  /** Why it was not done, for stderr. */
  readonly problem?: string;
  readonly json: unknown;
}

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a person writes while a command runs. */
  input(): NodeJS.ReadableStream & { readonly isTTY?: boolean };
  out(line: string): void;
  err(line: string): void;
  /** Resolves when the process is asked to end (SIGINT, SIGTERM). */
  untilStopped(): Promise<void>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What stands behind the name in the usage line. */
  readonly usage: string;
  readonly options: Options;
  /** How many words that are not options it takes. */
  readonly words: 0 | 1;
  run(input: Input, terminal: Terminal): Promise<Outcome>;
}

/** Wrong use of a command: exit 2, with the sentence and the usage line. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

export function done(lines: readonly string[], json: unknown): Outcome {
  return { code: 0, lines, json };
}

export function refused(why: string): Outcome {
  return { code: 1, lines: [], problem: why, json: { refused: why } };
}

/** @throws WrongUse when the option was not given. */
export function needed(input: Input, option: string): string {
  const value = input.text(option);
  if (value === undefined || value === '') throw new WrongUse(`--${option} is missing.`);
  return value;
}

/** @throws WrongUse when the file was not named. */
export function neededFile(input: Input, what: string): string {
  const [file] = input.files;
  if (file === undefined || file === '') throw new WrongUse(`${what} is missing.`);
  return file;
}
