import { describe, expect, test } from 'vitest';
import { whyForeign } from '../../src/simulator/guard.ts';
import { setPhones } from './phones-stage.ts';
import { setStage } from './stage.ts';

const json = { 'content-type': 'application/json' };

test.each([
  '/phones',
  '/phones/state',
  '/PHONES/state',
  '/Phones',
  '/phones/events',
  '/phones/wire',
  '/phones/fonts/x.woff2',
  '/',
])('%s answers nobody who came by a name that is not ours: DNS rebinding', async (path) => {
  const phones = await setPhones();
  const { status } = await phones.raw('GET', path, { host: 'evil.example' });
  expect(status).toBe(403);
});

test('no other site can make a person speak', async () => {
  const phones = await setPhones();
  const body = JSON.stringify({ user: phones.somchai, text: 'ก' });
  const say = (headers: Record<string, string>) => phones.raw('POST', '/phones/say', headers, body);
  expect((await say({ ...json, origin: 'https://evil.example' })).status).toBe(403);
  expect((await say({ ...json, origin: 'null' })).status).toBe(403);
  expect((await say({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await say({ 'content-type': 'text/plain' })).status).toBe(403);
  expect((await say({ ...json, host: 'evil.example' })).status).toBe(403);
  expect(phones.got).toHaveLength(0);
  expect((await say({ ...json, origin: phones.base, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('the control for drivers is closed to other sites too', async () => {
  const phones = await setPhones();
  const driver = (headers: Record<string, string>) => phones.raw('GET', '/__platform/accepted', headers);
  expect((await driver({ host: 'evil.example' })).status).toBe(403);
  expect((await driver({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await driver({})).status).toBe(200);
});

describe('who is foreign', () => {
  test.each([
    ['127.0.0.1:3001', false, null],
    ['localhost:3001', false, null],
    ['LOCALHOST', false, null],
    ['[::1]:3001', false, null],
    ['192.168.1.5:3001', false, 'host'],
    ['192.168.1.5:3001', true, null],
    ['[fd00::1]:3001', true, null],
    ['evil.example', true, 'host'],
    ['127.0.0.1.evil.example', true, 'host'],
    ['127.0.0.1:3001@evil.example', false, 'host'],
    ['', false, 'host'],
    ['localhost:3001:80', false, 'host'],
  ])('%s, open to the network: %s -> %s', (host, open, why) => {
    expect(whyForeign({ headers: { host } }, open)).toBe(why);
  });

  test('a page of another port is another site', () => {
    const headers = { host: '127.0.0.1:3001', origin: 'http://127.0.0.1:3000' };
    expect(whyForeign({ headers }, false)).toBe('origin');
  });

  test('a link from elsewhere may open the page, and fetch nothing', () => {
    const host = '127.0.0.1:3001';
    const from = { host, 'sec-fetch-site': 'cross-site' };
    expect(whyForeign({ headers: { ...from, 'sec-fetch-mode': 'navigate' } }, false)).toBeNull();
    expect(whyForeign({ headers: { ...from, 'sec-fetch-mode': 'no-cors' } }, false)).toBe('origin');
  });
});

test('the page runs nothing but its own scripts and asks nobody outside', async () => {
  const phones = await setPhones();
  const { status, headers, text } = await phones.raw('GET', '/phones', {});
  expect(status).toBe(200);
  expect(text).toMatch(/<html lang="th"/);
  const policy = String(headers['content-security-policy']).split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self'",
      "img-src 'self' data: https:",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ]),
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('the first address leads to the page', async () => {
  const phones = await setPhones();
  expect(await phones.raw('GET', '/', {})).toMatchObject({ status: 302, headers: { location: '/phones' } });
});

test.each(['thai-400', 'thai-700', 'latin-400', 'latin-700'])('the font %s comes from here', async (name) => {
  const phones = await setPhones();
  const font = await fetch(`${phones.base}/phones/fonts/sarabun-${name}-normal.woff2`);
  expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
  expect((await font.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
});

test.each([
  '/phones/fonts/sarabun-thai-100-normal.woff2',
  '/phones/fonts/..%2f..%2fpackage.json',
  '/phones/none',
])('%s is not there', async (path) => {
  const phones = await setPhones();
  expect((await phones.raw('GET', path, {})).status).toBe(404);
});

test('words are small, pictures may be large', async () => {
  const phones = await setPhones();
  const padding = 'a'.repeat(70_000);
  const said = await phones.post('say', { user: phones.somchai, text: 'ก', padding });
  expect(said).toEqual({ status: 413, body: { error: expect.stringContaining('That is too large.') } });
  const bytes = Buffer.alloc(5_000_000).toString('base64');
  const sent = await phones.post('file', { user: phones.somchai, fileName: 'ก.pdf', bytes });
  expect(sent.status).toBe(200);
});

test('without phones the platform has no page', async () => {
  const stage = await setStage();
  expect((await stage.get('/phones')).status).toBe(404);
});

test('LINE itself is no page: its addresses answer bots as before', async () => {
  const phones = await setPhones();
  expect((await phones.get('/v2/bot/info')).headers.get('content-security-policy')).toBeNull();
});
