/** `GET /d/:token`: a long answer of the bot as a page, for whoever has its signed address. `GET /privacy`: for everyone. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';
import type { Agency, Profile } from '../domain/agency.ts';
import type { OwnData } from '../domain/own-data.ts';
import type { Clock, Log } from '../flow/ports.ts';
import { ownDataPage } from '../papers/own-data-page.ts';
import { downPage, expiredPage, unknownPage } from '../papers/plain-pages.ts';
import { privacyPage } from '../papers/privacy-page.ts';
import { renderPage } from '../papers/render-page.ts';
import { PAPER_FONTS, PAPER_STYLE } from '../papers/style.ts';
import type { Linked, Links } from './signed-link.ts';

export interface PaperWorld {
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  readonly links: Pick<Links, 'read'>;
  /** The newest state and its ledger hash, or null when there is no such agency. @throws StoreDown */
  read(agency: string): Promise<{ readonly agency: Agency; readonly head: string } | null>;
  /** Everything kept of a member; null = nothing is. @throws StoreDown */
  own(agency: string, member: string): Promise<OwnData | null>;
  /** The office served here, when it is only one. @throws StoreDown */
  office(): Promise<Profile | null>;
}

const sarabun = createRequire(import.meta.url).resolve('@fontsource/sarabun/package.json');
const fontFolder = join(dirname(sarabun), 'files');

const styleHash = createHash('sha256').update(PAPER_STYLE).digest('base64');
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
};

/** Pages below `/d/`, `/privacy`, and their font below `/papers/fonts/`. */
export function paperRouter(world: PaperWorld): Router {
  const router = Router();
  router.use('/papers/fonts', readOnly, fonts);
  // No pattern with a parameter: Express would decode it, and name a broken token in an error.
  router.use('/d', readOnly, paper(world));
  router.use('/privacy', readOnly, async (request, response, next) => {
    if (request.path !== '/') return next();
    const office = await asking(world, '', world.office);
    send(response, 200, privacyPage(office === 'down' ? null : office));
  });
  return router;
}

const readOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else
    response
      .set({ ...HEADERS, allow: 'GET, HEAD' })
      .status(405)
      .end();
};

function paper(world: PaperWorld): RequestHandler {
  return async (request, response) => {
    const linked = world.links.read(request.path.slice(1));
    if (linked === 'forged') return send(response, 404, unknownPage());
    if (linked === 'expired') return send(response, 410, expiredPage());
    const html = await asking(world, linked.agency, () => shown(world, linked));
    if (html === 'down') return send(response.set('retry-after', '30'), 503, downPage());
    return html === null ? send(response, 404, unknownPage()) : send(response, 200, html);
  };
}

/** Null = there is nothing of the kind. */
async function shown(world: PaperWorld, { agency: id, page, expires }: Linked): Promise<string | null> {
  const held = await world.read(id);
  if (held === null) return null;
  const scene = { ...held, now: world.clock.now(), expires };
  if (page.kind !== 'own-data') return renderPage(scene, page);
  const own = await world.own(id, page.member);
  return own === null ? null : ownDataPage(scene, own);
}

async function asking<T>(world: PaperWorld, agency: string, ask: () => Promise<T>): Promise<T | 'down'> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StoreDown')) throw error;
    world.log.warn({ agency, error: error.name }, 'page not shown');
    return 'down';
  }
}

function send(response: Response, status: number, html: string): void {
  response.status(status).set(HEADERS).type('html').send(html);
}

const fonts: RequestHandler = (request, response, next) => {
  const file = request.path.slice(1);
  if (!PAPER_FONTS.includes(file)) return next();
  // The package does not change while we run.
  response.set('cache-control', 'public, max-age=86400');
  response.sendFile(file, { root: fontFolder });
};
