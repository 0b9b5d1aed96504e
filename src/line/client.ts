/** LINE's Messaging API through the official SDK, which knows no time-outs and throws: both are mended here. */
import { HTTPFetchError, LineBotClient, type messagingApi } from '@line/bot-sdk';
import { Agent, setGlobalDispatcher } from 'undici';
import type { Line, LineFailure, Outgoing, Sent, Told } from '../flow/ports.ts';
import { fetchContent } from './content.ts';
import { sortRefusal, sortSilence } from './failure.ts';

/** A reply token lives a minute: two tries and what lies between must fit. */
const TIMEOUT_MS = 10_000;

export interface LineAccount {
  readonly accessToken: string;
  readonly apiBase?: string | undefined;
  readonly dataApiBase?: string | undefined;
}

let timed = false;

/**
 * The SDK calls the built-in fetch without a signal: a hanging LINE would hang us. The process-wide dispatcher is the one
 * place where it can be given a time-out. The first call counts: a test that cannot wait calls before `createLine` does.
 */
export function giveFetchTimeouts(ms = TIMEOUT_MS): void {
  if (timed) return;
  timed = true;
  const timeouts = { headersTimeout: ms, bodyTimeout: ms, connect: { timeout: ms } };
  setGlobalDispatcher(new Agent({ ...timeouts, connections: 32 }));
}

export function createLine(account: LineAccount): Line {
  giveFetchTimeouts();
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: account.accessToken,
    ...(account.apiBase === undefined ? {} : { apiBaseURL: account.apiBase }),
    ...(account.dataApiBase === undefined ? {} : { dataApiBaseURL: account.dataApiBase }),
  });
  return {
    reply: (token, messages) =>
      send(() => client.replyMessageWithHttpInfo({ replyToken: token, messages: forSdk(messages) })),
    push: (to, key, messages) =>
      send(() => client.pushMessageWithHttpInfo({ to, messages: forSdk(messages) }, key)),
    bot: () =>
      tell(async () => {
        const { userId, displayName, basicId } = await client.getBotInfo();
        // An answer without it (a proxy's, a captive portal's) would make every webhook look like another bot's.
        if (typeof userId !== 'string' || userId === '') throw new Error('the answer names no bot');
        return { userId, name: displayName, basicId };
      }),
    quota: () =>
      tell(async () => {
        const [quota, used] = await Promise.all([
          client.getMessageQuota(),
          client.getMessageQuotaConsumption(),
        ]);
        return { limit: quota.type === 'limited' ? (quota.value ?? null) : null, used: used.totalUsage };
      }),
    groupSize: (lineGroup) =>
      tell(async () => {
        const { count } = await client.getGroupMemberCount(lineGroup);
        if (!Number.isSafeInteger(count) || count < 0) throw new Error('the answer holds no count');
        return count;
      }),
    webhook: () => tell(() => client.getWebhookEndpoint()),
    content: (messageId, limits) => fetchContent(account, messageId, limits),
    testWebhook: () =>
      tell(async () => {
        const { success, reason } = await client.testWebhookEndpoint({});
        return { success: success ?? false, reason };
      }),
  };
}

/** Text and quick replies are checked by the compiler; Flex contents come from templates that tests check against LINE's OpenAPI. */
function forSdk(messages: readonly Outgoing[]): messagingApi.Message[] {
  return messages.map(({ quickReply, ...message }) => {
    const replies = quickReply === undefined ? {} : { quickReply: { items: [...quickReply.items] } };
    if (message.type === 'text') return { ...message, ...replies };
    return { ...message, contents: message.contents as unknown as messagingApi.FlexContainer, ...replies };
  });
}

async function send(call: () => Promise<{ readonly httpResponse: Response }>): Promise<Sent> {
  try {
    const { httpResponse } = await call();
    return { kind: 'accepted', requestId: httpResponse.headers.get('x-line-request-id') };
  } catch (error) {
    // 409: LINE took the message at an earlier try with the same retry key (`docs/line-platform.md` §2.4).
    if (error instanceof HTTPFetchError && error.status === 409) {
      return { kind: 'accepted', requestId: error.headers.get('x-line-accepted-request-id') };
    }
    return { kind: 'failed', failure: failureOf(error) };
  }
}

async function tell<T>(ask: () => Promise<T>): Promise<Told<T>> {
  try {
    return { kind: 'told', value: await ask() };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

function failureOf(error: unknown): LineFailure {
  if (!(error instanceof HTTPFetchError)) return sortSilence(error);
  const { status, body, headers } = error;
  return sortRefusal({ status, body, requestId: headers.get('x-line-request-id') });
}
