/** A conversation as it went, to be read when it went differently than its script. */
import { dayOf, minuteOf } from '../../src/domain/calendar.ts';
import type { Accepted } from '../../src/simulator/platform.ts';
import { clockTime } from '../../src/thai/date.ts';
import { offeredIn, wordsOf } from './message-words.ts';
import { actOf, type Step } from './script.ts';

/** What goes to somebody by itself is named by its beginning. */
const BEGINNING = 120;

export function stepLine(where: string, step: Step, now: number): string {
  const { who = '', in: group, says, presses, sends, does, forges, repeats } = step;
  const what =
    says ?? presses ?? sends ?? does ?? repeats ?? (forges === undefined ? '' : JSON.stringify(forges));
  const place = group === undefined ? '' : ` (${group})`;
  const [act = 'time passes'] = actOf(step);
  return `${where} · ${dayOf(now)} ${clockTime(minuteOf(now))} · ${who}${place} ${act}: ${what}`;
}

/** What was sent; in full where it answers, else by its beginning. */
export function sentLines(
  sent: readonly Accepted[],
  here: string | null,
  nameOf: (id: string) => string,
): string[] {
  return sent.map(({ kind, to, messages }) => {
    const words = wordsOf(messages).replaceAll('\n', ' / ');
    if (to !== here) return `    ${kind} to ${nameOf(to)}: ${words.slice(0, BEGINNING)} …`;
    const offered = offeredIn(messages).map(({ label }) => `[${label}]`);
    return `    ${kind} to ${nameOf(to)}: ${words} ${offered.join(' ')}`;
  });
}
