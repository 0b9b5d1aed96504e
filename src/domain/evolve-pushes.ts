/** What a push said, kept until the next one: should LINE never take it, it was not said, and is owed again. */
import type { Agency, Item, LastPush } from './agency.ts';
import { type Month, monthOf } from './calendar.ts';
import type { Entry } from './entry.ts';
import type { EventOf, Recipient } from './event.ts';
import { without } from './evolve-people.ts';
import { known } from './known.ts';

/** Notes what a message says; a card that goes with a reminder is the same message. */
export function pushed(
  agency: Agency,
  { kept: at }: Entry,
  to: Recipient,
  { outbox, cost, said = [] }: Omit<LastPush, 'at' | 'said'> & Partial<Pick<LastPush, 'said'>>,
): Partial<Agency> {
  if (!('member' in to)) return {};
  const before = known(agency.lastPushes, to.member);
  const same = before?.outbox === outbox ? before : { cost: 0, said: [] };
  const push = { outbox, at, cost: same.cost + cost, said: [...same.said, ...said] };
  return { lastPushes: { ...agency.lastPushes, [to.member]: push } };
}

/** LINE took nothing of it: what it said is owed, to the same person or whoever is reminded in his place, and not paid. */
export function unsaid(
  agency: Agency,
  { outbox, to, reason }: Pick<EventOf<'delivery-failed'>, 'outbox' | 'to' | 'reason'>,
): Partial<Agency> {
  if (to === null || !('member' in to) || (reason !== 'stale' && reason !== 'dead-target')) return {};
  const push = known(agency.lastPushes, to.member);
  if (push?.outbox !== outbox) return {};
  const items = new Map<string, Item>();
  for (const { item: id, key } of push.said) {
    const item = items.get(id) ?? known(agency.items, id);
    if (item !== undefined) items.set(id, { ...item, reminded: without(item.reminded, key) });
  }
  const told = known(agency.matters, to.member) ?? {};
  const matters = Object.entries(told).filter(([, at]) => at !== push.at);
  return {
    items: items.size === 0 ? agency.items : { ...agency.items, ...Object.fromEntries(items) },
    matters: { ...agency.matters, [to.member]: Object.fromEntries(matters) },
    lastReminders:
      known(agency.lastReminders, to.member)?.at === push.at
        ? without(agency.lastReminders, to.member)
        : agency.lastReminders,
    lastPushes: without(agency.lastPushes, to.member),
    spent: withoutPaid(agency, push),
  };
}

function withoutPaid({ spent }: Agency, { at, cost }: Pick<LastPush, 'at' | 'cost'>): Agency['spent'] {
  return spent?.month === monthOf(at) ? { ...spent, count: spent.count - cost } : spent;
}

/**
 * A summary LINE took nothing of is owed again and not paid: to the group there is now or the coordinators where every chat is gone; to the
 * coordinators in words where the card was refused for what it is, or for who sends it. Refused in words too, it stays a
 * failure on their card: the next try would end the same.
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
  return posted?.month === month && posted.inWords;
}
