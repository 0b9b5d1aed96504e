import type { Agency, Item, Report } from './agency.ts';
import { HOUR_MS, type Instant } from './calendar.ts';
import type { Command, ReportCommand } from './command.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Actor } from './entry.ts';
import type { ChatRef, EventOf, Status } from './event.ts';
import { statusOf } from './item.ts';
import { mayReport } from './permission.ts';
import type { Refusal } from './refusal.ts';

const UNDO_WITHIN_MS = 24 * HOUR_MS;

/** Keeps what a member told of one or more items; one item refused refuses all. */
export function report(agency: Agency, command: ReportCommand): Decision {
  const events: EventOf<'item-reported'>[] = [];
  for (const { item: id, status, percent } of command.items) {
    const item = agency.items[id];
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
  const plan = agency.plans[item.year];
  if (plan?.state !== 'open')
    return { kind: 'plan-not-open', year: item.year, state: plan?.state ?? 'draft' };
  if (command.by.kind !== 'console') {
    const member = command.by.kind === 'member' ? agency.members[command.by.member] : undefined;
    if (member === undefined) return { kind: 'not-a-member' };
    if (!mayReport(member, item)) return { kind: 'not-your-item', item: item.id, divisions: item.divisions };
  }
  // Pressing the same button twice is no reason to ask: only an answer that would change something newer is stale.
  const present = statusOf(item);
  const stale = command.drawnFrom !== undefined && item.touched > command.drawnFrom && present !== wanted;
  return stale ? { kind: 'stale', item: item.id, present } : null;
}

/**
 * Takes back the speaker's own newest report in this chat, or of the named item, for 24 hours; all items of one message
 * together. Refused with who and when if someone else reported on the item since.
 */
export function undo(agency: Agency, command: Extract<Command, { type: 'undo' }>, now: Instant): Decision {
  const own = ownNewest(agency, command.by, command.chat, command.item);
  if (own === null) return refuse({ kind: 'nothing-to-undo' });
  if (now - own.report.kept > UNDO_WITHIN_MS)
    return refuse({ kind: 'too-late-to-undo', at: own.report.kept });
  const items = Object.values(agency.items).filter(
    (item) =>
      (command.item === null || item.id === command.item) &&
      item.reports.some((report) => report.id === own.report.id && report.undone === null),
  );
  for (const item of items) {
    const index = item.reports.findIndex((report) => report.id === own.report.id);
    const since = item.reports
      .slice(index + 1)
      .findLast((later) => later.undone === null && later.by !== own.report.by);
    if (since !== undefined)
      return refuse({ kind: 'changed-since', item: item.id, by: since.by, at: since.at });
  }
  return accept(
    ...items.map((item) => ({
      type: 'report-undone' as const,
      v: 1 as const,
      item: item.id,
      report: own.report.id,
    })),
  );
}

function ownNewest(
  agency: Agency,
  by: Actor,
  chat: ChatRef,
  itemId: string | null,
): { readonly item: Item; readonly report: Report } | null {
  const speaker = by.kind === 'member' ? by.member : null;
  let newest: { item: Item; report: Report } | null = null;
  for (const item of Object.values(agency.items)) {
    if (itemId !== null && item.id !== itemId) continue;
    for (const report of item.reports) {
      if (report.undone !== null || report.by !== speaker) continue;
      if (itemId === null && !sameChat(report.chat, chat)) continue;
      if (newest === null || report.kept >= newest.report.kept) newest = { item, report };
    }
  }
  return newest;
}

function sameChat(a: ChatRef, b: ChatRef): boolean {
  if (a === 'direct' || b === 'direct') return a === b;
  return a.group === b.group;
}
