/**
 * Bots that break one promise each, by wrapping what the real one is put together from. The crash test must find out every
 * one of them, or it proves nothing about the real one.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutboxMessage, Store } from '../../src/flow/ports.ts';

export const FLAWS = [
  /** Says 200 before anything is kept. */
  'answers-first',
  /** No outbox: sends, then keeps. */
  'sends-first',
  /** Sends again under a fresh retry key. */
  'fresh-keys',
  /** Forgets when it first tried, and sends again when LINE has forgotten the key as well. */
  'forgets-tries',
  /** Remembers no event. */
  'forgets-events',
  /** Drops what it was to send. */
  'drops-messages',
] as const;

export type Flaw = (typeof FLAWS)[number];

export function isFlaw(word: string | undefined): word is Flaw {
  return FLAWS.some((flaw) => flaw === word);
}

export interface LineAccess {
  readonly base: string;
  readonly token: (agency: string) => string;
}

/** The store with the flaw, or as it is. */
export function flawedStore(store: Store, flaw: Flaw | null, line: LineAccess): Store {
  switch (flaw) {
    case 'sends-first':
      return {
        ...store,
        async append(agency, version, { outbox = [], ...batch }) {
          for (const message of outbox) await send(line, agency, message);
          return store.append(agency, version, batch);
        },
      };
    case 'fresh-keys':
      return {
        ...store,
        pending: async (agency) =>
          (await store.pending(agency)).map((one) =>
            one.how.kind === 'push' ? { ...one, how: { kind: 'push', key: randomUUID() } } : one,
          ),
      };
    case 'forgets-tries':
      return {
        ...store,
        pending: async (agency) => (await store.pending(agency)).map((one) => ({ ...one, firstTried: null })),
      };
    case 'forgets-events':
      return {
        ...store,
        append: (agency, version, batch) => store.append(agency, version, { ...batch, seen: null }),
      };
    case 'drops-messages':
      return {
        ...store,
        append: (agency, version, { outbox: _dropped, ...batch }) => store.append(agency, version, batch),
      };
    case 'answers-first':
    case null:
      return store;
  }
}

async function send(line: LineAccess, agency: string, message: OutboxMessage): Promise<void> {
  const { chat: to, how, messages } = message;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${line.token(agency)}`,
    ...(how.kind === 'push' ? { 'x-line-retry-key': how.key } : {}),
  };
  const body = how.kind === 'push' ? { to, messages } : { replyToken: how.token, messages };
  await fetch(`${line.base}/v2/bot/message/${how.kind}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

/** A door that answers 200 at once and hands the webhook on; resolves with its port. */
export function answerFirst(port: number): Promise<number> {
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200).end();
      const signature = String(request.headers['x-line-signature']);
      const init = {
        method: 'POST',
        headers: { 'x-line-signature': signature },
        body: Buffer.concat(chunks),
      };
      fetch(`http://127.0.0.1:${port}${request.url}`, init).catch(() => undefined);
    });
  });
  return new Promise((resolve) => {
    door.listen(0, '127.0.0.1', () => resolve((door.address() as AddressInfo).port));
  });
}
