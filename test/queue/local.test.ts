import { describe, expect, it } from 'vitest';
import type { Log, LogFacts } from '../../src/flow/ports.ts';
import { createLocalQueue } from '../../src/queue/local.ts';
import { queueContract } from './contract.ts';
import { atRest, createFakeClock } from './fake-clock.ts';

const START = Date.UTC(2026, 0, 5, 2);
const DAY = 86_400_000;

function opened() {
  const clock = createFakeClock(START);
  const errors: { facts: LogFacts; message: string }[] = [];
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (facts, message) => errors.push({ facts, message }),
  };
  return { clock, errors, queue: createLocalQueue({ clock, log }) };
}

queueContract('local', async () => {
  const { clock, errors, queue } = opened();
  return {
    queue,
    now: clock.now,
    advance: clock.advance,
    reported: () => errors.map(({ facts }) => facts.agency),
  };
});

describe('the local queue', () => {
  it('keeps a wake-up months away, further than a timer of the platform reaches', async () => {
    const { clock, queue } = opened();
    const begun: number[] = [];
    queue.run(async () => {
      begun.push(clock.now());
    });
    queue.wake('office', START + 100 * DAY);
    await clock.advance(101 * DAY);
    expect(begun).toEqual([START + 100 * DAY]);
  });

  it('looks at all it slept through when the clock jumps', async () => {
    const { clock, queue } = opened();
    const begun: string[] = [];
    queue.run(async (agency) => {
      begun.push(agency);
    });
    queue.wake('b', START + 2_000);
    queue.wake('a', START + 1_000);
    await clock.jump(START + DAY);
    expect(begun).toEqual(['a', 'b']);
  });

  it('leaves no timer behind when stopped', async () => {
    const { clock, queue } = opened();
    queue.run(async () => {});
    queue.wake('office', START + 1_000);
    queue.wake('office', START + 500);
    expect(clock.timers()).toBe(1);
    await queue.stop();
    expect(clock.timers()).toBe(0);
  });

  it('logs where it broke, never what a person may have written', async () => {
    const { errors, queue } = opened();
    queue.run(async () => {
      throw new RangeError('มะลิ พิมพ์ว่า …');
    });
    queue.wake('office', START);
    await atRest();
    expect(errors).toMatchObject([{ facts: { agency: 'office', error: 'RangeError' } }]);
    expect(JSON.stringify(errors)).not.toContain('มะลิ');
    expect(JSON.stringify(errors)).toContain('local.test.ts');
  });
});
