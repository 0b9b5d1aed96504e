/** The next days' reminders as a coordinator sees them before they go out: day, to whom, what. In 1:1 only. */
import { addDays, type Day, dayOf, instantOf } from '../domain/calendar.ts';
import type { DryDay } from '../domain/dry-run.ts';
import type { PersonalSend } from '../domain/sends.ts';
import { longDay } from '../thai/date.ts';
import { mattersCard } from './cards.ts';
import { flex, pages, short } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import type { Scene } from './scene.ts';
import { itemShort, monthWords } from './words.ts';
import { CARD, CARD_LABEL, CARD_SAY, DRY_RUN } from './words-card.ts';
import { reminderWhen } from './words-reminders.ts';

const DAYS_SHOWN = 6;
const DAYS_PER_CARD = 2;
const PEOPLE = 4;
const LINES = 2;

/** The people a plan of sends names: their names must stand in its scene. */
export function peopleInDryRun(days: readonly DryDay[]): string[] {
  return days.flatMap(({ send, held }) => [...send, ...held].map(({ member }) => member));
}

/** `span` = how many days were looked at; `meter` = the line of the month's messages. */
export function sayDryRun(scene: Scene, days: readonly DryDay[], span: number, meter: string): Outgoing[] {
  if (days.length === 0) return [{ type: 'text', text: `${DRY_RUN.nothing(span)}\n${meter}` }];
  const total = days.reduce((sum, { cost }) => sum + cost, 0);
  const until = addDays(dayOf(scene.now), span - 1);
  const bubbles = pages(days.slice(0, DAYS_SHOWN), DAYS_PER_CARD).map((page, index, all) => {
    const last = index === all.length - 1;
    return mattersCard({
      title: DRY_RUN.title,
      subtitle: `${DRY_RUN.total(total, until)}\n${meter}`,
      sections: page.map((day) => section(scene, day)),
      foot: last ? [DRY_RUN.more(days.length - DAYS_SHOWN), DRY_RUN.foot].filter(Boolean).join('\n') : '',
      buttons: last ? [{ label: CARD_LABEL.quota, say: CARD_SAY.quota }] : [],
    });
  });
  return [flex(`${DRY_RUN.title}: ${DRY_RUN.total(total, until)}`, bubbles)];
}

function section(scene: Scene, { day, send, held, summary, cost }: DryDay) {
  const rows = [
    ...(summary === null ? [] : [{ text: DRY_RUN.summary(monthWords(summary.month)), note: '' }]),
    ...send.map((one) => row(scene, one, day, '')),
    ...held.map((one) => row(scene, one, day, DRY_RUN.held)),
  ];
  return {
    heading: DRY_RUN.day(longDay(day), cost),
    rows: rows.slice(0, PEOPLE),
    rest: DRY_RUN.people(rows.length - PEOPLE),
  };
}

function row({ agency, names }: Scene, send: PersonalSend, day: Day, mark: string) {
  const { member, lines, extensions, matters } = send;
  const words = lines.map((line) => {
    const item = agency.items[line.item];
    const name = item === undefined ? '' : itemShort(item);
    return `${name} ${reminderWhen(line, instantOf(day))}${line.level === undefined ? '' : DRY_RUN.level}`;
  });
  // Several parts of one item are one thing to the reader.
  const all = [...new Set(words)];
  const told = all.slice(0, LINES);
  const rest = all.length - told.length;
  const what = [
    ...told,
    ...(rest > 0 ? [DRY_RUN.items(rest)] : []),
    ...(extensions.some(({ asked }) => asked.decided === null) ? [DRY_RUN.requests] : []),
    ...(extensions.some(({ asked }) => asked.decided !== null) ? [DRY_RUN.decisions] : []),
    ...(matters.length > 0 ? [CARD.title] : []),
  ];
  return {
    text: `${short(names.get(member) || CARD.unnamed, 60)}${mark}`,
    note: what.join(', '),
  };
}
