/**
 * The only file that is not TypeScript: it runs on whatever Node the machine has, and brings the program up on one that
 * can run it. `npm ci` installs such a Node under node_modules (package.json, optionalDependencies).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

if (major > 24 || (major === 24 && minor >= 16)) {
  await import('./main.ts');
} else {
  const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (!existsSync(own)) {
    console.error(
      `This program needs Node 24.16 or newer; this is ${process.versions.node}.\nRun "npm ci" in its folder (it brings one for Linux and Windows), or install Node 24 from nodejs.org.`,
    );
    process.exit(2);
  }
  const child = spawn(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
