/** Fetching what people sent over a real socket: nothing here is mocked. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { createLine } from '../../src/line/client.ts';

const MEGABYTE = 1_048_576;

async function dataHostThat(answers: (response: ServerResponse, path: string) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers(response, request.url ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const dataApiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const line = createLine({ accessToken: 'token-1', dataApiBase });
  return { asked, content: (maxBytes = MEGABYTE, ms = 5_000) => line.content('1', { maxBytes, ms }) };
}

it('a large file comes whole', async () => {
  const bytes = Buffer.alloc(MEGABYTE, 'แผนปฏิบัติการ');
  const { content } = await dataHostThat((response) => response.end(bytes));
  const told = await content();
  expect(told.kind === 'told' && Buffer.compare(told.value.bytes, bytes)).toBe(0);
});

it('a file without end is given up at the limit, and the connection is closed', async () => {
  let sent = 0;
  let closed = false;
  const { content } = await dataHostThat((response) => {
    const piece = Buffer.alloc(65_536);
    const more = () => {
      while (!closed && response.write(piece)) sent += piece.length;
    };
    response.on('drain', more);
    response.on('close', () => {
      closed = true;
    });
    more();
  });
  expect(await content()).toMatchObject({ kind: 'failed', failure: { reason: 'too-big', status: 200 } });
  while (!closed) await setImmediate();
  // What lay in the sockets' buffers may have been sent as well.
  expect(sent).toBeLessThan(20 * MEGABYTE);
});

it('a size that is told is believed before a byte is read', async () => {
  let closed = false;
  const { content } = await dataHostThat((response) => {
    response.writeHead(200, { 'content-length': String(1_000 * MEGABYTE) });
    response.flushHeaders();
    response.on('close', () => {
      closed = true;
    });
  });
  expect(await content()).toMatchObject({ kind: 'failed', failure: { reason: 'too-big' } });
  while (!closed) await setImmediate();
});

it('a small body that unpacks into a large one counts as large', async () => {
  const bomb = gzipSync(Buffer.alloc(20 * MEGABYTE));
  const { content } = await dataHostThat((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': String(bomb.length) });
    response.end(bomb);
  });
  expect(await content()).toMatchObject({ kind: 'failed', failure: { reason: 'too-big' } });
});

it.each<[string, (response: ServerResponse) => void]>([
  ['before the answer', (response) => response.socket?.destroy()],
  [
    'half-way, its size told',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.socket?.destroy());
    },
  ],
  ['half-way, its size not told', (response) => response.write('half', () => response.socket?.destroy())],
])('a connection cut %s is a failure, never half a file', async (_when, answers) => {
  const { content } = await dataHostThat(answers);
  expect(await content()).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
});

it.each<[string, (response: ServerResponse) => void]>([
  ['never comes', () => {}],
  ['stops half-way', (response) => response.write('half')],
  [
    'drips',
    (response) => {
      const drops = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drops));
    },
  ],
])('an answer that %s ends when its time is over', async (_what, answers) => {
  const { content } = await dataHostThat(answers);
  expect(await content(MEGABYTE, 200)).toMatchObject({
    kind: 'failed',
    failure: { reason: 'unknown-outcome', status: null, message: expect.stringContaining('Timeout') },
  });
});

it('goes where it is sent by nobody: the token is for LINE', async () => {
  const { content, asked } = await dataHostThat((response) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await content()).toMatchObject({ kind: 'failed', failure: { reason: 'refused', status: 302 } });
  expect(asked).toEqual(['/v2/bot/message/1/content']);
});
