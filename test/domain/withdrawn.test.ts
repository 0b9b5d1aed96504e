/** An item that no document has any more: out of every list, but not out of the history. */
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/domain/act.ts';
import type { Command } from '../../src/domain/command.ts';
import { everyItemOf, itemsMeant, itemsOf, openItemsNumbered } from '../../src/domain/item.ts';
import { lastRemindedItems, likelyItems } from '../../src/domain/likely.ts';
import { duesIn, figuresOf, lateItems, missingItems, withoutEvidence } from '../../src/domain/progress.ts';
import { dueReminders, nextReminderAt } from '../../src/domain/reminder.ts';
import { monthSummary } from '../../src/domain/summary.ts';
import { agencyOf, bangkok, given, member, reminded, reported } from '../support/an-agency.ts';
import { LINK } from './doings.ts';
import { document, imported, openedWith, row } from './imports.ts';

const TEN = bangkok('2026-03-30 10:00');
const APRIL = bangkok('2026-04-10 10:00');
const [KEPT, GONE] = ['จัดทำคู่มือการปฏิบัติงาน', 'ปรับปรุงเว็บไซต์ของหน่วยงาน'];
const both = [
  ...openedWith(row(KEPT), row(GONE)),
  reported('import-1-2', 'in_progress', { report: 'r', at: TEN }),
  reminded({ member: 'finance-staff' }, ['import-1-2'], TEN),
];
const history = imported(both, document([row(KEPT)]), { id: 'import-2', at: TEN });
const agency = agencyOf(...history);
const finance = member('finance-staff');
const isGone = ({ id }: { readonly id: string }) => id === 'import-1-2';

describe('a withdrawn item', () => {
  it('is in no list, no figure and no summary', () => {
    const asked = { from: '2026-01-01', to: '2026-12-31', division: null };
    const summary = monthSummary(agency, '2026-03', APRIL);
    const listed = [
      itemsOf(agency, 2569),
      missingItems(agency),
      lateItems(agency, APRIL),
      withoutEvidence(agency),
      duesIn(agency, asked).map(({ item }) => item),
      openItemsNumbered(agency, { kind: 'measure', number: 2 }),
      itemsMeant(agency, { kind: 'measure', number: 2 }, 'finance-staff'),
      lastRemindedItems(agency, 'finance-staff', null),
      likelyItems(agency, 'finance-staff', null, APRIL),
      [...(summary?.late ?? []), ...(summary?.moved ?? []).map(({ item }) => item)],
    ];
    for (const items of listed) expect(items.filter(isGone)).toEqual([]);
    expect(figuresOf(agency, itemsOf(agency, 2569), APRIL).total).toBe(1 + 26);
  });

  it('is not reminded of', () => {
    const lines = dueReminders(agency, APRIL).flatMap((reminder) => reminder.lines);
    expect(lines.map(({ item }) => item)).toContain('import-1-1');
    expect(lines.map(({ item }) => item)).not.toContain('import-1-2');
    expect(nextReminderAt(agency, TEN)).not.toBeNull();
  });

  it.each<Command>([
    {
      type: 'report',
      by: finance,
      report: 'x',
      chat: 'direct',
      items: [{ item: 'import-1-2', status: 'done' }],
    },
    {
      type: 'give-evidence',
      by: finance,
      evidence: 'x',
      chat: 'direct',
      items: ['import-1-2'],
      content: LINK,
    },
    {
      type: 'ask-extension',
      by: finance,
      extension: 'x',
      chat: 'direct',
      items: ['import-1-2'],
      until: '2026-06-30',
    },
    { type: 'snooze', by: finance, snooze: 'x', chat: 'direct', items: ['import-1-2'], until: '2026-04-01' },
    { type: 'undo', by: finance, chat: 'direct', at: APRIL, what: { kind: 'items', items: ['import-1-2'] } },
  ])('takes no $type', (command) => {
    given(...history)
      .when(command, TEN)
      .thenRefused({ kind: 'withdrawn', item: 'import-1-2' });
  });

  it('keeps its id and its history', () => {
    const item = everyItemOf(agency, 2569).find(isGone);
    expect(item?.withdrawn).toBe(TEN);
    expect(item === undefined ? [] : historyOf(item).map(({ kind }) => kind)).toEqual(['report']);
  });

  it('that stands in a document again is the same item, with what was told of it', () => {
    const again = document([row(KEPT), row('ข้อใหม่เรื่องอื่น'), row(GONE, { status: 'done' })]);
    const back = agencyOf(...imported(history, again, { id: 'import-3', at: APRIL }));
    expect(back.items['import-1-2']).toMatchObject({ number: 3, withdrawn: null });
    expect(back.items['import-1-2']?.reports).toHaveLength(1);
  });
});
