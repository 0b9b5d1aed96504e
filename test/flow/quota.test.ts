import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/clock.ts';
import type { Agency } from '../../src/domain/agency.ts';
import type { Line, Told } from '../../src/flow/ports.ts';
import { createQuotas } from '../../src/flow/quota.ts';
import { agencyOf, anOffice, bangkok } from '../support/an-agency.ts';
import { captureLog, scriptedLine } from './stage.ts';

const NOON = bangkok('2026-01-07 12:00');
const MINUTE = 60_000;
const silent = {
  kind: 'failed' as const,
  failure: { reason: 'unreachable' as const, status: null, requestId: null, message: '' },
};
const told = <T>(value: T) => ({ kind: 'told' as const, value });

/** LINE as it answers now, and how often it was asked. */
function aLine() {
  const asked = { quota: 0, size: 0 };
  const clock = setClock(NOON, async () => {});
  const say: { quota: Told<{ limit: number | null; used: number }>; size: Told<number> } = {
    quota: told({ limit: 300, used: 84 }),
    size: told(25),
  };
  const line: Line = {
    ...scriptedLine(clock.now),
    async quota() {
      asked.quota += 1;
      return say.quota;
    },
    async groupSize() {
      asked.size += 1;
      return say.size;
    },
  };
  return { clock, say, asked, quotas: createQuotas({ clock, log: captureLog(), line: () => line }) };
}

const OFFICE = agencyOf(...anOffice());
const spent = (count: number, month = '2026-01'): Agency => ({ ...OFFICE, spent: { month, count } });

describe('the month’s messages', () => {
  it('are those of the free plan and our own count, until LINE has told', () => {
    const { quotas } = aLine();
    expect(quotas.now(spent(12))).toEqual({ limit: 300, used: 12, left: 288, asOf: null });
    expect(quotas.now(spent(12, '2025-12'))).toMatchObject({ used: 0 });
  });

  it('are LINE’s, with what was decided since', async () => {
    const { quotas } = aLine();
    await quotas.ask(spent(10), []);
    expect(quotas.now(spent(10))).toEqual({ limit: 300, used: 84, left: 216, asOf: NOON });
    expect(quotas.now(spent(15))).toMatchObject({ used: 89, left: 211 });
  });

  it('are never less than our own count: LINE’s figure lags', async () => {
    const { quotas, say } = aLine();
    say.quota = told({ limit: 300, used: 3 });
    await quotas.ask(spent(40), []);
    expect(quotas.now(spent(40))).toMatchObject({ used: 40, left: 260 });
  });

  it('without a limit never run out; used up, none is left', async () => {
    const { quotas, say, clock } = aLine();
    say.quota = told({ limit: null, used: 9_000 });
    await quotas.ask(OFFICE, []);
    expect(quotas.now(OFFICE)).toMatchObject({ used: 9_000, left: Number.POSITIVE_INFINITY });
    say.quota = told({ limit: 300, used: 310 });
    await clock.set(NOON + 6 * MINUTE);
    await quotas.ask(OFFICE, []);
    expect(quotas.now(OFFICE)).toMatchObject({ left: 0 });
  });

  it('are asked for every five minutes at most, whether LINE answers or not', async () => {
    const { quotas, say, clock, asked } = aLine();
    for (let times = 0; times < 5; times += 1) await quotas.ask(OFFICE, []);
    expect(asked.quota).toBe(1);
    say.quota = silent;
    await clock.set(NOON + 5 * MINUTE);
    for (let times = 0; times < 5; times += 1) await quotas.ask(OFFICE, []);
    expect(asked.quota).toBe(2);
    expect(quotas.now(OFFICE), 'the last figure holds').toMatchObject({ used: 84, asOf: NOON });
  });

  it('begin anew with the month, though LINE has not told of it yet', async () => {
    const { quotas, clock } = aLine();
    await quotas.ask(spent(10), []);
    await clock.set(bangkok('2026-02-02 08:45'));
    expect(quotas.now(spent(10))).toEqual({ limit: 300, used: 0, left: 300, asOf: null });
  });
});

describe('people of a group', () => {
  it('are asked once a day; until LINE has told, as many as the office has members', async () => {
    const { quotas, clock, asked, say } = aLine();
    expect(quotas.groupSize(OFFICE, 'C1')).toBe(Object.keys(OFFICE.members).length);
    await quotas.ask(OFFICE, ['C1']);
    expect(quotas.groupSize(OFFICE, 'C1')).toBe(25);
    await clock.set(NOON + 23 * 60 * MINUTE);
    await quotas.ask(OFFICE, ['C1']);
    expect(asked.size).toBe(1);
    say.size = told(26);
    await clock.set(NOON + 24 * 60 * MINUTE);
    await quotas.ask(OFFICE, ['C1']);
    expect(quotas.groupSize(OFFICE, 'C1')).toBe(26);
  });
});
