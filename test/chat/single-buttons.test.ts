/** Buttons one by one: what each says in words. What all of them mean stands in `buttons.test.ts`. */
import { describe, expect, it } from 'vitest';
import {
  detailButton,
  dueButton,
  forGroup,
  missingButton,
  progressButton,
  quickReplies,
  reportButton,
  snoozeButton,
  summaryButton,
  undoButton,
} from '../../src/chat/buttons.ts';
import { readPress } from '../../src/chat/postback.ts';
import { DIVISIONS } from '../support/an-agency.ts';
import { hear } from './hearing.ts';
import { crowded, EXAMPLE, itemNumbered, placeIn, TODAY } from './scenes.ts';

const heard = (words: string, chat: 'user' | 'group') => hear(words, { chat, today: TODAY });

describe('single buttons', () => {
  const direct = placeIn(EXAMPLE, false);
  const group = placeIn(EXAMPLE, true);
  const o12 = itemNumbered(EXAMPLE, 'oit', 12);

  it.each(
    DIVISIONS.map((division) => [division.name, division] as const),
  )('what is missing of %s is asked by its name', (_, division) => {
    for (const [place, chat] of [
      [direct, 'user'],
      [group, 'group'],
    ] as const) {
      expect(heard(missingButton(place, division).text, chat)).toEqual({
        intent: 'ask_missing_items',
        division: division.code,
      });
    }
  });

  it.each([
    '2025-10',
    '2025-12',
    '2026-01',
    '2026-03',
    '2026-09',
  ])('the summary of %s is asked by its name', (month) => {
    expect(heard(summaryButton(direct, month).text, 'user')).toMatchObject({
      intent: 'ask_summary_month',
      month,
    });
    expect(heard(summaryButton(group, month).text, 'group')).toMatchObject({
      intent: 'ask_summary_month',
      month,
    });
  });

  it.each([
    [{}, { month: null, dueDate: null, overdue: false }],
    [{ overdue: true as const }, { month: null, dueDate: null, overdue: true }],
    [{ month: '2026-03' }, { month: '2026-03', dueDate: null, overdue: false }],
    [{ month: '2026-11' }, { month: '2026-11', dueDate: null, overdue: false }],
    [{ until: '2026-04-05' }, { month: null, dueDate: '2026-04-05', overdue: false }],
  ])('what is due %o is asked in words', (when, said) => {
    for (const [place, chat] of [
      [direct, 'user'],
      [group, 'group'],
    ] as const) {
      expect(heard(dueButton(place, when).text, chat)).toEqual({
        intent: 'ask_due',
        division: null,
        ...said,
      });
    }
  });

  it.each([
    '2026-04-01',
    '2026-04-06',
    '2026-05-01',
  ])('all that was reminded can be put off to %s', (until) => {
    for (const [place, chat] of [
      [direct, 'user'],
      [group, 'group'],
    ] as const) {
      expect(heard(snoozeButton(place, until).text, chat)).toEqual({
        intent: 'snooze_reminder',
        items: [],
        year: null,
        dueDate: until,
      });
    }
  });

  it('an undo of more items than words can name takes back the newest report', () => {
    const items = Object.values(crowded(60, 'จัดทำ').items);
    expect(undoButton(group, 'r', items).text).toBe('บอท ยกเลิก');
    expect(heard('บอท ยกเลิก', 'group')).toEqual({ intent: 'undo_last', items: [], year: null });
  });

  it('a report carries the year and the entry it was drawn from', () => {
    expect(readPress(reportButton(direct, o12, 'done').data)).toEqual({
      do: 'report',
      item: o12.id,
      status: 'done',
      year: 2569,
      entry: o12.touched,
    });
  });

  it('at most thirteen quick replies are shown', () => {
    const choices = Array.from({ length: 20 }, () => ['ภาพรวม', progressButton(direct)] as const);
    expect(quickReplies(direct, choices).items).toHaveLength(13);
  });

  it('a text stays as it is in a group', () => {
    expect(forGroup({ type: 'text', text: 'สวัสดีค่ะ' })).toEqual({ type: 'text', text: 'สวัสดีค่ะ' });
  });

  it('in a group, changes are worded as reports and questions call the bot', () => {
    expect(reportButton(group, o12, 'done').text).toBe('O12 เสร็จแล้ว');
    expect(detailButton(group, o12).text).toBe('บอท ดูรายละเอียด O12');
    expect(progressButton(group).text).toBe('บอท ภาพรวม');
  });
});
