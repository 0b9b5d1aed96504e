/** Everything the bot can say about an office, by the function that says it. */

import {
  askEvidence,
  askExtensionDate,
  askSnoozeDay,
  askWhat,
  askWhich,
  askYear,
} from '../../src/chat/ask.ts';
import { askDoubt, askPlanYear } from '../../src/chat/ask-doubt.ts';
import { help } from '../../src/chat/help.ts';
import type { Wanted } from '../../src/chat/intent.ts';
import { sayMenu } from '../../src/chat/menu.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import {
  sayAcknowledged,
  sayEvidenceKept,
  sayExtensionAsked,
  saySnoozed,
  sayUndone,
} from '../../src/chat/say-acts.ts';
import { sayCard } from '../../src/chat/say-card.ts';
import { sayDryRun } from '../../src/chat/say-dry-run.ts';
import { type DueRange, sayDue } from '../../src/chat/say-due.ts';
import {
  sayExtensionAnswers,
  sayExtensionDecided,
  sayExtensionRequests,
} from '../../src/chat/say-extension.ts';
import { sayFindings, sayPreview } from '../../src/chat/say-import.ts';
import {
  sayImported,
  sayImportUndone,
  sayPlanOpened,
  sayPlanPublished,
} from '../../src/chat/say-imported.ts';
import { sayItem } from '../../src/chat/say-item.ts';
import { sayList } from '../../src/chat/say-list.ts';
import { sayMeter } from '../../src/chat/say-meter.ts';
import { sayMissing } from '../../src/chat/say-missing.ts';
import {
  sayContact,
  sayGroupBound,
  sayRegistration,
  sayWelcome,
  suggest,
} from '../../src/chat/say-people.ts';
import {
  askErase,
  sayNothingKept,
  sayOwnData,
  sayOwnKept,
  sayWaitingErased,
  sayWaitingKept,
} from '../../src/chat/say-privacy.ts';
import { sayDivisions, sayProgress } from '../../src/chat/say-progress.ts';
import { sayPublicItems, sayPublicMeasures } from '../../src/chat/say-public.ts';
import { sayRefusal, sayUnknown } from '../../src/chat/say-refusal.ts';
import { sayReminder } from '../../src/chat/say-reminder.ts';
import { askStale, sayKept } from '../../src/chat/say-report.ts';
import { sayResponsible } from '../../src/chat/say-responsible.ts';
import { sayScore } from '../../src/chat/say-score.ts';
import { askIndicator, sayScoreHistory, sayUsedMeasures } from '../../src/chat/say-scores.ts';
import { saySummary } from '../../src/chat/say-summary.ts';
import { saySummaryInWords } from '../../src/chat/say-summary-in-words.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { Extension, Item } from '../../src/domain/agency.ts';
import type { ReminderLine, Status } from '../../src/domain/event.ts';
import type { Wish } from '../../src/domain/extension.ts';
import { itemsOf, openPlans } from '../../src/domain/item.ts';
import { measuresUsedBefore } from '../../src/domain/score-history.ts';
import { monthSummary } from '../../src/domain/summary.ts';
import { CALENDAR_SAID } from './calendar-said.ts';
import { cardsOf, dryRunsOf, metersOf } from './cards-said.ts';
import { DUTIES_SAID } from './duties-said.ts';
import { EVERY_REFUSAL } from './every-refusal.ts';
import { EVERY_WORD } from './every-word.ts';
import { JOINING_SAID } from './joining-said.ts';
import { listsOf, previewsOf, resultsOfYears } from './previews.ts';
import { NOW } from './scenes.ts';

const STATUSES: readonly Status[] = ['done', 'in_progress', 'not_started'];

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

const divisions = (scene: Scene) => (scene.agency.profile?.divisions ?? []).map(({ code }) => code);
/** None, one, two of them, all. */
const choices = (scene: Scene): readonly (readonly string[])[] => [
  [],
  ['finance'],
  divisions(scene).slice(0, 2),
  divisions(scene),
];

const LINK = 'https://dontawan.example.org/ita/o12.pdf';
export const WANTED: readonly Wanted[] = [
  { do: 'report', status: 'done', note: '' },
  { do: 'report', status: 'in_progress', percent: 60, note: '' },
  { do: 'report', status: 'in_progress', note: 'ตามมติที่ประชุม' },
  { do: 'report', status: 'not_started', note: 'รอหนังสือ'.repeat(50) },
  { do: 'evidence', url: null, status: null },
  { do: 'evidence', url: LINK, status: null },
  { do: 'evidence', url: LINK, status: 'done' },
  { do: 'evidence', url: `${LINK}?${'a'.repeat(200)}`, status: null },
  { do: 'evidence', url: `${LINK}?${'a'.repeat(900)}`, status: null },
  { do: 'extension', dueDate: null, note: '' },
  { do: 'extension', dueDate: '2026-05-15', note: '' },
  { do: 'extension', dueDate: '2026-05-15', note: 'รอผู้รับจ้าง' },
  { do: 'detail' },
  { do: 'responsible' },
];

const RANGES: readonly DueRange[] = [
  { month: null, until: null, overdue: false },
  { month: null, until: null, overdue: true },
  { month: '2026-03', until: null, overdue: false },
  { month: '2026-04', until: null, overdue: false },
  { month: '2027-01', until: null, overdue: false },
  { month: null, until: '2026-04-05', overdue: false },
];

/** Some, one, many, all: lists as acts have them. */
const lists = (scene: Scene): Item[][] => {
  const items = all(scene);
  return [items.slice(0, 1), items.slice(0, 2), items.slice(0, 9), items].filter((list) => list.length > 0);
};

const withAct = (scene: Scene, kind: 'evidence' | 'extensions'): Map<string, Item[]> => {
  const found = new Map<string, Item[]>();
  for (const item of all(scene)) {
    for (const { id } of item[kind]) found.set(id, [...(found.get(id) ?? []), item]);
  }
  return found;
};

/** A request of each item, and one of all of them. */
const wishes = (items: readonly Item[]): Wish[] => {
  const asked = (id: string, until: string): Extension => ({
    id,
    by: 'works-staff',
    until,
    reason: { id: 'reason', mac: '0'.repeat(64) },
    chat: 'direct',
    at: NOW,
    kept: NOW,
    undone: null,
    told: ['works-head'],
    decided: null,
  });
  const each = items.map((item, index) => ({ item, asked: asked(`each-${index}`, '2026-04-29') }));
  return [...items.map((item) => ({ item, asked: asked('all', '2026-12-31') })), ...each];
};

/** Each request granted, refused, and waiting again. */
const decisions = (items: readonly Item[]): Wish[][] => [
  ...[true, false].map((granted) =>
    wishes(items).map(({ item, asked }) => ({
      item,
      asked: { ...asked, decided: { granted, from: '2026-04-30', by: 'works-head', at: NOW } },
    })),
  ),
  wishes(items),
];

/** The coordinator's own work is never said in a group. */
const direct = (scene: Scene): Scene => ({ ...scene, group: null });

/** Each function that makes messages, said in every way this office allows. */
export const SAID: { readonly [name: string]: (scene: Scene) => readonly (readonly Outgoing[])[] } = {
  sayMissing: (scene) =>
    [...choices(scene), ...divisions(scene).map((code) => [code])].map((codes) => sayMissing(scene, codes)),
  sayMenu: (scene) => [sayMenu(scene)],
  sayItem: (scene) => all(scene).map((item) => sayItem(scene, item)),
  sayProgress: (scene) => [sayProgress(scene)],
  sayDivisions: (scene) => choices(scene).map((codes) => sayDivisions(scene, codes)),
  sayDue: (scene) => [
    ...RANGES.map((range) => sayDue(scene, range, [])),
    ...RANGES.slice(0, 2).flatMap((range) => choices(scene).map((codes) => sayDue(scene, range, codes))),
  ],
  sayScore: (scene) => [
    sayScore(scene),
    sayScore({ ...scene, agency: { ...scene.agency, assessments: {} } }),
  ],
  sayResponsible: (scene) => all(scene).map((item) => sayResponsible(scene, item)),
  sayPublicMeasures: (scene) => [sayPublicMeasures(scene)],
  /** Nothing is said when nothing of it is published. */
  sayPublicItems: (scene) =>
    [all(scene), all(scene).slice(0, 1)]
      .map((items) => sayPublicItems(scene, items))
      .filter((messages) => messages.length > 0),
  sayWelcome: (scene) => Object.values(scene.agency.members).map((member) => sayWelcome(scene, member)),
  sayRegistration: (scene) => [sayRegistration(scene)],
  sayGroupBound: (scene) => [
    sayGroupBound(scene, 'staff', undefined),
    sayGroupBound(scene, 'division', 'finance'),
    sayGroupBound(scene, 'division', 'unknown'),
    sayGroupBound(scene, 'staff', undefined, true),
  ],
  ...JOINING_SAID,
  help: (scene) => [
    [help(scene)],
    ...Object.values(scene.agency.members).map((member) => [help({ ...scene, member })]),
  ],
  suggest: (scene) => EVERY_WORD.map((said) => [suggest(scene, said)]),
  sayContact: (scene) => [sayContact(scene), sayContact(scene, ['works'])],
  sayRefusal: (scene) => EVERY_REFUSAL.map((refusal) => sayRefusal(scene, refusal)),
  sayUnknown: (scene) =>
    [2568, 2569, 2570].map((year) => sayUnknown(scene, [{ kind: 'oit', number: 99 }], year)),
  sayReminder: (scene) => {
    const items = all(scene);
    const some = [items.slice(0, 1), items.slice(0, 10), items.slice(0, 11), items].filter(
      (list) => list.length > 0,
    );
    const climbed = (list: readonly Item[]): ReminderLine[] =>
      lines(list).map((line, index) => ({
        ...line,
        step: -6,
        level: 1 + (index % 3),
        ...(index % 2 === 0 ? { division: 'finance' } : {}),
      }));
    return some.flatMap((list) => [
      sayReminder(scene, { member: 'finance-staff', lines: lines(list) }),
      sayReminder(scene, { member: 'finance-head', lines: climbed(list) }),
    ]);
  },
  sayCard: (scene) => cardsOf(scene).map((matters) => sayCard(direct(scene), matters, 'เดือนนี้ใช้ 84/300')),
  sayMeter: (scene) => metersOf().map((meter) => sayMeter(direct(scene), meter)),
  sayDryRun: (scene) => dryRunsOf(scene).map((days) => sayDryRun(direct(scene), days, 14, 'เดือนนี้ใช้ 84/300')),
  sayPreview: (scene) => previewsOf(scene).map((preview) => sayPreview(scene, preview)),
  sayFindings: (scene) => previewsOf(scene).map((preview) => sayFindings(scene, preview)),
  askDoubt: (scene) =>
    previewsOf(scene)
      .filter(({ revision }) => revision.doubtful.length > 0)
      .map((preview) => askDoubt(scene, preview)),
  askPlanYear: (scene) => [askPlanYear(direct(scene), '1234567890', 'แผนปฏิบัติการ'.repeat(60), 2569)],
  sayImported: (scene) => previewsOf(scene).map(({ draft, revision }) => sayImported(scene, draft, revision)),
  sayImportUndone: (scene) => [sayImportUndone(scene, 2569), sayImportUndone(scene, 2575)],
  sayPlanOpened: (scene) => [sayPlanOpened(direct(scene), 2569), sayPlanOpened(direct(scene), 2575)],
  sayPlanPublished: (scene) => [sayPlanPublished(direct(scene), 2569)],
  sayList: (scene) => listsOf().map((list) => sayList(scene, list)),
  sayScoreHistory: (scene) => [
    sayScoreHistory(scene),
    sayScoreHistory({ ...scene, agency: { ...scene.agency, assessments: resultsOfYears(9) } }),
    sayScoreHistory({ ...scene, agency: { ...scene.agency, assessments: {} } }),
  ],
  sayUsedMeasures: (scene) =>
    [4, 9].map((indicator) =>
      sayUsedMeasures(scene, indicator, measuresUsedBefore(scene.agency, indicator, 2570)),
    ),
  sayOwnKept: (scene) => [sayOwnKept(direct(scene))],
  sayNothingKept: (scene) => [sayNothingKept(direct(scene))],
  sayWaitingErased: () => [sayWaitingErased()],
  sayWaitingKept: (scene) =>
    ['', 'นายมานะ', 'ก'.repeat(900)].map((name) => sayWaitingKept(direct(scene), name)),
  sayOwnData: (scene) => [sayOwnData(direct(scene))],
  askErase: (scene) => [askErase(direct(scene), '2026-04-01')],
  askIndicator: (scene) => [askIndicator(direct(scene))],
  ...CALENDAR_SAID,
  sayKept: (scene) =>
    [...reports(scene)].flatMap(([report, items]) => [
      sayKept(scene, report, items),
      sayKept(scene, report, items, { replaced: all(scene).slice(0, 9), url: `${LINK}?${'ก'.repeat(900)}` }),
    ]),
  sayEvidenceKept: (scene) => [
    ...[...withAct(scene, 'evidence')].map(([act, items]) => sayEvidenceKept(scene, act, items, LINK)),
    ...lists(scene).map((items) => sayEvidenceKept(scene, 'e0', items, `${LINK}?${'ก'.repeat(900)}`)),
  ],
  sayExtensionAsked: (scene) => [
    ...[...withAct(scene, 'extensions')].map(([act, items]) =>
      sayExtensionAsked(scene, act, items, '2026-05-29'),
    ),
    ...lists(scene).map((items) => sayExtensionAsked(scene, 'x0', items, '2026-05-29')),
  ],
  sayExtensionRequests: (scene) =>
    [[], ...lists(scene)].map((items) => sayExtensionRequests(direct(scene), wishes(items))),
  sayExtensionDecided: (scene) =>
    lists(scene).flatMap((items) =>
      wishes(items)
        .slice(0, 1)
        .flatMap(({ asked }) =>
          (
            [
              [true, 'now'],
              [true, null],
              [false, 'later'],
            ] as const
          ).map(([granted, told]) => sayExtensionDecided(direct(scene), items, asked, granted, told)),
        ),
    ),
  sayExtensionAnswers: (scene) =>
    lists(scene).flatMap((items) =>
      decisions(items).flatMap((all) => [
        sayExtensionAnswers(direct(scene), all.slice(0, items.length)),
        sayExtensionAnswers(direct(scene), all),
      ]),
    ),
  saySnoozed: (scene) => [
    ...scene.agency.snoozes.map(({ id, items, until }) =>
      saySnoozed(
        scene,
        id,
        items.flatMap((item) => scene.agency.items[item] ?? []),
        until,
      ),
    ),
    ...lists(scene).flatMap((items) =>
      ['2026-04-03', '2026-04-04'].map((until) => saySnoozed(scene, 's0', items, until)),
    ),
  ],
  sayAcknowledged: (scene) => [[], ...lists(scene)].map((items) => sayAcknowledged(scene, items)),
  sayUndone: (scene) =>
    (['report', 'evidence', 'extension', 'decision', 'snooze'] as const).flatMap((what) =>
      lists(scene).map((items) =>
        sayUndone(
          scene,
          items.map((item) => ({ item, what })),
        ),
      ),
    ),
  ...DUTIES_SAID,
  askStale: (scene) => all(scene).flatMap((item) => STATUSES.map((status) => askStale(scene, item, status))),
  askYear: (scene) => {
    const of = (item: Item) =>
      all(scene).filter((other) => other.kind === item.kind && other.number === item.number);
    return all(scene)
      .slice(0, 4)
      .flatMap((item) => [...WANTED, null].map((wanted) => askYear(scene, of(item), wanted)));
  },
  askWhich: (scene) =>
    [[], ...lists(scene)].flatMap((items) =>
      [...WANTED, null].map((wanted) => askWhich(scene, wanted, items)),
    ),
  askWhat: (scene) => all(scene).map((item) => askWhat(scene, item)),
  askEvidence: (scene) => lists(scene).map((items) => askEvidence(scene, items)),
  askExtensionDate: (scene) => lists(scene).map((items) => askExtensionDate(scene, items)),
  askSnoozeDay: (scene) => [[], ...lists(scene)].map((items) => askSnoozeDay(scene, items)),
  saySummaryInWords: (scene) =>
    ['2025-12', '2026-03'].flatMap((month) => {
      const summary = monthSummary(scene.agency, month, scene.now);
      return summary === null ? [] : [saySummaryInWords(scene, summary)];
    }),
  saySummary: (scene) =>
    ['2025-12', '2026-03'].flatMap((month) =>
      [null, ...divisions(scene)].flatMap((division) => {
        const summary = monthSummary(scene.agency, month, scene.now, division);
        if (summary === null) return [];
        const said = saySummary(scene, summary, division);
        const heads = divisions(scene).map((code) => ({ division: code, user: `U${'0'.repeat(32)}` }));
        return division === null ? [said, saySummary(scene, summary, null, heads)] : [said];
      }),
    ),
};

export function everythingSaid(
  scene: Scene,
  only: (name: string) => boolean = () => true,
): readonly (readonly Outgoing[])[] {
  return Object.entries(SAID).flatMap(([name, say]) => (only(name) ? say(scene) : []));
}
