import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { keptLinkSecret } from '../../src/http/link-secret.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('is made once, for its owner only, and stays', () => {
  const folder = join(aFolder(), 'data');
  const secret = keptLinkSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptLinkSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(['link.secret']);
  expect(statSync(join(folder, 'link.secret')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('is another one in each folder', () => {
  expect(keptLinkSecret(aFolder())).not.toBe(keptLinkSecret(aFolder()));
});

it.each([
  '',
  'short',
  'g'.repeat(64),
])('a file that holds %j is refused with what to do, and left alone', (content) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'link.secret'), content);
  expect(() => keptLinkSecret(folder)).toThrow(/link\.secret holds no secret.*Delete it.*LINK_SECRET/);
  expect(existsSync(join(folder, 'link.secret'))).toBe(true);
});

it('one that cannot be read says so, without making another', () => {
  const folder = aFolder();
  keptLinkSecret(folder);
  chmodSync(join(folder, 'link.secret'), 0);
  // Root reads all.
  if (process.getuid?.() === 0) return;
  expect(() => keptLinkSecret(folder)).toThrow(/EACCES/);
});

it('processes that start at once agree', async () => {
  const module = join(import.meta.dirname, '../../src/http/link-secret.ts');
  const wait = 'while (Date.now() < Number(process.argv[2])) {}';
  const script = `import(${JSON.stringify(module)}).then(({ keptLinkSecret }) => { ${wait} console.log(keptLinkSecret(process.argv[1])); });`;
  for (let round = 0; round < 3; round += 1) {
    const folder = aFolder();
    const start = String(Date.now() + 700);
    const runs = Array.from({ length: 6 }, () =>
      promisify(execFile)(process.execPath, ['-e', script, folder, start]),
    );
    const secrets = (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder)).toEqual(['link.secret']);
  }
});
