/**
 * Erasure, as the issue wants it shown: a member who did all that leaves words behind is erased from a real bot on SQLite;
 * then no file of the data folder and no line of the log holds his name, his LINE id or anything he wrote, and the ledger
 * verifies. That the search finds such words at all is shown before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AGENCY, openStage, type Stage } from '../../src/cli/stage.ts';
import { buttonIn } from '../../src/cli/story.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { newCode } from '../../src/flow/new-code.ts';
import { ita } from '../cli/terminal.ts';
import { type CapturedLog, captureLog } from '../conversations/traces.ts';
import { bangkok } from '../support/an-agency.ts';
import { filesBelow } from '../support/files-below.ts';

const NAME = 'นางสาวอัญชันวิเศษ ลืมได้หมดจด';
const NOTE = 'รอคุณเขียวไข่กาเซ็น';
const GROUP_NOTE = 'รอผู้ใหญ่บ้านเกาะกระดาดเขียว';
const UNDONE_NOTE = 'รอกล่องชาดสีม่วงคราม';
const LINK = 'https://dontawan.example.org/unchan-wiset/o12.pdf';
const REASON = 'รอตราประทับช้างน้อยสามเศียร';
const FILE = 'แผนของอัญชันวิเศษ.html';
const UNREAD = 'ร่างของอัญชันวิเศษ.html';
/** All that was ever hers, but for her LINE id, which the platform gives. */
const WORDS = [NAME, 'อัญชันวิเศษ', NOTE, GROUP_NOTE, UNDONE_NOTE, LINK, REASON, FILE, UNREAD];

const row = '<tr><td>1</td><td>จัดทำคู่มือการปฏิบัติงาน</td><td>กองคลัง</td><td>1 ต.ค. 2569 - 31 มี.ค. 2570</td></tr>';
const table = `<table><tr><th>ลำดับ</th><th>มาตรการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th></tr>${row}</table>`;
const planOf2570 = `<p>มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2570</p>${table}`;
const planOfNoYear = `<p>มาตรการส่งเสริมคุณธรรมและความโปร่งใส</p>${table.replace(/1 ต.*?2570/, 'ตลอดปี')}`;

interface Scene {
  readonly stage: Stage;
  readonly folder: string;
  readonly log: CapturedLog;
  /** Her LINE id. */
  readonly user: string;
  says(text: string, group?: boolean): Promise<void>;
}

/** Words found in files below the folder, in UTF-8 or UTF-16, and in the log; `word in file`. */
function found({ folder, log, user }: Scene): string[] {
  const files = filesBelow(folder);
  const logged = log.lines.join('\n');
  return [...WORDS, user].flatMap((word) => {
    const little = Buffer.from(word, 'utf16le');
    const forms = [Buffer.from(word), little, Buffer.from(little).swap16()];
    const where = files
      .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
      .map(({ name }) => name);
    return [...where, ...(logged.includes(word) ? ['the log'] : [])].map((place) => `${word} in ${place}`);
  });
}

async function aScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-erasure-'));
  const log = captureLog();
  const stage = await openStage({ folder, log });
  onTestFinished(async () => {
    await stage.stop();
    rmSync(folder, { recursive: true });
  });
  const { platform, bot, group } = stage;
  const user = platform.world.addUser({ name: NAME });
  platform.world.setFriendship(user, bot.userId, 'friend');
  const members = platform.world.group(group)?.members ?? [];
  platform.world.setGroup(group, { members: [...members, user] });
  return {
    stage,
    folder,
    log,
    user,
    async says(text, inGroup = false) {
      await platform.say(inGroup ? { user, group } : { user }, text);
      await stage.settle();
      await stage.clock.set(stage.clock.now() + 20_000);
    },
  };
}

/** An invite for her by name; the code. */
async function invited({ stage }: Scene): Promise<string> {
  const desk = stage.desk();
  const { id, code, beside } = newCode(desk.world.ids, 'member', NAME);
  const roles = [{ role: 'coordinator' as const }, { role: 'staff' as const, division: 'finance' }];
  const expires = stage.clock.now() + 90 * 86_400_000;
  const by = { kind: 'console' } as const;
  await desk.command(AGENCY, { type: 'make-invite', by, invite: id, roles, expires }, beside);
  return code;
}

/** Everything a member can leave behind, and copies of it on several days. */
async function lived(scene: Scene): Promise<void> {
  const { stage, user, says } = scene;
  const { clock, platform } = stage;
  const copyMade = () => stage.desk().store.upkeep(clock.now());
  await says(await invited(scene));
  await invited(scene);
  await says(`มาตรการที่ 2 กำลังทำ ${NOTE}`);
  await says(`มาตรการที่ 1 กำลังทำ 40% ${GROUP_NOTE}`, true);
  await says(`O11 กำลังทำ ${UNDONE_NOTE}`);
  await says('ยกเลิก O11');
  await says(`ส่งหลักฐาน O12 ${LINK}`);
  await says(`ขอเลื่อน O12 เป็นสิ้นเดือนพฤษภา ${REASON}`);
  await copyMade();
  for (const [name, html] of [
    [FILE, planOf2570],
    [UNREAD, planOfNoYear],
  ] as const) {
    await clock.set(bangkok(name === FILE ? '2026-01-21 10:00' : '2026-01-21 10:05'));
    await platform.sendFile({ user }, name, { bytes: Buffer.from(html), contentType: 'text/html' });
    await stage.settle();
    await clock.set(clock.now() + 20_000);
  }
  await clock.set(bangkok('2026-01-23 08:46'));
  await says('เตือนอีกทีวันพุธ');
  await copyMade();
  // A reminder that waits for LINE, a confirmation that did not reach her, a message to another that names her.
  platform.faults.add({ kind: 'status', status: 500, path: 'push' });
  await clock.set(bangkok('2026-01-28 08:46'));
  await copyMade();
  platform.faults.add({
    kind: 'status',
    status: 400,
    message: 'Invalid reply token',
    path: 'reply',
    times: 1,
  });
  await says('มาตรการที่ 3 กำลังทำ');
  const { store, world } = stage.desk();
  const version = (await store.load(AGENCY))?.version ?? 0;
  const how = { kind: 'push', key: world.ids.uuid() } as const;
  const messages = [{ type: 'text', text: `${NAME} ยังไม่ได้รายงาน` }] as const;
  const [other] = stage.people;
  await store.append(AGENCY, version, {
    outbox: [{ id: 'names-her', chat: other?.user ?? '', to: null, how, messages, confirmation: null }],
    now: clock.now(),
  });
}

async function ledgerOf({ stage }: Scene): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of stage.desk().store.entries(AGENCY)) entries.push(entry);
  return entries;
}

async function memberOf({ stage, user }: Scene): Promise<string | undefined> {
  return (await stage.desk().store.besideByKey(AGENCY, 'person', user))?.id;
}

/** The last thing the bot said to her. */
function lastSaid({ stage, user }: Scene): unknown {
  return stage.platform.world.conversation({ user }).findLast((entry) => 'message' in entry);
}

/** The demo's server looks for work nobody woke it for every quarter of an hour; the real one every three seconds. */
const minutesPass = ({ stage: { clock } }: Scene, minutes: number) =>
  clock.set(clock.now() + minutes * 60_000);

/** Each erases her, and lets the time pass that the server takes. */
const WAYS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async 'by herself, with a button in 1:1'(scene) {
    await scene.says('ลบข้อมูลของฉัน');
    const button = buttonIn(lastSaid(scene), 'ยืนยันลบข้อมูลของฉัน');
    await scene.stage.platform.press({ user: scene.user }, button);
    await scene.stage.settle();
    expect(JSON.stringify(lastSaid(scene))).toContain('ลบข้อมูลเรียบร้อยแล้วค่ะ');
    await scene.says('O12 เสร็จแล้ว');
    await minutesPass(scene, 20);
  },
  async 'by `ita member erase` beside the server'(scene) {
    const ran = await ita({ DATA_DIR: scene.folder }, 'member', 'erase', '--member', NAME, '--yes');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(found(scene)).toEqual([]);
    await minutesPass(scene, 20);
  },
  async 'by the program that was killed before the files were scrubbed'(scene) {
    await scene.says('ยืนยันลบข้อมูลของฉัน');
    expect(found(scene), 'the copies still hold her').not.toEqual([]);
    await scene.stage.restart();
    await minutesPass(scene, 20);
  },
};

describe.each(Object.keys(WAYS))('a member erased %s', (way) => {
  it('is in no file and no log any more, and the ledger verifies', { timeout: 120_000 }, async () => {
    const scene = await aScene();
    const { stage } = scene;
    await lived(scene);
    const member = await memberOf(scene);
    const before = await ledgerOf(scene);
    for (const word of [...WORDS, scene.user])
      expect(
        found(scene).filter((one) => one.startsWith(word)),
        word,
      ).not.toEqual([]);

    await WAYS[way]?.(scene);

    expect(found(scene)).toEqual([]);
    expect(await stage.desk().store.verify(AGENCY)).toMatchObject({ ok: true });
    expect(await ita({ DATA_DIR: scene.folder }, 'verify')).toMatchObject({ code: 0 });
    const after = await ledgerOf(scene);
    expect(after.slice(0, before.length), 'nothing was taken out of the ledger').toEqual(before);
    expect(after.map(({ event }) => event)).toContainEqual({ type: 'member-erased', v: 1, member });
    // She is a stranger now, and her notes are no longer to be had.
    const held = await stage.desk().ledger.read(AGENCY);
    expect(held?.agency.members[member ?? '']).toBeUndefined();
    const people = await stage.desk().store.besideAll(AGENCY, 'person');
    expect(people.filter(({ value }) => value.name !== undefined)).toHaveLength(stage.people.length);
    expect(await stage.desk().store.besideAll(AGENCY, 'draft')).toEqual([]);
    expect(await stage.desk().store.besideAll(AGENCY, 'document')).toEqual([]);
    await scene.stage.stop();
    expect(found(scene)).toEqual([]);
  });
});
