import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understandLines } from '../../src/cli/understand.ts';
import { exampleOffice, fakeTerminal, newFolder } from './terminal.ts';

const LINE = {
  id: 'd1',
  text: 'O5 เสร็จแล้วจ้า',
  role: 'staff',
  division: 'กองคลัง',
  chat: 'user',
  today: '2026-02-16',
  fiscal: 2569,
};

async function run(
  lines: readonly (object | string)[],
  options: Readonly<Record<string, string>> = {},
  env = {},
) {
  const terminal = fakeTerminal(env);
  for (const line of lines)
    terminal.keyboard.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  terminal.keyboard.end();
  const input = {
    files: [],
    text: (option: string) => options[option],
    list: () => [],
    flag: () => false,
  };
  const outcome = await understandLines.run(input, terminal).catch((error: unknown) => error);
  return { outcome, out: terminal.printed.map((line) => JSON.parse(line)) };
}

describe('understand', () => {
  it('answers a line with a line, the same id and the slots of its intent', async () => {
    const { out, outcome } = await run([
      LINE,
      { ...LINE, id: 7, text: 'กองคลังค้างอะไร' },
      '',
      { ...LINE, id: 'x', text: 'O4 https://a.example/B!' },
      { ...LINE, id: 'y', chat: 'group', text: 'กินข้าวกัน' },
    ]);
    expect(out).toEqual([
      { id: 'd1', expect: { intent: 'report_status', items: ['O5'], status: 'done' } },
      { id: 7, expect: { intent: 'ask_missing_items', division: 'กองคลัง' } },
      { id: 'x', expect: { intent: 'attach_evidence', items: ['O4'], url: 'https://a.example/B' } },
      { id: 'y', expect: { intent: 'none' } },
    ]);
    expect(outcome).toMatchObject({ code: 0 });
  });

  it('knows its own division by กองเรา, and none when it has none', async () => {
    const { out } = await run([
      { ...LINE, text: 'กองเราเหลือกี่ข้อ' },
      { ...LINE, division: null, text: 'กองเราเหลือกี่ข้อ' },
    ]);
    expect(out.map((line) => line.expect)).toEqual([
      { intent: 'ask_missing_items', division: 'กองคลัง' },
      { intent: 'ask_missing_items' },
    ]);
  });

  it.each([
    ['{"id":', 'Line 2 is not JSON.'],
    ['{}', 'Line 2 is not as docs/understanding.md §1 says: id'],
    [JSON.stringify({ ...LINE, today: '2026-02-30' }), 'today: is no date like 2026-02-16'],
    [JSON.stringify({ ...LINE, chat: 'room' }), 'Line 2'],
  ])('a bad line is named, and what came before it is not lost: %s', async (bad, why) => {
    const { out, outcome } = await run([LINE, bad, LINE]);
    expect(out).toHaveLength(1);
    expect(String(outcome)).toContain(why);
    expect(outcome).toHaveProperty('name', 'WrongUse');
  });

  it('reads another catalogue', async () => {
    const file = join(newFolder(), 'catalogue.json');
    const catalogue = {
      divisions: [{ name: 'กองทะเบียน', alias: ['ทะเบียน'] }],
      items: [{ id: 'O1', title: 'แผนที่ตำบล', division: 'กองทะเบียน', alias: ['แผนที่'] }],
    };
    writeFileSync(file, JSON.stringify(catalogue));
    const { out } = await run(
      [
        { ...LINE, text: 'แผนที่ตำบลเสร็จแล้ว' },
        { ...LINE, text: 'กองทะเบียนค้างอะไร' },
      ],
      {
        catalog: file,
      },
    );
    expect(out.map((line) => line.expect)).toEqual([
      { intent: 'report_status', items: ['O1'], status: 'done' },
      { intent: 'ask_missing_items', division: 'กองทะเบียน' },
    ]);
  });

  it('refuses two catalogues at once, and a file that is none', async () => {
    const both = await run([], { agency: 'office', catalog: 'x.json' });
    expect(both.outcome).toHaveProperty('name', 'WrongUse');
    const missing = await run([], { catalog: join(newFolder(), 'none.json') });
    expect(String(missing.outcome)).toContain('Cannot read the file');
  });

  it("an agency's own divisions, by their canonical names", async () => {
    const env = await exampleOffice();
    const { out } = await run([{ ...LINE, text: 'ขอสรุปเดือนนี้ของฝั่งช่าง' }], { agency: 'office' }, env);
    expect(out[0].expect).toEqual({ intent: 'ask_summary_month', month: '2026-02', division: 'กองช่าง' });
  });
});
