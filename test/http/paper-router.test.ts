import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Router } from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Page } from '../../src/domain/page.ts';
import { type Log, type LogFacts, StoreDown } from '../../src/flow/ports.ts';
import { type PaperWorld, paperRouter } from '../../src/http/paper-router.ts';
import { startHttp } from '../../src/http/server.ts';
import { createLinks } from '../../src/http/signed-link.ts';
import { EXPIRES, HEAD, NOW, officeInUse } from '../papers/offices.ts';

const office = officeInUse();
const missing: Page = { kind: 'missing', division: null };

async function aServer(more: Partial<PaperWorld> = {}) {
  const lines: string[] = [];
  const line = (facts: LogFacts, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { info: line, warn: line, error: line };
  let now = NOW;
  const clock = { now: () => now };
  let port = 0;
  const links = createLinks('s'.repeat(32), () => `http://127.0.0.1:${port}`, clock);
  const read: PaperWorld['read'] = async (id) => (id === 'office' ? { agency: office, head: HEAD } : null);
  const beside = { own: async () => null, office: async () => office.profile };
  const pages = paperRouter({ log, clock, links, read, ...beside, ...more });
  const server = await startHttp({ log, webhook: Router(), pages, ready: async () => {} }, 0, '127.0.0.1');
  onTestFinished(() => server.close());
  port = server.port;
  return {
    lines,
    url: `http://127.0.0.1:${port}`,
    link: (page: Page = missing, agency = 'office') => links.link(agency, page) ?? '',
    pass: (ms: number) => {
      now += ms;
    },
  };
}

/** A path as it is written, which `fetch` would tidy. */
function raw(url: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { path, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('a signed page', () => {
  it('is shown, with the link it was asked by', async () => {
    const { link } = await aServer();
    const response = await fetch(link());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const text = await response.text();
    expect(text).toContain('มาตรการที่ 1');
    expect(text).toContain('ลิงก์นี้ใช้ได้ถึง 23 ก.พ. 69 10.05 น.');
    expect(EXPIRES - NOW).toBe(7 * 86_400_000);
  });

  it('may not be kept, indexed, framed, scripted or told to others', async () => {
    const { link } = await aServer();
    const response = await fetch(link());
    const { headers } = response;
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
    const style = /<style>([\s\S]*?)<\/style>/.exec(await response.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')?.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      `style-src 'sha256-${hash}'`,
    ]);
  });

  it('answers HEAD without a body', async () => {
    const { link } = await aServer();
    const response = await fetch(link(), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const { link } = await aServer();
    const response = await fetch(link(), { method });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
      405,
      'GET, HEAD',
      '',
    ]);
  });

  it('is shown whatever an app adds behind the question mark', async () => {
    const { link } = await aServer();
    expect((await fetch(`${link()}?openExternalBrowser=1`)).status).toBe(200);
  });

  it('shows the state of the moment it is opened', async () => {
    const { link, pass } = await aServer();
    const url = link();
    pass(86_400_000);
    expect(await (await fetch(url)).text()).toContain('ข้อมูล ณ 17 ก.พ. 69 10.05 น.');
  });
});

describe('what is not ours', () => {
  it('is the same page of 404, whatever is wrong', async () => {
    const { link, url } = await aServer();
    const path = new URL(link()).pathname;
    const paths = [
      ...['/d', '/d/', '/d/x', '/d/..', '/d/%E0%A4%A', '/d/%', '/d/a/b', `/d/${'A'.repeat(8_000)}`],
      ...[
        `${path}x`,
        `${path}/`,
        path.slice(0, -1),
        path.replace('/d/1.', '/d/2.'),
        path.replace('.', '%2E'),
      ],
      new URL(link(missing, 'nobody')).pathname,
      new URL(link({ kind: 'item', item: 'nothing' })).pathname,
      new URL(link({ kind: 'measures', year: 2570 })).pathname,
    ];
    const answers = await Promise.all(paths.map((one) => raw(url, one)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]?.body).toContain('ไม่พบหน้านี้ค่ะ');
    const { headers } = await fetch(`${url}/d/x`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is not read from the store', async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
      return null;
    };
    const { link, pass, url } = await aServer({ read });
    const old = link();
    pass(8 * 86_400_000);
    await fetch(`${url}/d/forged`);
    await fetch(old);
    expect(reads).toBe(0);
  });
});

it('an expired link is 410, and says kindly to ask again', async () => {
  const { link, pass } = await aServer();
  const url = link();
  pass(7 * 86_400_000);
  const response = await fetch(url);
  expect(response.status).toBe(410);
  expect(await response.text()).toContain('ถามน้องไอต้าใน LINE อีกครั้ง');
});

it('while the store is down it is 503, in Thai, and soon again', async () => {
  const { link, lines } = await aServer({ read: () => Promise.reject(new StoreDown('disk /data full')) });
  const response = await fetch(link());
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
  const text = await response.text();
  expect(text).toContain('ลองเปิดใหม่');
  expect(text + lines.join()).not.toContain('/data');
  expect(lines).toEqual(['page not shown {"agency":"office","error":"StoreDown"}']);
});

it('a fault of ours is 500 without a word of it', async () => {
  const { link } = await aServer({ read: () => Promise.reject(new Error('สมหมาย')) });
  const response = await fetch(link());
  expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error']);
});

it('no token is ever logged, whatever becomes of it', async () => {
  let fail: Error | null = null;
  const read = async () => {
    if (fail !== null) throw fail;
    return { agency: office, head: HEAD };
  };
  const { link, lines, pass, url } = await aServer({ read });
  const path = new URL(link()).pathname;
  await raw(url, path);
  await raw(url, `${path}%`);
  await raw(url, `${path}${'x'.repeat(20_000)}`);
  fail = new StoreDown('gone');
  await raw(url, path);
  fail = new Error('broken');
  await raw(url, path);
  pass(8 * 86_400_000);
  await raw(url, path);
  expect(lines).toHaveLength(2);
  expect(lines.join('\n')).not.toContain(path.slice('/d/'.length, '/d/'.length + 12));
  expect(lines.join('\n')).not.toContain(path.slice(-12));
});

describe('the font', () => {
  it('is served to the page, and nothing else of the package is', async () => {
    const { link, url } = await aServer();
    const text = await (await fetch(link())).text();
    const files = [...text.matchAll(/url\("(.*?)"\)/g)].map(([, file = '']) => new URL(file, link()).href);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const response = await fetch(file);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'font/woff2']);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
    }
    const others = [
      '',
      '/',
      '/x.woff2',
      '/sarabun-thai-800-normal.woff2',
      '/../package.json',
      '/%2e%2e/package.json',
    ];
    for (const other of others) expect((await raw(url, `/papers/fonts${other}`)).status, other).toBe(404);
  });
});
