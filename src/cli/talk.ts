/** The demo in the terminal: whoever has a keyboard speaks as anyone of the office. */
import { createInterface } from 'node:readline';
import { dayOf, instantOf, isDay, minuteOf } from '../domain/calendar.ts';
import type { ConversationEntry, Place } from '../simulator/platform.ts';
import { clockTime, longDay } from '../thai/date.ts';
import type { Terminal } from './command.ts';
import { linesOfMessage } from './print-message.ts';
import { problemWords } from './problem-words.ts';
import type { Stage } from './stage.ts';
import { pressNewest } from './story.ts';

const MORNING = 8 * 60 + 45;
const DAY_MS = 86_400_000;
/** What arrives by itself is gathered this long, so that 25 reminders make one line. */
const GATHER_MS = 200;
const CARDS_SHOWN = 3;

const HOW = [
  'Write a line and press Enter:',
  '  somying: ขาดข้อไหนบ้าง              she says it to the bot, 1:1',
  '  wandee @กลุ่ม: บอท กองคลังค้างอะไร  she says it in the staff group',
  '  2026-01-23   or   พรุ่งนี้          the morning of that day, 08:45',
  '  baifern                           her newest message again',
  '  baifern [เสร็จแล้ว]               she presses that button on it',
  '  help, people, quit',
];

/** Says where everything is and takes lines until it is stopped. */
export async function talk(stage: Stage, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  const stopped = terminal.untilStopped();
  const today = longDay(dayOf(stage.clock.now()));
  out(`เปิดหน้านี้: ${stage.platformUrl}/phones`);
  out('(Open this page.) The demo is a bot, LINE and an invented office, all on this machine.');
  out(`There it is ${today}. To watch the main job by itself: npm start -- --story`);
  out('');
  for (const line of [...HOW, '', ...peopleOf(stage)]) out(line);
  const printer = createPrinter(stage, out);
  const input = terminal.input();
  const lines = createInterface({ input });
  let turn = Promise.resolve();
  const quit = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (['quit', 'exit'].includes(line.trim())) return resolve();
      // One line after the other, also when they come in at once.
      turn = turn.then(async () => {
        printer.hold();
        try {
          for (const answer of await obey(stage, line.trim(), out)) out(answer);
        } catch (error) {
          out(problemWords(error));
        }
        printer.flush();
      });
    });
    // Ctrl-D ends it; a demo started without a keyboard goes on.
    lines.on('close', () => {
      if (input.isTTY === true) resolve();
    });
  });
  try {
    await Promise.race([stopped, quit]);
    await turn;
  } finally {
    lines.close();
    printer.end();
  }
}

/** Does what a line says; what is to be answered to whoever wrote it. */
async function obey(stage: Stage, line: string, out: Terminal['out']): Promise<readonly string[]> {
  if (line === '') return [];
  if (line === 'help') return HOW;
  if (line === 'people') return peopleOf(stage);
  if (line === 'พรุ่งนี้' || line === 'tomorrow') return goTo(stage, dayOf(stage.clock.now() + DAY_MS), out);
  if (isDay(line)) return goTo(stage, line, out);
  const [, key = '', group, button, text] =
    /^([a-z]+)\s*(@\S+?)?\s*(?:\[(.+)\]|:\s*(.+))?$/iu.exec(line) ?? [];
  const user = userOf(stage, key);
  if (key === '' || (group !== undefined && text === undefined && button === undefined)) return HOW;
  if (user === null) return [`There is nobody called ${key}.`, ...peopleOf(stage)];
  if (user === stage.citizen && group !== undefined) return ['The citizen is not in the staff group.'];
  const place: Place = group === undefined ? { user } : { user, group: stage.group };
  if (text !== undefined) {
    await stage.platform.say(place, text);
    await stage.settle();
    return [];
  }
  if (button === undefined) return newestIn(stage, place);
  const pressed = await pressNewest(stage, place, button);
  return pressed === null ? [`The newest message there has no button "${button}".`] : [];
}

async function goTo(stage: Stage, day: string, out: Terminal['out']): Promise<readonly string[]> {
  const morning = instantOf(day, MORNING);
  if (morning < stage.clock.now())
    return [`Time goes forward only; it is ${longDay(dayOf(stage.clock.now()))}.`];
  out(`━━ ${longDay(day)} ${clockTime(MORNING)}`);
  await stage.clock.set(morning);
  await stage.settle();
  return [];
}

function newestIn(stage: Stage, place: Place): readonly string[] {
  const newest = stage.platform.world.conversation(place).findLast((entry) => 'message' in entry);
  return newest !== undefined && 'message' in newest ? shown(newest.message) : ['Nothing arrived there yet.'];
}

function userOf(stage: Stage, key: string): string | null {
  if (key === 'citizen') return stage.citizen;
  return stage.people.find((one) => one.key === key)?.user ?? null;
}

function peopleOf(stage: Stage): readonly string[] {
  return [`People: ${[...stage.people.map((one) => one.key), 'citizen'].join(', ')}`];
}

interface Printer {
  /** From now on what arrives is gathered until `flush`. */
  hold(): void;
  /** Prints what was gathered. */
  flush(): void;
  end(): void;
}

/** Answers and what goes to the group are printed at once; reminders to many people are counted. */
function createPrinter(stage: Stage, out: (line: string) => void): Printer {
  let gathered: { readonly to: string; readonly message: unknown }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let holding = false;
  const head = (who: string) => out(`${clockTime(minuteOf(stage.clock.now()))} น้องไอต้า → ${who}`);
  const print = (who: string, message: unknown) => {
    head(who);
    for (const line of shown(message)) out(line);
  };
  const flush = () => {
    clearTimeout(timer);
    holding = false;
    const [first, ...rest] = gathered;
    gathered = [];
    if (first === undefined) return;
    if (rest.length === 0) return print(first.to, first.message);
    const all = [first, ...rest].map(({ to }) => to);
    head(`${[...new Set(all)].join(', ')} (แจ้งเตือน ${all.length} ข้อความ พิมพ์ชื่อเพื่ออ่าน)`);
  };
  const end = stage.platform.world.watch((entry: ConversationEntry, { to }) => {
    if (!('message' in entry)) return;
    if (to.startsWith('C')) return print('กลุ่ม', entry.message);
    const who = stage.people.find((one) => one.user === to)?.key ?? 'citizen';
    if (entry.via === 'reply') return print(who, entry.message);
    gathered.push({ to: who, message: entry.message });
    clearTimeout(timer);
    if (!holding) timer = setTimeout(flush, GATHER_MS).unref();
  });
  return {
    hold() {
      holding = true;
    },
    flush,
    end() {
      clearTimeout(timer);
      end();
    },
  };
}

function shown(message: unknown): readonly string[] {
  return linesOfMessage(message, CARDS_SHOWN).map((line) => `   │ ${line}`);
}
