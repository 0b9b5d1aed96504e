/**
 * A fiscal year through the real bot. The example office is played each time; `SIMULATED_YEARS=all` (`.ci/run` sets it)
 * plays the others too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { behaviour } from '../../src/cli/year/behaviour.ts';
import { playYear, type YearOptions, type YearPlayed } from '../../src/cli/year/play.ts';
import { numbersOf, type YearNumbers } from '../../src/cli/year/tally.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { planDraft } from '../../src/domain/draft.ts';
import { ita, newFolder, newOffice, REPOSITORY } from './terminal.ts';

const LAST = '2025-10-31';
const WITH_PATIENCE = 300_000;
const everyYear = process.env.SIMULATED_YEARS === 'all';

describe('ita simulate-year', () => {
  it(
    'keeps the example office within 300 messages every month, reminds everybody in time and nobody twice',
    async () => {
      const chart = join(newFolder(), 'year.svg');
      const { code, json } = await ita(newOffice(), 'simulate-year', '--json', '--chart', chart);
      expect(code).toBe(0);
      const numbers = json() as unknown as YearNumbers;
      expect(numbers).toMatchObject({ people: 25, groupSize: 25, divisions: 6, measures: 12, oItems: 28 });
      expect(numbers.months).toHaveLength(13);
      for (const { month, pushed } of numbers.months) expect(pushed, month).toBeLessThanOrEqual(300);
      expectKept(numbers);
      expect(numbers.total).toMatchObject({ late: 0, never: 0, summaries: 12 });
      // Not for want of anything to remind of.
      expect(numbers.total.onTime).toBeGreaterThan(250);
      expect(numbers.messagesReceived).toBeGreaterThan(1000);
      expect(numbers.share).toBeLessThanOrEqual(1 / 5);
      // Answers are free: the year's quota is pushes alone.
      expect(numbers.total.replies).toBeGreaterThan(numbers.total.pushed);
      const drawn = readFileSync(chart, 'utf8');
      for (const { pushed } of numbers.months) expect(drawn).toContain(`>${pushed}</text>`);
    },
    WITH_PATIENCE,
  );

  it.each([
    [['--chart', 'year.png'], '--chart is the name of an .svg or .html file.'],
    [['--quota', 'many'], '--quota is a whole number; "many" is not.'],
    [['--year', '2567'], 'The example office has plans of 2568 and 2569'],
    [['--outage', '2025-03-10'], '--outage is two days such as 2025-03-10/2025-03-24'],
    [['--outage', '2025-03-24/2025-03-10'], '--outage is two days such as'],
    [['--crash', '2025-02-30'], '"2025-02-30" is no day'],
    [
      ['--behaviour', join(REPOSITORY, 'package.json')],
      'does not look like example/simulation/behaviour.json',
    ],
    [['--people', join(REPOSITORY, 'example/office.json')], 'does not look like example/people.json'],
  ])('refuses %j', async (words, why) => {
    const { code, err } = await ita(newOffice(), 'simulate-year', ...words);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

describe.runIf(everyYear)('other years', () => {
  it(
    'holds the budget of 60 people whose heads never answer by holding back what is least urgent, and says so',
    async () => {
      const played = await playYear({
        ...usual(),
        people: read('simulation/people-60.json'),
        behaviour: behaviour.parse(read('simulation/behaviour-silent-heads.json')),
      });
      const numbers = numbersOf(played, LAST);
      expectKept(numbers);
      for (const { month, pushed } of numbers.months) expect(pushed, month).toBeLessThanOrEqual(300);
      expect(numbers.total.summaries).toBe(12);
      expect(numbers.total).toMatchObject({ late: 0, never: 0 });
      // It was short, or this shows nothing.
      const [due, , reports, later] = numbers.heldBack;
      expect(reports + later).toBeGreaterThan(0);
      expect({ due, outranked: numbers.outranked }).toEqual({ due: 0, outranked: 0 });
      const short = numbers.months.filter(({ dayLate }) => dayLate > 0).map(({ month }) => month);
      expect(numbers.toldShort).toEqual(short);
      expect(wordsTo(played, 'somying')).toMatch(/โควตาข้อความเดือน\S* \d+ ไม่พอ/);
      expect(numbers.total.escalated.every((count) => count > 0)).toBe(true);
    },
    WITH_PATIENCE,
  );

  it(
    'sends what was missed in two weeks without power once, merged, and after a crash nothing twice',
    async () => {
      const [from, until, crashed] = ['2025-03-10', '2025-03-24', '2025-04-23'];
      const played = await playYear({ ...usual(), outages: [{ from, until }], crashes: [crashed] });
      const numbers = numbersOf(played, LAST);
      expectKept(numbers);
      expect(numbers.total).toMatchObject({ late: 0, never: 0, summaries: 12 });
      const on = (day: string) => played.facts.messages.filter(({ at }) => dayOf(at) === day);
      const dark = played.facts.messages.filter(({ at }) => dayOf(at) > from && dayOf(at) < until);
      expect(dark).toEqual([]);
      // Everybody who missed something hears of it on the first day, in one message.
      const heard = on(until).map(({ member }) => member);
      expect(heard.length).toBeGreaterThan(3);
      expect(new Set(heard).size).toBe(heard.length);
      expect(Math.max(...on(until).map(({ lines }) => lines.length))).toBeGreaterThan(1);
      // The crash bit: LINE was asked again for what it had taken, and said so.
      expect(played.refused.filter(({ status, at }) => status === 409 && dayOf(at) === crashed)).not.toEqual(
        [],
      );
    },
    WITH_PATIENCE,
  );

  it(
    'stays within the free messages when nobody ever answers',
    async () => {
      const { behaviour: ways } = usual();
      const roles = { staff: 'silent', head: 'silent', executive: 'silent', coordinator: 'silent' };
      const numbers = numbersOf(
        await playYear({ ...usual(), behaviour: { ...ways, roles, people: {} } }),
        LAST,
      );
      expectKept(numbers);
      expect(numbers.total).toMatchObject({ late: 0, never: 0, summaries: 12 });
      for (const { month, pushed } of numbers.months) expect(pushed, month).toBeLessThanOrEqual(300);
      expect(numbers.total.escalated.every((count) => count > 0)).toBe(true);
    },
    WITH_PATIENCE,
  );

  it.each([2, 3, 4])(
    'with other answers of the same people (seed %d)',
    async (seed) => {
      const numbers = numbersOf(await playYear({ ...usual(), seed }), LAST);
      expectKept(numbers);
      expect(numbers.total).toMatchObject({ late: 0, never: 0, summaries: 12 });
      for (const { month, pushed } of numbers.months) expect(pushed, month).toBeLessThanOrEqual(300);
      expect(numbers.share).toBeLessThanOrEqual(1 / 5);
    },
    WITH_PATIENCE,
  );
});

/** What holds of every year. */
function expectKept({ total, unasked, crowded, undelivered }: YearNumbers): void {
  expect(total.twice).toBe(0);
  expect({ unasked, crowded, undelivered }).toEqual({ unasked: 0, crowded: 0, undelivered: 0 });
}

function usual(): YearOptions {
  return {
    draft: planDraft.parse(read('simulation/plan-2568.json')),
    people: read('people.json'),
    behaviour: behaviour.parse(read('simulation/behaviour.json')),
    quota: 300,
    seed: 1,
    log: { info() {}, warn() {}, error() {} },
  };
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(REPOSITORY, 'example', name), 'utf8')) as T;
}

/** Everything pushed to somebody's phone, as text. */
function wordsTo({ accepted, userOf }: YearPlayed, key: string): string {
  const user = userOf(key);
  return JSON.stringify(accepted.filter(({ to }) => to === user).map(({ messages }) => messages));
}
