/**
 * Items several divisions share: each answers for its own part, and whoever looks sees the part that is his. `Whose`
 * says whose: one division's, several together, or null = the whole.
 */
import type { Agency, Item, Member, Report } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Actor } from './entry.ts';
import type { Status } from './event.ts';
import { presentReport, presentReportIn, statusIn } from './item.ts';
import { known } from './known.ts';
import { divisionsOf, holds } from './permission.ts';
import { receiversOf } from './receivers.ts';

export type Whose = string | readonly string[] | null;

export function isShared({ divisions }: Pick<Item, 'divisions'>): boolean {
  return divisions.length > 1;
}

/** The divisions of the item that are meant, in its own order; all of them when none is, or none of those meant owns it. */
export function partsOf({ divisions }: Pick<Item, 'divisions'>, whose: Whose): readonly string[] {
  if (whose === null) return divisions;
  const codes = typeof whose === 'string' ? [whose] : whose;
  const mine = divisions.filter((code) => codes.includes(code));
  return mine.length === 0 ? divisions : mine;
}

/** True when it belongs to one of them; everything does to null. */
export function isOf({ divisions }: Pick<Item, 'divisions'>, whose: Whose): boolean {
  if (whose === null) return true;
  return typeof whose === 'string'
    ? divisions.includes(whose)
    : divisions.some((code) => whose.includes(code));
}

/** How these parts stand together: done when all are, not started while none has begun. */
export function statusFor(item: Item, whose: Whose, asOf?: Instant): Status {
  const [first, ...others] = partsOf(item, whose).map((code) => statusIn(item, code, asOf));
  if (first === undefined) return presentReport(item, asOf)?.status ?? 'not_started';
  return others.every((status) => status === first) ? first : 'in_progress';
}

/** The percentage told of these parts; absent where each was told of by itself: it would be that of one of them. */
export function percentFor(item: Item, whose: Whose, asOf?: Instant): number | undefined {
  const [first, ...others] = partsOf(item, whose).map((code) => presentReportIn(item, code, asOf));
  if (first === undefined) return presentReport(item, asOf)?.percent;
  return others.every((report) => report === first) ? first?.percent : undefined;
}

/** The report told last of any of these parts. */
export function reportFor(item: Item, whose: Whose, asOf?: Instant): Report | null {
  const parts = partsOf(item, whose);
  if (parts.length === 0) return presentReport(item, asOf);
  const told = parts.flatMap((code) => presentReportIn(item, code, asOf) ?? []);
  return told.reduce<Report | null>(
    (newest, one) => (newest === null || one.at >= newest.at ? one : newest),
    null,
  );
}

/** Each division's part, in the item's order. */
export function standings(
  item: Item,
  asOf?: Instant,
): { readonly division: string; readonly status: Status; readonly percent: number | undefined }[] {
  return item.divisions.map((division) => ({
    division,
    status: statusIn(item, division, asOf),
    percent: presentReportIn(item, division, asOf)?.percent,
  }));
}

/**
 * Whose part of a shared item somebody tells of: of those he names, where he may speak for all (a coordinator, the
 * terminal), else that of his own divisions. Null = the whole: it is not shared, or he names none and belongs to none.
 */
export function partTold(
  agency: Agency,
  by: Actor,
  item: Item,
  named: readonly string[] = [],
): readonly string[] | null {
  if (!isShared(item)) return null;
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  const codes = named.length > 0 || member === undefined ? named : divisionsFor(agency, member, item);
  const part = item.divisions.filter((code) => codes.includes(code));
  return part.length === 0 || part.length === item.divisions.length ? null : part;
}

/** His own divisions; of somebody from elsewhere, those he is reminded for now, in another's place. */
function divisionsFor(agency: Agency, member: Member, item: Item): readonly string[] {
  const own = divisionsOf(member);
  if (holds(member, 'coordinator') || own.some((code) => item.divisions.includes(code))) return own;
  return item.divisions.filter((code) => receiversOf(agency, item, code).some(({ id }) => id === member.id));
}
