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
 * chat, not older than 24 hours, goes, with the link given in the same message; notes and links do not move. An item
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
    const last = recent.findLast(isReport) ?? recent.findLast(isEvidence);
    if (last === undefined) return { kind: 'nothing-to-correct', item: id };
    const closed = closedRefusal(agency, item);
    if (closed !== null) return closed;
    const since = changedSince(last);
    if (since !== undefined) return { kind: 'changed-since', item: id, by: since.act.by, at: since.act.at };
    if (isReport(last)) reports.push(last.act);
    else links.push(last.act);
    events.push(...ofItem.filter(({ act }) => act.id === last.act.id).map(takenBack));
  }
  if (reports.length === 0 && links.length > 0 && command.items.every(({ status }) => status === null)) {
    const moved = command.items.flatMap(({ item }, index) =>
      (links.length === command.items.length ? links.slice(index, index + 1) : links).map(({ content }) => ({
        item,
        content,
      })),
    );
    return { takenBack: events, items: [], moved };
  }
  const items: Settled[] = [];
  for (const [index, { item, status, percent }] of command.items.entries()) {
    const from = command.items.length === reports.length ? reports[index] : shared(reports);
    const settled = status ?? from?.status;
    if (settled === undefined) return { kind: 'nothing-to-correct', item };
    items.push({ item, status: settled, percent: status === null ? (percent ?? from?.percent) : percent });
  }
  return { takenBack: events, items, moved: [] };
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
