import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/agency.ts';
import type { Recipient, ReminderLine } from '../../src/domain/event.ts';
import { reminderKey, saidOf } from '../../src/domain/said.ts';
import { agencyOf, anOffice } from '../support/an-agency.ts';

const m1 = agencyOf(...anOffice()).items.m1 as Item;

describe('what was said of an item', () => {
  it.each<[Recipient, Omit<ReminderLine, 'item' | 'step'>, object]>([
    [
      { member: 'finance-staff' },
      { due: 'finish', date: '2026-01-30' },
      { to: 'finance-staff', due: 'finish', date: '2026-01-30', division: null, level: 0 },
    ],
    [
      { member: 'an id of words' },
      { due: 'report', date: '2026-02-27', division: 'works', level: 3 },
      { to: 'an id of words', due: 'report', date: '2026-02-27', division: 'works', level: 3 },
    ],
    [
      { group: 'staff-group' },
      { due: 'finish', date: '2026-01-30', level: 1 },
      { to: 'staff-group', due: 'finish', date: '2026-01-30', division: null, level: 1 },
    ],
  ])('to %j is read as it was kept', (to, line, said) => {
    expect(saidOf({ ...m1, reminded: { [reminderKey(to, line)]: '2026-01-20' } })).toEqual([said]);
  });
});
