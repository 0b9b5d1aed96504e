/** The month in the staff group. */
import type { Item } from '../domain/agency.ts';
import { dayOf, monthOf } from '../domain/calendar.ts';
import { finishDue } from '../domain/due.ts';
import { itemsOf, presentReport } from '../domain/item.ts';
import type { MonthSummary } from '../domain/summary.ts';
import { shortDay } from '../thai/date.ts';
import { missingButton } from './buttons.ts';
import { changesCard, flex, type PlainRow, progressCard, short } from './cards.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { divisionRows, figuresView } from './say-items.ts';
import { divisionNamed, placeOf, type Scene } from './scene.ts';
import { divisionWords, itemShort, monthWords, STATUS, shortDateWords } from './words.ts';

const ROWS = 6;

/** The summary card. Its ledger hash is `scene.head`: `ita verify --head` proves the ledger contains it. */
export function saySummary(scene: Scene, summary: MonthSummary, division: string | null = null): Outgoing[] {
  const { agency } = scene;
  const month = monthWords(summary.month);
  const office = division === null ? (agency.profile?.shortName ?? '') : divisionNamed(agency, division);
  const over = monthOf(summary.asOf) === summary.month && dayOf(summary.asOf) === dayOf(scene.now);
  const asOf = `${over ? 'ข้อมูล ณ' : 'สถานะสิ้นเดือน ณ'} ${shortDay(dayOf(summary.asOf))}`;
  const items = itemsOf(agency, summary.year).filter(
    (item) => division === null || item.divisions.includes(division),
  );
  const figures = progressCard({
    title: `สรุปเดือน${month}`,
    subtitle: `${office} · แผนปีงบประมาณ พ.ศ. ${summary.year} · ${asOf}`,
    ...figuresView(summary.overall),
    divisions: divisionRows(agency, items, summary.asOf),
    missing: missingButton(placeOf(scene)),
  });
  const { done, total, late } = summary.overall;
  const alt = `สรุปเดือน${month} ${office}: เสร็จ ${done} จาก ${total} ข้อ${late > 0 ? ` เลยกำหนด ${late} ข้อ` : ''}`;
  return [flex(alt, [figures, changes(scene, summary, month)])];
}

function changes(scene: Scene, summary: MonthSummary, month: string): FlexBubble {
  const { agency } = scene;
  const { moved, late, next, missingOit, asOf } = summary;
  const sections = [
    section(
      moved.length > 0 ? `คืบหน้าในเดือนนี้ ${moved.length} ข้อ` : 'เดือนนี้ยังไม่มีข้อที่สถานะเปลี่ยน',
      moved.map(({ item, from, to }) => row(item, `${STATUS[from]} → ${STATUS[to]}`)),
    ),
    section(
      late.length > 0 ? `เลยกำหนด ${late.length} ข้อ` : 'ไม่มีข้อที่เลยกำหนด',
      late.map((item) =>
        row(
          item,
          `${shortDateWords(finishDue(agency, item), asOf)} · ${divisionWords(agency, item.divisions)}`,
        ),
      ),
    ),
    section(
      next.length > 0 ? `ครบกำหนดใน 30 วัน ${next.length} ข้อ` : 'ไม่มีข้อที่ครบกำหนดใน 30 วัน',
      next.map(({ item, date }) =>
        row(item, `${shortDateWords(date, asOf)} · ${divisionWords(agency, item.divisions)}`),
      ),
    ),
    oitSection(missingOit),
  ];
  return changesCard({
    title: `สรุปเดือน${month}`,
    subtitle: 'ความเคลื่อนไหวและสิ่งที่ต้องทำต่อ',
    sections,
    foot: `รหัสตรวจสอบบัญชีบันทึก ${scene.head.slice(0, 8)}`,
  });
}

function section(heading: string, rows: readonly PlainRow[]) {
  const rest = rows.length > ROWS ? `และอีก ${rows.length - ROWS} ข้อ` : '';
  return { heading, rows: rows.slice(0, ROWS), rest };
}

/** O-items are many and short: their numbers in one line say enough. */
function oitSection(items: readonly Item[]) {
  if (items.length === 0) return { heading: 'ข้อ O (OIT) ครบทุกข้อแล้ว', rows: [], rest: '' };
  const reported = items.filter((item) => presentReport(item) !== null).length;
  const started = reported > 0 ? ` (เริ่มแล้ว ${reported} ข้อ)` : '';
  return {
    heading: `ข้อ O (OIT) ที่ยังไม่ครบ ${items.length} ข้อ${started}`,
    rows: [],
    rest: items.map(itemShort).join(' '),
  };
}

function row(item: Item, note: string): PlainRow {
  return { code: itemShort(item), title: short(item.title, 100), note };
}
