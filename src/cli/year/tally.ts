/** The year in numbers, month by month. Pushes and replies are counted from what the platform accepted. */
import { type Day, dayOf, type Month, monthOf } from '../../domain/calendar.ts';
import { type Judged, judge, waited } from './judge.ts';
import type { YearPlayed } from './play.ts';

export interface MonthNumbers {
  readonly month: Month;
  /** Messages LINE counted against the quota. */
  readonly pushed: number;
  readonly left: number;
  /** Answers, which cost nothing. */
  readonly replies: number;
  /** Reminder messages that rode on an answer. */
  readonly rode: number;
  /** Reminders promised for days of this month that arrived in time: at most one working day late. */
  readonly onTime: number;
  /** Of these, those that waited until the working day after. */
  readonly dayLate: number;
  readonly late: number;
  /** Not said before the next one of the same due was. */
  readonly never: number;
  readonly twice: number;
  /** Told up the ladder: to a head, the ปลัด, the นายก. */
  readonly escalated: readonly [number, number, number];
  readonly cards: number;
  readonly summaries: number;
  /** What it would have cost to push each reminder, one by one, to the staff group. */
  readonly naive: number;
}

export interface YearNumbers {
  readonly year: number;
  readonly quota: number;
  readonly people: number;
  readonly groupSize: number;
  readonly divisions: number;
  readonly measures: number;
  readonly oItems: number;
  readonly messagesReceived: number;
  readonly months: readonly MonthNumbers[];
  readonly total: Omit<MonthNumbers, 'month' | 'left'>;
  /** Pushes over the naive way's, 0..1. */
  readonly share: number;
  /** Reminders that waited a working day or more, or were not said, by urgency, the most urgent first. */
  readonly heldBack: readonly [number, number, number, number];
  /** Working days of the latest reminder that arrived. */
  readonly longestDelay: number;
  /** Reminders for which nothing was promised, and second ones of one person on one day. */
  readonly unasked: number;
  readonly crowded: number;
  /** Of these, those that waited while something less urgent was pushed. */
  readonly outranked: number;
  /** Lines that were decided and are on no phone. */
  readonly undelivered: number;
  /** Months in which the coordinator was told that the messages do not suffice. */
  readonly toldShort: readonly Month[];
  /** Messages given up, by reason. */
  readonly givenUp: Readonly<Record<string, number>>;
}

/** `last` = the last day that is judged. */
export function numbersOf(played: YearPlayed, last: Day): YearNumbers {
  const { agency, facts, accepted, quota, groupSize } = played;
  const { promised, twice, unasked, crowded, outranked } = judge(played, last);
  const months = played.months.map((month): MonthNumbers => {
    const here = (at: number) => monthOf(at) === month;
    const mine = promised.filter(({ day }) => day.startsWith(month));
    const became = (what: Judged['became']) => mine.filter((one) => one.became === what).length;
    const sent = accepted.filter(({ at }) => here(at));
    const pushed = sent.reduce((sum, { cost }) => sum + cost, 0);
    const naive = new Set(mine.map(({ due, day }) => [due.item.id, due.due, due.date, day].join(' ')));
    const level = (wanted: number) =>
      facts.said.filter(({ at, line }) => here(at) && line.level === wanted).length;
    return {
      month,
      pushed,
      left: quota - pushed,
      replies: sent.filter(({ kind }) => kind === 'reply').length,
      rode: facts.messages.filter(({ at, free }) => free && here(at)).length,
      onTime: became('kept'),
      dayLate: mine.filter((one) => one.became === 'kept' && waited(one)).length,
      late: became('late'),
      never: became('never'),
      twice: twice.filter(({ at }) => here(at)).length,
      escalated: [level(1), level(2), level(3)],
      cards: facts.cards.filter(({ at }) => here(at)).length,
      summaries: facts.summaries.filter(({ at }) => here(at)).length,
      naive: naive.size * groupSize,
    };
  });
  const total = sumOf(months);
  const held = promised.filter(waited);
  const ofUrgency = (wanted: number) => held.filter(({ urgency }) => urgency === wanted).length;
  const items = Object.values(agency.items).filter(({ year }) => year === played.year);
  return {
    year: played.year,
    quota,
    people: Object.keys(agency.members).length,
    groupSize,
    divisions: agency.profile?.divisions.length ?? 0,
    measures: items.filter(({ kind }) => kind === 'measure').length,
    oItems: items.filter(({ kind }) => kind === 'oit').length,
    messagesReceived: played.sent,
    months,
    total,
    share: total.naive === 0 ? 0 : total.pushed / total.naive,
    heldBack: [ofUrgency(1), ofUrgency(2), ofUrgency(3), ofUrgency(4)],
    longestDelay: Math.max(0, ...promised.map(({ delay }) => delay ?? 0)),
    unasked: unasked.length,
    crowded,
    outranked: outranked.length,
    undelivered: facts.unsaid.length,
    toldShort: [
      ...new Set(
        facts.cards
          .filter(({ matters }) => matters.some((matter) => matter.startsWith('quota ')))
          .map(({ at }) => dayOf(at).slice(0, 7)),
      ),
    ],
    givenUp: Object.fromEntries(
      [...Map.groupBy(facts.failures, ({ reason }) => reason)].map(([reason, all]) => [reason, all.length]),
    ),
  };
}

function sumOf(months: readonly MonthNumbers[]): YearNumbers['total'] {
  const sum = (of: (month: MonthNumbers) => number) => months.reduce((total, month) => total + of(month), 0);
  return {
    pushed: sum(({ pushed }) => pushed),
    replies: sum(({ replies }) => replies),
    rode: sum(({ rode }) => rode),
    onTime: sum(({ onTime }) => onTime),
    dayLate: sum(({ dayLate }) => dayLate),
    late: sum(({ late }) => late),
    never: sum(({ never }) => never),
    twice: sum(({ twice }) => twice),
    escalated: [
      sum(({ escalated }) => escalated[0]),
      sum(({ escalated }) => escalated[1]),
      sum(({ escalated }) => escalated[2]),
    ],
    cards: sum(({ cards }) => cards),
    summaries: sum(({ summaries }) => summaries),
    naive: sum(({ naive }) => naive),
  };
}
