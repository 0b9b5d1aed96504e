/**
 * Sends what is in the outbox. Every try of a push is noted before it is made: whoever reads the outbox after a crash
 * knows that LINE may have it. Messages to one chat go out one after another; chats go side by side.
 */
import { type Agency, emptyAgency } from '../domain/agency.ts';
import { addMonths, HOUR_MS, type Instant, instantOf, monthOf } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { EventOf } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import { nextReminderTime } from '../domain/reminder.ts';
import type { World } from './flow.ts';
import type { BesideChange, DeliveryNote, Line, LineFailure, PendingMessage, Sent } from './ports.ts';
import type { Ledger } from './transact.ts';

/**
 * LINE knows a retry key for 24 hours and would send again after that (`docs/line-platform.md` §2.4); an hour is kept as a
 * margin for clocks and slow requests.
 */
const KEY_GOOD_MS = 23 * HOUR_MS;
const BACKOFF_MS = [2_000, 5_000, 15_000, 60_000, 300_000, 900_000];
const SLOW_MS = 1_800_000;
const CHATS_AT_ONCE = 16;
const QUOTA_TRIES = 3;
const STALE_SINCE_MS = 600_000;

/** What becomes of one message now. `again` = try at that moment. */
type Outcome = {
  readonly note: DeliveryNote;
  readonly failed?: EventOf<'delivery-failed'>['reason'];
  readonly again?: Instant;
};

/** Replies and pushes go separately: 08:45 brings a push for everyone, and whoever answers at once is not to wait. */
export type Lane = 'reply' | 'push';

/** When there is something to send next, per lane; null = nothing waits. */
export type NextTries = Readonly<Record<Lane, Instant | null>>;

/** Tries every message of the lane that is due; resolves when all tries are noted. */
export async function deliver(world: World, ledger: Ledger, agency: string, lane: Lane): Promise<NextTries> {
  const line = world.line(agency);
  if (line === null) return { reply: null, push: null };
  const pending = await world.store.pending(agency);
  const waiting = byChat(pending.filter((message) => message.how.kind === lane));
  const moments: Instant[] = [];
  const faults: unknown[] = [];
  const worker = async () => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift()) {
      try {
        moments.push(...(await deliverChat(world, ledger, line, agency, queue)));
      } catch (fault) {
        // The other chats are not to suffer, and nobody may begin anew while one of them is still under way.
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CHATS_AT_ONCE, waiting.length) }, worker));
  if (faults.length > 0) throw faults[0];
  const other = pending.filter((message) => message.how.kind !== lane).map((message) => message.nextTry);
  const [mine, others] = [earliest(moments), earliest(other)];
  return lane === 'reply' ? { reply: mine, push: others } : { reply: others, push: mine };
}

function byChat(messages: readonly PendingMessage[]): PendingMessage[][] {
  const queues = new Map<string, PendingMessage[]>();
  for (const message of messages) {
    const queue = queues.get(message.chat);
    if (queue === undefined) queues.set(message.chat, [message]);
    else queue.push(message);
  }
  return [...queues.values()];
}

function earliest(moments: readonly Instant[]): Instant | null {
  return moments.length === 0 ? null : Math.min(...moments);
}

/** One chat's messages in entry order: one waits behind an earlier one that has to be tried again. Returns when. */
async function deliverChat(
  world: World,
  ledger: Ledger,
  line: Line,
  agency: string,
  queue: readonly PendingMessage[],
): Promise<Instant[]> {
  const moments: Instant[] = [];
  let behind: Instant | null = null;
  for (const message of queue) {
    if (world.stopping.aborted) break;
    const { id, nextTry } = message;
    let again: Instant | null;
    if (behind !== null) {
      again = Math.max(behind, nextTry);
      if (again > nextTry)
        await world.store.noteDeliveries(agency, [{ id, kind: 'waiting', nextTry: again }]);
    } else {
      again = nextTry > world.clock.now() ? nextTry : await deliverOne(world, ledger, line, agency, message);
    }
    if (again === null) continue;
    moments.push(again);
    behind = again;
  }
  return moments;
}

async function deliverOne(
  world: World,
  ledger: Ledger,
  line: Line,
  agency: string,
  message: PendingMessage,
): Promise<Instant | null> {
  const { how } = message;
  const outcome =
    how.kind === 'reply'
      ? await sendReply(world, line, message, how)
      : await sendPush(world, ledger, line, agency, message, how);
  if (outcome.failed === undefined) await world.store.noteDeliveries(agency, [outcome.note]);
  else await giveUp(world, ledger, agency, message, outcome.note, outcome.failed);
  return outcome.again ?? null;
}

/** A final failure is an entry. A group LINE no longer lets us into is unbound, and its LINE id forgotten. */
async function giveUp(
  world: World,
  ledger: Ledger,
  agency: string,
  { id: outbox, to }: PendingMessage,
  note: DeliveryNote,
  reason: EventOf<'delivery-failed'>['reason'],
): Promise<void> {
  const gone = reason === 'dead-target' && to !== null && 'group' in to;
  const beside: BesideChange[] = gone ? [{ do: 'drop', kind: 'group', id: to.group }] : [];
  await ledger.transact(agency, (held) => {
    const decision = decide(held.agency, { type: 'note-failure', outbox, to, reason }, world.clock.now());
    return { result: null, events: decision.ok ? decision.events : [], batch: { notes: [note], beside } };
  });
  world.log.warn({ agency, outbox, reason }, 'message given up');
}

/**
 * A token works once, so trying it again can never answer twice. A second "Invalid reply token" inside the minute, or a
 * first one for a reply that the process before us may have sent, means it was used: delivered.
 */
async function sendReply(
  world: World,
  line: Line,
  message: PendingMessage,
  how: Extract<PendingMessage['how'], { kind: 'reply' }>,
): Promise<Outcome> {
  const { id } = message;
  let mayHaveArrived = message.created < world.started;
  for (let tries = 0; tries < 2; tries += 1) {
    const sent = await line.reply(how.token, message.messages);
    if (sent.kind === 'accepted') return { note: { id, kind: 'delivered' } };
    logFailure(world, message, sent.failure);
    const inTime = world.clock.now() < how.expires;
    if (sent.failure.reason === 'invalid-reply-token') {
      return { note: { id, kind: mayHaveArrived && inTime ? 'delivered' : 'lost' } };
    }
    const tryAgain = sent.failure.reason === 'unknown-outcome' || sent.failure.reason === 'unreachable';
    if (!tryAgain || !inTime) break;
    mayHaveArrived ||= sent.failure.reason === 'unknown-outcome';
  }
  return { note: { id, kind: 'lost' } };
}

async function sendPush(
  world: World,
  ledger: Ledger,
  line: Line,
  agency: string,
  message: PendingMessage,
  how: Extract<PendingMessage['how'], { kind: 'push' }>,
): Promise<Outcome> {
  const { id, firstTried } = message;
  const began = world.clock.now();
  if (firstTried !== null && began - firstTried > KEY_GOOD_MS)
    return { note: { id, kind: 'unknown' }, failed: 'unknown' };
  // A group that was replaced or left since: what was meant for it goes to the one there is now.
  if (firstTried === null && (await isUnbound(ledger, agency, message))) return ended(id, 'dead-target');
  // Never taken by LINE and no longer true: what it was about is said anew by the next reminder.
  if (isStale(message, began)) return ended(id, 'stale');
  await world.store.noteDeliveries(agency, [{ id, kind: 'trying', at: began }]);
  const sent = await pushed(line, message, how.key);
  if (sent.kind === 'accepted') return { note: { id, kind: 'delivered' } };
  logFailure(world, message, sent.failure);
  const now = world.clock.now();
  const outcome = afterFailure(message, sent.failure.reason, now);
  return outcome ?? waitForQuota(message, now, (await ledger.read(agency))?.agency ?? emptyAgency(agency));
}

/** True when LINE never had it and it is not to be sent any more. */
function isStale({ firstTried, how }: PendingMessage, now: Instant): boolean {
  return how.kind === 'push' && firstTried === null && how.expires !== undefined && how.expires <= now;
}

/**
 * Gives up what the server was not there to send in its time, so that a sweep after it finds it owed. What a delivery may
 * have begun to send in the last minutes is left to that.
 */
export async function giveUpStale(world: World, ledger: Ledger, agency: string): Promise<void> {
  const before = world.clock.now() - STALE_SINCE_MS;
  for (const message of await world.store.pending(agency)) {
    if (!isStale(message, before)) continue;
    const { note, failed } = ended(message.id, 'stale');
    if (failed !== undefined) await giveUp(world, ledger, agency, message, note, failed);
  }
}

async function isUnbound(ledger: Ledger, agency: string, { to }: PendingMessage): Promise<boolean> {
  if (to === null || !('group' in to)) return false;
  const held = await ledger.read(agency);
  return held !== null && known(held.agency.groups, to.group) === undefined;
}

/**
 * LINE refuses a message whole when somebody it mentions has left the group meanwhile: it is then sent without the mentions.
 * A refusal takes nothing, so the retry key is as good as new.
 */
async function pushed(line: Line, { chat, messages }: PendingMessage, key: string): Promise<Sent> {
  const sent = await line.push(chat, key, messages);
  const plain = messages.filter(({ type }) => type !== 'textV2');
  const mentions = plain.length < messages.length && plain.length > 0;
  const refused = sent.kind === 'failed' && sent.failure.reason === 'refused';
  return refused && mentions ? line.push(chat, key, plain) : sent;
}

/** Null = the month's messages are used up. */
function afterFailure(message: PendingMessage, reason: LineFailure['reason'], now: Instant): Outcome | null {
  const { id, tries } = message;
  const wait = (nextTry: Instant, refused: boolean) => waiting(message, nextTry, refused);
  switch (reason) {
    case 'unknown-outcome':
      return wait(now + (BACKOFF_MS[tries] ?? SLOW_MS), false);
    case 'unreachable':
    case 'rate-limit':
      return wait(now + (BACKOFF_MS[tries] ?? SLOW_MS), true);
    case 'too-many-to-one':
    case 'unauthorised':
      return wait(now + SLOW_MS, true);
    case 'quota':
      return null;
    case 'dead-target':
      return ended(id, 'dead-target');
    case 'forbidden':
      return ended(id, 'forbidden');
    case 'refused':
    case 'invalid-reply-token':
      return ended(id, 'refused');
  }
}

/**
 * LINE says "monthly limit" also while another delivery holds a reservation (`docs/line-platform.md` §2.1), so it is asked again
 * a few times; then the month is over for us, and the first working morning of the next one is tried.
 */
function waitForQuota(message: PendingMessage, now: Instant, agency: Agency): Outcome {
  if (message.tries < QUOTA_TRIES) return waiting(message, now + HOUR_MS, true);
  const next = instantOf(`${addMonths(monthOf(now), 1)}-01`);
  return waiting(message, nextReminderTime(agency, next), true);
}

/** A clear refusal leaves the key as good as new, unless an earlier try may have been taken. */
function waiting({ id, firstTried, how }: PendingMessage, wanted: Instant, refused: boolean): Outcome {
  const untried = refused && firstTried === null ? { untried: true } : {};
  // What LINE never had is given up as soon as it is no longer true: until then it counts as said.
  const capped = how.kind === 'push' && how.expires !== undefined && refused && firstTried === null;
  const nextTry = capped ? Math.min(wanted, how.expires) : wanted;
  return { note: { id, kind: 'waiting', nextTry, ...untried }, again: nextTry };
}

function ended(id: string, reason: EventOf<'delivery-failed'>['reason']): Outcome {
  return { note: { id, kind: 'failed', reason }, failed: reason };
}

function logFailure(world: World, message: PendingMessage, failure: LineFailure): void {
  const { reason, status, requestId, message: words } = failure;
  const facts = { outbox: message.id, how: message.how.kind, reason, status, requestId, words };
  if (reason === 'unauthorised' || reason === 'refused') world.log.error(facts, 'LINE refused a message');
  else world.log.warn(facts, 'LINE did not take a message');
}
