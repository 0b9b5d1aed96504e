/**
 * The verdict: what the platform and the terminal were told, against what the ledger holds. Pure, and a list of every
 * broken promise, so that a bot that breaks one can be shown to be found out.
 */
import { dayOf, type Instant } from '../../src/domain/calendar.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { DomainEvent, EventOf } from '../../src/domain/event.ts';
import type { OutboxState, Verification } from '../../src/flow/ports.ts';
import type { SentEvent } from './load.ts';

/** What the world saw of one agency. */
export interface Witnessed {
  readonly sent: readonly (SentEvent & { readonly acknowledged: boolean })[];
  readonly accepted: readonly AcceptedSend[];
  /** Retry keys LINE accepted and whose answer never came until LINE had forgotten them. */
  readonly forgotten: ReadonlySet<string>;
  readonly commands: readonly CommandDone[];
}

export interface AcceptedSend {
  readonly kind: 'reply' | 'push';
  readonly to: string;
  /** Retry key or reply token. */
  readonly key: string;
  /** A digest of the messages: the same for the same words. */
  readonly words: string;
  /** The report it confirms: only a report's own confirmation offers to undo it, by its id. */
  readonly confirms: string | null;
}

/** An `ita` command that said it was done. */
export type CommandDone =
  | { readonly did: 'invite'; readonly codeHash: string }
  | { readonly did: 'import'; readonly year: number; readonly items: number };

/** What the store holds of it. */
export interface KeptState {
  readonly entries: readonly Entry[];
  readonly verification: Verification;
  /** Every outbox message ever seen there, as it last stood. */
  readonly outbox: ReadonlyMap<string, { readonly how: 'reply' | 'push'; readonly state: OutboxState }>;
  /** Retry key or reply token -> outbox id. */
  readonly idOfKey: ReadonlyMap<string, string>;
  /** Hash of a code -> id of its invite. */
  readonly invites: ReadonlyMap<string, string>;
}

export interface Violation {
  readonly promise:
    | 'acknowledged, not kept'
    | 'kept twice'
    | 'kept by halves'
    | 'answer lost'
    | 'answered before kept'
    | 'decision not delivered'
    | 'delivered twice'
    | 'sent without a decision'
    | 'decided twice'
    | 'unknown not told'
    | 'command lost'
    | 'ledger broken'
    | 'bot ended or never came to rest';
  readonly what: string;
}

export function violations(seen: Witnessed, kept: KeptState): Violation[] {
  const found: Violation[] = [];
  const say = (promise: Violation['promise'], what: string) => found.push({ promise, what });
  if (!kept.verification.ok) say('ledger broken', `${kept.verification.brokenAt}: ${kept.verification.why}`);
  compareEvents(seen, kept, say);
  compareAnswers(seen, kept, say);
  comparePushes(seen, kept, say);
  compareDecisions(seen, kept, say);
  compareCommands(seen, kept, say);
  return found;
}

type Say = (promise: Violation['promise'], what: string) => void;

/** Every report LINE was told we have is in the ledger, once; the others are there wholly or not at all. */
function compareEvents(seen: Witnessed, kept: KeptState, say: Say): void {
  const own = kept.entries.filter(({ event }) => !rode(event));
  const caused = Map.groupBy(own, (entry) => entry.cause ?? '');
  caused.delete('');
  for (const { id, entries, acknowledged } of seen.sent) {
    const found = caused.get(id)?.length ?? 0;
    caused.delete(id);
    if (acknowledged && found === 0 && entries > 0) say('acknowledged, not kept', `event ${id}`);
    else if (found > entries) say('kept twice', `event ${id}: ${found} entries instead of ${entries}`);
    else if (found > 0 && found < entries)
      say('kept by halves', `event ${id}: ${found} entries of ${entries}`);
  }
  for (const id of caused.keys()) say('kept twice', `event ${id} was never sent`);
}

/** Every question LINE was told we have was answered or its answer is accounted for; none was answered twice. */
function compareAnswers(seen: Witnessed, kept: KeptState, say: Say): void {
  const replies = seen.accepted.filter((one) => one.kind === 'reply');
  const taken = Map.groupBy(replies, (one) => one.key);
  const causes = new Set(kept.entries.map((entry) => entry.cause));
  for (const { id, token, entries, answer, acknowledged } of seen.sent) {
    const answers = taken.get(token)?.length ?? 0;
    if (answers > 1) say('delivered twice', `event ${id} was answered ${answers} times`);
    if (answers > 0 && entries > 0 && !causes.has(id)) say('answered before kept', `event ${id}`);
    if (!acknowledged || !answer) continue;
    const outbox = kept.idOfKey.get(token);
    const state = outbox === undefined ? undefined : kept.outbox.get(outbox)?.state;
    if (state === undefined || state === 'pending')
      say('answer lost', `event ${id}: ${state ?? 'no message'}`);
    if (state === 'delivered' && answers === 0)
      say('answer lost', `event ${id}: noted as delivered, LINE never had it`);
  }
  for (const [report, told] of Map.groupBy(seen.accepted, (one) => one.confirms)) {
    if (report !== null && told.length > 1) say('delivered twice', `the confirmation of report ${report}`);
  }
}

/**
 * Everything LINE took was decided, and taken once: by its message, and by its words, whatever key it came under. A card of
 * another day may have the same words: what waits for the coordinator still waits.
 */
function comparePushes(seen: Witnessed, kept: KeptState, say: Say): void {
  const pushes = seen.accepted.filter((one) => one.kind === 'push');
  const decided = new Set(decisionsOf(kept.entries).flatMap((one) => outboxOf(one)));
  const taken = Map.groupBy(pushes, (one) => kept.idOfKey.get(one.key) ?? '');
  for (const [id, sends] of taken) {
    if (!decided.has(id))
      say('sent without a decision', `${sends.length} pushes, first key ${sends[0]?.key}`);
    else if (sends.length > 1) say('delivered twice', `outbox ${id}, ${sends.length} times`);
  }
  const cards = cardDays(kept.entries);
  const said = ({ to, words, key }: AcceptedSend) =>
    `${to} ${words} ${cards.get(kept.idOfKey.get(key) ?? '')}`;
  for (const sends of Map.groupBy(pushes, said).values()) {
    if (sends.length > 1) say('delivered twice', `the same words to ${sends[0]?.to}, ${sends.length} times`);
  }
}

/** The day of each card that went out alone, by its outbox message. */
function cardDays(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ event, kept }) =>
      event.type === 'card-sent' && !rode(event) ? [[event.outbox, dayOf(kept)] as const] : [],
    ),
  );
}

const DECISIONS = ['reminder-decided', 'extensions-told', 'card-sent', 'summary-posted'] as const;
type Decided = EventOf<(typeof DECISIONS)[number]>;

function decisionsOf(entries: readonly Entry[]): Decided[] {
  return entries.flatMap(({ event }) => (isDecision(event) ? [event] : []));
}

function isDecision(event: DomainEvent): event is Decided {
  return DECISIONS.some((type) => type === event.type);
}

/** True when it has no message of its own: it rides on an answer, or on the reminder of the same morning. */
function rode(event: DomainEvent): boolean {
  return isDecision(event) && event.cost === 0;
}

function outboxOf(decision: Decided): readonly string[] {
  if (decision.type === 'summary-posted') return decision.outbox;
  return rode(decision) ? [] : [decision.outbox];
}

const TAKEN_BACK: ReadonlySet<string> = new Set(['stale', 'dead-target']);
const REFUSED: ReadonlySet<string> = new Set(['refused', 'forbidden']);

/** Follows what LINE did not take, entry by entry, and tells what may therefore be decided again. */
function createUntaken() {
  const decided = new Map<string, { readonly by: Decided; readonly subjects: readonly string[] }>();
  const untaken = new Set<string>();
  const inWords = new Set<string>();
  return {
    decide(by: Decided, subjects: readonly string[]) {
      for (const id of outboxOf(by)) decided.set(id, { by, subjects });
    },
    /** The subjects that are open again. A summary is when none of its messages was taken; refused, once: it comes in words. */
    fail({ outbox, reason }: EventOf<'delivery-failed'>): readonly string[] {
      const { by, subjects = [] } = decided.get(outbox) ?? {};
      const refused = REFUSED.has(reason);
      if (!refused && !TAKEN_BACK.has(reason)) return [];
      untaken.add(outbox);
      if (by?.type !== 'summary-posted') return refused ? [] : subjects;
      if (!by.outbox.every((id) => untaken.has(id)) || (refused && inWords.has(by.month))) return [];
      if (refused) inWords.add(by.month);
      return subjects;
    },
  };
}

/** Every decision came to an end that the ledger tells, and nothing was decided twice. */
function compareDecisions(seen: Witnessed, kept: KeptState, say: Say): void {
  const failures = Map.groupBy(
    kept.entries.flatMap(({ event }) => (event.type === 'delivery-failed' ? [event] : [])),
    (event) => event.outbox,
  );
  const sent = new Set(seen.accepted.map((one) => kept.idOfKey.get(one.key)));
  const once = new Set<string>();
  const untaken = createUntaken();
  for (const { event: decision, kept: at } of kept.entries) {
    // What LINE never took was not said: it may be decided again.
    if (decision.type === 'delivery-failed') for (const what of untaken.fail(decision)) once.delete(what);
    if (!isDecision(decision)) continue;
    const subjects = subjectsOf(decision, at);
    untaken.decide(decision, subjects);
    for (const what of [...outboxOf(decision), ...subjects]) {
      if (once.has(what)) say('decided twice', what);
      once.add(what);
    }
    for (const id of outboxOf(decision)) {
      const state = kept.outbox.get(id)?.state;
      const told = failures.get(id)?.length ?? 0;
      if (state === 'delivered') {
        if (!sent.has(id))
          say('decision not delivered', `outbox ${id}: noted as delivered, LINE never had it`);
        if (told > 0) say('unknown not told', `outbox ${id}: delivered, and an entry says it failed`);
      } else if (state === 'failed' || state === 'unknown') {
        if (told !== 1) say('unknown not told', `outbox ${id}: ${state}, ${told} entries`);
      } else say('decision not delivered', `outbox ${id}: ${state ?? 'no message'}`);
    }
  }
  for (const key of seen.forgotten) {
    const id = kept.idOfKey.get(key) ?? '';
    const state = kept.outbox.get(id)?.state;
    const reasons = failures.get(id)?.map((event) => event.reason) ?? [];
    if (state !== 'unknown' || reasons.join() !== 'unknown')
      say('unknown not told', `outbox ${id}: ${state}, entries: ${reasons.join() || 'none'}`);
  }
}

/** What a decision is about: it may be said once in the life of an agency, a card once a day. */
function subjectsOf(decision: Decided, at: Instant): string[] {
  if (decision.type === 'card-sent') return [`the card of ${dayOf(at)} to ${decision.member}`];
  if (decision.type === 'summary-posted') return [`the summary of ${decision.month}`];
  if (decision.type === 'extensions-told')
    return decision.extensions.map(({ item, extension }) => `${extension} of ${item} to ${decision.member}`);
  const to = JSON.stringify(decision.to);
  return decision.lines.map(
    ({ item, due, date, step }) => `${to}: ${due} of ${item} on ${date}, step ${step}`,
  );
}

/** What a command at the terminal said it did is done. */
function compareCommands(seen: Witnessed, kept: KeptState, say: Say): void {
  const count = (test: (event: DomainEvent) => boolean) =>
    kept.entries.filter(({ event }) => test(event)).length;
  for (const command of seen.commands) {
    if (command.did === 'invite') {
      const id = kept.invites.get(command.codeHash);
      const made = count((event) => event.type === 'invite-made' && event.invite === id);
      if (made !== 1) say('command lost', `invite ${command.codeHash.slice(0, 8)}: ${made} entries`);
    } else {
      const { year, items } = command;
      const plans = count((event) => event.type === 'plan-imported' && event.year === year);
      const added = count((event) => event.type === 'item-added' && event.year === year);
      if (plans !== 1 || added !== items)
        say('command lost', `plan of ${year}: ${plans} plans, ${added} items`);
    }
  }
}
