/** The text layer of a PDF: taken where `pdftotext` is there and the letters are whole. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type PdfLimits, pdfText } from '../src/pdf-text.ts';
import { planFiles } from '../src/plan-files.ts';

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

  it('leaves no file behind', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('nong-ita-pdf-'));
    const before = folders().length;
    await pdfText(PDF, { command: saying(PLAN) });
    expect(folders().length).toBe(before);
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
