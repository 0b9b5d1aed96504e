/** The demo in the terminal: whoever has a keyboard speaks as anyone of the office. */
import { createInterface } from 'node:readline';
import { dayOf, instantOf, isDay, minuteOf } from '../domain/calendar.ts';
import { clockTime, longDay } from '../thai/date.ts';
import type { Terminal } from './command.ts';
import { linesOfMessage } from './print-message.ts';
import type { Stage } from './stage.ts';

const MORNING = 8 * 60 + 45;

/** Says where everything is and, on a terminal, takes lines until it is stopped. */
export async function talk(stage: Stage, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  out(
    `The demo runs: the bot on http://127.0.0.1:${stage.app().port}, the office is invented, nothing leaves this machine.`,
  );
  out(
    `Its date is ${longDay(dayOf(stage.clock.now()))}. To see the main job by itself: npm start -- --story`,
  );
  out('');
  out('Speak as someone:    somying: ขาดข้อไหนบ้าง          (1:1 chat)');
  out('In the staff group:  wandee @กลุ่ม: บอท กองคลังค้างอะไร');
  out('Move the date:       2026-01-23   or   พรุ่งนี้');
  out(`People: ${stage.people.map((one) => one.key).join(', ')}, citizen`);
  const end = stage.platform.world.watch((entry, { to }) => {
    if (!('message' in entry)) return;
    const who = stage.people.find((one) => one.user === to)?.key ?? (to.startsWith('C') ? 'กลุ่ม' : 'citizen');
    out(`${clockTime(minuteOf(stage.clock.now()))} น้องไอต้า → ${who}`);
    for (const line of linesOfMessage(entry.message)) out(`   │ ${line}`);
  });
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    void obey(stage, line.trim()).catch((error: unknown) =>
      out(error instanceof Error ? error.message : String(error)),
    );
  });
  try {
    await terminal.untilStopped();
  } finally {
    lines.close();
    end();
  }
}

async function obey(stage: Stage, line: string): Promise<void> {
  if (line === '') return;
  const { clock, platform } = stage;
  if (line === 'พรุ่งนี้' || line === 'tomorrow')
    return clock.set(instantOf(dayOf(clock.now() + 86_400_000), MORNING));
  if (isDay(line)) return clock.set(instantOf(line, MORNING));
  const said = /^(\w+)\s*(@\S+)?\s*:\s*(.+)$/u.exec(line);
  const person = stage.people.find((one) => one.key === said?.[1]);
  const user = said?.[1] === 'citizen' ? stage.citizen : person?.user;
  if (said === null || user === undefined)
    throw new Error('Write NAME: TEXT, NAME @กลุ่ม: TEXT, a date such as 2026-01-23, or พรุ่งนี้.');
  await platform.say(said[2] === undefined ? { user } : { user, group: stage.group }, said[3] ?? '');
  await stage.settle();
}
