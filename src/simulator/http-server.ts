import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { type Answer, type Call, notFound, refuse } from './answer.ts';
import type { PlatformClock } from './clock.ts';
import { notReady } from './contents.ts';
import { type Endpoint, type Fault, type FaultDraw, limitMessages } from './faults.ts';
import type { Happenings, RequestSeen } from './happenings.ts';
import type { Ids } from './ids.ts';
import { isObject, listOf } from './json.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Accepted, RecordKeeper } from './record.ts';
import type { Bot, World } from './world.ts';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly endpoint: Endpoint;
  /** What the body must be; default JSON. An image's kind is the endpoint's own business. */
  readonly takes?: 'image';
  answer(call: Call): Answer | Promise<Answer>;
}

export interface HttpParts {
  readonly clock: PlatformClock;
  readonly world: World;
  readonly ids: Ids;
  readonly faults: FaultDraw;
  readonly record: RecordKeeper;
  readonly happenings: Pick<Happenings, 'tell'>;
  /** Undefined = no rate limits. */
  readonly rateLimits: RateLimits | undefined;
  /** Called with everything accepted, before the answer is written. */
  accepted(entries: readonly Accepted[]): Promise<void>;
}

/** LINE's largest request (docs/line-platform.md 2.5). */
const maxBody = 2 * 1024 * 1024;

/** The API as an Express app. `slow` answers wait in real time; `signal` ends their waiting. */
export function createApi(parts: HttpParts, routes: readonly Route[], signal: AbortSignal): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const read = express.raw({ type: () => true, limit: maxBody });
  for (const route of routes) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    app[route.method](
      route.path,
      (req, res, next) => {
        if (botOf(parts.world, req) === undefined) write(parts, req, res, unauthorised, false);
        else next();
      },
      read,
      (req, res) => serve(parts, route, name, req, res, signal),
    );
  }
  return app;
}

/** Answers what no route took, like LINE: 404, and 413 for a body that is too large. */
export function endApi(app: Express, parts: HttpParts): void {
  app.use((req: Request, res: Response) => {
    write(parts, req, res, botOf(parts.world, req) ? notFound : unauthorised, false);
  });
  const failed: ErrorRequestHandler = (error: unknown, req, res, _next) => {
    const status = isObject(error) && typeof error.status === 'number' ? error.status : 500;
    const message =
      status === 413 ? 'Payload Too Large' : status < 500 ? 'Bad Request' : 'Internal Server Error';
    if (status >= 500) process.emitWarning(error instanceof Error ? error : String(error));
    if (res.headersSent) res.destroy();
    else write(parts, req, res, refuse(status, message), false);
  };
  app.use(failed);
}

/** Starts listening and returns the base URL. */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: taken } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
    });
  });
}

const unauthorised = refuse(
  401,
  'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.',
);

function botOf(world: World, req: Request): Bot | undefined {
  const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1];
  return token === undefined ? undefined : world.botOfToken(token);
}

async function serve(
  parts: HttpParts,
  route: Route,
  name: string,
  req: Request,
  res: Response,
  signal: AbortSignal,
): Promise<void> {
  const bot = botOf(parts.world, req);
  if (bot === undefined) return;
  const requestId = parts.ids.request();
  const fault = parts.faults.draw(route.endpoint);
  const early = fault && faultAnswer(fault);
  if (early === 'hang') return tellOf(parts, req, { injected: true });
  if (early === 'cut') {
    req.socket.destroy();
    return tellOf(parts, req, { injected: true });
  }
  if (early !== undefined) return write(parts, req, res, early, true, requestId);
  const call = callOf(bot, req, requestId);
  const answer = await judge(parts, route, name, req, call);
  for (const entry of answer.accepted ?? []) parts.record.addAccepted(entry);
  if (answer.accepted?.length) await parts.accepted(answer.accepted);
  if (fault?.kind === 'drop-after') {
    req.socket.destroy();
    return tellOf(parts, req, { injected: true });
  }
  if (fault?.kind === 'slow') await setTimeout(fault.ms, undefined, { signal }).catch(() => undefined);
  write(parts, req, res, answer, false, requestId);
}

/** What a fault does instead of LINE's rules; undefined when the request is first handled as usual. */
function faultAnswer(fault: Fault): Answer | 'hang' | 'cut' | undefined {
  switch (fault.kind) {
    case 'timeout':
      return 'hang';
    case 'drop-before':
      return 'cut';
    case 'status':
      return refuse(
        fault.status,
        fault.message ?? (fault.status === 429 ? limitMessages.rate : 'Internal server error'),
      );
    case 'not-ready':
      return notReady;
    case 'drop-after':
    case 'slow':
      return undefined;
  }
}

function judge(
  { rateLimits, clock }: HttpParts,
  route: Route,
  name: string,
  req: Request,
  call: Call,
): Answer | Promise<Answer> {
  if (rateLimits?.take(call.bot.userId, name, clock.now()) === false) return refuse(429, limitMessages.rate);
  const type = req.headers['content-type'];
  const mustBeJson = route.takes === undefined && req.method !== 'GET' && call.body.length > 0;
  if (mustBeJson && !/^application\/json(;|$)/i.test(type ?? '')) {
    return refuse(415, `The content type, ${type ?? ''}, is not supported`);
  }
  // Only sending to a receiver takes a retry key (docs/line-platform.md 2.4); the wording of this 400 is not published.
  if (call.retryKey !== undefined && !['push', 'multicast'].includes(route.endpoint)) {
    return refuse(400, 'The retry key is not supported by this endpoint');
  }
  return route.answer(call);
}

function callOf(bot: Bot, req: Request, requestId: string): Call {
  const retryKey = req.get('x-line-retry-key');
  return {
    bot,
    params: stringsOf(req.params),
    query: stringsOf(req.query),
    body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
    contentType: req.get('content-type') ?? '',
    requestId,
    ...(retryKey !== undefined && { retryKey }),
  };
}

function stringsOf(values: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
}

function write(
  parts: HttpParts,
  req: Request,
  res: Response,
  answer: Answer,
  injected: boolean,
  requestId = parts.ids.request(),
): void {
  const { record, clock, world } = parts;
  const { status, body, headers = {} } = answer;
  if (status >= 400) {
    const { message, details } = isObject(body) ? body : {};
    const bot = botOf(world, req);
    record.addRefused({
      at: clock.now(),
      ...(bot && { bot: bot.userId }),
      method: req.method,
      path: req.path,
      status,
      message: String(message ?? ''),
      ...(details !== undefined && { details: listOf(details).filter(isObject) }),
      injected,
    });
  }
  res.status(status).set({ 'x-line-request-id': requestId, ...headers });
  if (Buffer.isBuffer(body)) res.end(body);
  else res.json(body);
  tellOf(parts, req, { answer, injected });
}

function tellOf(
  { happenings, clock, world }: HttpParts,
  req: Request,
  seen: Pick<RequestSeen, 'answer' | 'injected'>,
): void {
  const bot = botOf(world, req);
  const retryKey = req.get('x-line-retry-key');
  happenings.tell({
    kind: 'request',
    request: {
      at: clock.now(),
      ...(bot && { bot: bot.userId }),
      method: req.method,
      path: req.path,
      contentType: req.get('content-type') ?? '',
      body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
      ...(retryKey !== undefined && { retryKey }),
      ...seen,
    },
  });
}
