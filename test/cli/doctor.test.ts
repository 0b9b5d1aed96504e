import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../src/app.ts';
import { withDesk } from '../../src/cli/desk.ts';
import { realClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createPlatform, type Platform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { silentLog } from '../support/main-job.ts';
import { type Env, exampleOffice, fakeTerminal, ita, newOffice } from './terminal.ts';

const SECRET = 'a-secret-nobody-may-read';
const TOKEN = 'a-token-nobody-may-read';

describe('doctor', () => {
  it('finds nothing wrong with an office that is set up and served, and names what only eyes can check', async () => {
    const { env } = await served();
    const { code, out } = await ita(env, 'doctor');
    expect(out).not.toContain('✘');
    expect(code).toBe(0);
    expect(out).toMatch(/^✔ LINE \(office\): น้องไอต้า, @/m);
    expect(out).toContain('✔ Messages this month: 0 of 300');
    expect(out).toMatch(/^✔ Webhook: LINE reaches http/m);
    expect(out).toContain('✔ Store: office: 1 entries, chain unbroken');
    expect(out).toMatch(/^☞ Webhook redelivery: must be ON/m);
    expect(out).toMatch(/^☞ Allow bot to join group chats: must be ON/m);
    expect(out).toMatch(/^☞ Auto-reply and greeting messages: must be OFF/m);
    const { json } = await ita(env, 'doctor', '--json');
    expect(json()).toMatchObject({ wrong: 0 });
  });

  it('never prints a credential', async () => {
    const { env } = await served();
    for (const one of [env, { ...env, LINE_CHANNEL_ACCESS_TOKEN: 'wrong-token' }]) {
      const { out, err } = await ita(one, 'doctor');
      for (const secret of [SECRET, TOKEN, 'wrong-token']) expect(out + err).not.toContain(secret);
    }
  });

  it('says that the token is wrong', async () => {
    const { env } = await served();
    await expectWrong(
      { ...env, LINE_CHANNEL_ACCESS_TOKEN: 'wrong-token' },
      /^✘ LINE \(office\): the access token is wrong: issue a new one/m,
    );
  });

  it('says that LINE does not answer', async () => {
    const { env, platform } = await served();
    await platform.close();
    await expectWrong(
      env,
      /^✘ LINE \(office\): LINE does not answer .*is there a way out to api\.line\.me\?/m,
    );
  });

  it('says that the webhook address is missing in the console, and what belongs there', async () => {
    const { env } = await office();
    await expectWrong(
      env,
      /^✘ Webhook: LINE has no webhook address: enter http:\/\/127\.0\.0\.1:\d+\/webhook in the console/m,
    );
  });

  it('says that the webhook address is another one', async () => {
    const { env } = await served();
    await expectWrong(
      { ...env, PUBLIC_URL: 'https://ita.example.org/' },
      /^✘ Webhook: LINE calls http.*, but by PUBLIC_URL it should call https:\/\/ita\.example\.org\/webhook$/m,
    );
  });

  it('says that nobody answers at the webhook address', async () => {
    const { env, platform, bot } = await office();
    platform.world.setBot(bot, { webhookUrl: `${env.PUBLIC_URL}/webhook` });
    await expectWrong(env, /^✘ Webhook: LINE does not reach .*COULD_NOT_CONNECT.*does the server run/m);
  });

  it('says that the webhook refuses what LINE signs', async () => {
    const { env } = await served('another-secret');
    await expectWrong(
      env,
      /^✘ Webhook: LINE does not reach .*ERROR_STATUS_CODE.*is the channel secret right\?/m,
    );
  });

  it('says that "Use webhook" is off', async () => {
    const { env } = await served();
    const LINE_API_BASE = await switchedOff(String(env.LINE_API_BASE));
    await expectWrong(
      { ...env, LINE_API_BASE },
      /^✘ Webhook: "Use webhook" is off: switch it on in the console$/m,
    );
  });

  it('says that this month is used up', async () => {
    const { env, platform, bot } = await served();
    platform.world.setBot(bot, { quota: 0 });
    await expectWrong(env, /^✘ Messages this month: all 0 are used/m);
  });

  it.each([
    [{ PUBLIC_URL: undefined }, /^✘ PUBLIC_URL: is not set.* carry no link/m],
    [{ AGENCY: 'other' }, /^✘ Agency: LINE credentials are set for "other", which is not kept/m],
    [{ AGENCY: 'other' }, /^✘ Agency: "office" has no LINE credentials/m],
    [{ LINE_CHANNEL_SECRET: undefined, LINE_CHANNEL_ACCESS_TOKEN: undefined }, /^✘ LINE: no credentials/m],
  ])('says what is wrong with %j', async (change, sentence) => {
    const { env } = await served();
    await expectWrong({ ...env, ...change }, sentence);
  });

  it('says that there is no agency yet, and makes no store by looking', async () => {
    const env = newOffice();
    const { code, out } = await ita(env, 'doctor');
    expect(code).toBe(1);
    expect(out).toContain('✘ Agency: there is none yet: npm run -s ita -- agency add --help');
    expect(out).toContain(`✔ Data folder: ${env.DATA_DIR} will be made`);
  });

  it('says that LINE reaches no coordinator, and what to do; not before anybody joined', async () => {
    const { env } = await served();
    expect((await ita(env, 'doctor')).out).not.toContain('Coordinator');
    const [id, invite, by] = ['malee', 'invite-malee', { kind: 'console' as const }];
    const roles = [{ role: 'executive' as const, post: 'palad' as const }];
    const expires = Date.now() + 86_400_000;
    await withDesk(fakeTerminal(env), async (desk) => {
      await desk.command('office', { type: 'make-invite', by, invite, roles, expires });
      await desk.command('office', { type: 'join', member: id, invite });
    });
    await expectWrong(
      env,
      /^✘ Coordinator: LINE reaches none of office: .*member invite --role coordinator$/m,
    );
  });

  it('says that a ledger is broken, and to restore a copy', async () => {
    const { env } = await served();
    const db = new DatabaseSync(join(String(env.DATA_DIR), 'nong-ita.sqlite'));
    expect(db.prepare('DELETE FROM entry WHERE seq = 1').run().changes).toBe(1);
    db.exec('DELETE FROM snapshot');
    db.close();
    await expectWrong(env, /^✘ Store: the ledger of office is broken at entry 1: restore a copy$/m);
  });

  it('says that others can read the data', async () => {
    const { env } = await served();
    chmodSync(String(env.DATA_DIR), 0o755);
    await expectWrong(env, /^✘ Data folder: .* can be read by other users: chmod 700 /m);
  });
});

async function expectWrong(env: Env, sentence: RegExp): Promise<void> {
  const { code, out, err } = await ita(env, 'doctor');
  expect(out).toMatch(sentence);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const { json } = await ita(env, 'doctor', '--json');
  expect(json().wrong).toBeGreaterThan(0);
}

interface Set {
  readonly env: Env;
  readonly platform: Platform;
  /** The bot's own user id. */
  readonly bot: string;
}

/** An office with an account on a platform of this machine; nobody serves it. */
async function office(): Promise<Set> {
  const platform = createPlatform({ clock: realClock() });
  const api = await platform.listen();
  onTestFinished(() => platform.close());
  const { userId } = platform.world.addBot({ name: 'น้องไอต้า', secret: SECRET, token: TOKEN });
  const env = {
    ...(await exampleOffice()),
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE: api,
    PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
  };
  return { env, platform, bot: userId };
}

/** The same, served; with `secret` the server has another channel secret than LINE. */
async function served(secret = SECRET): Promise<Set> {
  const set = await office();
  const folder = String(set.env.DATA_DIR);
  const config = readConfig({ ...set.env, LINE_CHANNEL_SECRET: secret, PORT: '0', HOST: '127.0.0.1' });
  const store = openSqliteStore({ folder, log: silentLog });
  const app = await startApp({ config, clock: realClock(), log: silentLog, store });
  onTestFinished(() => app.stop());
  const PUBLIC_URL = `http://127.0.0.1:${app.port}`;
  set.platform.world.setBot(set.bot, { webhookUrl: `${PUBLIC_URL}/webhook` });
  return { ...set, env: { ...set.env, PUBLIC_URL } };
}

/** LINE as it answers when the console's "Use webhook" is off; all else is passed on. */
async function switchedOff(api: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${api}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization: String(request.headers.authorization) },
    });
    const body: unknown = await answer.json();
    const off = request.method === 'GET' && request.url?.endsWith('/webhook/endpoint');
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(off ? { ...(body as object), active: false } : body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
