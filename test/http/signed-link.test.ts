import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/domain/page.ts';
import { createLinks } from '../../src/http/signed-link.ts';
import { everyPage } from '../papers/offices.ts';
import { bangkok } from '../support/an-agency.ts';

const SECRET = '0a'.repeat(32);
const NOW = bangkok('2026-02-16 10:05');
const WEEK = 7 * 86_400_000;
const missing: Page = { kind: 'missing', division: 'finance' };

/** Links at a moment, and the token of an address. */
function linksAt(now: number, secret = SECRET, url: string | null = 'https://ita.example.org') {
  return createLinks(secret, () => url, { now: () => now });
}

function tokenOf(page: Page, now = NOW, secret = SECRET): string {
  const url = linksAt(now, secret).link('office', page);
  return url?.split('/').at(-1) ?? '';
}

const token = tokenOf(missing);
const read = (text: string, now = NOW) => linksAt(now).read(text);

describe('a link', () => {
  it.each(everyPage('item-1', 'finance'))('comes back as it was: %s', (_name, page) => {
    expect(read(tokenOf(page))).toEqual({ agency: 'office', page, expires: NOW + WEEK });
  });

  it('is an address below the public one, whatever its end and path', () => {
    for (const url of ['https://ita.example.org', 'https://ita.example.org/', 'http://localhost:3000/x//']) {
      const link = linksAt(NOW, SECRET, url).link('office', missing);
      expect(link?.startsWith(`${url.replace(/\/+$/, '')}/d/1.`)).toBe(true);
      expect(new URL(link ?? '').href).toBe(link);
    }
  });

  it('is made of letters that no chat breaks, and short enough for a LINE button', () => {
    expect(token).toMatch(/^1\.[\w-]+\.[\w-]{43}$/);
    const long = linksAt(NOW).link('a'.repeat(40), { kind: 'missing', division: 'ก'.repeat(64) });
    expect(long?.length).toBeLessThanOrEqual(1_000);
    expect(linksAt(NOW).read(long?.split('/').at(-1) ?? '')).toMatchObject({ agency: 'a'.repeat(40) });
  });

  it('is none without a public address, and none that LINE would refuse', () => {
    expect(linksAt(NOW, SECRET, null).link('office', missing)).toBeNull();
    expect(
      linksAt(NOW, SECRET, `https://ita.example.org/${'x'.repeat(900)}`).link('office', missing),
    ).toBeNull();
    const [division, until] = ['\u0001'.repeat(64), '2026-04-30'];
    const long: Page = { kind: 'due', until, month: null, overdue: false, division };
    expect(linksAt(NOW).link('a'.repeat(40), long)).toBeNull();
  });

  it('asks for the public address each time: a port may come later', () => {
    let url: string | null = null;
    const links = createLinks(SECRET, () => url, { now: () => NOW });
    expect(links.link('office', missing)).toBeNull();
    url = 'http://localhost:3000';
    expect(links.link('office', missing)).toContain('http://localhost:3000/d/');
  });
});

describe('seven days', () => {
  it('are exact: good a moment before, then expired', () => {
    expect(read(token, NOW + WEEK - 1)).toMatchObject({ page: missing });
    expect(read(token, NOW + WEEK)).toBe('expired');
    expect(read(token, NOW + 100 * WEEK)).toBe('expired');
  });

  it('do not tell a forger that he was right once', () => {
    expect(read(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, NOW + 2 * WEEK)).toBe('forged');
  });
});

describe('forged', () => {
  it('is every token with one letter changed, whatever it is changed to', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/% ก\n';
    const accepted = [...token].flatMap((letter, at) =>
      [...letters]
        .filter((other) => other !== letter)
        .map((other) => token.slice(0, at) + other + token.slice(at + 1))
        .filter((changed) => read(changed) !== 'forged'),
    );
    expect(accepted).toEqual([]);
  });

  it('is every token cut or lengthened', () => {
    for (let length = 0; length < token.length; length += 1)
      expect(read(token.slice(0, length))).toBe('forged');
    for (const more of ['A', '=', '.', '/', ' ', '\n', '\0']) {
      expect(read(token + more)).toBe('forged');
      expect(read(more + token)).toBe('forged');
    }
  });

  it('is a token of another secret, and a signature of another token', () => {
    expect(read(tokenOf(missing, NOW, 'other'.repeat(8)))).toBe('forged');
    const [, body = '', mac = ''] = token.split('.');
    const [, otherBody = '', otherMac = ''] = tokenOf({ kind: 'missing', division: null }).split('.');
    expect(read(`1.${body}.${otherMac}`)).toBe('forged');
    expect(read(`1.${otherBody}.${mac}`)).toBe('forged');
    expect(read(`2.${body}.${mac}`)).toBe('forged');
  });

  it.each(['', '.', '..', '1..', 'constructor', '__proto__', `1..${'A'.repeat(43)}`])('is %j', (text) => {
    expect(read(text)).toBe('forged');
  });

  it('is a huge one, refused without looking at it', () => {
    const huge = `1.${'A'.repeat(10_000_000)}.${'A'.repeat(43)}`;
    const began = performance.now();
    expect(read(huge)).toBe('forged');
    expect(performance.now() - began).toBeLessThan(50);
  });
});

it('a page this version does not know is asked for again, like one that ended', () => {
  const unknown = { kind: 'horoscope' } as unknown as Page;
  expect(read(tokenOf(unknown))).toBe('expired');
});
