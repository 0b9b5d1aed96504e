import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/** Makes every identifier the platform hands out, in LINE's shapes (docs/line-platform.md 1.2, 1.4). */
export interface Ids {
  user(): string;
  group(): string;
  replyToken(): string;
  /** A ULID whose time part is `at` (epoch ms). */
  event(at: number): string;
  message(): string;
  request(): string;
  readToken(): string;
  /** Reusable and good only inside this chat; `chat` is the platform's chat key. */
  quoteToken(chat: string): string;
  quoteTokenIsOf(token: string, chat: string): boolean;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createIds(): Ids {
  let messages = 0;
  const quoteKey = randomBytes(16);
  const markOf = (chat: string) =>
    createHmac('sha256', quoteKey).update(chat).digest('base64url').slice(0, 12);
  return {
    user: () => `U${randomBytes(16).toString('hex')}`,
    group: () => `C${randomBytes(16).toString('hex')}`,
    replyToken: () => randomBytes(16).toString('hex'),
    event: (at) => timePart(at) + randomPart(),
    message: () => `46878957${String(++messages).padStart(10, '0')}`,
    request: () => randomUUID(),
    readToken: () => randomBytes(18).toString('base64url'),
    quoteToken: (chat) => `q3${markOf(chat)}${randomBytes(9).toString('base64url')}`,
    quoteTokenIsOf: (token, chat) => token.startsWith(`q3${markOf(chat)}`),
  };
}

function timePart(at: number): string {
  let rest = at;
  let text = '';
  for (let place = 0; place < 10; place++) {
    text = crockford.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(): string {
  return [...randomBytes(16)].map((byte) => crockford.charAt(byte % 32)).join('');
}
