/** LINE in a box: the phones of a few people in the browser, a clock, faults and the wire, served beside the API. */
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { guard } from '../guard.ts';
import { isObject } from '../json.ts';
import { changed, createControls } from './controls.ts';
import { createFeed } from './feed.ts';
import { BadRequest, fieldsOf } from './fields.ts';
import { resolveLink } from './link.ts';
import { addPages, shield } from './pages.ts';
import type { PhonesOptions, Setting } from './setting.ts';
import { stateOf } from './state.ts';
import { verbs } from './verbs.ts';
import { startWatching } from './watching.ts';
import { createWire } from './wire.ts';
import { no } from './words.ts';

export type { CastMember, Host, PhonesOptions } from './setting.ts';

/** Only pictures and files need more. */
const smallBody = '64kb';
const largeBody = '12mb';
const large = ['image', 'file'];

/**
 * The page at `/phones` and its API, for `platform.mount`. The first bot of the world is the one on the phones. Whoever
 * reaches it speaks for everybody: never serve it in production.
 */
export function createPhones(options: PhonesOptions): Router {
  const [first] = options.platform.world.bots();
  if (first === undefined) throw new Error('the phones need a bot: add one to the world first');
  const setting: Setting = {
    ...options,
    feed: createFeed(),
    wire: createWire(),
    botId: first.userId,
    bot: () => options.platform.world.bot(first.userId),
    mischief: { duplicates: 0, hold: null, told: '' },
  };
  startWatching(setting);
  const check = guard(options.open === true);
  const phones = express.Router();
  phones.use(shield, check);
  addReading(phones, setting);
  addDoing(phones, setting);
  addPages(phones);
  phones.use((_req, res) => res.status(404).json({ error: no.address }));
  phones.use(failed);
  const router = express.Router();
  router.get('/', shield, check, (_req, res) => res.redirect('/phones'));
  router.use('/phones', phones);
  return router;
}

function addDoing(router: Router, setting: Setting): void {
  for (const [name, verb] of Object.entries(verbs)) {
    post(router, name, async (body) => {
      const { outcome, statuses, messageId } = await verb(setting, fieldsOf(body));
      if (outcome === 'held') changed(setting);
      return { outcome, statuses, ...(messageId !== undefined && { messageId }) };
    });
  }
  for (const [name, control] of Object.entries(createControls()))
    post(router, name, (body) => control(setting, fieldsOf(body)));
}

function addReading(router: Router, setting: Setting): void {
  const { platform, wire, feed } = setting;
  router.get('/state', (_req, res) => res.json(stateOf(setting)));
  router.get('/events', (req, res) => feed.answer(req, res));
  router.get('/wire', (req, res) => res.json(wire.after(Number(req.query.after) || 0)));
  router.get('/link', (req, res) => res.json(resolveLink(setting.bot(), req.query)));
  router.get('/content/:message', (req, res) => {
    const content = platform.content(req.params.message);
    sendFile(res, content?.bytes, content?.contentType);
  });
  router.get('/richmenus/:menu/image', (req, res) => {
    const image = platform.richMenus.image(setting.botId, req.params.menu);
    sendFile(res, image?.bytes, image?.contentType);
  });
}

/** What people send is a picture or something to save, never a page. */
function sendFile(res: Response, bytes: Uint8Array | undefined, type = ''): void {
  if (bytes === undefined) return void res.status(404).json({ error: no.file });
  const picture = ['image/jpeg', 'image/png'].includes(type);
  res.set({
    'content-type': picture ? type : 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(!picture && { 'content-disposition': 'attachment' }),
  });
  res.end(bytes);
}

function post(router: Router, name: string, answer: (body: unknown) => Promise<unknown>): void {
  const read = express.json({ limit: large.includes(name) ? largeBody : smallBody });
  router.post(`/${name}`, read, async (req: Request, res: Response) => {
    res.json(await answer(req.body));
  });
}

const failed: ErrorRequestHandler = (error: unknown, _req, res, _next) => {
  if (res.headersSent) return void res.destroy();
  const status = isObject(error) && typeof error.status === 'number' ? error.status : 400;
  if (error instanceof BadRequest) return void res.status(status).json({ error: error.message });
  if (status === 413) return void res.status(413).json({ error: no.tooLarge });
  // The platform throws on what cannot be done in LINE; its sentence is the answer.
  res.status(400).json({ error: error instanceof Error ? error.message : 'That cannot be done.' });
};
