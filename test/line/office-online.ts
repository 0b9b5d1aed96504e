/** The webhook over real HTTP, in front of the stage of the flow: what LINE sends goes in, and comes out in the store. */
import { createHmac } from 'node:crypto';
import { Router } from 'express';
import { onTestFinished } from 'vitest';
import type { World } from '../../src/flow/flow.ts';
import { handleEvent } from '../../src/flow/handle-event.ts';
import { createLedger } from '../../src/flow/transact.ts';
import { work } from '../../src/flow/work.ts';
import { startHttp } from '../../src/http/server.ts';
import { type WebhookWorld, webhookRouter } from '../../src/line/webhook.ts';
import { createLocalQueue } from '../../src/queue/local.ts';
import { aStage, lineId, OFFICE, type Stage } from '../flow/stage.ts';

export const SECRET = 'channel-secret-of-the-office';
export const BOT = lineId('U', 'bot');

interface Setting {
  readonly stage?: Stage;
  /** Secrets by agency; the office's alone by default. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** `/webhook` is this agency's; null = several. */
  readonly only?: string | null;
  readonly destination?: string | null;
  /** The world as the webhook's own part of the program sees it. */
  readonly change?: (world: World) => World;
  readonly handle?: WebhookWorld['handle'];
}

export interface Online {
  readonly stage: Stage;
  readonly url: string;
  /** Moments as they came: an answer ended, LINE was called. */
  readonly order: string[];
  /** Posts bytes as LINE does; `signature` null = no such header. */
  post(body: string, how?: Posting): Promise<Response>;
  /** Posts events, signed. */
  events(events: readonly unknown[], how?: Posting): Promise<number>;
  /** Waits until nothing is left to send. */
  settled(): Promise<void>;
}

interface Posting {
  readonly path?: string;
  readonly secret?: string;
  readonly signature?: string | null;
  readonly destination?: string;
}

export function sign(body: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export async function goOnline(setting: Setting = {}): Promise<Online> {
  const {
    secrets = { [OFFICE]: SECRET },
    only = OFFICE,
    destination = null,
    change = (same) => same,
  } = setting;
  const stage = setting.stage ?? (await aStage());
  const order: string[] = [];
  stage.line.decides(() => {
    order.push('LINE');
    return 'accepted';
  });
  const { clock, log } = stage;
  const queue = createLocalQueue({ clock, log });
  const world = change({ ...stage.world, queue });
  const ledger = createLedger(world);
  const known = new Map(Object.entries(secrets));
  const webhook: WebhookWorld = {
    log,
    account(agency) {
      const secret = known.get(agency);
      return secret === undefined ? null : { secret, destination: () => destination };
    },
    handle: setting.handle ?? ((agency, inbound) => handleEvent(world, ledger, agency, inbound)),
    answered: (agency) => queue.wake(agency, clock.now()),
  };
  const router = Router();
  router.use((_request, response, next) => {
    const end = response.end.bind(response);
    Object.assign(response, {
      end(...args: Parameters<typeof end>) {
        order.push(String(response.statusCode));
        return end(...args);
      },
    });
    next();
  });
  router.use(webhookRouter(webhook, only));
  const http = await startHttp(
    { log, webhook: router, pages: Router(), ready: async () => {} },
    0,
    '127.0.0.1',
  );
  queue.run((agency) => work(world, ledger, agency));
  const stop = queue.stop;
  onTestFinished(async () => {
    await http.close();
    await stop();
  });
  const url = `http://127.0.0.1:${http.port}`;

  async function post(body: string, how: Posting = {}): Promise<Response> {
    const { path = '/webhook', secret = SECRET, signature = sign(body, secret) } = how;
    const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', connection: 'close' });
    if (signature !== null) headers.set('X-Line-Signature', signature);
    return fetch(url + path, { method: 'POST', headers, body });
  }

  return {
    stage,
    url,
    order,
    post,
    events: async (events, how = {}) => {
      const response = await post(JSON.stringify({ destination: how.destination ?? BOT, events }), how);
      await response.text();
      return response.status;
    },
    settled: () => stop(),
  };
}

let made = 0;

/** A text message event in 1:1. */
export function textEvent(user: string, text: string, more: Readonly<Record<string, unknown>> = {}) {
  made += 1;
  return {
    type: 'message',
    webhookEventId: `01EVENT${made}`,
    timestamp: 1_767_600_000_000,
    mode: 'active',
    deliveryContext: { isRedelivery: false },
    replyToken: `reply-token-${made}`,
    source: { type: 'user', userId: user },
    message: { type: 'text', id: `${made}`, text },
    ...more,
  };
}
