/** One command at a time per agency in this process, decided again when another process was faster. */
import { agencyOn } from '../domain/acting.ts';
import { type Agency, emptyAgency, type Item } from '../domain/agency.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import type { Actor, Entry } from '../domain/entry.ts';
import type { DomainEvent } from '../domain/event.ts';
import { EVOLVE_VERSION, evolveAll } from '../domain/evolve.ts';
import { statusIn, statusOf } from '../domain/item.ts';
import type { World } from './flow.ts';
import { type Batch, StoreDown } from './ports.ts';

const ATTEMPTS = 5;
const HELD_AGENCIES = 2_000;
const SNAPSHOT_EVERY = 200;

/** An agency as this process knows it, as it is today (`agencyOn`). `head` = hash of the newest entry. */
export interface Held {
  readonly agency: Agency;
  readonly head: string;
}

/** Who did it and why, the same for all events of one plan. */
export interface Because {
  readonly by: Actor;
  readonly at: Instant;
  readonly cause: string | null;
}

/** What is to be kept, and what the caller gets when it was. */
export interface Plan<T> {
  readonly result: T;
  readonly events?: readonly DomainEvent[];
  readonly because?: Because;
  /** The rest of the batch. A plan without events and without this writes nothing at all. */
  readonly batch?: Omit<Batch, 'events' | 'now'>;
}

export type Kept<T> =
  | { readonly kind: 'kept'; readonly result: T; readonly after: Held }
  /** The event had been handled before: nothing was written. */
  | { readonly kind: 'already-seen' };

export interface Ledger {
  /** The newest state, or null when there is no such agency. */
  read(agency: string): Promise<Held | null>;
  /**
   * Runs `plan` on the newest state and keeps what it gives, all or nothing. `plan` runs again (up to 5 times) when another
   * process appended meanwhile, so it must not act on the world. The caller wakes the queue when it is ready to send.
   *
   * @throws StoreDown when the store cannot answer or the agency is contended beyond reason.
   */
  transact<T>(agency: string, plan: (held: Held) => Promise<Plan<T>> | Plan<T>): Promise<Kept<T>>;
}

export function createLedger(world: World): Ledger {
  /** Folded from the entries alone: who acts for whom today is looked at each time. */
  const held = new Map<string, Held>();
  const today = (one: Held): Held => ({ ...one, agency: agencyOn(one.agency, dayOf(world.clock.now())) });
  const turns = new Map<string, Promise<unknown>>();

  async function refresh(id: string): Promise<Held | null> {
    const known = held.get(id);
    // Without a version the store gives its snapshot too.
    const loaded = await world.store.load(id, known?.agency.version);
    if (loaded === null) return null;
    if (known !== undefined && loaded.tail.length === 0) return touch(id, known);
    const { snapshot } = loaded;
    const usable = known === undefined && snapshot !== null && snapshot.fold === EVOLVE_VERSION;
    // A snapshot of another fold is of no use: then the whole ledger is read.
    const stale = known === undefined && snapshot !== null && !usable;
    // `fold` vouches for the shape of the state: the same code wrote it.
    const base = known?.agency ?? (usable ? (snapshot.state as Agency) : emptyAgency(id));
    const tail = stale ? await wholeLedger(id, loaded.version) : loaded.tail;
    return touch(id, { agency: evolveAll(base, tail), head: loaded.head });
  }

  /** Up to `version`, whose hash the caller holds: what is appended meanwhile comes at the next look. */
  async function wholeLedger(id: string, version: number): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for await (const entry of world.store.entries(id)) {
      if (entry.seq > version) break;
      entries.push(entry);
    }
    return entries;
  }

  /** Most recently used last; the longest unused goes when there are too many. */
  function touch(id: string, value: Held): Held {
    held.delete(id);
    held.set(id, value);
    if (held.size > HELD_AGENCIES) {
      const [oldest] = held.keys();
      if (oldest !== undefined) held.delete(oldest);
    }
    return value;
  }

  async function attempt<T>(id: string, plan: (held: Held) => Promise<Plan<T>> | Plan<T>): Promise<Kept<T>> {
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const before = (await refresh(id)) ?? { agency: emptyAgency(id), head: '' };
      const { result, events = [], because, batch } = await plan(today(before));
      if (events.length === 0 && batch === undefined) return { kind: 'kept', result, after: today(before) };
      const now = world.clock.now();
      const { by, at, cause } = because ?? { by: { kind: 'clock' }, at: now, cause: null };
      const fresh = entriesAhead(before.agency, events, { by, at, cause }, now);
      const agency = evolveAll(before.agency, fresh);
      const waits = batch?.beside?.some((one) => one.do === 'put' && one.record.kind === 'draft') === true;
      const wake = waits || sweepNeeded(before.agency, agency, events) ? { wake: now } : {};
      const done = await world.store.append(id, before.agency.version, {
        ...wake,
        ...batch,
        events: fresh.map(({ seq: _seq, ...entry }) => entry),
        now,
      });
      if (done.kind === 'already-seen') return done;
      if (done.kind === 'conflict') continue;
      const after = touch(id, { agency, head: done.head });
      await snapshotNowAndThen(before.agency, agency);
      return { kind: 'kept', result, after: today(after) };
    }
    throw new StoreDown(`agency ${id} changed ${ATTEMPTS} times while one command was decided`);
  }

  async function snapshotNowAndThen(before: Agency, after: Agency): Promise<void> {
    if (Math.floor(before.version / SNAPSHOT_EVERY) === Math.floor(after.version / SNAPSHOT_EVERY)) return;
    try {
      await world.store.keepSnapshot(after.id, {
        version: after.version,
        fold: EVOLVE_VERSION,
        state: after,
      });
    } catch (cause) {
      // The entries are kept; a snapshot only saves time at the next start.
      world.log.warn({ agency: after.id, error: String(cause) }, 'snapshot not kept');
    }
  }

  return {
    async read(id) {
      const known = await refresh(id);
      return known === null ? null : today(known);
    },
    transact(id, plan) {
      const before = turns.get(id) ?? Promise.resolve();
      const mine = before.then(() => attempt(id, plan));
      const settled = mine
        .catch(() => undefined)
        .finally(() => {
          if (turns.get(id) === settled) turns.delete(id);
        });
      turns.set(id, settled);
      return mine;
    },
  };
}

/** Events as the entries they become if they are the next to be kept; the transaction vouches for their numbers. */
export function entriesAhead(
  agency: Agency,
  events: readonly DomainEvent[],
  because: Because,
  kept: Instant,
): Entry[] {
  return events.map((event, index) => ({ seq: agency.version + 1 + index, kept, event, ...because }));
}

/** True when the next reminder, card or summary may now be earlier than it was, or be another's. */
function sweepNeeded(before: Agency, after: Agency, events: readonly DomainEvent[]): boolean {
  return events.some((event) => {
    switch (event.type) {
      // What is kept of them ends one day (`forget.ts`), or is to be scrubbed from the files; so it is of who leaves.
      case 'member-erased':
      case 'plan-closed':
      case 'invite-made':
      case 'group-code-made':
      case 'plan-opened':
      case 'plan-revised':
      case 'import-undone':
      // When people are reminded, and what is expected when.
      case 'policy-set':
      case 'holidays-set':
      case 'meetings-set':
      case 'oit-due-set':
      case 'item-changed':
      case 'extension-decided':
      case 'extension-undone':
      case 'extension-decision-undone':
      case 'report-undone':
      // Who is reminded.
      case 'member-joined':
      case 'member-left':
      case 'reach-changed':
      case 'presence-changed':
      case 'roles-changed':
      case 'acting-set':
      case 'acting-ended':
      case 'deputy-set':
      case 'receivers-set':
      case 'item-assigned':
      // What a coordinator is to be told of.
      case 'join-asked':
      case 'extension-asked':
      case 'delivery-failed':
      // Who put a reminder off is reminded on a day of his own, on which nothing else may be due.
      case 'reminder-snoozed':
      case 'snooze-undone':
        return true;
      case 'list-adopted':
      case 'item-added':
        return after.plans[event.year]?.state === 'open';
      case 'item-reported':
        return reopened(before.items[event.item], after.items[event.item]);
      default:
        return false;
    }
  });
}

/** True when somebody's part was done and is not any more. */
function reopened(was: Item | undefined, is: Item | undefined): boolean {
  if (was === undefined || is === undefined) return false;
  const parts = is.divisions.length > 1 ? is.divisions : [null];
  const done = (item: Item, part: string | null) =>
    (part === null ? statusOf(item) : statusIn(item, part)) === 'done';
  return parts.some((part) => done(was, part) && !done(is, part));
}
