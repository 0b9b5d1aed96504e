import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { isObject, type JsonObject, listOf } from '../../src/simulator/json.ts';
import { createPlatform, type PlatformOptions } from '../../src/simulator/platform.ts';
import { createFakeClock } from './fake-clock.ts';

/** One webhook as the bot got it. */
export interface Got {
  readonly raw: Buffer;
  readonly signature: string;
  readonly body: JsonObject;
  readonly events: readonly JsonObject[];
}

export type BotAnswer = number | 'hang' | 'cut';

/** A platform, a bot that records its webhooks, three people, a group; closed when the test ends. */
export async function setStage(options: Partial<PlatformOptions> = {}) {
  const clock = createFakeClock();
  const platform = createPlatform({ clock, webhookTimeoutMs: 300, ...options });
  const got: Got[] = [];
  let answer: (got: Got) => BotAnswer = () => 200;
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const raw = Buffer.concat(chunks);
      const parsed: unknown = JSON.parse(raw.toString('utf8'));
      const body = isObject(parsed) ? parsed : {};
      const events = listOf(body.events).filter(isObject);
      const one = { raw, signature: String(req.headers['x-line-signature']), body, events };
      got.push(one);
      const status = answer(one);
      if (status === 'hang') return;
      if (status === 'cut') req.socket.destroy();
      else res.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  const bot = platform.world.addBot({ name: 'น้องไอต้า', secret: 'secret-1', token: 'token-1', webhookUrl });
  const somchai = platform.world.addUser({ name: 'สมชาย' });
  const malee = platform.world.addUser({ name: 'มาลี' });
  const stranger = platform.world.addUser({ name: 'คนแปลกหน้า' });
  platform.world.setFriendship(somchai, bot.userId, 'friend');
  const group = platform.world.addGroup({ name: 'กองช่าง', members: [somchai, malee], bot: bot.userId });
  const base = await platform.listen();
  onTestFinished(async () => {
    await platform.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(base + path, {
      method,
      headers: { authorization: 'Bearer token-1', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {};
    return {
      status: response.status,
      headers: response.headers,
      body: isObject(parsed) ? parsed : {},
      text,
      parsed,
    };
  }

  return {
    ...{ clock, platform, base, bot, somchai, malee, stranger, group, got, webhookUrl, call },
    get: (path: string) => call('GET', path),
    push: (to: string, text = 'สวัสดีค่ะ', headers: Record<string, string> = {}) =>
      call('POST', '/v2/bot/message/push', { to, messages: [{ type: 'text', text }] }, headers),
    reply: (replyToken: unknown, text = 'รับทราบค่ะ', headers: Record<string, string> = {}) =>
      call('POST', '/v2/bot/message/reply', { replyToken, messages: [{ type: 'text', text }] }, headers),
    multicast: (to: unknown, headers: Record<string, string> = {}) =>
      call(
        'POST',
        '/v2/bot/message/multicast',
        { to, messages: [{ type: 'text', text: 'สวัสดีค่ะ' }] },
        headers,
      ),
    /** The bot's answer to webhooks from now on. */
    botAnswers(fn: (got: Got) => BotAnswer) {
      answer = fn;
    },
    /** The event the bot got last. */
    lastEvent: () => got.at(-1)?.events.at(-1) ?? {},
    /** Waits until a failed webhook waits for its redelivery. */
    async untilRedeliveryWaits() {
      while (platform.waiting() === 0) await setImmediate();
    },
  };
}
