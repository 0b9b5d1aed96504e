import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { realClock, setClock } from '../src/clock.ts';

const idle = async () => {};

describe('a clock that someone sets', () => {
  it('stands still until it is set', async () => {
    const clock = setClock(1_000, idle);
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
    await clock.set(5_000);
    expect(clock.now()).toBe(5_000);
  });

  it('never goes back', async () => {
    const clock = setClock(1_000, idle);
    await clock.set(500);
    expect(clock.now()).toBe(1_000);
  });

  it('fires the timers on the way in order, each at its own time', async () => {
    const clock = setClock(0, idle);
    const fired: [string, number][] = [];
    for (const [name, ms] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['late', 99],
    ] as const) {
      clock.after(ms, () => fired.push([name, clock.now()]));
    }
    await clock.set(50);
    expect(fired).toEqual([
      ['a', 10],
      ['b', 20],
      ['c', 30],
    ]);
    expect(clock.now()).toBe(50);
    await clock.set(200);
    expect(fired.at(-1)).toEqual(['late', 99]);
  });

  it('fires what a timer asks for, when that lies on the way', async () => {
    const clock = setClock(0, idle);
    const fired: number[] = [];
    const tick = () => {
      fired.push(clock.now());
      clock.after(10, tick);
    };
    clock.after(10, tick);
    await clock.set(35);
    expect(fired).toEqual([10, 20, 30]);
  });

  it('waits after each timer for what it started', async () => {
    const order: string[] = [];
    const clock = setClock(0, async () => void order.push('idle'));
    clock.after(1, () => order.push('a'));
    clock.after(2, () => order.push('b'));
    await clock.set(3);
    expect(order).toEqual(['a', 'idle', 'b', 'idle', 'idle']);
  });

  it('a cancelled timer stays silent, and one that fired can be cancelled', async () => {
    const clock = setClock(0, idle);
    let fired = 0;
    const cancel = clock.after(10, () => {
      fired += 1;
    });
    clock.after(5, () => cancel());
    const other = clock.after(7, () => {
      fired += 10;
    });
    await clock.set(20);
    other();
    await clock.set(40);
    expect(fired).toBe(10);
  });

  it('a timer that is due already waits for the next setting', async () => {
    const clock = setClock(100, idle);
    let fired = 0;
    clock.after(0, () => {
      fired += 1;
    });
    clock.after(-5, () => {
      fired += 1;
    });
    expect(fired).toBe(0);
    await clock.set(100);
    expect(fired).toBe(2);
  });
});

describe('a clock that is set and ticks', () => {
  it('moves with the other, from where it was set', async () => {
    const machine = setClock(1_000_000, idle);
    const clock = setClock(0, idle, machine);
    await machine.set(1_000_250);
    expect(clock.now()).toBe(250);
    await clock.set(10_000);
    expect(clock.now()).toBe(10_000);
    await machine.set(1_000_300);
    expect(clock.now()).toBe(10_050);
  });

  it('fires timers as the other ticks, once', async () => {
    const machine = setClock(0, idle);
    const clock = setClock(500, idle, machine);
    const fired: number[] = [];
    clock.after(100, () => fired.push(clock.now()));
    await machine.set(99);
    expect(fired).toEqual([]);
    await machine.set(100);
    await clock.set(2_000);
    await machine.set(5_000);
    expect(fired).toEqual([600]);
  });

  it('set forward, what is left to wait becomes less', async () => {
    const machine = setClock(0, idle);
    const clock = setClock(0, idle, machine);
    let fired = 0;
    clock.after(3_600_000, () => {
      fired += 1;
    });
    await clock.set(3_599_000);
    expect(fired).toBe(0);
    await machine.set(999);
    expect(fired).toBe(0);
    await machine.set(1_000);
    expect(fired).toBe(1);
    await machine.set(9_999_999);
    expect(fired).toBe(1);
  });

  it('cancelled, it stays silent on both', async () => {
    const machine = setClock(0, idle);
    const clock = setClock(0, idle, machine);
    let fired = 0;
    const cancel = clock.after(10, () => {
      fired += 1;
    });
    await clock.set(5);
    cancel();
    await machine.set(100);
    await clock.set(500);
    expect(fired).toBe(0);
  });
});

describe("the machine's clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_767_600_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("tells the machine's time", () => {
    expect(realClock().now()).toBe(1_767_600_000_000);
  });

  it('fires once, after the wait', () => {
    let fired = 0;
    realClock().after(1_000, () => {
      fired += 1;
    });
    vi.advanceTimersByTime(999);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(fired).toBe(1);
  });

  it('can be cancelled', () => {
    let fired = 0;
    realClock().after(1_000, () => {
      fired += 1;
    })();
    vi.advanceTimersByTime(10_000);
    expect(fired).toBe(0);
  });

  it('a wait longer than a timer can hold does not fire at once', () => {
    let fired = 0;
    realClock().after(60 * 86_400_000, () => {
      fired += 1;
    });
    vi.advanceTimersByTime(86_400_000);
    expect(fired).toBe(0);
  });
});
