/** `docs/set-up.md`, followed: its own commands and files, up to the first reminder LINE accepts. */

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { linesOfMessage } from '../../src/cli/print-message.ts';
import { setClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { emptyAgency } from '../../src/domain/agency.ts';
import { nextReminderTime } from '../../src/domain/reminder.ts';
import { createPlatform, type Platform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { silentLog } from '../support/main-job.ts';
import { wordFile } from '../support/office-files.ts';
import { type Env, ita, newFolder, newOffice, OFFICE, REPOSITORY, until } from './terminal.ts';

const GUIDE = readFileSync(join(REPOSITORY, 'docs/set-up.md'), 'utf8');
const KEYS = { secret: 'the-channel-secret', token: 'the-access-token' };
const DAY_MS = 86_400_000;

describe('the guide to set up', () => {
  it('names no command that is not there', async () => {
    for (const words of commandsIn(GUIDE)) {
      const { code, out } = await ita(
        {},
        ...words.slice(0, 2).filter((word) => !word.includes('.')),
        '--help',
      );
      expect({ words, code, usage: out.includes('Usage:') }).toEqual({ words, code: 0, usage: true });
    }
  });

  it('leads to the first reminder, command by command, and on to a backup that restores', async () => {
    const folder = newFolder();
    const line = await newLine();
    const { env, app } = await step9(line, join(folder, 'data'));

    // Steps 10 to 12: as printed, with the files in a folder of ours.
    copyFileSync(OFFICE, join(folder, 'office.json'));
    writeFileSync(join(folder, 'plan.docx'), planIn(section('### 11')));
    writeFileSync(join(folder, 'people.csv'), 'name,role,division\nนายดิน สมมุติไพร,staff,works\n');
    const joined = new Map<string, string>();
    for (const words of commandsIn(section('## Part C'))) {
      const [command, into] = redirected(words);
      const { code, out, err } = await ita(env, ...command.map((word) => placed(word, folder)));
      if (into !== undefined) writeFileSync(placed(into, folder), out);
      expect({ words, code, err, out }).toEqual({ words, code: 0, err: '', out: expect.any(String) });
      const [first = ''] = out.split('\n');
      if (words.includes('--sheet'))
        expect(readFileSync(join(folder, 'invites.html'), 'utf8')).toContain('นายดิน สมมุติไพร');
      else if (words[0] === 'member')
        joined.set(words.at(-1) ?? '', await join11(line, first, words.at(-1) ?? ''));
      if (words[0] === 'group') await bindGroup(line, first, [...joined.values()]);
      if (words[0] === 'doctor') expect(out).toMatch(/Everything that can be checked from here is right\.$/);
    }
    expect(joined.size).toBe(4);
    expect((await ita(env, 'agency', 'list')).out).toContain('2570 open · 4 people, 1 groups');

    // Step 13: the next working morning.
    const staff = joined.get('นางสาวใบเฟิร์น สมมุติทรัพย์') ?? '';
    const pushes = () => line.platform.record.accepted.filter((one) => one.kind === 'push');
    expect(pushes()).toEqual([]);
    const office = (await app.ledger.read('office'))?.agency ?? emptyAgency('office');
    const today = nextReminderTime(office, line.now());
    const opening = nextReminderTime(office, today === line.now() ? line.now() + DAY_MS / 2 : today);
    await line.set(opening);
    app.world.queue.wake('office', opening);
    await until('the first reminder and the first card', () => pushes().length > 1);
    // And the coordinator is told what waits for him.
    const coordinator = joined.get('นางสาวสมหญิง แดนสมมุติ') ?? '';
    expect(new Set(pushes().map((one) => one.to))).toEqual(new Set([staff, coordinator]));
    const newest = line.platform.world.conversation({ user: staff }).findLast((entry) => 'message' in entry);
    const words =
      newest !== undefined && 'message' in newest ? linesOfMessage(newest.message).join('\n') : '';
    expect(words).toContain('จัดทำแนวปฏิบัติการยืมและการใช้ทรัพย์สินของทางราชการ');
    expect(line.platform.record.refused).toEqual([]);

    // "Backup" and "Restore".
    const elsewhere = newOffice();
    for (const words of commandsIn(section('### Backup') + section('### Restore'))) {
      const where = words[0] === 'export' ? env : elsewhere;
      expect(await ita(where, ...words.map((word) => placed(word, folder)))).toMatchObject({
        code: 0,
        err: '',
      });
    }
    const heads = async (at: Env) => (await ita(at, 'verify', '--json')).json();
    expect(await heads(elsewhere)).toEqual(await heads(env));
  });
});

/** Every `npm run -s ita -- …` of the guide's blocks, in order, as words. */
function commandsIn(text: string): string[][] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block).join('');
  return [...block(blocks)].map((line) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
}

function block(text: string): string[] {
  return text.split('\n').flatMap((line) => /^npm run -s ita -- (.+)$/.exec(line)?.[1] ?? []);
}

/** From a heading to the next of its rank. */
function section(heading: string): string {
  const from = GUIDE.indexOf(heading);
  expect(from, heading).toBeGreaterThan(-1);
  const rank = heading.slice(0, heading.indexOf(' ') + 1);
  const to = GUIDE.indexOf(`\n${rank}`, from + heading.length);
  return GUIDE.slice(from, to === -1 ? undefined : to);
}

/** A file the guide names lies in our folder. */
/** The words before `>`, and the file behind it. */
function redirected(words: readonly string[]): [string[], string | undefined] {
  const at = words.indexOf('>');
  return at < 0 ? [[...words], undefined] : [words.slice(0, at), words[at + 1]];
}

function placed(word: string, folder: string): string {
  return /\.(?:jsonl?|docx|csv|html)$/.test(word) ? join(folder, word) : word;
}

/** The line and the table the guide shows, as a Word file. */
function planIn(text: string): Uint8Array {
  const title = /`(มาตรการ[^`]*2570)`/.exec(text)?.[1] ?? '';
  const rows = text
    .split('\n')
    .filter((line) => /^\| (?!---)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  return wordFile([title, rows]);
}

interface LineHere {
  readonly platform: Platform;
  readonly bot: string;
  readonly api: string;
  now(): number;
  set(at: number): Promise<void>;
  readonly clock: ReturnType<typeof setClock>;
}

/** Part A: an account with Messaging API, its keys copied, "Webhook redelivery" on. */
async function newLine(): Promise<LineHere> {
  const clock = setClock(Date.now(), async () => {});
  const platform = createPlatform({ clock });
  const api = await platform.listen();
  onTestFinished(() => platform.close());
  const { userId } = platform.world.addBot({ name: 'น้องไอต้า', ...KEYS, redelivery: true });
  return { platform, bot: userId, api, clock, now: clock.now, set: clock.set };
}

/** Part B: the settings of step 7, the program running, its address entered in the console. */
async function step9(line: LineHere, data: string): Promise<{ readonly env: Env; readonly app: App }> {
  const settings = {
    LINE_CHANNEL_SECRET: KEYS.secret,
    LINE_CHANNEL_ACCESS_TOKEN: KEYS.token,
    LINE_API_BASE: line.api,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: data,
  };
  const store = openSqliteStore({ folder: data, log: silentLog });
  // Looking for work every 3 seconds would be thousands of looks until the next working morning.
  const parts = { clock: line.clock, log: silentLog, store, tickMs: 900_000 };
  const app = await startApp({ config: readConfig(settings), ...parts });
  onTestFinished(() => app.stop());
  const PUBLIC_URL = `http://127.0.0.1:${app.port}`;
  line.platform.world.setBot(line.bot, { webhookUrl: `${PUBLIC_URL}/webhook` });
  return { env: { ...settings, PUBLIC_URL }, app };
}

/** Someone adds the account as a friend and sends the code in the 1:1 chat; resolves with who that is. */
async function join11({ platform, bot }: LineHere, code: string, name: string): Promise<string> {
  const user = platform.world.addUser({ name });
  await platform.follow({ user });
  await platform.say({ user }, code);
  await until(`a greeting by name for ${name}`, () => said(platform, { user }).includes(name));
  expect(platform.world.friendship(user, bot)).toBe('friend');
  return user;
}

/** The account is invited to the staff group, asks for its code there, and gets it. */
async function bindGroup(
  { platform, bot }: LineHere,
  code: string,
  members: readonly string[],
): Promise<void> {
  const group = platform.world.addGroup({ name: 'เจ้าหน้าที่', members });
  const place = { user: members[0] ?? '', group };
  await platform.joinGroup(group, bot);
  await until('the bot asking for the code', () => said(platform, place).includes('รหัสผูกกลุ่ม'));
  const before = said(platform, place);
  await platform.say(place, code);
  await until('the group being bound', () => said(platform, place) !== before);
}

function said(platform: Platform, place: { readonly user: string; readonly group?: string }): string {
  return platform.world
    .conversation(place)
    .flatMap((entry) => ('message' in entry ? linesOfMessage(entry.message) : []))
    .join('\n');
}
