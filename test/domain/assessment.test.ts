import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/domain/agency.ts';
import {
  below,
  INDICATORS,
  indicatorOf,
  instrumentScore,
  levelOf,
  newestAssessment,
  weakest,
  weightedTotal,
} from '../../src/domain/assessment.ts';
import { catalogueOf } from '../../src/domain/catalogue.ts';
import type { Command } from '../../src/domain/command.ts';
import { agencyOf, aStaffedOffice, console_, given, member, outsider } from '../support/an-agency.ts';
import { assessed } from './doings.ts';

const scored = (year: number, total: number, more: Partial<Assessment> = {}): Assessment => ({
  year,
  total,
  level: null,
  instruments: { iit: null, eit: null, oit: null },
  indicators: [],
  ...more,
});
const instruments = (iit: number | null, eit: number | null, oit: number | null) => ({
  instruments: { iit, eit, oit },
});
const indicators = (...scores: number[]) => ({
  indicators: scores.map((score, index) => ({ number: index + 1, score })),
});
/** An office's own figures of 2568, which the rules give back. */
const OF_2568 = scored(
  2568,
  94.39,
  indicators(98.07, 99.12, 99.12, 94.38, 97.02, 93.92, 90.55, 90.31, 98.25, 90),
);

describe('the ten indicators', () => {
  it('belong to their instruments: IIT 1–5, EIT 6–8, OIT 9–10', () => {
    expect(INDICATORS.map(({ number, instrument }) => `${number} ${instrument}`)).toEqual([
      '1 iit',
      '2 iit',
      '3 iit',
      '4 iit',
      '5 iit',
      '6 eit',
      '7 eit',
      '8 eit',
      '9 oit',
      '10 oit',
    ]);
    expect([indicatorOf(0), indicatorOf(11), indicatorOf(1.5)]).toEqual([null, null, null]);
  });

  it.each([2563, 2564, 2565, 2566, 2568, 2569])('9 and 10 are called as in the list of %i', (year) => {
    for (const { indicator } of catalogueOf(year)?.items ?? []) {
      const number = Number(/\d+/.exec(indicator)?.[0]);
      expect(indicator).toContain(indicatorOf(number)?.name);
    }
  });
});

describe('scores', () => {
  it('of an instrument are those stated, else the mean of its indicators, else unknown', () => {
    expect(instrumentScore(OF_2568, 'iit')).toBe(97.54);
    expect(instrumentScore({ ...OF_2568, ...instruments(97, null, null) }, 'iit')).toBe(97);
    expect(instrumentScore(scored(2568, 90, indicators(90, 90, 90, 90)), 'iit')).toBeNull();
  });

  it('weigh 30, 30 and 40 in the total', () => {
    expect(weightedTotal(OF_2568)).toBe(94.39);
    expect(weightedTotal(scored(2568, 0, instruments(87.62, 82.19, 90)))).toBe(86.94);
    expect(weightedTotal(scored(2568, 0, instruments(87.62, null, 90)))).toBeNull();
  });

  it('are sorted with the weakest first, with their names; equals by number', () => {
    expect(weakest(OF_2568, 3).map(({ number, score, name }) => [number, score, name])).toEqual([
      [10, 90, 'การป้องกันการทุจริต'],
      [8, 90.31, 'การปรับปรุงการทำงาน'],
      [7, 90.55, 'ประสิทธิภาพการสื่อสาร'],
    ]);
    expect(weakest(scored(2568, 90, indicators(80, 80, 70))).map(({ number }) => number)).toEqual([3, 1, 2]);
    expect(weakest(scored(2568, 90), 3)).toEqual([]);
  });

  it('below a threshold are those under it, not those on it', () => {
    const assessment = scored(2568, 86, indicators(91.24, 85, 84.99, 60));
    expect(below(assessment).map(({ number }) => number)).toEqual([4, 3]);
    expect(below(assessment, 90).map(({ number }) => number)).toEqual([4, 3, 2]);
  });
});

describe('the level', () => {
  it.each([
    [100, 'AA'],
    [95, 'AA'],
    [94.99, 'A'],
    [85, 'A'],
    [84.99, 'B'],
    [75, 'B'],
    [74.83, 'C'],
    [65, 'C'],
    [55, 'D'],
    [54.99, 'E'],
    [50, 'E'],
    [49.99, 'F'],
    [0, 'F'],
  ])('of %d was, to 2565, the letter %s', (total, letter) => {
    expect(levelOf(scored(2564, total))).toBe(letter);
    expect(levelOf(scored(2565, total))).toBe(letter);
  });

  it.each<[number, [number | null, number | null, number | null], string | null]>([
    [96, [95, 95, 97], 'ผ่านดีเยี่ยม'],
    [96, [94.99, 96, 97], 'ผ่านดี'],
    [94.99, [95, 95, 95], 'ผ่านดี'],
    [85, [85, 85, 85], 'ผ่านดี'],
    [94.64, [99, 84.99, 99], 'ผ่าน'],
    [85, [85, 85, 84], 'ผ่าน'],
    [84.99, [99, 99, 70], 'ต้องปรับปรุง'],
    [70, [null, null, null], 'ต้องปรับปรุง'],
    [69.99, [null, null, null], 'ต้องปรับปรุงโดยด่วน'],
    [0, [0, 0, 0], 'ต้องปรับปรุงโดยด่วน'],
    // One instrument below 85 is enough to know; that none is cannot be known from two.
    [90, [null, 80, null], 'ผ่าน'],
    [90, [90, null, 90], null],
    [99, [null, null, null], null],
  ])('of %d with %j is, from 2566, %s', (total, [iit, eit, oit], level) => {
    expect(levelOf(scored(2566, total, instruments(iit, eit, oit)))).toBe(level);
    expect(levelOf(scored(2568, total, instruments(iit, eit, oit)))).toBe(level);
  });

  it('follows from the indicators when no instrument is stated', () => {
    expect(levelOf(OF_2568)).toBe('ผ่านดี');
  });
});

describe('recording an assessment', () => {
  const record = (more: Partial<Assessment> = {}, by = console_): Command => ({
    type: 'record-assessment',
    by,
    ...scored(2568, 86.94, { level: 'ผ่าน', ...instruments(87.62, 82.19, 90) }),
    ...more,
  });

  it('is one entry, by the coordinator or the terminal', () => {
    for (const by of [console_, member('coordinator')]) {
      given(...aStaffedOffice())
        .when(record({}, by))
        .thenEvents({
          type: 'assessment-recorded',
          v: 1,
          ...scored(2568, 86.94, { level: 'ผ่าน', ...instruments(87.62, 82.19, 90) }),
        });
    }
    given(...aStaffedOffice())
      .when(record({}, member('executive')))
      .thenRefused({ kind: 'not-permitted', who: ['coordinator'] });
    given(...aStaffedOffice())
      .when(record({}, outsider))
      .thenRefused({ kind: 'not-a-member' });
  });

  it('takes the place of what was recorded for that year; the newest year is the newest', () => {
    const agency = agencyOf(
      ...aStaffedOffice(),
      assessed(2568, { total: 80 }),
      assessed(2567, { total: 75 }),
      assessed(2568, { total: 86.94 }),
    );
    expect(Object.keys(agency.assessments)).toEqual(['2567', '2568']);
    expect(newestAssessment(agency)).toMatchObject({ year: 2568, total: 86.94 });
    expect(newestAssessment(agencyOf(...aStaffedOffice()))).toBeNull();
  });
});
