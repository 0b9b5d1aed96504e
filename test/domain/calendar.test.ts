import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/domain/calendar.ts';
import { bangkok } from '../support/an-agency.ts';

type Call = readonly [
  name: keyof typeof calendar,
  args: readonly (string | number | readonly string[])[],
  result: unknown,
];

/** Days off, where a call takes some: a set is no JSON, so it is made of a list where the call is made. */
const NONE: readonly string[] = [];
const SONGKRAN = ['2026-04-13', '2026-04-14', '2026-04-15'];
/** Visakha on a Sunday, and its substitute. */
const VISAKHA = ['2026-05-31', '2026-06-01'];

const utc = (text: string) => Date.parse(`${text}Z`);

/** Facts about the calendar. They are checked here, and again by processes that believe to live elsewhere. */
const FACTS: Readonly<Record<string, readonly Call[]>> = {
  'a Bangkok day begins at 17:00 UTC': [
    ['dayOf', [utc('2026-01-04T16:59:59.999')], '2026-01-04'],
    ['dayOf', [utc('2026-01-04T17:00:00')], '2026-01-05'],
    ['dayOf', [utc('2025-12-31T17:00:00')], '2026-01-01'],
    ['minuteOf', [utc('2026-01-04T16:59:59.999')], 1439],
    ['minuteOf', [utc('2026-01-04T17:00:00')], 0],
    ['minuteOf', [utc('2026-01-05T01:45:00')], 8 * 60 + 45],
    ['instantOf', ['2026-01-05'], utc('2026-01-04T17:00:00')],
    ['instantOf', ['2026-01-05', 8 * 60 + 45], utc('2026-01-05T01:45:00')],
    ['monthOf', [utc('2026-01-31T16:59:59.999')], '2026-01'],
    ['monthOf', [utc('2026-01-31T17:00:00')], '2026-02'],
  ],
  'nothing happens on the nights other countries change their clocks': [
    ['dayOf', [utc('2026-03-08T09:30:00')], '2026-03-08'],
    ['addDays', ['2026-03-08', 1], '2026-03-09'],
    ['addDays', ['2026-11-01', 1], '2026-11-02'],
    ['daysBetween', ['2026-03-07', '2026-03-09'], 2],
    ['daysBetween', ['2026-10-31', '2026-11-02'], 2],
    ['instantOf', ['2026-03-08', 150], utc('2026-03-07T19:30:00')],
  ],
  'February has 29 days in 2028 and 2024, not in 2021 (2564, which 4 divides) or 2100': [
    ['isDay', ['2028-02-29'], true],
    ['isDay', ['2024-02-29'], true],
    ['isDay', ['2021-02-29'], false],
    ['isDay', ['2026-02-29'], false],
    ['isDay', ['2100-02-29'], false],
    ['lastDayOf', ['2028-02'], '2028-02-29'],
    ['lastDayOf', ['2021-02'], '2021-02-28'],
    ['addDays', ['2028-02-28', 1], '2028-02-29'],
    ['addDays', ['2028-03-01', -1], '2028-02-29'],
    ['addDays', ['2021-02-28', 1], '2021-03-01'],
    ['daysBetween', ['2027-10-01', '2028-10-01'], 366],
  ],
  'months end where they end': [
    ['lastDayOf', ['2026-01'], '2026-01-31'],
    ['lastDayOf', ['2026-04'], '2026-04-30'],
    ['lastDayOf', ['2026-09'], '2026-09-30'],
    ['lastDayOf', ['2026-12'], '2026-12-31'],
    ['addMonths', ['2026-12', 1], '2027-01'],
    ['addMonths', ['2026-01', -1], '2025-12'],
    ['addMonths', ['2026-01', 0], '2026-01'],
    ['addMonths', ['2025-10', 11], '2026-09'],
    ['monthsBetween', ['2025-11', '2026-02'], ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['monthsBetween', ['2026-02', '2026-02'], ['2026-02']],
    ['monthsBetween', ['2026-03', '2026-02'], []],
  ],
  'a fiscal year runs from 1 October to 30 September': [
    ['fiscalYearOf', ['2025-09-30'], 2568],
    ['fiscalYearOf', ['2025-10-01'], 2569],
    ['fiscalYearOf', ['2025-12-31'], 2569],
    ['fiscalYearOf', ['2026-01-01'], 2569],
    ['fiscalYearOf', ['2026-09-30'], 2569],
    ['fiscalYearOf', ['2026-10-01'], 2570],
    ['fiscalYearDays', [2564], { start: '2020-10-01', end: '2021-09-30' }],
    ['fiscalYearDays', [2569], { start: '2025-10-01', end: '2026-09-30' }],
    ['fiscalYearDays', [2570], { start: '2026-10-01', end: '2027-09-30' }],
  ],
  'the week is worked from Monday to Friday': [
    ['weekdayOf', ['2026-01-04'], 0],
    ['weekdayOf', ['2026-01-05'], 1],
    ['weekdayOf', ['2026-01-10'], 6],
    ['weekdayOf', ['1969-12-28'], 0],
    ['isWorkingDay', ['2026-01-05', NONE], true],
    ['isWorkingDay', ['2026-01-09', NONE], true],
    ['isWorkingDay', ['2026-01-10', NONE], false],
    ['isWorkingDay', ['2026-01-11', NONE], false],
    ['workingDayOnOrBefore', ['2026-01-09', NONE], '2026-01-09'],
    ['workingDayOnOrBefore', ['2026-01-10', NONE], '2026-01-09'],
    ['workingDayOnOrBefore', ['2026-01-11', NONE], '2026-01-09'],
    ['workingDayOnOrAfter', ['2026-01-09', NONE], '2026-01-09'],
    ['workingDayOnOrAfter', ['2026-01-10', NONE], '2026-01-12'],
    ['workingDayOnOrAfter', ['2026-01-11', NONE], '2026-01-12'],
    ['workingDayOnOrBefore', ['2026-02-01', NONE], '2026-01-30'],
    ['workingDayOnOrAfter', ['2026-05-30', NONE], '2026-06-01'],
  ],
  'on days off nobody works': [
    ['isWorkingDay', ['2026-04-13', SONGKRAN], false],
    ['isWorkingDay', ['2026-04-16', SONGKRAN], true],
    ['workingDayOnOrBefore', ['2026-04-15', SONGKRAN], '2026-04-10'],
    ['workingDayOnOrAfter', ['2026-04-11', SONGKRAN], '2026-04-16'],
    ['workingDayOnOrAfter', ['2026-05-30', VISAKHA], '2026-06-02'],
    ['workingDayOnOrBefore', ['2026-06-01', VISAKHA], '2026-05-29'],
    ['addWorkingDays', ['2026-04-10', 1, NONE], '2026-04-13'],
    ['addWorkingDays', ['2026-04-10', 1, SONGKRAN], '2026-04-16'],
    ['addWorkingDays', ['2026-04-16', -1, SONGKRAN], '2026-04-10'],
    ['addWorkingDays', ['2026-05-29', 3, VISAKHA], '2026-06-04'],
    ['addWorkingDays', ['2026-04-13', 0, SONGKRAN], '2026-04-13'],
  ],
  'only real dates written YYYY-MM-DD are days': [
    ['isDay', ['2026-01-05'], true],
    ['isDay', ['2026-02-30'], false],
    ['isDay', ['2026-04-31'], false],
    ['isDay', ['2026-13-01'], false],
    ['isDay', ['2026-00-10'], false],
    ['isDay', ['2026-01-00'], false],
    ['isDay', ['2026-1-5'], false],
    ['isDay', ['05/01/2026'], false],
    ['isDay', ['2026-01-05T00:00:00Z'], false],
    ['isDay', ['2026-01-05\n'], false],
    ['isDay', ['๒๐๒๖-๐๑-๐๕'], false],
    ['isDay', [''], false],
    ['isMonth', ['2026-01'], true],
    ['isMonth', ['2026-12'], true],
    ['isMonth', ['2026-00'], false],
    ['isMonth', ['2026-13'], false],
    ['isMonth', ['2026-1'], false],
    ['isMonth', ['2026-01-05'], false],
  ],
};

const functions: Readonly<Record<string, unknown>> = { ...calendar };
const answer = ([name, args]: Call) =>
  (functions[name] as (...args: readonly unknown[]) => unknown)(
    ...args.map((one) => (typeof one === 'object' ? new Set(one) : one)),
  );

describe.each(Object.entries(FACTS))('%s', (_promise, calls) => {
  it.each(calls)('%s(%j) is %j', (...call) => {
    expect(answer(call)).toEqual(call[2]);
  });
});

describe('whatever TZ says', () => {
  const calls = Object.values(FACTS).flat();
  const file = new URL('../../src/domain/calendar.ts', import.meta.url).href;
  const program = `
    import * as calendar from ${JSON.stringify(file)};
    const calls = ${JSON.stringify(calls)};
    const results = calls.map(([name, args]) =>
      calendar[name](...args.map((one) => (Array.isArray(one) ? new Set(one) : one))));
    console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), results }));`;

  it.each([
    ['America/Los_Angeles', 480],
    ['Pacific/Kiritimati', 640],
    ['Asia/Bangkok', -420],
  ])('gives the same answers on a machine in %s', (TZ, offset) => {
    const stdout = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    const told = JSON.parse(stdout);
    expect(told.offset, 'the child process did not believe TZ: this test proves nothing').toBe(offset);
    expect(told.results).toEqual(JSON.parse(JSON.stringify(calls.map(([, , result]) => result))));
  });
});

describe('for any day', () => {
  const days = fc.integer({ min: -3650, max: 36500 }).map((n) => calendar.addDays('2026-01-05', n));

  it('day and moment lead back to each other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const at = calendar.instantOf(day, minute);
        expect([calendar.dayOf(at), calendar.minuteOf(at)]).toEqual([day, minute]);
        expect(at).toBe(bangkok(`${day} 00:00`) + minute * 60_000);
      }),
    );
  });

  it('lies within its fiscal year and its month', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { start, end } = calendar.fiscalYearDays(calendar.fiscalYearOf(day));
        expect(start <= day && day <= end).toBe(true);
        expect(day <= calendar.lastDayOf(day.slice(0, 7))).toBe(true);
      }),
    );
  });

  it('the working day before or after is a working day, and none lies between', () => {
    const offset = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(days, fc.array(offset, { maxLength: 5 }), (day, offsets) => {
        const off = new Set(offsets.map((days) => calendar.addDays(day, days)));
        const before = calendar.workingDayOnOrBefore(day, off);
        const after = calendar.workingDayOnOrAfter(day, off);
        expect([before, after].map((one) => calendar.isWorkingDay(one, off))).toEqual([true, true]);
        const span = calendar.daysBetween(before, after);
        const between = Array.from({ length: span }, (_, days) => calendar.addDays(before, days)).slice(1);
        expect(between.filter((one) => calendar.isWorkingDay(one, off))).toEqual([]);
      }),
    );
  });

  it('so many working days later and as many earlier is the same working day', () => {
    const off = new Set(SONGKRAN);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const from = calendar.workingDayOnOrAfter(day, off);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(from, count, off), -count, off)).toBe(from);
      }),
    );
  });
});
