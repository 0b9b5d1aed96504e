/** One life of the bot, seen from the driver. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Order } from './bot.ts';

export interface Life {
  /** The port it listens on, or null when it died before. */
  readonly listening: Promise<number | null>;
  /** Resolves with the signal or exit code it ended with. */
  readonly ended: Promise<string | number | null>;
  alive(): boolean;
  /** Resolves when it has done so, or is dead. */
  ask(order: Order): Promise<void>;
  /** SIGKILL; resolves when it is dead. */
  kill(): Promise<void>;
}

/** @param logFile gets what it writes to stderr. */
export function startBot(env: Readonly<Record<string, string>>, logFile: string): Life {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bot.ts')], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', log, 'ipc'],
  });
  closeSync(log);
  const waiting: ((answer: Answer | null) => void)[] = [];
  child.on('message', (answer: Answer) => waiting.shift()?.(answer));
  const ended = once(child, 'exit').then(([code, signal]): string | number | null => {
    for (const resolve of waiting.splice(0)) resolve(null);
    return signal ?? code;
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  const next = () =>
    new Promise<Answer | null>((resolve) => {
      if (alive()) waiting.push(resolve);
      else resolve(null);
    });
  return {
    listening: next().then((answer) => (answer?.did === 'listen' ? answer.port : null)),
    ended,
    alive,
    async ask(order) {
      const done = next();
      // A process that dies meanwhile refuses the message; `done` then says so.
      if (child.connected) child.send(order, () => {});
      await done;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
