/**
 * The door of understanding: text -> intent, by the rules of `docs/understanding.md`. Deterministic, offline, pure. A message
 * is normalised and cut into words, items, dates, percents and divisions are recognised (`understand/reading.ts`), what is told
 * and left out is worked out (`understand/about.ts`), and then the first rule that fits decides (§5). What is not surely
 * known is asked back in 1:1 and left alone in a group.
 */
import type { Intent } from './intent.ts';
import { type About, aboutOf } from './understand/about.ts';
import { correction } from './understand/decide-correction.ts';
import { evidence, paper } from './understand/decide-evidence.ts';
import { inGroup } from './understand/decide-group.ts';
import { acknowledgement, condition, itemQuestion, promise, report } from './understand/decide-item.ts';
import { extension, snooze } from './understand/decide-later.ts';
import { complaint, help, register, smallTalk } from './understand/decide-talk.ts';
import {
  divisionStatus,
  due,
  measures,
  missing,
  monthSummary,
  overall,
  score,
} from './understand/decide-topic.ts';
import { lacking, unsure } from './understand/decide-unsure.ts';
import { type Heard, type Reading, read } from './understand/reading.ts';

export type { Heard } from './understand/reading.ts';

/** A rule: what a message means, or null when the rule does not fit it. */
type Rule = (reading: Reading, about: About) => Intent | null;

/** The precedence of §5: the first that fits decides. */
const ABOUT_ITEMS: readonly Rule[] = [
  correction,
  snooze,
  extension,
  evidence,
  paper,
  measures,
  condition,
  itemQuestion,
  promise,
  report,
  acknowledgement,
];
const WITHOUT_ITEMS: readonly Rule[] = [
  correction,
  register,
  snooze,
  extension,
  evidence,
  paper,
  help,
  score,
  monthSummary,
  due,
  missing,
  divisionStatus,
  overall,
  measures,
  complaint,
  promise,
  smallTalk,
];

/** What a text means. Never throws; an unaddressed group message that is not surely about an item is `none`. */
export function understand(heard: Heard): Intent {
  const reading = read(heard);
  if (!reading.addressed && !reading.said.has('items')) return { intent: 'none' };
  const about = aboutOf(reading);
  if (!reading.addressed) return inGroup(reading, about);
  const doubt = unsure(reading, about);
  if (doubt !== null) return doubt;
  const rules = about.items.length > 0 || about.every ? ABOUT_ITEMS : WITHOUT_ITEMS;
  for (const rule of rules) {
    const intent = rule(reading, about);
    if (intent !== null) return intent;
  }
  return lacking(reading, about);
}
