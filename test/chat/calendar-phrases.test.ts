import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarCommand, calendarCommand } from '../../src/chat/calendar-phrases.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { saidOf } from '../../src/chat/say-policy.ts';
import { CALENDAR, HOLIDAYS, POLICY, TYPED } from '../../src/chat/words-calendar.ts';
import { DEFAULT_POLICY, policy as shape } from '../../src/domain/policy.ts';
import { CALENDAR_SAID } from './calendar-said.ts';
import { EXAMPLE, sceneIn } from './scenes.ts';

/** Monday 16 February 2026. */
const TODAY = '2026-02-16';
const heard = (text: string) => calendarCommand(text, TODAY);

describe('a reminder policy is set by typing', () => {
  it.each<[string, CalendarCommand]>([
    ['ตั้งค่าแจ้งเตือน', { do: 'policy' }],
    ['ตั้งค่า การแจ้งเตือน ค่ะ', { do: 'policy' }],
    ['เตือนก่อน 30 14 7 3 1 0 วัน', { do: 'set-policy', change: { before: [30, 14, 7, 3, 1, 0] } }],
    ['เตือนก่อน ๑๔, ๗ และ ๑ วัน', { do: 'set-policy', change: { before: [14, 7, 1] } }],
    ['เตือนหลังครบกำหนด 1 3 7 วันทำการ', { do: 'set-policy', change: { after: [1, 3, 7] } }],
    ['เตือนก่อนวันประชุม 7 0 วันทำการนะคะ', { do: 'set-policy', change: { report: [7, 0] } }],
    ['เวลาเตือน 08:45', { do: 'set-policy', change: { from: 525 } }],
    ['เวลาเตือน 8.45 น.', { do: 'set-policy', change: { from: 525 } }],
    ['เวลาเตือน 9 น.', { do: 'set-policy', change: { from: 540 } }],
    ['หยุดเตือนหลัง 16:30', { do: 'set-policy', change: { until: 990 } }],
    ['แจ้งหัวหน้าเมื่อเงียบ 3 3 3 วันทำการ', { do: 'set-policy', change: { grace: [3, 3, 3] } }],
    ['รอเมื่อรับทราบ 5 วันทำการ', { do: 'set-policy', change: { pause: 5 } }],
    ['สรุปก่อนวันประชุม', { do: 'set-policy', change: { summary: 'before-meeting' } }],
    ['สรุปวันทำการแรกของเดือน', { do: 'set-policy', change: { summary: 'first-working-day' } }],
    ['เปิดการแท็กหัวหน้าในสรุป', { do: 'set-policy', change: { mentions: true } }],
    ['คืนค่าแจ้งเตือนเริ่มต้น', { do: 'reset-policy' }],
    ['เวลาเตือน 8', { do: 'policy-unclear', part: 'time' }],
    ['เวลาเตือน 24:00', { do: 'policy-unclear', part: 'time' }],
    ['เวลาเตือน 8.45 กับ 13.00', { do: 'policy-unclear', part: 'time' }],
    ['เตือนก่อน 7 ครั้ง', { do: 'policy-unclear', part: 'days' }],
    ['แจ้งหัวหน้าเมื่อเงียบ 3 วันทำการ', { do: 'policy-unclear', part: 'grace' }],
    ['รอเมื่อรับทราบ 3 5 วัน', { do: 'policy-unclear', part: 'days' }],
  ])('%s', (text, command) => {
    expect(heard(text)).toEqual(command);
  });

  it('with the words that say it: what is shown can be typed', () => {
    const days = (max: number, least: number) =>
      fc.uniqueArray(fc.integer({ min: 0, max }), { minLength: least, maxLength: 10 });
    const policies = fc.record({
      opening: fc.boolean(),
      before: days(120, 1),
      after: days(30, 0),
      report: days(30, 0),
      from: fc.integer({ min: 0, max: 1439 }),
      until: fc.integer({ min: 0, max: 1439 }),
      grace: fc.tuple(...Array(3).fill(fc.integer({ min: 1, max: 30 }))),
      pause: fc.integer({ min: 0, max: 15 }),
      summary: fc.constantFrom('first-working-day' as const, 'before-meeting' as const),
      mentions: fc.boolean(),
    });
    fc.assert(
      fc.property(policies, fc.constantFrom(...shape.keyof().options), (made, key) => {
        const policy = shape.parse(made);
        const said = saidOf(policy, key);
        expect(heard(said), said).toEqual({ do: 'set-policy', change: { [key]: policy[key] } });
      }),
    );
  });
});

describe('holidays, the OIT window and meetings are set by typing', () => {
  it.each<[string, CalendarCommand]>([
    ['วันหยุด', { do: 'holidays', year: null }],
    ['วันหยุดราชการ ปี ๒๕๗๐ ค่ะ', { do: 'holidays', year: 2570 }],
    ['วันหยุดปี 70', { do: 'holidays', year: 2570 }],
    ['เพิ่มวันหยุด 16 เม.ย. 2569 วันไหล', { do: 'add-holiday', day: '2026-04-16', name: 'วันไหล' }],
    ['เพิ่มวันหยุด 16 เมษายน 2569วันไหล', { do: 'add-holiday', day: '2026-04-16', name: 'วันไหล' }],
    [
      'เพิ่มวันหยุด วันที่ 16/4/69 งานประเพณี ตำบลดอนตะวัน',
      { do: 'add-holiday', day: '2026-04-16', name: 'งานประเพณี ตำบลดอนตะวัน' },
    ],
    [
      'เพิ่มวันหยุด ๑๖ เม.ย. ๒๕๖๙ งาน Big Cleaning ๑',
      { do: 'add-holiday', day: '2026-04-16', name: 'งาน Big Cleaning ๑' },
    ],
    ['เพิ่มวันหยุด\n16 เม.ย. 2569\nวันไหล', { do: 'add-holiday', day: '2026-04-16', name: 'วันไหล' }],
    ['เพิ่มวันหยุด พรุ่งนี้ น้ำท่วม', { do: 'add-holiday', day: '2026-02-17', name: 'น้ำท่วม' }],
    ['ลบวันหยุด 16 เม.ย. 2569', { do: 'remove-holiday', day: '2026-04-16' }],
    ['ยืนยันวันหยุดปี 2570', { do: 'confirm-holidays', year: 2570, confirmed: true }],
    ['ยกเลิกการยืนยันวันหยุดปี 2570', { do: 'confirm-holidays', year: 2570, confirmed: false }],
    ['ปฏิทิน ITA', { do: 'calendar' }],
    ['กำหนด OIT 30 เม.ย. 2569', { do: 'oit-due', date: '2026-04-30', year: null }],
    ['กำหนด oit ปี 2569 15/10/2569', { do: 'oit-due', date: '2026-10-15', year: 2569 }],
    ['ยืนยันกำหนด OIT', { do: 'confirm-oit-due', year: null }],
    ['ยืนยันกำหนด OIT ปี 2569', { do: 'confirm-oit-due', year: 2569 }],
    ['ประชุมวันที่ 25 ก.พ. 2569', { do: 'meeting', day: '2026-02-25' }],
    ['ประชุมทุกวันที่ 25', { do: 'meeting-day', date: 25, year: null }],
    ['ประชุมทุกวันที่ 25 ของเดือน ปี 2570', { do: 'meeting-day', date: 25, year: 2570 }],
  ])('%s', (text, command) => {
    expect(heard(text)).toEqual(command);
  });

  it.each<[string, CalendarCommand]>([
    [
      'กำหนด OIT 30 เม.ย.',
      { do: 'which-year', what: 'oit-due', days: ['2026-04-30', '2027-04-30'], rest: '' },
    ],
    [
      'เพิ่มวันหยุด 16 เม.ย. วันไหล',
      { do: 'which-year', what: 'add-holiday', days: ['2026-04-16', '2027-04-16'], rest: 'วันไหล' },
    ],
    ['ประชุมวันที่ 25', { do: 'date-unclear', what: 'meeting' }],
    ['กำหนด OIT สิ้นเดือนเมษายน', { do: 'date-unclear', what: 'oit-due' }],
    ['กำหนด OIT เม.ย. 2569', { do: 'date-unclear', what: 'oit-due' }],
    ['กำหนด OIT 31 เม.ย. 2569', { do: 'date-unclear', what: 'oit-due' }],
    ['กำหนด OIT ศุกร์หน้า', { do: 'date-unclear', what: 'oit-due' }],
    ['ลบวันหยุด 13-15 เม.ย. 2569', { do: 'date-unclear', what: 'remove-holiday' }],
    ['เพิ่มวันหยุด 16 ถึง 17 เม.ย. 2569 วันไหล', { do: 'date-unclear', what: 'add-holiday' }],
    ['เพิ่มวันหยุด วันไหล', { do: 'date-unclear', what: 'add-holiday' }],
    ['เพิ่มวันหยุด', { do: 'date-unclear', what: 'add-holiday' }],
    ['เพิ่มวันหยุด 16 เม.ย. 2569', { do: 'name-unclear' }],
    [`เพิ่มวันหยุด 16 เม.ย. 2569 ${'ก'.repeat(61)}`, { do: 'name-unclear' }],
  ])('what is not clear is asked: %s', (text, command) => {
    expect(heard(text)).toEqual(command);
  });

  it.each([
    'วันหยุดนี้ทำงานไหมคะ',
    'เตือนก่อนได้ไหมคะ',
    'เวลาเตือนตอนไหนคะ',
    'ประชุมทุกวันที่ 32',
    'ประชุมวันที่เท่าไหร่คะ',
    'O12 เสร็จแล้ว',
    'ยืนยันวันหยุด',
    'สรุปเดือนนี้',
    'เลื่อนเตือน O12 เป็นพรุ่งนี้',
  ])('%s is none of these', (text) => {
    expect(heard(text)).toBeNull();
  });
});

describe('what the bot offers to type', () => {
  const repliesOf = (messages: readonly Outgoing[]) =>
    messages.flatMap(({ quickReply }) => quickReply?.items ?? []).map(({ action }) => action);
  const offered = Object.values(CALENDAR_SAID).flatMap((say) =>
    say(sceneIn(EXAMPLE, { who: 'coordinator' })).flatMap(repliesOf),
  );

  it('is read back, each label short enough for LINE', () => {
    expect(offered.length).toBeGreaterThan(30);
    for (const action of offered) {
      const text = action.type === 'message' ? action.text : '';
      expect(heard(text), text).not.toBeNull();
      expect(heard(text)?.do, text).not.toMatch(/unclear|which-year/);
    }
  });

  it.each([
    ...[CALENDAR.change, POLICY.change, HOLIDAYS.nameUnclear, ...Object.values(POLICY.unclear)],
  ])('its examples are read too: %s', (words) => {
    const examples = [...words.matchAll(/"([^"]+)"/g)].map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(heard(example), example).not.toBeNull();
  });

  it('says a date so that it comes back', () => {
    expect(heard(TYPED.add('2026-04-16', 'วันไหล'))).toEqual({
      do: 'add-holiday',
      day: '2026-04-16',
      name: 'วันไหล',
    });
    expect(heard(TYPED.oitDue('2026-10-15', 2569))).toEqual({
      do: 'oit-due',
      date: '2026-10-15',
      year: 2569,
    });
    expect(heard(TYPED.meeting('2026-12-30'))).toEqual({ do: 'meeting', day: '2026-12-30' });
  });
});

it('a policy is shown whole, a line for each of its parts', () => {
  const [[message] = []] = CALENDAR_SAID.sayPolicy?.(sceneIn(EXAMPLE)) ?? [];
  const lines = (message?.type === 'text' ? message.text : '')
    .split('\n')
    .filter((line) => line.startsWith('• '));
  expect(lines).toHaveLength(Object.keys(DEFAULT_POLICY).length);
});
