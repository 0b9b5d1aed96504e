import { createBoundedList } from '../bounded-list.ts';
import type { Happening, RequestSeen, WebhookSeen } from '../happenings.ts';
import { isObject, listOf } from '../json.ts';
import type { Problem } from '../problem.ts';
import { checkWebhookBody } from '../webhook-check.ts';

/** One request or webhook as the wire view shows it. */
export interface WireEntry {
  readonly n: number;
  readonly at: number;
  /** `webhook`: LINE to the bot; `request`: the bot to LINE. */
  readonly kind: 'webhook' | 'request';
  readonly method: string;
  readonly path: string;
  /** HTTP status; `timeout` and `refused` when a webhook got none, `none` when a fault left a request unanswered. */
  readonly status: number | 'timeout' | 'refused' | 'none';
  /** Refused by a rule of LINE: to be shown in red. */
  readonly refused: boolean;
  /** Rules broken, with where they stand. */
  readonly problems: readonly Problem[];
  /** A fault ordered here answered, not LINE. */
  readonly injected: boolean;
  /** Webhook: the signature is right. */
  readonly signature?: 'ok' | 'wrong';
  /** Webhook: 1 first, 2 and more redeliveries. */
  readonly attempt?: number;
  /** Webhook: the types of its events. */
  readonly events?: readonly string[];
  readonly retryKey?: string;
  /** LINE's sentence when it refused. */
  readonly message?: string;
}

/** With what went to and fro; left out where many are shown at once. */
export interface WireDetail extends WireEntry {
  readonly body: unknown;
  readonly answer?: unknown;
}

const keptEntries = 1_000;
const firstShown = 200;

export interface Wire {
  /** The entry that a happening makes, kept; undefined when it is none. */
  add(happening: Happening): WireEntry | undefined;
  newest(): readonly WireEntry[];
  /** With bodies, oldest first, those after `n`. */
  after(n: number): readonly WireDetail[];
}

export function createWire(): Wire {
  const kept = createBoundedList<WireDetail>(keptEntries);
  let count = 0;
  return {
    add(happening) {
      const detail =
        happening.kind === 'webhook'
          ? webhookEntry(happening.webhook)
          : happening.kind === 'request' && happening.request.path.startsWith('/v2/')
            ? requestEntry(happening.request)
            : undefined;
      if (detail === undefined) return undefined;
      count += 1;
      const numbered = { n: count, ...detail };
      kept.add(numbered);
      return short(numbered);
    },
    newest: () => kept.all().slice(-firstShown).map(short),
    after: (n) => kept.all().filter((entry) => entry.n > n),
  };
}

function short({ body: _body, answer: _answer, ...entry }: WireDetail): WireEntry {
  return entry;
}

function webhookEntry({ at, body, signed, status, attempt }: WebhookSeen): Omit<WireDetail, 'n'> {
  const parsed = parsedOf(body, 'application/json');
  const problems = checkWebhookBody(parsed);
  const events = listOf(isObject(parsed) ? parsed.events : []).map((event) =>
    isObject(event) ? String(event.type) : '',
  );
  return {
    at,
    kind: 'webhook',
    method: 'POST',
    path: '/webhook',
    status,
    refused: typeof status !== 'number' || status >= 300,
    problems,
    injected: false,
    signature: signed ? 'ok' : 'wrong',
    attempt,
    events,
    body: parsed,
  };
}

function requestEntry(request: RequestSeen): Omit<WireDetail, 'n'> {
  const { at, method, path, answer, injected, retryKey, body, contentType } = request;
  const said = isObject(answer?.body) ? answer.body : {};
  const message = typeof said.message === 'string' ? said.message : undefined;
  const status = answer?.status ?? 'none';
  // 409 is LINE's word for "done already"; 202 and 200 are what was asked for.
  const refused = !injected && typeof status === 'number' && status >= 400 && status !== 409;
  return {
    at,
    kind: 'request',
    method,
    path,
    status,
    refused,
    problems: refused ? (answer?.problems ?? problemsOf(message, said.details)) : [],
    injected,
    ...(retryKey !== undefined && { retryKey }),
    ...(message !== undefined && { message }),
    body: parsedOf(body, contentType),
    ...(answer !== undefined && {
      answer: Buffer.isBuffer(answer.body) ? bytesOf(answer.body) : answer.body,
    }),
  };
}

/** What LINE's own answer tells, where no check of ours named the rule. */
function problemsOf(message: string | undefined, details: unknown): readonly Problem[] {
  const told = listOf(details).filter(isObject);
  const source = 'docs/line-platform.md 2.4';
  if (told.length === 0) return [{ path: '', rule: message ?? '', source }];
  return told.map((detail) => ({ path: String(detail.property), rule: String(detail.message), source }));
}

function parsedOf(body: Buffer, contentType: string): unknown {
  if (body.length === 0) return null;
  if (!contentType.startsWith('application/json')) return bytesOf(body);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return body.toString('utf8');
  }
}

const bytesOf = (body: Buffer) => `${body.length} bytes`;
