/** The way in: `npm start` chooses between the real thing and the demo; `npm run ita -- …` runs one command. */
import type { Terminal } from './cli/command.ts';
import { runCommand } from './cli/run.ts';
import { ConfigError, readConfig } from './config.ts';

const terminal: Terminal = {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
};

/** `ita …` is a command of its own; anything else starts the program: with credentials it serves, without it shows. */
function commandOf(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  if (first === 'ita') return rest;
  const given = first === 'start' ? rest : words;
  return [readConfig(process.env).accounts.length > 0 ? 'serve' : 'demo', ...given];
}

try {
  process.exitCode = await runCommand(commandOf(process.argv.slice(2)), terminal);
} catch (error) {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}
