import { describe, expect, it, onTestFinished } from 'vitest';
import { realClock } from '../../src/clock.ts';
import { createPlatform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { asked } from '../domain/doings.ts';
import { countOf, fill, groupOf, groupRecord, person } from '../flow/stage.ts';
import {
  anOffice,
  type Happening,
  happened,
  member,
  nothingToSettle,
  PEOPLE,
  START,
} from '../support/an-agency.ts';
import { type Env, ita, newOffice } from './terminal.ts';

const BEFORE_WORK = '2026-01-05T08:00';

/** A folder with the office in it, as the server would have left it. */
async function anOfficeKept(...more: readonly Happening[]): Promise<{ readonly DATA_DIR: string }> {
  const env = newOffice();
  const store = openSqliteStore({ folder: env.DATA_DIR });
  const people = Object.keys(PEOPLE).map((id) => person(id));
  await fill(store, [...anOffice(), ...more], [...people, groupRecord('staff-group')]);
  await store.close();
  return env;
}

interface Told {
  readonly total: number;
  readonly left: number;
  readonly plan: readonly {
    readonly day: string;
    readonly cost: number;
    readonly left: number;
    readonly summary: { readonly month: string } | null;
    readonly sends: readonly {
      readonly name: string;
      readonly held: boolean;
      readonly lines: readonly { readonly item: string; readonly why: string; readonly priority: number }[];
      readonly matters: readonly string[];
    }[];
  }[];
}
const planOf = async (env: Env, ...words: string[]) => {
  const { json } = await ita(env, 'remind', '--dry-run', '--now', BEFORE_WORK, '--json', ...words);
  return json() as unknown as Told;
};

describe('remind --dry-run', () => {
  it('tells day by day to whom, what, why and at what cost', async () => {
    const env = await anOfficeKept(...nothingToSettle());
    const { total, plan } = await planOf(env, '--days', '14');
    expect(plan.map(({ day, cost }) => [day, cost])).toEqual([
      ['2026-01-05', 2],
      ['2026-01-16', 1],
    ]);
    expect(total).toBe(3);
    expect(plan[0]?.sends).toMatchObject([
      { name: 'ชื่อ-finance-staff', held: false, lines: [{ item: 'M1/2569' }, { item: 'O12/2569' }] },
      { name: 'ชื่อ-works-staff', lines: [{ item: 'M2/2569', why: 'may begin', priority: 4 }] },
    ]);
    expect(plan[1]?.sends[0]?.lines).toMatchObject([{ item: 'M1/2569', why: '14 days before', priority: 3 }]);
  });

  it('says the same to people', async () => {
    const { code, out } = await ita(await anOfficeKept(), 'remind', '--dry-run', '--now', BEFORE_WORK);
    expect(code).toBe(0);
    expect(out).toContain('2026-01-05 to 2026-01-18: ');
    expect(out).toContain('M1/2569 finish 2026-01-30: 14 days before (priority 3)');
    expect(out).toContain('card: undated, ownerless, oit-due, holidays');
  });

  it('tells of later dates that wait for a head, and of decisions, in the message they go in', async () => {
    const wished = asked('m1', 'x', '2026-02-27', { at: START });
    const decided = happened(
      {
        type: 'extension-decided',
        v: 1,
        item: 'm2',
        extension: 'y',
        granted: false,
        from: '2026-06-30',
        until: '2026-12-31',
      },
      { by: member('works-head') },
    );
    const own = asked('m2', 'y', '2026-12-31', { at: START, by: 'works-staff' });
    const env = await anOfficeKept(...nothingToSettle(), wished, own, decided);
    const { total, plan } = await planOf(env, '--days', '1');
    expect(total).toBe(3);
    expect(plan[0]?.sends).toMatchObject([
      { name: 'ชื่อ-finance-staff', extensions: [] },
      {
        name: 'ชื่อ-works-staff',
        lines: [{}],
        extensions: [{ item: 'M2/2569', what: 'decision', priority: 3 }],
      },
      { name: 'ชื่อ-finance-head', lines: [], extensions: [{ item: 'M1/2569', what: 'request', priority: 3 }] },
    ]);
    const { out } = await ita(env, 'remind', '--dry-run', '--now', BEFORE_WORK, '--days', '1');
    expect(out).toContain('M1/2569 later date: request (priority 3)');
  });

  it('goes up the ladder as the server would', async () => {
    const { plan } = await planOf(await anOfficeKept(...nothingToSettle()), '--days', '60');
    const why = plan.flatMap(({ sends }) => sends.flatMap(({ lines }) => lines.map((line) => line.why)));
    expect(why).toContainEqual(expect.stringMatching(/days overdue, nobody answered: to the head$/));
    expect(plan.some(({ summary }) => summary?.month === '2026-01')).toBe(true);
  });

  it('holds back what would not fit, and says so', async () => {
    const env = await anOfficeKept(...nothingToSettle());
    const { plan } = await planOf(env, '--left', '1');
    expect(plan[0]?.sends.some(({ held }) => held)).toBe(true);
    const { out } = await ita(env, 'remind', '--dry-run', '--now', BEFORE_WORK, '--left', '1');
    expect(out).toContain('(held: not enough messages)');
  });

  it('sends and keeps nothing', async () => {
    const env = await anOfficeKept();
    const count = async () => {
      const store = openSqliteStore({ folder: env.DATA_DIR });
      const found = [await countOf(store), (await store.pending('office')).length];
      await store.close();
      return found;
    };
    const before = await count();
    await ita(env, 'remind', '--dry-run', '--now', BEFORE_WORK);
    expect(await count()).toEqual(before);
  });

  it('asks LINE what is left and how many people the group has', async () => {
    const bound = [
      {
        type: 'group-code-made' as const,
        v: 1 as const,
        code: 'c',
        purpose: 'staff' as const,
        expires: 9e12,
      },
      {
        type: 'group-bound' as const,
        v: 1 as const,
        group: 'staff-group',
        code: 'c',
        purpose: 'staff' as const,
      },
    ];
    const platform = createPlatform({ clock: realClock() });
    onTestFinished(() => platform.close());
    const api = await platform.listen();
    const bot = platform.world.addBot({ name: 'น้องไอต้า', secret: 's', token: 't', quota: 500 });
    const members = Array.from({ length: 7 }, () => platform.world.addUser({ name: 'คน' }));
    platform.world.addGroup({ name: 'กลุ่ม', members, id: groupOf('staff-group'), bot: bot.userId });
    const office = await anOfficeKept(...nothingToSettle(), ...bound.map((event) => happened(event)));
    const env = { ...office, LINE_CHANNEL_SECRET: 's', LINE_CHANNEL_ACCESS_TOKEN: 't', LINE_API_BASE: api };
    const { left, plan } = await planOf(env, '--days', '40');
    expect(left).toBe(500);
    expect(plan.find(({ summary }) => summary !== null)).toMatchObject({
      day: '2026-02-02',
      summary: { month: '2026-01', cost: 7, to: 'group' },
    });
  });

  it('without --dry-run it refuses kindly; what makes no sense is wrong use', async () => {
    const env = await anOfficeKept();
    const sends = await ita(env, 'remind');
    expect([sends.code, sends.err]).toEqual([
      1,
      expect.stringContaining('The server sends reminders by itself'),
    ]);
    for (const words of [
      ['--days', '0'],
      ['--days', 'many'],
      ['--left', '-1'],
      ['--now', 'tomorrow'],
      ['--now', '2026-13-01T08:00'],
    ])
      expect((await ita(env, 'remind', '--dry-run', ...words)).code, words.join(' ')).toBe(2);
  });
});
