/** The text layer of a PDF: taken where `pdftotext` is there and the letters are whole. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type PdfLimits, pdfText } from '../src/pdf-text.ts';
import { planFiles } from '../src/plan-files.ts';

const ON_LINUX = process.platform === 'linux';
const INSTALLED = spawnSync('pdftotext', ['-v']).error === undefined;
const PDF = new TextEncoder().encode('%PDF-1.7\n');

/** A program that stands for `pdftotext`. */
function program(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-fake-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'pdftotext');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o700);
  return path;
}

function saying(text: string): string {
  return program(`cat <<'END'\n${text}\nEND`);
}

const PLAN = `แผนส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2570
องค์การบริหารส่วนตำบลดอนตะวัน

ลำดับ   มาตรการ                        ผู้รับผิดชอบ   ระยะเวลา
1      จัดทำคู่มือการให้บริการประชาชน      สำนักปลัด     ปีงบประมาณ 2570
2      เผยแพร่แผนการจัดซื้อจัดจ้าง        กองคลัง      ปีงบประมาณ 2570`;

describe('the text of a PDF', () => {
  it('comes in columns', async () => {
    const read = await pdfText(PDF, { command: saying(PLAN) });
    expect(read.kind === 'text' ? read.text : read).toContain(
      '2\tเผยแพร่แผนการจัดซื้อจัดจ้าง\tกองคลัง\tปีงบประมาณ 2570',
    );
  });

  it.each<readonly [string, string, PdfLimits]>([
    ['not-installed', '', { command: '/nowhere/pdftotext' }],
    ['failed', 'exit 1', {}],
    ['too-slow', 'exec sleep 30', { ms: 200 }],
    ['failed', 'exec cat /dev/zero', { maxBytes: 10_000 }],
    ['no-text', 'echo หน้า 1', {}],
    ['damaged', `echo '${'มาตร\uF70Aการ'.repeat(40)}'`, {}],
    ['damaged', `echo '${'มาตร ้การ'.repeat(40)}'`, {}],
  ])('is %s: %s', async (why, script, limits) => {
    const command = limits.command ?? program(script);
    expect(await pdfText(PDF, { ...limits, command })).toEqual({ kind: 'none', why });
  });

  it('is read by a program that is told none of our secrets', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', 'channel secret');
    onTestFinished(() => void vi.unstubAllEnvs());
    const read = await pdfText(PDF, { command: program(`env\ncat <<'END'\n${PLAN}\nEND`) });
    expect(read.kind === 'text' ? read.text : read).toContain('PATH=');
    expect(JSON.stringify(read)).not.toContain('channel secret');
  });

  it('needs no folder to write in', async () => {
    const command = saying(PLAN);
    vi.stubEnv('TMPDIR', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await pdfText(PDF, { command })).toMatchObject({ kind: 'text' });
  });

  it('is read of the whole document, which comes by stdin', async () => {
    const bytes = new Uint8Array(3_000_000).fill(65);
    const read = await pdfText(bytes, { command: program(`wc -c\ncat <<'END'\n${PLAN}\nEND`) });
    expect(read.kind === 'text' ? read.text : read).toMatch(/^3000000\n/);
  });

  it('is read whoever reads not to the end', async () => {
    const bytes = new Uint8Array(3_000_000);
    expect(await pdfText(bytes, { command: saying(PLAN) })).toMatchObject({ kind: 'text' });
  });

  it.runIf(ON_LINUX)('is read within bounds of time and memory, and leaves no core file', async () => {
    const said = `ulimit -t; ulimit -v; ulimit -c; cat <<'END'\n${PLAN}\nEND`;
    const read = await pdfText(PDF, { command: program(said) });
    expect(read.kind === 'text' ? read.text : read).toMatch(/^10\n1048576\n0\n/);
  });

  it.runIf(INSTALLED)('is what poppler reads of it', async () => {
    const page = `BT /F 12 Tf 20 700 Td (${'abc '.repeat(50)}) Tj ET`;
    const letters =
      '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <61> <7A> <0E01> endbfrange';
    // Without a table of its objects, which poppler makes for itself.
    const pdf = [
      '%PDF-1.4',
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
      '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
      '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj',
      `4 0 obj <</Length ${page.length}>> stream\n${page}\nendstream endobj`,
      '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>> endobj',
      `6 0 obj <</Length ${letters.length}>> stream\n${letters}\nendstream endobj`,
      'trailer <</Root 1 0 R>>',
      '%%EOF',
    ].join('\n');
    const read = await pdfText(new TextEncoder().encode(pdf));
    expect(read).toEqual({ kind: 'text', text: expect.stringContaining('กขฃ กขฃ') });
  });
});

describe('a PDF as a plan', () => {
  const divisions = [{ code: 'finance', name: 'กองคลัง', aliases: [], head: null }];

  it('is read as text, and said to come of a PDF', async () => {
    const read = await planFiles({ pdf: { command: saying(PLAN) } }).read(PDF, 'แผน.pdf', { divisions });
    expect(read).toMatchObject({ kind: 'read', from: 'pdf' });
    expect(read.kind === 'read' ? read.draft.measures.map(({ title }) => title) : []).toEqual([
      'จัดทำคู่มือการให้บริการประชาชน',
      'เผยแพร่แผนการจัดซื้อจัดจ้าง',
    ]);
  });

  it('without a table is refused as what it is', async () => {
    const letter = 'ขอเชิญร่วมงานเลี้ยงปีใหม่ '.repeat(20);
    const read = await planFiles({ pdf: { command: saying(letter) } }).read(PDF, 'แผน.pdf', { divisions });
    expect(read).toEqual({ kind: 'refused', why: 'pdf', detail: 'no-plan' });
  });
});
