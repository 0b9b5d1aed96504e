import { describe, expect, it } from 'vitest';
import {
  askEvidence,
  askExtensionDate,
  askSnoozeDay,
  askWhat,
  askWhich,
  askYear,
} from '../../src/chat/ask.ts';
import { laterDays, snoozeDays } from '../../src/chat/days-offered.ts';
import type { Item } from '../../src/domain/agency.ts';
import { daysOffOf } from '../../src/domain/holidays.ts';
import { presses, words } from './message-parts.ts';
import { EXAMPLE, itemNumbered, sceneIn, TWO_YEARS } from './scenes.ts';

const finance = sceneIn(EXAMPLE);
const m1 = itemNumbered(EXAMPLE, 'measure', 1);
const o8 = itemNumbered(EXAMPLE, 'oit', 8);
const o12 = itemNumbered(EXAMPLE, 'oit', 12);

describe('asking back', () => {
  it('which item: the buttons carry all that was said', () => {
    const said = askWhich(finance, { do: 'report', status: 'in_progress', percent: 60, note: '' }, [m1, o8]);
    expect(presses(said)).toMatchObject([
      { do: 'report', item: m1.id, status: 'in_progress', percent: 60 },
      { do: 'report', item: o8.id, status: 'in_progress', percent: 60 },
    ]);
    expect(words(said)).toContain('พิมพ์เลขข้อ');
  });

  it('which item: what no data carries is sent as words, in 1:1 too', () => {
    const said = askWhich(finance, { do: 'report', status: 'done', note: 'ตามมติที่ประชุม' }, [m1, o8]);
    expect(presses(said)).toEqual([]);
    expect(JSON.stringify(said)).toContain('"text":"O8 เสร็จแล้ว ตามมติที่ประชุม"');
  });

  it('which item: offers five at most, and without any asks for the number', () => {
    const many = Object.values(EXAMPLE.items);
    expect(presses(askWhich(finance, { do: 'detail' }, many))).toHaveLength(5);
    expect(words(askWhich(finance, { do: 'evidence', url: null, status: null }, []))).toContain(
      'พิมพ์เลขข้อได้เลยค่ะ',
    );
  });

  it('which year: both are offered with their titles; a several-part message is to be said again', () => {
    const both = Object.values(TWO_YEARS.items).filter(({ kind, number }) => kind === 'oit' && number === 12);
    const scene = sceneIn(TWO_YEARS);
    expect(presses(askYear(scene, both, { do: 'report', status: 'done', note: '' }))).toHaveLength(2);
    expect(words(askYear(scene, both, null))).toContain('พร้อมระบุปี');
  });

  it('what about it: what makes sense as it stands', () => {
    const kinds = (item: Item) => presses(askWhat(finance, item)).map((press) => press.do);
    expect(kinds(m1)).toEqual(['report', 'report', 'report', 'give', 'later', 'detail']);
    expect(kinds(o12)).toEqual(['report', 'report', 'give', 'detail']);
  });

  it('a link: by its item', () => {
    expect(words(askEvidence(finance, [o12]))).toContain('ส่งลิงก์หลักฐานของ O12');
  });

  it('until when: days after the present date', () => {
    const said = presses(askExtensionDate(finance, [m1]));
    expect(said.length).toBeGreaterThan(1);
    for (const press of said) expect(press).toMatchObject({ do: 'extension', item: m1.id });
    // 6 April is วันจักรี, and 13 to 15 April are Songkran.
    expect(presses(askSnoozeDay(finance, []))).toMatchObject([
      { do: 'snooze', until: '2026-04-01' },
      { do: 'snooze', until: '2026-04-16' },
    ]);
  });

  it.each([
    ['2026-02-16', '2026-01-30', ['2026-02-27', '2026-02-28', '2026-03-31']],
    ['2026-02-16', '2026-02-28', ['2026-03-31', '2026-03-07', '2026-03-30']],
    ['2026-02-16', '2026-09-30', ['2026-10-07', '2026-10-30']],
    ['2026-03-31', '2026-03-31', ['2026-04-10', '2026-04-30']],
  ])('on %s an item due %s may ask for %j', (today, due, days) => {
    expect(laterDays(today, due).map(([, day]) => day)).toEqual(days);
  });

  it.each([
    ['2026-02-16', ['2026-02-17', '2026-02-23', '2026-03-02']],
    ['2026-03-01', ['2026-03-02', '2026-03-16', '2026-04-01']],
    ['2026-03-31', ['2026-04-01', '2026-04-06', '2026-04-14']],
  ])('on %s, were there no holidays, reminders may be put off to %j', (today, days) => {
    expect(snoozeDays(today, new Set()).map(([, day]) => day)).toEqual(days);
  });

  it.each([
    ['2026-03-31', ['2026-04-01', '2026-04-16']],
    ['2026-05-18', ['2026-05-19', '2026-05-25', '2026-06-02']],
  ])('on %s they may be put off to %j, and to no day off', (today, days) => {
    expect(snoozeDays(today, daysOffOf(EXAMPLE)).map(([, day]) => day)).toEqual(days);
  });
});
