/**
 * One line of lives: a LINE Platform that survives, and a bot that is killed, comes back on the same folder and is compared
 * with what LINE and the terminal were told. Several lanes run side by side.
 */

import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { emptyAgency } from '../../src/domain/agency.ts';
import { addDays, dayOf, HOUR_MS, instantOf } from '../../src/domain/calendar.ts';
import { nextReminderTime } from '../../src/domain/reminder.ts';
import type { Store } from '../../src/flow/ports.ts';
import { createIds } from '../../src/simulator/ids.ts';
import { createPlatform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { type Life, startBot } from './bot-process.ts';
import type { Flaw } from './broken-parts.ts';
import { lineClock } from './clocks.ts';
import type { Violation } from './compare.ts';
import { BEFORE_ANSWER, isInside, type Kill } from './kill-points.ts';
import { webhooksOf } from './load.ts';
import { type Office, populate, START, writeAccounts, writeDraft } from './offices.ts';
import { startCommand } from './terminal.ts';
import { createWitness, type Witness } from './witness.ts';

export interface LaneOptions {
  /** A folder of its own. */
  readonly folder: string;
  /** The store all lanes start from. */
  readonly template: string;
  /** Compiled sources, so that a start is quick. */
  readonly cache: string;
  readonly offices: readonly Office[];
  readonly random: () => number;
  readonly flaw?: Flaw;
}

export interface Lane {
  readonly witness: Witness;
  /** Kills the bot under load and while it pushes. Resolves when it is dead; false = it did not come to the point. */
  crash(kill: Kill): Promise<boolean>;
  /** Starts it again, lets it put everything right, and compares. */
  recover(kill: Kill): Promise<Violation[]>;
  stop(): Promise<void>;
}

/** Longer than anything takes on a slow machine; who waits longer waits for ever. */
const REST_WITHIN_MS = 45_000;
/** An armed bot that has not died so long after its work is done will not. */
const DIE_WITHIN_MS = 600;
const LOOK_EVERY_MS = 10;
const LOAD_WITHIN_MS = 120;
/** A kill at random comes while the load does. */
const FIRST_WITHIN_MS = 400;
/** How long the bot stays away: less than a reply token lives, more, and longer than LINE lets a late one be used. */
const GAPS_MS = [0, 0, 0, 30_000, 600_000, 1_800_000];
const THIRTY_HOURS_MS = 30 * HOUR_MS;

export async function openLane(options: LaneOptions): Promise<Lane> {
  const { folder, offices, random, flaw } = options;
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  cpSync(options.template, data, { recursive: true });
  const clock = lineClock(START);
  const ids = createIds();
  const platform = createPlatform({ clock, rateLimits: false });
  populate(platform, offices);
  const api = await platform.listen();
  const witness = createWitness(platform, offices, join(folder, 'diary.jsonl'));
  const draft = writeDraft(folder);
  const env = {
    AGENCIES_FILE: writeAccounts(folder, offices),
    LINE_API_BASE: api,
    LINE_DATA_API_BASE: api,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: data,
    LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: options.cache,
    CRASH_DIARY: join(folder, 'diary.jsonl'),
    ...(flaw === undefined ? {} : { CRASH_FLAW: flaw }),
  };
  const underWay = new Set<Promise<unknown>>();
  const during = (work: Promise<unknown>) => {
    const settled = work.finally(() => underWay.delete(settled));
    underWay.add(settled);
  };
  const spawn = () => startBot({ ...env, CRASH_OFFSET: String(clock.offset()) }, join(folder, 'bot.log'));
  let life = spawn();
  let imports = 0;

  async function setTime(at: number): Promise<void> {
    clock.set(at);
    await life.ask({ do: 'jump', offset: clock.offset() });
  }

  /** A reminder morning comes, three offices write, and sometimes someone sits at the terminal. */
  async function load(): Promise<void> {
    if (random() < 0.25) platform.faults.add({ kind: 'drop-after', path: 'push', times: 2 });
    if (random() < 0.25) platform.faults.add({ kind: 'drop-after', path: 'reply', times: 1 });
    if (random() < 0.15) platform.faults.add({ kind: 'drop-before', path: 'any', times: 2 });
    if (random() < 0.5) writeAtTerminal();
    await setTime(morningAfter(clock.now()) + Math.floor(random() * HOUR_MS));
    for (const office of offices) {
      for (const body of webhooksOf(office, ids, clock.now(), random)) {
        const { events, duplicates } = body;
        const wait = random() * LOAD_WITHIN_MS;
        const deliver = async () => {
          await pause(wait);
          witness.sends(body.sent);
          const { outcome } = await platform.deliver(office.bot, events, { duplicates });
          if (outcome === 'accepted') witness.acknowledges(body.sent);
        };
        during(deliver());
      }
    }
  }

  function writeAtTerminal(): void {
    const office = offices[Math.floor(random() * offices.length)];
    if (office === undefined) return;
    const year = random() < 0.3 ? 2580 + imports : null;
    if (year !== null) imports += 1;
    const { agency } = office;
    const killAfterMs = random() < 0.25 ? 100 + random() * 400 : null;
    const command = startCommand({ data, cache: options.cache, agency, draft, year, killAfterMs });
    during(command.then((end) => witness.commands(agency, end)));
  }

  /** The bot dies when LINE has accepted the n-th send of a kind, before LINE's answer is written. */
  function killOnAccepted({ point, n }: Kill): () => void {
    let left = n;
    const kind = point === 'accepted-reply' ? 'reply' : 'push';
    const dying = life;
    return platform.onAccepted(async (accepted) => {
      if (accepted.kind !== kind || !dying.alive()) return;
      left -= 1;
      if (left !== 0) return;
      if (point === 'thirty-hours') witness.willBeForgotten(accepted);
      await dying.kill();
      witness.killed(point);
    });
  }

  async function crash(kill: Kill): Promise<boolean> {
    const { point, n } = kill;
    const dying = life;
    const dead = dying.ended.then(() => true);
    if (isInside(point)) await dying.ask({ do: 'arm', point, n });
    const unhook = BEFORE_ANSWER.includes(point) ? killOnAccepted(kill) : () => {};
    if (point === 'random' || point === 'starting') {
      setTimeout(() => void dying.kill(), n % FIRST_WITHIN_MS);
      await load();
      await dead;
      witness.killed('random');
      unhook();
      return true;
    }
    await load();
    const idle = async () => {
      await Promise.race([dead, quiet()]);
      await pause(DIE_WITHIN_MS);
      return false;
    };
    const died = await Promise.race([dead, idle()]);
    unhook();
    if (!died) {
      await dying.kill();
      witness.killed('random');
    }
    return died;
  }

  /** Resolves when nothing that was sent to the bot waits for its answer. */
  async function quiet(): Promise<void> {
    while (underWay.size > platform.waiting()) await pause(LOOK_EVERY_MS);
  }

  async function recover(kill: Kill): Promise<Violation[]> {
    platform.faults.clear();
    const how = await life.ended;
    if (how !== 'SIGKILL') return ended(`by itself under load: ${how}`);
    const gap = GAPS_MS[Math.floor(random() * GAPS_MS.length)] ?? 0;
    clock.set(clock.now() + (kill.point === 'thirty-hours' ? THIRTY_HOURS_MS : gap));
    if (kill.point === 'starting') {
      life = spawn();
      const early = life;
      // Every other time it serves already, and dies while it puts things right.
      const port = kill.n % 2 === 0 ? await early.listening : await pause(kill.n).then(() => null);
      if (port !== null) {
        serveAt(port);
        clock.runAll();
        await pause(kill.n / 5);
      }
      await early.kill();
      witness.killed('starting');
    }
    life = spawn();
    return rest(life);
  }

  function ended(what: string): Violation[] {
    return [{ promise: 'bot ended or never came to rest', what: `${what}; see ${folder}/bot.log` }];
  }

  function serveAt(port: number): void {
    for (const { bot, agency } of offices)
      platform.world.setBot(bot, { webhookUrl: `http://127.0.0.1:${port}/webhook/${agency}` });
  }

  /** Waits until the bot has nothing left to do, then compares. */
  async function rest(alive: Life): Promise<Violation[]> {
    const port = await alive.listening;
    if (port === null) return ended(`while starting: ${await alive.ended}`);
    serveAt(port);
    const store = openSqliteStore({ folder: data, now: clock.now });
    try {
      const deadline = Date.now() + REST_WITHIN_MS;
      while (!(await atRest(store))) {
        if (!alive.alive()) return ended(`while putting things right: ${await alive.ended}`);
        if (Date.now() > deadline) {
          const found = await witness.compare(store);
          return [...ended(`not at rest`), ...found];
        }
        clock.runAll();
        await pause(LOOK_EVERY_MS);
      }
      return await witness.compare(store);
    } finally {
      await store.close();
    }
  }

  async function atRest(store: Store): Promise<boolean> {
    if (underWay.size > 0) return false;
    const pending = await Promise.all(offices.map(({ agency }) => store.pending(agency)));
    const tries = pending.flat().map((one) => one.nextTry);
    if (tries.length === 0) return (await store.agenciesWithWork(clock.now(), 1)).length === 0;
    // Everything that waits, waits for its next try: it comes.
    if (Math.min(...tries) > clock.now()) await setTime(Math.min(...tries) + 1);
    return false;
  }

  const broken = await rest(life);
  if (broken.length > 0) throw new Error(`not even before the first kill: ${JSON.stringify(broken[0])}`);
  return {
    witness,
    crash,
    recover,
    async stop() {
      await life.kill();
      await platform.close();
      await Promise.all(underWay);
    },
  };
}

function morningAfter(now: number): number {
  return nextReminderTime(emptyAgency('office'), instantOf(addDays(dayOf(now), 1)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
