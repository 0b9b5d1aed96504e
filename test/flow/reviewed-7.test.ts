/** What a review of issue 7 found: each test failed before it was mended. */
import { describe, expect, it } from 'vitest';
import { agencyOn } from '../../src/domain/acting.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { dryRun } from '../../src/domain/dry-run.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { diary } from '../domain/diary.ts';
import { acts } from '../domain/doings.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  happened,
  measure,
  nothingToSettle,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';
import { aStage, deliverAll, eventsIn, OFFICE, type Stage, userOf } from './stage.ts';

const due = () => measure('m1', { start: '2026-01-01', end: '2026-03-13' });
const office = () => [...aStaffedOffice(), planImported(), due(), planOpened(), ...nothingToSettle()];

async function at(stage: Stage, wallClock: string) {
  await stage.clock.set(bangkok(wallClock));
  await sweep(stage.world, stage.ledger, OFFICE);
  await deliverAll(stage.world, stage.ledger);
}
const toFinance = (stage: Stage) => stage.line.calls.filter(({ to }) => to === userOf('finance-staff'));
const decided = async (stage: Stage) =>
  (await eventsIn(stage.store)).flatMap((event) => (event.type === 'reminder-decided' ? [event] : []));

describe('a reminder LINE never took', () => {
  it('is not sent at night or on a day off, and is said the next working morning', async () => {
    const stage = await aStage({ happenings: office() });
    stage.line.answers('unreachable');
    await at(stage, '2026-03-06 08:45');
    // LINE is back on Saturday night.
    const before = stage.line.calls.length;
    await stage.clock.set(bangkok('2026-03-07 02:00'));
    await deliverAll(stage.world, stage.ledger);
    expect(stage.line.calls).toHaveLength(before);
    await at(stage, '2026-03-09 08:45');
    expect(stage.line.calls).toHaveLength(before + 1);
    expect((await decided(stage)).map(({ lines }) => lines.map(({ step }) => step))).toEqual([[7], [7]]);
  });

  it('costs nothing of what is counted, and is merged with what came due meanwhile', async () => {
    const stage = await aStage({ happenings: office() });
    let taken = 0;
    stage.line.decides((call) => {
      if (call.to === userOf('finance-staff') && dayOf(call.at) !== '2026-03-10') return 'unreachable';
      taken += 1;
      return 'accepted';
    });
    await at(stage, '2026-03-06 08:45');
    await at(stage, '2026-03-09 08:45');
    await at(stage, '2026-03-10 08:45');
    const today = toFinance(stage).filter((call) => dayOf(call.at) === '2026-03-10');
    expect(today).toHaveLength(1);
    expect((await stage.ledger.read(OFFICE))?.agency.spent?.count).toBe(taken);
  });

  it('to a head up the ladder is told when LINE is back, not skipped', async () => {
    const stage = await aStage({ happenings: office() });
    await at(stage, '2026-03-16 08:45');
    await at(stage, '2026-03-18 08:45');
    stage.line.decides(() => 'unreachable');
    for (const day of ['19', '20', '23', '24']) {
      await at(stage, `2026-03-${day} 08:45`);
      await stage.clock.set(bangkok(`2026-03-${day} 17:00`));
      await deliverAll(stage.world, stage.ledger);
    }
    const before = stage.line.calls.length;
    stage.line.decides(() => 'accepted');
    await at(stage, '2026-03-25 08:45');
    const after = stage.line.calls.slice(before).filter(({ to }) => to === userOf('finance-head'));
    expect(after).toHaveLength(1);
  });
});

describe('a report of a meeting early in the month', () => {
  it('given after its reminder in the month before is given', () => {
    const days = ['2026-02-05', '2026-03-05'];
    const history = [
      ...aStaffedOffice(),
      planImported(),
      measure('m1', {
        start: '2026-02-01',
        end: '2026-09-30',
        followUp: { cadence: 'named-months', reportMonths: ['2026-02'] },
      }),
      happened({ type: 'meetings-set', v: 1, days }),
      planOpened(),
    ];
    const asked = '2026-01-27 m1 report 9';
    expect(diary(history, '2026-01-20', '2026-02-20')).toContain(asked);
    const answer = reported('m1', 'in_progress', { by: 'finance-staff', at: bangkok('2026-01-28 10:00') });
    expect(
      diary([...history, answer], '2026-01-28', '2026-02-20').filter((line) => line.includes('report')),
    ).toEqual([]);
  });
});

describe('a dry run', () => {
  it('reminds nobody in a role he no longer acts in by then', () => {
    const acting = acts('works-staff', { role: 'head', division: 'finance' }, '2026-03-16', '2026-03-17');
    const agency = agencyOf(...office(), acting);
    const now = bangkok('2026-03-17 10:00');
    const budget = { left: Infinity, limit: Infinity, summary: 0 };
    const who = (from: typeof agency) =>
      dryRun(from, now, 7, budget, new Map()).flatMap(({ day, send }) =>
        send.map((one) => `${day} ${one.member}`),
      );
    expect(who(agencyOn(agency, dayOf(now)))).toEqual(who(agency));
  });
});
