import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf } from '../../src/domain/calendar.ts';
import { dryRun } from '../../src/domain/dry-run.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { spendingOf } from '../../src/flow/spending.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { anOffice, bangkok, joined, unreachable } from '../support/an-agency.ts';
import { allEntriesIn, aStage, bound, deliverAll, OFFICE, type Stage } from './stage.ts';

const DAYS = 45;
const START = bangkok('2026-01-05 08:00');
const STAFF = ['a', 'b', 'c', 'd'].flatMap((id) => joined(id, [{ role: 'staff', division: 'works' }]));

async function officeWith(left: number): Promise<Stage> {
  const happenings = [...anOffice(), ...STAFF, ...bound('staff-group'), unreachable('works-head')];
  const stage = await aStage({ happenings, now: START });
  Object.assign(stage.line, {
    // As LINE would count what was sent meanwhile.
    async quota() {
      const spent = (await stage.ledger.read(OFFICE))?.agency.spent?.count ?? 0;
      return { kind: 'told', value: { limit: 300, used: 300 - left + spent } };
    },
    groupSize: async () => ({ kind: 'told', value: 3 }),
  });
  return stage;
}

/** Who was sent what on which day. */
function sentOn(day: string, events: readonly DomainEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'reminder-decided' && 'member' in event.to)
      return [`${day} ${event.to.member} ${event.lines.map(({ item, step }) => `${item} ${step}`).join()}`];
    if (event.type === 'card-sent') return [`${day} ${event.member} card`];
    return event.type === 'summary-posted' ? [`${day} summary ${event.month}`] : [];
  });
}

describe('the dry run', () => {
  it.each([
    ['with messages enough', 300],
    ['with few left', 9],
  ])('says what the server then sends, day by day, %s', async (_, left) => {
    const stage = await officeWith(left);
    await sweep(stage.world, stage.ledger, OFFICE);
    await deliverAll(stage.world, stage.ledger);
    const held = await stage.ledger.read(OFFICE);
    if (held === null) throw new Error('no office');
    const { limit, summary } = await spendingOf(stage.world, held.agency, START);
    const days = left === 300 ? DAYS : 26;
    const planned = dryRun(held.agency, START, days, { left, limit, summary }, new Map()).flatMap((day) => [
      ...day.send.flatMap(({ member, lines, matters }) => [
        ...(lines.length === 0
          ? []
          : [`${day.day} ${member} ${lines.map(({ item, step }) => `${item} ${step}`).join()}`]),
        ...(matters.length === 0 ? [] : [`${day.day} ${member} card`]),
      ]),
      ...(day.summary === null ? [] : [`${day.day} summary ${day.summary.month}`]),
    ]);
    const sent: string[] = [];
    for (let ahead = 0; ahead < days; ahead += 1) {
      const day = addDays(dayOf(START), ahead);
      const before = (await allEntriesIn(stage.store)).length;
      for (const minute of [8 * 60 + 45, 9 * 60]) {
        await stage.clock.set(instantOf(day, minute));
        await sweep(stage.world, stage.ledger, OFFICE);
        await deliverAll(stage.world, stage.ledger);
      }
      sent.push(
        ...sentOn(
          day,
          (await allEntriesIn(stage.store)).slice(before).map(({ event }) => event),
        ),
      );
    }
    expect(planned.length).toBeGreaterThan(3);
    expect([...planned].sort()).toEqual([...sent].sort());
  });
});
