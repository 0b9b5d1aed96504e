/** Where two years are open, or the year is closed, every line says which year it means; a provisional list is marked. */
import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { sayEvidenceKept, sayExtensionAsked, saySnoozed, sayUndone } from '../../src/chat/say-acts.ts';
import { sayDue } from '../../src/chat/say-due.ts';
import { sayItem } from '../../src/chat/say-item.ts';
import { sayItemList } from '../../src/chat/say-item-list.ts';
import { sayMissing } from '../../src/chat/say-missing.ts';
import { sayRefusal } from '../../src/chat/say-refusal.ts';
import { sayReminder } from '../../src/chat/say-reminder.ts';
import { askStale, sayKept } from '../../src/chat/say-report.ts';
import { sayResponsible } from '../../src/chat/say-responsible.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { Agency } from '../../src/domain/agency.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { EVERY_REFUSAL } from './every-refusal.ts';
import { EXAMPLE, itemNumbered, NOW, PROVISIONAL, sceneIn, TWO_YEARS } from './scenes.ts';

/** What stands in a phone's notification, or the whole text. */
const lineOf = ([message]: readonly Outgoing[]): string =>
  message?.type === 'flex' ? message.altText : (message?.text ?? '');

const o12 = (agency: Agency, year = 2569) => itemNumbered(agency, 'oit', 12, year);
const aboutItems = EVERY_REFUSAL.filter((refusal) => 'item' in refusal && refusal.item !== 'unknown');

const lines = (scene: Scene, year: number): readonly (readonly [string, readonly Outgoing[]])[] => {
  const item = o12(scene.agency, year);
  const reminder = { item: item.id, due: 'finish' as const, date: '2026-04-30', step: 30 };
  return [
    ['a report', sayKept(scene, 'r0', [item])],
    ['evidence', sayEvidenceKept(scene, 'e0', [item], 'https://a.th')],
    ['an extension', sayExtensionAsked(scene, 'x0', [item], '2026-05-29')],
    ['a snooze', saySnoozed(scene, 's0', [item], '2026-04-06')],
    ['what was undone', sayUndone(scene, [{ item, what: 'report' }])],
    ['a stale button', askStale(scene, item, 'done')],
    ['an item', sayItem(scene, item)],
    ['who answers', sayResponsible(scene, item)],
    ['items', sayItemList(scene, [item])],
    ['a reminder', sayReminder(scene, { member: 'finance-staff', lines: [reminder] })],
  ];
};

describe('with two open years', () => {
  const scene = sceneIn(TWO_YEARS);

  it.each(lines(scene, 2568).slice(1))('the line of %s names the year', (_, said) => {
    expect(lineOf(said)).toContain('O12 ปี 2568');
  });

  it('the line of a report names the year of each', () => {
    const item = Object.values(TWO_YEARS.items).find(({ reports }) => reports.length > 0);
    if (item === undefined) throw new Error('nothing was reported');
    const line = lineOf(sayKept(scene, item.reports[0]?.id ?? '', [item]));
    expect(line).toMatch(/^บันทึกแล้วค่ะ: \S+ .*ปี 2569/);
  });

  it('the lines of lists name the year after its items', () => {
    for (const said of [
      sayMissing(scene, []),
      sayDue(scene, { month: null, until: null, overdue: false }, []),
    ])
      expect(lineOf(said)).toMatch(/[Oม][.\d]+ ปี 2569 · .*ปี 2568|[Oม][.\d]+ ปี 2568 · .*ปี 2569/);
  });

  it.each(
    aboutItems.map((refusal) => [refusal.kind, refusal] as const),
  )('a refusal names it: %s', (_, refusal) => {
    expect(lineOf(sayRefusal(scene, refusal))).toContain('ปี 2569');
    // A preview is of a plan: its year is named always.
    if (refusal.kind !== 'plan-moved')
      expect(lineOf(sayRefusal(sceneIn(EXAMPLE), refusal))).not.toContain('ปี 2569');
  });
});

describe('of a year that is closed', () => {
  const plan = TWO_YEARS.plans[2568];
  if (plan === undefined) throw new Error('no plan');
  const closed: Agency = {
    ...TWO_YEARS,
    plans: { ...TWO_YEARS.plans, 2568: { ...plan, state: 'closed', closed: NOW } },
  };

  it('an item says so, offers nothing that changes it, and its buttons name the year', () => {
    for (const group of [false, true]) {
      const said = JSON.stringify(sayItem(sceneIn(closed, { group }), o12(closed, 2568)));
      expect(said).toContain('O12 ปี 2568');
      expect(said).not.toMatch(/do=(report|give|later)/);
      expect(said).toContain('ใครรับผิดชอบ O12 ปี 2568');
    }
  });

  it('an item of the open year is called as ever', () => {
    expect(lineOf(sayItem(sceneIn(closed), o12(closed)))).not.toContain('ปี 2569');
  });
});

describe('a provisional list', () => {
  const { id } = o12(PROVISIONAL);
  it.each(
    aboutItems.map((refusal) => [refusal.kind, refusal] as const),
  )('marks a refusal: %s', (_, refusal) => {
    const scene = sceneIn(PROVISIONAL);
    const about = { ...refusal, item: id } as Refusal;
    expect(lineOf(sayRefusal(scene, about))).toContain('ชั่วคราว ตามปี 2568');
    expect(lineOf(sayRefusal(scene, refusal))).not.toContain('ชั่วคราว');
  });
});
