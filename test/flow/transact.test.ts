import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { EVOLVE_VERSION } from '../../src/domain/evolve.ts';
import { type AppendResult, type Store, StoreDown } from '../../src/flow/ports.ts';
import { createLedger, type Ledger } from '../../src/flow/transact.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { newFolder } from '../store/folders.ts';
import { agencyOf, anOffice, START } from '../support/an-agency.ts';
import {
  aStage,
  countOf,
  entriesIn,
  eventsIn,
  everything,
  fill,
  OFFICE,
  person,
  type Stage,
} from './stage.ts';

const blocked = (member: string): DomainEvent => ({
  type: 'reach-changed',
  v: 1,
  member,
  reachable: false,
  why: 'blocked',
});
const block = (ledger: Ledger, member: string) =>
  ledger.transact(OFFICE, () => ({ result: member, events: [blocked(member)] }));

/** The stage's world with another append in front of the store's. */
function withAppend(stage: Stage, append: (store: Store) => Store['append']): Ledger {
  const store: Store = { ...stage.store, append: append(stage.store) };
  return createLedger({ ...stage.world, store });
}

/** A store that says "conflict" so many times, then keeps. */
function contended(stage: Stage, times: number): Ledger {
  let left = times;
  return withAppend(stage, (store) => async (agency, version, batch): Promise<AppendResult> => {
    if (left === 0) return store.append(agency, version, batch);
    left -= 1;
    return { kind: 'conflict', version: version + 1 };
  });
}

describe('a conflict', () => {
  it('is decided again on the state the other process left', async () => {
    const stage = await aStage();
    const seen: boolean[] = [];
    const kept = await stage.ledger.transact(OFFICE, async ({ agency }) => {
      seen.push(agency.members['works-staff']?.reachable ?? false);
      if (seen.length === 1) await block(stage.another().ledger, 'works-staff');
      return { result: seen.length, events: [blocked('finance-staff')] };
    });
    expect(seen).toEqual([true, false]);
    expect(kept).toMatchObject({ kind: 'kept', result: 2 });
    expect(await eventsIn(stage.store, anOffice().length)).toEqual([
      blocked('works-staff'),
      blocked('finance-staff'),
    ]);
  });

  it('may come four times', async () => {
    const stage = await aStage();
    expect(await block(contended(stage, 4), 'works-staff')).toMatchObject({ kind: 'kept' });
  });

  it('a fifth time is StoreDown, and nothing was written', async () => {
    const stage = await aStage();
    const before = await everything(stage.store);
    let decided = 0;
    const tried = contended(stage, 5).transact(OFFICE, () => {
      decided += 1;
      return { result: null, events: [blocked('works-staff')] };
    });
    await expect(tried).rejects.toThrow(StoreDown);
    expect(decided).toBe(5);
    expect(await everything(stage.store)).toBe(before);
  });
});

describe('turns', () => {
  it('commands of one agency run one after another, in the order they came', async () => {
    const { ledger } = await aStage();
    const steps: string[] = [];
    const slow = (name: string) =>
      ledger.transact(OFFICE, async () => {
        steps.push(`${name} begins`);
        await setImmediate();
        steps.push(`${name} ends`);
        return { result: null, events: [blocked('works-staff')] };
      });
    await Promise.all([slow('a'), slow('b'), slow('c')]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('each sees what the one before kept, so that many at once never conflict', async () => {
    const stage = await aStage();
    let conflicts = 0;
    const ledger = withAppend(stage, (store) => async (...args) => {
      const done = await store.append(...args);
      if (done.kind === 'conflict') conflicts += 1;
      return done;
    });
    await Promise.all(Array.from({ length: 20 }, () => block(ledger, 'works-staff')));
    expect(conflicts).toBe(0);
    expect(await countOf(stage.store)).toBe(anOffice().length + 20);
  });

  it('two agencies do not wait for each other', async () => {
    const { ledger } = await aStage();
    let letGo = () => {};
    const waits = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = ledger.transact(OFFICE, async () => {
      await waits;
      return { result: 'first' };
    });
    await ledger.transact('another', () => {
      letGo();
      return { result: 'second' };
    });
    expect(await first).toMatchObject({ result: 'first' });
  });

  it('a command that throws does not hold the next', async () => {
    const { ledger } = await aStage();
    const bad = ledger.transact(OFFICE, () => {
      throw new Error('a fault of ours');
    });
    const good = block(ledger, 'works-staff');
    await expect(bad).rejects.toThrow('a fault of ours');
    expect(await good).toMatchObject({ kind: 'kept' });
  });
});

describe('what is written', () => {
  it('an event already seen writes nothing at all', async () => {
    const { ledger, store } = await aStage();
    const once = (member: string) =>
      ledger.transact(OFFICE, () => ({
        result: null,
        events: [blocked(member)],
        batch: {
          seen: 'event-1',
          beside: [{ do: 'put' as const, record: person(member, 'เปลี่ยน') }],
          wake: 1,
          mark: 1,
        },
      }));
    await once('works-staff');
    const before = await everything(store);
    expect(await once('finance-staff')).toEqual({ kind: 'already-seen' });
    expect(await everything(store)).toBe(before);
    expect((await ledger.read(OFFICE))?.agency.members['finance-staff']?.reachable).toBe(true);
  });

  it('a plan without events and batch writes nothing', async () => {
    const { ledger, store } = await aStage();
    const before = await everything(store);
    expect(await ledger.transact(OFFICE, () => ({ result: 7 }))).toMatchObject({ kind: 'kept', result: 7 });
    expect(await everything(store)).toBe(before);
  });

  it('says what the state is afterwards: the same as a fresh look', async () => {
    const stage = await aStage();
    const kept = await block(stage.ledger, 'works-staff');
    const fresh = await stage.another().ledger.read(OFFICE);
    expect(kept).toMatchObject({ kind: 'kept', after: fresh });
    expect(fresh?.agency.members['works-staff']?.reachable).toBe(false);
  });

  it('without a reason given, the clock did it, now', async () => {
    const { ledger, store, clock } = await aStage();
    await clock.set(START + 5_000);
    await block(ledger, 'works-staff');
    const [entry] = (await entriesIn(store)).slice(-1);
    expect(entry).toMatchObject({
      by: { kind: 'clock' },
      at: START + 5_000,
      kept: START + 5_000,
      cause: null,
    });
  });

  it('a store that is down is StoreDown, and works again when it is back', async () => {
    const stage = await aStage();
    let down = true;
    const ledger = withAppend(stage, (store) => async (...args) => {
      if (down) throw new StoreDown('disk full');
      return store.append(...args);
    });
    await expect(block(ledger, 'works-staff')).rejects.toThrow(StoreDown);
    down = false;
    expect(await block(ledger, 'works-staff')).toMatchObject({ kind: 'kept' });
    expect(await countOf(stage.store)).toBe(anOffice().length + 1);
  });
});

describe('reading', () => {
  it('no such agency is null', async () => {
    expect(await (await aStage()).ledger.read('nowhere')).toBeNull();
  });

  it("a second process's append is seen", async () => {
    const stage = await aStage();
    await stage.ledger.read(OFFICE);
    await block(stage.another().ledger, 'works-staff');
    const held = await stage.ledger.read(OFFICE);
    expect(held?.agency.members['works-staff']?.reachable).toBe(false);
    expect(held?.head).toBe((await stage.store.load(OFFICE, 0))?.head);
  });

  it('an agency already known is not read anew: only what came since', async () => {
    const stage = await aStage();
    const asked: (number | undefined)[] = [];
    const store: Store = {
      ...stage.store,
      load(agency, after) {
        asked.push(after);
        return stage.store.load(agency, after);
      },
    };
    const ledger = createLedger({ ...stage.world, store });
    await ledger.read(OFFICE);
    await ledger.read(OFFICE);
    expect(asked).toEqual([undefined, anOffice().length]);
  });
});

describe('snapshots', () => {
  const state = { ...agencyOf(...anOffice()), summaries: ['2001-01'] };

  it('is used, with what came after it', async () => {
    const stage = await aStage();
    await stage.store.keepSnapshot(OFFICE, { version: state.version, fold: EVOLVE_VERSION, state });
    await block(stage.another().ledger, 'works-staff');
    const held = await stage.another().ledger.read(OFFICE);
    expect(held?.agency.summaries, 'the mark of the snapshot').toEqual(['2001-01']);
    expect(held?.agency.members['works-staff']?.reachable).toBe(false);
    expect(held?.agency.version).toBe(state.version + 1);
  });

  it('of another fold is thrown away, and the whole ledger folded', async () => {
    const stage = await aStage();
    await stage.store.keepSnapshot(OFFICE, { version: state.version, fold: EVOLVE_VERSION + 1, state });
    await block(stage.another().ledger, 'works-staff');
    const held = await stage.another().ledger.read(OFFICE);
    expect(held?.agency.summaries).toEqual([]);
    expect(Object.keys(held?.agency.items ?? {})).toEqual(['m1', 'm2', 'm3', 'o12']);
    expect(held?.agency.version).toBe(state.version + 1);
  });

  it('is kept every 200 entries, equal to the fold', async () => {
    const stage = await aStage();
    const many = Array.from({ length: 200 - anOffice().length - 1 }, () => ({
      ...anOffice()[0],
      at: START,
      kept: START,
      by: { kind: 'console' as const },
      cause: null,
      event: blocked('works-staff'),
    }));
    await fill(stage.store, many);
    await block(stage.ledger, 'finance-staff');
    const loaded = await stage.store.load(OFFICE);
    expect(loaded?.snapshot).toMatchObject({ version: 200, fold: EVOLVE_VERSION });
    expect(loaded?.snapshot?.state).toEqual(
      JSON.parse(JSON.stringify((await stage.ledger.read(OFFICE))?.agency)),
    );
  });

  it('that cannot be kept is a warning: the entries are', async () => {
    const stage = await aStage();
    await fill(
      stage.store,
      Array.from({ length: 199 - anOffice().length }, () => ({
        at: START,
        kept: START,
        by: { kind: 'console' as const },
        cause: null,
        event: blocked('works-staff'),
      })),
    );
    const store: Store = { ...stage.store, keepSnapshot: () => Promise.reject(new StoreDown('disk full')) };
    const ledger = createLedger({ ...stage.world, store });
    expect(await block(ledger, 'finance-staff')).toMatchObject({ kind: 'kept' });
    expect(await countOf(stage.store)).toBe(200);
    expect(stage.log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });
});

describe('on disk', () => {
  it('a restart begins with the snapshot and knows all that was kept', async () => {
    const folder = newFolder();
    const open = () => openSqliteStore({ folder });
    const first = await aStage({ store: open() });
    const state = (await first.ledger.read(OFFICE))?.agency;
    await first.store.keepSnapshot(OFFICE, {
      version: state?.version ?? 0,
      fold: EVOLVE_VERSION,
      state: { ...state, summaries: ['2001-01'] },
    });
    await block(first.ledger, 'works-staff');
    await first.store.close();
    const store = open();
    onTestFinished(() => store.close());
    const held = await createLedger({ ...first.world, store }).read(OFFICE);
    expect(held?.agency.summaries).toEqual(['2001-01']);
    expect(held?.agency.members['works-staff']?.reachable).toBe(false);
  });

  it('two processes that write in turns see each other', async () => {
    const folder = newFolder();
    const open = () => openSqliteStore({ folder });
    const one = await aStage({ store: open() });
    const store = open();
    onTestFinished(async () => {
      await store.close();
      await one.store.close();
    });
    const other = createLedger({ ...one.world, store });
    for (let time = 0; time < 5; time += 1) {
      await block(one.ledger, 'works-staff');
      await block(other, 'finance-staff');
    }
    const [a, b] = await Promise.all([one.ledger.read(OFFICE), other.read(OFFICE)]);
    expect(a).toEqual(b);
    expect(a?.agency.version).toBe(anOffice().length + 10);
  });
});

it('an agency nobody added yet is decided on as empty', async () => {
  const stage = await aStage({ store: openMemoryStore() });
  const kept = await stage.ledger.transact('new', ({ agency }) => ({ result: agency.version }));
  expect(kept).toMatchObject({ result: 0 });
});
