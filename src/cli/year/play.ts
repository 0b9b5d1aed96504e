/** Plays a fiscal year through the real bot: webhook, flow, store on disk, outbox, and a LINE Platform that counts. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agency } from '../../domain/agency.ts';
import {
  addMonths,
  type Day,
  fiscalYearDays,
  instantOf,
  type Month,
  monthsBetween,
} from '../../domain/calendar.ts';
import type { PlanDraft } from '../../domain/draft.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Log } from '../../flow/ports.ts';
import type { Accepted, Refused } from '../../simulator/platform.ts';
import { AGENCY, type Colleague, openStage, type Stage } from '../stage.ts';
import type { Behaviour } from './behaviour.ts';
import { chanceOf, seededIds } from './chance.ts';
import { bringToLife } from './colleagues.ts';
import { type Facts, factsOf } from './facts.ts';
import { watchStore } from './watched-store.ts';

export interface YearOptions {
  readonly draft: PlanDraft;
  readonly people: readonly Colleague[];
  readonly behaviour: Behaviour;
  /** LINE's free messages a month. */
  readonly quota: number;
  readonly seed: number;
  readonly log: Log;
  /** The server stands still from 10:00 of the first day to 10:00 of the last. */
  readonly outages?: readonly Span[];
  /** On these days the power goes when LINE has taken a push and the bot has not noted it; it is back after a minute. */
  readonly crashes?: readonly Day[];
  /** Told of each month that is over. */
  readonly monthOver?: (month: Month) => void;
}

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export interface YearPlayed {
  readonly year: number;
  /** October to the October after: the last reports of a year are given then. */
  readonly months: readonly Month[];
  /** The state at the end, every report with its moment in it. */
  readonly agency: Agency;
  readonly entries: readonly Entry[];
  readonly accepted: readonly Accepted[];
  /** What LINE refused, 409 for a retry of what it had taken among it. */
  readonly refused: readonly Refused[];
  readonly facts: Facts;
  /** LINE id of somebody by the key of the people's file. */
  readonly userOf: (key: string) => string | undefined;
  /** What people and citizens sent. */
  readonly sent: number;
  /** Who is in the staff group. */
  readonly groupSize: number;
  readonly quota: number;
  readonly outages: readonly Span[];
}

const OPENS = 8 * 60;
const TEN = 10 * 60;
/** Everything the bot must do wakes it; this is only its look around. */
const TICK_MS = 6 * 3_600_000;
const MINUTE_MS = 60_000;
/** However slow the machine, the year comes out the same. */
const PATIENCE_MS = 60_000;
/** Nothing of it is to outlive the command: where the machine keeps a folder in memory, no commit waits for a disk. */
const IN_MEMORY = '/dev/shm';

export async function playYear(options: YearOptions): Promise<YearPlayed> {
  const { draft, people, behaviour, quota, seed, log, outages = [], crashes = [] } = options;
  const year = draft.plan.fiscalYear;
  const { start } = fiscalYearDays(year);
  const months = monthsBetween(start.slice(0, 7), addMonths(start.slice(0, 7), 12));
  const end = instantOf(`${addMonths(start.slice(0, 7), 13)}-01`) - 1;
  const chance = chanceOf(seed);
  const store = watchStore();
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'nong-ita-year-'));
  let stage: Stage | null = null;
  try {
    stage = await openStage({
      folder,
      log,
      start: instantOf(start, OPENS),
      draft,
      people,
      quota,
      tickMs: TICK_MS,
      webhookTimeoutMs: PATIENCE_MS,
      betweenStore: store.between,
      ids: seededIds(chanceOf(seed + 1)),
    });
    const { clock, platform } = stage;
    const users = new Map(stage.people.map((person) => [person.key, person.user]));
    const life = bringToLife(stage, behaviour, chance, end);
    for (const span of outages) powerCut(stage, span);
    for (const day of crashes) crash(stage, store, day);
    for (const month of months) {
      await clock.set(Math.min(end, instantOf(`${addMonths(month, 1)}-01`) - 1));
      options.monthOver?.(month);
    }
    life.end();
    const held = await stage.app().ledger.read(AGENCY);
    if (held === null) throw new Error('the office is gone');
    const entries = await all(stage.desk().store.entries(AGENCY));
    const { accepted, refused } = platform.record;
    return {
      year,
      months,
      agency: held.agency,
      entries,
      accepted,
      refused,
      facts: factsOf(entries, accepted, store.outboxOf),
      userOf: (key) => users.get(key),
      sent: life.sent(),
      groupSize: people.length,
      quota,
      outages,
    };
  } finally {
    await stage?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function powerCut(stage: Stage, { from, until }: Span): void {
  const { clock } = stage;
  const at = (day: Day, act: () => Promise<void>) =>
    clock.after(instantOf(day, TEN) - clock.now(), () => void stage.during(act()));
  at(from, stage.stopBot);
  at(until, stage.startBot);
}

/** From the first push of the day that LINE takes, nothing is kept any more; a minute later the bot starts anew. */
function crash(stage: Stage, store: ReturnType<typeof watchStore>, day: Day): void {
  const { clock, platform } = stage;
  clock.after(instantOf(day) - clock.now(), () => {
    const unhook = platform.onAccepted(({ kind }) => {
      if (kind !== 'push') return;
      unhook();
      store.power(false);
      clock.after(MINUTE_MS, () => {
        void stage.during(
          stage.stopBot().then(() => {
            store.power(true);
            return stage.startBot();
          }),
        );
      });
    });
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
