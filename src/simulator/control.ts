import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Place } from './conversation.ts';
import type { Fault } from './faults.ts';
import { whyForeign } from './guard.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Platform } from './platform.ts';

/** Loopback only: who reaches these addresses can read every message and speak for anybody. */
const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** `/__platform/*`: record, faults and people's verbs for a driver in another process. */
export function addControl(
  app: Express,
  platform: Pick<Platform, 'record' | 'faults' | 'say' | 'press' | 'world'>,
): void {
  const control = express.Router();
  control.use((req: Request, res: Response, next: NextFunction) => {
    // A page of another site reaches loopback too, through the browser of whoever opened it.
    const near = loopback.includes(req.socket.remoteAddress ?? '');
    if (near && whyForeign(req, false) === null) next();
    else res.status(403).json({ message: 'loopback only' });
  });
  control.use(express.json({ limit: '2mb' }));
  control.get('/accepted', (_req, res) => res.json(platform.record.accepted));
  control.get('/refused', (_req, res) => res.json(platform.record.refused));
  control.get('/webhooks', (_req, res) => res.json(platform.record.webhooks));
  control.post('/faults', (req, res) => {
    // The driver is our own test code; a wrong fault shows at once, so its shape is not checked here.
    platform.faults.add(bodyOf(req) as unknown as Fault);
    res.json(platform.faults.list());
  });
  control.delete('/faults', (_req, res) => {
    platform.faults.clear();
    res.json([]);
  });
  control.post('/say', async (req, res) => {
    const { from, text, options } = bodyOf(req);
    res.json(await platform.say(placeOf(from), String(text), isObject(options) ? options : {}));
  });
  control.post('/press', async (req, res) => {
    const { from, action, options } = bodyOf(req);
    res.json(await platform.press(placeOf(from), action, isObject(options) ? options : {}));
  });
  control.post('/conversation', (req, res) =>
    res.json(platform.world.conversation(placeOf(bodyOf(req).from))),
  );
  app.use('/__platform', control);
}

function bodyOf(req: Request): JsonObject {
  const body: unknown = req.body;
  return isObject(body) ? body : {};
}

function placeOf(value: unknown): Place {
  const { user, group, bot } = isObject(value) ? value : {};
  return {
    user: String(user),
    ...(typeof group === 'string' && { group }),
    ...(typeof bot === 'string' && { bot }),
  };
}
