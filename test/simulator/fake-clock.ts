import type { PlatformClock } from '../../src/simulator/clock.ts';

/** A clock that stands still until told. */
export interface FakeClock extends PlatformClock {
  /** Moves on and runs what falls due, in order. */
  advance(ms: number): void;
  set(now: number): void;
}

export function createFakeClock(start = Date.parse('2026-01-05T02:00:00Z')): FakeClock {
  let now = start;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.fn();
      }
      now = end;
    },
    set(to) {
      now = to;
    },
  };
}
