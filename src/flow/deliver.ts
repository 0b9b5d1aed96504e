/**
 * Sends what is in the outbox. Every try of a push is noted before it is made: whoever reads the outbox after a crash
 * knows that LINE may have it. Messages to one chat go out one after another; chats go side by side.
 */
import { HOUR_MS, type Instant } from '../domain/calendar.ts';
import type { EventOf } from '../domain/event.ts';
import type { World } from './flow.ts';
import type { BesideChange, DeliveryNote, Line, LineFailure, PendingMessage, Sent } from './ports.ts';
import type { Ledger } from './transact.ts';

/**
 * LINE knows a retry key for 24 hours and would send again after that (`line/platform.md` §2.4); an hour is kept as a
 * margin for clocks and slow requests.
 */
const KEY_GOOD_MS = 23 * HOUR_MS;
const BACKOFF_MS = [2_000, 5_000, 15_000, 60_000, 300_000, 900_000];
const SLOW_MS = 1_800_000;
const CHATS_AT_ONCE = 16;

/** What becomes of one message now. `again` = try at that moment. */
type Outcome = {
  readonly note: DeliveryNote;
  readonly failed?: EventOf<'delivery-failed'>['reason'];
  readonly again?: Instant;
};

/** Tries everything that is due; resolves when all tries are noted. Returns when to look again, or null. */
export async function deliver(world: World, ledger: Ledger, agency: string): Promise<Instant | null> {
  const line = world.line(agency);
  if (line === null) return null;
  const queues = new Map<string, PendingMessage[]>();
  for (const message of await world.store.pending(agency)) {
    const queue = queues.get(message.chat);
    if (queue === undefined) queues.set(message.chat, [message]);
    else queue.push(message);
  }
  const waiting = [...queues.values()];
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
  return moments.length === 0 ? null : Math.min(...moments);
}

/**
 * One chat's messages in entry order: a push waits behind an earlier one that has to be tried again. A reply does not: its
 * token would die. Returns when to look again.
 */
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
    const { id, nextTry, how } = message;
    const now = world.clock.now();
    let again: Instant | null;
    if (how.kind === 'push' && behind !== null) {
      again = Math.max(behind, nextTry);
      if (again > nextTry)
        await world.store.noteDeliveries(agency, [{ id, kind: 'waiting', nextTry: again }]);
    } else {
      again = nextTry > now ? nextTry : await deliverOne(world, ledger, line, agency, message);
    }
    if (again === null) continue;
    moments.push(again);
    if (how.kind === 'push') behind = again;
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
  const outcome =
    message.how.kind === 'reply'
      ? await sendReply(world, line, message, message.how)
      : await sendPush(world, line, agency, message, message.how.key);
  if (outcome.failed === undefined) {
    await world.store.noteDeliveries(agency, [outcome.note]);
  } else {
    const failure = {
      type: 'delivery-failed' as const,
      v: 1 as const,
      outbox: message.id,
      to: message.to,
      reason: outcome.failed,
    };
    // A group LINE no longer lets us into is unbound, and its LINE id forgotten, as when the bot leaves it.
    const gone = outcome.failed === 'dead-target' && message.to !== null && 'group' in message.to;
    const beside: BesideChange[] = gone ? [{ do: 'drop', kind: 'group', id: message.to.group }] : [];
    await ledger.transact(agency, () => ({
      result: null,
      events: [failure],
      batch: { notes: [outcome.note], beside },
    }));
    world.log.warn({ agency, outbox: message.id, reason: outcome.failed }, 'message given up');
  }
  return outcome.again ?? null;
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
    if (sent.failure.reason !== 'unknown-outcome' || !inTime) break;
    mayHaveArrived = true;
  }
  return { note: { id, kind: 'lost' } };
}

async function sendPush(
  world: World,
  line: Line,
  agency: string,
  message: PendingMessage,
  key: string,
): Promise<Outcome> {
  const { id, firstTried, tries } = message;
  const now = world.clock.now();
  if (firstTried !== null && now - firstTried > KEY_GOOD_MS)
    return { note: { id, kind: 'unknown' }, failed: 'unknown' };
  await world.store.noteDeliveries(agency, [{ id, kind: 'trying', at: now }]);
  const sent = await line.push(message.chat, key, message.messages);
  if (sent.kind === 'accepted') return { note: { id, kind: 'delivered' } };
  logFailure(world, message, sent.failure);
  return afterFailure(id, sent, world.clock.now(), tries);
}

function afterFailure(
  id: string,
  sent: Extract<Sent, { kind: 'failed' }>,
  now: Instant,
  tries: number,
): Outcome {
  const wait = (ms: number): Outcome => ({
    note: { id, kind: 'waiting', nextTry: now + ms },
    again: now + ms,
  });
  const giveUp = (reason: EventOf<'delivery-failed'>['reason']): Outcome => ({
    note: { id, kind: 'failed', reason },
    failed: reason,
  });
  switch (sent.failure.reason) {
    case 'unknown-outcome':
    case 'rate-limit':
      return wait(BACKOFF_MS[tries] ?? SLOW_MS);
    case 'too-many-to-one':
    case 'unauthorised':
      return wait(SLOW_MS);
    case 'quota':
      return giveUp('quota');
    case 'dead-target':
      return giveUp('dead-target');
    case 'forbidden':
      return giveUp('forbidden');
    case 'refused':
    case 'invalid-reply-token':
      return giveUp('refused');
  }
}

function logFailure(world: World, message: PendingMessage, failure: LineFailure): void {
  const { reason, status, requestId, message: words } = failure;
  const facts = { outbox: message.id, how: message.how.kind, reason, status, requestId, words };
  if (reason === 'unauthorised' || reason === 'refused') world.log.error(facts, 'LINE refused a message');
  else world.log.warn(facts, 'LINE did not take a message');
}
