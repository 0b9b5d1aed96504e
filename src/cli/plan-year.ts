/** Which fiscal year a command is about. Years are Buddhist. */
import type { Agency } from '../domain/agency.ts';
import { type Input, WrongUse } from './command.ts';

/** The plan's year: `--year`, else that of the agency's only plan. @throws WrongUse */
export function yearMeant(input: Input, { plans }: Agency): number {
  const years = Object.keys(plans).map(Number);
  const [only] = years;
  const year = yearWritten(input) ?? (years.length === 1 ? only : undefined);
  if (year !== undefined) return year;
  throw new WrongUse(
    only === undefined
      ? 'There is no plan yet: bring one in with "import".'
      : `--year is missing; there are plans of: ${years.join(', ')}.`,
  );
}

/** `--year`, a Buddhist year. @throws WrongUse */
export function yearWritten(input: Input): number | undefined {
  const written = input.text('year');
  return written === undefined ? undefined : asYear(written, '--year');
}

/** A Buddhist year as written. @throws WrongUse */
export function asYear(written: string, option: string): number {
  const year = Number(written);
  if (!Number.isInteger(year) || year < 2500 || year > 2700)
    throw new WrongUse(`${option} is a Buddhist year such as 2569.`);
  return year;
}
