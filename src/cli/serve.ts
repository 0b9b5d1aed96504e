import { type App, startApp } from '../app.ts';
import { realClock } from '../clock.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { Log, Store } from '../flow/ports.ts';
import { createLog } from '../log.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { type Command, done } from './command.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'Serves the agencies whose LINE credentials are set in the environment.',
  usage: '',
  words: 0,
  options: {},
  async run(_input, terminal) {
    const config = readConfig(terminal.env);
    if (config.accounts.length === 0) {
      throw new ConfigError([
        'LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN are missing (or AGENCIES_FILE); without LINE there is only the demo',
      ]);
    }
    const log = createLog(config.logLevel);
    const unlock = lockFolder(config.dataDir);
    try {
      const store = openSqliteStore({ folder: config.dataDir, log });
      const app = await started(config, log, store);
      try {
        // Before anybody is told that we run, and how to stop it.
        const stopped = terminal.untilStopped();
        for (const line of await greeting(config, store, app.port)) terminal.out(line);
        await stopped;
      } finally {
        await app.stop();
      }
    } finally {
      unlock();
    }
    return done(['Stopped.'], { stopped: true });
  },
};

async function started(config: Config, log: Log, store: Store): Promise<App> {
  try {
    return await startApp({ config, clock: realClock(), log, store });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function greeting({ accounts, only }: Config, store: Store, port: number): Promise<string[]> {
  const kept = await store.agencies();
  const served = accounts.map(({ agency }) => agency);
  const paths = only === null ? served.map((agency) => `/webhook/${agency}`) : ['/webhook'];
  return [
    `น้องไอต้า serves ${served.join(', ')} on port ${port} (${paths.join(', ')}). Ctrl-C stops it.`,
    ...served
      .filter((agency) => !kept.includes(agency))
      .map((agency) => `Nothing is kept of "${agency}" yet: npm run -s ita -- agency add --help`),
  ];
}
