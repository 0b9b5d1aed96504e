import { request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { type RequestHandler, Router } from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { StoreDown } from '../../src/flow/ports.ts';
import { type HttpServer, type HttpWorld, startHttp } from '../../src/http/server.ts';
import { captureLog } from '../flow/stage.ts';

async function aServer(more: Partial<HttpWorld> = {}) {
  const log = captureLog();
  const world: HttpWorld = { log, webhook: Router(), pages: Router(), ready: async () => {}, ...more };
  const server = await startHttp(world, 0, '127.0.0.1');
  onTestFinished(() => server.close());
  return { server, log, get: (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`) };
}

function routed(path: string, handle: RequestHandler): Router {
  const router = Router();
  router.get(path, handle);
  return router;
}

it('says that it lives, whether the store does or not', async () => {
  const { get } = await aServer({ ready: () => Promise.reject(new StoreDown('gone')) });
  const response = await get('/healthz');
  expect([response.status, await response.text()]).toEqual([200, 'ok']);
});

it('is ready while the store answers', async () => {
  let down = false;
  const { get } = await aServer({
    ready: async () => {
      if (down) throw new StoreDown('disk /data full');
    },
  });
  expect((await get('/readyz')).status).toBe(200);
  down = true;
  const response = await get('/readyz');
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain('/data');
  down = false;
  expect((await get('/readyz')).status).toBe(200);
});

it('does not say what it is made of, and brings the safe headers', async () => {
  const { headers } = await (await aServer()).get('/healthz');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).not.toBeNull();
});

it('an address it does not have is 404', async () => {
  expect((await (await aServer()).get('/nowhere')).status).toBe(404);
});

it('a fault of ours is 500 without a word of it, and in the log only where it was', async () => {
  const webhook = routed('/bad', () => {
    throw new Error('no place for สมหมาย in /data/office.db');
  });
  const { get, log } = await aServer({ webhook });
  const response = await get('/bad');
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('Internal Server Error');
  expect(log.lines).toMatchObject([
    {
      level: 'error',
      facts: { status: 500, error: 'Error', where: expect.stringContaining('server.test.ts') },
    },
  ]);
  expect(JSON.stringify(log.lines)).not.toContain('สมหมาย');
});

it("a request's own fault keeps its status", async () => {
  const webhook = routed('/teapot', () => {
    throw Object.assign(new Error('no'), { status: 418 });
  });
  const { get, log } = await aServer({ webhook });
  expect((await get('/teapot')).status).toBe(418);
  expect(log.lines).toMatchObject([{ level: 'warn', facts: { status: 418 } }]);
});

it('an answer already begun is cut, not answered twice', async () => {
  const webhook = routed('/half', (_request, response) => {
    response.write('half');
    throw new Error('then it broke');
  });
  const { get } = await aServer({ webhook });
  await expect((await get('/half')).text()).rejects.toThrow();
});

it('a port that is taken is said with its number', async () => {
  const { server } = await aServer();
  const world = { log: captureLog(), webhook: Router(), pages: Router(), ready: async () => {} };
  await expect(startHttp(world, server.port, '127.0.0.1')).rejects.toThrow(`port ${server.port}`);
});

it('closing waits for the request under way, and takes no new one', async () => {
  let answer = () => {};
  let server: HttpServer | null = null;
  const arrived = new Promise<void>((resolve) => {
    const webhook = routed('/slow', (_request, response) => {
      answer = () => response.send('done');
      resolve();
    });
    const world = { log: captureLog(), webhook, pages: Router(), ready: async () => {} };
    void startHttp(world, 0, '127.0.0.1').then((started) => {
      server = started;
      void ask(started.port).then((text) => texts.push(text));
    });
  });
  const texts: string[] = [];
  await arrived;
  const closing = (server as HttpServer | null)?.close();
  let closed = false;
  void closing?.then(() => {
    closed = true;
  });
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  expect(closed).toBe(false);
  answer();
  await closing;
  while (texts.length === 0) await setImmediate();
  expect(texts).toEqual(['done']);
});

/** Over a connection of its own, closed after the answer. */
function ask(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', path: '/slow', agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve(text));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
