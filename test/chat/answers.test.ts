/** What single answers say and offer; that LINE takes them stands in `messages.test.ts`. */

import { describe, expect, it } from 'vitest';
import { help } from '../../src/chat/help.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { sayAcknowledged, sayUndone } from '../../src/chat/say-acts.ts';
import { sayDue } from '../../src/chat/say-due.ts';
import { sayItem } from '../../src/chat/say-item.ts';
import { sayMissing } from '../../src/chat/say-missing.ts';
import { sayContact } from '../../src/chat/say-people.ts';
import { sayDivisions } from '../../src/chat/say-progress.ts';
import { sayPublicItems, sayPublicMeasures } from '../../src/chat/say-public.ts';
import { sayKept } from '../../src/chat/say-report.ts';
import { sayResponsible } from '../../src/chat/say-responsible.ts';
import { sayScore } from '../../src/chat/say-score.ts';
import { DUE } from '../../src/chat/words-items.ts';
import type { Item } from '../../src/domain/agency.ts';
import { SAID } from './everything-said.ts';
import { presses, texts, uris, words } from './message-parts.ts';
import { crowded, EXAMPLE, itemNumbered, PROVISIONAL, sceneIn, withItems } from './scenes.ts';

const finance = sceneIn(EXAMPLE);
const m1 = itemNumbered(EXAMPLE, 'measure', 1);
const o8 = itemNumbered(EXAMPLE, 'oit', 8);
const o12 = itemNumbered(EXAMPLE, 'oit', 12);

describe('what is missing', () => {
  it('names what is not done first, and then what is done without evidence', () => {
    const said = words(sayMissing(finance, ['finance']));
    expect(said).toContain('กองคลัง เหลืออีก 6 ข้อ');
    expect(said.indexOf('ม.1')).toBeLessThan(said.indexOf('แจ้งเสร็จแล้ว ยังไม่มีหลักฐาน 1 ข้อ'));
    expect(said.indexOf('แจ้งเสร็จแล้ว ยังไม่มีหลักฐาน 1 ข้อ')).toBeLessThan(said.indexOf('O12'));
    expect(said).toContain('อยู่ระหว่าง 80% · ขาดหลักฐาน');
  });

  it('says of an unfinished item what evidence it has, and whose it is when all are asked about', () => {
    const shown = withItems(EXAMPLE, (item) =>
      item.id === o8.id
        ? { ...item, evidence: itemNumbered(EXAMPLE, 'oit', 2).evidence.map((one) => ({ ...one })) }
        : item,
    );
    expect(words(sayMissing(sceneIn(shown), []))).toContain('อยู่ระหว่าง 80% · มีหลักฐาน 2 · ทุกส่วนราชการ');
    expect(words(sayMissing(sceneIn(shown), ['finance']))).not.toContain('· กองคลัง');
  });

  it('offers the asker the next step of his own items only, and in 1:1 only', () => {
    const offered = (messages: readonly Outgoing[]) =>
      presses(messages).filter((press) => press.do === 'report' || press.do === 'give');
    const own = offered(sayMissing(finance, []));
    expect(own.length).toBeGreaterThan(3);
    for (const press of own) {
      const item = 'item' in press && press.item !== undefined ? EXAMPLE.items[press.item] : undefined;
      expect(item?.divisions).toContain('finance');
    }
    expect(offered(sayMissing(sceneIn(EXAMPLE, { who: 'executive' }), []))).toEqual([]);
    expect(offered(sayMissing(sceneIn(EXAMPLE, { group: true }), []))).toEqual([]);
  });

  it('of several divisions is one list', () => {
    const said = words(sayMissing(finance, ['finance', 'works']));
    expect(said).toContain('กองคลัง และ กองช่าง เหลืออีก');
    expect(said).not.toContain('O16');
  });

  it('that is longer than LINE takes ends in a link to all of it, or says how to see the rest', () => {
    const long = crowded(200, 'เปิดโอกาสให้ประชาชนมีส่วนร่วม'.repeat(20));
    const links = uris(sayMissing(sceneIn(long), []));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toContain('/d/missing.');
    const unlinked = sayMissing(sceneIn(long, { linked: false }), []);
    expect(uris(unlinked)).toEqual([]);
    expect(words(unlinked)).toContain('ดูทีละส่วนราชการได้');
  });
});

describe('one item', () => {
  it('shows its status, wish, evidence and history', () => {
    const m8 = itemNumbered(EXAMPLE, 'measure', 8);
    const said = words(sayItem(finance, m8));
    for (const part of [
      'อยู่ระหว่างดำเนินการ',
      'ขอขยายถึง 29 พ.ค. 69 (รอพิจารณา)',
      'ประวัติล่าสุด',
      'ขอขยายเวลาถึง 29 พ.ค. 69',
    ])
      expect(said).toContain(part);
    expect(words(sayItem(finance, itemNumbered(EXAMPLE, 'oit', 2)))).toContain('2 รายการ · ล่าสุด 24 มี.ค. 69');
  });

  it('opens its newest evidence by a link LINE takes', () => {
    const [first = ''] = uris(sayItem(finance, itemNumbered(EXAMPLE, 'oit', 2)));
    expect(first).toMatch(/^https:\/\/dontawan\.example\.org\/ita\/2569\/%E0%B8%84[%A-F0-9]+\.pdf\?o=14#%E0/);
  });

  it('is offered for reporting to those who may, and a later date only where there is one to move', () => {
    const kinds = (messages: readonly Outgoing[]) => new Set(presses(messages).map((press) => press.do));
    expect(kinds(sayItem(finance, m1))).toEqual(
      new Set(['report', 'give', 'later', 'responsible', 'missing', 'due']),
    );
    const done = kinds(sayItem(finance, o12));
    expect([done.has('give'), done.has('later')]).toEqual([true, false]);
    const m9 = itemNumbered(EXAMPLE, 'measure', 9);
    expect(kinds(sayItem(sceneIn(EXAMPLE, { who: 'coordinator' }), m9)).has('later')).toBe(false);
    const reader = kinds(sayItem(sceneIn(EXAMPLE, { who: 'executive' }), m1));
    expect([reader.has('report'), reader.has('give'), reader.has('later')]).toEqual([false, false, false]);
  });
});

describe('what falls due', () => {
  const range = { month: null, until: null, overdue: false };

  it('has what is late on top', () => {
    const said = words(sayDue(finance, range, []));
    expect(said.indexOf('เลยกำหนด 1 ข้อ')).toBeLessThan(said.indexOf('ครบกำหนดใน 30 วัน'));
    expect(said).toContain('กำหนดรายงานผล');
  });

  it('of a coming month leaves out what is late now', () => {
    expect(words(sayDue(finance, { ...range, month: '2026-04' }, []))).not.toContain('เลยกำหนด');
  });

  it('says a finish and a report of one day once', () => {
    const said = texts(sayDue(finance, { ...range, month: '2026-03' }, ['palad']));
    expect(said.filter((one) => one === 'ม.7')).toHaveLength(1);
    expect(said.join('\n')).toContain('กำหนดแล้วเสร็จและรายงานผล');
  });

  it('says plainly when there is nothing, and what is late beside it', () => {
    expect(words(sayDue(finance, { ...range, overdue: true }, ['works']))).toContain(
      'กองช่าง ไม่มีข้อที่เลยกำหนดค่ะ',
    );
    const said = words(sayDue(finance, { ...range, until: '2026-04-01' }, ['finance']));
    expect(said).toContain('เลยกำหนด 1 ข้อ');
  });
});

describe('the score', () => {
  it('shows level, instruments and what is under 85, the weakest first', () => {
    const said = words(sayScore(finance));
    for (const part of ['ปี 2568', '86.94', 'ระดับ ผ่าน', '82.19', 'ต่ำกว่า 85 คะแนน 3 ตัว', 'ผลปี 2569 ยังไม่ได้บันทึก'])
      expect(said).toContain(part);
    expect(said.indexOf('7. ประสิทธิภาพการสื่อสาร')).toBeLessThan(said.indexOf('8. การปรับปรุง'));
  });

  it('says who records it when there is none', () => {
    expect(words(sayScore({ ...finance, agency: { ...EXAMPLE, assessments: {} } }))).toContain(
      'ผู้ประสานงาน ITA',
    );
  });
});

describe('divisions', () => {
  it('stand beside each other, all or those asked about', () => {
    expect(words(sayDivisions(finance, []))).toContain('หน่วยตรวจสอบภายใน');
    const two = words(sayDivisions(finance, ['finance', 'works']));
    expect(two).toContain('กองช่าง');
    expect(two).not.toContain('หน่วยตรวจสอบภายใน');
    expect(words(sayDivisions(finance, ['finance']))).toContain('ความก้าวหน้า กองคลัง');
  });
});

describe('who answers for an item', () => {
  it('is named by division, and the coordinator where nobody joined', () => {
    expect(words(sayResponsible(finance, m1))).toContain('หัวหน้า: นางวันดี นิทานทอง');
    const nobodys = words(sayResponsible(finance, itemNumbered(EXAMPLE, 'oit', 7)));
    expect(nobodys).toContain('ยังไม่มีผู้รับผิดชอบ');
    expect(nobodys).toContain('นางสาวสมหญิง แดนสมมุติ');
  });
});

describe('after a report', () => {
  const kept = (item: Item) => sayKept(finance, item.reports[0]?.id ?? '', [item]);

  it('of something done without evidence the next step is to give it', () => {
    expect(presses(kept(o12)).find((press) => press.do === 'give')).toEqual({ do: 'give', item: o12.id });
    expect(presses(kept(itemNumbered(EXAMPLE, 'oit', 1))).some((press) => press.do === 'give')).toBe(false);
    expect(presses(kept(o8)).some((press) => press.do === 'give')).toBe(false);
  });

  it('it can be undone, and a correction says what was taken back', () => {
    expect(presses(kept(o12)).some((press) => press.do === 'undo')).toBe(true);
    const corrected = sayKept(finance, 'r5', [o12], { replaced: [m1], url: 'https://a.example/1.pdf' });
    expect(words(corrected)).toContain('ยกเลิกที่แจ้งผิดให้แล้ว: มาตรการที่ 1 กลับเป็น "ยังไม่เริ่มดำเนินการ"');
    expect(words(corrected)).toContain('หลักฐาน: https://a.example/1.pdf');
  });

  it('what was taken back is told by kind', () => {
    const said = words(
      sayUndone(finance, [
        { item: o12, what: 'evidence' },
        { item: m1, what: 'snooze' },
      ]),
    );
    expect(said).toContain('O12 นำหลักฐานออกแล้ว ยังไม่มีหลักฐานอื่น');
    expect(said).toContain('มาตรการที่ 1 จะเตือนตามปกติ');
  });

  it('a reminder read is answered with its date and the next steps', () => {
    const said = sayAcknowledged(finance, [m1]);
    expect(words(said)).toContain('มาตรการที่ 1 · 30 ม.ค. 69 · เลยกำหนด 60 วัน');
    expect(presses(said).map((press) => press.do)).toEqual(expect.arrayContaining(['report', 'later']));
    expect(words(sayAcknowledged(finance, []))).toContain('รับทราบค่ะ');
  });
});

it('ค่ะ stands apart from a year', () => {
  expect(DUE.nothing('กองคลัง', DUE.month('2027-01'))).toContain('2570 ค่ะ');
  expect(DUE.nothing('กองคลัง', DUE.near)).toContain('วันค่ะ');
});

describe('what citizens hear', () => {
  const citizen = sceneIn(EXAMPLE, { who: null });

  it('of a published measure, without names, and nothing of O-items', () => {
    const said = words(sayPublicItems(citizen, [m1, o12]));
    expect(said).toContain(m1.title);
    expect(said).not.toContain(o12.title);
    expect(sayPublicItems(citizen, [o12])).toEqual([]);
  });

  it('names of staff never', () => {
    const said = words([
      ...sayPublicMeasures(citizen),
      ...sayPublicItems(citizen, [m1]),
      ...sayContact(citizen),
    ]);
    for (const name of citizen.names.values()) expect(said).not.toContain(name);
  });

  it('helps with what they may do', () => {
    expect(help(citizen).text).toContain('รหัสเชิญ');
    expect(presses([help(citizen)]).map((press) => press.do)).toEqual(['measures']);
  });
});

describe('a provisional list', () => {
  const MARK = '(รายการข้อ O ชั่วคราว ตามปี 2568)';
  /** What names no item of the list, only as an example, or of another list that is to come. */
  const APART = new Set(['help', 'suggest', 'sayRefusal', 'sayGroupBound', 'sayList']);

  it.each(
    Object.keys(SAID).filter((name) => !APART.has(name)),
  )('is marked in every answer of %s that tells of an O-item', (name) => {
    const scene = sceneIn(PROVISIONAL, { who: 'coordinator' });
    const told = (SAID[name]?.(scene) ?? [])
      .flat()
      .filter((message) => /(?<!เช่น "?)O\d/.test(words([message])));
    for (const message of told) expect(words([message]), words([message])).toContain(MARK);
  });

  it('has no mark when the list is that of the year', () => {
    expect(words(sayItem(finance, o12))).not.toContain('ชั่วคราว');
  });
});
