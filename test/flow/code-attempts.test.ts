import { describe, expect, it } from 'vitest';
import { createCodeAttempts } from '../../src/flow/code-attempts.ts';
import type { Inbound } from '../../src/flow/inbound.ts';
import { groupOf, userOf } from './stage.ts';

const MINUTE = 60_000;
const alone = (who: string): Inbound['chat'] => ({ kind: 'user', user: userOf(who) });
const inGroup = (who: string | null): Inbound['chat'] => ({
  kind: 'group',
  group: groupOf('g'),
  user: who === null ? null : userOf(who),
});

/** So many wrong codes of one person, a second apart from `from` on. */
function wrong(attempts: ReturnType<typeof createCodeAttempts>, who: string, count: number, from = 0): void {
  for (let n = 0; n < count; n += 1)
    attempts.wrong('office', alone(who), `${who}-${from + n}`, from + n * 1_000);
}

describe('wrong codes', () => {
  it('five in a quarter of an hour, and nothing more is looked up until the first is that old', () => {
    const attempts = createCodeAttempts();
    wrong(attempts, 'a', 4);
    expect(attempts.mayTry('office', alone('a'), MINUTE)).toBe(true);
    attempts.wrong('office', alone('a'), 'fifth', MINUTE);
    expect(attempts.mayTry('office', alone('a'), MINUTE)).toBe(false);
    expect(attempts.mayTry('office', inGroup('a'), MINUTE), 'in a group too').toBe(false);
    expect(attempts.mayTry('office', alone('a'), 15 * MINUTE - 1)).toBe(false);
    expect(attempts.mayTry('office', alone('a'), 15 * MINUTE)).toBe(true);
  });

  it('are one person’s, in one agency', () => {
    const attempts = createCodeAttempts();
    wrong(attempts, 'a', 5);
    expect(attempts.mayTry('office', alone('b'), MINUTE)).toBe(true);
    expect(attempts.mayTry('elsewhere', alone('a'), MINUTE)).toBe(true);
  });

  it('of people LINE does not name are their group’s', () => {
    const attempts = createCodeAttempts();
    for (let n = 0; n < 5; n += 1) attempts.wrong('office', inGroup(null), `e-${n}`, 0);
    expect(attempts.mayTry('office', inGroup(null), 1)).toBe(false);
    expect(attempts.mayTry('office', inGroup('a'), 1)).toBe(true);
  });

  it('are counted once for each event, however often it is looked at', () => {
    const attempts = createCodeAttempts();
    for (let n = 0; n < 9; n += 1) attempts.wrong('office', alone('a'), 'the-event', n);
    expect(attempts.mayTry('office', alone('a'), MINUTE)).toBe(true);
  });

  it('are forgotten after a right one', () => {
    const attempts = createCodeAttempts();
    wrong(attempts, 'a', 4);
    attempts.right('office', alone('a'));
    wrong(attempts, 'a', 4, 10_000);
    expect(attempts.mayTry('office', alone('a'), MINUTE)).toBe(true);
  });

  it('of many people slow each of them down, but a first try is always looked up', () => {
    const attempts = createCodeAttempts();
    for (let n = 0; n < 60; n += 1) attempts.wrong('office', alone(`p-${n}`), `e-${n}`, 0);
    expect(attempts.mayTry('office', alone('p-3'), MINUTE)).toBe(false);
    expect(attempts.mayTry('office', alone('new'), MINUTE)).toBe(true);
    expect(attempts.mayTry('elsewhere', alone('p-3'), MINUTE)).toBe(true);
    expect(attempts.mayTry('office', alone('p-3'), 15 * MINUTE)).toBe(true);
  });

  it('are remembered of so many people only', () => {
    const attempts = createCodeAttempts();
    wrong(attempts, 'first', 5);
    for (let n = 0; n < 5_000; n += 1) attempts.wrong(`office-${n}`, alone(`p-${n}`), `e-${n}`, 0);
    expect(attempts.mayTry('office', alone('first'), MINUTE)).toBe(true);
  });
});
