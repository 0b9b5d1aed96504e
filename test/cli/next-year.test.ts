/** The year after: roll-over, the official list of a new year, results over the years, measures used before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv } from '../support/office-files.ts';
import { exampleOffice, ita, newFolder, PLAN } from './terminal.ts';

const ROLL = ['plan', 'roll-over', '--from', '2569', '--to', '2570'];

/** An official list as an office may have typed it: two names of 2569 under new numbers, one reworded, one new. */
function listFile(): string {
  const file = join(newFolder(), 'list.csv');
  const rows = [
    ['ข้อ', 'ข้อมูล', 'องค์ประกอบด้านข้อมูล'],
    ['O1', 'โครงสร้าง หน้าที่และอำนาจ', '1. แผนผังโครงสร้าง 2. หน้าที่'],
    ['O2', 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'ช่องทางออนไลน์'],
    ['O3', 'ข้อมูลการติดต่อและช่องทางสอบถาม', 'ที่อยู่'],
    ['O4', 'ทะเบียนระบบปัญญาประดิษฐ์ที่ใช้', 'รายชื่อระบบ'],
  ];
  writeFileSync(file, csv(rows));
  return file;
}

const listImport = (...more: string[]) => [
  'plan',
  'list-import',
  listFile(),
  '--year',
  '2570',
  '--source',
  'ประกาศสำนักงาน ป.ป.ช.',
  ...more,
];

describe('plan roll-over', () => {
  it('shows the next year and keeps nothing with --dry-run', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const { code, out } = await ita(env, ...ROLL, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Plan of 2570 for อบต.ดอนตะวัน: 12 measures, 0 O-items.');
    expect(out).toContain('M4 has report dates outside the old fiscal year');
    expect(out).toContain('ITA 2570 has no established O-item list');
    expect((await ita(env, 'agency', 'list')).out).not.toContain('2570');
  });

  it('keeps a draft: measures with their owners, dates a year later', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const { code, json } = await ita(env, ...ROLL, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ kept: true, open: false, year: 2570, from: 2569 });
    const [first] = (json().changes as { new: readonly object[] }).new;
    expect(first).toMatchObject({
      number: 1,
      divisions: ['finance'],
      period: { asWritten: null, start: '2026-10-01', end: '2027-01-30' },
      from: expect.any(String),
    });
    expect((await ita(env, 'agency', 'list')).out).toContain('2570 draft');
  });

  it('shows where O-numbers went, once the list of the year is recorded, and asks what is doubtful', async () => {
    const env = await exampleOffice(['import', PLAN], listImport());
    const asked = await ita(env, ...ROLL);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('O-numbers from 2569 to 2570: 1 stay, the others:');
    expect(asked.out).toContain('  O17 -> O2 ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ');
    expect(asked.err).toContain('O3 ข้อมูลการติดต่อและช่องทางสอบถาม: does it carry on what was last year');
    expect(asked.err).toMatch(/--same O3=O3/);
    const { code, out, json } = await ita(env, ...ROLL, '--same', 'O3=O3', '--json');
    expect(code, out).toBe(0);
    expect(json().moves).toEqual(
      expect.arrayContaining([
        { from: 3, to: 3, title: 'ข้อมูลการติดต่อและช่องทางสอบถาม' },
        { from: 17, to: 2, title: 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ' },
        { from: null, to: 4, title: 'ทะเบียนระบบปัญญาประดิษฐ์ที่ใช้' },
      ]),
    );
  });

  it.each([
    [['--from', '2568', '--to', '2569'], 'There is no plan of 2568'],
    [['--from', '2569', '--to', '2568'], '2568 does not come after 2569.'],
  ])('refuses %j: exit 1', async (years, sentence) => {
    const { code, err } = await ita(await exampleOffice(['import', PLAN]), 'plan', 'roll-over', ...years);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('refuses a year that has a plan already', async () => {
    const env = await exampleOffice(['import', PLAN], ROLL);
    expect(await ita(env, ...ROLL)).toMatchObject({ code: 1, err: 'There is a plan of 2570 already.' });
  });
});

describe('plan list-import', () => {
  it('shows the list before it is recorded, names as the document has them', async () => {
    const env = await exampleOffice();
    const { code, out, json } = await ita(env, ...listImport('--dry-run', '--json'));
    expect(code, out).toBe(0);
    expect(json()).toMatchObject({
      kept: false,
      year: 2570,
      source: 'ประกาศสำนักงาน ป.ป.ช.',
      items: [
        { number: 1, requirements: ['แผนผังโครงสร้าง', 'หน้าที่'] },
        { number: 2, title: 'ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ' },
        { number: 3 },
        { number: 4 },
      ],
    });
  });

  it('records it with its source; a plan of the year then has those O-items', async () => {
    const env = await exampleOffice();
    expect((await ita(env, ...listImport())).out).toContain('Recorded as the list of 2570.');
    expect((await ita(env, 'import', PLAN, '--year', '2570')).out).toContain('12 measures, 4 O-items');
  });

  it('takes a plan from a provisional list to its own, asking what is doubtful', async () => {
    const env = await exampleOffice(['import', PLAN], ROLL, [
      'plan',
      'list',
      '--from',
      '2569',
      '--year',
      '2570',
    ]);
    const asked = await ita(env, ...listImport());
    expect(asked.code).toBe(1);
    expect(asked.err).toContain('open; the list is recorded, but the plan of 2570 goes on as it is.');
    expect(asked.err).toContain('--source "ประกาศสำนักงาน ป.ป.ช."');
    const { code, out } = await ita(env, ...listImport('--same', 'O3=O3', '--new', 'O4'));
    expect(code, out).toBe(0);
    expect(out).toContain('O-item list: that of 2570');
    const later = await ita(
      env,
      'import',
      PLAN,
      '--year',
      '2570',
      '--dry-run',
      '--agency',
      'office',
      '--json',
    );
    expect(later.json()).toMatchObject({ changes: { plan: { before: { catalogue: 2570 } } } });
  });

  it.each([
    [['--year', '2570'], 2, '--source is missing.'],
    [['--year', '2569', '--source', 'x'], 1, 'has the O-item list of 2569 already'],
  ])('refuses %j', async (options, code, sentence) => {
    const ran = await ita(await exampleOffice(), 'plan', 'list-import', listFile(), ...options);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(sentence);
  });
});

describe('score history and measures used', () => {
  it('show the results that came with plans, and what was tried for an indicator', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const { out } = await ita(env, 'score', 'history');
    expect(out).toContain('2568: 86.94 ผ่าน');
    expect(out).toMatch(/weakest: 8 การปรับปรุงการทำงาน 79.94, 7 .* 81.46, 4 .* 84.15/);
    const used = await ita(env, 'measures', 'used', '--indicator', '4', '--before', '2570');
    expect(used.out).toContain(
      '2569 M1 จัดทำแนวปฏิบัติการยืมและการใช้ทรัพย์สินของทางราชการ: not_started, no evidence; score 84.15 -> ?',
    );
    expect((await ita(env, 'score', 'history', '--json')).json()).toMatchObject({
      history: [{ year: 2568, total: 86.94 }],
    });
  });

  it('say so when nothing is there', async () => {
    const env = await exampleOffice();
    expect((await ita(env, 'score', 'history')).out).toContain('No result is recorded yet');
    expect((await ita(env, 'measures', 'used', '--indicator', '4')).out).toContain(
      'No earlier plan has a measure',
    );
    expect(await ita(env, 'measures', 'used', '--indicator', '11')).toMatchObject({ code: 2 });
  });
});
