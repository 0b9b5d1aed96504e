/** Wake-ups inside one process. Nothing is kept: what is due stands in the store, which the server sweeps. */
import type { Clock, Instant, Log, Queue } from '../flow/ports.ts';

/** Longer than this and a timer of the platform (2^31 ms) would go off at once; it looks again and waits on. */
const LONGEST_WAIT_MS = 86_400_000;

export interface LocalQueueOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Agencies looked at at the same time. */
  readonly atOnce?: number;
}

interface Waiting {
  readonly at: Instant;
  readonly cancel: () => void;
}

/** Makes a queue whose time is the clock's. */
export function createLocalQueue({ clock, log, atOnce = 8 }: LocalQueueOptions): Queue {
  const waiting = new Map<string, Waiting>();
  /** Due, in the order they became so. */
  const due = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let handler: ((agency: string) => Promise<void>) | null = null;
  let stopped = false;

  function wake(agency: string, at: Instant): void {
    if (stopped || due.has(agency)) return;
    const before = waiting.get(agency);
    if (before && before.at <= at) return;
    before?.cancel();
    waiting.delete(agency);
    const wait = at - clock.now();
    if (wait <= 0) {
      due.add(agency);
      startNext();
      return;
    }
    const cancel = clock.after(Math.min(wait, LONGEST_WAIT_MS), () => {
      waiting.delete(agency);
      wake(agency, at);
    });
    waiting.set(agency, { at, cancel });
  }

  function startNext(): void {
    if (!handler) return;
    for (const agency of due) {
      if (running.size >= atOnce) return;
      // Woken during its own run: it is looked at again when that has ended.
      if (running.has(agency)) continue;
      due.delete(agency);
      running.set(agency, look(handler, agency));
    }
  }

  async function look(handle: (agency: string) => Promise<void>, agency: string): Promise<void> {
    try {
      // Not inside the caller's own turn: whoever wakes is not held up by what he wakes.
      await null;
      await handle(agency);
    } catch (error) {
      log.error({ agency, error: nameOf(error), where: placeOf(error) }, 'looking at an agency failed');
    }
    running.delete(agency);
    startNext();
  }

  return {
    wake,
    run(given) {
      handler = given;
      startNext();
    },
    async stop() {
      stopped = true;
      for (const { cancel } of waiting.values()) cancel();
      waiting.clear();
      due.clear();
      await Promise.all(running.values());
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it was thrown. Its message stays out of the log: it may quote what a person wrote. */
function placeOf(error: unknown): string | null {
  const stack = error instanceof Error ? error.stack : undefined;
  return (
    stack
      ?.split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? null
  );
}
