import type { LineFailure, LineFailureReason } from '../flow/ports.ts';

/** What LINE answered when it was not a 2xx. */
export interface Refused {
  readonly status: number;
  readonly body: string;
  readonly requestId: string | null;
}

/**
 * Sorts LINE's answers by what is to be done (`docs/line-platform.md` §2.4). The three 429s differ only in their words. 409 is
 * not here: the key was accepted before, so it is a success.
 */
export function sortRefusal({ status, body, requestId }: Refused): LineFailure {
  const message = messageIn(body);
  return { reason: reasonOf(status, message), status, requestId, message };
}

/** Errors that come before a connection does: nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** No answer at all: time-out, reset, name not found. It may or may not have arrived. */
export function sortSilence(error: unknown): LineFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // Name and code only: the words of an error may quote a header (the token) or the body.
  const name = cause instanceof Error ? cause.name : 'no answer';
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
  const reason = NEVER_CONNECTED.has(code.trim()) ? 'unreachable' : 'unknown-outcome';
  return { reason, status: null, requestId: null, message: `${name}${code}` };
}

function reasonOf(status: number, message: string): LineFailureReason {
  if (status >= 500) return 'unknown-outcome';
  switch (status) {
    case 400:
      if (/invalid reply token/i.test(message)) return 'invalid-reply-token';
      return /failed to send messages/i.test(message) ? 'dead-target' : 'refused';
    case 401:
      return 'unauthorised';
    case 403:
      return 'forbidden';
    case 429:
      if (/monthly limit/i.test(message)) return 'quota';
      return /rate limit/i.test(message) ? 'rate-limit' : 'too-many-to-one';
    default:
      return 'refused';
  }
}

/** LINE's sentences are English and short; ids, tokens and what people write look otherwise. */
const NOT_LINES_WORDS = /[^\x20-\x7e]+|[0-9a-z+=_-]{24,}|[0-9a-z+/=_-]{100,}/gi;
const LONGEST_MESSAGE = 300;

/** LINE's sentence, and which property was wrong; never the values, which may be a person's words. */
function messageIn(body: string): string {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read !== 'object' || read === null || !('message' in read)) return '';
    const details = 'details' in read && Array.isArray(read.details) ? read.details : [];
    const where = details.map((one: unknown) =>
      typeof one === 'object' && one !== null && 'property' in one ? String(one.property) : '',
    );
    const said = [String(read.message), ...where].filter((part) => part !== '').join(' ');
    return said.replace(NOT_LINES_WORDS, '…').slice(0, LONGEST_MESSAGE);
  } catch {
    return '';
  }
}
