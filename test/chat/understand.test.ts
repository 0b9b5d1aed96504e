import { describe, expect, it } from 'vitest';
import { hear, inWords, overhear } from './hearing.ts';

/** Each sentence with what it means, written as `inWords` does. Today is Monday 16 February 2026. */
const SENTENCES: { readonly [about: string]: readonly (readonly [text: string, means: string])[] } = {
  'the six sentences of the issue': [
    ['O12 เสร็จแล้ว', 'report_status O12 done'],
    ['ม.3 กำลังทำ 60%', 'report_status M3 in_progress 60%'],
    ['ขาดข้อไหนบ้าง', 'ask_missing_items'],
    ['กองคลังค้างอะไร', 'ask_missing_items finance'],
    ['สรุปเดือนนี้', 'ask_summary_month 2026-02'],
    ['ยกเลิก', 'undo_last'],
  ],
  'a report, however the number is written': [
    ['o12 เสร็จแล้วค่ะ', 'report_status O12 done'],
    ['O๑๒ เสร็จแล้วครับ', 'report_status O12 done'],
    ['O 12 เสร็จแล้ว', 'report_status O12 done'],
    ['O-12 เสร็จแล้ว', 'report_status O12 done'],
    ['O.12 เสร็จแล้ว', 'report_status O12 done'],
    ['โอ12 เสร็จแล้วจ้า', 'report_status O12 done'],
    ['โอ 12 เรียบร้อยครับ', 'report_status O12 done'],
    ['ข้อ O12 เสร็จแล้ว', 'report_status O12 done'],
    ['ข้อโอ12 เสร็จแล้ว', 'report_status O12 done'],
    ['OIT 12 เสร็จแล้ว', 'report_status O12 done'],
    ['OIT ข้อ 12 เสร็จแล้ว', 'report_status O12 done'],
    ['ข้อ 027 เสร็จแล้ว', 'report_status O27 done'],
    ['ข้อ ๐๒๗ เสร็จเรียบร้อย', 'report_status O27 done'],
    ['ข้อ\u200B027 เสร็จเรียบร้อย', 'report_status O27 done'],
    ['O05 เสร็จแล้ว', 'report_status O5 done'],
    ['O\u200B12\u200B เสร็จ\u200Bแล้ว', 'report_status O12 done'],
    ['เสร็จแล้ว O12', 'report_status O12 done'],
    ['✅ O12', 'report_status O12 done'],
    ['O12 ✅', 'report_status O12 done'],
    ['O12 done', 'report_status O12 done'],
    ['มาตรการที่ 3 เสร็จแล้ว', 'report_status M3 done'],
    ['มาตรการ 3 เสร็จแล้ว', 'report_status M3 done'],
    ['มาตรการข้อ ๓ เสร็จแล้วค่ะ', 'report_status M3 done'],
    ['มาตรการที่ ๓ ดำเนินการแล้วเสร็จ', 'report_status M3 done'],
    ['ม. 3 เสร็จแล้ว', 'report_status M3 done'],
    ['ม.๓ เสร็จแล้ว', 'report_status M3 done'],
    ['ข้อ 3 เสร็จแล้ว', 'report_status M3 done'],
    ['ข้อที่ 3 เสร็จแล้วค่ะ', 'report_status M3 done'],
    ['ข้อ ๓ ยังไม่เริ่ม', 'report_status M3 not_started'],
  ],
  'a report, however the status is said': [
    ['O12 กำลังทำ', 'report_status O12 in_progress'],
    ['O12 กำลังดำเนินการ', 'report_status O12 in_progress'],
    ['O12 อยู่ระหว่างดำเนินการ', 'report_status O12 in_progress'],
    ['O12 ทำอยู่ค่ะ', 'report_status O12 in_progress'],
    ['O12 ยังไม่เสร็จ', 'report_status O12 in_progress'],
    ['O12 ใกล้เสร็จแล้ว', 'report_status O12 in_progress'],
    ['O12 ยังไม่เริ่ม', 'report_status O12 not_started'],
    ['O12 ยังไม่ได้ทำเลย', 'report_status O12 not_started'],
    ['O12 ยังเลย', 'report_status O12 not_started'],
    ['O12 60%', 'report_status O12 in_progress 60%'],
    ['O12 กำลังทำ ๖๐%', 'report_status O12 in_progress 60%'],
    ['O12 ร้อยละ 60', 'report_status O12 in_progress 60%'],
    ['O12 60 เปอร์เซ็นต์', 'report_status O12 in_progress 60%'],
    ['O12 100%', 'report_status O12 done 100%'],
    ['O12 0%', 'report_status O12 not_started 0%'],
    ['O12 50-60%', 'report_status O12 in_progress 50%'],
    ['O12 เหลืออีก 30%', 'report_status O12 in_progress 70%'],
    ['O12 ดำเนินการแล้วเสร็จ 100 เปอร์เซ็นต์', 'report_status O12 done 100%'],
    ['O12 ยังไม่ดำเนินการ', 'report_status O12 not_started'],
  ],
  'a report of several items': [
    ['O1,2,3 เสร็จแล้ว', 'report_status O1 O2 O3 done'],
    ['O3 กับ 4 เสร็จแล้ว', 'report_status O3 O4 done'],
    ['O1 O2 O3 เสร็จแล้ว', 'report_status O1 O2 O3 done'],
    ['O3 และ O4 เรียบร้อยค่ะ', 'report_status O3 O4 done'],
    ['ม.4,8 กำลังดำเนินการ', 'report_status M4 M8 in_progress'],
    ['O1-O5 เสร็จแล้ว', 'report_status O1 O2 O3 O4 O5 done'],
    ['O1-5 เสร็จแล้ว', 'report_status O1 O2 O3 O4 O5 done'],
    ['O20 ถึง O22 เสร็จแล้ว', 'report_status O20 O21 O22 done'],
    ['ม.3 – 5 เสร็จแล้ว', 'report_status M3 M4 M5 done'],
    ['ข้อ 1-4 เสร็จแล้ว', 'report_status M1 M2 M3 M4 done'],
    ['O1 เสร็จแล้ว O2 เสร็จแล้ว', 'report_status O1 O2 done'],
    ['โอ1โอ2 เสร็จแล้ว', 'report_status O1 O2 done'],
    ['O20-O22 เรียบร้อยทั้งหมดค่ะ', 'report_status O20 O21 O22 done'],
    ['O1~O3 เสร็จแล้ว', 'report_status O1 O2 O3 done'],
    ['O1 จนถึง O4 เสร็จแล้ว', 'report_status O1 O2 O3 O4 done'],
    ['O12 กับ ม.3 เสร็จแล้ว', 'report_status O12 M3 done'],
  ],
  'a report with its year, or with a word about it': [
    ['O12 ปี 2569 เสร็จแล้ว', 'report_status O12 done 2569'],
    ['O12 ปี 68 เสร็จแล้ว', 'report_status O12 done 2568'],
    ['มาตรการที่ 3 ปี 2568 กำลังทำ', 'report_status M3 in_progress 2568'],
    ['O12 ของปีงบ 69 เสร็จแล้ว', 'report_status O12 done 2569'],
    ['O12 เสร็จแล้ว เพิ่งลงเว็บเมื่อเช้า', 'report_status O12 done'],
    ['O12 กำลังทำ รอลงนาม', 'report_status O12 in_progress "รอลงนาม"'],
    ['O12 ดําเนินการแล้วเสร็จ', 'report_status O12 done'],
    ['O12 เสร็จเเล้ว', 'report_status O12 done'],
    ['O12 เสร็จแล้ววววว', 'report_status O12 done'],
  ],
  'a question about an item': [
    ['O12 เสร็จยัง', 'ask_item_detail O12'],
    ['O12 เสร็จหรือยังคะ', 'ask_item_detail O12'],
    ['O12 ถึงไหนแล้ว', 'ask_item_detail O12'],
    ['O12 คืออะไร', 'ask_item_detail O12'],
    ['O12 ต้องทำอะไรบ้าง', 'ask_item_detail O12'],
    ['ดูรายละเอียด O12', 'ask_item_detail O12'],
    ['ดูรายละเอียด มาตรการที่ 3', 'ask_item_detail M3'],
    ['สถานะ O12', 'ask_item_detail O12'],
  ],
  'only an item': [
    ['O12', 'ambiguous O12'],
    ['ข้อ 5', 'ambiguous M5'],
  ],
  'what is missing': [
    ['ขาดอะไร', 'ask_missing_items'],
    ['เหลืออะไรบ้าง', 'ask_missing_items'],
    ['เหลือกี่ข้อ', 'ask_missing_items'],
    ['ยังไม่เสร็จมีข้อไหนบ้าง', 'ask_missing_items'],
    ['กองคลังขาดข้อไหนบ้าง', 'ask_missing_items finance'],
    ['กองช่างเหลืออะไรบ้าง', 'ask_missing_items works'],
    ['สำนักปลัดค้างอะไรบ้าง', 'ask_missing_items palad'],
    ['กองเรายังขาดข้อไหน', 'ask_missing_items finance'],
    ['งานของฉัน', 'ask_missing_items finance'],
    ['ทุกกองยังขาดข้อไหนบ้าง', 'ask_missing_items ALL'],
    ['สป. ค้างอะไรบ้าง', 'ask_missing_items palad'],
    ['คลังขาดข้อไหน', 'ask_missing_items finance'],
    ['นายช่างขาดข้อไหนบ้าง', 'ask_missing_items'],
    ['ข\u200Bาด\u200Bข้\u200Bอ\u200Bไหน\u200Bบ้\u200Bาง', 'ask_missing_items'],
  ],
  'how far it is': [
    ['กองคลังถึงไหนแล้ว', 'ask_division_status finance'],
    ['ภาพรวม', 'ask_overall_progress'],
    ['ความคืบหน้า', 'ask_overall_progress'],
    ['ความก้าวหน้าของกองช่าง', 'ask_division_status works'],
    ['สรุป', 'ask_overall_progress'],
    ['ภาพรวมทุกกอง', 'ask_division_status ALL'],
    ['สรุปของกองช่าง', 'ask_division_status works'],
  ],
  'the summary of a month': [
    ['สรุปเดือนมกราคม', 'ask_summary_month 2026-01'],
    ['สรุปเดือนมกรา', 'ask_summary_month 2026-01'],
    ['สรุปเดือน ม.ค.', 'ask_summary_month 2026-01'],
    ['สรุปเดือน ม.ค. 69', 'ask_summary_month 2026-01'],
    ['สรุปเดือนมกราคม 2569', 'ask_summary_month 2026-01'],
    ['สรุปเดือนมกราคม ๒๕๖๙', 'ask_summary_month 2026-01'],
    ['สรุปเดือนที่แล้ว', 'ask_summary_month 2026-01'],
    ['สรุปเดือนก่อน', 'ask_summary_month 2026-01'],
    ['สรุปเดือนพฤศจิกา', 'ask_summary_month 2025-11'],
    ['สรุปเดือนมีนาคม', 'ask_summary_month 2025-03'],
    ['สรุปประจำเดือน', 'ask_summary_month 2026-02'],
    ['สรุปเดือนนี้ของกองคลัง', 'ask_summary_month 2026-02 finance'],
    ['สรุปกองคลังเดือนมกรา', 'ask_summary_month 2026-01 finance'],
  ],
  'taking back': [
    ['ยกเลิก O12', 'undo_last O12'],
    ['แจ้งผิด', 'undo_last'],
    ['กดผิดค่ะ', 'undo_last'],
    ['ขอยกเลิกรายงานเมื่อกี้', 'undo_last'],
    ['ยกเลิก มาตรการที่ 3', 'undo_last M3'],
    ['ยกเลิก O3 ที่แจ้งไปเมื่อกี้', 'undo_last O3'],
    ['ยกเลิก O12 ปี 2568', 'undo_last O12 2568'],
    ['ยกเลิก O12 ปี 2568 O13 ปี 68', 'undo_last O12 O13 2568'],
    ['ช่วยยกเลิกให้หน่อยค่ะ', 'undo_last'],
    ['undo', 'undo_last'],
  ],
  'everything else in the first set': [
    ['มาตรการ', 'list_measures_public'],
    ['ติดต่อ', 'complain_or_contact'],
    ['ช่วยเหลือ', 'help'],
    ['สวัสดีค่ะ', 'greeting'],
    ['ขอบคุณค่ะ', 'thanks'],
    ['รับทราบค่ะ', 'acknowledge_reminder'],
  ],
};

describe.each(Object.entries(SENTENCES))('understands %s', (_, sentences) => {
  it.each(sentences)('%s', (text, means) => {
    expect(inWords(hear(text))).toBe(means);
  });
});

describe('asks back, because a report or an undo is not sure', () => {
  it.each([
    ['O12 ไม่ต้องทำแล้ว'],
    ['ยกเลิกการประชุม O12'],
    ['ไม่ยกเลิก'],
    ['ไม่ต้องยกเลิก'],
    ['ประชุมยกเลิกแล้ว'],
    ['การประชุมวันนี้ยกเลิกนะคะ'],
    ['O12 อบต.อื่นเสร็จแล้ว'],
    ['O12 150%'],
    ['O12 คงเสร็จแล้ว'],
    ['O12 น่าจะเสร็จแล้ว'],
    ['O12 คิดว่าเสร็จแล้ว'],
    ['O12 เหมือนจะเสร็จแล้วนะ จำไม่ได้'],
    ['O12 อยากให้เสร็จ'],
    ['O12 ควรเสร็จแล้ว'],
    ['O12 ต้องเสร็จ'],
    ['O12 ไม่ใช่เสร็จแล้ว'],
    ['O12 เสร็จแล้ว ยกเว้นหน้าปก'],
    ['O12 แล้ว'],
    ['O1 เสร็จแล้ว O2 ล่ะ'],
    ['O12 ที่อื่นเสร็จแล้ว'],
    ['O12 ปี 2568 เสร็จแล้ว O13 ปี 2569 เสร็จแล้ว'],
    ['เสร็จแล้ว'],
    ['60%'],
  ])('%s', (text) => {
    expect(hear(text)).toMatchObject({ intent: 'ambiguous' });
  });

  it('keeping the items that were named', () => {
    expect(inWords(hear('O12 กับ O13 ไม่แน่ใจว่าเสร็จหรือยัง'))).toBe('ambiguous O12 O13');
  });

  it.each([
    ['เสร็จแล้วค่ะ', 'ambiguous wants report'],
    ['ขอเลื่อนเป็นอาทิตย์หน้าครับ', 'ambiguous wants extension'],
    ['ส่งไฟล์ไปแล้ว', 'ambiguous wants evidence'],
    ['https://a.example/b', 'ambiguous wants evidence'],
    ['อันนี้ของใคร', 'ambiguous wants responsible'],
    ['อันนี้เสร็จยัง', 'ambiguous wants detail'],
    ['No Gift เรียบร้อยแล้วค่ะ', 'ambiguous M10 O19 O20 wants report'],
    ['คู่มือเสร็จแล้วค่ะ', 'ambiguous M1 M2 O8 O9 wants report'],
  ])('keeping what was surely said: %s', (text, means) => {
    expect(inWords(hear(text))).toBe(means);
  });
});

describe('each trap of docs/understanding.md §14', () => {
  it.each([
    ['O2 ครบแล้วใช่มั้ย', 'ask_item_detail O2'],
    ['O2 เสร็จยัง', 'ask_item_detail O2'],
    ['ไว้ O2 เสร็จแล้วจะบอก', 'acknowledge_reminder O2'],
    ['O2 เสร็จครึ่งทาง', 'report_status O2 in_progress 50%'],
    ['O2 ยังไม่เสร็จ', 'report_status O2 in_progress'],
    ['O2 ยังไม่ได้ทำ', 'report_status O2 not_started'],
    ['เลื่อนการเตือน O2 ออกไปก่อน', 'snooze_reminder O2'],
    ['ขอเลื่อน O2 ออกไปก่อน', 'request_extension O2'],
    ['มาตรการ 2 ข้อ เสร็จแล้ว', 'ambiguous wants report'],
    ['O2 ขอส่งอาทิตย์หน้า', 'request_extension O2 2026-02-27'],
    ['O2 ขอส่งวันอาทิตย์', 'request_extension O2 2026-02-22'],
    ['ขอแบบ O2', 'ambiguous O2'],
    ['ขาย O2', 'ambiguous O2'],
    ['O2 ขอเลื่อนไป 5 ม.ค.', 'request_extension O2 2027-01-05'],
    ['O2 ขอเลื่อนไป 5 มี.ค.', 'request_extension O2 2026-03-05'],
    ['O2 ขอเลื่อนไป 5 เม.ย.', 'request_extension O2 2026-04-05'],
    ['O2 ขอเลื่อนไป 5 มิ.ย.', 'request_extension O2 2026-06-05'],
    ['โอเค 2', 'acknowledge_reminder'],
    ['โอน 2 แล้ว', 'ambiguous'],
    ['พี่โอ 2 แล้ว', 'ambiguous'],
    ['O4 https://a.example/pr?p=O12ขอบคุณค่ะ', 'attach_evidence O4 https://a.example/pr?p=O12'],
    ['O๒ เสร็จแล้ว', 'report_status O2 done'],
    ['ข้อ ๐๐๒ เสร็จแล้ว', 'report_status O2 done'],
    ['O2 ขอเลื่อนเป็น 1/3/69', 'request_extension O2 2026-03-01'],
    ['O2 ขอเลื่อนไป 29 ก.พ.', 'request_extension O2 2028-02-29'],
    ['O2 ขอเลื่อนไป 29 ก.พ. 69', 'request_extension O2'],
    ['O2 ขอเลื่อนไปศุกร์หน้า', 'request_extension O2 2026-02-27'],
    ['O2 ขอเลื่อนไปศุกร์นี้', 'request_extension O2 2026-02-20'],
    ['ของรองปลัดกรอกแล้ว', 'ambiguous wants report'],
    ['คุณเหลืองทองมาแล้ว', 'ambiguous'],
    ['ช่างมันเถอะ', 'ambiguous'],
  ])('%s', (text, means) => {
    expect(inWords(hear(text))).toBe(means);
  });
});

describe('a question is not a report', () => {
  it.each([
    ['O12 เสร็จแล้วหรือเปล่า'],
    ['O12 เสร็จแล้วใช่ไหมคะ'],
    ['O12 เสร็จแล้วเหรอ'],
    ['O12 เสร็จแล้ว?'],
    ['O12 เสร็จเมื่อไหร่'],
    ['O12 done?'],
  ])('%s', (text) => {
    expect(inWords(hear(text))).toBe('ask_item_detail O12');
  });
});

describe('in a group', () => {
  it.each([
    ['O12 เสร็จแล้วค่ะ', 'report_status O12 done'],
    ['มาตรการที่ 3 กำลังทำ 60%', 'report_status M3 in_progress 60%'],
    ['O12 ยังไม่เริ่มเลยครับ', 'report_status O12 not_started'],
    ['ข้อ 6 เสร็จค่ะ', 'report_status M6 done'],
    ['กองคลัง O12 เสร็จแล้ว', 'report_status O12 done finance'],
    ['ผมทำ O12 เสร็จแล้วครับ', 'report_status O12 done'],
    ['เมื่อวาน O12 เสร็จแล้ว 😊', 'report_status O12 done'],
    ['O1 กับ O2 เรียบร้อยแล้วค่ะ', 'report_status O1 O2 done'],
    ['O12 ปี 2568 เสร็จแล้ว', 'report_status O12 done 2568'],
    ['O12 เสร็จรึยัง', 'ask_item_detail O12'],
    ['ดูรายละเอียด มาตรการที่ 3', 'ask_item_detail M3'],
  ])('a bare report or question about named items is heard: %s', (text, means) => {
    expect(inWords(overhear(text))).toBe(means);
  });

  it.each([
    ['@น้องไอต้า ขาดข้อไหนบ้าง', 'ask_missing_items'],
    ['บอท กองคลังค้างอะไร', 'ask_missing_items finance'],
    ['น้องไอต้า สรุปเดือนนี้', 'ask_summary_month 2026-02'],
    ['สรุปเดือนนี้ @บอท', 'ask_summary_month 2026-02'],
    ['ภาพรวม น้องบอท', 'ask_overall_progress'],
    ['@ITA ม.3 เสร็จแล้ว', 'report_status M3 done'],
    ['@bot ยกเลิก', 'undo_last'],
    ['บอท ยกเลิก O12', 'undo_last O12'],
  ])('whoever calls the bot is answered as in 1:1: %s', (text, means) => {
    expect(inWords(overhear(text))).toBe(means);
  });

  it("LINE's own mention counts as a call, whatever the bot is named there", () => {
    expect(inWords(overhear('@ผู้ช่วยงาน ขาดข้อไหนบ้าง', { mentioned: true }))).toBe('ask_missing_items');
    expect(overhear('@ผู้ช่วยงาน ขาดข้อไหนบ้าง')).toEqual({ intent: 'none' });
  });
});

describe('กองเรา', () => {
  it("is the speaker's only division", () => {
    expect(inWords(hear('กองเราขาดข้อไหนบ้าง', { ownDivision: 'works' }))).toBe('ask_missing_items works');
  });

  it('is nobody in particular for one who has none or several', () => {
    expect(inWords(hear('กองเราขาดข้อไหนบ้าง', { ownDivision: null }))).toBe('ask_missing_items');
  });
});

describe('a month without a year', () => {
  it.each([
    ['2026-02-28', '2026-02'],
    ['2026-01-31', '2025-02'],
  ])('on %s, กุมภา is %s: the latest not after this month', (today, month) => {
    expect(hear('สรุปเดือนกุมภา', { today })).toMatchObject({ month });
  });
});
