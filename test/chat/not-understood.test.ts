import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear, overhear } from './hearing.ts';

/** What colleagues write among themselves in the group. The bot stays silent: acting on one of these is its worst error. */
const CHATTER: { readonly [kind: string]: readonly string[] } = {
  'talk that names no item': [
    'เสร็จแล้ว',
    'เสร็จแล้วค่ะ',
    'เรียบร้อยครับ',
    'ยกเลิก',
    'ยกเลิกประชุม',
    'กินข้าวเสร็จแล้ว',
    'ขาดข้อไหนบ้าง',
    'กองคลังค้างอะไร',
    'สรุปเดือนนี้',
    'สวัสดีค่ะ',
    'ขอบคุณค่ะ',
    'รับทราบค่ะ',
    '60%',
    'กินข้าวกัน',
    'ใครจะสั่งข้าวบ้าง',
    'วันนี้ประชุมกี่โมง',
    '60% แล้ว',
    'สถานะ',
    'ภาพรวมดีมาก',
    'ITA ปีนี้น่าจะผ่าน',
    'undo',
    'เบิกเบี้ยประชุม 3 คน เซ็นครบแล้วนะคะ',
  ],
  'villages, school years and sections of a law': [
    'ม.3 เสร็จแล้ว',
    'ซ่อมไฟ ม.4 เสร็จแล้วครับ',
    'ประปา ม.5 เรียบร้อยแล้ว',
    'ม.3 กำลังทำ 60%',
    'ถนน ม.7 กำลังทำ 60%',
    'หมู่ 3 เสร็จแล้ว',
    'นักเรียน ม.3 มาแล้ว',
    'ลูกจบ ม.6 แล้วค่ะ',
    'ฉีดพ่นยุง ม.1-ม.3 เรียบร้อยค่ะ เหลือ ม.4',
    'พ.ร.บ. ม.7 แล้วเสร็จ',
    'ม.12 ประปาไม่ไหล',
  ],
  'words that begin like โอ, and other numbers': [
    'โอเค',
    'โอเคค่ะ',
    'โอเค 2 คน',
    'โอน 500 แล้ว',
    'โอน 12 บาท เสร็จแล้ว',
    'โอนเงิน 3 รายการ เรียบร้อยแล้ว',
    'โอ้โห 5 คนเอง',
    'โอ๊ย 3 ทุ่มแล้วยังไม่เสร็จ',
    'พี่โอ 5 โมงเสร็จ',
    'พี่โอ๋ ฝากถ่ายเอกสาร 5 ชุด',
    'ข้าวเที่ยง 12 กล่อง เรียบร้อย',
    'ออกซิเจน O2 หมดถังแล้ว',
    'กรุ๊ป O 5 คน เสร็จแล้ว',
    'มาตรการ 2 ข้อ เสร็จแล้ว',
    'เหลือ 6 ข้อ เสร็จแล้ว',
    'รถพี่โอ 12 เสร็จแล้ว',
    'A4 เสร็จแล้ว',
    'ว 77 เสร็จแล้ว',
    'ข้อ 12.3 เสร็จแล้ว',
    'O12.5 เสร็จแล้ว',
    'O12/2568 เสร็จแล้ว',
    'O123 เสร็จแล้ว',
    'https://x.example/O12 เสร็จแล้ว',
    'bio12 เสร็จแล้ว',
    'CO2 เสร็จแล้ว',
    'โอ 12 บาท เรียบร้อย',
    'ข้อ 3 โมง เสร็จ',
  ],
  'promises, conditions, guesses': [
    'O12 เดี๋ยวทำ',
    'O12 พรุ่งนี้เสร็จ',
    'O12 เหมือนจะเสร็จแล้ว',
    'ถ้า O12 เสร็จแล้วบอกด้วย',
    'พรุ่งนี้คุย O3 กันนะ',
    'O12 เสร็จแล้วมั้ง',
    'O12 คงเสร็จแล้ว',
  ],
  'orders and requests to colleagues': [
    'ถ้าทำ O9 เสร็จก่อนฝากบอกด้วยนะ',
    'ฝาก O12 ด้วยนะ',
    'ช่วยทำ O12 ให้เสร็จหน่อย',
    'อย่าลืม O12 นะ',
    'O12 ต้องเสร็จวันนี้',
    'ขอ O12 ให้เสร็จวันนี้',
    'ทำ O12 ให้เสร็จวันนี้',
    'O12 ให้เสร็จวันนี้นะ',
    'O12 รีบทำให้เสร็จ',
    'ใครทำ O12 เสร็จแล้วบ้าง',
    'ใครยังไม่ได้ทำ O12',
    '@พี่นก O12 เสร็จยัง',
    '@พี่นก O12 เสร็จแล้ว',
    'O1-O28 ต้องเสร็จก่อนสิ้นเดือน',
    'จังหวัดแจ้ง O12 ให้เสร็จใน 30 เม.ย.',
    'เลื่อน O12 ไปก่อน',
    'O12 กับ O13 ใครรู้บ้าง',
  ],
  'talk about somebody else or something else': [
    'อบต.หนองน้ำ O14 เสร็จแล้ว',
    'อบต.ข้าง ๆ O12 เสร็จแล้ว',
    'เทศบาล O12 เสร็จแล้ว',
    'ของเขา O12 เสร็จแล้ว',
    'ที่อื่น O12 เสร็จแล้ว',
    'น้องที่ดู O3 ลาคลอดยาวเลย',
    'ประชุม O12 เสร็จแล้ว',
    'อบรม O12 เสร็จแล้วไปกินข้าวกัน',
    'O12 เสร็จแล้วไปกินข้าวกัน',
    'ข้อ 3 ในวาระประชุมขอยกไปครั้งหน้านะครับ',
    'แบบฟอร์มข้อ 7 กรอกยังไงครับ',
    'ข้อ 7 กรอกยังไง',
    'ระเบียบวาระ ข้อ 3 เสร็จแล้ว',
    'O12 ของปีที่แล้วเสร็จแล้ว',
    'O12 ปีก่อนเสร็จแล้ว',
    'ท้องถิ่นจังหวัดแจ้ง ขอให้ อปท. ทุกแห่งนำข้อมูล O1–O28 ลงเว็บให้เสร็จก่อนสิ้นเดือนเมษายน 2569',
    'ยกเลิกบอท',
    'ใครทำโรบอท',
    'พี่บอท O12 เสร็จแล้วไปไหน',
  ],
  'things half said': [
    'ยกเลิก O12',
    'ข้อ 7 เสร็จยัง',
    'ข้อ 3 คืออะไร',
    'O1 เสร็จแล้ว O2 ล่ะ',
    'O12 ไม่ใช่เสร็จแล้ว',
    'O12 ส่วนของพี่เสร็จแล้ว',
    'O12 บางส่วนเสร็จแล้ว',
    'O12 เกือบลืมเลย',
    'O12',
    'O12 ค่ะ',
    'O12 เสร็จกัน',
  ],
};

describe.each(Object.entries(CHATTER))('in a group nobody reacts to %s', (_, sentences) => {
  it.each(sentences)('%s', (text) => {
    expect(overhear(text)).toEqual({ intent: 'none' });
  });
});

const CHANGES = ['report_status', 'undo_last'];

/** Pieces of office talk without any item's number. */
const TALK = [
  ...['เสร็จแล้ว', 'เรียบร้อย', 'กำลังทำ', 'ยังไม่เริ่ม', '60%', 'ยกเลิก', 'แจ้งผิด', 'ค่ะ', 'ครับ', 'นะ', '✅'],
  ...[
    'ประชุม',
    'กินข้าว',
    'ถนน',
    'หมู่',
    'ม.',
    '3',
    '12',
    '๕',
    ' ',
    '\n',
    'โอเค',
    'โอน',
    'บาท',
    'คน',
    'กองคลัง',
    'ปี 69',
  ],
];

describe('in a group that nobody called the bot in', () => {
  it('no talk without an item changes anything, however it is put together', () => {
    const thai = fc.integer({ min: 0x0e01, max: 0x0e4e }).map((code) => String.fromCharCode(code));
    const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TALK) }, thai);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(CHANGES).not.toContain(overhear(pieces.join('')).intent);
      }),
      { numRuns: 3_000 },
    );
  });

  it('nothing is ever taken back', () => {
    const piece = fc.constantFrom(...TALK, 'O12', 'มาตรการที่ 3', 'ข้อ 5', 'undo', 'ยกเลิก O12');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        expect(overhear(pieces.join(' ')).intent).not.toBe('undo_last');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a foreign word before the item, or between it and what is told, silences a report', () => {
    const word = fc.constantFrom('ประชุม', 'ให้', 'ก่อน', 'เขา', 'ถ้า', 'หมู่', 'มั้ง', 'กัน', 'บาง');
    fc.assert(
      fc.property(word, fc.constantFrom('O12', 'มาตรการที่ 3', 'ข้อ 5'), fc.boolean(), (odd, item, first) => {
        const text = first ? `${odd} ${item} เสร็จแล้ว` : `${item} ${odd} เสร็จแล้ว`;
        expect(overhear(text)).toEqual({ intent: 'none' });
      }),
    );
  });
});

/** Random strings of nasty pieces, the same in every run. */
function* strings(count: number): Generator<string> {
  const pieces = [
    ...TALK,
    ...[
      'O',
      'o12',
      'โอ',
      'ข้อ',
      'มาตรการที่',
      '-',
      ',',
      'ถึง',
      '@',
      '@บอท',
      'บอท',
      'https://',
      'www.',
      'เดือน',
      'สรุป',
    ],
    ...[
      'ปี',
      '2569',
      'พ.ศ.',
      '\u200B',
      '\u0E4D',
      '\u0E48',
      '\u0E32',
      '\uD800',
      '😀',
      '\u0000',
      '5555',
      'เเ',
      '%',
      'ร้อยละ',
      '(',
      '\\',
    ],
  ];
  let state = 20_260_216;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let made = 0; made < count; made += 1) {
    let text = '';
    for (let left = next(14); left > 0; left -= 1) text += pieces[next(pieces.length)] ?? '';
    yield text;
  }
}

describe('whatever is typed', () => {
  it('random strings raise no error in two hundred thousand hearings, and an uncalled group hears only what holds a number', () => {
    for (const text of strings(100_000)) {
      expect(hear(text).intent).not.toBe('none');
      const { intent } = overhear(text);
      if (CHANGES.includes(intent) && !/[0-9๐-๙]|บอท|@/.test(text))
        expect.fail(`${JSON.stringify(text)} became ${intent}`);
    }
  }, 120_000);

  it('strings that are not even well-formed raise no error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          expect(hear(text).intent).not.toBe('none');
          expect(CHANGES).not.toContain(overhear(text).intent);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
