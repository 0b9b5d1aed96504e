/** A plan closed by mistake and opened again: nothing of the days between is forgotten, nothing said before is said again. */
import { describe, expect, it } from 'vitest';
import { silentDivisions } from '../../src/domain/silence.ts';
import {
  agencyOf,
  bangkok,
  type Happening,
  joined,
  measure,
  planClosed,
  planOpened,
} from '../support/an-agency.ts';
import { lineWords, openPlanWith, told } from './diary.ts';

/** Late from Monday 16 March: the head is told on 19, the ปลัด on 24, the นายก on 27 March. */
const office = [
  ...openPlanWith(
    measure('m1', { start: '2026-01-01', end: '2026-03-13' }),
    measure('m2', { number: 2, followUp: { cadence: 'named-months', reportMonths: ['2026-02', '2026-03'] } }),
  ),
  ...joined('nayok', [{ role: 'executive', post: 'nayok' }]),
];
const closed = (from: string, until: string): Happening[] => [
  planClosed(2569, bangkok(from)),
  planOpened(2569, bangkok(until)),
];
const everything = (history: readonly Happening[]) =>
  told(history, '2026-01-05', '2026-04-30').flatMap(({ day, member, lines }) =>
    lines.map((line) => `${day} ${member} ${lineWords(line)} of ${line.date}`),
  );
const PLAIN = everything(office);
const day = (said: string) => said.slice(0, 10);

describe('a plan closed and opened again', () => {
  it.each([
    ['before its dates', '2026-02-03 10:00', '2026-02-03 15:00'],
    ['a day after it was opened', '2026-01-06 10:00', '2026-01-06 10:05'],
    ['over a weekend, while the ladder is climbed', '2026-03-20 10:00', '2026-03-23 08:00'],
    ['when all of them were told', '2026-03-30 10:00', '2026-03-30 10:01'],
  ])('goes on as if it had never been closed: %s', (_when, from, until) => {
    expect(everything([...office, ...closed(from, until)])).toEqual(PLAIN);
  });

  it('says nothing of one due twice for the same step, and what came between once, merged', () => {
    const said = everything([...office, ...closed('2026-03-20 10:00', '2026-04-07 08:00')]);
    const before = PLAIN.filter((line) => day(line) <= '2026-03-20');
    expect(said.filter((line) => day(line) <= '2026-03-20')).toEqual(before);
    expect(said.filter((line) => day(line) > '2026-03-20' && day(line) < '2026-04-07')).toEqual([]);
    const once = said.map((line) => line.slice('2026-03-20 '.length));
    expect(once.filter((line, index) => once.indexOf(line) !== index)).toEqual([]);
    const climbed = said.filter((line) => line.includes('m1') && line.includes('level'));
    expect(climbed.map((line) => line.replace(/ m1 finish -\d+(.*) of 2026-03-13$/, '$1'))).toEqual([
      '2026-03-19 finance-head level 1',
      '2026-04-07 executive level 2',
      expect.stringMatching(/^2026-04-\d\d nayok level 3$/),
    ]);
  });

  it('counts the silence of a division from the date, not from the day it was opened again', () => {
    const silent = (history: readonly Happening[]) =>
      silentDivisions(agencyOf(...history), bangkok('2026-03-24 09:00'));
    expect(silent(office)).toMatchObject([{ division: 'finance' }]);
    const again = [...office, ...closed('2026-03-23 10:00', '2026-03-23 10:05')];
    expect(silent(again).map(({ since }) => since)).toEqual(silent(office).map(({ since }) => since));
  });
});
