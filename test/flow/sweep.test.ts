import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/clock.ts';
import { type Batch, type Store, StoreDown } from '../../src/flow/ports.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { createLedger } from '../../src/flow/transact.ts';
import { work, workPushes } from '../../src/flow/work.ts';
import {
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  measure,
  nothingToSettle,
  planImported,
  reported,
  START,
  unreachable,
} from '../support/an-agency.ts';
import {
  bound,
  deliverAll,
  eventsIn,
  everything,
  groupOf,
  OFFICE,
  person,
  type Stage,
  aStage as stageOf,
  userOf,
  wordsOf,
} from './stage.ts';

/** The office of `anOffice` with nothing for its coordinator to see to: his card has tests of its own. */
const aStage = ({ happenings = anOffice(), ...setting }: Parameters<typeof stageOf>[0] = {}) =>
  stageOf({ ...setting, happenings: [...happenings, ...nothingToSettle()] });

const swept = (stage: Stage) => sweep(stage.world, stage.ledger, OFFICE);
const marks = (stage: Stage) => stage.store.marks(OFFICE);
/** The first moment anything is said of the plan opened at START. */
const MORNING = bangkok('2026-01-05 08:45');

/** Sweeps at a moment; what it put in the outbox for whom. */
async function at(stage: Stage, wallClock: string) {
  const before = new Set((await stage.store.pending(OFFICE)).map(({ id }) => id));
  await stage.clock.set(bangkok(wallClock));
  await swept(stage);
  const said = (await stage.store.pending(OFFICE))
    .filter(({ id }) => !before.has(id))
    .map(({ chat, to, how, messages }) => ({ chat, to, how: how.kind, words: wordsOf(messages) }));
  await deliverAll(stage.world, stage.ledger);
  return said;
}

const decided = async (stage: Stage) =>
  (await eventsIn(stage.store)).flatMap((event) => (event.type === 'reminder-decided' ? [event] : []));
const posted = async (stage: Stage) =>
  (await eventsIn(stage.store)).flatMap((event) => (event.type === 'summary-posted' ? [event] : []));

describe('reminders', () => {
  it('go to whoever answers for the item, in 1:1, each in one message', async () => {
    const stage = await aStage();
    const said = await at(stage, '2026-01-05 08:45');
    expect(said.map(({ to, chat, how }) => [to, chat, how])).toEqual([
      [{ member: 'finance-staff' }, userOf('finance-staff'), 'push'],
      [{ member: 'works-staff' }, userOf('works-staff'), 'push'],
    ]);
    expect(said[0]?.words).toContain('O12');
    expect(said[0]?.words).not.toContain('มาตรการที่ 2');
  });

  it('decision and message are one append; the entry names the message', async () => {
    const stage = await aStage();
    const batches: Batch[] = [];
    const store: Store = {
      ...stage.store,
      append(agency, version, batch) {
        batches.push(batch);
        return stage.store.append(agency, version, batch);
      },
    };
    const world = { ...stage.world, store };
    await stage.clock.set(MORNING);
    await sweep(world, createLedger(world), OFFICE);
    expect(batches).toHaveLength(1);
    const [batch] = batches;
    const named = batch?.events?.map(({ event }) => (event.type === 'reminder-decided' ? event.outbox : ''));
    expect(named).toEqual(batch?.outbox?.map(({ id }) => id));
    expect(named).toHaveLength(2);
    expect(batch?.mark).toBe(MORNING);
    expect(batch?.events?.every(({ by }) => by.kind === 'clock')).toBe(true);
  });

  it('nothing is decided when it cannot be kept, and all of it the next time', async () => {
    const stage = await aStage();
    const before = await everything(stage.store);
    const store: Store = { ...stage.store, append: () => Promise.reject(new StoreDown('disk full')) };
    const world = { ...stage.world, store };
    await stage.clock.set(MORNING);
    await expect(sweep(world, createLedger(world), OFFICE)).rejects.toThrow(StoreDown);
    expect(await everything(stage.store)).toBe(before);
    expect(await at(stage, '2026-01-05 09:30')).toHaveLength(2);
  });

  it('sweeping twice says nothing twice', async () => {
    const stage = await aStage();
    expect(await at(stage, '2026-01-05 08:45')).toHaveLength(2);
    expect(await at(stage, '2026-01-05 08:45')).toEqual([]);
    expect(await at(stage, '2026-01-06 08:45')).toEqual([]);
    expect(await decided(stage)).toHaveLength(2);
  });

  it('two processes that sweep at once say it once', async () => {
    const stage = await aStage();
    await stage.clock.set(MORNING);
    await Promise.all([swept(stage), swept(stage.another()), swept(stage.another())]);
    expect(await decided(stage)).toHaveLength(2);
    expect(await stage.store.outboxCounts(OFFICE)).toMatchObject({ pending: 2 });
  });

  it('two weeks without power: the missed ones come merged, once, as things stand now', async () => {
    const stage = await aStage();
    await at(stage, '2026-01-15 10:00');
    const before = (await decided(stage)).length;
    // Missed for มาตรการที่ 1: 14 days before (16 Jan.), 7 (23), 3 (27) and 1 (29).
    const said = await at(stage, '2026-01-29 10:00');
    expect(said).toHaveLength(1);
    expect(said[0]?.to).toEqual({ member: 'finance-staff' });
    expect((await decided(stage)).slice(before)).toMatchObject([
      { lines: [{ item: 'm1', due: 'finish', date: '2026-01-30', step: 1 }] },
    ]);
    expect(await at(stage, '2026-01-29 11:00')).toEqual([]);
  });

  it('at night nothing is said, nothing is passed over, and the wake is for the morning', async () => {
    const stage = await aStage();
    expect(await at(stage, '2026-01-05 20:00')).toEqual([]);
    expect(await marks(stage)).toEqual({ mark: null, wake: bangkok('2026-01-06 08:45') });
    expect(await at(stage, '2026-01-06 08:45')).toHaveLength(2);
  });

  it('an item done is silent', async () => {
    const happenings = [
      ...anOffice(),
      reported('m1', 'done', { at: START }),
      reported('o12', 'done', { at: START }),
    ];
    const said = await at(await aStage({ happenings }), '2026-01-05 08:45');
    expect(said.map(({ to }) => to)).toEqual([{ member: 'works-staff' }]);
  });

  it('someone unreachable is passed over for whoever answers next, and the coordinator is told', async () => {
    const stage = await aStage({ happenings: [...anOffice(), unreachable('finance-staff')] });
    const said = await at(stage, '2026-01-05 08:45');
    expect(said.map(({ to }) => to)).toEqual([
      { member: 'finance-head' },
      { member: 'works-staff' },
      { member: 'coordinator' },
    ]);
  });

  it('someone whose LINE id was erased gets nothing, the others do', async () => {
    const stage = await aStage({ beside: [person('works-staff'), person('coordinator')] });
    const said = await at(stage, '2026-01-05 08:45');
    expect(said.map(({ to }) => to)).toEqual([{ member: 'works-staff' }]);
  });
});

describe('the month', () => {
  const withGroup = [...anOffice(), ...bound('staff-group')];
  /** Swept up to the end of January, so that only the summary is new. */
  async function february(happenings: readonly Happening[] = withGroup): Promise<Stage> {
    const stage = await aStage({ happenings: [...happenings, reported('m1', 'done', { at: START })] });
    await at(stage, '2026-01-30 16:00');
    return stage;
  }

  it('is summed up in the staff group, on the first working day at nine', async () => {
    const stage = await february();
    expect(await at(stage, '2026-02-02 08:59')).toEqual([]);
    const said = await at(stage, '2026-02-02 09:00');
    expect(said.map(({ to, chat, how }) => [to, chat, how])).toEqual([
      [{ group: 'staff-group' }, groupOf('staff-group'), 'push'],
    ]);
    expect(said[0]?.words).toContain('มกราคม');
    expect(await posted(stage)).toMatchObject([{ month: '2026-01', to: [{ group: 'staff-group' }] }]);
  });

  it('carries the newest hash of the ledger', async () => {
    const stage = await february();
    const head = (await stage.store.load(OFFICE, 0))?.head ?? 'none';
    await at(stage, '2026-02-02 09:00');
    expect(JSON.stringify(stage.line.calls.at(-1)?.messages)).toContain(head.slice(0, 8));
  });

  it('has no postback in a group: there a press would not say who pressed', async () => {
    const stage = await february();
    await at(stage, '2026-02-02 09:00');
    expect(JSON.stringify(stage.line.calls.at(-1)?.messages)).not.toContain('"postback"');
  });

  it('comes once', async () => {
    const stage = await february();
    await at(stage, '2026-02-02 09:00');
    await at(stage, '2026-02-02 09:05');
    await at(stage, '2026-02-10 09:00');
    expect(await posted(stage)).toHaveLength(1);
  });

  it('comes once after downtime too', async () => {
    const stage = await february();
    const said = await at(stage, '2026-02-11 13:00');
    expect(said.filter(({ to }) => to !== null && 'group' in to)).toHaveLength(1);
    await at(stage, '2026-02-11 13:05');
    expect(await posted(stage)).toMatchObject([{ month: '2026-01' }]);
  });

  it('goes to every reachable coordinator while no staff group is bound', async () => {
    const division = bound('works-group', 'division', 'works');
    const stage = await february([...anOffice(), ...division]);
    const said = await at(stage, '2026-02-02 09:00');
    expect(said.map(({ to, chat }) => [to, chat])).toEqual([
      [{ member: 'coordinator' }, userOf('coordinator')],
    ]);
    expect(await posted(stage)).toMatchObject([{ to: [{ member: 'coordinator' }] }]);
  });

  it('waits while nobody can be told, and comes when someone can', async () => {
    // With nobody reached who would be told that there is no coordinator, nothing else is said either.
    const away = ['coordinator', 'executive', 'finance-head', 'works-head'];
    const stage = await february([...anOffice(), ...away.map((id) => unreachable(id))]);
    expect(await at(stage, '2026-02-02 09:00')).toEqual([]);
    expect(await posted(stage)).toEqual([]);
    const { wake } = await marks(stage);
    expect(wake, 'it looks again the same day').toBe(bangkok('2026-02-02 10:00'));
    await stage.ledger.transact(OFFICE, () => ({
      result: null,
      events: [{ type: 'reach-changed', v: 1, member: 'coordinator', reachable: true, why: 'wrote' }],
    }));
    expect(await at(stage, '2026-02-02 10:00')).toHaveLength(1);
  });
});

describe('when to look again', () => {
  it('is the next moment of a reminder or summary', async () => {
    const stage = await aStage();
    await at(stage, '2026-01-05 08:45');
    expect(await marks(stage)).toEqual({ mark: MORNING, wake: bangkok('2026-01-16 08:45') });
    expect(stage.wakes.at(-1)).toEqual({ agency: OFFICE, at: bangkok('2026-01-16 08:45') });
    await at(stage, '2026-01-30 08:45');
    expect((await marks(stage)).wake).toBe(bangkok('2026-02-02 08:45'));
    await at(stage, '2026-02-02 08:45');
    expect((await marks(stage)).wake).toBe(bangkok('2026-02-02 09:00'));
  });

  it('is the next working morning when something is owed to somebody whom no message can reach', async () => {
    const stage = await aStage({ beside: [person('works-staff'), person('coordinator')] });
    await at(stage, '2026-01-09 10:00');
    expect((await marks(stage)).wake).toBe(bangkok('2026-01-12 08:45'));
  });

  it('a clock that was a year ahead does not put the office to sleep for a year', async () => {
    const stage = await aStage();
    await at(stage, '2027-01-05 08:45');
    await at(stage, '2027-01-11 08:45');
    const { wake } = await marks(stage);
    expect(wake).toBeGreaterThan(bangkok('2027-01-11 08:45'));
    // It is put right; somebody writes, and the agency is looked at.
    const world = { ...stage.world, clock: setClock(bangkok('2026-01-16 08:45'), async () => {}) };
    const before = (await decided(stage)).length;
    await work(world, createLedger(world), OFFICE);
    expect((await decided(stage)).slice(before)).toMatchObject([
      { to: { member: 'finance-staff' }, lines: [{ item: 'm1', step: 14 }, { item: 'o12' }] },
      { to: { member: 'works-staff' } },
    ]);
    expect((await marks(stage)).wake).toBe(bangkok('2026-01-23 08:45'));
  });

  it('is never without an open plan', async () => {
    const stage = await aStage({ happenings: [...aStaffedOffice(), planImported(), measure('m1')] });
    await at(stage, '2026-01-05 08:45');
    expect((await marks(stage)).wake).toBeNull();
    expect(stage.wakes).toEqual([]);
  });

  it('work sweeps when the wake has come, not before', async () => {
    const stage = await aStage();
    await at(stage, '2026-01-05 08:45');
    await work(stage.world, stage.ledger, OFFICE);
    const before = (await decided(stage)).length;
    await stage.clock.set(bangkok('2026-01-16 08:44'));
    await work(stage.world, stage.ledger, OFFICE);
    expect(await decided(stage)).toHaveLength(before);
    await stage.clock.set(bangkok('2026-01-16 08:45'));
    await work(stage.world, stage.ledger, OFFICE);
    expect((await decided(stage)).slice(before)).toMatchObject([{ lines: [{ item: 'm1', step: 14 }] }]);
    await workPushes(stage.world, stage.ledger, OFFICE);
    expect(stage.line.calls.at(-1)?.to).toBe(userOf('finance-staff'));
  });

  it('a year of nights and days: every wake is followed by a later one', async () => {
    const stage = await aStage();
    await swept(stage);
    for (let look = 0; look < 100; look += 1) {
      const { wake } = await marks(stage);
      if (wake === null) throw new Error('no wake');
      expect(wake).toBeGreaterThan(stage.clock.now());
      await stage.clock.set(wake);
      await swept(stage);
    }
    expect(stage.clock.now()).toBeGreaterThan(bangkok('2026-09-01 00:00'));
  });
});
