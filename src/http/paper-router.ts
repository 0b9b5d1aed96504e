/** `GET /d/:token`: a long answer of the bot as a page, for whoever has its signed address. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';
import type { Agency } from '../domain/agency.ts';
import type { Clock, Log } from '../flow/ports.ts';
import { downPage, expiredPage, unknownPage } from '../papers/plain-pages.ts';
import { renderPage } from '../papers/render-page.ts';
import { PAPER_FONTS, PAPER_STYLE } from '../papers/style.ts';
import type { Links } from './signed-link.ts';

export interface PaperWorld {
  readonly log: Log;
  readonly clock: Pick<Clock, 'now'>;
  readonly links: Pick<Links, 'read'>;
  /** The newest state and its ledger hash, or null when there is no such agency. @throws StoreDown */
  read(agency: string): Promise<{ readonly agency: Agency; readonly head: string } | null>;
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

/** Pages below `/d/`, and their font below `/papers/fonts/`. */
export function paperRouter(world: PaperWorld): Router {
  const router = Router();
  router.use('/papers/fonts', readOnly, fonts);
  // No pattern with a parameter: Express would decode it, and name a broken token in an error.
  router.use('/d', readOnly, paper(world));
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
    const held = await reading(world, linked.agency);
    if (held === 'down') return send(response.set('retry-after', '30'), 503, downPage());
    const { page, expires } = linked;
    const html = held === null ? null : renderPage({ ...held, now: world.clock.now(), expires }, page);
    return html === null ? send(response, 404, unknownPage()) : send(response, 200, html);
  };
}

async function reading(world: PaperWorld, agency: string) {
  try {
    return await world.read(agency);
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
