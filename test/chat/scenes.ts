/** Scenes to speak in: the example office with its real plan, and offices that strain LINE's limits. */
import type { ButtonPlace } from '../../src/chat/buttons.ts';
import { placeOf, type Scene } from '../../src/chat/scene.ts';
import type { Agency, Item } from '../../src/domain/agency.ts';
import { decide } from '../../src/domain/decide.ts';
import { readDraft } from '../../src/domain/draft.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { firstImport } from '../../src/domain/revise.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  countingIds,
  DIVISIONS,
  exampleDraft,
  type Happening,
  happened,
  inGroup,
  planOpened,
  reported,
} from '../support/an-agency.ts';

/** A Tuesday: measure 1 is late, measures 3 and 7 are due today, half of the year is over. */
export const NOW = bangkok('2026-03-31 09:30');
export const TODAY = '2026-03-31';
/** 64 hexadecimal digits, as the newest ledger entry's hash is. */
const HEAD = '3f9c1a7be04d2568'.repeat(4);

const NAMES = new Map([
  ['finance-staff', 'นางสาวใบเฟิร์น สมมุติทรัพย์'],
  ['finance-head', 'นางวันดี นิทานทอง'],
  ['works-staff', 'นายดิน สมมุติไพร'],
  ['works-head', 'นายก้อง เรื่องสมมุติ'],
  ['coordinator', 'นางสาวสมหญิง แดนสมมุติ'],
  ['executive', 'นายตะวัน สมมุติวงศ์'],
]);

/** The example plan of a year as it was imported; ids are `y2569-1`, `y2569-2`, … */
export function examplePlan(year = 2569): Happening[] {
  const draft = exampleDraft();
  const read = readDraft(
    { ...draft, plan: { ...draft.plan, fiscalYear: year } },
    DIVISIONS,
    countingIds(`y${year}`),
  );
  const decision = decide(
    agencyOf(...aStaffedOffice()),
    { type: 'revise-plan', by: { kind: 'console' }, revision: `import-${year}`, change: firstImport(read) },
    NOW,
  );
  if (!decision.ok) throw new Error(`the example plan was refused: ${decision.refusal.kind}`);
  return decision.events.map((event: DomainEvent) => happened(event));
}

/** What happened in the office until the end of March: some done, some begun, one told by several divisions. */
export function exampleHistory(): Happening[] {
  const id = (index: number) => `y2569-${index}`;
  return [
    ...aStaffedOffice(),
    ...examplePlan(),
    planOpened(),
    happened({ type: 'plan-published', v: 1, year: 2569 }),
    reported(id(4), 'in_progress', { at: bangkok('2026-02-10 10:05'), percent: 60, report: 'r1' }),
    reported(id(6), 'done', { at: bangkok('2026-02-25 15:40'), by: 'coordinator', report: 'r2' }),
    reported(id(8), 'in_progress', { at: bangkok('2026-03-12 11:00'), by: 'coordinator', report: 'r3' }),
    reported(id(10), 'in_progress', {
      at: bangkok('2026-03-18 09:10'),
      by: 'works-staff',
      chat: inGroup('staff-group'),
      percent: 40,
      report: 'r4',
    }),
    ...[13, 14, 15, 16, 17, 19, 24].map((index) =>
      reported(id(index), 'done', { at: bangkok('2026-03-20 13:30'), by: 'coordinator', report: 'r5' }),
    ),
    reported(id(20), 'in_progress', { at: bangkok('2026-03-23 16:12'), percent: 80, report: 'r6' }),
  ];
}

export const EXAMPLE = agencyOf(...exampleHistory());
/** Two plans open: 2569, and 2568 which was never closed. */
export const TWO_YEARS = agencyOf(...exampleHistory(), ...examplePlan(2568), planOpened(2568));
export const EMPTY_OFFICE = agencyOf(...aStaffedOffice());

export interface Place {
  /** A member's id; null = a citizen, or someone LINE does not name. */
  readonly who?: string | null;
  readonly group?: boolean;
  readonly now?: number;
  readonly names?: ReadonlyMap<string, string>;
}

/** Words of any length were said with a report. */
export const NOTES: ReadonlyMap<string, string> = new Map([['note', 'รอหนังสือจากอำเภอ '.repeat(200)]]);

export function sceneIn(agency: Agency, place: Place = {}): Scene {
  const { who = 'finance-staff', group = false, now = NOW, names = NAMES } = place;
  const member = who === null ? null : (agency.members[who] ?? null);
  return { agency, head: HEAD, now, group: group ? 'staff-group' : null, member, names, notes: NOTES };
}

export function placeIn(agency: Agency, group: boolean): ButtonPlace {
  return placeOf(sceneIn(agency, { group }));
}

/** The agency with every item changed. */
export function withItems(agency: Agency, change: (item: Item) => Item): Agency {
  const items = Object.fromEntries(Object.entries(agency.items).map(([id, item]) => [id, change(item)]));
  return { ...agency, items };
}

export function itemNumbered(agency: Agency, kind: Item['kind'], number: number, year = 2569): Item {
  const found = Object.values(agency.items).find(
    (item) => item.kind === kind && item.number === number && item.year === year,
  );
  if (found === undefined) throw new Error(`the office has no ${kind} ${number} of ${year}`);
  return found;
}

/** An office with so many measures of one title, all of them every division's, late and reported by nobody. */
export function crowded(count: number, title: string): Agency {
  const pattern = itemNumbered(EXAMPLE, 'measure', 1);
  const divisions = DIVISIONS.map(({ code }) => code);
  const items = Array.from({ length: count }, (_, index): [string, Item] => {
    const id = `item-id-${String(index).padStart(8, '0')}`;
    return [id, { ...pattern, id, number: index + 1, title, divisions }];
  });
  return { ...EXAMPLE, items: Object.fromEntries(items) };
}
