/** How the program is put together, on one page. What opens last closes first. */
import type { Account, Config } from './config.ts';
import type { World } from './flow/flow.ts';
import { handleEvent } from './flow/handle-event.ts';
import { createMemory } from './flow/memory.ts';
import { ownDataOf } from './flow/own-data.ts';
import type { PlanReader } from './flow/plan-reading.ts';
import type { Clock, Ids, Line, Log, Queue, Store } from './flow/ports.ts';
import { createLedger, type Ledger } from './flow/transact.ts';
import { startTicking, work, workPushes } from './flow/work.ts';
import { keptLinkSecret } from './http/link-secret.ts';
import { paperRouter } from './http/paper-router.ts';
import { startHttp } from './http/server.ts';
import { createLinks } from './http/signed-link.ts';
import { randomIds } from './ids.ts';
import { createLine } from './line/client.ts';
import { webhookRouter } from './line/webhook.ts';
import { planFiles } from './plan-files.ts';
import { createLocalQueue } from './queue/local.ts';

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  /** Chance; the machine's own unless a test brings its own. */
  readonly ids?: Ids;
  readonly queue?: Queue;
  readonly pushes?: Queue;
  /** Reads plan documents; the program's own unless a test brings another. */
  readonly plans?: PlanReader;
  /** Without PUBLIC_URL, links lead to this machine: for the demo. */
  readonly linksToThisMachine?: boolean;
  /** How often work that nobody woke us for is looked for, milliseconds. */
  readonly tickMs?: number;
}

export interface App {
  readonly port: number;
  readonly world: World;
  readonly ledger: Ledger;
  /** Resolves when LINE was asked for the first time who each bot is, whether it answered or not. */
  readonly asked: Promise<void>;
  /** Takes no more requests, ends what is under way, closes the store. */
  stop(): Promise<void>;
}

/** An account as the webhook and the outbox use it. */
interface Serving {
  readonly account: Account;
  readonly line: Line;
  /** The bot's own user id: configured, or learned from LINE. */
  destination: string | null;
  /** By which people add it as a friend; learned from LINE. */
  basicId: string | null;
}

/** How often the store is cared for. */
const UPKEEP_MS = 3_600_000;
/** LINE may be away when we start: "who am I" is asked again this often. */
const ASK_AGAIN_MS = 60_000;

/** @throws when the port is taken or the store cannot be read. */
export async function startApp({
  config,
  clock,
  log,
  store,
  ids = randomIds(),
  ...parts
}: AppParts): Promise<App> {
  const queue = parts.queue ?? createLocalQueue({ clock, log });
  const pushes = parts.pushes ?? createLocalQueue({ clock, log });
  const ending = new AbortController();
  const serving = new Map(
    config.accounts.map((account): [string, Serving] => {
      const { apiBase, dataApiBase } = config;
      const line = createLine({ accessToken: account.accessToken, apiBase, dataApiBase });
      return [account.agency, { account, line, destination: account.destination, basicId: null }];
    }),
  );
  const line = (agency: string) => serving.get(agency)?.line ?? null;
  const stopping = ending.signal;
  let port: number | null = null;
  const here = () => (parts.linksToThisMachine === true && port !== null ? `http://localhost:${port}` : null);
  const secret = config.linkSecret ?? keptLinkSecret(config.dataDir);
  const links = createLinks(secret, () => config.publicUrl ?? here(), clock);
  const { link } = links;
  const world: World = {
    store,
    queue,
    pushes,
    clock,
    ids,
    ...createMemory({ clock, log, line }),
    log,
    line,
    account: (agency) => serving.get(agency)?.basicId ?? null,
    link,
    started: clock.now(),
    stopping,
  };
  const ledger = createLedger(world);
  const webhook = webhookRouter(
    {
      log,
      account(agency) {
        const one = serving.get(agency);
        return one === undefined ? null : { secret: one.account.secret, destination: () => one.destination };
      },
      handle: (agency, inbound) => handleEvent(world, ledger, agency, inbound),
      answered: (agency) => queue.wake(agency, clock.now()),
    },
    config.only,
  );
  const ready = async () => void (await store.agenciesWithWork(clock.now(), 1));
  const pages = paperRouter({
    log,
    clock,
    links,
    read: ledger.read,
    async own(agency, member) {
      const held = await ledger.read(agency);
      return held === null ? null : ownDataOf(world, held, member);
    },
    async office() {
      const [only, ...others] = await store.agencies();
      if (only === undefined || others.length > 0) return null;
      return (await ledger.read(only))?.agency.profile ?? null;
    },
  });
  const http = await startHttp({ log, webhook, pages, ready }, config.port, config.host);
  port = http.port;
  queue.run((agency) => work(world, ledger, agency));
  const plans = parts.plans ?? planFiles();
  pushes.run((agency) => workPushes(world, ledger, agency, plans));
  const stopTicking = startTicking(world, parts.tickMs);
  const upkeep = async () => {
    await store.upkeep(clock.now());
    return true;
  };
  const asking = [...serving.values()].map((one) =>
    repeat(clock, log, ASK_AGAIN_MS, () => askWhoIAm(one, log)),
  );
  const regular = [repeat(clock, log, UPKEEP_MS, upkeep), ...asking];
  return {
    port: http.port,
    world,
    ledger,
    asked: Promise.all(asking.map(({ first }) => first)).then(() => undefined),
    async stop() {
      stopTicking();
      await Promise.all(regular.map(({ stop }) => stop()));
      await http.close();
      ending.abort();
      await Promise.all([queue.stop(), pushes.stop()]);
      await store.close();
    },
  };
}

/** True = ask again later. */
async function askWhoIAm(one: Serving, log: Log): Promise<boolean> {
  if (one.basicId !== null) return false;
  const bot = await one.line.bot();
  if (bot.kind === 'told') {
    one.destination ??= bot.value.userId;
    one.basicId = bot.value.basicId;
    return false;
  }
  const { reason, status } = bot.failure;
  log.warn({ agency: one.account.agency, reason, status }, 'LINE does not say who this bot is; asking again');
  return true;
}

/** Regular work: its first run, and how to stop it, which waits for the run under way. */
interface Repeated {
  readonly first: Promise<void>;
  stop(): Promise<void>;
}

/** Runs now, and again after `ms` for as long as it says so; a failure is logged and does not end it. */
function repeat(clock: Clock, log: Log, ms: number, run: () => Promise<boolean>): Repeated {
  let stopped = false;
  let cancel = () => {};
  const turn = async (): Promise<void> => {
    let again = true;
    try {
      again = await run();
    } catch (cause) {
      log.error({ error: String(cause) }, 'regular work failed');
    }
    if (!again || stopped) return;
    cancel = clock.after(ms, () => {
      underWay = turn();
    });
  };
  const first = turn();
  let underWay = first;
  return {
    first,
    stop() {
      stopped = true;
      cancel();
      return underWay;
    },
  };
}
