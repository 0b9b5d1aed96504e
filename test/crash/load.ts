/** What the people of one office send while the bot is killed: bodies of webhooks, and what each event must come to. */
import { writePress } from '../../src/chat/postback.ts';
import { createEvent, type WebhookEvent } from '../../src/simulator/events.ts';
import type { Ids } from '../../src/simulator/ids.ts';
import { type Office, YEAR } from './offices.ts';

/** One event sent to the bot, and what it is to leave behind. */
export interface SentEvent {
  readonly id: string;
  readonly agency: string;
  readonly token: string;
  /** Reports it makes. */
  readonly entries: number;
  /** True when the bot owes an answer. */
  readonly answer: boolean;
}

export interface Body {
  readonly events: readonly WebhookEvent[];
  readonly sent: readonly SentEvent[];
  /** The network brings it so many times more. */
  readonly duplicates: number;
}

interface Made {
  readonly event: WebhookEvent;
  readonly sent: SentEvent;
}

/** Drawn from no entry yet to come: never stale. */
const NEWEST = 999_999_999;

export function webhooksOf(office: Office, ids: Ids, at: number, random: () => number): Body[] {
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const oItem = () => one(office.oItems);
  const words = () => one(['เสร็จแล้ว', 'กำลังทำ', 'ยังไม่เริ่ม', 'เสร็จแล้วครับ']);
  const alone = () => ({ type: 'user' as const, userId: one(office.people) });
  const inGroup = () => ({ type: 'group' as const, groupId: office.group, userId: one(office.people) });
  const make = (event: WebhookEvent, entries: number, answer: boolean): Made => {
    const { agency } = office;
    return {
      event,
      sent: { id: event.webhookEventId, agency, token: String(event.replyToken), entries, answer },
    };
  };
  const say = (
    source: ReturnType<typeof alone | typeof inGroup>,
    text: string,
    entries: number,
    answer: boolean,
  ) =>
    make(
      createEvent(ids, 'message', at, source, { message: { type: 'text', id: ids.message(), text } }),
      entries,
      answer,
    );
  const press = () => {
    const data = writePress({
      do: 'report',
      item: oItem().id,
      status: 'in_progress',
      year: YEAR,
      entry: NEWEST,
    });
    return make(createEvent(ids, 'postback', at, alone(), { postback: { data } }), 1, true);
  };
  const report = () => say(alone(), `O${oItem().number} ${words()}`, 1, true);
  const two = () => {
    const [first, second] = [one(office.oItems.slice(0, 12)), one(office.oItems.slice(12))];
    return say(alone(), `O${first.number} O${second.number} ${words()}`, 2, true);
  };
  const noted = () => say(alone(), `O${oItem().number} กำลังทำ 40% รอหนังสือจากอำเภอ`, 1, true);
  const fromGroup = () => say(inGroup(), `มาตรการที่ ${one(office.measures)} กำลังทำ`, 1, true);
  const question = () => say(alone(), 'ขาดข้อไหนบ้าง', 0, true);
  const chatter = () => say(inGroup(), 'เที่ยงนี้กินอะไรกันดี', 0, false);
  const bodies = [
    [report()],
    [press()],
    [two()],
    [fromGroup(), report(), question()],
    [noted(), press()],
    [chatter()],
    [one([report, press, fromGroup])()],
  ];
  return bodies.map((made) => ({
    events: made.map(({ event }) => event),
    sent: made.map(({ sent }) => sent),
    duplicates: random() < 0.3 ? 1 : 0,
  }));
}
