/** Reading what measures, O-items and indicator plans share: owners, period, follow-up, status; doubts are found. */
import { squeeze } from './compare.ts';
import { type DivisionNames, type NamedOwner, readOwners } from './divisions.ts';
import type { DraftFollowUp, DraftPeriod } from './draft.ts';
import type { Findings } from './finding.ts';
import { readFollowUp } from './follow-up.ts';
import { oneLine } from './list.ts';
import { readPeriod } from './period.ts';
import type { ReadStatus } from './status.ts';

/** Where something was read, for its findings. */
export interface Place {
  readonly line: number;
  /** `measures[2]` */
  readonly item: string;
}

/** What is known from outside the cell. */
export interface Context {
  /** The plan's fiscal year (BE), when known: it gives months their year. */
  readonly fiscalYear: number | null;
  /** The office's own divisions, when known. */
  readonly divisions: readonly DivisionNames[];
  readonly findings: Findings;
}

const LONG_CELL = 120;

/** The divisions of a cell. A long text that merely mentions one is not taken for an owner. */
export function ownersOf(cell: string, place: Place, context: Context): NamedOwner[] {
  const { findings } = context;
  const field = `${place.item}.responsible`;
  const text = cell.replace(/[☐☑]/g, ' ').trim();
  if (/^[-–—.\s]*$/.test(text)) {
    findings.doubt(place.line, field, 'no-division', '');
    return [];
  }
  const { owners, unknown } = readOwners(text, context.divisions);
  const strange = unknown.reduce((sum, piece) => sum + piece.text.length, 0);
  const mentionedOnly = squeeze(text).length > LONG_CELL && strange * 2 > squeeze(text).length;
  if (owners.length === 0 || mentionedOnly) {
    const maybe = unknown.find((piece) => piece.maybe !== null)?.maybe ?? owners[0]?.name ?? null;
    findings.doubt(
      place.line,
      field,
      unknown.some((p) => p.isDivision) ? 'unknown-division' : 'no-division',
      text,
      maybe,
    );
    return [];
  }
  for (const piece of unknown) {
    const why = piece.isDivision ? 'unknown-division' : 'not-a-division';
    findings.doubt(place.line, field, why, piece.text, piece.maybe);
  }
  return [...owners];
}

export function periodOf(cell: string, place: Place, context: Context): DraftPeriod {
  const field = `${place.item}.period`;
  const { start, end, doubts } = readPeriod(cell, context.fiscalYear);
  for (const { why, maybe } of doubts) context.findings.doubt(place.line, field, why, cell, maybe);
  const year = context.fiscalYear;
  if (
    year !== null &&
    ((end !== null && end < `${year - 544}-10-01`) || (start !== null && start > `${year - 543}-09-30`))
  )
    context.findings.doubt(place.line, field, 'outside-plan-year', cell);
  return { asWritten: orNull(cell), start, end };
}

export function followUpOf(cell: string, place: Place, context: Context): DraftFollowUp {
  const { cadence, dueDate, reportMonths, doubt, maybe } = readFollowUp(cell);
  if (doubt !== null) context.findings.doubt(place.line, `${place.item}.followUp`, doubt, cell, maybe);
  return { asWritten: orNull(cell), cadence, dueDate, reportMonths };
}

/** The one state all say that say one; an unclear one, or two that differ, are found and not guessed. */
export function statusOf(reads: readonly ReadStatus[], place: Place, context: Context): ReadStatus {
  const clear = reads.filter(({ status }) => status !== null);
  const states = new Set(clear.map(({ status }) => status));
  const [first] = clear;
  if (first !== undefined && states.size === 1) {
    // Given up is no state an item is tracked in: a person decides what becomes of it.
    if (first.status === 'cancelled')
      context.findings.doubt(place.line, `${place.item}.status`, 'unclear-status', first.asWritten ?? '');
    return first;
  }
  const both = clear.map(({ asWritten }) => asWritten).join(' / ');
  const unclear = states.size > 1 ? { asWritten: both, unclear: true } : reads.find((read) => read.unclear);
  if (unclear !== undefined)
    context.findings.doubt(place.line, `${place.item}.status`, 'unclear-status', unclear.asWritten ?? '');
  return { status: null, asWritten: unclear?.asWritten ?? null, unclear: unclear !== undefined };
}

/** Text on one line, or null when there is none. */
export function orNull(text: string): string | null {
  const flat = oneLine(text);
  return flat === '' ? null : flat;
}
