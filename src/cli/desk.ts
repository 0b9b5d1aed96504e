/** What the commands at the server's terminal work with: the same store and the same rules as the bot, no LINE. */
import { join } from 'node:path';
import { realClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import type { Command as DomainCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { World } from '../flow/flow.ts';
import type { BesideChange, Clock, Store } from '../flow/ports.ts';
import { createLedger, type Held, type Ledger } from '../flow/transact.ts';
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
  ): Promise<{ readonly ok: true; readonly after: Held } | { readonly ok: false; readonly refusal: Refusal }>;
  close(): Promise<void>;
}

/** Opens the store of DATA_DIR beside a server that may be running. */
export function openDesk(terminal: Terminal, clock: Clock = realClock()): Desk {
  const { dataDir, logLevel } = readConfig({ ...terminal.env, NODE_ENV: undefined });
  const log = createLog(terminal.env.LOG_LEVEL === undefined ? 'warn' : logLevel);
  const store = openSqliteStore({ folder: join(dataDir), log });
  return deskOn(store, clock, log);
}

/** A desk on a store that is open already: for the demo and tests. */
export function deskOn(store: Store, clock: Clock, log: World['log']): Desk {
  const queue = { wake: () => {}, run: () => {}, stop: async () => {} };
  const world: World = { store, queue, clock, ids: randomIds(), log, line: () => null, started: clock.now() };
  const ledger = createLedger(world);
  return {
    world,
    ledger,
    store,
    async command(agency, command, beside = []) {
      const kept = await ledger.transact(agency, (held) => {
        const decision = decide(held.agency, command, clock.now());
        if (!decision.ok) return { result: decision.refusal };
        const because = { by: { kind: 'console' as const }, at: clock.now(), cause: null };
        return { result: null, events: decision.events, because, batch: { beside } };
      });
      if (kept.kind === 'already-seen') throw new Error('a terminal command has no event to be seen twice');
      return kept.result === null ? { ok: true, after: kept.after } : { ok: false, refusal: kept.result };
    },
    close: () => store.close(),
  };
}

/**
 * The agency a command is about: `--agency`, else the only one there is.
 *
 * @throws WrongUse when it is not said and not clear, or unknown.
 */
export async function agencyMeant(desk: Desk, input: Input): Promise<Held> {
  const known = await desk.store.agencies();
  const wanted = input.text('agency') ?? (known.length === 1 ? known[0] : undefined);
  if (wanted === undefined) {
    throw new WrongUse(
      known.length === 0
        ? 'there is no agency yet: add one with "ita agency add"'
        : `--agency is missing; there are: ${known.join(', ')}`,
    );
  }
  const held = await desk.ledger.read(wanted);
  if (held === null) throw new WrongUse(`no agency "${wanted}"; there are: ${known.join(', ') || 'none'}`);
  return held;
}
