import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import type { Line } from '../../src/flow/ports.ts';
import { sweep } from '../../src/flow/sweep.ts';
import {
  anOffice,
  bangkok,
  type Happening,
  happened,
  member,
  outsider,
  START,
} from '../support/an-agency.ts';
import {
  aStage,
  bound,
  deliverAll,
  eventsIn,
  groupOf,
  groupRecord,
  OFFICE,
  person,
  type Stage,
  userOf,
  wordsOf,
} from './stage.ts';

const NINE = bangkok('2026-02-02 09:00');
const SUMMARY = 'สรุปเดือนมกราคม';
const MEMBERS = ['finance-staff', 'finance-head', 'works-staff', 'works-head', 'coordinator', 'executive'];

/** The office with the reminders of January said already. */
async function february(...more: Happening[]): Promise<Stage> {
  const stage = await aStage({ happenings: [...anOffice(), ...more] });
  await stage.clock.set(bangkok('2026-01-30 09:00'));
  await sweep(stage.world, stage.ledger, OFFICE);
  await deliverAll(stage.world, stage.ledger);
  await stage.clock.set(NINE);
  return stage;
}

/** Sweeps and sends; the summaries LINE was asked to take, by chat. */
async function posts(stage: Stage, world = stage.world): Promise<string[]> {
  const before = stage.line.calls.length;
  await sweep(world, stage.ledger, OFFICE);
  await deliverAll(world, stage.ledger);
  return stage.line.calls
    .slice(before)
    .filter(({ messages }) => wordsOf(messages).includes(SUMMARY))
    .map(({ to }) => to);
}

const extra = happened(
  { type: 'group-bound', v: 1, group: 'extra-group', code: 'c', purpose: 'staff', extra: true },
  { by: outsider },
);
const staffGroup = bound('staff-group');

describe('the summary of a month', () => {
  it('goes to the staff group, not to an extra one', async () => {
    const stage = await february(extra, ...staffGroup);
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(await posts(stage)).toEqual([]);
  });

  it('goes to the coordinators where only an extra group is bound', async () => {
    expect(await posts(await february(extra))).toEqual([userOf('coordinator')]);
  });

  it('goes to the coordinators when LINE knows the group no more: once, and never again', async () => {
    const stage = await february(...staffGroup);
    stage.line.decides(({ to }) => (to === groupOf('staff-group') ? 'dead-target' : 'accepted'));
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
    expect(await posts(stage)).toEqual([]);
    const events = await eventsIn(stage.store);
    expect(events.filter(({ type }) => type === 'summary-posted')).toHaveLength(2);
  });

  it.each([
    'refused',
    'forbidden',
  ] as const)('goes to the coordinators in words when LINE says %s: once', async (why) => {
    const stage = await february(...staffGroup);
    stage.line.decides(({ to }) => (to === groupOf('staff-group') ? why : 'accepted'));
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
    expect(await posts(stage)).toEqual([]);
    const [card, words] = stage.line.calls.filter(({ messages }) => wordsOf(messages).includes(SUMMARY));
    expect(card?.messages.map(({ type }) => type)).toEqual(['flex']);
    expect(words?.messages.map(({ type }) => type)).toEqual(['text']);
    const said = wordsOf(words?.messages);
    const head = /รหัสตรวจสอบข้อมูล ([0-9a-f]{8})/.exec(said)?.[1] ?? 'none';
    expect(await stage.store.verify(OFFICE, head), 'its ledger hash').toMatchObject({ headFound: true });
    expect(said).toContain('เลยกำหนด 1 ข้อ: ม.1');
    await stage.clock.set(bangkok('2026-02-03 08:45'));
    await sweep(stage.world, stage.ledger, OFFICE);
    await deliverAll(stage.world, stage.ledger);
    const cards = stage.line.calls.filter(({ to }) => to === userOf('coordinator')).at(-1);
    expect(wordsOf(cards?.messages), 'the coordinator sees why').toContain('กลุ่ม LINE');
  });

  it('is not tried a third time when LINE refuses it in words too, nor when the server starts anew', async () => {
    const stage = await february(...staffGroup);
    stage.line.decides(() => 'refused');
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
    expect(await posts(stage)).toEqual([]);
    await stage.clock.set(bangkok('2026-02-20 10:00'));
    expect(await posts(stage.another())).toEqual([]);
    const posted = (await eventsIn(stage.store)).filter(({ type }) => type === 'summary-posted');
    expect(posted).toHaveLength(2);
  });

  it('in words waits for a coordinator LINE reaches', async () => {
    const stage = await february(...staffGroup);
    stage.line.decides(({ to, messages }) => {
      if (to === groupOf('staff-group')) return 'refused';
      return wordsOf(messages).includes(SUMMARY) ? 'dead-target' : 'accepted';
    });
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
    expect(await posts(stage)).toEqual([]);
    stage.line.decides(null);
    await stage.ledger.transact(OFFICE, () => ({
      result: null,
      events: [{ type: 'reach-changed', v: 1, member: 'coordinator', reachable: true, why: 'followed' }],
      batch: {},
    }));
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
    expect(await posts(stage)).toEqual([]);
  });

  it('is tried until it is taken, whatever LINE says meanwhile', async () => {
    const stage = await february(...staffGroup);
    stage.line.answers('unknown-outcome', 'rate-limit', 'unauthorised', 'quota', 'quota', 'quota', 'quota');
    await sweep(stage.world, stage.ledger, OFFICE);
    for (let tries = 0; tries < 8; tries += 1) {
      await deliverAll(stage.world, stage.ledger);
      const [waits] = await stage.store.pending(OFFICE);
      if (waits !== undefined) await stage.clock.set(Math.max(waits.nextTry, stage.clock.now()));
    }
    const keys = new Set(
      stage.line.calls.filter(({ messages }) => wordsOf(messages).includes(SUMMARY)).map(({ key }) => key),
    );
    expect(keys.size, 'one message with one retry key').toBe(1);
    expect(await stage.store.pending(OFFICE)).toEqual([]);
  });

  it('that still waits goes to the group that took the place of the first', async () => {
    const stage = await february(...staffGroup);
    stage.line.decides(() => 'unreachable');
    await posts(stage);
    await stage.ledger.transact(OFFICE, () => ({
      result: null,
      events: bound('new-group').map(({ event }) => event),
      batch: { beside: [{ do: 'put', record: groupRecord('new-group') }] },
    }));
    stage.line.decides(null);
    await stage.clock.set(NINE + 60_000);
    expect(await posts(stage)).toEqual([]);
    expect(await posts(stage)).toEqual([groupOf('new-group')]);
    expect(await posts(stage)).toEqual([]);
  });

  it('goes to the coordinators when the LINE id of the group is forgotten', async () => {
    const stage = await aStage({
      happenings: [...anOffice(), ...staffGroup],
      beside: MEMBERS.map((id) => person(id)),
      now: NINE,
    });
    expect(await posts(stage)).toEqual([userOf('coordinator')]);
  });

  it('says why something is late, in the words of those who answer for it', async () => {
    const note = { id: 'note-1', mac: 'a'.repeat(64) };
    const told = happened(
      { type: 'item-reported', v: 1, item: 'm1', report: 'r', status: 'in_progress', note, chat: 'direct' },
      { at: bangkok('2026-01-30 08:00'), by: member('finance-staff') },
    );
    const stage = await aStage({
      happenings: [...anOffice(), ...staffGroup, told],
      beside: [
        ...MEMBERS.map((id) => person(id)),
        groupRecord('staff-group'),
        { kind: 'text', id: 'note-1', key: null, value: { salt: 's', text: 'รอหนังสือจากอำเภอ' } },
      ],
      now: NINE,
    });
    await posts(stage);
    const said = stage.line.calls.find(({ to }) => to === groupOf('staff-group'));
    expect(wordsOf(said?.messages)).toContain('เหตุผล: รอหนังสือจากอำเภอ');
  });
});

describe('heads with something late', () => {
  const wanted = happened(
    { type: 'policy-set', v: 1, policy: { ...DEFAULT_POLICY, mentions: true } },
    { at: START },
  );
  /** A LINE on which these people are in the staff group. */
  const withGroup = (stage: Stage, present: readonly string[]) => {
    const inGroup: Line['inGroup'] = async (group, user) => ({
      kind: 'told',
      value: group === groupOf('staff-group') && present.some((one) => userOf(one) === user),
    });
    const line = { ...stage.line, inGroup };
    return { ...stage.world, line: () => line };
  };
  const sent = (stage: Stage) =>
    stage.line.calls.filter(({ to }) => to === groupOf('staff-group')).map(({ messages }) => messages);

  it('are mentioned in a second message of the same push, those in the group only', async () => {
    const stage = await february(wanted, ...staffGroup);
    await posts(stage, withGroup(stage, ['finance-head', 'works-head']));
    const [[card, mentions, ...more] = []] = sent(stage);
    expect(card?.type).toBe('flex');
    expect(mentions).toMatchObject({
      type: 'textV2',
      substitution: { h0: { type: 'mention', mentionee: { type: 'user', userId: userOf('finance-head') } } },
    });
    // กองช่าง has nothing late.
    expect(JSON.stringify(mentions)).not.toContain(userOf('works-head'));
    expect(wordsOf([mentions])).toContain('{h0} กองคลัง: ม.1');
    expect(more).toEqual([]);
    expect(card?.quickReply, 'phones show those of the last message').toBeUndefined();
    expect(mentions?.quickReply).toBeDefined();
  });

  it('are not when they are not in the group, or the office does not want it', async () => {
    const away = await february(wanted, ...staffGroup);
    await posts(away, withGroup(away, ['works-head']));
    expect(sent(away)[0]?.map(({ type }) => type)).toEqual(['flex']);
    const unwanted = await february(...staffGroup);
    await posts(unwanted, withGroup(unwanted, ['finance-head']));
    expect(sent(unwanted)[0]?.map(({ type }) => type)).toEqual(['flex']);
  });

  it('are not when LINE does not say who is in the group: the summary goes all the same', async () => {
    const stage = await february(wanted, ...staffGroup);
    expect(await posts(stage)).toEqual([groupOf('staff-group')]);
    expect(sent(stage)[0]?.map(({ type }) => type)).toEqual(['flex']);
  });

  it('cost the summary nothing: refused because one has left, it goes without mentions, once', async () => {
    const stage = await february(wanted, ...staffGroup);
    stage.line.decides(({ messages }) =>
      messages.some(({ type }) => type === 'textV2') ? 'refused' : 'accepted',
    );
    await posts(stage, withGroup(stage, ['finance-head']));
    expect(sent(stage).map((messages) => messages.map(({ type }) => type))).toEqual([
      ['flex', 'textV2'],
      ['flex'],
    ]);
    expect(await posts(stage, withGroup(stage, ['finance-head']))).toEqual([]);
    const failed = (await eventsIn(stage.store)).filter(({ type }) => type === 'delivery-failed');
    expect(failed).toEqual([]);
  });
});
