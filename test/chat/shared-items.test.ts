import { describe, expect, it } from 'vitest';
import type { FlexMessage, Outgoing } from '../../src/chat/outgoing.ts';
import { sayDue } from '../../src/chat/say-due.ts';
import { sayItem } from '../../src/chat/say-item.ts';
import { sayItemList } from '../../src/chat/say-item-list.ts';
import { sayMissing } from '../../src/chat/say-missing.ts';
import { sayProgress } from '../../src/chat/say-progress.ts';
import { askStale, sayKept } from '../../src/chat/say-report.ts';
import { saySummary } from '../../src/chat/say-summary.ts';
import { monthSummary } from '../../src/domain/summary.ts';
import { wordsOf } from '../flow/stage.ts';
import { NOW, officeSharing, partTold } from '../support/shared-item.ts';
import { sceneIn } from './scenes.ts';

/** กองคลัง has done its part, กองช่าง is half through, กองการศึกษา has not begun. */
const agency = officeSharing(
  ['finance', 'works', 'education'],
  partTold('finance', 'done', '2026-02-10 10:00'),
  partTold('works', 'in_progress', '2026-02-11 10:00', 50),
);
const clerk = sceneIn(agency, { who: 'finance-staff', now: NOW });
const worker = sceneIn(agency, { who: 'works-staff', now: NOW });
const item = () => {
  const found = agency.items.s1;
  if (found === undefined) throw new Error('no s1');
  return found;
};
const flexOf = ([first]: readonly Outgoing[]): FlexMessage => {
  if (first?.type !== 'flex') throw new Error('no card');
  return first;
};

describe('a shared item in a list', () => {
  it('of a division is its own part', () => {
    expect(wordsOf(sayMissing(worker, ['works']))).toContain('อยู่ระหว่าง 50% · ขาดหลักฐาน');
    expect(wordsOf(sayMissing(clerk, ['finance']))).toContain('กองคลัง แจ้งแล้วเสร็จครบทุกข้อ ยังไม่มีหลักฐาน 1 ข้อ');
    const late = { month: null, until: null, overdue: true };
    expect(wordsOf(sayDue(clerk, late, ['finance']))).toContain('กองคลัง ไม่มีข้อที่เลยกำหนดค่ะ');
    expect(wordsOf(sayDue(clerk, late, ['works']))).toContain('กองช่าง เลยกำหนด 1 ข้อ');
    expect(wordsOf(sayDue(clerk, late, ['finance', 'works']))).toContain('เลยกำหนด 1 ข้อ');
  });

  it("of the office counts who has done theirs, and shows no percentage that is one division's", () => {
    for (const said of [sayMissing(clerk, []), sayItemList(clerk, [item()])]) {
      expect(wordsOf(said)).toContain('อยู่ระหว่าง · เสร็จ 1 จาก 3 ส่วนราชการ');
      expect(wordsOf(said)).not.toContain('50%');
    }
    const progress = JSON.stringify(sayProgress(clerk));
    expect(progress).toContain('1/1');
    expect(progress.match(/0\/1/g)).toHaveLength(2);
  });
});

describe('the card of a shared item', () => {
  it('names each division under how far it is', () => {
    const words = wordsOf(sayItem(clerk, item()));
    expect(words).toContain('แล้วเสร็จ: กองคลัง\nอยู่ระหว่าง: กองช่าง 50%\nยังไม่เริ่ม: กองการศึกษา ศาสนาและวัฒนธรรม');
  });

  it('offers to finish it to those whose part is not done', () => {
    const finish = /"displayText":"มาตรการที่ 9 เสร็จแล้ว"/;
    expect(JSON.stringify(sayItem(clerk, item()))).not.toMatch(finish);
    expect(JSON.stringify(sayItem(worker, item()))).toMatch(finish);
  });
});

describe('the answer to a report', () => {
  it('says whose part was kept and who is still to come', () => {
    const said = sayKept(clerk, 'finance-told', [item()]);
    expect(flexOf(said).altText).toBe('บันทึกแล้วค่ะ: มาตรการที่ 9 (ส่วนของกองคลัง) เสร็จแล้ว');
    expect(wordsOf(said)).toContain('บันทึกส่วนของกองคลังแล้วค่ะ');
    expect(wordsOf(said)).toContain('เหลืออีก 2 ส่วนราชการ: กองช่าง, กองการศึกษา ศาสนาและวัฒนธรรม');
    expect(wordsOf(said), 'told before another division told of its own').not.toContain('จึงเก็บเป็นประวัติ');
  });

  it('to an old button asks about his own part', () => {
    expect(wordsOf(askStale(clerk, item(), 'in_progress'))).toContain('"ดำเนินการแล้วเสร็จ"');
    expect(wordsOf(askStale(worker, item(), 'done'))).toContain('"อยู่ระหว่างดำเนินการ"');
  });
});

it('the summary names the parts that moved and those that are late', () => {
  const summary = monthSummary(agency, '2026-02', NOW);
  if (summary === null) throw new Error('no summary');
  const words = wordsOf(saySummary(clerk, summary));
  expect(words).toContain('กองคลัง แล้วเสร็จ · กองช่าง อยู่ระหว่าง');
  expect(words).toContain('เลยกำหนด 3 วัน · กองช่าง, กองการศึกษา ศาสนาและวัฒนธรรม');
  expect(words).toContain('ยังไม่ได้แจ้งเหตุผล');
});
