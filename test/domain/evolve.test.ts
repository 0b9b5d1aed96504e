import { describe, expect, it } from 'vitest';
import { type Agency, emptyAgency } from '../../src/domain/agency.ts';
import type { DomainEvent } from '../../src/domain/event.ts';
import { evolve, evolveAll } from '../../src/domain/evolve.ts';
import { statusOf } from '../../src/domain/item.ts';
import { recipientKey } from '../../src/domain/said.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  bangkok,
  entriesOf,
  type Happening,
  happened,
  joined,
  measure,
  planClosed,
  planImported,
  planOpened,
  reminded,
  reported,
  START,
  summaryPosted,
  undone,
} from '../support/an-agency.ts';
import {
  acknowledged,
  asked,
  askedNoMore,
  assessed,
  shown,
  shownNoMore,
  snoozed,
  snoozedNoMore,
} from './doings.ts';

const TEN = bangkok('2026-01-20 10:00');
const HOUR = 3_600_000;

const status = (agency: Agency, id: string, asOf?: number) => {
  const item = agency.items[id];
  if (item === undefined) throw new Error(`no ${id}`);
  return statusOf(item, asOf);
};
const officeAfter = (...more: Happening[]) => agencyOf(...anOffice(), ...more);

describe('the fold', () => {
  const year = [
    ...anOffice(),
    reported('m1', 'in_progress', { at: TEN, report: 'a', percent: 40 }),
    reported('m1', 'done', { at: TEN + HOUR, report: 'b' }),
    undone('m1', 'b', TEN + 2 * HOUR),
    shown('m1', 'b', { at: TEN + HOUR }),
    shownNoMore('m1', 'b', { at: TEN + 2 * HOUR }),
    asked('m1', 'x', '2026-02-27', { at: TEN + HOUR }),
    askedNoMore('m1', 'x', { at: TEN + 2 * HOUR }),
    snoozed(['m1', 'o12'], 's', '2026-01-26', { at: TEN }),
    snoozed(['m1'], 't', '2026-01-27', { at: TEN + HOUR }),
    snoozedNoMore('t', { at: TEN + 2 * HOUR }),
    acknowledged(['m1'], { at: TEN }),
    assessed(2568),
    reminded({ member: 'finance-staff' }, ['m1'], TEN),
    summaryPosted('2026-01', bangkok('2026-02-02 09:00')),
    planClosed(),
  ];

  it('counts every entry, whatever it says', () => {
    expect(agencyOf(...year).version).toBe(year.length);
  });

  it('is plain JSON: folding on from a snapshot gives what folding from the start gives, at any point', () => {
    const entries = entriesOf(year);
    const whole = JSON.parse(JSON.stringify(evolveAll(emptyAgency('office'), entries)));
    for (let cut = 0; cut <= entries.length; cut += 1) {
      const snapshot = JSON.parse(JSON.stringify(evolveAll(emptyAgency('office'), entries.slice(0, cut))));
      const resumed = evolveAll(snapshot, entries.slice(cut));
      expect(JSON.parse(JSON.stringify(resumed)), `cut after ${cut}`).toEqual(whole);
    }
  });

  it('leaves the state it was given as it was', () => {
    let agency = emptyAgency('office');
    for (const entry of entriesOf(year)) {
      const before = JSON.stringify(agency);
      const next = evolve(agency, entry);
      expect(JSON.stringify(agency)).toBe(before);
      agency = next;
    }
  });
});

describe('an entry about something unknown changes only the version', () => {
  it.each<DomainEvent>([
    { type: 'reach-changed', v: 1, member: 'stranger', reachable: false, why: 'blocked' },
    { type: 'group-left', v: 1, group: 'strange-group' },
    { type: 'plan-opened', v: 1, year: 2570 },
    { type: 'plan-closed', v: 1, year: 2570 },
    { type: 'plan-published', v: 1, year: 2570 },
    { type: 'item-reported', v: 1, item: 'm99', report: 'r', status: 'done', chat: 'direct' },
    { type: 'report-undone', v: 1, item: 'm99', report: 'r' },
    { type: 'evidence-undone', v: 1, item: 'm99', evidence: 'e' },
    { type: 'extension-asked', v: 1, item: 'm99', extension: 'x', until: '2026-02-27', chat: 'direct' },
    { type: 'extension-undone', v: 1, item: 'm99', extension: 'x' },
    { type: 'snooze-undone', v: 1, member: 'finance-staff', snooze: 's' },
    { type: 'reminder-acknowledged', v: 1, member: 'finance-staff', items: ['m99'], chat: 'direct' },
    { type: 'list-adopted', v: 1, year: 2570, from: 2569 },
    { type: 'roles-changed', v: 1, member: 'stranger', roles: [{ role: 'executive' }] },
    { type: 'acting-ended', v: 1, acting: 'nobody' },
    { type: 'deputy-set', v: 1, member: 'stranger', deputy: null },
    { type: 'item-assigned', v: 1, item: 'm99', person: null, deputy: null },
    { type: 'member-left', v: 1, member: 'stranger' },
    { type: 'join-refused', v: 1, request: 'nobody' },
    { type: 'oit-due-set', v: 1, year: 2580, date: '2037-04-30', confirmed: true },
  ])('$type $to', (event) => {
    const before = officeAfter();
    const unknown = officeAfter(happened(event));
    expect(unknown).toEqual({ ...before, version: before.version + 1 });
  });

  it.each([
    { member: 'stranger' },
    { group: 'strange-group' },
    null,
  ])('a message to %j that failed is remembered, and changes nobody', (to) => {
    const before = officeAfter();
    const failed = happened({ type: 'delivery-failed', v: 1, outbox: 'o', to, reason: 'dead-target' });
    const failures = [{ outbox: 'o', to, reason: 'dead-target', at: failed.kept }];
    expect(officeAfter(failed)).toEqual({ ...before, failures, version: before.version + 1 });
  });

  it('reminder-decided', () => {
    const agency = officeAfter(reminded({ member: 'finance-staff' }, ['m99']));
    expect(JSON.parse(JSON.stringify(agency))).toEqual(agency);
  });

  it('an undo of an unknown report of a known item touches the item and changes no report', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'r' }),
      undone('m1', 'other', TEN + HOUR),
    );
    expect(status(agency, 'm1')).toBe('done');
  });
});

describe('people and groups', () => {
  it('an invite is used by whoever joined with it', () => {
    expect(officeAfter().invites['invite-of-coordinator']?.usedBy).toBe('coordinator');
  });

  it('a member keeps the day he first joined, and is reachable again by joining', () => {
    const blocked = happened({
      type: 'reach-changed',
      v: 1,
      member: 'executive',
      reachable: false,
      why: 'blocked',
    });
    const again = officeAfter(blocked, ...joined('executive', [{ role: 'coordinator' }], TEN));
    expect(again.members.executive).toMatchObject({ joined: START, reachable: true });
  });

  const bound = (group: string, purpose: 'staff' | 'division', division?: string): Happening =>
    happened({
      type: 'group-bound',
      v: 1,
      group,
      code: `code-of-${group}`,
      purpose,
      ...(division === undefined ? {} : { division }),
    });

  it('a new staff group takes the place of the old; division groups stay', () => {
    const agency = officeAfter(
      bound('old-staff', 'staff'),
      bound('works-group', 'division', 'works'),
      bound('new-staff', 'staff'),
    );
    expect(Object.keys(agency.groups).sort()).toEqual(['new-staff', 'works-group']);
  });

  it('a division has one group, the newest', () => {
    const agency = officeAfter(
      bound('staff', 'staff'),
      bound('works-1', 'division', 'works'),
      bound('finance-1', 'division', 'finance'),
      bound('works-2', 'division', 'works'),
    );
    expect(Object.keys(agency.groups).sort()).toEqual(['finance-1', 'staff', 'works-2']);
  });

  it('a group bound for another purpose changes its purpose', () => {
    const agency = officeAfter(bound('one', 'staff'), bound('one', 'division', 'works'));
    expect(agency.groups).toMatchObject({ one: { purpose: 'division', division: 'works' } });
  });

  it('a group that LINE says is dead is bound no longer; a person is not reachable', () => {
    const dead = (to: { group: string } | { member: string }): Happening =>
      happened({ type: 'delivery-failed', v: 1, outbox: 'o', to, reason: 'dead-target' });
    const agency = officeAfter(
      bound('staff', 'staff'),
      dead({ group: 'staff' }),
      dead({ member: 'executive' }),
    );
    expect(agency.groups).toEqual({});
    expect(agency.members.executive?.reachable).toBe(false);
  });

  it.each([
    'refused',
    'quota',
    'unknown',
    'forbidden',
  ] as const)('a message lost for %s means nothing for the person', (reason) => {
    const failed = happened({
      type: 'delivery-failed',
      v: 1,
      outbox: 'o',
      to: { member: 'executive' },
      reason,
    });
    expect(officeAfter(failed).members).toEqual(officeAfter().members);
  });
});

describe('reports', () => {
  it('an item never reported is not started', () => {
    expect(status(officeAfter(), 'm1')).toBe('not_started');
  });

  it('the one told last stands', () => {
    const agency = officeAfter(
      reported('m1', 'in_progress', { at: TEN }),
      reported('m1', 'done', { at: TEN + 1, by: 'finance-head' }),
    );
    expect(status(agency, 'm1')).toBe('done');
  });

  it('of two told in the same millisecond the one kept last stands', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'a' }),
      reported('m1', 'in_progress', { at: TEN, kept: TEN + 1, report: 'b' }),
    );
    expect(status(agency, 'm1')).toBe('in_progress');
  });

  it('a late one, older by its own time, is kept as history and changes nothing', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'newer' }),
      reported('m1', 'in_progress', { at: TEN - HOUR, kept: TEN + HOUR, report: 'late' }),
    );
    expect(status(agency, 'm1')).toBe('done');
    expect(agency.items.m1?.reports.map((report) => report.id)).toEqual(['newer', 'late']);
  });

  it('a late one stands again when the newer one is taken back', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'newer' }),
      reported('m1', 'in_progress', { at: TEN - HOUR, kept: TEN + HOUR, report: 'late' }),
      undone('m1', 'newer', TEN + 2 * HOUR),
    );
    expect(status(agency, 'm1')).toBe('in_progress');
  });

  it('one taken back stays in the history, with when', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'r' }),
      undone('m1', 'r', TEN + HOUR),
    );
    expect(agency.items.m1?.reports).toMatchObject([{ id: 'r', status: 'done', undone: TEN + HOUR }]);
    expect(status(agency, 'm1')).toBe('not_started');
  });

  it('taking back one item of a message leaves the others', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'both' }),
      reported('o12', 'done', { at: TEN, report: 'both' }),
      undone('m1', 'both', TEN + HOUR),
    );
    expect([status(agency, 'm1'), status(agency, 'o12')]).toEqual(['not_started', 'done']);
  });

  it('"as of" a moment leaves out what was told later and what was taken back by then', () => {
    const agency = officeAfter(
      reported('m1', 'in_progress', { at: TEN, report: 'a' }),
      reported('m1', 'done', { at: TEN + 2 * HOUR, report: 'b' }),
      undone('m1', 'b', TEN + 4 * HOUR),
    );
    const told = [TEN - 1, TEN, TEN + 2 * HOUR, TEN + 4 * HOUR - 1, TEN + 4 * HOUR];
    expect(told.map((at) => status(agency, 'm1', at))).toEqual([
      'not_started',
      'in_progress',
      'done',
      'done',
      'in_progress',
    ]);
  });

  it('only entries of the item itself make its buttons stale', () => {
    const agency = officeAfter(
      reported('m1', 'done', { at: TEN, report: 'r' }),
      reminded({ member: 'finance-staff' }, ['o12'], TEN),
    );
    const seq = anOffice().length + 1;
    expect(agency.items.m1?.touched).toBe(seq);
    expect(agency.items.o12?.touched).toBeLessThan(seq);
  });

  it('every act on an item touches it; only what tells or takes back a status makes a status button stale', () => {
    const seq = anOffice().length;
    const marks = (...more: Happening[]) => {
      const item = officeAfter(...more).items.m1;
      return [(item?.touched ?? 0) - seq, (item?.told ?? 0) - seq];
    };
    const told = reported('m1', 'done', { at: TEN, report: 'r' });
    expect(marks(told)).toEqual([1, 1]);
    expect(marks(told, shown('m1', 'e', { at: TEN }))).toEqual([2, 1]);
    expect(marks(told, shown('m1', 'e', { at: TEN }), shownNoMore('m1', 'e', { at: TEN }))).toEqual([3, 1]);
    expect(marks(told, asked('m1', 'x', '2026-02-27', { at: TEN }))).toEqual([2, 1]);
    expect(marks(told, undone('m1', 'r', TEN + 1))).toEqual([2, 2]);
    expect(marks(told, acknowledged(['m1'], { at: TEN }))).toEqual([1, 1]);
    expect(marks(told, snoozed(['m1'], 's', '2026-01-26', { at: TEN }))).toEqual([1, 1]);
  });

  it("the terminal's reports are nobody's", () => {
    expect(officeAfter(reported('m1', 'done', { at: TEN, by: null })).items.m1?.reports[0]?.by).toBeNull();
  });
});

describe('plans, reminders and summaries', () => {
  it('a plan opens at the moment it was kept', () => {
    const late = happened({ type: 'plan-opened', v: 1, year: 2569 }, { at: TEN - HOUR, kept: TEN });
    const agency = agencyOf(...aStaffedOffice(), planImported(), measure('m1'), late);
    expect(agency.plans[2569]).toMatchObject({ state: 'open', opened: TEN, published: false });
  });

  it('the last reminder of a chat is remembered under its person or group', () => {
    const agency = officeAfter(
      reminded({ member: 'finance-staff' }, ['m1'], TEN),
      reminded({ group: 'staff-group' }, ['m1', 'o12'], TEN),
      reminded({ member: 'finance-staff' }, ['o12'], TEN + HOUR),
    );
    expect(agency.lastReminders).toEqual({
      [recipientKey({ member: 'finance-staff' })]: { year: 2569, items: ['o12'], at: TEN + HOUR },
      [recipientKey({ group: 'staff-group' })]: { year: 2569, items: ['m1', 'o12'], at: TEN },
    });
  });

  it('a reminder about two years counts as one about the older', () => {
    const agency = officeAfter(
      planImported(2568),
      measure('old', { year: 2568 }),
      planOpened(2568),
      reminded({ member: 'finance-staff' }, ['m1', 'old'], TEN),
    );
    expect(agency.lastReminders['finance-staff']?.year).toBe(2568);
  });

  it('months posted are remembered in order', () => {
    const agency = officeAfter(summaryPosted('2026-01', TEN), summaryPosted('2026-02', TEN));
    expect(agency.summaries).toEqual(['2026-01', '2026-02']);
  });
});
