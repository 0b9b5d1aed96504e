/** The HTTP server: LINE's webhook, signed pages, and the addresses that say how the program is. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Log } from '../flow/ports.ts';

export interface HttpWorld {
  readonly log: Log;
  readonly webhook: Router;
  /** Pages for people. */
  readonly pages: Router;
  /** Resolves when the store answers; rejects when it does not. */
  ready(): Promise<void>;
}

/** How long requests under way may take when the program ends. */
const LAST_REQUESTS_MS = 3_000;

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests and waits for those under way. */
  close(): Promise<void>;
}

/** @throws when the port is taken, with the port in the message. */
export async function startHttp(
  world: HttpWorld,
  port: number,
  host: string | undefined,
): Promise<HttpServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(world.webhook);
  app.use(world.pages);
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok');
  });
  app.get('/readyz', async (_request, response) => {
    try {
      await world.ready();
      response.type('text').send('ok');
    } catch {
      response.status(503).type('text').send('store down');
    }
  });
  app.use(problem(world.log));
  const server = createServer(app);
  await listen(server, port, host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        // A half-sent request is not to hold up the end; LINE sends again what it got no answer to.
        const cut = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** body-parser's errors carry their status (413 for a body over the limit); anything else is a fault of ours. */
function problem(log: Log): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error({ status, ...placeOf(error) }, 'request failed');
    else log.warn({ status }, 'request refused');
    response.sendStatus(status);
  };
}

/** Name and place; the words of an error may quote what a person wrote. */
function placeOf(error: unknown): { readonly error: string; readonly where: string } {
  if (!(error instanceof Error)) return { error: typeof error, where: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, where: frames.slice(0, 5).join('\n') };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`cannot listen on port ${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, () => resolve());
  });
}
