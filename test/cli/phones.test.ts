import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { openStage, type Stage } from '../../src/cli/stage.ts';
import { instantOf } from '../../src/domain/calendar.ts';
import { silentLog } from '../support/main-job.ts';
import { fakeTerminal, newFolder } from './terminal.ts';

interface State {
  readonly now: number;
  readonly people: readonly { readonly user: string; readonly name: string; role: string; shown: boolean }[];
  readonly groups: readonly { readonly id: string }[];
  readonly chats: Readonly<
    Record<string, readonly { at: number; from: string; via?: string; message?: unknown }[]>
  >;
  readonly richMenus: Readonly<
    Record<string, { readonly areas: readonly { readonly action: { readonly text: string } }[] }>
  >;
  readonly quota: { readonly used: number };
  readonly wire: readonly { readonly problems: readonly unknown[]; readonly refused: boolean }[];
}

const stateOf = async (stage: Stage) =>
  (await (await fetch(`${stage.platformUrl}/phones/state`)).json()) as State;

async function post(stage: Stage, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${stage.platformUrl}/phones/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function newStage(platformPort = 0): Promise<Stage> {
  const stage = await openStage({ folder: newFolder(), log: silentLog, phones: {}, platformPort });
  onTestFinished(() => stage.stop());
  return stage;
}

describe('the phones of the demo', () => {
  it('show coordinator, head, two staff, the clerk and a citizen first; all others can be called', async () => {
    const stage = await newStage();
    const { people } = await stateOf(stage);
    expect(people).toHaveLength(stage.people.length + 1);
    const keys = ['somying', 'wandee', 'baifern', 'din', 'malee'];
    const users = keys.map((key) => stage.people.find((one) => one.key === key)?.user);
    const shown = people.filter((one) => one.shown);
    expect(shown.map(({ user }) => user)).toEqual([...users, stage.citizen]);
    expect(shown.map(({ role }) => role)).toEqual([
      'coordinator',
      'head',
      'staff',
      'staff',
      'executive',
      'citizen',
    ]);
  });

  it('show how everybody joined; LINE found nothing wrong in it', async () => {
    const stage = await newStage();
    const { chats, wire } = await stateOf(stage);
    expect(Object.keys(chats)).toHaveLength(stage.people.length + 1);
    expect(wire.filter(({ problems, refused }) => refused || problems.length > 0)).toEqual([]);
  });

  it('are answered by the bot itself', async () => {
    const stage = await newStage();
    const user = stage.people.find((one) => one.key === 'baifern')?.user ?? '';
    await post(stage, 'say', { user, text: 'เหลืออะไรบ้าง' });
    await stage.settle();
    const chat = (await stateOf(stage)).chats[user] ?? [];
    expect(chat.at(-1)).toMatchObject({ from: 'bot', via: 'reply' });
  });

  it('have the menu of their holder at the foot, and each button is understood', async () => {
    const stage = await newStage();
    const { people, richMenus } = await stateOf(stage);
    for (const role of ['coordinator', 'head', 'executive', 'citizen']) {
      const user = people.find((one) => one.role === role)?.user ?? '';
      const { areas } = richMenus[user] ?? { areas: [] };
      expect(areas.length, role).toBeGreaterThan(1);
      for (const { action } of areas) {
        await post(stage, 'press', { user, action });
        await stage.settle();
        const answer = JSON.stringify((await stateOf(stage)).chats[user]?.at(-1)?.message);
        expect(answer, `${role} ${action.text}`).toMatch(/\S/);
        expect(answer, `${role} ${action.text}`).not.toContain('ไม่เข้าใจ');
      }
    }
  });

  it('go to the next moment the bot speaks by itself, again and again', async () => {
    const stage = await newStage();
    const spoke = async () => (await stateOf(stage)).quota.used;
    for (let times = 0; times < 3; times += 1) {
      const [before, at] = [await spoke(), stage.clock.now()];
      await post(stage, 'clock', { to: 'next-due' });
      expect(stage.clock.now()).toBeGreaterThan(at);
      expect(await spoke()).toBeGreaterThan(before);
    }
  });

  it('go to a quarter to nine of the next morning', async () => {
    const stage = await newStage();
    expect(await post(stage, 'clock', { to: 'next-morning' })).toEqual({ now: instantOf('2026-01-05', 525) });
    expect(await post(stage, 'clock', { to: 'next-morning' })).toEqual({ now: instantOf('2026-01-06', 525) });
  });

  it("cross a month's end: the summary comes to the group by itself", async () => {
    const stage = await newStage();
    await post(stage, 'clock', { to: instantOf('2026-02-02', 540) });
    const { chats, groups } = await stateOf(stage);
    const summary = (chats[groups[0]?.id ?? ''] ?? []).at(-1);
    expect(summary).toMatchObject({ from: 'bot', via: 'push' });
    expect(JSON.stringify(summary?.message)).toContain('มกราคม');
  });

  it('take any free port when theirs is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const stage = await newStage(port);
    expect(new URL(stage.platformUrl).port).not.toBe(String(port));
    expect((await fetch(`${stage.platformUrl}/phones`)).status).toBe(200);
  });
});

it('npm start without credentials says one address first, and the page is there', async () => {
  const terminal = fakeTerminal({ PORT: '0', DATA_DIR: newFolder() });
  const said = Promise.withResolvers<string>();
  const out = (line: string) => {
    terminal.out(line);
    said.resolve(line);
  };
  const ended = runCommand(['start'], { ...terminal, out });
  const first = await Promise.race([said.promise, ended.then((code) => `ended with ${code}`)]);
  expect(first).toMatch(/^เปิดหน้านี้: http:\/\/127\.0\.0\.1:\d+\/phones$/);
  const page = await fetch(first.slice(first.indexOf('http')));
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/html/),
  ]);
  terminal.stop();
  expect(await ended).toBe(0);
  expect(terminal.printed.join('\n').match(/http:/g)).toHaveLength(1);
});

it('production has no phones', async () => {
  const terminal = fakeTerminal({ NODE_ENV: 'production', DATA_DIR: newFolder() });
  expect(await runCommand(['demo'], terminal)).toBe(2);
});
