import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, Queue } from '../../src/flow/ports.ts';

export interface OpenedQueue {
  readonly queue: Queue;
  now(): Instant;
  /** Moves time on and waits until nothing is under way that could go on by itself. */
  advance(ms: number): Promise<void>;
  /** Agencies named in error lines of the log. */
  reported(): readonly unknown[];
}

/** A handler that says whom it looked at and may be made to take its time. */
interface Looks {
  readonly begun: string[];
  readonly handler: (agency: string) => Promise<void>;
  /** From now on looks take until `finish`. */
  hold(): void;
  finish(): void;
  most(): number;
}

function looks(): Looks {
  const begun: string[] = [];
  let held: (() => void)[] | null = null;
  let under = 0;
  let most = 0;
  return {
    begun,
    async handler(agency) {
      begun.push(agency);
      under += 1;
      most = Math.max(most, under);
      const waiting = held;
      if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
      under -= 1;
    },
    hold() {
      held = [];
    },
    finish() {
      const waiting = held ?? [];
      held = null;
      for (const resolve of waiting) resolve();
    },
    most: () => most,
  };
}

/** What every queue promises. `open` gives an empty one. */
export function queueContract(name: string, open: () => Promise<OpenedQueue>): void {
  describe(`${name}: the queue's contract`, () => {
    let opened: OpenedQueue;
    let queue: Queue;
    let look: Looks;

    beforeEach(async () => {
      opened = await open();
      queue = opened.queue;
      look = looks();
    });
    afterEach(async () => {
      look.finish();
      await queue.stop();
    });

    const inFuture = (ms: number) => opened.now() + ms;

    it('looks at an agency when its time has come, not before, and once', async () => {
      queue.run(look.handler);
      queue.wake('office', inFuture(1_000));
      await opened.advance(999);
      expect(look.begun).toEqual([]);
      await opened.advance(1);
      expect(look.begun).toEqual(['office']);
      await opened.advance(10_000);
      expect(look.begun).toEqual(['office']);
    });

    it('looks at once when the time is past', async () => {
      queue.run(look.handler);
      queue.wake('office', inFuture(-5_000));
      await opened.advance(0);
      expect(look.begun).toEqual(['office']);
    });

    it('does not start the look inside the call that asked for it', () => {
      queue.run(look.handler);
      queue.wake('office', inFuture(0));
      expect(look.begun).toEqual([]);
    });

    it.each([
      ['later one first', [5_000, 1_000]],
      ['earlier one first', [1_000, 5_000]],
    ])('lets the earliest of several wake-ups win (%s)', async (_, waits) => {
      queue.run(look.handler);
      for (const wait of waits) queue.wake('office', inFuture(wait));
      await opened.advance(1_000);
      expect(look.begun).toEqual(['office']);
      await opened.advance(10_000);
      expect(look.begun).toEqual(['office']);
    });

    it('keeps a wake-up asked for before it runs', async () => {
      queue.wake('office', inFuture(0));
      queue.wake('annex', inFuture(1_000));
      await opened.advance(500);
      queue.run(look.handler);
      await opened.advance(0);
      expect(look.begun).toEqual(['office']);
      await opened.advance(500);
      expect(look.begun).toEqual(['office', 'annex']);
    });

    it('looks at one agency once at a time, and again after a wake-up during the look', async () => {
      queue.run(look.handler);
      look.hold();
      queue.wake('office', inFuture(0));
      await opened.advance(0);
      for (let i = 0; i < 3; i += 1) queue.wake('office', inFuture(0));
      await opened.advance(1_000);
      expect(look.begun).toEqual(['office']);
      look.finish();
      await opened.advance(0);
      expect(look.begun).toEqual(['office', 'office']);
      expect(look.most()).toBe(1);
    });

    it('keeps a later wake-up asked for during the look, as a handler does for its next reminder', async () => {
      queue.run(async (agency) => {
        await look.handler(agency);
        if (look.begun.length < 3) queue.wake(agency, inFuture(1_000));
      });
      queue.wake('office', inFuture(0));
      await opened.advance(5_000);
      expect(look.begun).toEqual(['office', 'office', 'office']);
    });

    it('does not let a slow agency hold up another', async () => {
      queue.run(look.handler);
      look.hold();
      queue.wake('office', inFuture(0));
      await opened.advance(0);
      queue.wake('annex', inFuture(0));
      await opened.advance(0);
      expect(look.begun).toEqual(['office', 'annex']);
    });

    it('looks at no more than eight agencies at once, and at all in the end', async () => {
      queue.run(look.handler);
      look.hold();
      for (let i = 0; i < 20; i += 1) queue.wake(`office-${i}`, inFuture(0));
      await opened.advance(0);
      expect(look.begun).toHaveLength(8);
      look.finish();
      await opened.advance(0);
      expect(new Set(look.begun).size).toBe(20);
      expect(look.most()).toBe(8);
    });

    it('reports a handler that throws, does not repeat it, and goes on', async () => {
      queue.run(async (agency) => {
        await look.handler(agency);
        if (agency === 'broken') throw new Error('มะลิ พิมพ์ว่า …');
      });
      queue.wake('broken', inFuture(0));
      queue.wake('office', inFuture(0));
      await opened.advance(60_000);
      expect(look.begun).toEqual(['broken', 'office']);
      expect(opened.reported()).toEqual(['broken']);
      queue.wake('broken', inFuture(0));
      await opened.advance(0);
      expect(look.begun).toEqual(['broken', 'office', 'broken']);
    });

    it('waits for looks under way when stopped, and starts no other', async () => {
      queue.run(look.handler);
      look.hold();
      queue.wake('office', inFuture(0));
      await opened.advance(0);
      queue.wake('office', inFuture(0));
      queue.wake('annex', inFuture(1_000));
      let stopped = false;
      const stopping = queue.stop().then(() => {
        stopped = true;
      });
      await opened.advance(5_000);
      expect(stopped).toBe(false);
      look.finish();
      await stopping;
      queue.wake('branch', inFuture(0));
      await opened.advance(5_000);
      expect(look.begun).toEqual(['office']);
    });
  });
}
