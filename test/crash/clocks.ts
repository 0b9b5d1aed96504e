/**
 * The time of a crash test: the machine's clock plus an offset that bot and LINE Platform share, so that a restart can be
 * 30 hours after what LINE accepted without anybody waiting.
 */
import type { Clock } from '../../src/flow/ports.ts';

/** The bot's: runs as the machine's clock does, and jumps. */
export interface JumpingClock extends Clock {
  /** Timers whose time has come run once each, in order, as on a machine that was asleep. */
  jump(offset: number): void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Node fires a longer timer at once. */
const LONGEST_MS = 86_400_000;

export function jumpingClock(start: number): JumpingClock {
  let offset = start;
  const timers = new Map<Timer, NodeJS.Timeout>();
  const now = () => Date.now() + offset;

  function arm(timer: Timer): void {
    clearTimeout(timers.get(timer));
    const wait = Math.min(LONGEST_MS, Math.max(0, timer.at - now()));
    const handle = setTimeout(() => {
      if (now() < timer.at) return arm(timer);
      if (timers.delete(timer)) timer.run();
    }, wait);
    handle.unref();
    timers.set(timer, handle);
  }

  return {
    now,
    after(ms, run) {
      const timer = { at: now() + ms, run };
      arm(timer);
      return () => {
        clearTimeout(timers.get(timer));
        timers.delete(timer);
      };
    },
    jump(to) {
      offset = to;
      for (const timer of [...timers.keys()].sort((a, b) => a.at - b.at)) arm(timer);
    },
  };
}

/** The platform's: LINE does not publish when it sends again, so it does when the test says so. */
export interface LineClock extends Clock {
  offset(): number;
  /** Jumps to the moment; nothing runs by that. */
  set(at: number): void;
  /** Whoever waits has waited long enough. */
  runAll(): void;
}

export function lineClock(start: number): LineClock {
  let offset = start - Date.now();
  const waiting = new Set<{ readonly run: () => void }>();
  return {
    now: () => Date.now() + offset,
    after(_ms, run) {
      const one = { run };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    offset: () => offset,
    set(at) {
      offset = at - Date.now();
    },
    runAll() {
      for (const one of [...waiting]) if (waiting.delete(one)) one.run();
    },
  };
}
