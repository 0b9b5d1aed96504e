import { minute, type PlatformClock, second } from './clock.ts';
import { asRedelivery, chatOf } from './events.ts';
import type { Happenings } from './happenings.ts';
import { isObject } from './json.ts';
import type { RecordKeeper, WebhookStatus } from './record.ts';
import type { ReplyTokens } from './reply-tokens.ts';
import { sign, type WebhookPost, webhookBody } from './webhook-post.ts';
import type { Bot, World } from './world.ts';

export interface Delivered {
  /**
   * `nothing`: no webhook was due (a uri was pressed, the sender blocked the bot, no webhook URL is set); `held`: kept back
   * until released.
   */
  readonly outcome: 'accepted' | 'failed' | 'nothing' | 'held';
  /** The events as first sent. */
  readonly events: readonly unknown[];
  /** The answer to each try, redeliveries included. */
  readonly statuses: readonly WebhookStatus[];
  /** Id of the message a person sent, where the event is one. */
  readonly messageId?: string;
}

export interface DeliverOptions {
  /** Sends the same body this many times more at once, as network routing may (docs/line-platform.md 1.1). */
  readonly duplicates?: number;
  /** Replaces the signature, to play somebody who does not know the secret. */
  readonly signature?: string;
  /** Resolves after the first try, or at once when held; redeliveries go on behind it. */
  readonly firstTryOnly?: boolean;
}

/** Events kept back since `hold`. */
export interface Hold {
  readonly events: () => readonly unknown[];
  /** Sends what was held, in the order given by `order` (default: as it happened), one body each or all in one. */
  release(options?: {
    readonly order?: (events: readonly unknown[]) => readonly unknown[];
    readonly together?: boolean;
    /** Goes on to the next body after the first try. */
    readonly firstTryOnly?: boolean;
  }): Promise<readonly Delivered[]>;
}

export interface Delivery {
  deliver(bot: string, events: readonly unknown[], options?: DeliverOptions): Promise<Delivered>;
  /** Keeps the bot's events back until released, to send them late, together or out of order. */
  hold(bot: string): Hold;
  /** Redeliveries waiting for their time. */
  waiting(): number;
  stop(): void;
}

/** Gaps between tries. LINE does not publish its own (docs/line-platform.md 1.1); these grow and end after ten tries. */
const gaps = [10 * second, 30 * second, ...[1, 5, 5, 10, 10, 15, 15].map((minutes) => minutes * minute)];

export interface DeliveryParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly record: RecordKeeper;
  readonly replyTokens: ReplyTokens;
  readonly post: WebhookPost;
  readonly happenings: Pick<Happenings, 'tell'>;
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const held = new Map<string, HeldEvents[]>();
  const waits = new Set<{ readonly end: (go: boolean) => void }>();
  let stopped = false;

  function wait(ms: number): Promise<boolean> {
    if (stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      const entry = {
        end(go: boolean) {
          waits.delete(entry);
          cancel();
          resolve(go);
        },
      };
      const cancel = parts.clock.after(ms, () => entry.end(true));
      waits.add(entry);
    });
  }

  async function run(botId: string, events: readonly unknown[], options: DeliverOptions): Promise<Delivered> {
    const first = await tryFrom(botId, events, 1, [], options);
    if (first.outcome !== 'failed') return first;
    const rest = again(botId, events, first, options);
    return options.firstTryOnly ? first : rest;
  }

  /** One try; `before` are the answers to the tries before it. */
  async function tryFrom(
    botId: string,
    events: readonly unknown[],
    attempt: number,
    before: readonly WebhookStatus[],
    options: DeliverOptions,
  ): Promise<Delivered> {
    const bot = parts.world.bot(botId);
    if (bot.webhookUrl === undefined) return { outcome: 'nothing', events, statuses: before };
    const sent = attempt === 1 ? events : events.map(asRedelivery);
    const status = await tryOnce(parts, bot, bot.webhookUrl, sent, attempt, options);
    return { outcome: isAccepted(status) ? 'accepted' : 'failed', events, statuses: [...before, status] };
  }

  async function again(
    botId: string,
    events: readonly unknown[],
    first: Delivered,
    options: DeliverOptions,
  ): Promise<Delivered> {
    let last = first;
    for (const [index, gap] of gaps.entries()) {
      if (!parts.world.bot(botId).redelivery || !(await wait(gap))) return last;
      last = await tryFrom(botId, events, index + 2, last.statuses, options);
      if (last.outcome !== 'failed') return last;
    }
    return last;
  }

  return {
    deliver(bot, events, options = {}) {
      const queue = held.get(bot);
      if (queue === undefined) return run(bot, events, options);
      if (options.firstTryOnly) {
        queue.push({ events, resolve: () => {} });
        return Promise.resolve({ outcome: 'held', events, statuses: [] });
      }
      return new Promise((resolve) => queue.push({ events, resolve }));
    },
    hold(bot) {
      const queue = held.get(bot) ?? [];
      held.set(bot, queue);
      return {
        events: () => queue.flatMap(({ events }) => events),
        release(options = {}) {
          if (held.get(bot) === queue) held.delete(bot);
          return releaseHeld(queue.splice(0), options, (events) =>
            run(bot, events, { firstTryOnly: options.firstTryOnly === true }),
          );
        },
      };
    },
    waiting: () => waits.size,
    stop() {
      stopped = true;
      for (const { end } of [...waits]) end(false);
      parts.post.stop();
      for (const queue of held.values()) {
        for (const { events, resolve } of queue.splice(0))
          resolve({ outcome: 'nothing', events, statuses: [] });
      }
    },
  };
}

interface HeldEvents {
  readonly events: readonly unknown[];
  readonly resolve: (delivered: Delivered) => void;
}

async function releaseHeld(
  queue: readonly HeldEvents[],
  options: Parameters<Hold['release']>[0] & object,
  run: (events: readonly unknown[]) => Promise<Delivered>,
): Promise<readonly Delivered[]> {
  const all = queue.flatMap(({ events }) => events);
  const ordered = options.order?.(all) ?? all;
  const bodies = options.together ? [ordered] : ordered.map((event) => [event]);
  const results: Delivered[] = [];
  for (const body of bodies) results.push(await run(body));
  for (const { events, resolve } of queue) {
    const own = results.find((result) => result.events.includes(events[0]));
    resolve(own ?? { outcome: 'nothing', events, statuses: [] });
  }
  return results;
}

async function tryOnce(
  { clock, record, replyTokens, post, happenings }: DeliveryParts,
  bot: Bot,
  url: string,
  events: readonly unknown[],
  attempt: number,
  { duplicates = 0, signature }: DeliverOptions,
): Promise<WebhookStatus> {
  const body = webhookBody(bot, events);
  const at = clock.now();
  for (const event of events) {
    const to = isObject(event) ? chatOf(event) : undefined;
    if (!isObject(event) || to === undefined || typeof event.replyToken !== 'string') continue;
    const eventAt = typeof event.timestamp === 'number' ? event.timestamp : at;
    replyTokens.received(event.replyToken, { bot: bot.userId, to, eventAt }, at, isRedelivered(event));
  }
  const copies = Array.from({ length: attempt === 1 ? 1 + duplicates : 1 }, async () => {
    const right = sign(bot.secret, body);
    const used = signature ?? right;
    const status = await post.post(url, body, used);
    record.addWebhook({ at, bot: bot.userId, status, events, attempt });
    happenings.tell({
      kind: 'webhook',
      webhook: { at, bot: bot.userId, body, signed: used === right, status, attempt },
    });
    return status;
  });
  const statuses = await Promise.all(copies);
  return statuses.find(isAccepted) ?? statuses[0] ?? 'refused';
}

function isRedelivered(event: { readonly deliveryContext?: unknown }): boolean {
  return isObject(event.deliveryContext) && event.deliveryContext.isRedelivery === true;
}

/** Any 2xx stops redelivery (docs/line-platform.md 1.1). */
function isAccepted(status: WebhookStatus): boolean {
  return typeof status === 'number' && status >= 200 && status < 300;
}
