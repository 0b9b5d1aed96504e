import type { Agency, Item, Report } from './agency.ts';
import { HOUR_MS, type Instant } from './calendar.ts';
import type { Command, ReportCommand } from './command.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Actor } from './entry.ts';
import type { ChatRef, EventOf, Status } from './event.ts';
import { statusOf } from './item.ts';
import { known } from './known.ts';
import { mayReport } from './permission.ts';
import type { Refusal } from './refusal.ts';

const UNDO_WITHIN_MS = 24 * HOUR_MS;

/** Keeps what a member told of one or more items; one item refused refuses all. */
export function report(agency: Agency, command: ReportCommand): Decision {
  const events: EventOf<'item-reported'>[] = [];
  for (const { item: id, status, percent } of command.items) {
    const item = known(agency.items, id);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const no = refuseReport(agency, item, status, command);
    if (no !== null) return refuse(no);
    events.push({
      type: 'item-reported',
      v: 1,
      item: id,
      report: command.report,
      status,
      ...(percent === undefined ? {} : { percent }),
      ...(command.note === undefined ? {} : { note: command.note }),
      chat: command.chat,
    });
  }
  return accept(...events);
}

function refuseReport(agency: Agency, item: Item, wanted: Status, command: ReportCommand): Refusal | null {
  const stranger = strangerRefusal(agency, command.by);
  if (stranger !== null) return stranger;
  const closed = closedRefusal(agency, item);
  if (closed !== null) return closed;
  if (command.by.kind === 'member') {
    const member = known(agency.members, command.by.member);
    if (member === undefined || !mayReport(member, item)) {
      return { kind: 'not-your-item', item: item.id, divisions: item.divisions };
    }
  }
  // Pressing the same button twice is no reason to ask: only an answer that would change something newer is stale.
  const present = statusOf(item);
  const stale = command.drawnFrom !== undefined && item.touched > command.drawnFrom && present !== wanted;
  return stale ? { kind: 'stale', item: item.id, present } : null;
}

/**
 * Takes back the speaker's own newest report in this chat (the whole message), the report of a button, or his newest of
 * each named item, for 24 hours. Refused with who and when if someone else reported on an item since.
 */
export function undo(agency: Agency, command: Extract<Command, { type: 'undo' }>, now: Instant): Decision {
  const stranger = strangerRefusal(agency, command.by);
  if (stranger !== null) return refuse(stranger);
  const own = ownReports(agency, command);
  if (own.length === 0) return refuse({ kind: 'nothing-to-undo' });
  for (const { item, report } of own) {
    const closed = closedRefusal(agency, item);
    if (closed !== null) return refuse(closed);
    if (now - report.kept > UNDO_WITHIN_MS) return refuse({ kind: 'too-late-to-undo', at: report.kept });
    const since = changedSince(item, report);
    if (since !== undefined)
      return refuse({ kind: 'changed-since', item: item.id, by: since.by, at: since.at });
  }
  return accept(
    ...own.map(({ item, report }) => ({
      type: 'report-undone' as const,
      v: 1 as const,
      item: item.id,
      report: report.id,
    })),
  );
}

/** Someone else's report that came later and counts: one that was older when it came is history and bars nothing. */
function changedSince(item: Item, report: Report): Report | undefined {
  const later = item.reports.slice(item.reports.indexOf(report) + 1);
  return later.findLast((other) => other.undone === null && other.by !== report.by && other.at >= report.at);
}

function strangerRefusal(agency: Agency, by: Actor): Refusal | null {
  if (by.kind === 'console') return null;
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  return member === undefined ? { kind: 'not-a-member' } : null;
}

function closedRefusal(agency: Agency, item: Item): Refusal | null {
  const plan = agency.plans[item.year];
  return plan?.state === 'open'
    ? null
    : { kind: 'plan-not-open', year: item.year, state: plan?.state ?? 'draft' };
}

interface OwnReport {
  readonly item: Item;
  readonly report: Report;
}

function ownReports(agency: Agency, command: Extract<Command, { type: 'undo' }>): OwnReport[] {
  const { by, chat, at, what } = command;
  const speaker = by.kind === 'member' ? by.member : null;
  const mine = Object.values(agency.items).flatMap((item) => {
    // One message may have told an item twice: it is taken back once.
    const reports = new Map(
      item.reports
        .filter((report) => report.undone === null && report.by === speaker && report.at <= at)
        .map((report) => [report.id, report]),
    );
    return [...reports.values()].map((report) => ({ item, report }));
  });
  const newest = (among: readonly OwnReport[]) => [...among].sort(byAge).at(-1);
  switch (what.kind) {
    case 'report':
      return mine.filter(({ report }) => report.id === what.report);
    case 'newest': {
      const last = newest(mine.filter(({ report }) => sameChat(report.chat, chat)));
      return mine.filter(({ report }) => report.id === last?.report.id);
    }
    case 'items':
      return what.items.flatMap((id) => newest(mine.filter(({ item }) => item.id === id)) ?? []);
  }
}

/** Messages kept in one commit share `kept`; then their own times decide. */
function byAge(a: OwnReport, b: OwnReport): number {
  return a.report.kept - b.report.kept || a.report.at - b.report.at || a.item.touched - b.item.touched;
}

function sameChat(a: ChatRef, b: ChatRef): boolean {
  if (a === 'direct' || b === 'direct') return a === b;
  return a.group === b.group;
}
