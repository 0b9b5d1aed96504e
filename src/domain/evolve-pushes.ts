/** What a push said, kept until a day of others: should LINE never take it, it was not said, and is owed again. */
import type { Agency, ExtensionRef, Item, LastPush } from './agency.ts';
import { dayOf, type Month, monthOf } from './calendar.ts';
import type { Entry } from './entry.ts';
import type { EventOf, Recipient } from './event.ts';
import { without } from './evolve-people.ts';
import { known } from './known.ts';

type Said = Pick<LastPush, 'outbox' | 'cost'> & Partial<Pick<LastPush, 'said' | 'told'>>;

/** Notes what a message says; what goes in one message with a reminder is the same push. */
export function pushed(
  agency: Agency,
  { kept: at, by }: Entry,
  to: Recipient,
  { outbox, cost, said = [], told = [] }: Said,
): Partial<Agency> {
  if (!('member' in to)) return {};
  const before = (known(agency.lastPushes, to.member) ?? []).filter((one) => dayOf(one.at) === dayOf(at));
  const same = before.find((one) => one.outbox === outbox) ?? { cost: 0, said: [], told: [] };
  const push: LastPush = {
    outbox,
    at,
    daily: by.kind === 'clock',
    cost: same.cost + cost,
    said: [...same.said, ...said],
    told: [...same.told, ...told],
  };
  const others = before.filter((one) => one.outbox !== outbox);
  return { lastPushes: { ...agency.lastPushes, [to.member]: [...others, push] } };
}

/** LINE took nothing of it: what it said is owed, to the same person or whoever is reminded in his place, and not paid. */
export function unsaid(
  agency: Agency,
  { outbox, to, reason }: Pick<EventOf<'delivery-failed'>, 'outbox' | 'to' | 'reason'>,
): Partial<Agency> {
  if (to === null || !('member' in to) || (reason !== 'stale' && reason !== 'dead-target')) return {};
  const pushes = known(agency.lastPushes, to.member) ?? [];
  const push = pushes.find((one) => one.outbox === outbox);
  if (push === undefined) return {};
  const items = new Map<string, Item>();
  for (const { item: id, key } of push.said) {
    const item = items.get(id) ?? known(agency.items, id);
    if (item !== undefined) items.set(id, { ...item, reminded: without(item.reminded, key) });
  }
  const reminded = { ...agency, items: { ...agency.items, ...Object.fromEntries(items) } };
  const told = known(agency.matters, to.member) ?? {};
  const matters = Object.entries(told).filter(([, at]) => at !== push.at);
  return {
    items: withTold(reminded, to.member, push.told, false),
    matters: { ...agency.matters, [to.member]: Object.fromEntries(matters) },
    lastReminders:
      known(agency.lastReminders, to.member)?.at === push.at
        ? without(agency.lastReminders, to.member)
        : agency.lastReminders,
    lastPushes: { ...agency.lastPushes, [to.member]: pushes.filter((one) => one !== push) },
    spent: withoutPaid(agency, push),
  };
}

function withoutPaid({ spent }: Agency, { at, cost }: Pick<LastPush, 'at' | 'cost'>): Agency['spent'] {
  return spent?.month === monthOf(at) ? { ...spent, count: spent.count - cost } : spent;
}

/**
 * A summary LINE took nothing of is owed again and not paid: to the group there is now or the coordinators where every chat is
 * gone; to the coordinators in words where the card was refused for what it is, or for who sends it. Refused in words too, it
 * stays a failure on their card: the next try would end the same.
 */
export function summaryUntaken(
  agency: Agency,
  { outbox, reason }: Pick<EventOf<'delivery-failed'>, 'outbox' | 'reason'>,
): Partial<Agency> {
  const { summaries, posted } = agency;
  const refused = reason === 'refused' || reason === 'forbidden';
  if (posted === null || !posted.outbox.includes(outbox)) return {};
  if (refused ? posted.inWords : reason !== 'dead-target') return {};
  const left = posted.outbox.filter((id) => id !== outbox);
  if (left.length > 0) return { posted: { ...posted, outbox: left } };
  const inWords = posted.inWords || refused;
  return {
    posted: inWords ? { ...posted, outbox: [], inWords } : null,
    summaries: summaries.filter((month) => month !== posted.month),
    spent: withoutPaid(agency, posted),
  };
}

/** True when this month's card was refused, so that the coordinators are told in words. */
export function isInWords({ posted }: Agency, month: Month): boolean {
  return posted?.inWords === true && posted.month === month;
}

/**
 * The items once a member was told of these requests, or was not after all. That touches no item. Who had asked and is told
 * that it waits again believes it decided no more.
 */
export function withTold(
  { items }: Agency,
  member: string,
  extensions: readonly ExtensionRef[],
  told: boolean,
): Agency['items'] {
  const changed = new Map<string, Item>();
  for (const { item: id, extension } of extensions) {
    const item = changed.get(id) ?? known(items, id);
    if (item === undefined) continue;
    const those = item.extensions.map((one) => {
      if (one.id !== extension) return one;
      const others = one.told.filter((who) => who !== member);
      const again = member === one.by && one.decided === null;
      return { ...one, told: told === again ? others : [...others, member] };
    });
    changed.set(id, { ...item, extensions: those });
  }
  return changed.size === 0 ? items : { ...items, ...Object.fromEntries(changed) };
}
