/** The way in: `npm start` chooses between the real thing and the demo; `npm run ita -- …` runs one command. */
import type { Terminal } from './cli/command.ts';
import { runCommand } from './cli/run.ts';

/** Ctrl-C comes twice, from the terminal and passed on by npm. Asked again after this, we end at once. */
const PATIENCE_MS = 2_000;
const ORPHAN_LOOK_MS = 500;

// By this signal Node opens its debugger to everyone on this machine: the child that reads a document may send it, and
// would find all our secrets there.
process.on('SIGUSR1', () => undefined);

// Who reads us may have seen enough (`| head`); a server goes on without a reader.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const terminal: Terminal = {
  env: process.env,
  input: () => process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  untilStopped: () =>
    new Promise((resolve) => {
      let asked: number | null = null;
      const ask = () => {
        asked ??= performance.now();
        if (performance.now() - asked > PATIENCE_MS) process.exit(1);
        resolve();
      };
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
      whenLeftBehind(ask);
    }),
};

/** npm passes SIGTERM on to its shell only: the shell dies, and we would hold port and folder for nobody. */
function whenLeftBehind(run: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    run();
  }, ORPHAN_LOOK_MS).unref();
}

/** `ita …` names a command; nothing, or options alone, is `start`. */
function commandOf(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  if (first === 'ita') return rest;
  return first === undefined || first.startsWith('-') ? ['start', ...words] : words;
}

process.exitCode = await runCommand(commandOf(process.argv.slice(2)), terminal);
