/**
 * What people send besides words, fetched from LINE's data host (docs/line-platform.md §1.4; R#get-content). Not through the
 * SDK: its stream never tells of a connection that breaks half-way and ends the process instead (§4.3).
 */
import type { Content, ContentFailure, ContentLimits, Told } from '../flow/ports.ts';
import { sortRefusal, sortSilence } from './failure.ts';

/** Another host than that of all other calls we make (R#domain-name). */
const DATA_HOST = 'https://api-data.line.me';
/** A message id is a number in decimal (R#wh-text); nothing else goes into an address. */
const MESSAGE_ID = /^\d{1,32}$/;
/** LINE's refusals are a sentence; a proxy's page may be anything. */
const LONGEST_REFUSAL = 65_536;

export interface ContentAccount {
  readonly accessToken: string;
  readonly dataApiBase?: string | undefined;
}

type Fetched = Told<Content, ContentFailure>;

/** Holds no more than twice `maxBytes`, and that only while the pieces become one. */
export async function fetchContent(
  account: ContentAccount,
  messageId: string,
  limits: ContentLimits,
): Promise<Fetched> {
  if (!MESSAGE_ID.test(messageId)) return failed('refused', null, 'not a message id');
  try {
    const path = `/v2/bot/message/${messageId}/content`;
    const response = await fetch(new URL(path, account.dataApiBase ?? DATA_HOST), {
      headers: { authorization: `Bearer ${account.accessToken}`, 'accept-encoding': 'identity' },
      // LINE names no redirects; the token goes to no one else.
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.ms),
    });
    return response.status === 200 ? await told(response, limits.maxBytes) : await refused(response);
  } catch (error) {
    return { kind: 'failed', failure: sortSilence(error) };
  }
}

async function told(response: Response, maxBytes: number): Promise<Fetched> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const bytes = announced > maxBytes ? await dropped(response) : await readUpTo(response, maxBytes);
  if (bytes === null) return failed('too-big', response, `more than ${maxBytes} bytes`);
  const contentType = response.headers.get('content-type') ?? '';
  return { kind: 'told', value: { bytes, contentType } };
}

async function refused(response: Response): Promise<Fetched> {
  const bytes = await readUpTo(response, LONGEST_REFUSAL);
  switch (response.status) {
    case 202:
      return failed('not-ready', response, 'LINE still prepares it');
    case 404:
      return failed('gone', response, 'unknown, or deleted by LINE');
    case 410:
      return failed('gone', response, 'taken back by its sender');
    default: {
      const body = new TextDecoder().decode(bytes ?? undefined);
      const failure = sortRefusal({ status: response.status, body, requestId: requestIdOf(response) });
      return { kind: 'failed', failure };
    }
  }
}

/** Null = there is more: the rest is not fetched and the connection is closed. */
async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the stream.
    if (size > most) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function dropped(response: Response): Promise<null> {
  await response.body?.cancel();
  return null;
}

function failed(reason: ContentFailure['reason'], response: Response | null, message: string): Fetched {
  const status = response?.status ?? null;
  const requestId = response === null ? null : requestIdOf(response);
  return { kind: 'failed', failure: { reason, status, requestId, message } };
}

function requestIdOf(response: Response): string | null {
  return response.headers.get('x-line-request-id');
}
