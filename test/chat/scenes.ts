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
  member,
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
  const { title, catalogue, oitDue, items } = read;
  const decision = decide(
    agencyOf(...aStaffedOffice()),
    {
      type: 'revise-plan',
      by: { kind: 'console' },
      revision: `import-${year}`,
      change: firstImport({ year, title, catalogue, oitDue, items }),
    },
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
    ...[6, 13, 14].map((index) => shown(id(index), 'e1', bangkok('2026-03-20 13:45'))),
    shown(id(14), 'e2', bangkok('2026-03-24 08:50')),
    wished(id(8), '2026-05-29', bangkok('2026-03-26 10:20')),
    happened(
      {
        type: 'reminder-snoozed',
        v: 1,
        member: 'finance-staff',
        snooze: 's1',
        items: [id(4)],
        until: '2026-04-06',
        chat: 'direct',
      },
      { at: bangkok('2026-03-30 09:00'), by: member('finance-staff') },
    ),
    happened({
      type: 'assessment-recorded',
      v: 1,
      year: 2568,
      total: 86.94,
      level: 'ผ่าน',
      instruments: { iit: 87.62, eit: 82.19, oit: 90 },
      indicators: [91.24, 88.36, 87.92, 84.15, 86.43, 85.5, 79.6, 81.47, 92, 88].map((score, index) => ({
        number: index + 1,
        score,
      })),
    }),
  ];
}

/** Given by the coordinator: a link. */
function shown(item: string, evidence: string, at: number): Happening {
  const content = { id: 'link', mac: '0'.repeat(64) };
  return happened(
    { type: 'evidence-given', v: 1, item, evidence, kind: 'link', content, chat: 'direct' },
    { at, by: member('coordinator') },
  );
}

/** A later date asked for by a clerk of กองช่าง. */
function wished(item: string, until: string, at: number): Happening {
  const reason = { id: 'reason', mac: '0'.repeat(64) };
  return happened(
    { type: 'extension-asked', v: 1, item, extension: 'x1', until, reason, chat: 'direct' },
    { at, by: member('works-staff') },
  );
}

export const EXAMPLE = agencyOf(...exampleHistory());
/** Two plans open: 2569, and 2568 which was never closed. */
export const TWO_YEARS = agencyOf(...exampleHistory(), ...examplePlan(2568), planOpened(2568));
export const EMPTY_OFFICE = agencyOf(...aStaffedOffice());
/** The O-items come from last year's list for the time being. */
export const PROVISIONAL: Agency = {
  ...EXAMPLE,
  plans: Object.fromEntries(
    Object.entries(EXAMPLE.plans).map(([year, plan]) => [year, { ...plan, catalogue: plan.year - 1 }]),
  ),
};

export interface Place {
  /** A member's id; null = a citizen, or someone LINE does not name. */
  readonly who?: string | null;
  readonly group?: boolean;
  readonly now?: number;
  readonly names?: ReadonlyMap<string, string>;
  readonly texts?: ReadonlyMap<string, string>;
  /** False: the server has no public address. */
  readonly linked?: boolean;
}

/** Words of any length were said with a report; links as people give them. */
export const TEXTS: ReadonlyMap<string, string> = new Map([
  ['note', 'รอหนังสือจากอำเภอ '.repeat(200)],
  ['link', 'https://dontawan.example.org/ita/2569/คู่มือ การให้บริการ.pdf?o=14#หน้า2'],
  ['reason', 'รอผู้รับจ้างส่งข้อมูล '.repeat(40)],
]);

export function sceneIn(agency: Agency, place: Place = {}): Scene {
  const {
    who = 'finance-staff',
    group = false,
    now = NOW,
    names = NAMES,
    texts = TEXTS,
    linked = true,
  } = place;
  return {
    agency,
    head: HEAD,
    now,
    group: group ? 'staff-group' : null,
    member: who === null ? null : (agency.members[who] ?? null),
    names,
    texts,
    link: ({ kind }) => (linked ? `https://ita.example.org/d/${kind}.${'A1b2'.repeat(50)}` : null),
  };
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
