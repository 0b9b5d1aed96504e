/**
 * The next year's plan as it follows from this one, for a person to look at: measures carried over with status and
 * reports left behind, O-items of the new year's list tied to the old ones by name (their numbers mean nothing from one
 * year to the next). Every item carried keeps its owner and a link to last year's (`lastYears`).
 */
import type { Agency, Item, ItemFacts } from './agency.ts';
import { addMonths, type Day, fiscalYearDays, lastDayOf, type Month } from './calendar.ts';
import { itemOfList, listOf } from './catalogue.ts';
import { type Finding, proposedOitDue } from './draft.ts';
import type { FollowUp, Period } from './event.ts';
import { codeOf, everyItemOf, inOrder, itemsOf } from './item.ts';
import { choicesOf } from './match.ts';
import { revisionOf, standingOf } from './revise.ts';
import type { Doubt, Revision } from './revision.ts';
import { sameWords } from './wording.ts';

/** What became of an O-number: `to` null = the new list has no such item, `from` null = it is new there. */
export interface NumberMove {
  readonly from: number | null;
  readonly to: number | null;
  readonly title: string;
}

/**
 * The plan of `to` from that of `from`, to be settled and decided like any import. Null when there is no plan of `from`,
 * or there is one of `to` already.
 */
export function rollOver(agency: Agency, from: number, to: number, newId: () => string): Revision | null {
  if (agency.plans[from] === undefined || agency.plans[to] !== undefined || to <= from) return null;
  const findings: Finding[] = [];
  const old = itemsOf(agency, from).map((item) => owned(agency, item, findings));
  const measures = old
    .filter(({ kind }) => kind === 'measure')
    .map((item) => carried(item, { to, id: newId(), findings }));
  const list = listOf(agency, to);
  if (list === null) findings.push({ item: `ITA ${to}`, kind: 'no-catalogue', read: null });
  const left = new Set(old.filter(({ kind }) => kind === 'oit'));
  const oItems = (list?.items ?? []).map((entry) => {
    const named = [...left].filter(({ title }) => sameWords(title, entry.name));
    const before = named.find(({ number }) => number === entry.no) ?? named[0];
    if (before !== undefined) left.delete(before);
    const facts = itemOfList(entry, { id: newId(), year: to, divisions: before?.divisions ?? [] });
    return before === undefined ? facts : { ...facts, from: before.id };
  });
  const standing = [...left].map(standingOf);
  // An item of an import of that year that was undone comes back: it is the same, and was asked about then.
  const known = everyItemOf(agency, to).filter(({ kind }) => kind === 'oit');
  const doubtful = oItems.flatMap((facts): Doubt[] => {
    const clear = facts.from !== undefined || known.some(({ title }) => sameWords(title, facts.title));
    const choices = clear ? [] : choicesOf(facts, standing, false);
    if (choices.length === 0) return [];
    return [{ id: codeOf(facts), kind: 'last-years', written: { facts, status: null }, choices }];
  });
  const asked = new Set(doubtful.map(({ written }) => written.facts.id));
  for (const facts of oItems)
    if (facts.divisions.length === 0) findings.push({ item: codeOf(facts), kind: 'no-division', read: null });
  const revision = revisionOf(agency, {
    year: to,
    title: null,
    catalogue: list === null ? null : to,
    oitDue: proposedOitDue(to),
    items: [...measures, ...oItems.filter(({ id }) => !asked.has(id))],
    statuses: [],
    assessment: null,
    findings,
    readerFindings: [],
  });
  return { ...revision, doubtful };
}

/** What the O-numbers of last year are now, as far as settled: by the old number, then what is new. */
export function numberMoves(agency: Agency, from: number, revision: Revision): NumberMove[] {
  const back = revision.changed.map(({ after }) => after);
  const now = [...revision.new, ...back].filter(({ kind }) => kind === 'oit').sort(inOrder);
  const old = itemsOf(agency, from).filter(({ kind }) => kind === 'oit');
  const moved = old.map(({ id, number, title }) => {
    const next = now.find((facts) => facts.from === id);
    return { from: number, to: next?.number ?? null, title: next?.title ?? title };
  });
  const isNew = ({ from: link }: ItemFacts) => !old.some(({ id }) => id === link);
  return [...moved, ...now.filter(isNew).map(({ number, title }) => ({ from: null, to: number, title }))];
}

/** The item without owners the office no longer has. */
function owned(agency: Agency, item: Item, findings: Finding[]): Item {
  const known = new Set(agency.profile?.divisions.map(({ code }) => code));
  const gone = item.divisions.filter((code) => !known.has(code));
  for (const code of gone) findings.push({ item: codeOf(item), kind: 'unknown-division', read: code });
  return gone.length === 0 ? item : { ...item, divisions: item.divisions.filter((code) => known.has(code)) };
}

function carried(
  item: Item,
  { to, id, findings }: { readonly to: number; readonly id: string; readonly findings: Finding[] },
): ItemFacts {
  const { year, kind, number, title, indicators, methods, divisions } = item;
  const code = codeOf(item);
  const period = shiftedPeriod(item.period, year, to);
  if (period === null) findings.push({ item: code, kind: 'period-not-shifted', read: wordsOf(item.period) });
  const followUp = shiftedFollowUp(item.followUp, year, to);
  if (followUp === null)
    findings.push({ item: code, kind: 'report-not-shifted', read: item.followUp.asWritten });
  const facts: ItemFacts = {
    id,
    year: to,
    kind,
    number,
    title,
    indicators,
    methods,
    divisions,
    period: period ?? NO_PERIOD,
    followUp: followUp ?? NO_FOLLOW_UP,
    from: item.id,
  };
  const dated = facts.period.end ?? facts.followUp.dueDate;
  if (dated === null) findings.push({ item: code, kind: 'no-date', read: null });
  return facts;
}

const NO_PERIOD: Period = { asWritten: null, start: null, end: null };
const NO_FOLLOW_UP: FollowUp = { asWritten: null, cadence: 'none', dueDate: null, reportMonths: [] };

/** As many years later; null when a date lies outside the old year. Words that name dates would be wrong then: they go. */
function shiftedPeriod({ asWritten, start, end }: Period, from: number, to: number): Period | null {
  const dates = [start, end].filter((date) => date !== null);
  if (dates.length === 0) return asWritten === null ? NO_PERIOD : null;
  if (!dates.every((date) => liesIn(from, date))) return null;
  const later = (date: Day | null) => (date === null ? null : shiftedDay(date, to - from));
  return { asWritten: null, start: later(start), end: later(end) };
}

function shiftedFollowUp(followUp: FollowUp, from: number, to: number): FollowUp | null {
  const { cadence, dueDate, reportMonths } = followUp;
  const dates = [...(dueDate === null ? [] : [dueDate]), ...reportMonths.map((month) => `${month}-01`)];
  if (!dates.every((date) => liesIn(from, date))) return null;
  const months = (to - from) * 12;
  return {
    // "Every month" names no date and stays true.
    asWritten: dates.length === 0 ? followUp.asWritten : null,
    cadence,
    dueDate: dueDate === null ? null : shiftedDay(dueDate, to - from),
    reportMonths: reportMonths.map((month) => addMonths(month, months)),
  };
}

function liesIn(year: number, date: Day): boolean {
  const { start, end } = fiscalYearDays(year);
  return date >= start && date <= end;
}

/** The same day of the year; the last of a month stays the last. */
function shiftedDay(date: Day, years: number): Day {
  const month: Month = date.slice(0, 7);
  const next = addMonths(month, years * 12);
  const last = lastDayOf(next);
  const same = `${next}${date.slice(7)}`;
  return date === lastDayOf(month) || same > last ? last : same;
}

function wordsOf({ asWritten, start, end }: Period): string {
  return asWritten ?? [start, end].filter((date) => date !== null).join(' – ');
}
