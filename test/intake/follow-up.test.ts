/** When reports are due: only what is written. */
import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/intake/follow-up.ts';

const CASES: readonly (readonly [
  written: string,
  cadence: string | null,
  due: string | null,
  months: string[],
  doubt: string | null,
])[] = [
  ['รายงานผลดำเนินการในประชุมประจำเดือนของหน่วยงาน', 'monthly', null, [], null],
  ['รายงานต่อที่ประชุมทุก ๆ เดือน', 'monthly', null, [], null],
  ['รายงานทุกวันที่ 5 ของเดือน', 'monthly', null, [], null],
  ['รายงานในประชุมประจำเดือน เมษายน ๒๕๖๔ ตุลาคม ๒๕๖๔', 'named-months', null, ['2021-04', '2021-10'], null],
  ['รายงานเดือนเมษายน และ กันยายน 2564', 'named-months', null, ['2021-04', '2021-09'], null],
  ['๓๑ มี.ค. ๖๕', 'date', '2022-03-31', ['2022-03'], null],
  ['ภายในวันที่ 31/3/2565', 'date', '2022-03-31', ['2022-03'], null],
  ['๓๐ เม.ย. ๖๖ และ ๓๑ ต.ค. ๖๖', 'named-months', null, ['2023-04', '2023-10'], null],
  ['รายงานเดือนเมษายน', 'named-months', null, [], 'no-year'],
  ['เมษายน และ ตุลาคม', 'named-months', null, [], 'no-year'],
  ['ต.ค. 63 - ก.ย. 64', null, null, [], 'unclear-follow-up'],
  ['รายงานทุก 6 เดือน', null, null, [], 'unclear-follow-up'],
  ['รายงานผู้บริหารทุกไตรมาส', null, null, [], 'unclear-follow-up'],
  ['31 เม.ย. 65', null, null, [], 'impossible-date'],
  ['', null, null, [], null],
  ['-', null, null, [], null],
];

describe('a follow-up', () => {
  it.each(CASES)('%s', (written, cadence, dueDate, reportMonths, doubt) => {
    const read = readFollowUp(written);
    expect(read).toMatchObject({ dueDate, doubt, cadence });
    if (doubt === null) expect(read.reportMonths).toEqual(reportMonths);
  });
});
