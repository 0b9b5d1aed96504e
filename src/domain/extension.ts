/**
 * Who decides that a date may move. A measure of one division: its head. One that several share has one date for all of
 * them, and an O-item past the window of ป.ป.ช. needs a date nobody here can move: those are the coordinator's, who may
 * decide any. Nobody decides his own request, unless he is the only one who could.
 */
import type { Agency, Extension, ExtensionRef, Item, Member } from './agency.ts';
import { finishDue } from './due.ts';
import { isPart, lastExtensions, openExtensions, statusOf } from './item.ts';
import { known } from './known.ts';
import { isShared } from './part.ts';
import { holds } from './permission.ts';
import { coordinators, holding } from './receivers.ts';

/** A later date asked for of an item. */
export interface Wish {
  readonly item: Item;
  readonly asked: Extension;
}

/** What the ledger calls them. */
export function refsOf(wishes: readonly Wish[]): ExtensionRef[] {
  return wishes.map(({ item, asked }) => ({ item: item.id, extension: asked.id }));
}

/** The items of a request that was not taken back. */
export function requestsOf(agency: Agency, extension: string): Wish[] {
  return Object.values(agency.items).flatMap((item) =>
    item.extensions
      .filter(({ id, undone }) => id === extension && undone === null)
      .map((asked) => ({ item, asked })),
  );
}

/** Everything that waits for this member's decision, what was asked first first: of open plans, not done, dated. */
export function requestsFor(agency: Agency, member: string): Wish[] {
  return waiting(agency).filter(({ item, asked }) => mayDecide(agency, member, item, asked));
}

/** Every request nobody has decided yet, whoever may. */
export function waiting(agency: Agency): Wish[] {
  return wishedItems(agency)
    .flatMap((item) => waitingFor(agency, item).map((asked) => ({ item, asked })))
    .sort((a, b) => a.asked.at - b.asked.at);
}

/** The requests for one item that nobody has decided: one for a date that is no later any more asks for nothing. */
export function waitingFor(agency: Agency, item: Item): Extension[] {
  const open = openExtensions(item);
  const due = open.length === 0 ? null : finishDue(agency, item);
  return due === null ? [] : open.filter(({ until }) => until > due);
}

/**
 * What members are still to be told by themselves, by member: heads LINE reaches what waits for them (coordinators see
 * theirs with all else that does), who had asked what somebody else decided, or that it waits again. Each is told once,
 * whenever he came to be the one to tell; of several requests of one member for an item the last counts.
 */
export function untoldExtensions(agency: Agency): Map<string, Wish[]> {
  const found = new Map<string, Wish[]>();
  const owe = (wish: Wish, member: Member | undefined) => {
    if (member === undefined || knows(wish.asked, member.id)) return;
    found.set(member.id, [...(found.get(member.id) ?? []), wish]);
  };
  for (const wish of waiting(agency)) {
    const deciders = decidersOf(agency, wish.item, wish.asked);
    for (const member of deciders) if (!holds(member, 'coordinator')) owe(wish, member);
  }
  for (const item of wishedItems(agency)) {
    for (const asked of lastExtensions(item)) {
      const asker = asked.by === null ? undefined : known(agency.members, asked.by);
      const own = asked.decided !== null && asked.decided.by === asked.by;
      if (!own && asker?.reachable) owe({ item, asked }, asker);
    }
  }
  return found;
}

/**
 * True when a member was told how it stands: a head that it waits, who had asked that it is decided. Who asked and believes it
 * decided while it waits again does not know.
 */
export function knows({ by, decided, told }: Extension, member: string): boolean {
  return told.includes(member) === (member !== by || decided !== null);
}

/** Items of open plans that are not done and of which a later date was ever asked for. */
function wishedItems(agency: Agency): Item[] {
  return Object.values(agency.items).filter(
    (item) =>
      item.extensions.length > 0 &&
      isPart(item) &&
      agency.plans[item.year]?.state === 'open' &&
      statusOf(item) !== 'done',
  );
}

export function mayDecide(agency: Agency, member: string, item: Item, asked: Extension): boolean {
  const who = known(agency.members, member);
  if (who === undefined) return false;
  if (asked.by !== member)
    return holds(who, 'coordinator') || headsOf(agency, item, asked).some(({ id }) => id === member);
  return holds(who, 'coordinator') && decidersOf(agency, item, asked).length === 0;
}

/** Who is to decide, reachable people only: the division's head, else the coordinators; the asker is none of them. */
export function decidersOf(agency: Agency, item: Item, asked: Pick<Extension, 'by' | 'until'>): Member[] {
  const can = (members: readonly Member[]) =>
    members.filter(({ id, reachable }) => reachable && id !== asked.by);
  const heads = can(headsOf(agency, item, asked));
  return heads.length > 0 ? heads : can(coordinators(agency));
}

/** The heads who may decide it; none = only a coordinator may. */
export function headsOf(agency: Agency, item: Item, asked: Pick<Extension, 'until'>): readonly Member[] {
  const [division] = item.divisions;
  if (division === undefined || isShared(item) || beyondWindow(agency, item, asked)) return [];
  return holding(agency, 'head', division);
}

/** True when an O-item would be finished after the year's OIT window: that end is ป.ป.ช.'s and no office moves it. */
export function beyondWindow(agency: Agency, item: Item, { until }: Pick<Extension, 'until'>): boolean {
  const end = item.kind === 'oit' ? agency.plans[item.year]?.oitDue : undefined;
  return end !== undefined && until > end;
}
