/** Where the bot is killed, and how often each place comes up. */

/** The bot's process kills itself there: no other process can hit an instant. */
export type InsidePoint =
  /** Inside a group commit: after BEGIN, after one of its inserts, before COMMIT. */
  | 'begin'
  | 'insert'
  | 'commit'
  /** COMMIT has returned; nobody has been told yet. */
  | 'committed'
  /** The event is kept; the 200 is not written. */
  | 'appended'
  /** The try of a push is noted; LINE has not been called. */
  | 'trying'
  /** LINE has answered; the answer is not noted. */
  | 'answered';

/** The driver kills. */
export type OutsidePoint =
  /** LINE has accepted; its answer is not written. */
  | 'accepted-reply'
  | 'accepted-push'
  /** The same, and the bot comes back 30 hours later. */
  | 'thirty-hours'
  /** Anywhere, under load. */
  | 'random'
  /** Anywhere, and once more while it starts again or puts right what the first left. */
  | 'starting';

export type KillPoint = InsidePoint | OutsidePoint;

/** Points between BEGIN and COMMIT. */
export const IN_COMMIT: readonly KillPoint[] = ['begin', 'insert', 'commit'];
/** Points at which LINE has accepted and not answered. */
export const BEFORE_ANSWER: readonly KillPoint[] = ['accepted-reply', 'accepted-push', 'thirty-hours'];

/** `n`: the how manieth passing of the point is deadly. */
export interface Kill {
  readonly point: KillPoint;
  readonly n: number;
}

/** Of 200 kills this many are of a kind; the last column is the largest `n`. */
const SHARES: readonly (readonly [KillPoint, number, number])[] = [
  ['begin', 12, 20],
  ['insert', 22, 60],
  ['commit', 22, 20],
  ['committed', 10, 20],
  ['appended', 14, 15],
  ['trying', 10, 15],
  ['answered', 10, 20],
  ['accepted-reply', 24, 12],
  ['accepted-push', 24, 14],
  ['thirty-hours', 8, 12],
  ['random', 24, 500],
  ['starting', 20, 700],
];

const INSIDE: readonly KillPoint[] = [...IN_COMMIT, 'committed', 'appended', 'trying', 'answered'];

export function isInside(point: KillPoint): point is InsidePoint {
  return INSIDE.includes(point);
}

/** About `count` kills, every kind at least once, in random order. */
export function shuffledKills(count: number, random: () => number): Kill[] {
  const kills = SHARES.flatMap(([point, share, largest]) =>
    Array.from({ length: Math.max(1, Math.round((share * count) / 200)) }, () => ({
      point,
      n: 1 + Math.floor(random() * largest),
    })),
  );
  return kills
    .map((kill) => ({ kill, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ kill }) => kill);
}

/** Chance that can be repeated (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
