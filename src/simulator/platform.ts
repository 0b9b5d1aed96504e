import { createServer } from 'node:http';
import express, { type Router } from 'express';
import type { PlatformClock } from './clock.ts';
import { type Comings, createComings } from './comings.ts';
import { type Content, createContents } from './contents.ts';
import { addControl } from './control.ts';
import { createDelivery, type Delivered, type DeliverOptions, type Hold } from './delivery.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHappenings, type Happenings } from './happenings.ts';
import { createApi, endApi, type HttpParts, listen } from './http-server.ts';
import { createIds } from './ids.ts';
import { createPeople, type People } from './people.ts';
import { createQuota } from './quota.ts';
import { createRateLimits } from './rate-limits.ts';
import { type Accepted, createRecord, type Record_ } from './record.ts';
import { createReplyTokens } from './reply-tokens.ts';
import { createRetryKeys } from './retry-keys.ts';
import { createRichMenus, type RichMenus } from './rich-menus.ts';
import { createRoutes } from './routes.ts';
import { createWebhookPost } from './webhook-post.ts';
import { createWorld, type World } from './world.ts';

export type { PlatformClock } from './clock.ts';
export type { ConversationEntry, Place } from './conversation.ts';
export type { Delivered, DeliverOptions, Hold } from './delivery.ts';
export type { Fault, Faults } from './faults.ts';
export type { Accepted, Record_, Refused, WebhookAttempt } from './record.ts';
export type { Bot, Group, NewBot, World } from './world.ts';

/** A LINE Platform on this machine: the Messaging API over HTTP, and people who write to the bots. */
export interface Platform extends People, Comings {
  readonly world: World;
  readonly record: Record_;
  readonly faults: Faults;
  /** Starts the API and returns its base URL, for both LINE_API_BASE and LINE_DATA_API_BASE. */
  listen(port?: number, host?: string): Promise<string>;
  /** Stops at once: cuts every connection, hanging ones too, and gives up waiting redeliveries. */
  close(): Promise<void>;
  /** Delivers events as they are: several in one body, repeated, in any order. */
  deliver(bot: string, events: readonly unknown[], options?: DeliverOptions): Promise<Delivered>;
  /** Keeps a bot's events back, to release them late, together or out of order. */
  hold(bot: string): Hold;
  /** Redeliveries that wait for the clock. */
  waiting(): number;
  /** Webhooks the bot has not answered yet, redeliveries included. */
  posting(): number;
  /** What the bot used of this month's quota. */
  quotaUsed(bot: string): number;
  /** A file somebody sent, by its message; undefined when gone or unknown. */
  content(messageId: string): Content | undefined;
  readonly richMenus: RichMenus;
  /** Tells of everything that is no line of a chat: requests, webhooks, changes. */
  readonly happenings: Pick<Happenings, 'watch'>;
  /** Adds pages to the server, behind the API. */
  mount(pages: Router): void;
  /** Called after something was accepted and before the answer is written; awaited. Returns its own end. */
  onAccepted(fn: (accepted: Accepted) => void | Promise<void>): () => void;
}

export interface PlatformOptions {
  readonly clock: PlatformClock;
  /** Entries kept in each list of the record; default 100,000. */
  readonly recordCap?: number;
  /** Lines kept per chat; default 10,000. */
  readonly conversationCap?: number;
  /** Files kept for download; default 1,000. */
  readonly contentCap?: number;
  /** LINE's rate limits, on `clock`; default on. Switch off to send a lot on a clock that stands still. */
  readonly rateLimits?: boolean;
  /** Real milliseconds a webhook may take; default LINE's 2,000 (docs/line-platform.md 1.1). */
  readonly webhookTimeoutMs?: number;
  /** 0..1 for faults with a rate; default Math.random. */
  readonly random?: () => number;
}

/** Makes an empty platform that does not listen yet. */
export function createPlatform(options: PlatformOptions): Platform {
  const { clock } = options;
  const ids = createIds();
  const happenings = createHappenings();
  const world = createWorld(ids, options.conversationCap ?? 10_000, happenings);
  const record = createRecord(options.recordCap ?? 100_000);
  const faults = createFaults(options.random ?? Math.random);
  const replyTokens = createReplyTokens();
  const retryKeys = createRetryKeys();
  const quota = createQuota();
  const richMenus = createRichMenus(happenings);
  const contents = createContents(options.contentCap ?? 1_000);
  const post = createWebhookPost(options.webhookTimeoutMs ?? 2_000);
  const delivery = createDelivery({ clock, world, record, replyTokens, post, happenings });
  const peopleParts = { clock, world, ids, contents, delivery, richMenus };
  const people = createPeople(peopleParts);
  const comings = createComings(peopleParts);
  const hooks = new Set<(accepted: Accepted) => void | Promise<void>>();

  const httpParts: HttpParts = {
    clock,
    world,
    ids,
    faults,
    record,
    happenings,
    rateLimits: options.rateLimits === false ? undefined : createRateLimits(),
    async accepted(entries) {
      for (const entry of entries) for (const fn of hooks) await fn(entry);
    },
  };
  const closing = new AbortController();
  const app = createApi(
    httpParts,
    createRoutes({
      sending: { clock, world, ids, replyTokens, retryKeys, quota },
      lookUp: { clock, world, quota },
      settings: { clock, world, post },
      contents,
      comings,
      menus: { richMenus, world },
      loading: { world, happenings },
    }),
    closing.signal,
  );
  const server = createServer(app);

  const platform: Platform = {
    ...people,
    ...comings,
    world,
    record,
    faults,
    listen: (port = 0, host = '127.0.0.1') => listen(server, port, host),
    close() {
      closing.abort();
      delivery.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
    deliver: delivery.deliver,
    hold: delivery.hold,
    waiting: delivery.waiting,
    posting: post.underWay,
    quotaUsed: (bot) => quota.used(bot, clock.now()),
    content: contents.read,
    richMenus,
    happenings,
    mount(pages) {
      doors.use(pages);
    },
    onAccepted(fn) {
      hooks.add(fn);
      return () => hooks.delete(fn);
    },
  };
  addControl(app, platform);
  const doors = express.Router();
  app.use(doors);
  endApi(app, httpParts);
  return platform;
}
