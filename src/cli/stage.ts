/**
 * The demo's world: a LINE Platform on this machine, the example office on it, and the bot serving it over real HTTP with
 * its data on disk. One clock is shared by bot and platform. Everybody joins through the front door.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, startApp } from '../app.ts';
import { realClock, type SetClock, setClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { type PlanDraft, planDraft, readDraft } from '../domain/draft.ts';
import type { EventOf, RoleIn } from '../domain/event.ts';
import { firstImport } from '../domain/revise.ts';
import { newCode } from '../flow/new-code.ts';
import type { Ids, Log, Queue, Store } from '../flow/ports.ts';
import { createLocalQueue } from '../queue/local.ts';
import { createPhones } from '../simulator/phones/phones.ts';
import { type Bot, createPlatform, type Platform } from '../simulator/platform.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { type Desk, deskOn } from './desk.ts';
import { castOf, hostOf } from './phones-host.ts';

/** Monday 5 January 2026, 08:00 in Bangkok: fiscal year 2569. */
export const DEMO_START = Date.UTC(2026, 0, 5, 1, 0);
export const AGENCY = 'office';
const CREDENTIALS = { secret: 'the-demo-channel-secret', token: 'the-demo-access-token' };
/** Commands beside the demo are rare, and its clock jumps weeks: looking every few seconds would be thousands of looks. */
const TICK_MS = 900_000;

/** Someone of the office as its file has him: `example/people.json`. */
export interface Colleague {
  readonly key: string;
  readonly name: string;
  readonly position: string;
  readonly roles: readonly RoleIn[];
  /** His divisions chose him to be reminded. */
  readonly receiver?: boolean | undefined;
}

export interface Person extends Colleague {
  /** LINE id on the platform. */
  readonly user: string;
}

export interface Stage {
  readonly clock: SetClock;
  readonly platform: Platform;
  /** Where the platform listens; the phones are at `/phones`, where `phones` was asked for. */
  readonly platformUrl: string;
  readonly bot: Bot;
  readonly people: readonly Person[];
  /** LINE id of the staff group. */
  readonly group: string;
  /** LINE id of someone who is nobody's colleague. */
  readonly citizen: string;
  app(): App;
  desk(): Desk;
  /** Stops the bot; the platform goes on, and what people write then finds nobody. */
  stopBot(): Promise<void>;
  /** Starts it again on the same folder. */
  startBot(): Promise<void>;
  /** Both. */
  restart(): Promise<void>;
  /** The clock does not run ahead of this work, as it does not of the bot's own. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Waits until the bot has nothing under way at the present time. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StageOptions {
  readonly folder: string;
  readonly log: Log;
  readonly port?: number;
  /** Where links lead; this machine unless it is set. */
  readonly publicUrl?: string | undefined;
  /** Taken already, any free one is used. */
  readonly platformPort?: number;
  /** Serves the phones; bound to 127.0.0.1 unless a host is given. */
  readonly phones?: { readonly host?: string };
  readonly start?: number;
  /** The clock also runs by itself. */
  readonly ticking?: boolean;
  readonly draft?: PlanDraft;
  /** Who works there; `example/people.json` unless others are given. */
  readonly people?: readonly Colleague[];
  /** LINE's free messages a month; the free plan's unless set. */
  readonly quota?: number;
  /** How often the bot looks for work nobody woke it for, milliseconds. */
  readonly tickMs?: number;
  /** Real milliseconds the bot has for a webhook; LINE's own two seconds on a clock that ticks. */
  readonly webhookTimeoutMs?: number;
  /** Stands between the bot and its store, to watch it or to break it. */
  readonly betweenStore?: (store: Store) => Store;
  /** Chance; the machine's own unless the year is to be played again just so. */
  readonly ids?: Ids;
}

type Office = Omit<EventOf<'agency-added'>, 'type' | 'v'>;

/** Reads a file of `example/`. */
export function example<T>(name: string): T {
  return JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../example/${name}`, import.meta.url)), 'utf8'),
  ) as T;
}

/** Opens the stage with the office set up: people joined, group bound, plan open and published. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { folder, log, start = DEMO_START } = options;
  const ticking = options.ticking === true ? realClock() : undefined;
  const clock = setClock(start, () => idler.idle(), ticking);
  // Two seconds are LINE's; on a clock that stands still a slow machine would wait for a redelivery for ever.
  const { webhookTimeoutMs = ticking === undefined ? 60_000 : 2_000 } = options;
  const platform = createPlatform({ clock, rateLimits: false, webhookTimeoutMs });
  const idler = createIdler(platform.posting);
  let running: Running | null = null;
  const stop = async () => {
    await running?.app.stop();
    await platform.close();
  };
  try {
    const api = await listenNear(platform, options.platformPort ?? 0, options.phones?.host);
    const { quota = 300 } = options;
    const bot = platform.world.addBot({ name: 'น้องไอต้า', ...CREDENTIALS, quota, redelivery: true });
    const config = readConfig({
      LINE_CHANNEL_SECRET: CREDENTIALS.secret,
      LINE_CHANNEL_ACCESS_TOKEN: CREDENTIALS.token,
      LINE_API_BASE: api,
      LINE_DATA_API_BASE: api,
      PORT: String(options.port ?? 0),
      HOST: '127.0.0.1',
      PUBLIC_URL: options.publicUrl,
      DATA_DIR: folder,
    });
    const startBot = async () => {
      const started = await startRunning(config, clock, idler, options);
      running = started;
      platform.world.setBot(bot.userId, { webhookUrl: `http://127.0.0.1:${started.app.port}/webhook` });
      return started;
    };
    let present = await startBot();
    const people = addPeople(platform, bot, options.people ?? example<Colleague[]>('people.json'));
    const members = people.map((one) => one.user);
    const group = platform.world.addGroup({ name: 'เจ้าหน้าที่ อบต.ดอนตะวัน', members });
    const citizen = platform.world.addUser({ name: 'ประชาชน' });
    platform.world.setFriendship(citizen, bot.userId, 'friend');
    const stage: Stage = {
      clock,
      platform,
      platformUrl: api,
      bot,
      people,
      group,
      citizen,
      app: () => present.app,
      desk: () => deskOn(present.store, clock, log, options.ids),
      async stopBot() {
        await present.app.stop();
      },
      async startBot() {
        present = await startBot();
      },
      async restart() {
        await stage.stopBot();
        await stage.startBot();
      },
      during: idler.during,
      async settle() {
        // On a clock that ticks the bot looks for work when its own quarter of an hour is over, not at the one we set.
        present.app.world.queue.wake(AGENCY, clock.now());
        await clock.set(clock.now());
      },
      stop,
    };
    if (options.phones !== undefined) {
      const [cast, host] = [castOf(stage), hostOf(stage, AGENCY)];
      const open = options.phones.host !== undefined;
      platform.mount(createPhones({ platform, clock, cast, host, open }));
    }
    await setUp(stage, options.draft ?? planDraft.parse(example('plan-2569.json')));
    if (options.phones !== undefined) await bringMenus(stage);
    await present.app.asked;
    return stage;
  } catch (error) {
    // A platform left listening would keep the process alive.
    await stop();
    throw error;
  }
}

/** On that port, or any free one; the base URL as this machine reaches it. */
async function listenNear(platform: Platform, port: number, host = '127.0.0.1'): Promise<string> {
  const url = await platform.listen(port, host).catch((error: unknown) => {
    if (port !== 0 && isTaken(error)) return platform.listen(0, host);
    throw error;
  });
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])/, '//127.0.0.1');
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

interface Running {
  readonly app: App;
  readonly store: Store;
}

async function startRunning(
  config: Config,
  clock: SetClock,
  idler: Idler,
  { log, tickMs = TICK_MS, ids, betweenStore = (store) => store }: StageOptions,
): Promise<Running> {
  const store = betweenStore(openSqliteStore({ folder: config.dataDir, log, now: clock.now }));
  const queue = idler.watch(createLocalQueue({ clock, log }));
  const pushes = idler.watch(createLocalQueue({ clock, log }));
  try {
    const chance = ids === undefined ? {} : { ids };
    const parts = { config, clock, log, store, queue, pushes, tickMs, linksToThisMachine: true, ...chance };
    return { app: await startApp(parts), store };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function addPeople(platform: Platform, bot: Bot, people: readonly Colleague[]): Person[] {
  return people.map((person) => {
    const user = platform.world.addUser({ name: person.name });
    platform.world.setFriendship(user, bot.userId, 'friend');
    return { ...person, user };
  });
}

/** As an office would: the terminal makes codes, people and group send them, the plan comes in and is opened. */
async function setUp(stage: Stage, draft: PlanDraft): Promise<void> {
  const { platform, bot, people, group, clock } = stage;
  const desk = stage.desk();
  const { ids } = desk.world;
  const { name, shortName, divisions, contact, complaint } = example<Office>('office.json');
  const by = { kind: 'console' as const };
  const must = async (
    ...[command, beside]: [Parameters<Desk['command']>[1], Parameters<Desk['command']>[2]?]
  ) => {
    const kept = await desk.command(AGENCY, command, beside);
    if (!kept.ok) throw new Error(`the example office is refused: ${kept.refusal.kind}`);
  };
  const expires = clock.now() + 86_400_000;
  await must({ type: 'add-agency', name, shortName, divisions, contact, complaint });
  for (const person of people) {
    const { id, code, beside } = newCode(ids, 'member', person.name);
    await must({ type: 'make-invite', by, invite: id, roles: person.roles, expires }, beside);
    await platform.say({ user: person.user }, code);
  }
  const { id, code, beside } = newCode(ids, 'group');
  await must({ type: 'make-group-code', by, code: id, purpose: 'staff', expires }, beside);
  await platform.joinGroup(group, bot.userId);
  const coordinator = people.find((one) => one.roles.some(({ role }) => role === 'coordinator'));
  await platform.say({ user: coordinator?.user ?? '', group }, code);
  // The story begins before the work: what a document of the year's end states as done is not yet.
  const change = firstImport({ ...readDraft(draft, divisions, ids.id), statuses: [] });
  await must({ type: 'revise-plan', by, revision: ids.id(), change });
  const { year } = change;
  await must({ type: 'open-plan', by, year });
  await must({ type: 'publish-plan', by, year });
  for (const division of divisions.map((one) => one.code)) {
    const chosen = people.filter(({ receiver, roles }) => receiver && roles.some(inDivision(division)));
    const records = chosen.map(({ user }) => desk.store.besideByKey(AGENCY, 'person', user));
    const members = (await Promise.all(records)).flatMap((record) => record?.id ?? []);
    await must({ type: 'set-receivers', by, division, members });
  }
  await stage.settle();
}

/** As `ita richmenu deploy` does. */
async function bringMenus(stage: Stage): Promise<void> {
  const { world, ledger } = stage.app();
  const { deployMenus } = await import('../menus.ts');
  const told = await deployMenus(world, ledger, AGENCY);
  if (told.kind === 'failed') throw new Error(`the platform refuses the menus: ${told.failure.message}`);
}

function inDivision(code: string): (role: RoleIn) => boolean {
  return ({ division }) => division === code;
}

interface Idler {
  watch(queue: Queue): Queue;
  during<T>(work: Promise<T>): Promise<T>;
  idle(): Promise<void>;
}

/**
 * Knows when the bot's handlers have nothing under way, so that a clock that is set does not run ahead of them. `posting`
 * counts the webhooks not answered yet: those LINE sends again come from no one's hand.
 */
function createIdler(posting: () => number): Idler {
  let busy = 0;
  let waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const during = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    try {
      return await work;
    } finally {
      busy -= 1;
      if (busy === 0) for (const resolve of waiting.splice(0)) resolve();
    }
  };
  return {
    watch: (queue) => ({ ...queue, run: (handler) => queue.run((agency) => during(handler(agency))) }),
    during,
    async idle() {
      // What a timer starts reaches the queue within a few turns of the loop (a read of the store, a wake-up).
      for (let turns = 0; turns < 4; turns += 1) {
        await turn();
        while (busy > 0 || posting() > 0) {
          if (busy === 0) await turn();
          else
            await new Promise<void>((resolve) => {
              waiting = [...waiting, resolve];
            });
          turns = 0;
        }
      }
    },
  };
}
