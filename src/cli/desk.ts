/** What the commands at the server's terminal work with: the same store and the same rules as the bot, no LINE. */
import { realClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import type { Command as DomainCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/event.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { World } from '../flow/flow.ts';
import { createMemory } from '../flow/memory.ts';
import type { BesideChange, Clock, DeliveryNote, Ids, Log, Store } from '../flow/ports.ts';
import { createLedger, type Held, type Ledger, type Plan } from '../flow/transact.ts';
import { randomIds } from '../ids.ts';
import { createLog } from '../log.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Input, Terminal } from './command.ts';
import { WrongUse } from './command.ts';

export interface Desk {
  readonly world: World;
  readonly ledger: Ledger;
  readonly store: Store;
  /** Decides a command on the agency's newest state and keeps it with what lies beside. */
  command(
    agency: string,
    command: DomainCommand,
    beside?: readonly BesideChange[],
    notes?: readonly DeliveryNote[],
  ): Promise<Done | { readonly ok: false; readonly refusal: Refusal }>;
  close(): Promise<void>;
}

/** What a command changed: the entries that were kept, and the agency after them. */
export interface Done {
  readonly ok: true;
  readonly after: Held;
  readonly events: readonly DomainEvent[];
}

/** The configuration for care, which needs no LINE: NODE_ENV may be production without it. */
export function deskConfig(terminal: Terminal): Config {
  return readConfig({ ...terminal.env, NODE_ENV: undefined });
}

/** The log of a command that is not the server: `quiet` unless LOG_LEVEL is set. */
export function logOf(terminal: Terminal, config: Config, quiet: string): Log {
  return createLog((terminal.env.LOG_LEVEL ?? '') === '' ? quiet : config.logLevel);
}

/** Acts on the store of DATA_DIR, beside a server that may be running, and closes it whatever happens. */
export async function withDesk<T>(terminal: Terminal, act: (desk: Desk) => Promise<T>): Promise<T> {
  const config = deskConfig(terminal);
  const log = logOf(terminal, config, 'warn');
  const desk = deskOn(openSqliteStore({ folder: config.dataDir, log }), realClock(), log);
  try {
    return await act(desk);
  } finally {
    await desk.close();
  }
}

/**
 * The same with the agency a command is about: `--agency`, else the only one there is.
 *
 * @throws WrongUse when it is not said and not clear, or unknown.
 */
export function withAgency<T>(
  input: Input,
  terminal: Terminal,
  act: (desk: Desk, held: Held) => T | Promise<T>,
): Promise<T> {
  return withDesk(terminal, async (desk) => act(desk, await agencyMeant(desk, input)));
}

/** A desk on a store that is open already: for the demo and tests. */
export function deskOn(store: Store, clock: Clock, log: Log, ids: Ids = randomIds()): Desk {
  const queue = { wake: () => {}, run: () => {}, stop: async () => {} };
  const stopping = new AbortController().signal;
  const [line, link, account] = [() => null, () => null, () => null];
  const started = clock.now();
  const world: World = {
    store,
    queue,
    pushes: queue,
    clock,
    ids,
    ...createMemory({ clock, log, line }),
    log,
    line,
    account,
    link,
    started,
    stopping,
  };
  const ledger = createLedger(world);
  return {
    world,
    ledger,
    store,
    async command(agency, command, beside = [], notes = []) {
      const kept = await ledger.transact(agency, (held): Plan<Decision> => {
        const decision = decide(held.agency, command, clock.now());
        if (!decision.ok) return { result: decision };
        const because = { by: { kind: 'console' as const }, at: clock.now(), cause: null };
        return { result: decision, events: decision.events, because, batch: { beside, notes } };
      });
      if (kept.kind === 'already-seen') throw new Error('a terminal command has no event to be seen twice');
      const { result, after } = kept;
      return result.ok ? { ok: true, after, events: result.events } : result;
    },
    close: () => store.close(),
  };
}

async function agencyMeant(desk: Desk, input: Input): Promise<Held> {
  const id = await agencyNamed(desk, input);
  const held = await desk.ledger.read(id);
  if (held === null) throw new Error(`agency "${id}" is listed but cannot be read`);
  return held;
}

async function agencyNamed(desk: Desk, input: Input): Promise<string> {
  const known = await desk.store.agencies();
  const wanted = input.text('agency');
  const [only] = known;
  if (only === undefined) throw new WrongUse('There is no agency yet: add one with "agency add".');
  if (wanted === undefined && known.length > 1)
    throw new WrongUse(`--agency is missing; there are: ${known.join(', ')}.`);
  if (wanted !== undefined && !known.includes(wanted))
    throw new WrongUse(`There is no agency "${wanted}"; there are: ${known.join(', ')}.`);
  return wanted ?? only;
}
