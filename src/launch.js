/**
 * The only file that is not TypeScript: it runs on whatever Node the machine has, and brings the program up on one that
 * can run it. `npm ci` installs such a Node under node_modules (package.json, optionalDependencies).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 16)) {
  await import('./main.ts');
} else {
  const windows = process.platform === 'win32';
  const system = windows ? 'win' : process.platform;
  const own = pathOf(`../node_modules/node-${system}-${process.arch}/bin/node${windows ? '.exe' : ''}`);
  if (existsSync(own)) runOn(own);
  else giveUp(`this is ${process.versions.node}`);
}

function runOn(own) {
  const child = spawn(own, [pathOf('./main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  // As in main.ts.
  process.on('SIGUSR1', () => undefined);
  child.on('error', (error) => giveUp(`the one npm brought does not run here (${error.message})`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

function giveUp(why) {
  console.error(`This program needs Node 24.16 or newer; ${why}.`);
  console.error(
    'Run "npm ci" in its folder (it brings one for Linux and Windows), or install Node 24 from nodejs.org.',
  );
  process.exit(2);
}

function pathOf(relative) {
  return fileURLToPath(new URL(relative, import.meta.url));
}
