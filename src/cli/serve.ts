import { startApp } from '../app.ts';
import { realClock } from '../clock.ts';
import { ConfigError, readConfig } from '../config.ts';
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
        'LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN are missing (or AGENCIES_FILE); without LINE there is only "npm start", the demo',
      ]);
    }
    const log = createLog(config.logLevel);
    const unlock = lockFolder(config.dataDir);
    const store = openSqliteStore({ folder: config.dataDir, log });
    const app = await startApp({ config, clock: realClock(), log, store });
    const known = new Set(await store.agencies());
    const paths = config.accounts.map(({ agency }) =>
      config.only === null ? `/webhook/${agency}` : '/webhook',
    );
    terminal.out(
      `น้องไอต้า serves ${config.accounts.map((one) => one.agency).join(', ')} on port ${app.port} (${paths.join(', ')}).`,
    );
    for (const { agency } of config.accounts.filter((one) => !known.has(one.agency))) {
      terminal.out(`Agency "${agency}" has nothing kept yet: npm run -s ita -- agency add --help`);
    }
    await terminal.untilStopped();
    await app.stop();
    unlock();
    return done(['Stopped.'], { stopped: true });
  },
};
