/** Planted faults: every promise the comparison looks at can be seen broken, and a sound world breaks none. */
import { expect, it } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { OutboxState } from '../../src/flow/ports.ts';
import { type AcceptedSend, type KeptState, type Violation, violations, type Witnessed } from './compare.ts';

const reported: DomainEvent = {
  type: 'item-reported',
  v: 1,
  item: 'i',
  report: 'r',
  status: 'done',
  chat: 'direct',
};
const line = { item: 'i', due: 'finish' as const, date: '2026-01-30', step: 7 };
const reminded: DomainEvent = {
  type: 'reminder-decided',
  v: 1,
  to: { member: 'm' },
  lines: [line],
  outbox: 'push',
};
const failed: DomainEvent = {
  type: 'delivery-failed',
  v: 1,
  outbox: 'push',
  to: { member: 'm' },
  reason: 'unknown',
};
const invited: DomainEvent = {
  type: 'invite-made',
  v: 1,
  invite: 'v',
  roles: [{ role: 'executive' }],
  expires: 0,
};

const entry = (event: DomainEvent, cause: string | null = null, kept = 0): Entry => ({
  seq: 1,
  at: 0,
  kept,
  by: { kind: 'clock' },
  cause,
  event,
});
const [told, asked, came] = [entry(reported, 'w1'), entry(reminded), entry(invited)];
const reply: AcceptedSend = { kind: 'reply', to: 'u', key: 'token', words: 'kept', confirms: 'r' };
const push: AcceptedSend = { kind: 'push', to: 'u', key: 'key', words: 'remind', confirms: null };

const carded = (outbox: string): DomainEvent => ({
  type: 'card-sent',
  v: 1,
  member: 'm',
  matters: ['holidays 2569'],
  outbox,
  cost: 1,
});
const card: AcceptedSend = { kind: 'push', to: 'u', key: 'card key', words: 'card', confirms: null };
/** Two cards with the same words, so many days apart. */
const twoCards = (days: number): Planted => ({
  entries: [told, asked, came, entry(carded('card')), entry(carded('card 2'), null, days * 86_400_000)],
  accepted: [reply, push, card, { ...card, key: 'card key 2' }],
  states: { card: 'delivered', 'card 2': 'delivered' },
});

/** The same month summed up so many times, each time to two people; how each message ended but for the last, which LINE took. */
const summaries = (
  ...ends: (readonly ['refused' | 'dead-target' | 'unknown', 'refused' | 'dead-target'])[]
): Planted => {
  const posted = (index: number): DomainEvent => ({
    type: 'summary-posted',
    v: 1,
    month: '2026-01',
    to: [{ member: 'm' }, { member: 'n' }],
    outbox: [`sum ${index} m`, `sum ${index} n`],
    cost: 2,
  });
  const lost = ends.flatMap((reasons, index) => [
    entry(posted(index)),
    ...['m', 'n'].map((who, at) =>
      entry({
        ...failed,
        outbox: `sum ${index} ${who}`,
        to: { member: who },
        reason: reasons[at] ?? 'refused',
      } as DomainEvent),
    ),
  ]);
  const last = ['m', 'n'].map((who) => `sum ${ends.length} ${who}`);
  return {
    entries: [told, asked, came, ...lost, entry(posted(ends.length))],
    accepted: [reply, push, ...last.map((key) => ({ ...push, to: key, key, words: 'summary' }))],
    states: Object.fromEntries([
      ...ends.flatMap((reasons, index) =>
        ['m', 'n'].map((who, at) => [
          `sum ${index} ${who}`,
          reasons[at] === 'unknown' ? 'unknown' : 'failed',
        ]),
      ),
      ...last.map((id) => [id, 'delivered']),
    ]),
  };
};

interface Planted {
  readonly entries?: readonly Entry[];
  readonly accepted?: readonly AcceptedSend[];
  readonly states?: Readonly<Record<string, OutboxState>>;
  readonly owed?: number;
  readonly acknowledged?: boolean;
  readonly forgotten?: string;
  readonly broken?: boolean;
}

/** One report and its reply, one reminder and its push, one invite: all sound but for what is planted. */
function verdict(planted: Planted): Violation['promise'][] {
  const { entries = [told, asked, came], accepted = [reply, push], owed = 1, acknowledged = true } = planted;
  const states: Record<string, OutboxState> = { reply: 'delivered', push: 'delivered', ...planted.states };
  const seen: Witnessed = {
    sent: [{ id: 'w1', agency: 'a', token: 'token', entries: owed, answer: true, acknowledged }],
    accepted,
    forgotten: new Set(planted.forgotten === undefined ? [] : [planted.forgotten]),
    commands: [{ did: 'invite', codeHash: 'hash' }],
  };
  const kept: KeptState = {
    entries,
    verification: planted.broken
      ? { ok: false, brokenAt: 2, why: 'torn' }
      : { ok: true, entries: entries.length, head: '', headFound: null },
    outbox: new Map(
      Object.entries(states).map(([id, state]) => [id, { how: id === 'reply' ? 'reply' : 'push', state }]),
    ),
    idOfKey: new Map([
      ['token', 'reply'],
      ['key', 'push'],
      ['another key', 'push'],
      ['card key', 'card'],
      ['card key 2', 'card 2'],
      ...Object.keys(states).map((id): [string, string] => [id, id]),
    ]),
    invites: new Map([['hash', 'v']]),
  };
  return [...new Set(violations(seen, kept).map(({ promise }) => promise))];
}

it('finds nothing in a sound world', () => {
  expect(verdict({})).toEqual([]);
  expect(verdict({ entries: [asked, came], accepted: [push], acknowledged: false })).toEqual([]);
  const unknown = { entries: [told, asked, came, entry(failed)], states: { push: 'unknown' as const } };
  expect(verdict({ ...unknown, forgotten: 'key' })).toEqual([]);
  expect(verdict(twoCards(7))).toEqual([]);
  expect(verdict(summaries())).toEqual([]);
  expect(verdict(summaries(['refused', 'refused']))).toEqual([]);
  expect(verdict(summaries(['dead-target', 'dead-target'], ['dead-target', 'refused']))).toEqual([]);
});

const PLANTED: readonly (readonly [string, Planted, readonly Violation['promise'][]])[] = [
  [
    'an acknowledged report that is gone',
    { entries: [asked, came], accepted: [push] },
    ['acknowledged, not kept', 'answer lost'],
  ],
  ['a report kept again', { entries: [told, told, asked, came] }, ['kept twice']],
  ['half of a message', { owed: 2 }, ['kept by halves']],
  ['an entry nobody caused', { entries: [told, asked, came, entry(reported, 'w2')] }, ['kept twice']],
  ['an answer that waits for ever', { states: { reply: 'pending' }, accepted: [push] }, ['answer lost']],
  ['an answer only said to be delivered', { accepted: [push] }, ['answer lost']],
  [
    'an answer to what was not kept',
    { entries: [asked, came], acknowledged: false },
    ['answered before kept'],
  ],
  [
    'the same confirmation twice',
    { accepted: [reply, { ...reply, key: 'other' }, push] },
    ['delivered twice'],
  ],
  [
    'a push under two keys',
    { accepted: [reply, push, { ...push, key: 'another key', words: 'x' }] },
    ['delivered twice'],
  ],
  [
    'the same words of two decisions',
    { accepted: [reply, push, { ...push, key: 'no' }] },
    ['sent without a decision', 'delivered twice'],
  ],
  ['the same card again on its day', twoCards(0), ['delivered twice', 'decided twice']],
  ['a push nobody decided', { entries: [told, came] }, ['sent without a decision']],
  ['a decision LINE never had', { accepted: [reply] }, ['decision not delivered']],
  [
    'a decision that waits for ever',
    { states: { push: 'pending' }, accepted: [reply] },
    ['decision not delivered'],
  ],
  ['one reminder decided twice', { entries: [told, asked, asked, came] }, ['decided twice']],
  ['a summary again that may have arrived', summaries(['unknown', 'refused']), ['decided twice']],
  [
    'a summary refused in words too, and sent again',
    summaries(['refused', 'refused'], ['refused', 'refused']),
    ['decided twice'],
  ],
  ['a failure no entry tells', { states: { push: 'failed' } }, ['unknown not told']],
  ['a forgotten key sent under again', { forgotten: 'key' }, ['unknown not told']],
  ['a command that is gone', { entries: [told, asked] }, ['command lost']],
  ['a torn chain', { broken: true }, ['ledger broken']],
];

it.each(PLANTED)('finds %s', (_fault, planted, promises) => {
  expect(verdict(planted)).toEqual(promises);
});
