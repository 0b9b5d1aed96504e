/** Everything the bot can say about an office, by the function that says it. */

import type { Outgoing } from '../../src/chat/outgoing.ts';
import { sayItem, sayMissing, sayProgress, sayPublicMeasures } from '../../src/chat/say-items.ts';
import { help, sayContact, sayGroupBound, sayWelcome, suggest } from '../../src/chat/say-people.ts';
import { sayRefusal } from '../../src/chat/say-refusal.ts';
import { sayReminder } from '../../src/chat/say-reminder.ts';
import { askStale, askWhat, askYear, askYearAgain, sayKept, sayUndone } from '../../src/chat/say-report.ts';
import { saySummary } from '../../src/chat/say-summary.ts';
import type { Scene } from '../../src/chat/scene.ts';
import * as words from '../../src/chat/words.ts';
import type { Item } from '../../src/domain/agency.ts';
import type { ReminderLine, Status } from '../../src/domain/event.ts';
import { itemsOf, openPlans } from '../../src/domain/item.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { monthSummary } from '../../src/domain/summary.ts';
import { NOW } from './scenes.ts';

const STATUSES: readonly Status[] = ['done', 'in_progress', 'not_started'];

/** One of each kind: the compiler asks for a new one here. */
const REFUSALS: { readonly [Kind in Refusal['kind']]: Extract<Refusal, { kind: Kind }> } = {
  'agency-exists': { kind: 'agency-exists' },
  'no-agency': { kind: 'no-agency' },
  'not-a-member': { kind: 'not-a-member' },
  'not-permitted': { kind: 'not-permitted', who: ['staff', 'head', 'coordinator'] },
  'not-your-item': { kind: 'not-your-item', item: 'y2569-1', divisions: ['finance', 'works'] },
  'no-such-item': { kind: 'no-such-item' },
  'no-such-division': { kind: 'no-such-division', division: 'water' },
  'division-needed': { kind: 'division-needed' },
  'role-needed': { kind: 'role-needed' },
  'nothing-to-say': { kind: 'nothing-to-say' },
  'no-such-plan': { kind: 'no-such-plan', year: 2570 },
  'plan-exists': { kind: 'plan-exists', year: 2569 },
  'plan-not-open': { kind: 'plan-not-open', year: 2569, state: 'draft' },
  stale: { kind: 'stale', item: 'y2569-1', present: 'done' },
  'nothing-to-undo': { kind: 'nothing-to-undo' },
  'too-late-to-undo': { kind: 'too-late-to-undo', at: NOW },
  'changed-since': { kind: 'changed-since', item: 'y2569-1', by: 'works-staff', at: NOW },
  'code-unknown': { kind: 'code-unknown' },
  'code-used': { kind: 'code-used' },
  'code-expired': { kind: 'code-expired' },
  'summary-posted': { kind: 'summary-posted' },
};

export const EVERY_REFUSAL: readonly Refusal[] = [
  ...Object.values(REFUSALS),
  { kind: 'not-your-item', item: 'unknown', divisions: [] },
  { kind: 'plan-not-open', year: 2568, state: 'closed' },
  { kind: 'changed-since', item: 'unknown', by: null, at: NOW },
];

function all(scene: Scene): Item[] {
  return openPlans(scene.agency).flatMap((plan) => itemsOf(scene.agency, plan.year));
}

function reports(scene: Scene): Map<string, Item[]> {
  const told = new Map<string, Item[]>();
  for (const item of all(scene)) {
    for (const { id } of item.reports) told.set(id, [...(told.get(id) ?? []), item]);
  }
  return told;
}

function lines(items: readonly Item[]): ReminderLine[] {
  const dates = ['2026-01-30', '2026-03-31', '2026-04-01', '2026-04-30'];
  const dues = ['finish', 'report'] as const;
  return items.map((item, index) => ({
    item: item.id,
    due: dues[index % 2] ?? 'finish',
    date: dates[index % 4] ?? '2026-03-31',
    step: index % 3 === 0 ? 'opening' : 0,
  }));
}

const divisionsAnd = (scene: Scene) => [
  null,
  ...(scene.agency.profile?.divisions ?? []).map(({ code }) => code),
];

/** Each function that makes messages, said in every way this office allows. */
export const SAID: { readonly [name: string]: (scene: Scene) => readonly (readonly Outgoing[])[] } = {
  sayMissing: (scene) => divisionsAnd(scene).map((division) => sayMissing(scene, division)),
  sayItem: (scene) => all(scene).map((item) => sayItem(scene, item)),
  sayProgress: (scene) => divisionsAnd(scene).map((division) => sayProgress(scene, division)),
  sayPublicMeasures: (scene) => [sayPublicMeasures(scene)],
  sayWelcome: (scene) => Object.values(scene.agency.members).map((member) => sayWelcome(scene, member)),
  sayGroupBound: (scene) => [
    sayGroupBound(scene, 'staff', undefined),
    sayGroupBound(scene, 'division', 'finance'),
    sayGroupBound(scene, 'division', 'unknown'),
  ],
  help: (scene) => [[help(scene)]],
  suggest: (scene) =>
    Object.values(words)
      .filter((said) => typeof said === 'string')
      .map((said) => [suggest(scene, said)]),
  sayContact: (scene) => [sayContact(scene)],
  sayRefusal: (scene) => EVERY_REFUSAL.map((refusal) => sayRefusal(scene, refusal)),
  sayReminder: (scene) => {
    const items = all(scene);
    const some = [items.slice(0, 1), items.slice(0, 10), items.slice(0, 11), items].filter(
      (list) => list.length > 0,
    );
    return some.map((list) => sayReminder(scene, { member: 'finance-staff', lines: lines(list) }));
  },
  sayKept: (scene) =>
    [...reports(scene)]
      .map(([report, items]) => sayKept(scene, report, items))
      .concat([sayKept(scene, 'not-kept-yet', all(scene))]),
  sayUndone: (scene) => [sayUndone(all(scene).slice(0, 1)), sayUndone(all(scene))],
  askStale: (scene) => all(scene).flatMap((item) => STATUSES.map((status) => askStale(scene, item, status))),
  askYear: (scene) => {
    const of = (item: Item) =>
      all(scene).filter((other) => other.kind === item.kind && other.number === item.number);
    return all(scene).map((item) => askYear(scene, of(item), 'done'));
  },
  askYearAgain: (scene) => all(scene).map((item) => askYearAgain([item, { ...item, year: 2568 }])),
  askWhat: (scene) => all(scene).map((item) => askWhat(scene, item)),
  saySummary: (scene) =>
    ['2025-12', '2026-03'].flatMap((month) =>
      divisionsAnd(scene).flatMap((division) => {
        const summary = monthSummary(scene.agency, month, scene.now, division);
        return summary === null ? [] : [saySummary(scene, summary, division)];
      }),
    ),
};

export function everythingSaid(scene: Scene): readonly (readonly Outgoing[])[] {
  return Object.values(SAID).flatMap((say) => say(scene));
}
