/** LINE's webhook: signature over the raw bytes, parse, keep each event, 200; only then may anything be sent. */
import { validateSignature } from '@line/bot-sdk';
import express, { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Inbound, Log } from '../flow/ports.ts';
import { readEvent } from './read-event.ts';

/** Far above any real webhook; a stranger's flood is cut off here, before the signature is computed. */
const BODY_LIMIT = '1mb';

const body = z.object({ destination: z.string().optional(), events: z.array(z.unknown()) });

/** One agency's account, as the webhook needs it. */
export interface WebhookAccount {
  readonly secret: string;
  /** The bot's own user id, when known: a body for another bot is not ours. */
  destination(): string | null;
}

export interface WebhookWorld {
  readonly log: Log;
  account(agency: string): WebhookAccount | null;
  /** Keeps one event. @throws StoreDown */
  handle(agency: string, inbound: Inbound): Promise<unknown>;
  /** Called when the answer to LINE is on its way. */
  answered(agency: string): void;
}

/** `POST /webhook` for the only agency, `POST /webhook/:agency` for several. */
export function webhookRouter(world: WebhookWorld, only: string | null): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: BODY_LIMIT });
  if (only !== null)
    router.post(
      '/webhook',
      raw,
      receive(world, () => only),
    );
  router.post(
    '/webhook/:agency',
    raw,
    receive(world, (request) => String(request.params.agency)),
  );
  return router;
}

function receive(
  world: WebhookWorld,
  agencyOf: (request: Parameters<RequestHandler>[0]) => string,
): RequestHandler {
  return async (request, response) => {
    const agency = agencyOf(request);
    const account = world.account(agency);
    const bytes: unknown = request.body;
    // The address chooses the secret before anything is parsed; an unknown one is answered like a wrong signature.
    if (
      account === null ||
      !Buffer.isBuffer(bytes) ||
      !signed(bytes, account.secret, request.get('x-line-signature'))
    ) {
      world.log.warn({ status: 401 }, 'webhook without a valid signature');
      response.sendStatus(401);
      return;
    }
    const read = parse(bytes);
    if (read === null) {
      world.log.warn({ agency, status: 400 }, 'webhook body is not what LINE documents');
      response.sendStatus(400);
      return;
    }
    const own = account.destination();
    if (own !== null && read.destination !== undefined && read.destination !== own) {
      world.log.warn({ agency }, 'webhook for another bot ignored');
      response.sendStatus(200);
      return;
    }
    await keepAll(world, agency, read.events, response);
    world.answered(agency);
  };
}

/** Each event fails alone; if one could not be kept, 503 makes LINE send the body again, and `seen` skips the kept ones. */
async function keepAll(
  world: WebhookWorld,
  agency: string,
  events: readonly unknown[],
  response: Response,
): Promise<void> {
  const outcomes = await Promise.allSettled(
    events.flatMap((raw) => {
      const event = readEvent(raw);
      if (event.kind === 'inbound') return [world.handle(agency, event.inbound)];
      world.log.info({ agency, type: event.type, why: event.why }, 'event ignored');
      return [];
    }),
  );
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  for (const failure of failures) logFailure(world, agency, failure);
  response.sendStatus(failures.length === 0 ? 200 : 503);
}

/** Where it failed, not what was said: the words of an error may quote what a person wrote. */
function logFailure(world: WebhookWorld, agency: string, failure: unknown): void {
  const error = failure instanceof Error ? failure : new Error('not an error');
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const what =
    error.name === 'StoreDown' ? 'store down, LINE is to send again' : 'event failed, LINE is to send again';
  world.log.error({ agency, error: error.name, where: frames.slice(0, FRAMES).join('\n') }, what);
}

const FRAMES = 5;

function signed(bytes: Buffer, secret: string, signature: string | undefined): boolean {
  return signature !== undefined && validateSignature(bytes, secret, signature);
}

function parse(bytes: Buffer): z.infer<typeof body> | null {
  try {
    const read = body.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
