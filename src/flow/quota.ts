/**
 * How many of LINE's messages are left this month and how many people a group has, as LINE said last: so that the cost is
 * known before anything is sent. In this process's memory only; a restart asks anew. Asking touches the network and so happens
 * before a transaction; looking does not.
 */
import type { Agency } from '../domain/agency.ts';
import { HOUR_MS, type Instant, type Month, monthOf } from '../domain/calendar.ts';
import type { Clock, Line, Log } from './ports.ts';

export interface QuotaNow {
  /** Messages of the month; Infinity = as many as one likes. While LINE has never answered, those of its free plan. */
  readonly limit: number;
  /** LINE's own figure with what was decided since; never less than our own count. */
  readonly used: number;
  readonly left: number;
  /** When LINE told; null = never yet. */
  readonly asOf: Instant | null;
}

export interface Quotas {
  /** Asks LINE what is not known or old, at most every few minutes, whether it answers or not. Never throws. */
  ask(agency: Agency, lineGroups: readonly string[]): Promise<void>;
  now(agency: Agency): QuotaNow;
  /** People of a group; until LINE has told, as many as the office has members. */
  groupSize(agency: Agency, lineGroup: string): number;
}

interface Figure {
  readonly limit: number;
  readonly used: number;
  /** Our own count when LINE told. */
  readonly own: number;
  readonly month: Month;
  readonly at: Instant;
}

interface Size {
  readonly count: number;
  readonly at: Instant;
}

/** `docs/line-platform.md` §2.2. */
const FREE_PLAN = 300;
const FIGURE_GOOD_MS = 300_000;
const SIZE_GOOD_MS = 24 * HOUR_MS;
/** Of each kind; the one longest unused goes. */
const MOST = 20_000;

interface Parts {
  readonly clock: Clock;
  readonly log: Log;
  line(agency: string): Line | null;
}

export function createQuotas({ clock, log, line }: Parts): Quotas {
  const figures = new Map<string, Figure>();
  const sizes = new Map<string, Size>();
  /** When what was asked last. */
  const asked = new Map<string, Instant>();

  /** True when it is time to ask, which is noted: a LINE that hangs is not asked by every sweep. */
  function mayAsk(key: string, goodUntil: Instant): boolean {
    const now = clock.now();
    const again = Math.max(goodUntil, (asked.get(key) ?? Number.NEGATIVE_INFINITY) + FIGURE_GOOD_MS);
    if (now < again) return false;
    keep(asked, key, now);
    return true;
  }

  async function askFigure(agency: Agency, from: Line): Promise<void> {
    const { id } = agency;
    const before = figures.get(id);
    const now = clock.now();
    const good = before === undefined || before.month !== monthOf(now) ? now : before.at + FIGURE_GOOD_MS;
    if (!mayAsk(id, good)) return;
    const told = await from.quota();
    if (told.kind === 'failed')
      return log.warn({ agency: id, reason: told.failure.reason }, 'quota not told');
    const { limit, used } = told.value;
    const month = monthOf(now);
    keep(figures, id, {
      limit: limit ?? Number.POSITIVE_INFINITY,
      used,
      own: ownCount(agency, month),
      month,
      at: now,
    });
  }

  async function askSize(agency: Agency, group: string, from: Line): Promise<void> {
    const before = sizes.get(group);
    if (!mayAsk(group, before === undefined ? clock.now() : before.at + SIZE_GOOD_MS)) return;
    const told = await from.groupSize(group);
    if (told.kind === 'told') keep(sizes, group, { count: told.value, at: clock.now() });
    else log.warn({ agency: agency.id, reason: told.failure.reason }, 'size of a group not told');
  }

  return {
    async ask(agency, lineGroups) {
      const from = line(agency.id);
      if (from === null) return;
      await Promise.all([
        askFigure(agency, from),
        ...lineGroups.map((group) => askSize(agency, group, from)),
      ]);
    },
    now(agency) {
      const month = monthOf(clock.now());
      const own = ownCount(agency, month);
      const figure = figures.get(agency.id);
      const limit = figure?.limit ?? FREE_PLAN;
      // Of a month LINE has not told of yet only our own count is known.
      const since = figure?.month === month ? figure.used + Math.max(0, own - figure.own) : 0;
      const used = Math.max(own, since);
      const asOf = figure?.month === month ? figure.at : null;
      return { limit, used, left: Math.max(0, limit - used), asOf };
    },
    groupSize(agency, lineGroup) {
      return sizes.get(lineGroup)?.count ?? Object.keys(agency.members).length;
    },
  };
}

function ownCount({ spent }: Agency, month: Month): number {
  return spent?.month === month ? spent.count : 0;
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
