/** Offices for papers: the example office in use, and one whose every word and id is hostile or must not be told. */
import type { Agency } from '../../src/domain/agency.ts';
import { readDraft } from '../../src/domain/draft.ts';
import type { DomainEvent, Status } from '../../src/domain/event.ts';
import type { StatePage } from '../../src/domain/page.ts';
import {
  agencyAdded,
  agencyOf,
  bangkok,
  countingIds,
  DIVISIONS,
  exampleDraft,
  type Happening,
  happened,
  inGroup,
  joined,
  member,
  PROFILE,
  planImported,
  planOpened,
  reported,
  undone,
} from '../support/an-agency.ts';

export const NOW = bangkok('2026-02-16 10:05');
export const EXPIRES = bangkok('2026-02-23 10:05');
export const HEAD = 'c2708cb0'.padEnd(64, 'f');

/** Stands in every id, name and text that no page may tell. */
export const SECRET = 'ลับเฉพาะ';
const MAC = 'd'.repeat(64);
const LINE_ID = `U${'5e'.repeat(16)}`;

export const published = (year = 2569): Happening => happened({ type: 'plan-published', v: 1, year });

/** Someone did something to an item. */
function did(event: DomainEvent, by: string, at: string): Happening {
  return happened(event, { at: bangkok(at), by: member(by) });
}

const told = (item: string, status: Status, at: string, by: string, percent?: number): Happening =>
  reported(item, status, { at: bangkok(at), by, report: `${by}-${at}`, ...(percent ? { percent } : {}) });

function evidenceGiven(item: string, by: string, at: string): Happening {
  const content = { id: `${SECRET}-text-${at}`, mac: MAC };
  const evidence = `${by}-evidence-${at}`;
  return did(
    { type: 'evidence-given', v: 1, item, evidence, kind: 'link', content, chat: inGroup(LINE_ID) },
    by,
    at,
  );
}

function extensionAsked(item: string, until: string, by: string, at: string): Happening {
  const reason = { id: `${SECRET}-reason`, mac: MAC };
  const extension = `${by}-extension`;
  return did({ type: 'extension-asked', v: 1, item, extension, until, reason, chat: 'direct' }, by, at);
}

/** The example office with its whole plan of 2569, half a year on. */
export function officeInUse(): Agency {
  const { items } = readDraft(exampleDraft(), DIVISIONS, countingIds());
  const ofNumber = (kind: 'measure' | 'oit', number: number) =>
    items.find((item) => item.kind === kind && item.number === number)?.id ?? '';
  const [m1, m2, m6, o1, o12] = [
    ofNumber('measure', 1),
    ofNumber('measure', 2),
    ofNumber('measure', 6),
    ofNumber('oit', 1),
    ofNumber('oit', 12),
  ];
  return agencyOf(
    agencyAdded(),
    ...joined('finance-staff', [{ role: 'staff', division: 'finance' }]),
    planImported(),
    ...items.map(({ id, ...facts }) =>
      happened({
        ...{ type: 'item-added', v: 1, item: id },
        ...structuredClone(facts),
      } as DomainEvent),
    ),
    planOpened(),
    published(),
    told(m1, 'not_started', '2026-01-12 09:30', 'finance-staff'),
    told(m1, 'in_progress', '2026-01-20 10:00', 'finance-staff', 40),
    told(m1, 'done', '2026-01-28 15:12', 'finance-staff'),
    undone(m1, 'finance-staff-2026-01-28 15:12', bangkok('2026-01-28 15:14')),
    evidenceGiven(m1, 'finance-staff', '2026-02-02 11:00'),
    extensionAsked(m1, '2026-02-27', 'finance-staff', '2026-02-02 11:05'),
    told(m1, 'in_progress', '2026-02-10 10:05', 'finance-staff', 60),
    told(m2, 'in_progress', '2026-02-03 13:00', 'finance-staff'),
    told(m6, 'done', '2026-02-05 08:40', 'finance-staff'),
    told(o1, 'done', '2026-01-30 16:00', 'finance-staff'),
    evidenceGiven(o1, 'finance-staff', '2026-01-30 16:01'),
    told(o12, 'in_progress', '2026-02-11 09:00', 'finance-staff'),
  );
}

/** `measures` and `titles` are what a page may tell; all else is marked. */
export const HOSTILE = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)">' & \u202eกลับ\u0000`;
export const HOSTILE_ITEM = `${SECRET}-item`;

/** Titles, names and methods are markup; ids, members, chats, texts and what the plan's cells said are marked as secret. */
export function hostileOffice(catalogue = 2568): Agency {
  const [staff, division] = [`${SECRET}-member`, 'hostile-division'];
  const profile = {
    ...PROFILE,
    name: `อบต. ${HOSTILE}`,
    shortName: HOSTILE,
    divisions: [
      { code: division, name: `กอง ${HOSTILE}`, aliases: [`${SECRET} alias`], head: `${SECRET} head` },
      { code: 'other', name: 'กองอื่น', aliases: [], head: null },
    ],
    contact: { phone: SECRET, email: SECRET, address: SECRET, hours: SECRET, web: SECRET },
  };
  const year = 2569;
  const add = (item: string, kind: 'measure' | 'oit', number: number, divisions: string[]): Happening =>
    happened({
      ...{ type: 'item-added', v: 1, item, year, kind, number, title: `${number} ${HOSTILE}` },
      ...{ indicators: [], methods: [HOSTILE], divisions },
      period: { asWritten: SECRET, start: '2025-10-01', end: '2026-01-30' },
      followUp: { asWritten: SECRET, cadence: 'monthly', dueDate: null, reportMonths: [] },
    } as DomainEvent);
  return agencyOf(
    happened({ type: 'agency-added', v: 1, ...profile }),
    ...joined(staff, [{ role: 'staff', division }]),
    happened({
      ...{ type: 'plan-imported', v: 1, year, title: SECRET, catalogue, oitDue: '2026-03-10' },
      oitDueConfirmed: false,
    } as DomainEvent),
    add(HOSTILE_ITEM, 'measure', 1, [division]),
    add(`${SECRET}-shared`, 'measure', 2, [division, 'other']),
    add(`${SECRET}-nobody`, 'measure', 3, []),
    add(`${SECRET}-late`, 'measure', 4, [division]),
    add(`${SECRET}-oit`, 'oit', 5, [division]),
    planOpened(year),
    published(year),
    happened(
      {
        ...{ type: 'item-reported', v: 1, item: HOSTILE_ITEM, report: `${SECRET}-report`, status: 'done' },
        ...{ note: { id: `${SECRET}-note`, mac: MAC }, chat: { group: LINE_ID } },
      } as DomainEvent,
      { at: bangkok('2026-02-02 09:00'), by: member(staff) },
    ),
    told(HOSTILE_ITEM, 'in_progress', '2026-01-20 09:00', staff, 30),
    evidenceGiven(`${SECRET}-shared`, staff, '2026-02-03 09:00'),
    extensionAsked(HOSTILE_ITEM, '2026-03-01', staff, '2026-02-04 09:00'),
    evidenceGiven(HOSTILE_ITEM, staff, '2026-02-05 09:00'),
    did(
      {
        ...{ type: 'evidence-undone', v: 1, item: HOSTILE_ITEM },
        evidence: `${staff}-evidence-2026-02-05 09:00`,
      } as DomainEvent,
      staff,
      '2026-02-05 09:05',
    ),
  );
}

const whole = { until: null, month: null, overdue: false, division: null };

/** Every page there is, each variant once, with a name for its picture. */
export function everyPage(
  item: string,
  division: string,
): readonly (readonly [name: string, page: StatePage])[] {
  return [
    ['missing', { kind: 'missing', division: null }],
    ['missing-division', { kind: 'missing', division }],
    ['due-soon', { kind: 'due', ...whole }],
    ['due-until', { kind: 'due', ...whole, until: '2026-04-30', division }],
    ['due-month', { kind: 'due', ...whole, month: '2026-01' }],
    ['due-overdue', { kind: 'due', ...whole, overdue: true }],
    ['progress', { kind: 'progress', division: null }],
    ['progress-division', { kind: 'progress', division }],
    ['summary', { kind: 'summary', month: '2026-01', division: null }],
    ['summary-goes-on', { kind: 'summary', month: '2026-02', division }],
    ['item', { kind: 'item', item }],
    ['measures', { kind: 'measures', year: 2569 }],
  ];
}
