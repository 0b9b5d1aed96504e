/** Chance from a seed: the same seed plays the same year again. */
import type { Ids } from '../../flow/ports.ts';
import { randomIds } from '../../ids.ts';

export interface Chance {
  /** 0 ≤ n < 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<T>(of: readonly T[]): T | undefined;
  /** Chance of its own for somebody: what others draw, and when, does not change it. */
  of(whom: string): Chance;
}

/** Mulberry32: small, quick, and good enough to spread people's answers. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (of) => of[Math.floor(next() * of.length)],
    of: (whom) =>
      chanceOf([...whom].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), seed)),
  };
}

/** Ids that come out the same with the same seed. Codes and salts stay real: nothing follows from them. */
export function seededIds(chance: Chance): Ids {
  const hex = (length: number) => Array.from({ length }, () => chance.between(0, 15).toString(16)).join('');
  return {
    ...randomIds(),
    id: () => hex(24),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
