import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf } from '../../src/domain/calendar.ts';
import { dryRun } from '../../src/domain/dry-run.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { BesideChange } from '../../src/flow/ports.ts';
import { draftsFor } from '../../src/flow/send-card.ts';
import { meterOf, spendingOf } from '../../src/flow/spending.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { acts, asked } from '../domain/doings.ts';
import { anOffice, bangkok, joined, unreachable } from '../support/an-agency.ts';
import { allEntriesIn, aStage, bound, deliverAll, OFFICE, type Stage } from './stage.ts';

const DAYS = 45;
const START = bangkok('2026-01-05 08:00');
const STAFF = ['a', 'b', 'c', 'd'].flatMap((id) => joined(id, [{ role: 'staff', division: 'works' }]));

/** From then on he hears what waits for the head of กองช่าง, whom LINE does not reach. */
const deputising = acts('finance-head', { role: 'head', division: 'works' }, '2026-01-14', '2026-01-30');

/** A list the coordinator has not confirmed; after a week it is gone. */
const A_LIST: BesideChange = {
  do: 'put',
  record: {
    kind: 'draft',
    id: 'd1',
    key: 'coordinator',
    value: {
      made: String(START),
      json: JSON.stringify({
        id: 'd1',
        member: 'coordinator',
        made: START,
        name: '',
        what: 'list',
        list: { year: 2570, items: [], findings: [] },
        source: null,
      }),
    },
  },
};

async function officeWith(left: number): Promise<Stage> {
  const happenings = [
    ...anOffice(),
    ...STAFF,
    ...bound('staff-group'),
    unreachable('works-head'),
    asked('m1', 'x', '2026-02-27', { at: START - 1 }),
    asked('m2', 'y', '2026-12-31', { at: START - 1, by: 'a' }),
    deputising,
  ];
  const stage = await aStage({ happenings, now: START });
  await stage.ledger.transact(OFFICE, () => ({ result: null, batch: { beside: [A_LIST] } }));
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
    if (event.type === 'extensions-told')
      return event.extensions.map(({ item }) => `${day} ${event.member} told of ${item}`);
    if (event.type === 'card-sent') return [`${day} ${event.member} card ${event.matters.join()}`];
    return event.type === 'summary-posted' ? [`${day} summary ${event.month}`] : [];
  });
}

/** True when the card's receiver was reminded that day: it went with the reminder. */
function reminded(sent: readonly string[], card: string): boolean {
  const to = card.slice(0, card.indexOf(' card '));
  return sent.some((one) => one.startsWith(`${to} `) && !one.includes(' card '));
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
    const drafts = await draftsFor(stage.world, held.agency);
    const meter = await meterOf(stage.world, held.agency, START);
    const days = left === 300 ? DAYS : 26;
    const planned = dryRun(held.agency, START, days, { left, limit, summary }, drafts).flatMap((day) => [
      ...day.send.flatMap(({ member, lines, extensions, matters }) => [
        ...(lines.length === 0
          ? []
          : [`${day.day} ${member} ${lines.map(({ item, step }) => `${item} ${step}`).join()}`]),
        ...extensions.map(({ item }) => `${day.day} ${member} told of ${item.id}`),
        ...(matters.length === 0
          ? []
          : [`${day.day} ${member} card ${matters.map(({ key }) => key).join()}`]),
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
    const cards = sent.filter((one) => one.includes(' card '));
    const withList = cards.filter((one) => one.includes('draft d1')).map((one) => one.slice(0, 10));
    expect(withList, 'by the next week’s card it is gone').toEqual(['2026-01-05']);
    expect(cards.length).toBeGreaterThan(1);
    const january = sent.filter((one) => one.startsWith('2026-01'));
    const alone = january.filter((one) => one.includes(' card ') && !reminded(january, one));
    expect(meter.planned.cards, 'what the coordinator is told of the month').toBe(alone.length);
  });
});
