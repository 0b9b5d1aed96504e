/** What a reader with fresh eyes found of people, groups and who sees to what, and how it is now. */
import { describe, expect, it } from 'vitest';
import { PRIVATELY } from '../../src/chat/words-duties.ts';
import { MENU_WORDS } from '../../src/chat/words-menu.ts';
import { partTold } from '../../src/domain/part.ts';
import { mayAnswer } from '../../src/domain/receivers.ts';
import {
  agencyOf,
  anOffice,
  bangkok,
  given,
  type Happening,
  happened,
  joined,
  measure,
  member,
  unreachable,
} from '../support/an-agency.ts';
import { bound, eventsIn, groupRecord, person } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const fail = (): never => {
  throw new Error('not there');
};

const NAMES: Readonly<Record<string, string>> = {
  'finance-staff': 'นางสาวแก้ว จำลองสุข',
  'finance-head': 'นางวันดี นิทานทอง',
  'works-staff': 'นายเขียว สองสมมุติ',
  'works-head': 'นายดิน สมมุติไพร',
  coordinator: 'นางสาวสมหญิง แดนสมมุติ',
  executive: 'นายตะวัน สมมุติวงศ์',
};

/** After the hours of reminders, so that nothing else is said. */
const office = (...happenings: Happening[]) =>
  aTalk({
    now: bangkok('2026-01-06 18:00'),
    happenings: [...anOffice(), ...bound('group'), ...happenings],
    beside: [groupRecord('group'), ...Object.entries(NAMES).map(([id, name]) => person(id, name))],
  });

const keptBy = async (talk: Talk, act: () => Promise<unknown>) => {
  const before = (await eventsIn(talk.stage.store)).length;
  await act();
  return (await eventsIn(talk.stage.store, before)).map(({ type }) => type);
};

describe('a phrase in the wrong place', () => {
  const inGroup = (by: string) => ({ group: 'group', by });

  it.each([
    'โอนงานของ เขียว ให้ แก้ว',
    'มอบหมายมาตรการที่ 1 ให้ แก้ว',
    'ผู้แทนของฉันคือ วันดี',
    'รหัสกลุ่ม กองคลัง ค่ะ',
    'คนรออนุมัติ',
    'โควตา',
    'นำเข้าแผน',
  ])('in a group, called: "%s" is for 1:1', async (text) => {
    const talk = await office();
    const kept = await keptBy(talk, async () => {
      expect(await talk.says(inGroup('coordinator'), `บอท ${text}`)).toBe(PRIVATELY);
      expect(await talk.says(inGroup('coordinator'), text)).not.toBe(PRIVATELY);
    });
    expect(kept).toEqual([]);
  });

  it.each([
    'รหัสกลุ่ม',
    'รหัสกลุ่มเพิ่มค่ะ',
    'เชิญเจ้าหน้าที่',
    'คนรออนุมัติ ครับ',
    'โควตา',
    'ดูแผนแจ้งเตือน',
    'นำเข้าแผน',
  ])('a coordinator’s, said by others in 1:1: "%s"', async (text) => {
    const talk = await office();
    for (const who of ['finance-staff', 'finance-head', 'executive'])
      expect(await talk.says(who, text)).toContain('ทำได้เฉพาะผู้ประสานงาน ITA');
    expect(await talk.says('citizen', text)).not.toContain('ผู้ประสานงาน ITA ค่ะ');
  });

  it('what is left to do may be asked by all', async () => {
    const talk = await office();
    expect(await talk.says('finance-staff', 'เรื่องค้าง')).toContain('เหลืออีก');
  });
});

describe('เมนู', () => {
  it.each(['เมนูนะคะ', 'เมนู จ้า', 'ขอเมนูหน่อยครับ', 'เมนูค่ะ'])('"%s"', async (text) => {
    expect(await (await office()).says('finance-staff', text)).toContain(MENU_WORDS.title);
  });

  it('in a group by a mention', async () => {
    const talk = await office();
    const from = { group: 'group', by: 'finance-staff' };
    expect(await talk.says(from, '@น้องไอต้า เมนู', { mentioned: true })).toContain(MENU_WORDS.title);
    expect(await talk.says(from, 'เมนู')).toBe('');
  });
});

describe('who sees to what', () => {
  it('is not asked for days of somebody who may not appoint', async () => {
    const talk = await office();
    expect(await talk.says('finance-staff', 'แก้ว รักษาราชการแทน ปลัด')).toContain('ทำได้เฉพาะผู้ประสานงาน ITA');
    expect(await talk.says('coordinator', 'แก้ว รักษาราชการแทน ปลัด')).toContain('ตั้งแต่วันไหนถึงวันไหน');
  });

  it('a question is no name', async () => {
    const talk = await office();
    expect(await talk.says('coordinator', 'ใครรักษาราชการแทนปลัด')).toContain('รายชื่อเจ้าหน้าที่');
    expect(await talk.says('coordinator', 'ผู้แทนของ แก้ว')).toContain('นางสาวแก้ว จำลองสุข ยังไม่มีผู้แทน');
    expect(await talk.says('coordinator', 'ผู้แทนของ แก้ว คือ วันดี ครับผม')).toContain('ตั้ง นางวันดี นิทานทอง');
  });

  it('a deputy of another division who is reminded may answer, while he is', async () => {
    const deputy = happened(
      { type: 'deputy-set', v: 1, member: 'finance-staff', deputy: 'works-staff' },
      { by: member('coordinator') },
    );
    const talk = await office(deputy);
    const report = () => talk.says('works-staff', 'มาตรการที่ 1 กำลังทำ');
    expect(await keptBy(talk, report)).toEqual([]);
    const away = await office(deputy, unreachable('finance-staff'));
    expect(await keptBy(away, () => away.says('works-staff', 'มาตรการที่ 1 กำลังทำ'))).toContain(
      'item-reported',
    );
  });

  it('whoever leaves the group and then blocks is not reached by coming back to the group', async () => {
    const left = happened({
      type: 'reach-changed',
      v: 1,
      member: 'finance-staff',
      reachable: false,
      why: 'left-group',
    });
    const talk = await office(left);
    expect(await keptBy(talk, () => talk.comes('finance-staff', 'unfollow'))).toEqual(['reach-changed']);
    expect(await keptBy(talk, () => talk.comes('finance-staff', 'unfollow'))).toEqual([]);
    const held = await talk.stage.ledger.read('office');
    expect(held?.agency.members['finance-staff']?.away?.why).toBe('blocked');
  });

  it('a deputy of another division tells only the part he is reminded of', () => {
    const shared = measure('s1', { number: 9, divisions: ['finance', 'works'] });
    const deputy = happened({ type: 'deputy-set', v: 1, member: 'finance-staff', deputy: 'audit-staff' });
    const audit = joined('audit-staff', [{ role: 'staff', division: 'audit' }]);
    const before = agencyOf(...anOffice(), shared, ...audit, deputy);
    const away = agencyOf(...anOffice(), shared, ...audit, deputy, unreachable('finance-staff'));
    const item = (agency: typeof away) => agency.items.s1 ?? fail();
    const auditor = (agency: typeof away) => agency.members['audit-staff'] ?? fail();
    expect(mayAnswer(before, auditor(before), item(before))).toBe(false);
    expect(mayAnswer(away, auditor(away), item(away))).toBe(true);
    expect(partTold(away, member('audit-staff'), item(away))).toEqual(['finance']);
  });
});

describe('a staff group made anew', () => {
  const NOW = bangkok('2026-01-20 09:00');
  const left = (who: string, at: number) =>
    happened({ type: 'reach-changed', v: 1, member: who, reachable: false, why: 'left-group' }, { at });
  const code = (purpose: 'staff' | 'division') =>
    happened({
      type: 'group-code-made',
      v: 1,
      code: 'new',
      purpose,
      ...(purpose === 'division' ? { division: 'finance' } : {}),
      expires: NOW + 86_400_000,
    });
  const bind = { type: 'bind-group', group: 'new-group', code: 'new' } as const;

  it('who left the one before in these days is reached again; who blocked or left long ago is not', () => {
    given(
      ...anOffice(),
      left('finance-staff', bangkok('2026-01-19 16:00')),
      left('works-staff', bangkok('2026-01-06 16:00')),
      unreachable('works-head', bangkok('2026-01-19 16:00')),
      code('staff'),
    )
      .when(bind, NOW)
      .thenEvents(
        { type: 'group-bound', v: 1, group: 'new-group', code: 'new', purpose: 'staff' },
        { type: 'reach-changed', v: 1, member: 'finance-staff', reachable: true, why: 'joined-group' },
      );
  });

  it('a division’s group tells nothing of it', () => {
    given(...anOffice(), left('finance-staff', bangkok('2026-01-19 16:00')), code('division'))
      .when(bind, NOW)
      .thenEvents({
        type: 'group-bound',
        v: 1,
        group: 'new-group',
        code: 'new',
        purpose: 'division',
        division: 'finance',
      });
  });
});

describe('the coordinator’s card', () => {
  it('has a button that works for each kind of matter', async () => {
    const talk = await office(unreachable('works-head'));
    const answers: Readonly<Record<string, string>> = {
      ดูปฏิทิน: 'ปฏิทิน ITA ปีงบประมาณ',
      ดูผู้รับแจ้งเตือน: 'ผู้รับแจ้งเตือน',
      ดูข้อที่ยังขาด: 'เหลืออีก',
    };
    for (const [label, answer] of Object.entries(answers)) {
      const card = await talk.says('coordinator', 'เรื่องค้าง');
      const whole = card.split('\n').find((line) => line.startsWith(label)) ?? label;
      expect(await talk.presses('coordinator', whole)).toContain(answer);
    }
  });
});
