import type { Clock } from './flow/ports.ts';

/** The machine's clock. */
export function realClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(ms, MAX_TIMER_MS));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** Node fires a longer timer at once; whoever waits longer is woken early and looks again. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** A clock that someone sets: the demo's, and the tests'. */
export interface SetClock extends Clock {
  /** Moves forward, firing the timers on the way in order; never back. Resolves when the work they started has run. */
  set(at: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
  /** Ends what the ticking clock holds for it. */
  disarm: () => void;
}

/**
 * A clock that starts at `start`. `idle` is awaited after each timer, so that what it started is over before time goes on.
 * With `ticking` it also moves by itself, as fast as the machine's clock.
 */
export function setClock(start: number, idle: () => Promise<void>, ticking?: Clock): SetClock {
  let base = start;
  let from = ticking?.now() ?? 0;
  const timers = new Set<Timer>();
  const now = () => base + (ticking === undefined ? 0 : ticking.now() - from);

  function due(until: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of timers)
      if (timer.at <= until && (first === null || timer.at < first.at)) first = timer;
    return first;
  }

  function jump(at: number): void {
    base = Math.max(at, now());
    from = ticking?.now() ?? 0;
    // What is left to wait has become less.
    for (const timer of timers) arm(timer);
  }

  function arm(timer: Timer): void {
    timer.disarm();
    if (ticking === undefined) return;
    timer.disarm = ticking.after(Math.max(0, timer.at - now()), () => {
      if (now() < timer.at) arm(timer);
      else if (timers.delete(timer)) timer.run();
    });
  }

  return {
    now,
    after(ms, run) {
      const timer: Timer = { at: now() + ms, run, disarm: () => {} };
      timers.add(timer);
      arm(timer);
      return () => {
        timer.disarm();
        timers.delete(timer);
      };
    },
    async set(at) {
      for (let timer = due(at); timer !== null; timer = due(at)) {
        timers.delete(timer);
        timer.disarm();
        jump(timer.at);
        timer.run();
        await idle();
      }
      jump(at);
      await idle();
    },
  };
}
