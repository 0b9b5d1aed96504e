/** What members did to an item, or to its reminders: what a history shows and what undo takes back. */
import type { Agency, Evidence, Extension, Item, Report, Snooze } from './agency.ts';
import { HOUR_MS, type Instant } from './calendar.ts';
import type { Actor } from './entry.ts';
import type { ChatRef, DomainEvent } from './event.ts';
import { partsOf, partTold } from './part.ts';

/** How long after it was kept an act can be taken back. */
export const UNDO_WITHIN_MS = 24 * HOUR_MS;

/** One act on an item; `act.undone` says whether and when it was taken back. */
export type ItemAct =
  | { readonly kind: 'report'; readonly act: Report }
  | { readonly kind: 'evidence'; readonly act: Evidence }
  | { readonly kind: 'extension'; readonly act: Extension };

/** Something one person did and may take back. What one message did has one id in all its acts. */
export type OwnAct = (ItemAct & { readonly item: Item }) | { readonly kind: 'snooze'; readonly act: Snooze };

/** A later date he granted or refused, in 1:1. The request has a history of its own; this is only what may be taken back. */
export interface OwnDecision {
  readonly kind: 'decision';
  readonly item: Item;
  readonly act: Pick<Extension, 'id' | 'by' | 'at' | 'kept' | 'chat'> & {
    /** The request decided; who asked and who decided may be one. */
    readonly extension: string;
  };
}

/** What an undo button of a decision means: not the request, which the asker takes back. */
export function decisionId(extension: string): string {
  return `decided ${extension}`;
}

/** Everything done to an item in the order it happened (`at`), what was taken back included and marked `undone`. */
export function historyOf(item: Item): ItemAct[] {
  return actsOf(item).sort((a, b) => a.act.at - b.act.at || a.act.kept - b.act.kept);
}

/**
 * What the speaker did by `until` and nobody took back, the oldest first; per item and kind each message once. What a
 * document stated goes with its import only (`undo-import`).
 */
export function ownActs(agency: Agency, by: Actor, until: Instant = Number.POSITIVE_INFINITY): OwnAct[] {
  const speaker = by.kind === 'member' ? by.member : null;
  const ofItems = Object.values(agency.items).flatMap((item) => {
    const own = actsOf(item).filter(
      ({ act }) => act.undone === null && act.by === speaker && act.at <= until && !isStated(act),
    );
    // One message may have told an item twice: it is taken back once.
    const once = new Map(own.map((one) => [`${one.kind} ${one.act.id}`, { ...one, item }]));
    return [...once.values()];
  });
  const snoozes = agency.snoozes.filter(({ member, at }) => member === speaker && at <= until);
  return [...ofItems, ...snoozes.map((act) => ({ kind: 'snooze' as const, act }))].sort(byAge);
}

/** What the speaker decided by `until`, of requests that stand. */
export function ownDecisions(agency: Agency, by: Actor, until: Instant): OwnDecision[] {
  if (by.kind !== 'member') return [];
  return Object.values(agency.items).flatMap((item) =>
    item.extensions.flatMap(({ id: extension, undone, decided }): OwnDecision[] => {
      if (undone !== null || decided?.by !== by.member || decided.at > until) return [];
      const { at } = decided;
      const act = {
        id: decisionId(extension),
        extension,
        by: by.member,
        at,
        kept: at,
        chat: 'direct' as const,
      };
      return [{ kind: 'decision', item, act }];
    }),
  );
}

/**
 * Someone else's act on the item that came later and counts: one that was older when it came is history, and what another
 * division did about its own part of a shared item changes nothing of this one's.
 */
export function changedSince(
  agency: Agency,
  own: (ItemAct & { readonly item: Item }) | OwnDecision,
): ItemAct | undefined {
  const mine = partsOf(own.item, partDone(agency, own.item, own));
  return historyOf(own.item).findLast(
    (other) =>
      other.act.undone === null &&
      other.act.by !== own.act.by &&
      other.act.at >= own.act.at &&
      cameAfter(own.item, other, own) &&
      (mine.length === 0 ||
        partsOf(own.item, partDone(agency, own.item, other)).some((code) => mine.includes(code))),
  );
}

/**
 * Which divisions' part an act is about: a report says so, a decision is about all, of anything else it is the part of who
 * did it.
 */
function partDone(
  agency: Agency,
  item: Item,
  { kind, act }: ItemAct | OwnDecision,
): readonly string[] | null {
  if (kind === 'report') return act.divisions ?? null;
  if (kind === 'decision') return null;
  return partTold(agency, act.by === null ? { kind: 'console' } : { kind: 'member', member: act.by }, item);
}

/** The entry that takes an act back. */
export function takenBack(own: OwnAct | OwnDecision): DomainEvent {
  const { act } = own;
  switch (own.kind) {
    case 'report':
      return { type: 'report-undone', v: 1, item: own.item.id, report: act.id };
    case 'evidence':
      return { type: 'evidence-undone', v: 1, item: own.item.id, evidence: act.id };
    case 'extension':
      return { type: 'extension-undone', v: 1, item: own.item.id, extension: act.id };
    case 'decision':
      return { type: 'extension-decision-undone', v: 1, item: own.item.id, extension: own.act.extension };
    case 'snooze':
      return { type: 'snooze-undone', v: 1, member: own.act.member, snooze: act.id };
  }
}

export function sameChat(a: ChatRef, b: ChatRef): boolean {
  if (a === 'direct' || b === 'direct') return a === b;
  return a.group === b.group;
}

function isStated(act: ItemAct['act']): boolean {
  return 'from' in act && act.from === 'document';
}

function actsOf(item: Item): ItemAct[] {
  return [
    ...item.reports.map((act) => ({ kind: 'report' as const, act })),
    ...item.evidence.map((act) => ({ kind: 'evidence' as const, act })),
    ...item.extensions.map((act) => ({ kind: 'extension' as const, act })),
  ];
}

/** By place in the ledger; between two kinds, which have a list each, by when they were kept. */
function cameAfter(item: Item, other: ItemAct, own: ItemAct | OwnDecision): boolean {
  if (other.kind !== own.kind) return other.act.kept >= own.act.kept;
  const list: readonly { readonly id: string }[] =
    own.kind === 'report' ? item.reports : own.kind === 'evidence' ? item.evidence : item.extensions;
  return list.indexOf(other.act) > list.indexOf(own.act);
}

/** Messages kept in one commit share `kept`; then their own times decide. */
export function byAge(a: OwnAct | OwnDecision, b: OwnAct | OwnDecision): number {
  return a.act.kept - b.act.kept || a.act.at - b.act.at || touched(a) - touched(b);
}

function touched(own: OwnAct | OwnDecision): number {
  return own.kind === 'snooze' ? 0 : own.item.touched;
}
