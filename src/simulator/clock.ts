/** The platform's time: reply tokens, retry keys, quota months and redelivery all run on it. */
export interface PlatformClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `fn` once, `ms` milliseconds from now; the returned function cancels it. */
  after(ms: number, fn: () => void): () => void;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
