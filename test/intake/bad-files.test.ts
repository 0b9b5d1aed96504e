/** Files that are no plan, or not safe to open: each refused with its reason, none with an exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/intake/read-document.ts';
import type { RefusedFile } from '../../src/intake/refused.ts';
import { windows874, wordFile, wordOf, workbook, zip } from '../support/office-files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (digits: string, more = '') =>
  Buffer.concat([Buffer.from(digits, 'hex'), Buffer.from(more, 'utf16le')]);
const sheetParts = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
const PHONE_BOOK = [
  ['ชื่อ', 'เบอร์โทรศัพท์', 'อีเมล'],
  ['สมชาย ใจดี', '0812345678', 'somchai@example.org'],
];

const BAD: readonly (readonly [
  what: string,
  refused: RefusedFile,
  name: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
])[] = [
  ['nothing', 'empty', 'plan.docx', () => new Uint8Array()],
  ['only blank lines', 'empty', 'plan.txt', () => utf8(' \n\n\t\n')],
  ['50 MB', 'too-big', 'plan.xlsx', () => new Uint8Array(50 * 1024 * 1024)],
  ['a workbook with macros', 'macros', 'plan.xlsm', () => zip({ ...sheetParts, 'xl/vbaProject.bin': 'x' })],
  ['a document with macros', 'macros', 'plan.docm', () => wordOf('<w:p/>', { 'word/vbaProject.bin': 'x' })],
  ['a password on the workbook', 'password', 'plan.xlsx', () => hex('d0cf11e0a1b11ae1', 'EncryptedPackage')],
  ['a password on the zip', 'password', 'plan.xlsx', () => zip(sheetParts, { flags: 1 })],
  ['an old Excel file', 'old-office', 'plan.xls', () => hex('d0cf11e0a1b11ae1', 'Workbook')],
  ['an old Word file', 'old-office', 'plan.doc', () => hex('d0cf11e0a1b11ae1', 'WordDocument')],
  ['a PDF', 'pdf', 'plan.pdf', () => utf8('%PDF-1.7')],
  ['a photo', 'picture', 'plan.jpg', () => hex('ffd8ffe0')],
  ['a photo named docx', 'picture', 'plan.docx', () => hex('89504e470d0a1a0a')],
  ['a program', 'wrong-type', 'plan.exe', () => hex('4d5a900003000000')],
  ['rich text', 'wrong-type', 'plan.rtf', () => utf8('{\\rtf1 plan}')],
  ['another kind of zip', 'wrong-type', 'plan.zip', () => zip({ 'notes.txt': 'plan' })],
  [
    'a LibreOffice file',
    'wrong-type',
    'plan.ods',
    () => zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
  ],
  ['half a file', 'damaged', 'plan.docx', () => wordFile(['มาตรการ']).slice(0, 400)],
  ['XML that is none', 'damaged', 'plan.docx', () => wordOf('<w:p><w:r')],
  [
    'a part that declares entities',
    'wrong-type',
    'plan.xlsx',
    () => zip({ ...sheetParts, 'xl/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
  ],
  [
    'a part stated as 400 MB',
    'unpacks-too-big',
    'plan.xlsx',
    () => zip({ ...sheetParts, 'xl/a.xml': 'x' }, { sizes: { 'xl/a.xml': 400_000_000 } }),
  ],
  [
    'a part that unpacks bigger than it states',
    'unpacks-too-big',
    'plan.xlsx',
    () => zip({ ...sheetParts, 'xl/a.xml': Buffer.alloc(90_000_000, 0x20) }, { sizes: { 'xl/a.xml': 1000 } }),
  ],
  [
    'a telephone list in a workbook',
    'no-plan',
    'plan.xlsx',
    () => workbook([{ name: 'a', rows: PHONE_BOOK }]),
  ],
  [
    'a telephone list in csv',
    'no-plan',
    'plan.csv',
    () => windows874(PHONE_BOOK.map((row) => row.join(',')).join('\n')),
  ],
  ['a letter', 'no-plan', 'plan.docx', () => wordFile(['เรียน ทุกท่าน', 'ขอเชิญร่วมงานเลี้ยงปีใหม่'])],
];

describe('a file that is no plan is refused with its reason', () => {
  it.each(BAD)('%s: %s', async (_what, refused, name, bytes) => {
    const read = await readDocument(await bytes(), name);
    expect(read).toMatchObject({ ok: false, refused });
  });

  it('a table of something else says what its header was', async () => {
    const read = await readDocument(await workbook([{ name: 'a', rows: PHONE_BOOK }]), 'plan.xlsx');
    expect(read).toMatchObject({ refused: 'no-plan', detail: 'ชื่อ | เบอร์โทรศัพท์ | อีเมล' });
  });
});

describe('any bytes at all', () => {
  it('are read or refused, never thrown', async () => {
    const names = fc.constantFrom('plan.txt', 'plan.csv', 'plan.docx', 'plan.xlsx');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), names, async (bytes, name) => {
        expect(await readDocument(bytes, name)).toHaveProperty('ok');
      }),
    );
  });

  it('of a damaged Word or Excel file are read or refused, never thrown', async () => {
    const word = wordFile([
      'มาตรการ',
      [
        ['มาตรการ', 'ผู้รับผิดชอบ'],
        ['จัดทำคู่มือ', 'กองคลัง'],
      ],
    ]);
    const book = await workbook([
      {
        name: 'a',
        rows: [
          ['มาตรการ', 'ผู้รับผิดชอบ'],
          ['จัดทำคู่มือ', 'กองคลัง'],
        ],
      },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(word, book), fc.nat(), fc.nat(255), async (whole, at, byte) => {
        const bytes = Uint8Array.from(whole);
        bytes[at % bytes.length] = byte;
        expect(await readDocument(bytes, 'plan.docx')).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });

  it('of any text are read or refused, never thrown', async () => {
    const piece = fc.constantFrom(
      'มาตรการ',
      '\t',
      '|',
      '\n',
      'ผู้รับผิดชอบ',
      '๑. ',
      'O1',
      'กองคลัง',
      'ต.ค.63',
      '<td>',
      '<table>',
      '</table>',
      '-',
      '"',
      ' ',
      'ตัวชี้วัดที่ 1',
      'คะแนน',
      '๙๐.๐๐',
      '☑ ดำเนินการ',
      'นาย',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom('a.txt', 'a.csv'),
        async (pieces, name) => {
          expect(await readDocument(utf8(pieces.join('')), name)).toHaveProperty('ok');
        },
      ),
      { numRuns: 500 },
    );
  });
});
