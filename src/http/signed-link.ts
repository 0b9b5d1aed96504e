/**
 * Addresses of pages that only we can have made. The whole question stands in the token, so nothing is kept of it, and any
 * process with the secret can answer. Whoever has the address may read: it ends after seven days and names no person;
 * the page of a person's own data, which does, ends after an hour.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Linkable, Page } from '../domain/page.ts';
import type { Clock, Instant } from '../flow/ports.ts';
import { readPage } from '../papers/read-page.ts';

const LIFE_MS = 7 * 86_400_000;
/** What is kept of one person: long enough to read and save it. */
const OWN_LIFE_MS = 3_600_000;
/** Another number for another shape of the token; what an older one signed then counts as forged. */
const VERSION = '1';
const TOKEN = /^1\.([\w-]+)\.([\w-]{43})$/;
const LONGEST_TOKEN = 700;
/** LINE refuses longer ones in a button (`docs/line-platform.md`, "uri action"). */
const LONGEST_URL = 1_000;

export interface Links {
  /** The address of a page, good for seven days (of own data for an hour); null when nobody could open it. */
  link(agency: string, page: Linkable): string | null;
  /** `expired`: ours, but too old, by its date or by what it asks for. `forged`: not ours, whatever is wrong with it. */
  read(token: string): Linked | 'expired' | 'forged';
}

export interface Linked {
  readonly agency: string;
  readonly page: Page;
  readonly expires: Instant;
}

/** @param publicUrl asked for each link, since a port may be known only later; null = we have no address. */
export function createLinks(
  secret: string,
  publicUrl: () => string | null,
  clock: Pick<Clock, 'now'>,
): Links {
  // The version is signed too.
  const mac = (body: string) => createHmac('sha256', secret).update(`${VERSION}.${body}`).digest('base64url');
  return {
    link(agency, page) {
      const base = publicUrl();
      if (base === null) return null;
      const root = base.replace(/\/+$/, '');
      if (page.kind === 'privacy') return `${root}/privacy`;
      const life = page.kind === 'own-data' ? OWN_LIFE_MS : LIFE_MS;
      const expires = Math.floor((clock.now() + life) / 1000);
      const body = Buffer.from(JSON.stringify([expires, agency, page])).toString('base64url');
      const token = `${VERSION}.${body}.${mac(body)}`;
      const url = `${root}/d/${token}`;
      return token.length > LONGEST_TOKEN || url.length > LONGEST_URL ? null : url;
    },
    read(token) {
      const parts = token.length > LONGEST_TOKEN ? null : TOKEN.exec(token);
      const [, body = '', given = ''] = parts ?? [];
      // As text: a signature that merely decodes to the same bytes is not the one we wrote. In constant time, or the time
      // of many tries would tell the right one letter by letter.
      if (parts === null || !timingSafeEqual(Buffer.from(mac(body)), Buffer.from(given))) return 'forged';
      return signed(body, clock.now());
    },
  };
}

/** What we once signed. */
function signed(body: string, now: Instant): Linked | 'expired' {
  const [seconds, agency, raw] = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[];
  const page = readPage(raw);
  // A page this version no longer has is like one that ended: asking again gives today's.
  if (typeof seconds !== 'number' || typeof agency !== 'string' || page === null) return 'expired';
  const expires = seconds * 1000;
  return expires <= now ? 'expired' : { agency, page, expires };
}
