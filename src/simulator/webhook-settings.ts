import { type Answer, type Call, invalidBody, notFound, ok, readJson } from './answer.ts';
import type { PlatformClock } from './clock.ts';
import { sign, type WebhookPost, webhookBody } from './webhook-post.ts';
import type { World } from './world.ts';

export interface WebhookSettingsParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly post: WebhookPost;
}

/** GET /v2/bot/channel/webhook/endpoint */
export function getEndpoint({ bot }: Call): Answer {
  return bot.webhookUrl === undefined ? notFound : ok({ endpoint: bot.webhookUrl, active: true });
}

/** PUT /v2/bot/channel/webhook/endpoint. LINE takes https only; plain http is let through here for loopback. */
export function setEndpoint({ world }: WebhookSettingsParts, { bot, body }: Call): Answer {
  const read = readJson(body);
  if ('answer' in read) return read.answer;
  const { endpoint } = read.value;
  if (!isEndpoint(endpoint)) return invalidEndpoint;
  world.setBot(bot.userId, { webhookUrl: endpoint });
  return ok({});
}

/** POST /v2/bot/channel/webhook/test: sends an empty list of events (docs/line-platform.md 1.1, "Verify request"). */
export async function testEndpoint(
  { clock, post }: WebhookSettingsParts,
  { bot, body }: Call,
): Promise<Answer> {
  const read = readJson(body.length === 0 ? Buffer.from('{}') : body);
  if ('answer' in read) return read.answer;
  const endpoint = read.value.endpoint ?? bot.webhookUrl;
  if (!isEndpoint(endpoint)) return invalidEndpoint;
  const raw = webhookBody(bot, []);
  const timestamp = new Date(clock.now()).toISOString();
  const status = await post.post(endpoint, raw, sign(bot.secret, raw));
  if (status === 'timeout') {
    return ok({
      success: false,
      timestamp,
      statusCode: 0,
      reason: 'REQUEST_TIMEOUT',
      detail: 'Request timeout',
    });
  }
  if (status === 'refused') {
    return ok({
      success: false,
      timestamp,
      statusCode: 0,
      reason: 'COULD_NOT_CONNECT',
      detail: 'Connection refused',
    });
  }
  const success = status === 200;
  const reason = success ? 'OK' : 'ERROR_STATUS_CODE';
  return ok({ success, timestamp, statusCode: status, reason, detail: String(status) });
}

const invalidEndpoint = invalidBody([{ message: 'Invalid webhook endpoint URL', property: 'endpoint' }]);

/** At most 500 characters (docs/line-platform.md 1.1). */
function isEndpoint(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 500 && /^https?:/.test(value) && URL.canParse(value);
}
