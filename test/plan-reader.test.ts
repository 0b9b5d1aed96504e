/** The child around the reader: what a hostile file may cost is bounded, and the server goes on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planReader } from '../src/plan-reader.ts';
import { program } from './cli/processes.ts';
import { newFolder, until } from './cli/terminal.ts';
import { childOf, isGone } from './support/children.ts';
import { wordOf, workbook, zip } from './support/office-files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const PLAN = utf8(
  'มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569\nองค์การบริหารส่วนตำบลทุ่งสมมุติ\n\nมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\nจัดทำคู่มือการให้บริการ\tกองคลัง\tปีงบประมาณ 2569\n',
);

/** Long enough to meet its child. */
const LONG_PLAN = utf8(
  new TextDecoder().decode(PLAN) + 'จัดทำคู่มือการให้บริการ\tกองคลัง\tปีงบประมาณ 2569\n'.repeat(5_000),
);
const ROW = '<w:tr><w:tc><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tc></w:tr>';
const CHILD = 'plan-reader-child.ts';
const ON_LINUX = process.platform === 'linux';

describe('the plan reader', () => {
  it('reads a plan', async () => {
    const read = await planReader().read(PLAN, 'plan.txt');
    expect(read).toMatchObject({
      ok: true,
      draft: { plan: { fiscalYear: 2569 }, measures: [{ title: 'จัดทำคู่มือการให้บริการ' }] },
    });
  });

  it('uses the divisions of the office it is told', async () => {
    const divisions = [{ code: 'money', name: 'กองคลัง', aliases: [] }];
    const read = await planReader().read(PLAN, 'plan.txt', { divisions });
    expect(read).toMatchObject({ draft: { measures: [{ responsible: [{ code: 'money' }] }] } });
  });

  it('reads one file after the other, each on its own', async () => {
    const reader = planReader();
    const [one, two, three] = await Promise.all([
      reader.read(PLAN, 'plan.txt'),
      reader.read(utf8('%PDF-1.4'), 'plan.pdf'),
      reader.read(PLAN, 'plan.txt'),
    ]);
    expect([one.ok, two.ok, three.ok]).toEqual([true, false, true]);
  });

  it('gives up on a file that takes too long', async () => {
    const read = await planReader({ milliseconds: 1 }).read(PLAN, 'plan.txt');
    expect(read).toMatchObject({ ok: false, refused: 'too-slow' });
  });

  it('survives a file that fills its memory', async () => {
    const reader = planReader({ memoryMb: 48, milliseconds: 25_000 });
    const read = await reader.read(wordOf(`<w:tbl>${ROW.repeat(300_000)}</w:tbl>`), 'plan.docx');
    expect(read).toMatchObject({ ok: false, refused: 'too-much-memory' });
    expect(await reader.read(PLAN, 'plan.txt')).toMatchObject({ ok: true });
  });

  it.runIf(ON_LINUX)('refuses the file whose child is killed, and reads the next', async () => {
    const reader = planReader();
    const [killed, next] = [reader.read(LONG_PLAN, 'plan.txt'), reader.read(PLAN, 'plan.txt')];
    process.kill(await childOf(process.pid, CHILD), 'SIGKILL');
    expect(await killed).toMatchObject({ ok: false, refused: 'too-much-memory' });
    expect(await next).toMatchObject({ ok: true });
  });

  it.runIf(ON_LINUX)('reads the file all the same when Ctrl-C reaches its child', async () => {
    const read = planReader({ milliseconds: 25_000 }).read(LONG_PLAN, 'plan.txt');
    process.kill(await childOf(process.pid, CHILD), 'SIGINT');
    expect(await read).toMatchObject({ ok: true });
  });

  it.runIf(ON_LINUX)('leaves no child behind when the program is killed', async () => {
    const path = join(newFolder(), 'plan.docx');
    writeFileSync(path, wordOf(`<w:tbl>${ROW.repeat(300_000)}</w:tbl>`));
    const { child: parent } = program(['ita', 'import', path, '--dry-run'], {});
    const child = await childOf(parent.pid, CHILD);
    parent.kill('SIGKILL');
    await until('the end of the child', () => isGone(child), 30_000);
  });

  it.each([
    [
      'a zip bomb',
      () => zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(400_000_000) }),
    ],
    [
      'a sheet of a million cells',
      () =>
        workbook([
          { name: 'a', rows: Array.from({ length: 50_000 }, () => Array.from({ length: 20 }, () => 'ก')) },
        ]),
    ],
    ['a text of one long line', () => utf8(`มาตรการ\tผู้รับผิดชอบ\n${'ก '.repeat(3_000_000)}\tกองคลัง`)],
    [
      'a text of many lines',
      () => utf8('ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ปีงบประมาณ พ.ศ. ๒๕๖๙ องค์การบริหารส่วนตำบล\n'.repeat(15_000)),
    ],
    ['a table of many rows', () => utf8(`มาตรการ\tผู้รับผิดชอบ\n${'จัดทำคู่มือ\tกองคลัง\n'.repeat(200_000)}`)],
  ])('answers within ten seconds for %s', async (_what, make) => {
    const bytes = await make();
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const began = performance.now();
    await planReader().read(bytes, 'plan.txt');
    clearInterval(watch);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((most - before) / 1e6).toBeLessThan(200);
    if (process.env.SHOW)
      console.info(
        `${_what}: ${Math.round(performance.now() - began)} ms, ${Math.round((most - before) / 1e6)} MB`,
      );
  });
});
