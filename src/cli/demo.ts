import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { type Command, done, WrongUse } from './command.ts';
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
    const config = readConfig({ ...terminal.env, NODE_ENV: terminal.env.NODE_ENV });
    if (config.production) throw new WrongUse('NODE_ENV is production, which refuses the demo');
    const story = input.flag('story');
    const folder = join(config.dataDir, 'demo');
    const unlock = lockFolder(folder);
    // The demo begins anew each time: its platform remembers nothing, so an old ledger would know strangers.
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `nong-ita.sqlite${end}`), { force: true });
    const log = createLog(terminal.env.LOG_LEVEL ?? 'error');
    const stage = await openStage({ folder, log, port: story ? 0 : config.port, ticking: !story });
    try {
      if (story) {
        const count = await playStory(stage, terminal.out);
        return done(['', `จบเรื่อง: คนส่ง ${count.people} ข้อความ น้องไอต้าส่ง ${count.bot} ข้อความ`], count);
      }
      await talk(stage, terminal);
      return done(['Stopped.'], { stopped: true });
    } finally {
      await stage.stop();
      unlock();
    }
  },
};
