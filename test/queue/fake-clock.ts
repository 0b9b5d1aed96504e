import type { Clock, Instant } from '../../src/flow/ports.ts';

export interface FakeClock extends Clock {
  /** Moves time on, letting each timer go off at its moment and what it starts come to rest. */
  advance(ms: number): Promise<void>;
  /** Sets the time at once, as when a machine wakes from sleep: late timers go off late, together. */
  jump(to: Instant): Promise<void>;
  /** Timers that wait. */
  timers(): number;
}

interface Timer {
  readonly at: Instant;
  readonly run: () => void;
}

export function createFakeClock(start: Instant): FakeClock {
  let now = start;
  const timers = new Set<Timer>();

  async function runDue(until: Instant): Promise<void> {
    for (;;) {
      const due = [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) return;
      timers.delete(due);
      now = Math.max(now, due.at);
      due.run();
      await atRest();
    }
  }

  return {
    now: () => now,
    after(ms, run) {
      // A real timer this long goes off at once instead.
      if (ms > 2 ** 31 - 1) throw new RangeError('too long for a timer');
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const until = now + ms;
      await atRest();
      await runDue(until);
      now = until;
      await atRest();
    },
    async jump(to) {
      now = to;
      await runDue(to);
      await atRest();
    },
    timers: () => timers.size,
  };
}

/** Every promise that can settle without waiting for the world has settled. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
