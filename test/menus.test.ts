import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MENU_ROLES, MENUS, type MenuRole, menuRoleOf } from '../src/chat/menu.ts';
import { MENU_CHOICE } from '../src/chat/words-menu.ts';
import { NOT_YET_KNOWN } from '../src/chat/words-people.ts';
import { AGENCY, openStage } from '../src/cli/stage.ts';
import { newCode } from '../src/flow/new-code.ts';
import { unbound } from '../src/flow/unbind.ts';
import { deployMenus } from '../src/menus.ts';
import { limitMessages } from '../src/simulator/faults.ts';
import { silentLog } from './support/main-job.ts';

async function officeOnStage() {
  const folder = mkdtempSync(join(tmpdir(), 'menus-'));
  const stage = await openStage({ folder, log: silentLog });
  onTestFinished(async () => {
    await stage.stop();
    rmSync(folder, { recursive: true });
  });
  const { world, ledger } = stage.app();
  const { richMenus } = stage.platform;
  const userOf = (key: string) => stage.people.find((one) => one.key === key)?.user ?? '';
  return {
    ...stage,
    deploy: () => deployMenus(world, ledger, AGENCY),
    menus: () => richMenus.list(stage.bot.userId),
    userOf,
    shownTo: (user: string) => {
      const shown = richMenus.shownTo(stage.bot.userId, user);
      return shown === null ? null : String(shown.name).split(' ')[1];
    },
    async said(user: string, text: string) {
      const before = stage.platform.world.conversation({ user }).length;
      await stage.platform.say({ user }, text);
      await stage.settle();
      return JSON.stringify(stage.platform.world.conversation({ user }).slice(before + 1));
    },
    async invite(role: 'executive' | 'coordinator', user: string) {
      const desk = stage.desk();
      const { id, code, beside } = newCode(desk.world.ids, 'member', 'นายใหม่ สมมุติ');
      const expires = stage.clock.now() + 86_400_000;
      const by = { kind: 'console' as const };
      await desk.command(AGENCY, { type: 'make-invite', by, invite: id, roles: [{ role }], expires }, beside);
      await stage.platform.say({ user }, code);
      await stage.settle();
    },
  };
}

test('everybody sees the menu of his role; the same menus are not made twice', async () => {
  const office = await officeOnStage();
  expect(await office.deploy()).toMatchObject({ kind: 'told', value: { made: MENU_ROLES, dropped: 0 } });
  expect(office.shownTo(office.citizen)).toBe('citizen');
  expect(office.shownTo(office.userOf('somying'))).toBe('coordinator');
  expect(office.shownTo(office.userOf('wandee'))).toBe('head');
  expect(office.shownTo(office.userOf('baifern'))).toBe('staff');
  expect(office.shownTo(office.userOf('malee'))).toBe('executive');
  const before = office.menus().map(({ richMenuId }) => richMenuId);
  expect(await office.deploy()).toMatchObject({ kind: 'told', value: { made: [], dropped: 0 } });
  expect(office.menus().map(({ richMenuId }) => richMenuId)).toEqual(before);
});

test("a menu of ours that is drawn otherwise by now goes, another program's stays", async () => {
  const office = await officeOnStage();
  const { richMenus } = office.platform;
  const bot = office.bot.userId;
  richMenus.create(bot, { name: 'nong-ita staff 00000000' });
  const others = richMenus.create(bot, { name: 'เมนูของร้านค้า' });
  expect(await office.deploy()).toMatchObject({ kind: 'told', value: { dropped: 1 } });
  expect(office.menus()).toHaveLength(MENU_ROLES.length + 1);
  expect(richMenus.find(bot, others)).toBeDefined();
});

test('who joins or becomes something else gets the menu that fits, also after a restart', async () => {
  const office = await officeOnStage();
  await office.deploy();
  const user = office.platform.world.addUser({ name: 'ใหม่' });
  office.platform.world.setFriendship(user, office.bot.userId, 'friend');
  await office.invite('executive', user);
  expect(office.shownTo(user)).toBe('executive');
  await office.restart();
  await office.invite('coordinator', user);
  expect(office.shownTo(user)).toBe('coordinator');
});

test("a stranger who still has a member's menu is given the citizens' when he presses it", async () => {
  const office = await officeOnStage();
  await office.deploy();
  const { richMenus } = office.platform;
  const staff = office.menus().find(({ menu }) => String(menu.name).includes('staff'));
  richMenus.link(office.bot.userId, [office.citizen], staff?.richMenuId);
  await office.said(office.citizen, 'มาตรการ');
  expect(office.shownTo(office.citizen)).toBe('staff');
  await office.said(office.citizen, MENU_CHOICE.mine.say);
  expect(office.shownTo(office.citizen)).toBe('citizen');
});

test("a stranger whose menu LINE would not change has the citizens' a quarter of an hour later", async () => {
  const office = await officeOnStage();
  await office.deploy();
  const { richMenus, faults } = office.platform;
  const staff = office.menus().find(({ menu }) => String(menu.name).includes('staff'));
  richMenus.link(office.bot.userId, [office.citizen], staff?.richMenuId);
  faults.add({ kind: 'status', path: 'richmenu', status: 429, message: limitMessages.rate });
  await office.said(office.citizen, MENU_CHOICE.mine.say);
  faults.clear();
  await office.said(office.citizen, 'มาตรการ');
  expect(office.shownTo(office.citizen), 'not with each message').toBe('staff');
  await office.clock.set(office.clock.now() + 900_000);
  await office.settle();
  expect(office.shownTo(office.citizen)).toBe('citizen');
});

test("who erases himself has the citizens' menu at once", async () => {
  const office = await officeOnStage();
  await office.deploy();
  const user = office.userOf('baifern');
  await office.said(user, 'ยืนยันลบข้อมูลของฉัน');
  expect(office.shownTo(user)).toBe('citizen');
});

test("who is let go at the terminal has the citizens' menu with the server's next look", async () => {
  const office = await officeOnStage();
  await office.deploy();
  const user = office.userOf('baifern');
  const desk = office.desk();
  const person = await desk.store.besideByKey(AGENCY, 'person', user);
  const member = person?.id ?? '';
  const { beside, notes } = await unbound(desk.store, AGENCY, member);
  const leave = { type: 'leave' as const, by: { kind: 'console' as const }, member };
  expect(await desk.command(AGENCY, leave, beside, notes)).toMatchObject({ ok: true });
  expect(office.shownTo(user)).toBe('staff');
  await office.settle();
  expect(office.shownTo(user)).toBe('citizen');
  expect(office.shownTo(office.userOf('wandee'))).toBe('head');
});

test.each(MENU_ROLES)('each field of the menu of %s is answered, and เมนู offers the same', async (role) => {
  const office = await officeOnStage();
  const user = role === 'citizen' ? office.citizen : office.userOf(KEYS[role]);
  const menu = await office.said(user, 'เมนู');
  for (const choice of MENUS[role]) {
    const { say } = MENU_CHOICE[choice];
    expect(menu).toContain(`"text":"${say}"`);
    const answer = await office.said(user, say);
    expect(answer, say).not.toBe('[]');
    expect(answer, say).not.toContain(NOT_YET_KNOWN);
  }
});

const KEYS: Readonly<Record<Exclude<MenuRole, 'citizen'>, string>> = {
  staff: 'baifern',
  head: 'wandee',
  executive: 'malee',
  coordinator: 'somying',
};

test('staff and heads begin with the work of their division', () => {
  expect([MENUS.staff[0], MENUS.head[0]]).toEqual(['mine', 'mine']);
  expect(menuRoleOf(null)).toBe('citizen');
});
