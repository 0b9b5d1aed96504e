/**
 * The people of a simulated year. Each reads what reaches his phone and answers as his ways say: with the buttons of the
 * message or in his own words, in the 1:1 chat or in the staff group. Nobody here knows more than the phone shows, but for
 * an item's date, which stands on paper too.
 */
import { itemName } from '../../chat/words.ts';
import type { Agency, Item } from '../../domain/agency.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  instantOf,
  isWorkingDay,
  minuteOf,
} from '../../domain/calendar.ts';
import { finishDue, reportDues } from '../../domain/due.ts';
import { daysOffOf } from '../../domain/holidays.ts';
import { statusOf } from '../../domain/item.ts';
import type { ConversationEntry } from '../../simulator/platform.ts';
import { longDay } from '../../thai/date.ts';
import { AGENCY, type Person, type Stage } from '../stage.ts';
import { type Absence, type Behaviour, isAway, type Manner, type Ways, waysOf } from './behaviour.ts';
import type { Chance } from './chance.ts';
import { type Button, buttonsOf, isReminder, itemsIn } from './reading.ts';

/** Office hours; an answer comes at some minute of them. */
const OPENS = 8 * 60 + 30;
const CLOSES = 16 * 60 + 30;
const WEEK = 7;
const EVENING = 20 * 60;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEKS_A_MONTH = 4.345;
const MORE_TIME_DAYS = 14;

type Answer = 'done' | 'doing' | 'read' | 'snooze' | 'extension';

export interface Lively {
  /** How many messages people sent, citizens included. */
  sent(): number;
  end(): void;
}

/** Lets everybody live from now until `until`; they act as the stage's clock moves. */
export function bringToLife(stage: Stage, behaviour: Behaviour, chance: Chance, until: number): Lively {
  const { platform, clock } = stage;
  const read = async (): Promise<Agency> => {
    const held = await stage.app().ledger.read(AGENCY);
    if (held === null) throw new Error('the office is not there');
    return held.agency;
  };
  let sent = 0;
  const cancels = new Set<() => void>();
  const at = (moment: number, act: () => Promise<void>) => {
    if (moment > until) return;
    const cancel = clock.after(Math.max(0, moment - clock.now()), () => {
      cancels.delete(cancel);
      void stage.during(act());
    });
    cancels.add(cancel);
  };
  /** Two people never act in the same millisecond: whoever comes first must not hang on how fast the machine is. */
  const lifeOf = (whom: string, place: number): Life => ({
    stage,
    chance: chance.of(whom),
    read,
    at: (moment, act) => at(moment + place, act),
    // Nobody waits for the bot: what it does not take now LINE brings again, or not.
    async say(person, text, inGroup = false) {
      sent += 1;
      const place = inGroup ? { user: person, group: stage.group } : { user: person };
      await platform.say(place, text, { firstTryOnly: true });
    },
    async press(person, action) {
      sent += 1;
      await platform.press({ user: person }, action, { firstTryOnly: true });
    },
  });
  const reading = new Map(
    stage.people.map((person, place) => [
      person.user,
      colleague(lifeOf(person.key, place), person, waysOf(behaviour, person)),
    ]),
  );
  const end = platform.world.watch((entry, { to }) => reading.get(to)?.(entry));
  stage.people.forEach((person, place) => {
    const { manner, away } = waysOf(behaviour, person);
    askNowAndThen(lifeOf(`${person.key} asks`, place), person.user, manner.asks, until, away);
  });
  const { aWeek, say } = behaviour.citizens;
  const citizens = { aMonth: aWeek * WEEKS_A_MONTH, say };
  askNowAndThen(lifeOf('citizens', stage.people.length), stage.citizen, citizens, until);
  return {
    sent: () => sent,
    end() {
      end();
      for (const cancel of cancels) cancel();
    },
  };
}

interface Life {
  readonly stage: Stage;
  readonly chance: Chance;
  read(): Promise<Agency>;
  at(moment: number, act: () => Promise<void>): void;
  say(person: string, text: string, inGroup?: boolean): Promise<void>;
  press(person: string, action: unknown): Promise<void>;
}

/** What somebody does with each line of his 1:1 chat. */
function colleague(life: Life, person: Person, ways: Ways): (entry: ConversationEntry) => void {
  const { stage, chance } = life;
  /** Items he means to answer already. */
  const onHisList = new Set<string>();
  /** Requests for a later date he means to grant, or did. */
  const granted = new Set<string>();
  /** He was asked back about what he just pressed: he says yes. */
  let confirming: string | null = null;

  async function answerAll(buttons: readonly Button[], items: readonly string[]): Promise<void> {
    for (const item of items) onHisList.delete(item);
    const agency = await life.read();
    const open = items.flatMap((id) => agency.items[id] ?? []).filter((item) => statusOf(item) !== 'done');
    let whole: Answer | null = null;
    for (const item of open) {
      const answer = answerTo(agency, item);
      // รับทราบ and "later" are about the whole message: said once.
      if (answer === null || (whole !== null && answer === whole)) continue;
      if (answer === 'read' || answer === 'snooze') whole = answer;
      await give(answer, item, buttons);
    }
  }

  function answerTo(agency: Agency, item: Item): Answer | null {
    const shares = ways.manner[stageOf(agency, item, dayOf(stage.clock.now()))];
    let left = chance.next() * 100;
    for (const answer of ['done', 'doing', 'read', 'snooze', 'extension'] as const) {
      left -= shares[answer];
      if (left < 0) return answer;
    }
    return null;
  }

  async function give(answer: Answer, item: Item, buttons: readonly Button[]): Promise<void> {
    const name = itemName(item);
    const found = buttons.find(({ press }) => {
      if (answer === 'read') return press.do === 'acknowledge';
      if (answer === 'snooze') return press.do === 'snooze';
      const status = answer === 'done' ? 'done' : 'in_progress';
      return press.do === 'report' && press.item === item.id && press.status === status;
    });
    confirming = item.id;
    switch (answer) {
      case 'extension': {
        const until = addDays(dayOf(stage.clock.now()), MORE_TIME_DAYS);
        return life.say(person.user, `ขอขยายเวลา ${name} ถึงวันที่ ${longDay(until)} รอเอกสาร`);
      }
      case 'done':
      case 'doing': {
        const words = `${name} ${answer === 'done' ? 'เสร็จแล้ว' : `กำลังทำ ${chance.between(2, 9)}0%`}`;
        if (chance.next() * 100 < ways.manner.inGroup) return life.say(person.user, words, true);
        return found === undefined ? life.say(person.user, words) : life.press(person.user, found.action);
      }
      default:
        return found === undefined
          ? life.say(person.user, 'รับทราบค่ะ')
          : life.press(person.user, found.action);
    }
  }

  return (entry) => {
    if (!('message' in entry)) return;
    const buttons = buttonsOf(entry.message);
    const asked = confirming;
    confirming = null;
    const yes = buttons.find(({ press }) => press.do === 'report' && press.item === asked);
    // Whoever is to decide on a later date gives it, once: a coordinator's card brings the same wish every week.
    for (const { press, action } of buttons) {
      if (press.do !== 'grant' || granted.has(press.extension)) continue;
      granted.add(press.extension);
      life.at(whenHeAnswers(life, ways), () => life.press(person.user, action));
    }
    if (!isReminder(buttons)) {
      if (entry.via === 'reply' && yes !== undefined && !wasKept(entry.message))
        life.at(stage.clock.now() + MINUTE_MS, () => life.press(person.user, yes.action));
      return;
    }
    const items = itemsIn(buttons).filter((item) => !onHisList.has(item));
    if (items.length === 0) return;
    for (const item of items) onHisList.add(item);
    const moment = whenHeAnswers(life, ways);
    life.at(moment, () => answerAll(buttons, items));
  };
}

/** How far an item is, as its person sees it from the dates in his plan. */
function stageOf(agency: Agency, item: Item, today: Day): 'early' | 'report' | 'near' {
  const finish = finishDue(agency, item);
  if (finish !== null && daysBetween(today, finish) <= WEEK) return 'near';
  return reportDues(agency, item).some((date) => Math.abs(daysBetween(today, date)) <= WEEK * 2)
    ? 'report'
    : 'early';
}

/** A report that was kept is echoed with a way to take it back. */
function wasKept(message: unknown): boolean {
  return buttonsOf(message).some(({ press }) => press.do === 'undo');
}

/** In office hours of a working day on which he is there. */
function whenHeAnswers({ stage, chance }: Life, { manner, away }: Ways): number {
  const off = daysOffOf({ holidays: {} });
  const now = stage.clock.now();
  const there = (day: string) => isWorkingDay(day, off) && !isAway(away, day);
  let day = dayOf(now);
  for (let left = chance.between(...manner.days); left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, off)) left -= 1;
  }
  while (!there(day)) day = addDays(day, 1);
  const from = day === dayOf(now) ? minuteOf(now) + 2 : OPENS;
  if (from >= CLOSES) {
    do day = addDays(day, 1);
    while (!there(day));
    return instantOf(day, chance.between(OPENS, CLOSES - 1));
  }
  return instantOf(day, chance.between(from, CLOSES - 1));
}

/** What nobody was asked for: colleagues who look at their work, citizens who write. */
function askNowAndThen(
  life: Life,
  user: string,
  asks: Manner['asks'],
  until: number,
  away: readonly Absence[] = [],
): void {
  if (asks === undefined) return;
  const { stage, chance } = life;
  const start = stage.clock.now();
  const months = (until - start) / (7 * DAY_MS * WEEKS_A_MONTH);
  for (let left = Math.round(asks.aMonth * months); left > 0; left -= 1) {
    const day = dayOf(start + chance.next() * (until - start));
    const words = chance.pick(asks.say) ?? '';
    if (isAway(away, day)) continue;
    life.at(Math.max(start, instantOf(day, chance.between(OPENS, EVENING))), () => life.say(user, words));
  }
}
