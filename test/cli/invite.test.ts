/** Links, general codes and the sheet of invites. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../src/clock.ts';
import { createPlatform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { silentLog } from '../support/main-job.ts';
import { type Env, exampleOffice, ita, newFolder } from './terminal.ts';

const CODE = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/g;
const ACCOUNT = ['--account', '@123abcde'];
const NAMES = ['นายดิน สมมุติไพร', 'นางวันดี นิทานทอง', 'นายตะวัน สมมุติวงศ์'];

/** What was kept, read from the disk. */
async function kept({ DATA_DIR }: { readonly DATA_DIR: string }) {
  const store = openSqliteStore({ folder: DATA_DIR, log: silentLog });
  try {
    const events = [];
    for await (const { event } of store.entries('office')) events.push(event);
    return { events, codes: await store.besideAll('office', 'code') };
  } finally {
    await store.close();
  }
}

/** A list beside its sheet, not written yet. */
function listed(text: string | Uint8Array): { readonly list: string; readonly sheet: string } {
  const folder = newFolder();
  const list = join(folder, 'people.csv');
  writeFileSync(list, text);
  return { list, sheet: join(folder, 'sheet.html') };
}

const invite = (env: Env, ...words: string[]) => ita(env, 'member', 'invite', ...words);

describe('the link of an invite', () => {
  it('goes to the account that is named', async () => {
    const env = await exampleOffice();
    const { out } = await invite(env, '--role', 'coordinator', ...ACCOUNT);
    const [code = '', , link] = out.split('\n');
    expect(link).toBe(`Or with one touch on a phone: https://line.me/R/oaMessage/%40123abcde/?${code}`);
    const { json } = await invite(env, '--role', 'coordinator', '--json');
    expect(json()).toMatchObject({ link: null });
  });

  it('goes to the account LINE tells of', async () => {
    const platform = createPlatform({ clock: realClock() });
    onTestFinished(() => platform.close());
    const LINE_API_BASE = await platform.listen(0);
    const bot = platform.world.addBot({ name: 'น้องไอต้า', secret: 's'.repeat(32), token: 'the-token' });
    const env = {
      ...(await exampleOffice()),
      LINE_CHANNEL_SECRET: 's'.repeat(32),
      LINE_CHANNEL_ACCESS_TOKEN: 'the-token',
      LINE_API_BASE,
    };
    const { json } = await invite(env, '--role', 'coordinator', '--json');
    const told = platform.world.bot(bot.userId);
    expect(json().link).toMatch(/^https:\/\/line\.me\/R\/oaMessage\/%40\w+\/\?/);
    expect(told).toBeDefined();
    const away = await invite(
      { ...env, LINE_CHANNEL_ACCESS_TOKEN: 'wrong' },
      '--role',
      'coordinator',
      '--json',
    );
    expect(away.json()).toMatchObject({ link: null });
  });

  it('is no proof of an account', async () => {
    const { code, err } = await invite(await exampleOffice(), '--role', 'coordinator', '--account', 'abc');
    expect(code).toBe(2);
    expect(err).toContain('--account is the basic id');
  });
});

describe('a general code', () => {
  it('is made with roles or without', async () => {
    const env = await exampleOffice();
    const { out } = await invite(env, '--general');
    expect(out).toContain('waits for the coordinator');
    await invite(env, '--general', '--role', 'staff', '--division', 'works');
    const { events, codes } = await kept(env);
    expect(events.slice(-2)).toMatchObject([
      { type: 'invite-made', general: true, roles: [] },
      { type: 'invite-made', general: true, roles: [{ role: 'staff', division: 'works' }] },
    ]);
    expect(codes.map(({ value }) => value)).toEqual([{ for: 'general' }, { for: 'general' }]);
  });

  it('is nobody’s', async () => {
    const { code, err } = await invite(await exampleOffice(), '--general', '--name', 'สมหญิง');
    expect(code).toBe(2);
    expect(err).toContain('leave --name away');
  });
});

it('an executive is invited as ปลัด or นายก', async () => {
  const env = await exampleOffice();
  const { json } = await invite(env, '--role', 'executive', '--post', 'nayok', '--json');
  expect(json()).toMatchObject({ roles: [{ role: 'executive', post: 'nayok' }] });
  const staff = await invite(env, '--role', 'coordinator', '--post', 'nayok');
  expect([staff.code, staff.err.split('\n')[0]]).toEqual([2, '--post is for executives.']);
});

describe('the sheet', () => {
  const LIST = `ชื่อ,ตำแหน่ง,ส่วนราชการ\n${NAMES[0]},เจ้าหน้าที่,กองช่าง\n"${NAMES[1]}",หัวหน้า,คลัง\n${NAMES[2]},นายก,\n`;

  it('has an invite for everyone of the list, in a file only its owner may read', async () => {
    const env = await exampleOffice();
    const { list, sheet } = listed(LIST);
    const { code, out } = await invite(env, '--sheet', sheet, '--list', list, ...ACCOUNT);
    expect(code).toBe(0);
    expect(out).toContain('Wrote 3 invites');
    expect(out).toContain('Only you may read the file');
    const page = readFileSync(sheet, 'utf8');
    expect(statSync(sheet).mode & 0o777).toBe(0o600);
    const codes = new Set(page.match(CODE));
    expect(codes.size).toBe(3);
    for (const one of codes) expect(out).not.toContain(one);
    for (const name of NAMES) expect(page).toContain(name);
    const { events, codes: records } = await kept(env);
    expect(events.slice(-3)).toMatchObject([
      { type: 'invite-made', roles: [{ role: 'staff', division: 'works' }] },
      { type: 'invite-made', roles: [{ role: 'head', division: 'finance' }] },
      { type: 'invite-made', roles: [{ role: 'executive', post: 'nayok' }] },
    ]);
    expect(records.map(({ value }) => value.name).sort()).toEqual([...NAMES].sort());
    expect(JSON.stringify(events)).not.toContain('สมมุติไพร');
  });

  it.each([
    ['semicolons and no heading', `${NAMES[0]};staff;works\n`],
    ['a mark of UTF-8', `\uFEFFชื่อ,บทบาท,กอง\n${NAMES[0]},staff,works\n`],
    ['blank lines', `\n${NAMES[0]},staff,works\n\n\n`],
  ])('reads a list with %s', async (_what, text) => {
    const { list, sheet } = listed(text);
    const { json } = await invite(
      await exampleOffice(),
      '--sheet',
      sheet,
      '--list',
      list,
      ...ACCOUNT,
      '--json',
    );
    expect(json()).toMatchObject({ invites: 1 });
  });

  it('reads a list as Excel saves it in Thai (Windows-874)', async () => {
    const thai = [...`${NAMES[0]},เจ้าหน้าที่,กองช่าง\n`].map((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point >= 0x0e01 ? point - 0x0e01 + 0xa1 : point;
    });
    const { list, sheet } = listed(Uint8Array.from(thai));
    await invite(await exampleOffice(), '--sheet', sheet, '--list', list, ...ACCOUNT);
    expect(readFileSync(sheet, 'utf8')).toContain(NAMES[0]);
  });

  it.each([
    [
      'a role nobody has',
      `${NAMES[0]},staff,works\n${NAMES[1]},ภารโรง,works\n`,
      'line 2: "ภารโรง" is no role',
    ],
    ['a division the office has not', `${NAMES[0]},staff,กองประปา\n`, 'line 1: "กองประปา" is no division'],
    ['a division missing', `${NAMES[0]},staff\n`, 'line 1: "" is no division'],
    ['a name missing', ',staff,works\n', 'line 1: the name is missing'],
    ['nobody', 'ชื่อ,ตำแหน่ง\n', 'It names nobody'],
    ['too many', `${'ก ข,staff,works\n'.repeat(301)}`, '300 are the most'],
  ])('invites nobody when the list has %s', async (_what, text, sentence) => {
    const env = await exampleOffice();
    const { list, sheet } = listed(text);
    const before = (await kept(env)).events.length;
    const { code, err } = await invite(env, '--sheet', sheet, '--list', list, ...ACCOUNT);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(existsSync(sheet)).toBe(false);
    expect((await kept(env)).events).toHaveLength(before);
  });

  it('is written over nothing', async () => {
    const env = await exampleOffice();
    const { list, sheet } = listed(LIST);
    writeFileSync(sheet, 'codes of last week');
    const { code, err } = await invite(env, '--sheet', sheet, '--list', list, ...ACCOUNT);
    expect([code, readFileSync(sheet, 'utf8')]).toEqual([1, 'codes of last week']);
    expect(err).toContain('exists already');
    expect((await kept(env)).codes).toEqual([]);
  });

  it('is not left behind when the store takes nothing, and no invite is when it cannot be written', async () => {
    const env = await exampleOffice();
    const { list, sheet } = listed(LIST);
    const nowhere = join(newFolder(), 'not', 'there', 'sheet.html');
    expect((await invite(env, '--sheet', nowhere, '--list', list, ...ACCOUNT)).code).toBe(1);
    expect((await kept(env)).codes).toEqual([]);
    const wrong = await invite(env, '--sheet', sheet, '--role', 'staff', '--division', 'nowhere', ...ACCOUNT);
    expect(wrong.err).toContain('has no division "nowhere"');
    expect(readdirSync(join(sheet, '..'))).toEqual(['people.csv']);
  });

  it('shows a general code', async () => {
    const { sheet } = listed('');
    await invite(await exampleOffice(), '--general', '--sheet', sheet, ...ACCOUNT);
    expect(readFileSync(sheet, 'utf8')).toContain('รหัสทั่วไป');
  });

  it.each([
    [['--list', 'x.csv'], 2, '--list needs --sheet'],
    [['--sheet', 'x.pdf', '--general'], 2, '.html'],
    [['--sheet', 'x.html', '--list', 'x.csv', '--general'], 2, 'leave the others away'],
    [['--sheet', 'x.html', '--general'], 1, 'give --account'],
  ])('asked for as %j is not made: exit %i', async (words, exit, sentence) => {
    const { code, err } = await invite(await exampleOffice(), ...words);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
    expect(existsSync('x.html')).toBe(false);
  });
});

describe('a group code', () => {
  it('binds one group more with --extra', async () => {
    const env = await exampleOffice();
    const { out, code } = await ita(env, 'group', 'code', '--extra');
    expect(code).toBe(0);
    expect(out).toContain('one more');
    await ita(env, 'group', 'code');
    const [extra, plain] = (await kept(env)).events.slice(-2);
    expect(extra).toMatchObject({ type: 'group-code-made', extra: true });
    expect(plain).not.toHaveProperty('extra');
  });
});
