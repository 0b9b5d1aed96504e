/** People who wait for the coordinator, and people who leave the staff group: what is kept of them, and for how long. */
import { beforeEach, describe, expect, it } from 'vitest';
import { REQUEST, TRY_LATER } from '../../src/chat/words-joining.ts';
import { decide } from '../../src/domain/decide.ts';
import { MOST_WAITING } from '../../src/domain/decide-joining.ts';
import { handleEvent } from '../../src/flow/handle-event.ts';
import type { Inbound } from '../../src/flow/inbound.ts';
import { codeExpiry, newCode } from '../../src/flow/new-code.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { agencyAdded, aStaffedOffice, bangkok, console_, happened } from '../support/an-agency.ts';
import { bound, countOf, deliverAll, eventsIn, everything, groupOf, OFFICE, userOf } from './stage.ts';
import { aTalk, refusalSaid, type Talk } from './talk.ts';

const DAY = 86_400_000;
const NAME = 'นายสายลม สมมุติผ่าน';
let talk: Talk;
let code: string;

/** What a coordinator's press makes. */
async function generalCode(): Promise<string> {
  const { ledger, world, clock } = talk.stage;
  const made = newCode(world.ids, 'general');
  await ledger.transact(OFFICE, ({ agency }) => {
    const expires = codeExpiry(clock.now());
    const command = {
      type: 'make-invite',
      by: console_,
      invite: made.id,
      roles: [],
      expires,
      general: true,
    } as const;
    const decision = decide(agency, command, clock.now());
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return { result: null, events: decision.events, batch: { beside: made.beside } };
  });
  return made.code;
}

const agency = async () => (await talk.stage.ledger.read(OFFICE))?.agency;
const requests = async () => Object.keys((await agency())?.requests ?? {});
const newest = async () => (await requests()).at(-1) ?? '';
const kept = () => everything(talk.stage.store);

beforeEach(async () => {
  // No plan: then nothing but what is looked at is ever sent.
  talk = await aTalk({ happenings: aStaffedOffice(), now: bangkok('2026-01-06 09:00') });
  code = await generalCode();
});

describe('who waits', () => {
  it('is in the ledger by an id only; name and LINE id lie beside it', async () => {
    expect(await talk.says('new', code)).toBe(REQUEST.name);
    expect(await talk.says('new', `${NAME} กองคลัง`)).toContain(NAME);
    const ledger = JSON.stringify(await eventsIn(talk.stage.store));
    for (const secret of [NAME, userOf('new'), code]) expect(ledger).not.toContain(secret);
    const record = await talk.stage.store.besideByKey(OFFICE, 'request', userOf('new'));
    expect(record).toMatchObject({ id: await newest(), value: { said: `${NAME} กองคลัง` } });
  });

  it('is asked once, and asks once', async () => {
    await talk.says('new', code);
    const before = await countOf(talk.stage.store);
    expect(await talk.says('new', code)).toBe(REQUEST.name);
    await talk.says('new', NAME);
    expect(await talk.says('new', code)).toBe(REQUEST.waiting);
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('says his name when the question is long forgotten, and says it better', async () => {
    await talk.says('new', code);
    await talk.stage.clock.set(talk.stage.clock.now() + 3_600_000);
    expect(await talk.says('new', NAME), 'nobody asked any more').not.toContain(NAME);
    expect(await talk.says('new', `ลงทะเบียน ชื่อ ${NAME}`)).toContain(NAME);
    expect(await talk.says('new', 'ลงทะเบียน ชื่อ นายสายฝน สมมุติผ่าน')).toContain('สายฝน');
    expect(await kept()).not.toContain(NAME);
  });

  it('is no member for anything he does', async () => {
    await talk.says('new', code);
    await talk.says('new', NAME);
    const before = await countOf(talk.stage.store);
    expect(await talk.says('new', 'O12 เสร็จแล้ว')).toBe(await refusalSaid(talk, { kind: 'not-a-member' }));
    expect(await countOf(talk.stage.store)).toBe(before);
  });

  it('a name given in a complaint is not kept', async () => {
    await talk.says('new', code);
    const words = 'ร้องเรียน นายสมหมาย เรียกรับเงิน';
    expect(await talk.says('new', words)).toContain('complaint@dontawan.example.org');
    expect(await kept()).not.toContain('สมหมาย');
  });

  it('is nobody more when many wait', async () => {
    for (let n = 0; n < MOST_WAITING; n += 1) await talk.says(`new-${n}`, code);
    expect(await requests()).toHaveLength(MOST_WAITING);
    expect(await talk.says('late', code)).toBe(await refusalSaid(talk, { kind: 'too-many-waiting' }));
    expect(await talk.stage.store.besideByKey(OFFICE, 'request', userOf('late'))).toBeNull();
  });

  it('has no reach through a record the ledger does not know', async () => {
    const { store, clock } = talk.stage;
    const version = (await store.load(OFFICE, 0))?.version ?? 0;
    const record = { kind: 'request' as const, id: 'ghost', key: userOf('ghost'), value: { said: NAME } };
    await store.append(OFFICE, version, { beside: [{ do: 'put', record }], now: clock.now() });
    expect(await talk.says('coordinator', 'คนรออนุมัติ')).not.toContain(NAME);
    expect(await talk.sends('coordinator', 'do=approve-join&request=ghost&role=staff&division=finance')).toBe(
      await refusalSaid(talk, { kind: 'no-such-request' }),
    );
  });
});

describe('let in', () => {
  it('becomes the person under the same LINE id, and hears it in one push', async () => {
    await talk.says('new', code);
    await talk.says('new', `${NAME} กองคลัง`);
    const request = await newest();
    const before = talk.stage.line.calls.length;
    await talk.sends('coordinator', `do=approve-join&request=${request}&role=head&division=works`);
    const calls = talk.stage.line.calls.slice(before);
    expect(calls.map(({ how, to }) => [how, how === 'push' ? to : ''])).toEqual([
      ['reply', ''],
      ['push', userOf('new')],
    ]);
    const person = await talk.stage.store.besideByKey(OFFICE, 'person', userOf('new'));
    expect(person?.value).toEqual({ name: NAME });
    expect((await agency())?.members[person?.id ?? '']?.roles).toEqual([{ role: 'head', division: 'works' }]);
    expect(await talk.stage.store.besideAll(OFFICE, 'request')).toEqual([]);
  });

  it('with the roles of the code, where it has some', async () => {
    const { ledger, world, clock } = talk.stage;
    const made = newCode(world.ids, 'general');
    const roles = [{ role: 'executive' as const, post: 'palad' as const }];
    await ledger.transact(OFFICE, ({ agency }) => {
      const expires = codeExpiry(clock.now());
      const decision = decide(
        agency,
        { type: 'make-invite', by: console_, invite: made.id, roles, expires, general: true },
        clock.now(),
      );
      return { result: null, events: decision.ok ? decision.events : [], batch: { beside: made.beside } };
    });
    await talk.says('new', made.code);
    await talk.says('new', NAME);
    expect(await talk.says('coordinator', 'คนรออนุมัติ')).toContain('ปลัด');
    expect(await talk.presses('coordinator', 'อนุมัติตามรหัส')).toContain('ปลัด');
    const person = await talk.stage.store.besideByKey(OFFICE, 'person', userOf('new'));
    expect((await agency())?.members[person?.id ?? '']?.roles).toEqual(roles);
  });

  it('by choosing among all divisions', async () => {
    await talk.says('new', code);
    await talk.says('new', NAME);
    await talk.says('coordinator', 'คนรออนุมัติ');
    await talk.presses('coordinator', 'เป็นเจ้าหน้าที่ เลือกส่วนราชการ');
    expect(await talk.presses('coordinator', 'กองช่าง')).toContain('กองช่าง');
    const person = await talk.stage.store.besideByKey(OFFICE, 'person', userOf('new'));
    expect((await agency())?.members[person?.id ?? '']?.roles).toEqual([
      { role: 'staff', division: 'works' },
    ]);
  });

  it('by an invite of his own he waits no longer, and keeps the name he gave', async () => {
    await talk.says('new', code);
    await talk.says('new', NAME);
    const { ledger, world, clock } = talk.stage;
    const made = newCode(world.ids, 'member');
    await ledger.transact(OFFICE, ({ agency }) => {
      const expires = codeExpiry(clock.now());
      const command = {
        type: 'make-invite',
        by: console_,
        invite: made.id,
        roles: [{ role: 'coordinator' }],
        expires,
      } as const;
      const decision = decide(agency, command, clock.now());
      return { result: null, events: decision.ok ? decision.events : [], batch: { beside: made.beside } };
    });
    expect(await talk.says('new', made.code)).toContain(NAME);
    expect(await requests()).toEqual([]);
    expect(await talk.stage.store.besideAll(OFFICE, 'request')).toEqual([]);
    expect((await talk.stage.store.besideByKey(OFFICE, 'person', userOf('new')))?.value.name).toBe(NAME);
  });
});

describe('refused', () => {
  beforeEach(async () => {
    await talk.says('new', code);
    await talk.says('new', NAME);
    await talk.sends('coordinator', `do=refuse-join&request=${await newest()}`);
    await deliverAll(talk.stage.world, talk.stage.ledger);
  });

  it('nothing is pushed, and neither name nor LINE id is kept', async () => {
    expect(talk.stage.line.calls.filter(({ how }) => how === 'push')).toEqual([]);
    expect(await kept()).not.toContain(NAME);
    expect(await kept()).not.toContain(userOf('new'));
    expect(await requests()).toEqual([]);
  });

  it('he hears it once, with the next answer', async () => {
    expect(await talk.says('new', 'มาตรการ')).toContain(REQUEST.refused);
    expect(await talk.says('new', 'มาตรการ')).not.toContain(REQUEST.refused);
  });

  it('he may ask again the next day, not before', async () => {
    expect(await talk.says('new', code)).toBe(REQUEST.tomorrow);
    await talk.stage.clock.set(bangkok('2026-01-06 23:59'));
    expect(await talk.says('new', code)).toBe(REQUEST.tomorrow);
    await talk.stage.clock.set(bangkok('2026-01-07 00:00'));
    expect(await talk.says('new', code)).toBe(REQUEST.name);
    expect(await requests()).toHaveLength(1);
  });

  it('a week later nothing is left of it', async () => {
    const { world, ledger, clock, store } = talk.stage;
    await clock.set(clock.now() + 7 * DAY - 1);
    await sweep(world, ledger, OFFICE);
    expect(await store.besideAll(OFFICE, 'request')).toHaveLength(1);
    await clock.set(clock.now() + 1);
    await sweep(world, ledger, OFFICE);
    expect(await store.besideAll(OFFICE, 'request')).toEqual([]);
  });
});

it('a request nobody decides in thirty days goes, with name and LINE id; the store itself wakes for it', async () => {
  const { world, ledger, clock, store } = talk.stage;
  const asked = clock.now();
  await talk.says('new', code);
  await talk.says('new', NAME);
  expect((await store.marks(OFFICE)).wake, 'looked at once, to find out when').toBe(asked);
  await sweep(world, ledger, OFFICE);
  // Reminders and the card wake it earlier; it never sleeps beyond the end.
  expect((await store.marks(OFFICE)).wake).toBeLessThanOrEqual(asked + 30 * DAY);
  await clock.set(asked + 30 * DAY - 1);
  await sweep(world, ledger, OFFICE);
  expect(await requests()).toHaveLength(1);
  await clock.set(asked + 30 * DAY);
  await sweep(world, ledger, OFFICE);
  expect((await eventsIn(store)).filter(({ type }) => type === 'join-refused')).toHaveLength(1);
  expect(await requests()).toEqual([]);
  await deliverAll(world, ledger);
  for (const secret of [NAME, userOf('new')]) expect(await kept()).not.toContain(secret);
});

describe('a coordinator’s codes', () => {
  it('stand in the ledger and beside it as a hash only, once they were sent', async () => {
    await talk.says('coordinator', 'เชิญ');
    const words = await talk.presses('coordinator', 'ผู้ประสานงาน ITA');
    const [given = ''] = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(words) ?? [];
    expect(words).toContain(`https://line.me/R/oaMessage/%40dontawan/?${given}`);
    expect(await kept()).not.toContain(given);
    expect(JSON.stringify(talk.stage.log.lines)).not.toContain(given);
    expect(await talk.says('new', given)).toContain('ผู้ประสานงาน ITA');
  });

  it('are not looked up for who guesses, in 1:1 and in silence in a group', async () => {
    for (let n = 2; n < 7; n += 1)
      expect(await talk.says('new', `ABCDE-FGHJ${n}`)).toBe(
        await refusalSaid(talk, { kind: 'code-unknown' }),
      );
    const before = await kept();
    expect(await talk.says({ group: 'g', by: 'new' }, code)).toBe('');
    expect(await talk.says('new', code)).toBe(TRY_LATER);
    expect(await requests()).toEqual([]);
    expect((await kept()).includes(userOf('new'))).toBe(before.includes(userOf('new')));
  });

  it('a right one on the way clears the wrong ones', async () => {
    for (let n = 2; n < 6; n += 1) await talk.says('new', `ABCDE-FGHJ${n}`);
    await talk.says('new', code);
    for (let n = 2; n < 6; n += 1) expect(await talk.says('new', `ABCDE-FGHK${n}`)).not.toBe(TRY_LATER);
  });
});

describe('members of the staff group who leave and come', () => {
  const people = ['finance-staff', 'works-head', 'stranger'].map(userOf);
  let events = 0;

  beforeEach(async () => {
    const more = [...bound('main'), ...bound('works', 'division', 'works')];
    talk = await aTalk({ happenings: [...aStaffedOffice(), ...more], now: bangkok('2026-01-06 09:00') });
  });

  async function move(kind: 'members-left' | 'members-joined', group: string, users: readonly string[]) {
    events += 1;
    const { stage } = talk;
    const what: Inbound['what'] = { kind, users };
    const chat = { kind: 'group' as const, group: groupOf(group), user: null };
    const replyToken = kind === 'members-joined' ? `token-${events}` : null;
    const inbound = { id: `move-${events}`, at: stage.clock.now(), replyToken, chat, what };
    const handled = await handleEvent(stage.world, stage.ledger, OFFICE, inbound);
    await deliverAll(stage.world, stage.ledger);
    return handled;
  }
  const away = async (member: string) => (await agency())?.members[member]?.away?.why ?? null;

  it('are away, all of them, each once; strangers are nobody, and nothing is said', async () => {
    expect(await move('members-left', 'main', [...people, ...people])).toBe('kept');
    expect(await eventsIn(talk.stage.store, -2)).toEqual([
      { type: 'reach-changed', v: 1, member: 'finance-staff', reachable: false, why: 'left-group' },
      { type: 'reach-changed', v: 1, member: 'works-head', reachable: false, why: 'left-group' },
    ]);
    expect(talk.stage.line.calls).toEqual([]);
    expect(await move('members-left', 'main', people)).toBe('silent');
    await move('members-joined', 'main', people.slice(1));
    expect([await away('finance-staff'), await away('works-head')]).toEqual(['left-group', null]);
    expect(talk.stage.line.calls).toEqual([]);
  });

  it('are reached again when they write in 1:1', async () => {
    await move('members-left', 'main', people);
    await talk.says('finance-staff', 'ภาพรวม');
    expect([await away('finance-staff'), await away('works-head')]).toEqual([null, 'left-group']);
  });

  it('who blocked the bot is not reached by coming back', async () => {
    await talk.comes('works-head', 'unfollow');
    expect(await move('members-joined', 'main', people)).toBe('silent');
    expect(await away('works-head')).toBe('blocked');
  });

  it('of an unbound group are none of it', async () => {
    const before = await kept();
    expect(await move('members-left', 'unbound', people)).toBe('silent');
    expect(await kept()).toBe(before);
  });

  it('of a division’s group are noted, its own people, and reached as before', async () => {
    expect(await move('members-left', 'works', people)).toBe('kept');
    const note = { type: 'presence-changed', v: 1, member: 'works-head', group: 'works' } as const;
    expect(await eventsIn(talk.stage.store, -1)).toEqual([{ ...note, present: false }]);
    expect([await away('finance-staff'), await away('works-head')]).toEqual([null, null]);
    expect(await move('members-left', 'works', people)).toBe('silent');
    expect(await move('members-joined', 'works', people)).toBe('kept');
    expect(await eventsIn(talk.stage.store, -1)).toEqual([{ ...note, present: true }]);
    expect(talk.stage.line.calls).toEqual([]);
  });

  it('of a staff group that is one more are noted, and reached as before', async () => {
    const code_ = happened({
      type: 'group-code-made',
      v: 1,
      code: 'x',
      purpose: 'staff',
      expires: 9e12,
      extra: true,
    });
    const more = happened({
      type: 'group-bound',
      v: 1,
      group: 'more',
      code: 'x',
      purpose: 'staff',
      extra: true,
    });
    talk = await aTalk({
      happenings: [agencyAdded(), ...aStaffedOffice().slice(1), ...bound('main'), code_, more],
    });
    expect(await move('members-left', 'more', people)).toBe('kept');
    expect([await away('finance-staff'), await away('works-head')]).toEqual([null, null]);
    expect(await move('members-left', 'main', people)).toBe('kept');
  });
});
