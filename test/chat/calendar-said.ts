/** What is said of the office's year and settings, to its coordinator in 1:1: a part of `everything-said.ts`. */
import type { Outgoing } from '../../src/chat/outgoing.ts';
import {
  askDate,
  askOitYear,
  sayCalendar,
  sayCalendarSame,
  sayMeetings,
  sayOitDue,
  sayYearOver,
} from '../../src/chat/say-calendar.ts';
import { askHoliday, sayHolidayChanged, sayHolidaySame, sayHolidays } from '../../src/chat/say-holidays.ts';
import { askPolicy, sayPolicy, sayPolicySet, saySame } from '../../src/chat/say-policy.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, monthsBetween } from '../../src/domain/calendar.ts';
import type { Holiday } from '../../src/domain/event.ts';
import type { Policy } from '../../src/domain/policy.ts';

const direct = (scene: Scene): Scene => ({ ...scene, group: null });

const MEETINGS: Agency['meetings'] = Object.fromEntries(
  monthsBetween('2025-10', '2026-09').map((month) => [month, `${month}-25`]),
);
const HOLIDAY: Holiday = { day: '2026-04-16', name: 'วันไหล', kind: 'local' };
/** A year full of holidays with names as long as they may be. */
const LONG_YEAR: Agency['holidays'][number] = {
  year: 2569,
  source: 'ประกาศ'.repeat(50),
  confirmed: false,
  days: Array.from({ length: 365 }, (_, index) => ({
    day: addDays('2026-01-01', index),
    name: 'วันหยุดตามประเพณีของท้องถิ่น'.repeat(7),
    kind: 'local',
  })),
};
const OTHER_POLICY: Policy = {
  opening: false,
  before: [120, 90, 60, 45, 30, 21, 14, 7, 3, 0],
  after: [],
  report: [],
  from: 0,
  until: 1439,
  grace: [30, 30, 30],
  pause: 0,
  summary: 'before-meeting',
  mentions: true,
};

export const CALENDAR_SAID: { readonly [name: string]: (scene: Scene) => readonly (readonly Outgoing[])[] } =
  {
    sayPolicy: (scene) =>
      [scene.agency.policy, OTHER_POLICY].map((policy) =>
        sayPolicy({ ...direct(scene), agency: { ...scene.agency, policy } }),
      ),
    sayPolicySet: (scene) =>
      [{ ...scene.agency.policy, pause: 5 }, OTHER_POLICY].map((before) =>
        sayPolicySet(direct(scene), before),
      ),
    saySame: (scene) => [saySame(direct(scene), ['before', 'grace'])],
    askPolicy: (scene) =>
      (['days', 'time', 'grace'] as const).map((part) =>
        askPolicy(direct(scene), { do: 'policy-unclear', part }),
      ),
    sayHolidays: (scene) => [
      ...[2568, 2569, 2570, 2571, 2601].map((year) => sayHolidays(direct(scene), year)),
      sayHolidays({ ...direct(scene), agency: { ...scene.agency, holidays: { 2569: LONG_YEAR } } }, 2569),
    ],
    sayHolidayChanged: (scene) => [
      ...(['added', 'removed'] as const).map((what) =>
        sayHolidayChanged(direct(scene), { what, day: { ...HOLIDAY, name: 'วัน'.repeat(66) } }),
      ),
      ...(['confirmed', 'unconfirmed'] as const).map((what) =>
        sayHolidayChanged(direct(scene), { what, year: 2570 }),
      ),
    ],
    sayHolidaySame: (scene) =>
      [HOLIDAY, null].map((present) => sayHolidaySame(direct(scene), '2026-04-16', present)),
    askHoliday: (scene) => [
      askHoliday(direct(scene), { wrong: 'name' }),
      askHoliday(direct(scene), { wrong: 'year', year: 2596 }),
    ],
    sayCalendar: (scene) => [
      sayCalendar(direct(scene)),
      sayCalendar({ ...direct(scene), agency: { ...scene.agency, meetings: MEETINGS } }),
    ],
    sayOitDue: (scene) => [null, '2026-05-15'].map((before) => sayOitDue(direct(scene), 2569, before)),
    sayMeetings: (scene) => [
      sayMeetings(direct(scene), ['2026-04-14'], '2026-04-30'),
      sayMeetings(direct(scene), Object.values(MEETINGS), null),
    ],
    sayCalendarSame: (scene) => [sayCalendarSame(direct(scene))],
    askDate: (scene) =>
      (['add-holiday', 'remove-holiday', 'oit-due', 'meeting'] as const).flatMap((what) => [
        askDate(direct(scene), what),
        askDate(direct(scene), what, ['2026-04-16', '2027-04-16'], 'วัน'.repeat(20)),
      ]),
    askOitYear: (scene) => [null, '2026-10-15'].map((date) => askOitYear(direct(scene), [2569, 2570], date)),
    sayYearOver: (scene) => [sayYearOver(direct(scene), 2568)],
  };
