import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';

const pageFolder = fileURLToPath(new URL('./page', import.meta.url));
const sarabun = createRequire(import.meta.url).resolve('@fontsource/sarabun/package.json');
const fontFolder = join(dirname(sarabun), 'files');
const fonts: readonly string[] = ['thai', 'latin'].flatMap((script) =>
  ['400', '700'].map((weight) => `sarabun-${script}-${weight}-normal.woff2`),
);

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer of the phones carries. */
export function shield(_req: Request, res: Response, next: NextFunction): void {
  res.set({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  next();
}

/** The page's own files below `/phones/`, and the Thai font below `/phones/fonts/`. */
export function addPages(router: Router): void {
  router.get('/', (_req, res) => res.sendFile('index.html', { root: pageFolder }));
  router.get('/fonts/:file', (req, res) => {
    const { file } = req.params;
    if (!fonts.includes(file)) return void res.status(404).json({ error: 'There is no such font.' });
    // The package does not change while we run.
    res.set('cache-control', 'public, max-age=86400');
    res.sendFile(file, { root: fontFolder });
  });
  router.use(express.static(pageFolder, { index: false, cacheControl: false, redirect: false }));
}
