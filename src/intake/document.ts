/** What kind of paper it is: its title, and the head of a memo. */
import type { DraftDocument } from './draft.ts';
import type { TextLine } from './source.ts';
import { firstDay, writtenDates } from './written-date.ts';

const TITLE = /^(?:มาตรการ|การวิเคราะห์|รายงาน|แผนปฏิบัติ|แผนการ|ประกาศ|สรุปผล|แนวทาง|การนำผล|การขับเคลื่อน|ผลการ)/;
const DOTS = /[.…]{2,}|\s*[.…]+$/g;

export function documentOf(lines: readonly TextLine[], parts: readonly string[]): DraftDocument {
  const texts = lines.map(({ text }) => text.replace(/^#+\s*/, '').trim());
  const memo = texts.findIndex((text) => /^บันทึกข้อความ/.test(text.replace(/\s+/g, '')));
  const head = memo >= 0 ? texts.slice(memo, memo + 20) : [];
  const isMemoFirst = memo >= 0 && memo < 5;
  const subject = after(head, /^เรื่อง/);
  const titled = texts.slice(0, 15).find((text) => TITLE.test(text) && text.length < 400);
  const isOrder = /^(?:ประกาศ|คำสั่ง)/.test(titled ?? '');
  const about = isOrder ? after(texts.slice(0, 15), /^เรื่อง/) : null;
  const numberLine = head.find((text) => /^ที่[\s.…]/.test(text));
  const dateText = /วันที่(.*)$/.exec(numberLine ?? '')?.[1] ?? after(head, /^วันที่/);
  const dates = writtenDates(dateText ?? '').filter(({ day, year }) => day !== null && year !== null);
  const [date] = dates;
  return {
    title: (isMemoFirst ? (subject ?? titled) : (about ?? titled ?? subject)) ?? null,
    kind: [...(isMemoFirst ? ['memo'] : []), ...parts].join('+'),
    number: isMemoFirst ? plain(numberLine?.replace(/^ที่/, '').replace(/วันที่.*$/, '')) : null,
    date: isMemoFirst && date?.year != null ? firstDay(date.year, date.month, date.day) : null,
    dateAsWritten: isMemoFirst ? plain(dateText ?? undefined) : null,
    from: isMemoFirst ? after(head, /^ส่วนราชการ/) : null,
    to: isMemoFirst ? after(head, /^เรียน/) : null,
  };
}

/** A rule for all measures: report at every month's meeting. */
export function reportingRuleOf(lines: readonly TextLine[]): string | null {
  return (
    lines.find(
      ({ text }) =>
        text.length < 300 &&
        /(?:กำหนด)?ให้.{0,20}รายงานผล.*(?:ทุก\s*ๆ?\s*เดือน|ประจำเดือน|รายไตรมาส|รอบ)/.test(text),
    )?.text ?? null
  );
}

function after(head: readonly string[], mark: RegExp): string | null {
  return plain(head.find((text) => mark.test(text))?.replace(mark, ''));
}

function plain(text: string | undefined): string | null {
  const bare = text?.replace(DOTS, ' ').replace(/\s+/g, ' ').trim() ?? '';
  return bare === '' ? null : bare;
}
