/**
 * Agencies for tests, made the way the program makes them: by folding events. The office is the invented one of
 * `example/`; ids are words, and every moment is written out.
 *
 *     given(...anOffice(), reported('m1', 'done', { by: 'finance-staff', at: bangkok('2026-01-20 10:00') }))
 *       .when(undo, bangkok('2026-01-20 10:05'))
 *       .thenEvents({ type: 'report-undone', ... })
 */
import { expect } from 'vitest';
import officeJson from '../../example/office.json' with { type: 'json' };
import planJson from '../../example/plan-2569.json' with { type: 'json' };
import { type Agency, emptyAgency } from '../../src/domain/agency.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { type PlanDraft, planDraft } from '../../src/domain/draft.ts';
import type { Actor, Entry } from '../../src/domain/entry.ts';
import type { ChatRef, DomainEvent, EventOf, Recipient, RoleIn, Status } from '../../src/domain/event.ts';
import { evolveAll } from '../../src/domain/evolve.ts';
import { shippedHolidays } from '../../src/domain/holidays.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { readEvent } from '../../src/domain/upcast.ts';

/** An event that happened, before it is numbered. */
export type Happening = Omit<Entry, 'seq'>;

/** The moment of a Bangkok wall clock: `bangkok('2026-01-05 08:45')`. Does not use the calendar under test. */
export function bangkok(wallClock: string): number {
  const at = Date.parse(`${wallClock.replace(' ', 'T')}+07:00`);
  if (Number.isNaN(at)) throw new Error(`Not a moment: ${wallClock}. Write it as 2026-01-05 08:45.`);
  return at;
}

/** When the ordinary office and its plan came to be: a Monday. */
export const START = bangkok('2026-01-05 08:00');

export const console_: Actor = { kind: 'console' };
export const clock: Actor = { kind: 'clock' };
export const outsider: Actor = { kind: 'outsider' };
export const member = (id: string): Actor => ({ kind: 'member', member: id });

interface Circumstances {
  readonly at?: number;
  /** When it was kept; by default at once. */
  readonly kept?: number;
  readonly by?: Actor;
}

/** An event with who and when; by default the terminal did it at `START`. */
export function happened(event: DomainEvent, { at = START, kept = at, by = console_ }: Circumstances = {}) {
  return { at, kept, by, cause: null, event } satisfies Happening;
}

/** Numbers what happened, as the store does. */
export function entriesOf(happenings: readonly Happening[], after = 0): Entry[] {
  return happenings.map((happening, index) => ({ seq: after + index + 1, ...happening }));
}

/** The agency to which all this happened; every event is read back from its text first, as from the ledger. */
export function agencyOf(...happenings: readonly Happening[]): Agency {
  const kept = happenings.map((one) => ({ ...one, event: readEvent(JSON.parse(JSON.stringify(one.event))) }));
  return evolveAll(emptyAgency('office'), entriesOf(kept));
}

// ---------------------------------------------------------------- given, when, then

export interface Given {
  readonly agency: Agency;
  when(command: Command, now?: number): Outcome;
}

export interface Outcome {
  readonly decision: Decision;
  /** Exactly these events follow, and each of them can be read back from the ledger. */
  thenEvents(...events: DomainEvent[]): void;
  /** It is already true: accepted, and nothing is to be kept. */
  thenNothing(): void;
  thenRefused(refusal: Refusal): void;
}

/** What happened before; `START` is the time of deciding unless `when` says another. */
export function given(...happenings: readonly Happening[]): Given {
  const agency = agencyOf(...happenings);
  return { agency, when: (command, now = START) => outcomeOf(decide(agency, command, now)) };
}

function outcomeOf(decision: Decision): Outcome {
  return {
    decision,
    thenEvents(...events) {
      expect(decision).toEqual({ ok: true, events });
      for (const event of events) expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
    },
    thenNothing: () => expect(decision).toEqual({ ok: true, events: [] }),
    thenRefused: (refusal) => expect(decision).toEqual({ ok: false, refusal }),
  };
}

// ---------------------------------------------------------------- the office

/** The invented office's divisions: palad, finance, works, education, welfare, audit. */
export const DIVISIONS = officeJson.divisions;

export const PROFILE = {
  name: officeJson.name,
  shortName: officeJson.shortName,
  divisions: DIVISIONS,
  contact: officeJson.contact,
  complaint: officeJson.complaint,
};

export function agencyAdded(): Happening {
  return happened({ type: 'agency-added', v: 1, ...PROFILE });
}

/** A person who was invited and came. */
export function joined(id: string, roles: readonly RoleIn[], at = START): Happening[] {
  const invite = `invite-of-${id}`;
  const expires = at + 7 * 86_400_000;
  return [
    happened({ type: 'invite-made', v: 1, invite, roles: [...roles], expires }, { at }),
    happened({ type: 'member-joined', v: 1, member: id, invite, roles: [...roles] }, { at, by: outsider }),
  ];
}

export function unreachable(id: string, at = START): Happening {
  return happened(
    { type: 'reach-changed', v: 1, member: id, reachable: false, why: 'blocked' },
    { at, by: member(id) },
  );
}

/** Everyone a test of permissions needs: finance and works with staff and head, a coordinator, an executive. */
export const PEOPLE: Readonly<Record<string, readonly RoleIn[]>> = {
  'finance-staff': [{ role: 'staff', division: 'finance' }],
  'finance-head': [{ role: 'head', division: 'finance' }],
  'works-staff': [{ role: 'staff', division: 'works' }],
  'works-head': [{ role: 'head', division: 'works' }],
  coordinator: [{ role: 'coordinator' }],
  executive: [{ role: 'executive' }],
};

/** The office with its people; no plan yet. */
export function aStaffedOffice(): Happening[] {
  return [agencyAdded(), ...Object.entries(PEOPLE).flatMap(([id, roles]) => joined(id, roles))];
}

// ---------------------------------------------------------------- plans and items

export function planImported(year = 2569, oitDue = `${year - 543}-04-30`): Happening {
  const title = `แผน ${year}`;
  return happened({
    type: 'plan-imported',
    v: 1,
    year,
    title,
    catalogue: year,
    oitDue,
    oitDueConfirmed: false,
  });
}

export function planOpened(year = 2569, at = START): Happening {
  return happened({ type: 'plan-opened', v: 1, year }, { at });
}

export function planClosed(year = 2569, at = START): Happening {
  return happened({ type: 'plan-closed', v: 1, year }, { at });
}

type ItemEvent = EventOf<'item-added'>;

interface ItemWords extends Partial<Pick<ItemEvent, 'year' | 'number' | 'divisions' | 'title'>> {
  readonly start?: string | null;
  readonly end?: string | null;
  readonly followUp?: Partial<ItemEvent['followUp']>;
}

/** A measure of กองคลัง without any date, unless told otherwise. */
export function measure(id: string, words: ItemWords = {}): Happening {
  return happened(itemEvent('measure', id, words));
}

export function oItem(id: string, words: ItemWords = {}): Happening {
  return happened(itemEvent('oit', id, words));
}

function itemEvent(kind: ItemEvent['kind'], item: string, words: ItemWords): ItemEvent {
  const { year = 2569, number = 1, divisions = ['finance'], title = item, start = null, end = null } = words;
  return {
    type: 'item-added',
    v: 1,
    item,
    year,
    kind,
    number,
    title,
    indicators: [],
    methods: [],
    divisions,
    period: { asWritten: null, start, end },
    followUp: { asWritten: null, cadence: 'none', dueDate: null, reportMonths: [], ...words.followUp },
  };
}

/**
 * The ordinary office: staffed, with an open plan of 2569 that has `m1` (กองคลัง, to 30 January 2026), `m2` (กองช่าง, to
 * 31 March 2026), `m3` (nobody's, no date) and `o12` (กองคลัง).
 */
export function anOffice(): Happening[] {
  return [
    ...aStaffedOffice(),
    planImported(),
    measure('m1', { number: 1, start: '2025-10-01', end: '2026-01-30' }),
    measure('m2', { number: 2, divisions: ['works'], start: '2026-01-01', end: '2026-03-31' }),
    measure('m3', { number: 3, divisions: [] }),
    oItem('o12', { number: 12 }),
    planOpened(),
  ];
}

/** Everything the coordinator would be asked to settle in `anOffice` is: its dates are confirmed, `m3` is no item any more. */
export function nothingToSettle(): Happening[] {
  const { days = [] } = shippedHolidays(2569) ?? {};
  const list = { source: 'ประกาศของอำเภอ', confirmed: true };
  return [
    happened({ type: 'oit-due-set', v: 1, year: 2569, date: '2026-04-30', confirmed: true }),
    happened({ type: 'holidays-set', v: 1, year: 2569, days: [...days], ...list }),
    happened({ type: 'holidays-set', v: 1, year: 2570, days: [], ...list }),
    happened({ type: 'item-withdrawn', v: 1, item: 'm3', revision: 'without-m3' }),
  ];
}

// ---------------------------------------------------------------- what people do

interface Telling extends Partial<Pick<EventOf<'item-reported'>, 'report' | 'chat' | 'percent'>> {
  /** A member's id, or null for the terminal. */
  readonly by?: string | null;
  readonly at: number;
  readonly kept?: number;
}

export function reported(item: string, status: Status, telling: Telling): Happening {
  const {
    at,
    kept = at,
    by = 'finance-staff',
    report = `report-${kept}`,
    chat = 'direct',
    percent,
  } = telling;
  return happened(
    {
      type: 'item-reported',
      v: 1,
      item,
      report,
      status,
      ...(percent === undefined ? {} : { percent }),
      chat,
    },
    { at, kept, by: by === null ? console_ : member(by) },
  );
}

export function undone(item: string, report: string, at: number, by = 'finance-staff'): Happening {
  return happened({ type: 'report-undone', v: 1, item, report }, { at, by: member(by) });
}

export function reminded(to: Recipient, items: readonly string[], at = START): Happening {
  const lines = items.map((item) => ({ item, due: 'finish' as const, date: '2026-01-30', step: 7 }));
  return happened({ type: 'reminder-decided', v: 1, to, lines, outbox: `outbox-${at}` }, { at, by: clock });
}

export function summaryPosted(month: string, at: number): Happening {
  const to = [{ group: 'staff-group' }];
  return happened({ type: 'summary-posted', v: 1, month, to, outbox: [`outbox-${at}`] }, { at, by: clock });
}

export const inGroup = (group: string): ChatRef => ({ group });

// ---------------------------------------------------------------- the example plan

/** `example/plan-2569.json` as a reader gives it. */
export function exampleDraft(): PlanDraft {
  return planDraft.parse(planJson);
}

/** Ids `prefix-1`, `prefix-2`, … */
export function countingIds(prefix = 'item'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${last}`;
  };
}
