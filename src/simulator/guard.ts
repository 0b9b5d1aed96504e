import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/**
 * Why a request does not come from our own page on this machine, or null. A foreign name in `Host` is DNS rebinding, a
 * foreign `Origin` a page of another site. `open` = bound to more than loopback on request: any address (never a name, for
 * only names can be rebound) is then our own.
 */
export function whyForeign(
  { headers }: Pick<IncomingMessage, 'headers'>,
  open: boolean,
): 'host' | 'origin' | null {
  const { host = '', origin } = headers;
  const name = /^(.*?)(?::\d{1,5})?$/.exec(host)?.[1] ?? '';
  const bare = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
  const own = ['127.0.0.1', 'localhost', '[::1]'].includes(name.toLowerCase());
  if (!own && !(open && isIP(bare) !== 0)) return 'host';
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  const site = headers['sec-fetch-site'];
  // A link from elsewhere may open the page, but nothing else may be fetched from there.
  const opening = headers['sec-fetch-mode'] === 'navigate';
  return site !== undefined && site !== 'same-origin' && site !== 'none' && !opening ? 'origin' : null;
}

/** Refuses what does not come from our own page. */
export function guard(open: boolean): (req: Request, res: Response, next: NextFunction) => void {
  return (req, res, next) => {
    const why = whyForeign(req, open) ?? (req.method === 'POST' ? whyForm(req) : null);
    if (why === null) return next();
    res.status(403).json({ error: sentences[why] });
  };
}

const sentences = {
  host: 'Open the phones by the address of this machine: 127.0.0.1 or localhost.',
  origin: 'The phones answer their own page only, not another site.',
  form: 'Send JSON: content-type application/json.',
} as const;

/** What a form of another site can send without being asked first. */
function whyForm(req: Request): 'form' | null {
  return /^application\/json(;|$)/i.test(req.get('content-type') ?? '') ? null : 'form';
}
