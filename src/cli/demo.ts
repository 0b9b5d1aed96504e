import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import type { Log } from '../flow/ports.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { type Command, done, type Outcome, type Terminal, WrongUse } from './command.ts';
import { logOf } from './desk.ts';
import { openStage } from './stage.ts';
import { playStory } from './story.ts';
import { talk } from './talk.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'Bot, a LINE Platform and an invented office on this machine; --story plays the main job.',
  usage: '[--story]',
  words: 0,
  options: { story: { type: 'boolean' } },
  async run(input, terminal) {
    const config = readConfig(terminal.env);
    if (config.production) throw new WrongUse('NODE_ENV is production, which refuses the demo.');
    const log = logOf(terminal, config, 'error');
    const folder = join(config.dataDir, 'demo');
    const unlock = lockFolder(folder);
    try {
      // The demo begins anew each time: its platform remembers nothing, so an old ledger would know strangers.
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `nong-ita.sqlite${end}`), { force: true });
      rmSync(join(folder, 'files'), { recursive: true, force: true });
      return input.flag('story')
        ? await story(folder, log, terminal)
        : await conversation(folder, log, terminal, config);
    } finally {
      unlock();
    }
  },
};

async function story(folder: string, log: Log, terminal: Terminal): Promise<Outcome> {
  const stage = await openStage({ folder, log });
  try {
    const count = await playStory(stage, terminal.out);
    return done(['', `จบเรื่อง: คนส่ง ${count.people} ข้อความ น้องไอต้าส่ง ${count.bot} ข้อความ`], count);
  } finally {
    await stage.stop();
  }
}

async function conversation(
  folder: string,
  log: Log,
  terminal: Terminal,
  { port, host, publicUrl }: Config,
): Promise<Outcome> {
  const stage = await openStage({
    folder,
    log,
    port,
    publicUrl,
    // One above the bot's own; the page's address stays the same from day to day.
    platformPort: port === 0 || port === 65_535 ? 0 : port + 1,
    phones: host === undefined ? {} : { host },
    ticking: true,
  });
  try {
    await talk(stage, terminal);
    return done(['Stopped.'], { stopped: true });
  } finally {
    await stage.stop();
  }
}
