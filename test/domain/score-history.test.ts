import { describe, expect, it } from 'vitest';
import { measuresUsedBefore, scoreHistory } from '../../src/domain/score-history.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  measure,
  planClosed,
  planImported,
  planOpened,
  reported,
} from '../support/an-agency.ts';
import { assessed, shown } from './doings.ts';

describe('scores over the years', () => {
  const indicators = [
    { number: 7, score: 82.5 },
    { number: 4, score: 84.9 },
    { number: 1, score: 96 },
  ];
  const history = scoreHistory(
    agencyOf(
      ...aStaffedOffice(),
      assessed(2567, { total: 74.2, level: null }),
      assessed(2564, { total: 74.83, level: 'E' }),
      assessed(2568, { total: 86.94, level: 'ผ่าน', indicators }),
    ),
    2,
  );

  it('are listed newest first, with what was gained', () => {
    expect(history.map(({ year, gain }) => [year, gain])).toEqual([
      [2568, 12.74],
      [2567, -0.63],
      [2564, null],
    ]);
  });

  it('have the level as written and by the rule of the year', () => {
    expect(history.map(({ level }) => level)).toEqual([
      { asWritten: 'ผ่าน', byRule: null },
      { asWritten: null, byRule: 'ต้องปรับปรุง' },
      { asWritten: 'E', byRule: 'C' },
    ]);
  });

  it('name the weakest indicators and those under 85', () => {
    expect(history[0]?.weakest.map(({ number }) => number)).toEqual([7, 4]);
    expect(history[0]?.below.map(({ number, name }) => [number, name])).toEqual([
      [7, 'ประสิทธิภาพการสื่อสาร'],
      [4, 'การใช้ทรัพย์สินของราชการ'],
    ]);
  });
});

describe('measures used before for an indicator', () => {
  const forIndicator = (one: Happening, indicator: number, from?: string): Happening => {
    if (one.event.type !== 'item-added') throw new Error('no item');
    const link = from === undefined ? {} : { from };
    return { ...one, event: { ...one.event, indicators: [indicator], ...link } };
  };
  const agency = agencyOf(
    ...aStaffedOffice(),
    planImported(2566),
    forIndicator(measure('old', { year: 2566, number: 1, title: 'จัดทำคู่มือ' }), 4),
    forIndicator(measure('named', { year: 2566, number: 2, title: 'อบรม' }), 4),
    planOpened(2566),
    reported('old', 'in_progress', { at: bangkok('2023-02-01 10:00') }),
    reported('named', 'done', { at: bangkok('2023-02-01 10:00') }),
    shown('named', 'e', { at: bangkok('2023-02-01 10:00') }),
    planClosed(2566, bangkok('2023-09-30 16:00')),
    planImported(2568),
    forIndicator(measure('new', { year: 2568, number: 1, title: 'จัดทำคู่มือใหม่' }), 4, 'old'),
    forIndicator(measure('other', { year: 2568, number: 2 }), 7),
    planImported(2569),
    forIndicator(measure('now', { year: 2569, number: 1 }), 4),
    assessed(2567, { indicators: [{ number: 4, score: 80 }] }),
    assessed(2568, { indicators: [{ number: 4, score: 91.5 }] }),
  );
  const used = measuresUsedBefore(agency, 4, 2569);

  it('are those of earlier plans, each once, the newest first', () => {
    expect(used.map(({ item, years }) => [item.id, ...years])).toEqual([
      ['new', 2568, 2566],
      ['named', 2566],
    ]);
  });

  it('tell how they ended and what the indicator was before and after', () => {
    expect(used.map(({ ended, evidence, score }) => [ended, evidence, score.before, score.after])).toEqual([
      ['not_started', 0, 80, 91.5],
      ['done', 1, null, null],
    ]);
  });

  it('are none for an indicator nobody had a measure for', () => {
    expect(measuresUsedBefore(agency, 1, 2569)).toEqual([]);
    expect(measuresUsedBefore(agency, 4, 2566)).toEqual([]);
  });
});
