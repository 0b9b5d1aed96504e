/** The state of an item as a document shows it: a mark in a column, a ticked box, or words. */
import { squeeze } from './compare.ts';
import type { Status } from './draft.ts';
import type { Field } from './field.ts';
import type { Columns } from './header.ts';
import type { Row } from './source.ts';

export interface ReadStatus {
  readonly status: Status | null;
  readonly asWritten: string | null;
  readonly unclear: boolean;
}

const NONE: ReadStatus = { status: null, asWritten: null, unclear: false };
const BY_FIELD: Partial<Record<Field, Status>> = {
  notStarted: 'not_started',
  inProgress: 'in_progress',
  done: 'done',
  cancelled: 'cancelled',
};
const MARK = /^[/\\✓✔√☑xX×●•*vVüP]+$/;

/** The state a row's mark stands under. */
export function markedStatus(row: Row, columns: Columns, headers: readonly string[] = []): ReadStatus {
  const marked = columns.flatMap((field, at) => {
    const status = field === null ? undefined : BY_FIELD[field];
    const cell = (row.cells[at] ?? '').trim();
    return status !== undefined && cell !== '' && MARK.test(cell) ? [{ status, at }] : [];
  });
  const [only] = marked;
  if (only === undefined) return writtenUnder(row, columns);
  const asWritten = headers[only.at] ?? only.status;
  if (marked.length > 1) return { status: null, asWritten, unclear: true };
  return { status: only.status, asWritten, unclear: false };
}

/** Words where a mark belongs say something, but not surely that state. */
function writtenUnder(row: Row, columns: Columns): ReadStatus {
  const words = columns.flatMap((field, at) =>
    field !== null && BY_FIELD[field] !== undefined ? [row.cells[at] ?? ''] : [],
  );
  const said = words.filter((word) => /[^\s\-–—]/.test(word) && !/[☐☑]/.test(word)).join(' / ');
  return said === '' ? NONE : { status: null, asWritten: said, unclear: true };
}

/** The state of boxes, of which one is ticked. `ดำเนินการ` beside `ยังไม่ได้ดำเนินการ` means done. */
export function tickedStatus(cell: string): ReadStatus {
  const boxes = [...cell.matchAll(/([☐☑])\s*([^☐☑\n•]*)/g)].map(([, box, label = '']) => ({
    ticked: box === '☑',
    label: label.split(/\s+-\s*/)[0]?.trim() ?? '',
  }));
  const ticked = boxes.filter((box) => box.ticked && box.label !== '');
  const [only] = ticked;
  if (only === undefined) return NONE;
  if (ticked.length > 1)
    return { status: null, asWritten: ticked.map(({ label }) => label).join(' / '), unclear: true };
  const isPair = boxes.some(({ ticked: on, label }) => !on && wordOf(label) === 'not_started');
  const status =
    wordOf(only.label) ?? (isPair && /^ดำเนิน(?:การ|งาน)/.test(squeeze(only.label)) ? 'done' : null);
  const asWritten = only.label.length > 40 ? (only.label.split(' ')[0] ?? '') : only.label;
  return { status, asWritten, unclear: status === null };
}

/** A text without its boxes and their labels. */
export function withoutBoxes(cell: string): string {
  return cell
    .replace(/☐[^☐☑\n•]*?(?=[☐☑\n•]|$)/g, '')
    .replace(/☑\s*(?:ดำเนิน(?:การ|งาน)(?:แล้ว)?(?:เสร็จ)?|[^\s☐☑]{1,30})/g, '')
    .trim();
}

/** The state told in words, in a column headed so. */
export function toldStatus(cell: string): ReadStatus {
  const text = cell.trim();
  if (text === '' || /^[-–—]+$/.test(text)) return NONE;
  const status = wordOf(text);
  return { status, asWritten: text, unclear: status === null };
}

function wordOf(label: string): Status | null {
  const text = squeeze(label);
  if (/^(?:ยัง)?ไม่(?:ได้|เริ่ม|มีการ)?(?:ได้)?(?:ดำเนิน|ปฏิบัติ|เริ่ม)|^ยังไม่|^รอดำเนิน/.test(text)) return 'not_started';
  if (/^(?:อยู่)?(?:ใน)?ระหว่าง|^กำลัง|^อยู่ในขั้นตอน/.test(text)) return 'in_progress';
  if (/ยกเลิก/.test(text)) return 'cancelled';
  if (/เสร็จ(?:สิ้น|แล้ว|เรียบร้อย)?|^ดำเนิน(?:การ|งาน)(?:เรียบร้อย)?แล้ว|^ครบถ้วน|^เรียบร้อย/.test(text)) {
    return /ไม่เสร็จ|ยังไม่แล้ว/.test(text) ? 'in_progress' : 'done';
  }
  return null;
}
