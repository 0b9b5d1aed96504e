/** A LINE that hangs, over a real socket: nothing here is mocked. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createLine, giveFetchTimeouts } from '../../src/line/client.ts';

// Before any createLine, which would set the real ones. undici looks at its timers twice a second.
giveFetchTimeouts(100);

const KEY = '123e4567-e89b-42d3-a456-426614174000';

async function lineThat(answers: (response: ServerResponse) => void) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    request.on('end', () => answers(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { line: createLine({ accessToken: 'token-1', apiBase }), requests: () => requests };
}

it('never answering ends as an unknown outcome, after one request', async () => {
  const { line, requests } = await lineThat(() => {});
  const [pushed, replied] = await Promise.all([
    line.push('U', KEY, [{ type: 'text', text: 'ก' }]),
    line.reply('token', [{ type: 'text', text: 'ก' }]),
  ]);
  for (const sent of [pushed, replied]) {
    expect(sent).toMatchObject({
      kind: 'failed',
      failure: { reason: 'unknown-outcome', status: null, message: expect.stringContaining('TIMEOUT') },
    });
  }
  expect(requests()).toBe(2);
});

it('an answer that stops in its middle is an unknown outcome', async () => {
  const { line } = await lineThat((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"sentMess');
  });
  const sent = await line.push('U', KEY, [{ type: 'text', text: 'ก' }]);
  expect(sent).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome' } });
});

it('a connection cut before the answer is an unknown outcome', async () => {
  const { line } = await lineThat((response) => response.socket?.destroy());
  const sent = await line.push('U', KEY, [{ type: 'text', text: 'ก' }]);
  expect(sent).toMatchObject({ kind: 'failed', failure: { reason: 'unknown-outcome', status: null } });
});

it('nobody listening means it was not sent', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const line = createLine({ accessToken: 'token-1', apiBase: `http://127.0.0.1:${port}` });
  expect(await line.bot()).toMatchObject({
    kind: 'failed',
    failure: { reason: 'unreachable', message: 'Error ECONNREFUSED' },
  });
});
