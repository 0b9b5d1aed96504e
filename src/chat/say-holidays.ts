/** Government holidays of a year, for anyone of the office; what was changed of them, for the coordinator. */
import { type Day, dayOf } from '../domain/calendar.ts';
import type { Holiday } from '../domain/event.ts';
import type { HolidayYear } from '../domain/holiday-year.ts';
import { holidaysOf } from '../domain/holidays.ts';
import { holds } from '../domain/permission.ts';
import { proposedHolidays } from '../domain/proposed-holidays.ts';
import { type Choice, quickReplies } from './buttons.ts';
import { changesCard } from './cards.ts';
import { flexList, short } from './flex.ts';
import type { FlexBubble, Outgoing, TextMessage } from './outgoing.ts';
import { spoken } from './say-policy.ts';
import { placeOf, type Scene } from './scene.ts';
import { HOLIDAYS, CALENDAR_LABEL as LABEL, TYPED } from './words-calendar.ts';

const MONTHS_PER_CARD = 3;
const DAYS_PER_MONTH = 8;
const LONGEST_SOURCE = 200;

/** The year's list, by quarters; of a year without one what the rule proposes, or that nothing is known. */
export function sayHolidays(scene: Scene, year: number): Outgoing[] {
  const list = holidaysOf(scene.agency, year);
  const shown = list ?? proposedHolidays(year);
  if (shown === null) return [{ type: 'text', text: HOLIDAYS.none(year) }];
  const state =
    list === null ? HOLIDAYS.proposed : list.confirmed ? HOLIDAYS.confirmed : HOLIDAYS.unconfirmed;
  const alt = HOLIDAYS.alt(year, shown.days.length, state);
  const cards = quartersOf(shown).map((days, index, all) => ({
    rows: days.length,
    bubble: card(shown, state, days, index === all.length - 1),
  }));
  const message = flexList(alt, cards, (left) => card(shown, HOLIDAYS.rest(left), [], true));
  return [{ ...message, quickReply: quickReplies(placeOf(scene), choicesFor(scene, shown)) }];
}

function choicesFor(scene: Scene, { year, confirmed }: HolidayYear): Choice[] {
  const next = [spoken(LABEL.year(year + 1), TYPED.holidays(year + 1))];
  if (!isCoordinator(scene)) return next;
  return [
    confirmed ? spoken(LABEL.calendar, TYPED.calendar) : spoken(LABEL.confirm, TYPED.confirm(year)),
    ...next,
  ];
}

function isCoordinator({ member, group }: Scene): boolean {
  return member !== null && group === null && holds(member, 'coordinator');
}

function card(list: HolidayYear, state: string, days: readonly Holiday[], isLast: boolean): FlexBubble {
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))];
  return changesCard({
    title: HOLIDAYS.title(list.year),
    subtitle: state,
    sections: months.map(([month, own]) => ({
      heading: HOLIDAYS.month(month),
      rows: own.slice(0, DAYS_PER_MONTH).map((one) => ({
        code: String(Number(one.day.slice(8))),
        title: short(one.name, 80),
        note: HOLIDAYS.note(one),
      })),
      rest: HOLIDAYS.rest(own.length - DAYS_PER_MONTH),
    })),
    mark: isLast ? HOLIDAYS.source(short(list.source, LONGEST_SOURCE)) : '',
    foot: '',
    link: '',
    linkLabel: LABEL.holidays,
  });
}

/** Quarters of the calendar year that have holidays. */
function quartersOf({ days }: HolidayYear): Holiday[][] {
  const quarter = ({ day }: Holiday) => Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS_PER_CARD);
  return [...Map.groupBy(days, quarter).values()];
}

/** What was added, taken out or confirmed, with the way back. */
export type HolidayChange =
  | { readonly what: 'added' | 'removed'; readonly day: Holiday }
  /** With the list: he sees what he vouches for. */
  | { readonly what: 'confirmed' | 'unconfirmed'; readonly year: number };

export function sayHolidayChanged(scene: Scene, change: HolidayChange): Outgoing[] {
  const back = (text: string): Choice => spoken(LABEL.undo, text);
  if ('day' in change) {
    const { day } = change;
    const undo = change.what === 'added' ? TYPED.remove(day.day) : TYPED.add(day.day, short(day.name, 60));
    const year = Number(day.day.slice(0, 4)) + 543;
    const list = spoken(LABEL.holidays, TYPED.holidays(year));
    const unconfirmed = holidaysOf(scene.agency, year)?.confirmed === false;
    const text = [HOLIDAYS[change.what](day), ...(unconfirmed ? [HOLIDAYS.still] : [])].join('\n');
    const confirm = unconfirmed ? [spoken(LABEL.confirm, TYPED.confirm(year))] : [];
    return [withChoices(scene, text, [back(undo), ...confirm, list])];
  }
  const { what, year } = change;
  const [list] = sayHolidays(scene, year);
  const days = holidaysOf(scene.agency, year)?.days ?? [];
  const lacks = what === 'confirmed' && !days.some(({ kind }) => kind === 'announced');
  const text = [
    what === 'confirmed' ? HOLIDAYS.isConfirmed(year) : HOLIDAYS.isUnconfirmed(year),
    ...(lacks ? [HOLIDAYS.noPloughing(year)] : []),
  ].join('\n');
  const undo = what === 'confirmed' ? TYPED.unconfirm(year) : TYPED.confirm(year);
  const choices = quickReplies(placeOf(scene), [
    back(undo),
    spoken(LABEL.year(year + 1), TYPED.holidays(year + 1)),
  ]);
  return list === undefined
    ? [withChoices(scene, text, [])]
    : [
        { type: 'text', text },
        { ...list, quickReply: choices },
      ];
}

/** Nothing was changed: the day is a holiday already, or is none. */
export function sayHolidaySame(scene: Scene, day: Day, present: Holiday | null): Outgoing[] {
  const year = Number(day.slice(0, 4)) + 543;
  const text = present === null ? HOLIDAYS.notThere(day) : HOLIDAYS.there(present);
  return [withChoices(scene, text, [spoken(LABEL.holidays, TYPED.holidays(year))])];
}

/** The name of a holiday is missing or too long, or its year far away. */
export function askHoliday(
  scene: Scene,
  about: { readonly wrong: 'name' } | { readonly wrong: 'year'; readonly year: number },
): Outgoing[] {
  const text = about.wrong === 'name' ? HOLIDAYS.nameUnclear : HOLIDAYS.yearFar(about.year);
  const year = Number(dayOf(scene.now).slice(0, 4)) + 543;
  return [withChoices(scene, text, [spoken(LABEL.holidays, TYPED.holidays(year))])];
}

function withChoices(scene: Scene, text: string, choices: readonly Choice[]): TextMessage {
  return choices.length === 0
    ? { type: 'text', text }
    : { type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) };
}
