/** The measure itself: it must see what is late, missing, said twice and said unasked. */
import { describe, expect, it } from 'vitest';
import type { Facts, Said } from '../../../src/cli/year/facts.ts';
import { judge } from '../../../src/cli/year/judge.ts';
import type { YearPlayed } from '../../../src/cli/year/play.ts';
import type { Agency } from '../../../src/domain/agency.ts';
import type { ReminderLine } from '../../../src/domain/event.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  measure,
  oItem,
  planImported,
  planOpened,
  reported,
} from '../../support/an-agency.ts';

const OPENED = bangkok('2025-10-01 08:00');
const LAST = '2026-03-02';

/** One measure of กองคลัง, to Friday 30 January 2026. */
function office(...more: readonly Happening[]): Agency {
  return agencyOf(
    ...aStaffedOffice(),
    planImported(),
    measure('m1', { start: '2025-10-01', end: '2026-01-30' }),
    planOpened(2569, OPENED),
    ...more,
  );
}

const DAYS = [
  '2025-10-01',
  '2025-12-30',
  '2026-01-16',
  '2026-01-23',
  '2026-01-27',
  '2026-01-29',
  '2026-01-30',
];

function line(on: string, more: Partial<ReminderLine> = {}): Said {
  const date = '2026-01-30';
  const step =
    on === '2025-10-01' ? ('opening' as const) : Math.round((Date.parse(date) - Date.parse(on)) / 864e5);
  return {
    at: bangkok(`${on} 08:45`),
    member: 'finance-staff',
    line: { item: 'm1', due: 'finish', date, step, ...more },
    free: false,
  };
}

function judged(agency: Agency, said: readonly Said[], more: Partial<YearPlayed> = {}) {
  const messages = said.map(({ line: one, ...rest }) => ({ ...rest, lines: [one] }));
  const facts: Facts = { said, unsaid: [], messages, summaries: [], cards: [], failures: [] };
  const played = { year: 2569, agency, entries: [], outages: [], facts, ...more } as unknown as YearPlayed;
  return judge(played, LAST);
}

const became = (agency: Agency, said: readonly Said[], more?: Partial<YearPlayed>) =>
  judged(agency, said, more).promised.map(({ day, became: what, delay }) => [day, what, delay]);

describe('what is promised', () => {
  it('follows from the dates: opening, 30, 14, 7, 3, 1 days before, on the day, 1, 3, 7 working days after, then Mondays', () => {
    // The last step is a Tuesday: the first Monday of all that is late is six days on.
    const late = ['2026-02-02', '2026-02-04', '2026-02-10', '2026-02-16', '2026-02-23'];
    expect(judged(office(), []).promised.map(({ day }) => day)).toEqual([...DAYS, ...late]);
  });

  it('ends with the report that it is done', () => {
    const done = reported('m1', 'done', { by: 'finance-staff', at: bangkok('2026-01-20 10:00') });
    expect(judged(office(done), []).promised.map(({ day }) => day)).toEqual(DAYS.slice(0, 3));
  });

  it('of an item without a date is nothing', () => {
    const agency = agencyOf(...aStaffedOffice(), planImported(), measure('m1'), planOpened(2569, OPENED));
    expect(judged(agency, []).promised).toEqual([]);
  });

  it('of an O-item lies before the end of the OIT window, working days only', () => {
    const agency = agencyOf(
      ...aStaffedOffice(),
      planImported(2569, '2026-02-28'),
      oItem('o1'),
      planOpened(2569, OPENED),
    );
    const days = judged(agency, []).promised.map(({ day }) => day);
    // 28 February 2026 is a Saturday.
    expect(days).toEqual([
      '2025-10-01',
      '2026-01-29',
      '2026-02-13',
      '2026-02-20',
      '2026-02-25',
      '2026-02-27',
    ]);
  });
});

describe('what became of it', () => {
  const done = reported('m1', 'done', { by: 'finance-staff', at: bangkok('2026-01-30 15:00') });

  it('kept on its day, and one working day late', () => {
    const said = DAYS.map((day) => line(day)).with(3, line('2026-01-26'));
    expect(became(office(done), said)).toEqual(
      DAYS.map((day) => [day, 'kept', day === '2026-01-23' ? 1 : 0]),
    );
    expect(judged(office(done), said)).toMatchObject({ twice: [], unasked: [], crowded: 0, outranked: [] });
  });

  it('late on the second working day', () => {
    const said = DAYS.slice(0, 3)
      .map((day) => line(day))
      .with(2, line('2026-01-20'));
    expect(became(office(done), said)[2]).toEqual(['2026-01-16', 'late', 2]);
  });

  it('never, when it is on no phone, and when only the next one of the due came', () => {
    const said = DAYS.map((day) => line(day));
    expect(became(office(done), said.slice(0, 4))[4]).toEqual(['2026-01-27', 'never', null]);
    expect(became(office(done), said.toSpliced(2, 1))[2]).toEqual(['2026-01-16', 'never', null]);
  });

  it('over, when it was answered before it was late', () => {
    expect(became(office(done), []).at(-1)).toEqual(['2026-01-30', 'over', null]);
  });

  it('in time after a power cut, on the first day with power', () => {
    const outages = [{ from: '2026-01-15', until: '2026-01-26' }];
    const said = [...DAYS.slice(0, 2), '2026-01-26', ...DAYS.slice(4)].map((day) => line(day));
    expect(became(office(done), said, { outages }).slice(2, 4)).toEqual([
      ['2026-01-16', 'kept', 0],
      ['2026-01-23', 'kept', 0],
    ]);
    const still = said.toSpliced(2, 2, line('2026-01-28'));
    expect(became(office(done), still, { outages })[2]?.[1]).not.toBe('kept');
  });
});

describe('what should not be', () => {
  it('the same line again, or another of the due on the same day', () => {
    expect(judged(office(), [line(DAYS[2] ?? ''), line(DAYS[2] ?? '')]).twice).toHaveLength(1);
    const again = { ...line('2026-01-19'), line: line('2026-01-16').line };
    expect(judged(office(), [line('2026-01-16'), again]).twice).toHaveLength(1);
  });

  it('a line on a day nothing was promised for', () => {
    const { unasked } = judged(office(), [line('2026-01-16'), line('2026-01-20')]);
    expect(unasked.map(({ at }) => at)).toEqual([bangkok('2026-01-20 08:45')]);
  });

  it('two messages to one person on one day', () => {
    expect(judged(office(), [line('2026-01-16'), line('2026-01-16', { due: 'report' })]).crowded).toBe(1);
  });

  it('something urgent that waits while something less urgent is pushed', () => {
    const opening = line('2026-01-30', { item: 'm2', step: 'opening', date: '2026-09-30' });
    const other = { ...opening, member: 'works-staff', at: bangkok('2026-02-02 08:45') };
    const said = [...DAYS.slice(0, 6).map((day) => line(day)), line('2026-02-04'), other];
    expect(judged(office(), said).outranked.map(({ day }) => day)).toContain('2026-01-30');
  });
});
