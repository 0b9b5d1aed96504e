import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { isObject, type JsonObject, listOf } from '../../src/simulator/json.ts';
import { createPhones, type PhonesOptions } from '../../src/simulator/phones/phones.ts';
import { setStage } from './stage.ts';

/** The platform's stage with the phones of somchai (shown), malee and the stranger; the clock is moved by the page. */
export async function setPhones(options: Partial<PhonesOptions> = {}) {
  const stage = await setStage();
  const { platform, clock, somchai, malee, stranger } = stage;
  const moved: number[] = [];
  const person = (user: string, name: string, shown: boolean) => ({
    ...{ user, name, position: 'เจ้าหน้าที่', role: 'staff', shown },
  });
  const router = createPhones({
    platform,
    clock,
    cast: [person(somchai, 'สมชาย', true), person(malee, 'มาลี', false), person(stranger, 'คนแปลกหน้า', true)],
    host: {
      async setClock(at) {
        moved.push(at);
        clock.advance(at - clock.now());
      },
      nextMorning: () => clock.now() + 3_600_000,
      nextDue: async () => null,
    },
    ...options,
  });
  platform.mount(router);

  async function post(path: string, body: unknown) {
    const response = await fetch(`${stage.base}/phones/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const parsed: unknown = await response.json();
    return { status: response.status, body: isObject(parsed) ? parsed : {} };
  }

  async function look(path: string): Promise<JsonObject> {
    const parsed: unknown = await (await fetch(`${stage.base}/phones/${path}`)).json();
    return isObject(parsed) ? parsed : { list: parsed };
  }

  return {
    ...{ ...stage, moved, post, look },
    /** The lines of a chat as the page gets them. */
    async chat(key: string): Promise<readonly JsonObject[]> {
      const { chats } = await look('state');
      return listOf(isObject(chats) ? chats[key] : []).filter(isObject);
    },
    async wire(after = 0): Promise<readonly JsonObject[]> {
      return listOf((await look(`wire?after=${after}`)).list).filter(isObject);
    },
    events: (query = '', headers: Record<string, string> = {}) =>
      readEvents(`${stage.base}/phones/events${query}`, headers),
    /** A request with headers that `fetch` would not let through. */
    raw: (method: string, path: string, headers: Record<string, string>, body = '') =>
      new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
        const sent = request(stage.base + path, { method, headers }, (res) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: res.statusCode ?? 0, headers: res.headers, text });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: JsonObject;
}

/** A reader of server-sent events, by the standard's own rules: blocks end at an empty line, ':' is a comment. */
async function readEvents(url: string, headers: Record<string, string>) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(url, { headers, signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const blocks: string[] = [];

  /** The next event; null when the stream has ended. */
  async function next(): Promise<ServerEvent | null> {
    for (;;) {
      const block = blocks.shift();
      const event = block === undefined ? undefined : parsed(block);
      if (event !== undefined) return event;
      if (block !== undefined) continue;
      const read = await reader?.read().catch(() => undefined);
      if (read === undefined || read.done) return null;
      const parts = (rest + read.value).split('\n\n');
      rest = parts.pop() ?? '';
      blocks.push(...parts);
    }
  }
  return {
    response,
    next,
    /** Reads on until an event of that name. */
    async until(event: string): Promise<ServerEvent> {
      for (;;) {
        const one = await next();
        if (one === null) throw new Error(`the stream ended before "${event}"`);
        if (one.event === event) return one;
      }
    },
    close: () => controller.abort(),
  };
}

function parsed(block: string): ServerEvent | undefined {
  const lines = block.split('\n').filter((line) => !line.startsWith(':'));
  const field = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n');
  const data = field('data');
  if (data === '') return undefined;
  const value: unknown = JSON.parse(data);
  return { id: field('id'), event: field('event'), data: isObject(value) ? value : {} };
}

/** A PNG of that size: only its head, which is what sizes are read from. */
export function png(width: number, height: number, bytes = 64): Buffer {
  const data = Buffer.alloc(bytes);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(data);
  data.write('IHDR', 12, 'latin1');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data;
}
