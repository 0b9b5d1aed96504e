/** Fetching what people sent: what LINE may answer, as nock plays it. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLine } from '../../src/line/client.ts';

const ID = '354718705033693880';
const PATH = `/v2/bot/message/${ID}/content`;
const LIMITS = { maxBytes: 1_000, ms: 5_000 };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const line = createLine({ accessToken: 'token-1' });
const content = (limits = LIMITS) => line.content(ID, limits);
const onContent = () => nock('https://api-data.line.me').get(PATH);

beforeEach(() => {
  nock.disableNetConnect();
});

afterEach(() => {
  const forgotten = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(forgotten).toEqual([]);
});

it('asks the data host with the token, and gives bytes and type as they came', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
  onContent().matchHeader('Authorization', 'Bearer token-1').reply(200, bytes, { 'content-type': DOCX });
  const told = await content();
  expect(told).toMatchObject({ kind: 'told', value: { contentType: DOCX } });
  if (told.kind === 'told') expect([...told.value.bytes]).toEqual([...bytes]);
});

it('asks another host where one is set', async () => {
  nock('https://line.example.org').get(PATH).reply(200, 'ก');
  const other = createLine({ accessToken: 'token-1', dataApiBase: 'https://line.example.org' });
  expect(await other.content(ID, LIMITS)).toMatchObject({ kind: 'told', value: { contentType: '' } });
});

it('takes a file without a byte', async () => {
  onContent().reply(200, '');
  expect(await content()).toMatchObject({ kind: 'told', value: { bytes: new Uint8Array() } });
});

describe('the limit', () => {
  it('is the last byte that may come', async () => {
    onContent().reply(200, Buffer.alloc(1_000));
    expect((await content()).kind).toBe('told');
  });

  it.each<[string, Record<string, string>]>([
    ['LINE says the size', { 'content-length': '1001' }],
    ['LINE does not', {}],
  ])('refuses one byte more, where %s', async (_what, headers) => {
    onContent().reply(200, Buffer.alloc(1_001), { ...headers, 'x-line-request-id': 'request-5' });
    expect(await content()).toEqual({
      kind: 'failed',
      failure: {
        reason: 'too-big',
        status: 200,
        requestId: 'request-5',
        message: 'more than 1000 bytes',
      },
    });
  });
});

describe('what goes wrong is a value with its reason', () => {
  it.each([
    [202, '', 'not-ready'],
    [204, '', 'refused'],
    [302, '', 'refused'],
    [400, 'Bad request', 'refused'],
    [401, 'Authentication failed', 'unauthorised'],
    [403, 'Access to this API is not available for your account', 'forbidden'],
    [404, 'Not found', 'gone'],
    [410, 'The content is gone', 'gone'],
    [429, 'The API rate limit has been exceeded. Try again later.', 'rate-limit'],
    [500, 'Internal server error', 'unknown-outcome'],
  ])('%i %s -> %s, with the request id', async (status, message, reason) => {
    const body = message === '' ? undefined : { message };
    onContent().reply(status, body, { 'x-line-request-id': 'request-3' });
    expect(await content()).toMatchObject({
      kind: 'failed',
      failure: { reason, status, requestId: 'request-3' },
    });
  });

  it('a page of a proxy instead of a sentence, however long', async () => {
    onContent().reply(502, '<p>'.repeat(100_000));
    expect(await content()).toMatchObject({
      kind: 'failed',
      failure: { reason: 'unknown-outcome', status: 502, message: '' },
    });
  });

  it('a connection that breaks', async () => {
    onContent().replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    expect(await content()).toMatchObject({ failure: { reason: 'unknown-outcome', status: null } });
  });

  it('never tells the token', async () => {
    const broken = createLine({ accessToken: 'geheim\nโทเคน' });
    const said = await broken.content(ID, LIMITS);
    expect(said.kind).toBe('failed');
    expect(JSON.stringify(said)).not.toContain('geheim');
  });
});

it.each([
  '',
  '../../info',
  '1/2',
  '1?a',
  '1 ',
  ' 1',
  '1\n',
  '-1',
  '1e3',
  '๑๒',
  '1'.repeat(33),
  '%31',
])('what is no message id (%j) goes into no address', async (id) => {
  expect(await line.content(id, LIMITS)).toEqual({
    kind: 'failed',
    failure: { reason: 'refused', status: null, requestId: null, message: 'not a message id' },
  });
});
