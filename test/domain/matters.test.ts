import { describe, expect, it } from 'vitest';
import { type Matter, mattersFor, NOTHING_BESIDE } from '../../src/domain/matters.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  clock,
  type Happening,
  happened,
  joined,
  measure,
  member,
  outsider,
  planClosed,
  reported,
  START,
  unreachable,
} from '../support/an-agency.ts';

const NOON = bangkok('2026-01-07 12:00');
type Kind = Matter['kind'];

const matters = (happenings: readonly Happening[], now = NOON, beside = NOTHING_BESIDE) =>
  mattersFor(agencyOf(...anOffice(), ...happenings), 'coordinator', now, beside);
const of = (kind: Kind, ...happenings: readonly Happening[]) =>
  matters(happenings).filter((matter) => matter.kind === kind);
const keysOf = (kind: Kind, happenings: readonly Happening[], now = NOON) =>
  matters(happenings, now)
    .filter((matter) => matter.kind === kind)
    .map(({ key }) => key);

const asked = (extension: string, item: string, by: string, at = START) =>
  happened(
    { type: 'extension-asked', v: 1, item, extension, until: '2026-05-29', chat: 'direct' },
    { at, by: member(by) },
  );
const deputy = (id: string, other: string | null) =>
  happened({ type: 'deputy-set', v: 1, member: id, deputy: other });
const failed = (
  outbox: string,
  reason: 'unknown' | 'refused' | 'dead-target',
  at: number,
  to = 'works-staff',
) => happened({ type: 'delivery-failed', v: 1, outbox, to: { member: to }, reason }, { at, by: clock });
const told = (keys: readonly string[], at: number) =>
  happened(
    { type: 'card-sent', v: 1, member: 'coordinator', matters: [...keys], outbox: 'o' },
    { at, by: clock },
  );

describe('what waits for a coordinator', () => {
  it('who showed a general code, until it is decided', () => {
    const expires = START + 86_400_000;
    const code = happened({ type: 'invite-made', v: 1, invite: 'open', roles: [], expires, general: true });
    const ask = happened({ type: 'join-asked', v: 1, request: 'r1', invite: 'open' }, { by: outsider });
    expect(of('request', code, ask)).toMatchObject([{ key: 'request r1', request: 'r1', at: START }]);
    expect(of('request', code, ask, happened({ type: 'join-refused', v: 1, request: 'r1' }))).toEqual([]);
  });

  it('whom LINE does not reach, with who takes his place or that nobody does', () => {
    const gone = unreachable('works-staff', bangkok('2026-01-06 10:00'));
    expect(of('away', gone)).toMatchObject([{ member: { id: 'works-staff' }, deputy: null }]);
    const stood = deputy('works-staff', 'works-head');
    expect(of('away', stood, gone)).toMatchObject([{ deputy: 'works-head' }]);
    expect(of('away', stood, gone, unreachable('works-head'))).toMatchObject([
      { deputy: null },
      { member: { id: 'works-head' } },
    ]);
    expect(of('away', unreachable('coordinator')), 'himself he need not be told').toEqual([]);
  });

  it('who left the group of his division or one more of the staff, once, while LINE reaches him as before', () => {
    const group = (id: string, place: { division?: string; extra?: true }) =>
      happened({
        type: 'group-bound',
        v: 1,
        group: id,
        code: id,
        purpose: place.division === undefined ? 'staff' : 'division',
        ...place,
      });
    const presence = (who: string, place: string, present: boolean, at = START) =>
      happened({ type: 'presence-changed', v: 1, member: who, group: place, present }, { at, by: outsider });
    const groups = [group('works-group', { division: 'works' }), group('team', { extra: true })];
    const gone = [
      ...groups,
      presence('works-staff', 'works-group', false),
      presence('works-head', 'team', false),
    ];
    expect(of('left-group', ...gone)).toMatchObject([
      { member: { id: 'works-staff' }, group: { division: 'works' }, at: START },
      { member: { id: 'works-head' }, group: { id: 'team' } },
    ]);
    expect(of('away', ...gone), 'nothing is re-routed').toEqual([]);
    const week = NOON + 8 * 86_400_000;
    expect(keysOf('left-group', gone, week), 'nobody told him yet').toHaveLength(2);
    const card = told(keysOf('left-group', gone), NOON);
    expect(keysOf('left-group', [...gone, card], week)).toEqual([]);
    const back = presence('works-staff', 'works-group', true, NOON - 1);
    expect(of('left-group', ...gone, back)).toMatchObject([{ member: { id: 'works-head' } }]);
    expect(
      of('left-group', ...gone, unreachable('works-head')),
      'he is told as one who is away',
    ).toHaveLength(1);
    const unbound = happened({ type: 'group-left', v: 1, group: 'team' });
    expect(of('left-group', ...gone, unbound)).toHaveLength(1);
    const left = happened({ type: 'member-left', v: 1, member: 'works-staff' });
    expect(agencyOf(...anOffice(), ...gone, left).departures).toHaveLength(1);
  });

  it('one who comes back and goes again is a new matter', () => {
    const back = happened({
      type: 'reach-changed',
      v: 1,
      member: 'works-staff',
      reachable: true,
      why: 'wrote',
    });
    const first = keysOf('away', [unreachable('works-staff', START)]);
    const again = keysOf('away', [unreachable('works-staff', START), back, unreachable('works-staff', NOON)]);
    expect(again).toHaveLength(1);
    expect(again).not.toEqual(first);
  });

  it('a later date no head decides: his own, or of a division without one', () => {
    expect(of('extension', asked('x', 'm1', 'finance-staff'))).toEqual([]);
    expect(of('extension', asked('x', 'm1', 'finance-head'))).toMatchObject([{ key: 'extension x m1' }]);
    expect(of('extension', asked('x', 'm1', 'finance-staff'), unreachable('finance-head'))).toHaveLength(1);
    const decided = happened({
      type: 'extension-decided',
      v: 1,
      item: 'm1',
      extension: 'x',
      granted: true,
      from: '2026-01-30',
      until: '2026-05-29',
    });
    expect(of('extension', asked('x', 'm1', 'finance-head'), decided)).toEqual([]);
  });

  it('what was not delivered: a week, or until he was told; whom LINE refused is one who is away', () => {
    const at = NOON - 3_600_000;
    expect(of('failed', failed('o1', 'unknown', at), failed('o2', 'refused', at))).toMatchObject([
      { key: 'failed o1' },
      { key: 'failed o2' },
    ]);
    expect(of('failed', failed('o1', 'dead-target', at))).toEqual([]);
    const later = NOON + 10 * 86_400_000;
    const one = failed('o1', 'unknown', at);
    expect(keysOf('failed', [told(['x'], START), one], later), 'nobody told him yet').toEqual(['failed o1']);
    expect(keysOf('failed', [one, told(['failed o1'], NOON)], later)).toEqual([]);
  });

  it('a month that is short, and for the rest of it once he was told', () => {
    const short = { drafts: [], held: 3 };
    const kinds = (happenings: readonly Happening[], now: number, beside = NOTHING_BESIDE) =>
      matters(happenings, now, beside).flatMap(({ kind, key }) => (kind === 'quota' ? [key] : []));
    expect(kinds([], NOON, short)).toEqual(['quota 2026-01']);
    expect(kinds([], NOON)).toEqual([]);
    const before = told(['quota 2026-01'], NOON);
    expect(kinds([before], bangkok('2026-01-30 09:00'))).toEqual(['quota 2026-01']);
    expect(kinds([before], bangkok('2026-02-02 09:00'))).toEqual([]);
  });

  it('a division with work and nobody LINE reaches', () => {
    const school = measure('m9', { number: 9, divisions: ['education'], end: '2026-09-30' });
    expect(of('nobody', school)).toMatchObject([{ key: 'nobody education' }]);
    const done = reported('m9', 'done', { at: START, by: 'coordinator' });
    expect(of('nobody', school, done), 'with nothing left to do').toEqual([]);
    expect(of('nobody', school, ...joined('teacher', [{ role: 'staff', division: 'education' }]))).toEqual(
      [],
    );
  });

  it('an import he has not confirmed', () => {
    const draft = { id: 'd1', what: 'plan' as const, year: 2570, open: 2, until: NOON };
    expect(matters([], NOON, { drafts: [draft], held: 0 }).filter(({ kind }) => kind === 'draft')).toEqual([
      { kind: 'draft', key: 'draft d1', draft },
    ]);
  });

  it('items without a date or an owner, of plans that are open', () => {
    expect(of('undated')).toMatchObject([{ year: 2569, items: [{ id: 'm3' }] }]);
    expect(of('ownerless')).toMatchObject([{ year: 2569, items: [{ id: 'm3' }] }]);
    expect(of('undated', planClosed())).toEqual([]);
    expect(of('ownerless', reported('m3', 'done', { at: START, by: 'coordinator' }))).toEqual([]);
  });

  it('dates nobody vouches for', () => {
    expect(of('oit-due')).toMatchObject([{ key: 'oit-due 2569', date: '2026-04-30' }]);
    const set = happened({ type: 'oit-due-set', v: 1, year: 2569, date: '2026-04-30', confirmed: true });
    expect(of('oit-due', set)).toEqual([]);
    expect(of('oit-due', planClosed())).toEqual([]);
  });

  it('holidays: the running year, from November on the next too', () => {
    const confirmed = (year: number) =>
      happened({ type: 'holidays-set', v: 1, year, source: 'ประกาศ', confirmed: true, days: [] });
    expect(keysOf('holidays', [])).toEqual(['holidays 2569']);
    expect(keysOf('holidays', [confirmed(2569)])).toEqual([]);
    expect(keysOf('holidays', [confirmed(2569)], bangkok('2026-10-30 09:00'))).toEqual([]);
    expect(keysOf('holidays', [confirmed(2569)], bangkok('2026-11-02 09:00'))).toEqual(['holidays 2570']);
    expect(keysOf('holidays', [confirmed(2570)], bangkok('2026-11-02 09:00'))).toEqual(['holidays 2569']);
  });

  it('every key fits its entry, however long the ids are', () => {
    const long = 'x'.repeat(64);
    const school = measure(long, { number: 9, divisions: [long], end: '2026-01-05' });
    const all = matters(
      [school, asked(long, long, 'finance-head'), unreachable('works-staff')],
      bangkok('2026-03-02 12:00'),
    );
    expect(all.length).toBeGreaterThan(5);
    for (const { key } of all) expect(key.length).toBeLessThanOrEqual(160);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});

describe('a division is silent', () => {
  /** `m1` of กองคลัง was due on Friday, 30 January; Tuesday, 3 March is no working day. */
  const silences = (now: string, ...happenings: readonly Happening[]) =>
    matters(happenings, bangkok(now)).flatMap((one) => (one.kind === 'silent' ? [one] : []));
  const AFTER = '2026-02-05 08:45';

  it('when the first grace has passed after a date and nobody said anything', () => {
    expect(silences('2026-02-04 16:00')).toEqual([]);
    expect(silences(AFTER)).toMatchObject([
      { key: 'silent finance 2026-01-30', silence: { division: 'finance', items: [{ id: 'm1' }] } },
    ]);
  });

  it('by the office’s own grace', () => {
    const policy = { ...agencyOf(...anOffice()).policy, grace: [1, 3, 3] as [number, number, number] };
    expect(silences('2026-02-03 08:45', happened({ type: 'policy-set', v: 1, policy }))).toHaveLength(1);
  });

  it('not when it reported since, asked for a later date, or has just read it', () => {
    const at = bangkok('2026-02-02 10:00');
    expect(silences(AFTER, reported('m1', 'in_progress', { at }))).toEqual([]);
    expect(silences(AFTER, reported('m1', 'in_progress', { at: START })), 'before the date').toHaveLength(1);
    expect(silences(AFTER, asked('x', 'm1', 'finance-staff', at))).toEqual([]);
    const read = happened(
      { type: 'reminder-acknowledged', v: 1, member: 'finance-staff', items: ['m1'], chat: 'direct' },
      { at: bangkok('2026-02-04 10:00'), by: member('finance-staff') },
    );
    expect(silences(AFTER, read)).toEqual([]);
    expect(silences('2026-02-10 08:45', read), 'three working days later').toHaveLength(1);
  });

  it('though a request stands undecided whose date is no later than the one granted since', () => {
    const wish = (id: string, until: string) =>
      happened(
        { type: 'extension-asked', v: 1, item: 'm1', extension: id, until, chat: 'direct' },
        { at: START, by: member(id) },
      );
    const grant = { extension: 'finance-staff', granted: true, from: '2026-01-30', until: '2026-03-31' };
    const granted = happened({ type: 'extension-decided', v: 1, item: 'm1', ...grant }, { at: START + 1 });
    const both = [wish('coordinator', '2026-02-27'), wish('finance-staff', '2026-03-31')];
    const silent = (...happenings: readonly Happening[]) =>
      silences('2026-05-20 08:45', ...happenings).flatMap(({ silence }) => silence.items.map(({ id }) => id));
    expect(silent(...both)).not.toContain('m1');
    expect(silent(...both, granted)).toContain('m1');
  });

  it('of what several share only who has not answered', () => {
    const shared = measure('m7', { number: 7, divisions: ['finance', 'works'], end: '2026-01-16' });
    const part = happened(
      {
        type: 'item-reported',
        v: 1,
        item: 'm7',
        report: 'p',
        status: 'done',
        chat: 'direct',
        divisions: ['finance'],
      },
      { at: START, by: member('finance-staff') },
    );
    const found = silences('2026-01-28 09:00', shared, part);
    expect(found.map(({ silence }) => silence.division)).toEqual(['works']);
  });

  it('told up to the นายก it is a new matter', () => {
    const line = { item: 'm1', due: 'finish' as const, date: '2026-01-30', step: -12, level: 3 };
    const up = happened(
      { type: 'reminder-decided', v: 1, to: { member: 'executive' }, lines: [line], outbox: 'o' },
      { at: bangkok('2026-02-11 08:45'), by: clock },
    );
    expect(silences('2026-02-12 08:45', up)).toMatchObject([
      { key: 'silent finance 2026-01-30 top', silence: { top: true } },
    ]);
  });

  it('of what several share only that whose part the นายก was told of', () => {
    const shared = measure('m7', { number: 7, divisions: ['finance', 'works'], end: '2026-01-16' });
    const line = { item: 'm7', due: 'finish' as const, date: '2026-01-16', step: -12, level: 3 };
    const up = happened(
      {
        type: 'reminder-decided',
        v: 1,
        to: { member: 'executive' },
        lines: [{ ...line, division: 'works' }],
        outbox: 'o',
      },
      { at: bangkok('2026-01-28 08:45'), by: clock },
    );
    expect(silences('2026-01-28 09:00', shared, up).map(({ key }) => key)).toEqual([
      'silent finance 2026-01-16',
      'silent works 2026-01-16 top',
    ]);
  });
});
