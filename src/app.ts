/** How the program is put together, on one page. What opens last closes first. */
import type { Account, Config } from './config.ts';
import type { World } from './flow/flow.ts';
import { handleEvent } from './flow/handle-event.ts';
import { createOpenQuestions } from './flow/open-questions.ts';
import type { Clock, Ids, Line, Log, PlanReader, Queue, Store } from './flow/ports.ts';
import { createQuotas } from './flow/quota.ts';
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
  /** Takes no more requests, ends what is under way, closes the store. */
  stop(): Promise<void>;
}

/** An account as the webhook and the outbox use it. */
interface Serving {
  readonly account: Account;
  readonly line: Line;
  /** The bot's own user id: configured, or learned from LINE. */
  destination: string | null;
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
      return [account.agency, { account, line, destination: account.destination }];
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
    questions: createOpenQuestions(),
    quotas: createQuotas({ clock, log, line }),
    log,
    line,
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
  const pages = paperRouter({ log, clock, links, read: ledger.read });
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
  const regular = [
    repeat(clock, log, UPKEEP_MS, upkeep),
    ...[...serving.values()].map((one) => repeat(clock, log, ASK_AGAIN_MS, () => askWhoIAm(one, log))),
  ];
  return {
    port: http.port,
    world,
    ledger,
    async stop() {
      stopTicking();
      await Promise.all(regular.map((stop) => stop()));
      await http.close();
      ending.abort();
      await Promise.all([queue.stop(), pushes.stop()]);
      await store.close();
    },
  };
}

/** True = ask again later. */
async function askWhoIAm(one: Serving, log: Log): Promise<boolean> {
  if (one.destination !== null) return false;
  const bot = await one.line.bot();
  if (bot.kind === 'told') {
    one.destination = bot.value.userId;
    return false;
  }
  const { reason, status } = bot.failure;
  log.warn({ agency: one.account.agency, reason, status }, 'LINE does not say who this bot is; asking again');
  return true;
}

/**
 * Runs now, and again after `ms` for as long as it says so; a failure is logged and does not end it. The result stops it and
 * waits for the run under way.
 */
function repeat(clock: Clock, log: Log, ms: number, run: () => Promise<boolean>): () => Promise<void> {
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
  let underWay = turn();
  return () => {
    stopped = true;
    cancel();
    return underWay;
  };
}
