/** The main job as a play: what is said on the phones of the example office, in the order it happens. */
import { instantOf, minuteOf } from '../domain/calendar.ts';
import type { Place } from '../simulator/platform.ts';
import { clockTime, longDay } from '../thai/date.ts';
import { linesOfMessage } from './print-message.ts';
import type { Person, Stage } from './stage.ts';

/** Whose reminders are shown in full. */
const LEAD = 'baifern';
const CARDS_SHOWN = 2;

/** Plays the story; each line goes to `out` as it happens. Resolves with how many messages people and bot sent. */
export async function playStory(
  stage: Stage,
  out: (line: string) => void,
): Promise<{ people: number; bot: number }> {
  const { clock, platform } = stage;
  const count = { people: 0, bot: 0 };
  const leading = stage.people.find((one) => one.key === LEAD)?.user;
  let others = 0;
  const names = new Map(stage.people.map((person) => [person.user, person]));
  const end = platform.world.watch((entry, { to }) => {
    if (!('message' in entry)) return;
    count.bot += 1;
    // A reminder goes to everyone concerned; one of them is shown, the rest are counted.
    if (entry.via === 'push' && !to.startsWith('C') && to !== leading) {
      others += 1;
      return;
    }
    const where = to.startsWith('C') ? 'กลุ่มเจ้าหน้าที่' : `แชตของ ${nameIn(names, to)}`;
    const how = entry.via === 'reply' ? 'ตอบ (ฟรี)' : 'แจ้งเตือน (นับโควตา)';
    print(out, clock.now(), `น้องไอต้า → ${where} · ${how}`, linesOfMessage(entry.message, CARDS_SHOWN));
  });
  const say = async (person: string, text: string, inGroup = false) => {
    count.people += 1;
    const place = placeOf(stage, person, inGroup);
    const where = inGroup ? ' ในกลุ่มเจ้าหน้าที่' : '';
    print(out, clock.now(), `${nameIn(names, place.user)}${where} พิมพ์`, [text]);
    await platform.say(place, text);
    await stage.settle();
  };
  const press = async (person: string, label: string) => {
    count.people += 1;
    const place = placeOf(stage, person, false);
    print(out, clock.now(), `${nameIn(names, place.user)} กดปุ่ม`, [`[${label}]`]);
    if ((await pressNewest(stage, place, label)) === null)
      throw new Error(`The story expects a button "${label}" in the chat of ${person}.`);
  };
  const at = async (day: string, hour: number, minute: number, what: string) => {
    out('');
    out(`━━ ${longDay(day)} ${clockTime(hour * 60 + minute)} — ${what}`);
    await clock.set(instantOf(day, hour * 60 + minute));
    if (others > 0) out(`\n      (และแจ้งเตือนรายบุคคลถึงเจ้าหน้าที่คนอื่นอีก ${others} ข้อความ)`);
    others = 0;
  };
  try {
    await at('2026-01-05', 8, 45, 'แผนเพิ่งเปิดใช้งาน แต่ละคนได้รับงานของกองตนเองเพียงข้อความเดียว');
    await at('2026-01-16', 9, 0, 'สองสัปดาห์ก่อนมาตรการที่ 1 ครบกำหนด');
    await at('2026-01-23', 9, 0, 'อีกหนึ่งสัปดาห์');
    await press('baifern', 'กำลังทำ');
    await say('chat', 'O12 เสร็จแล้วครับ');
    await say('din', 'ม.10 กำลังทำ 60% รอหนังสือจากอำเภอ');
    await at('2026-01-26', 13, 30, 'หัวหน้าตามงานในกลุ่ม');
    await say('mek', 'เที่ยงนี้กินอะไรกันดีครับ', true);
    await say('wandee', 'บอท กองคลังค้างอะไร', true);
    await say('chat', 'มาตรการที่ 1 เสร็จแล้วครับ', true);
    await at('2026-01-27', 10, 0, 'แจ้งผิดก็ยกเลิกได้');
    await say('imjai', 'มาตรการที่ 11 เสร็จแล้วค่ะ');
    await say('imjai', 'ยกเลิก');
    await at('2026-02-02', 9, 0, 'วันทำการแรกของเดือน: สรุปเดือนเข้ากลุ่มเอง');
    await at('2026-02-02', 9, 30, 'ประชาชนถามมาตรการที่เผยแพร่');
    count.people += 1;
    print(out, clock.now(), 'ประชาชน พิมพ์', ['มาตรการ']);
    await platform.say({ user: stage.citizen }, 'มาตรการ');
    await stage.settle();
    return count;
  } finally {
    end();
  }
}

/** Presses the button of that label on the newest message in a chat. Null = there is no such button. */
export async function pressNewest(stage: Stage, place: Place, label: string): Promise<string | null> {
  const newest = stage.platform.world.conversation(place).findLast((entry) => 'message' in entry);
  const action = newest !== undefined && 'message' in newest ? buttonIn(newest.message, label) : null;
  if (action === null) return null;
  await stage.platform.press(place, action);
  await stage.settle();
  return label;
}

/** The first action with this label anywhere in a message. */
export function buttonIn(node: unknown, label: string): unknown {
  if (typeof node !== 'object' || node === null) return null;
  if ('label' in node && node.label === label && 'type' in node) return node;
  for (const child of Object.values(node)) {
    const found = buttonIn(child, label);
    if (found !== null) return found;
  }
  return null;
}

function placeOf(stage: Stage, key: string, inGroup: boolean): Place {
  const person = stage.people.find((one) => one.key === key);
  if (person === undefined) throw new Error(`There is nobody called ${key} in example/people.json.`);
  return inGroup ? { user: person.user, group: stage.group } : { user: person.user };
}

function nameIn(names: ReadonlyMap<string, Person>, user: string): string {
  const person = names.get(user);
  return person === undefined ? 'ประชาชน' : `${person.name} (${person.position})`;
}

function print(out: (line: string) => void, now: number, who: string, lines: readonly string[]): void {
  out('');
  out(`${clockTime(minuteOf(now))} ${who}`);
  for (const line of lines) out(`   │ ${line}`);
}
