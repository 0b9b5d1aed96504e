import type { Extension, Item } from './agency.ts';
import type { Instant } from './calendar.ts';

/** The later date that was granted last, by `asOf`, and the plan's date it moved; null = none was. */
export function lastGranted(
  extensions: readonly Extension[],
  asOf: Instant = Number.POSITIVE_INFINITY,
): Item['extended'] {
  const granted = extensions.flatMap(({ until, decided }) =>
    decided?.granted && decided.at <= asOf ? [{ from: decided.from, until, at: decided.at }] : [],
  );
  const last = granted.sort((a, b) => a.at - b.at).at(-1);
  return last === undefined ? null : { from: last.from, until: last.until };
}
