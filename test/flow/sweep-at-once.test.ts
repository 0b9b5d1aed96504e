import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { acknowledged, snoozed, snoozedNoMore } from '../domain/doings.ts';
import {
  anOffice,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  nothingToSettle,
  planImported,
  planOpened,
  reported,
  START,
  undone,
} from '../support/an-agency.ts';
import { OFFICE, type Stage, aStage as stageOf } from './stage.ts';

/** The office of `anOffice` with nothing for its coordinator to see to: his card has tests of its own. */
const aStage = ({ happenings = anOffice(), ...setting }: Parameters<typeof stageOf>[0] = {}) =>
  stageOf({ ...setting, happenings: [...happenings, ...nothingToSettle()] });

const marks = (stage: Stage) => stage.store.marks(OFFICE);

describe('what makes it look at once', () => {
  async function kept(happenings: readonly Happening[], ...then: readonly Happening[]) {
    const stage = await aStage({ happenings });
    await stage.clock.set(bangkok('2026-01-20 10:00'));
    await stage.ledger.transact(OFFICE, () => ({
      result: null,
      events: then.map(({ event }) => event),
      because: { by: { kind: 'member', member: 'finance-staff' }, at: stage.clock.now(), cause: null },
    }));
    return { wake: (await marks(stage)).wake, now: stage.clock.now() };
  }
  const NOW = bangkok('2026-01-20 10:00');

  it('a plan is opened', async () => {
    const { wake, now } = await kept([...aStaffedOffice(), planImported(), measure('m1')], planOpened());
    expect(wake).toBe(now);
  });

  it('an undo reopens an item', async () => {
    const done = reported('m1', 'done', { at: START });
    const { wake, now } = await kept([...anOffice(), done], undone('m1', `report-${START}`, NOW));
    expect(wake).toBe(now);
  });

  it('a report reopens an item', async () => {
    const done = reported('m1', 'done', { at: START });
    const { wake, now } = await kept([...anOffice(), done], reported('m1', 'in_progress', { at: NOW }));
    expect(wake).toBe(now);
  });

  it('a reminder is put off, or no longer', async () => {
    const asleep = snoozed(['m1'], 's', '2026-01-26', { at: NOW });
    const { wake, now } = await kept(anOffice(), asleep);
    expect(wake).toBe(now);
    expect((await kept([...anOffice(), asleep], snoozedNoMore('s', { at: NOW }))).wake).toBe(NOW);
  });

  it('an open plan takes a list over or gains an item, a draft not', async () => {
    const adopted = happened({ type: 'list-adopted', v: 1, year: 2569, from: 2568 });
    const draft = [...aStaffedOffice(), planImported()];
    for (const more of [adopted, measure('m9', { number: 9 })]) {
      expect((await kept([...draft, planOpened()], more)).wake).toBe(NOW);
      expect((await kept(draft, more)).wake).toBeNull();
    }
  });

  it('one division takes its part of a shared item back', async () => {
    const part = (status: 'done' | 'in_progress', at: number) => {
      const told = reported('m9', status, { at });
      return { ...told, event: { ...told.event, divisions: ['works'] } } as Happening;
    };
    const shared = measure('m9', { number: 9, divisions: ['finance', 'works'], end: '2026-02-27' });
    const office = [...anOffice(), shared];
    expect((await kept([...office, part('done', START)], part('in_progress', NOW))).wake).toBe(NOW);
    expect((await kept(office, part('done', NOW))).wake).toBeNull();
  });

  it.each<DomainEvent>([
    { type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, before: [10] } },
    { type: 'holidays-set', v: 1, year: 2569, source: 'ประกาศ', confirmed: true, days: [] },
    { type: 'meetings-set', v: 1, days: ['2026-02-20'] },
    { type: 'oit-due-set', v: 1, year: 2569, date: '2026-03-31', confirmed: true },
    { type: 'item-changed', v: 1, item: 'm1', revision: 'r', fields: { divisions: ['works'] } },
    { type: 'item-assigned', v: 1, item: 'm1', person: 'finance-head', deputy: null },
    { type: 'receivers-set', v: 1, division: 'finance', members: ['finance-head'] },
    { type: 'deputy-set', v: 1, member: 'finance-staff', deputy: 'finance-head' },
    { type: 'roles-changed', v: 1, member: 'finance-staff', roles: [{ role: 'staff', division: 'works' }] },
    { type: 'reach-changed', v: 1, member: 'finance-staff', reachable: false, why: 'blocked' },
    { type: 'member-left', v: 1, member: 'finance-staff' },
    {
      type: 'extension-decided',
      v: 1,
      item: 'm1',
      extension: 'e',
      granted: true,
      from: '2026-01-30',
      until: '2026-02-27',
    },
  ])('$type', async (event) => {
    expect((await kept(anOffice(), happened(event))).wake).toBe(NOW);
  });

  it('but not a report that finishes an item, nor a promise', async () => {
    expect((await kept(anOffice(), reported('m1', 'done', { at: NOW }))).wake).toBeNull();
    expect((await kept(anOffice(), acknowledged(['m1'], { at: NOW }))).wake).toBeNull();
  });
});
