/** What the clock costs when every office of the country is one agency of one server: a tick, and the mornings of those due. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setClock } from '../src/clock.ts';
import { instantOf } from '../src/domain/calendar.ts';
import type { DomainEvent } from '../src/domain/event.ts';
import type { World } from '../src/flow/flow.ts';
import { createMemory } from '../src/flow/memory.ts';
import type { BesideChange, Queue, Store } from '../src/flow/ports.ts';
import { createLedger } from '../src/flow/transact.ts';
import { work } from '../src/flow/work.ts';
import { randomIds } from '../src/ids.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { openOfficePlan } from './office.ts';

/** Local governments of Thailand. */
const AGENCIES = 7_850;
const DUE = Math.round(AGENCIES / 100);
const STAFF_A_DIVISION = 4;
const AT_ONCE = 64;
const TICKS = 200;
/** A week before the OIT window ends: every O-item is to be spoken of to everybody who has one. */
const MORNING = instantOf('2026-04-23', 8 * 60 + 45);
const LATER = instantOf('2026-04-27', 8 * 60 + 45);

export async function bench(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-bench-'));
  const [one, all] = [join(folder, 'one'), join(folder, 'all')].map((path) =>
    openSqliteStore({ folder: path }),
  );
  try {
    if (one === undefined || all === undefined) throw new Error('no store');
    await fill(one, 1, 0);
    await fill(all, AGENCIES, 0);
    const alone = await tick(one);
    const quiet = await tick(all);
    await due(all, DUE);
    const started = performance.now();
    const found = await all.agenciesWithWork(MORNING, AGENCIES);
    const messages = await sweepAll(all, found);
    const swept = (performance.now() - started) / found.length;
    if (found.length !== DUE || messages === 0) throw new Error(`${found.length} due, ${messages} messages`);
    const written = await plainAppends(all);
    return [
      `a tick, 1 agency, nothing due           ${alone.toFixed(3).padStart(8)} ms  1.0`,
      `a tick, ${AGENCIES} agencies, nothing due    ${quiet.toFixed(3).padStart(8)} ms  ${(quiet / alone).toFixed(1)}`,
      `an append, one by one                   ${written.toFixed(3).padStart(8)} ms  1.0`,
      `a sweep, each of ${found.length} due (${messages} messages) ${swept.toFixed(3).padStart(8)} ms  ${(swept / written).toFixed(1)}`,
    ];
  } finally {
    await one?.close();
    await all?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const name = (index: number) => `office-${String(index).padStart(5, '0')}`;

/** Offices with people and an open plan, which nothing wakes this morning. */
async function fill(store: Store, count: number, from: number): Promise<void> {
  const { events, beside } = anOffice();
  for (let first = from; first < count; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => name(first + index));
    await Promise.all(
      some.map((agency) =>
        store.append(agency, 0, {
          events: events.map((event, index) => ({
            at: OPENED + index,
            kept: OPENED + index,
            by: { kind: 'console' },
            cause: null,
            event,
          })),
          beside: beside(agency),
          wake: LATER,
          now: OPENED,
        }),
      ),
    );
  }
}

const OPENED = instantOf('2026-01-05', 10 * 60);

function anOffice(): { events: DomainEvent[]; beside: (agency: string) => BesideChange[] } {
  const planned = openOfficePlan().flatMap(({ event }) => (event.type === 'item-reported' ? [] : [event]));
  const divisions = planned.flatMap((event) =>
    event.type === 'agency-added' ? event.divisions.map(({ code }) => code) : [],
  );
  const people = divisions.flatMap((division) =>
    Array.from({ length: STAFF_A_DIVISION }, (_, index) => ({
      member: `${division}-${index}`,
      roles: [{ role: index === 0 ? ('head' as const) : ('staff' as const), division }],
    })),
  );
  return {
    events: [
      ...planned,
      ...people.map(
        (person): DomainEvent => ({ type: 'member-joined', v: 1, invite: `of-${person.member}`, ...person }),
      ),
    ],
    beside: (agency) =>
      people.map(({ member }) => ({
        do: 'put',
        record: { kind: 'person', id: member, key: `U${agency}-${member}`, value: { name: member } },
      })),
  };
}

async function due(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const agency = name(index * 100);
    const version = (await store.load(agency, 0))?.version ?? 0;
    await store.append(agency, version, { wake: MORNING, now: MORNING });
  }
}

/** Milliseconds to find that there is nothing to do. */
async function tick(store: Store): Promise<number> {
  const started = performance.now();
  for (let count = 0; count < TICKS; count += 1) {
    if ((await store.agenciesWithWork(MORNING, 200)).length > 0) throw new Error('something is due');
  }
  return (performance.now() - started) / TICKS;
}

/** As after a start: no agency is held in memory yet. One after another, as a queue of one lane would. */
async function sweepAll(store: Store, agencies: readonly string[]): Promise<number> {
  const queue: Queue = { wake: () => {}, run: () => {}, stop: async () => {} };
  const silent = () => {};
  const clock = setClock(MORNING, async () => {});
  const log = { info: silent, warn: silent, error: silent };
  const line = () => null;
  const world: World = {
    store,
    queue,
    pushes: queue,
    clock,
    ids: randomIds(),
    ...createMemory({ clock, log, line }),
    log,
    line,
    account: () => null,
    link: () => null,
    started: MORNING,
    stopping: new AbortController().signal,
  };
  const ledger = createLedger(world);
  for (const agency of agencies) await work(world, ledger, agency);
  let messages = 0;
  for (const agency of agencies) messages += (await store.pending(agency)).length;
  return messages;
}

async function plainAppends(store: Store): Promise<number> {
  const started = performance.now();
  for (let version = 0; version < TICKS; version += 1) {
    const event: DomainEvent = { type: 'plan-published', v: 1, year: 2569 };
    const by = { kind: 'console' as const };
    const events = [{ at: version, kept: version, by, cause: null, event }];
    await store.append('plain', version, { events, now: MORNING });
  }
  return (performance.now() - started) / TICKS;
}
