import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import type { LineFailureReason, Sent } from '../../src/flow/ports.ts';
import { createLine } from '../../src/line/client.ts';

const LINE = 'https://api.line.me';
const KEY = '123e4567-e89b-42d3-a456-426614174000';
const USER = `U${'a1'.repeat(16)}`;
const GROUP = `C${'b2'.repeat(16)}`;
const HELLO: Outgoing[] = [{ type: 'text', text: 'บันทึก O12 เสร็จแล้ว ค่ะ 🙏' }];
const line = createLine({ accessToken: 'token-1' });

beforeEach(() => {
  nock.disableNetConnect();
});

afterEach(() => {
  const forgotten = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(forgotten).toEqual([]);
});

/** A 501 is nock's own "nobody answers this": a mistake of the test, never an answer of LINE. */
function checked(sent: Sent): Sent {
  if (sent.kind === 'failed') expect(sent.failure.status, sent.failure.message).not.toBe(501);
  return sent;
}

const push = async (messages = HELLO) => checked(await line.push(USER, KEY, messages));
const reply = async () => checked(await line.reply('reply-token', HELLO));
const onPush = () => nock(LINE).post('/v2/bot/message/push');
const onReply = () => nock(LINE).post('/v2/bot/message/reply');

describe('push', () => {
  it('sends receiver, messages, bearer token and the retry key', async () => {
    nock(LINE)
      .post('/v2/bot/message/push', {
        to: USER,
        messages: [{ type: 'text', text: 'บันทึก O12 เสร็จแล้ว ค่ะ 🙏' }],
      })
      .matchHeader('X-Line-Retry-Key', KEY)
      .matchHeader('Authorization', 'Bearer token-1')
      .matchHeader('Content-Type', /^application\/json/)
      .reply(200, { sentMessages: [] }, { 'x-line-request-id': 'request-7' });
    expect(await push()).toEqual({ kind: 'accepted', requestId: 'request-7' });
  });

  it('sends Flex contents and quick replies as they are', async () => {
    const message: Outgoing = {
      type: 'flex',
      altText: 'การ์ด',
      contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [] } },
      quickReply: {
        items: [
          {
            type: 'action',
            action: { type: 'postback', label: 'ปุ่ม', data: 'do=progress', displayText: 'ภาพรวม' },
          },
        ],
      },
    };
    nock(LINE)
      .post('/v2/bot/message/push', (body) => {
        expect(body).toEqual({ to: USER, messages: [message] });
        return true;
      })
      .reply(200, {});
    expect((await push([message])).kind).toBe('accepted');
  });

  it('takes 409 for accepted, and tells the request that was', async () => {
    onPush().reply(
      409,
      { message: 'The retry key is already accepted' },
      { 'x-line-accepted-request-id': 'request-1', 'x-line-request-id': 'request-2' },
    );
    expect(await push()).toEqual({ kind: 'accepted', requestId: 'request-1' });
  });
});

describe('reply', () => {
  it('sends the token and no retry key: LINE refuses one there', async () => {
    nock(LINE, { badheaders: ['x-line-retry-key'] })
      .post('/v2/bot/message/reply', (body) => {
        expect(body).toMatchObject({ replyToken: 'reply-token', messages: [{ type: 'text' }] });
        return true;
      })
      .reply(200, { sentMessages: [] }, { 'x-line-request-id': 'request-8' });
    expect(await reply()).toEqual({ kind: 'accepted', requestId: 'request-8' });
  });

  it('tells a used token', async () => {
    onReply().reply(400, { message: 'Invalid reply token' }, { 'x-line-request-id': 'request-9' });
    expect(await reply()).toEqual({
      kind: 'failed',
      failure: {
        reason: 'invalid-reply-token',
        status: 400,
        requestId: 'request-9',
        message: 'Invalid reply token',
      },
    });
  });
});

describe('what goes wrong is a value with its reason', () => {
  it.each<[number, string, LineFailureReason]>([
    [400, 'Failed to send messages', 'dead-target'],
    [400, 'The request body has 1 error(s)', 'refused'],
    [401, 'Authentication failed', 'unauthorised'],
    [403, 'Access to this API is not available for your account', 'forbidden'],
    [413, 'Payload too large', 'refused'],
    [429, 'The API rate limit has been exceeded. Try again later.', 'rate-limit'],
    [429, 'You have reached your monthly limit.', 'quota'],
    [429, 'Too many messages', 'too-many-to-one'],
    [500, 'Internal server error', 'unknown-outcome'],
    [503, 'Service unavailable', 'unknown-outcome'],
  ])('%i %s -> %s, with the request id', async (status, message, reason) => {
    onPush().reply(status, { message }, { 'x-line-request-id': 'request-3' });
    const sent = await push();
    expect(sent).toMatchObject({ kind: 'failed', failure: { reason, status, requestId: 'request-3' } });
  });

  it('a page of a proxy instead of JSON', async () => {
    onPush().reply(502, '<html>Bad Gateway</html>', { 'content-type': 'text/html' });
    expect(await push()).toMatchObject({
      kind: 'failed',
      failure: { reason: 'unknown-outcome', status: 502, requestId: null },
    });
  });

  it('a connection that breaks: it may have arrived', async () => {
    onPush().replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    expect(await push()).toMatchObject({
      kind: 'failed',
      failure: { reason: 'unknown-outcome', status: null },
    });
  });

  it('200 with a broken body: it may have arrived, and the body is not told', async () => {
    onPush().reply(200, 'สมชาย {', { 'content-type': 'application/json' });
    const sent = await push();
    expect(sent).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
    expect(JSON.stringify(sent)).not.toContain('สมชาย');
  });

  it('a token no header can carry, and it is not told', async () => {
    const broken = createLine({ accessToken: 'geheim\nโทเคน' });
    const sent = await broken.push(USER, KEY, HELLO);
    expect(sent.kind).toBe('failed');
    expect(JSON.stringify(sent)).not.toContain('geheim');
  });

  it('never tells the receiver, the text or the token', async () => {
    onPush().reply(400, {
      message: `Bad request of ${USER}`,
      details: [{ message: HELLO[0]?.type === 'text' ? HELLO[0].text : '', property: 'to' }],
    });
    const said = JSON.stringify(await push());
    for (const secret of [USER, 'บันทึก', 'token-1']) expect(said).not.toContain(secret);
  });
});

describe('questions', () => {
  it('who the bot is', async () => {
    nock(LINE)
      .get('/v2/bot/info')
      .matchHeader('Authorization', 'Bearer token-1')
      .reply(200, { userId: USER, displayName: 'น้องไอต้า', basicId: '@ita' });
    expect(await line.bot()).toEqual({
      kind: 'told',
      value: { userId: USER, name: 'น้องไอต้า', basicId: '@ita' },
    });
  });

  it('the month: allowed and used', async () => {
    nock(LINE).get('/v2/bot/message/quota').reply(200, { type: 'limited', value: 300 });
    nock(LINE).get('/v2/bot/message/quota/consumption').reply(200, { totalUsage: 41 });
    expect(await line.quota()).toEqual({ kind: 'told', value: { limit: 300, used: 41 } });
  });

  it('the month without a limit', async () => {
    nock(LINE).get('/v2/bot/message/quota').reply(200, { type: 'none' });
    nock(LINE).get('/v2/bot/message/quota/consumption').reply(200, { totalUsage: 41 });
    expect(await line.quota()).toEqual({ kind: 'told', value: { limit: null, used: 41 } });
  });

  it('how many people a group has', async () => {
    const path = `/v2/bot/group/${GROUP}/members/count`;
    nock(LINE).get(path).reply(200, { count: 25 });
    expect(await line.groupSize(GROUP)).toEqual({ kind: 'told', value: 25 });
    nock(LINE).get(path).reply(404, { message: 'Not found' });
    expect(await line.groupSize(GROUP)).toMatchObject({ kind: 'failed', failure: { status: 404 } });
    nock(LINE).get(path).reply(200, {});
    expect((await line.groupSize(GROUP)).kind).toBe('failed');
  });

  it('the webhook address, and a test of it', async () => {
    nock(LINE)
      .get('/v2/bot/channel/webhook/endpoint')
      .reply(200, { endpoint: 'https://dontawan.example.org/webhook', active: true });
    nock(LINE).post('/v2/bot/channel/webhook/test').reply(200, {
      success: false,
      timestamp: 'x',
      statusCode: 401,
      reason: 'ERROR_STATUS_CODE',
      detail: '',
    });
    expect(await line.webhook()).toEqual({
      kind: 'told',
      value: { endpoint: 'https://dontawan.example.org/webhook', active: true },
    });
    expect(await line.testWebhook()).toEqual({
      kind: 'told',
      value: { success: false, reason: 'ERROR_STATUS_CODE' },
    });
  });

  it('an answer that does not come is a value too', async () => {
    nock(LINE).get('/v2/bot/info').reply(401, { message: 'Authentication failed' });
    nock(LINE).get('/v2/bot/message/quota').replyWithError('down');
    nock(LINE).get('/v2/bot/message/quota/consumption').reply(200, { totalUsage: 1 });
    expect(await line.bot()).toMatchObject({ kind: 'failed', failure: { reason: 'unauthorised' } });
    expect(await line.quota()).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
  });
});
