/** A report that says an earlier one was meant for other items: `ไม่ใช่ O7 นะ O8`. */
import { changedSince, type OwnAct, ownActs, sameChat, takenBack, UNDO_WITHIN_MS } from './act.ts';
import type { Agency, Evidence, Report } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { ReportCommand } from './command.ts';
import { closedRefusal, strangerRefusal } from './decision.ts';
import type { DomainEvent, Status } from './event.ts';
import { known } from './known.ts';
import type { Refusal } from './refusal.ts';

/** An item with the status it is reported to have. */
export interface Settled {
  readonly item: string;
  readonly status: Status;
  readonly percent?: number | undefined;
}

export interface Correction {
  readonly takenBack: readonly DomainEvent[];
  readonly items: readonly Settled[];
  /** Links that move to another item. */
  readonly moved: readonly { readonly item: string; readonly content: Evidence['content'] }[];
}

/**
 * What a report takes back and what it says of each item. Of every item in `replaces` the speaker's newest report in this
 * chat, not older than 24 hours, goes; a link given in the same message moves, a note does not. An item
 * without a status gets that of the report taken back: the first the first's and so on when there are as many right items
 * as wrong ones, else the one they all share. Where nothing was reported but a link was given, the link moves instead.
 */
export function settle(agency: Agency, command: ReportCommand, now: Instant): Correction | Refusal {
  const wrong = [...new Set(command.replaces)];
  const stranger = wrong.length === 0 ? null : strangerRefusal(agency, command.by);
  if (stranger !== null) return stranger;
  const own = ownActs(agency, command.by);
  const events: DomainEvent[] = [];
  const reports: Report[] = [];
  const links: Evidence[] = [];
  for (const id of wrong) {
    const item = known(agency.items, id);
    if (item === undefined) return { kind: 'no-such-item' };
    const ofItem = own.filter((one) => one.kind !== 'snooze' && one.item === item);
    const recent = ofItem.filter(
      ({ act }) => sameChat(act.chat, command.chat) && now - act.kept <= UNDO_WITHIN_MS,
    );
    const last = newestToCorrect(recent, command);
    if (last === undefined) return { kind: 'nothing-to-correct', item: id };
    const closed = closedRefusal(agency, item);
    if (closed !== null) return closed;
    const since = changedSince(agency, last);
    if (since !== undefined) return { kind: 'changed-since', item: id, by: since.act.by, at: since.act.at };
    const message = ofItem.filter(({ act }) => act.id === last.act.id);
    if (isReport(last)) reports.push(last.act);
    links.push(...message.filter(isEvidence).map(({ act }) => act));
    events.push(...message.map(takenBack));
  }
  // A link given now takes the place of the one that was given with what is corrected.
  const moved = command.evidence === undefined ? movedTo(command.items, links) : [];
  if (reports.length === 0 && links.length > 0 && command.items.every(({ status }) => status === null))
    return { takenBack: events, items: [], moved };
  const items: Settled[] = [];
  for (const [index, { item, status, percent }] of command.items.entries()) {
    const from = command.items.length === reports.length ? reports[index] : shared(reports);
    const settled = status ?? from?.status;
    if (settled === undefined) return { kind: 'nothing-to-correct', item };
    items.push({ item, status: settled, percent: status === null ? (percent ?? from?.percent) : percent });
  }
  return { takenBack: events, items, moved };
}

/** The newest act on the item, whole messages: a report, or a link alone when no status says that a report is meant. */
function newestToCorrect(recent: readonly OwnAct[], command: ReportCommand) {
  const newest = recent.findLast((one) => isReport(one) || isEvidence(one));
  const report = recent.findLast(isReport);
  const statusSaid = command.items.some(({ status }) => status !== null);
  if (newest === undefined || isReport(newest)) return report;
  if (report !== undefined && (statusSaid || report.act.id === newest.act.id)) return report;
  return recent.findLast(isEvidence);
}

/** The first's link to the first when there are as many right items as links, else every link to each. */
function movedTo(items: ReportCommand['items'], links: readonly Evidence[]): Correction['moved'] {
  return items.flatMap(({ item }, index) => {
    const own = links.length === items.length ? links.slice(index, index + 1) : links;
    return own.map(({ content }) => ({ item, content }));
  });
}

/** The one status of all, with their percentage if they share that too. */
function shared(reports: readonly Report[]): Pick<Report, 'status' | 'percent'> | undefined {
  const [first, ...rest] = reports;
  if (first === undefined || rest.some(({ status }) => status !== first.status)) return undefined;
  const samePercent = rest.every(({ percent }) => percent === first.percent);
  return { status: first.status, percent: samePercent ? first.percent : undefined };
}

function isReport(own: OwnAct): own is Extract<OwnAct, { kind: 'report' }> {
  return own.kind === 'report';
}

function isEvidence(own: OwnAct): own is Extract<OwnAct, { kind: 'evidence' }> {
  return own.kind === 'evidence';
}
