import { describe, expect, it } from 'vitest';
import type { LineFailureReason } from '../../src/flow/ports.ts';
import { sortRefusal, sortSilence } from '../../src/line/failure.ts';

const refusal = (status: number, message: string, details?: unknown) =>
  sortRefusal({
    status,
    body: JSON.stringify({ message, ...(details ? { details } : {}) }),
    requestId: 'r-1',
  });

describe("LINE's refusals are sorted by what is to be done", () => {
  it.each<[number, string, LineFailureReason]>([
    [400, 'The request body has 2 error(s)', 'refused'],
    [400, 'Invalid reply token', 'invalid-reply-token'],
    [400, 'Failed to send messages', 'dead-target'],
    [
      401,
      'Authentication failed. Confirm that the access token in the authorization header is valid.',
      'unauthorised',
    ],
    [403, 'Access to this API is not available for your account', 'forbidden'],
    [404, 'Not found', 'refused'],
    [410, 'The content is gone', 'refused'],
    [413, 'Payload Too Large', 'refused'],
    [415, 'Unsupported Media Type', 'refused'],
    [429, 'The API rate limit has been exceeded. Try again later.', 'rate-limit'],
    [429, 'You have reached your monthly limit.', 'quota'],
    [429, 'Too many messages have been sent to this user.', 'too-many-to-one'],
    [500, 'The error on the internal server', 'unknown-outcome'],
    [502, '', 'unknown-outcome'],
    [503, '', 'unknown-outcome'],
    [504, '', 'unknown-outcome'],
  ])('%i %s -> %s', (status, message, reason) => {
    expect(refusal(status, message)).toMatchObject({ reason, status, requestId: 'r-1' });
  });

  it('reads the same words in any case', () => {
    expect(refusal(400, 'invalid REPLY token').reason).toBe('invalid-reply-token');
    expect(refusal(429, 'you have reached your MONTHLY LIMIT').reason).toBe('quota');
  });

  it.each([
    ['nothing', ''],
    ['a page of a proxy', '<html>Bad Gateway</html>'],
    ['a JSON text', '"no"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['details of another shape', '{"message":"x","details":"y"}'],
  ])('does not stumble over a body that is %s', (_what, body) => {
    expect(sortRefusal({ status: 502, body, requestId: null }).reason).toBe('unknown-outcome');
    expect(sortRefusal({ status: 400, body, requestId: null }).reason).toBe('refused');
  });
});

describe('no answer at all', () => {
  it.each([
    ['a time-out', Object.assign(new Error('Headers Timeout Error'), { code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ['a reset', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ])('%s may or may not have arrived, and its code is told', (_what, cause) => {
    const failure = sortSilence(new TypeError('fetch failed', { cause }));
    expect(failure).toMatchObject({ reason: 'unknown-outcome', status: null, requestId: null });
    expect(failure.message).toContain(cause.code);
  });

  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('%s came before a connection did: not sent', (code) => {
    const failure = sortSilence(
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }),
    );
    expect(failure).toMatchObject({ reason: 'unreachable', status: null });
  });

  it('takes whatever was thrown', () => {
    for (const thrown of [undefined, null, 'x', 7, {}]) {
      expect(sortSilence(thrown).reason).toBe('unknown-outcome');
    }
  });
});

describe('what is told of a failure', () => {
  const user = `U${'0123456789abcdef'.repeat(2)}`;
  const token = `eyJhbGciOiJIUzI1NiJ9.${'Ab3/+'.repeat(30)}==`;

  it('names the wrong property but never its value', () => {
    const { message } = refusal(400, 'The request body has 1 error(s)', [
      { message: 'ข้อความของสมชาย ยาวเกินไป', property: 'messages[0].contents.body.contents[1].text' },
    ]);
    expect(message).toBe('The request body has 1 error(s) messages[0].contents.body.contents[1].text');
  });

  it('keeps Flex paths readable', () => {
    const { message } = refusal(400, 'A message (messages[0]) in the request body is invalid', [
      { message: 'must be specified', property: '/body/contents/3/contents/0/action/label' },
    ]);
    expect(message).toContain('/body/contents/3/contents/0/action/label');
  });

  it.each([
    ['a user id', `The user ${user} is unknown`, user],
    ['a token', `Invalid token ${token}`, token.slice(30, 90)],
    ['a retry key', 'Key 123e4567-e89b-12d3-a456-426614174000 is bad', '123e4567'],
    ['a text', 'Bad text: O12 เสร็จแล้ว ของนายสมชาย', 'สมชาย'],
  ])('leaves %s out, should LINE quote it', (_what, said, secret) => {
    expect(refusal(400, said).message).not.toContain(secret);
    expect(refusal(400, said).message).not.toBe('');
  });

  it('leaves the words of an error out: they may quote the header with the token, or the body', () => {
    const header = new TypeError(`Headers.append: "Bearer ${token}" is an invalid header value.`);
    const body = new SyntaxError(`Unexpected token 'ส', "สมชาย"... is not valid JSON`);
    for (const error of [header, new TypeError('fetch failed', { cause: header }), body, `${token}`]) {
      const { message } = sortSilence(error);
      expect(message).not.toContain('Bearer');
      expect(message).not.toContain(token.slice(0, 20));
      expect(message).not.toContain('สมชาย');
    }
  });

  it('is short, however long the answer', () => {
    expect(refusal(400, 'word '.repeat(1000)).message.length).toBeLessThanOrEqual(300);
  });
});
