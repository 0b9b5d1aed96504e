/**
 * A stage for the flow: the office of `an-agency.ts` in a real store, a clock that stands still, and a LINE that does
 * what its script says. Nothing here sleeps.
 */
import { createHash } from 'node:crypto';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { type SetClock, setClock } from '../../src/clock.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { deliver } from '../../src/flow/deliver.ts';
import type { World } from '../../src/flow/flow.ts';
import { createMemory } from '../../src/flow/memory.ts';
import type {
  BesideRecord,
  Ids,
  Line,
  LineFailureReason,
  Log,
  LogFacts,
  OutboxMessage,
  PendingMessage,
  Sent,
  Store,
} from '../../src/flow/ports.ts';
import { createLedger, type Ledger } from '../../src/flow/transact.ts';
import { randomIds } from '../../src/ids.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { anOffice, type Happening, happened, outsider, START } from '../support/an-agency.ts';

export const OFFICE = 'office';

/** A LINE id for a word: `lineId('U', 'finance-staff')`. */
export function lineId(letter: 'U' | 'C', word: string): string {
  return letter + createHash('sha256').update(word).digest('hex').slice(0, 32);
}

export const userOf = (word: string) => lineId('U', word);
export const groupOf = (word: string) => lineId('C', word);

export const person = (id: string, name = `ชื่อ-${id}`): BesideRecord => ({
  kind: 'person',
  id,
  key: userOf(id),
  value: { name },
});
export const groupRecord = (id: string): BesideRecord => ({ kind: 'group', id, key: groupOf(id), value: {} });

/** A group bound by a code; its LINE id is `groupOf(id)`. */
export function bound(id: string, purpose: 'staff' | 'division' = 'staff', division?: string): Happening[] {
  const code = `code-of-${id}`;
  const place = division === undefined ? {} : { division };
  return [
    happened({ type: 'group-code-made', v: 1, code, purpose, ...place, expires: START + 86_400_000 }),
    happened({ type: 'group-bound', v: 1, group: id, code, purpose, ...place }, { by: outsider }),
  ];
}

// ---------------------------------------------------------------- LINE

/** One call the bot made to LINE. `to` = reply token or LINE id. */
export interface Call {
  readonly how: 'reply' | 'push';
  readonly to: string;
  readonly key: string | null;
  readonly messages: readonly Outgoing[];
  readonly at: number;
}

export type Answer = 'accepted' | LineFailureReason;

type Decide = (call: Call) => Answer | Promise<Answer>;

export interface ScriptedLine extends Line {
  readonly calls: Call[];
  /** What the next calls get, in order; when it is over: accepted. */
  answers(...next: Answer[]): void;
  /** Decides every call itself. */
  decides(fn: Decide | null): void;
}

export function scriptedLine(now: () => number): ScriptedLine {
  const calls: Call[] = [];
  let script: Answer[] = [];
  let decide: Decide | null = null;
  async function take(call: Call): Promise<Sent> {
    calls.push(call);
    const answer = decide === null ? (script.shift() ?? 'accepted') : await decide(call);
    return answer === 'accepted'
      ? { kind: 'accepted', requestId: 'request-1' }
      : { kind: 'failed', failure: { reason: answer, status: 400, requestId: null, message: answer } };
  }
  const silent = async () => ({
    kind: 'failed' as const,
    failure: { reason: 'unknown-outcome' as const, status: null, requestId: null, message: '' },
  });
  return {
    calls,
    answers: (...next) => {
      script = next;
    },
    decides: (fn) => {
      decide = fn;
    },
    reply: (to, messages) => take({ how: 'reply', to, key: null, messages, at: now() }),
    push: (to, key, messages) => take({ how: 'push', to, key, messages, at: now() }),
    bot: silent,
    quota: silent,
    inGroup: silent,
    groupSize: silent,
    webhook: silent,
    content: silent,
    menus: { list: silent, make: silent, drop: silent, setDefault: silent, link: silent, unlink: silent },
    testWebhook: silent,
  };
}

// ---------------------------------------------------------------- log, queue, ids

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: LogFacts;
  readonly message: string;
}

export function captureLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (facts: LogFacts, message: string) =>
    void lines.push({ level, facts, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** The machine's ids, but with messages and members one can recognise: `id-1`, `id-2` … */
export function countingIds(): Ids {
  let last = 0;
  const id = () => {
    last += 1;
    return `id-${last}`;
  };
  const uuid = () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  };
  return { ...randomIds(), id, uuid };
}

// ---------------------------------------------------------------- the stage

export interface Stage {
  readonly world: World;
  readonly ledger: Ledger;
  readonly store: Store;
  readonly clock: SetClock;
  readonly line: ScriptedLine;
  readonly log: ReturnType<typeof captureLog>;
  /** Wake-ups asked for. */
  readonly wakes: { readonly agency: string; readonly at: number }[];
  /** Another process on the same store, whose ledger knows nothing yet. */
  another(): Stage;
}

interface Setting {
  readonly store?: Store;
  readonly happenings?: readonly Happening[];
  readonly beside?: readonly BesideRecord[];
  readonly now?: number;
}

/** The office with its people and their LINE ids. */
export async function aStage({
  store = openMemoryStore(),
  happenings = anOffice(),
  beside,
  now = START,
}: Setting = {}): Promise<Stage> {
  const known = happenings.flatMap(({ event }) => {
    if (event.type === 'member-joined') return [person(event.member)];
    return event.type === 'group-bound' ? [groupRecord(event.group)] : [];
  });
  await fill(store, happenings, beside ?? known, now);
  return stageOn(
    store,
    setClock(now, async () => {}),
    countingIds(),
  );
}

function stageOn(store: Store, clock: SetClock, ids: Ids): Stage {
  const line = scriptedLine(clock.now);
  const log = captureLog();
  const wakes: Stage['wakes'] = [];
  const queue = {
    wake: (agency: string, at: number) => void wakes.push({ agency, at }),
    run: () => {},
    stop: async () => {},
  };
  const stopping = new AbortController().signal;
  const world: World = {
    store,
    queue,
    pushes: queue,
    clock,
    ids,
    ...createMemory({ clock, log, line: () => line }),
    log,
    line: () => line,
    account: () => '@dontawan',
    link: () => null,
    started: clock.now(),
    stopping,
  };
  return {
    world,
    ledger: createLedger(world),
    store,
    clock,
    line,
    log,
    wakes,
    another: () => stageOn(store, clock, ids),
  };
}

/** Sends what is due on both lanes, replies first; the next moment to look, or null. */
export async function deliverAll(world: World, ledger: Ledger): Promise<number | null> {
  const { reply } = await deliver(world, ledger, OFFICE, 'reply');
  const { push } = await deliver(world, ledger, OFFICE, 'push');
  return reply === null || push === null ? (reply ?? push) : Math.min(reply, push);
}

/** Writes what happened into the store, as the program would have. */
export async function fill(
  store: Store,
  happenings: readonly Happening[],
  beside: readonly BesideRecord[] = [],
  now = START,
): Promise<void> {
  const version = (await store.load(OFFICE, 0))?.version ?? 0;
  const done = await store.append(OFFICE, version, {
    events: happenings,
    beside: beside.map((record) => ({ do: 'put', record })),
    now,
  });
  if (done.kind !== 'appended') throw new Error(`not written: ${done.kind}`);
}

// ---------------------------------------------------------------- looking

/** What the ledger gained, without what rode on an answer or a reminder: that has tests of its own (`card.test.ts`). */
export async function entriesIn(store: Store): Promise<Entry[]> {
  return (await allEntriesIn(store)).filter(({ event }) => !('cost' in event && event.cost === 0));
}

export async function allEntriesIn(store: Store): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of store.entries(OFFICE)) entries.push(entry);
  return entries;
}

/** The events after the first `skip` entries. */
export async function eventsIn(store: Store, skip = 0): Promise<DomainEvent[]> {
  return (await entriesIn(store)).slice(skip).map((entry) => entry.event);
}

export async function countOf(store: Store): Promise<number> {
  return (await entriesIn(store)).length;
}

/** Everything kept, as text: equal before and after = nothing was written. The dump's own time is left out. */
export async function everything(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.dump()) if (line.line !== 'nong-ita') lines.push(JSON.stringify(line));
  return lines.join('\n');
}

/** All words of messages: texts, alternative texts, labels and what buttons say. */
export function wordsOf(messages: unknown): string {
  const words: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'string' && ['text', 'altText', 'label'].includes(key)) words.push(value);
        else walk(value);
      }
    }
  };
  walk(messages);
  return words.join('\n');
}

// ---------------------------------------------------------------- outbox

export function text(words: string): Outgoing[] {
  return [{ type: 'text', text: words }];
}

export function aPush(id: string, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id,
    chat: userOf('finance-staff'),
    to: { member: 'finance-staff' },
    how: { kind: 'push', key: `00000000-0000-4000-8000-${id.padStart(12, '0').slice(-12)}` },
    messages: text(`ข้อความ ${id}`),
    confirmation: null,
    ...more,
  };
}

export function aReply(id: string, expires: number, more: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    ...aPush(id, more),
    how: { kind: 'reply', token: `token-${id}`, expires },
    confirmation: `บันทึก ${id} แล้วค่ะ`,
    ...more,
  };
}

/** Puts messages in the outbox, now. */
export async function post({ store, clock }: Stage, ...outbox: OutboxMessage[]): Promise<void> {
  const version = (await store.load(OFFICE, 0))?.version ?? 0;
  const done = await store.append(OFFICE, version, { outbox, now: clock.now() });
  if (done.kind !== 'appended') throw new Error(`not written: ${done.kind}`);
}

export async function pendingIds({ store }: Stage): Promise<string[]> {
  return (await store.pending(OFFICE)).map((message: PendingMessage) => message.id);
}
