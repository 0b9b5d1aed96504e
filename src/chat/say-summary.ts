/** The month in the staff group. */
import type { Agency, Item } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { itemsOf, statusIn } from '../domain/item.ts';
import { isOf, partsOf, statusFor } from '../domain/part.ts';
import {
  allLate,
  goesOn,
  type MonthSummary,
  type Moved,
  type PlanLeft,
  reasonOf,
} from '../domain/summary.ts';
import { missingButton } from './buttons.ts';
import { changesCard, type PlainRow, progressCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { FlexBubble, Mention, Outgoing } from './outgoing.ts';
import { divisionsView, figuresView } from './say-progress.ts';
import { divisionNamed, linkTo, markOf, officeName, placeOf, type Scene, textOf } from './scene.ts';
import {
  andMore,
  divisionWords,
  itemShort,
  planWords,
  STATUS_SHORT,
  shortDateWords,
  yearWords,
} from './words.ts';
import { doneOf, lateWords } from './words-items.ts';
import {
  asOfWords,
  CHANGES_SUBTITLE,
  changeWords,
  headWords,
  lateReason,
  MENTIONS_TITLE,
  mentionLine,
  moreMeasures,
  OTHERS_FOOT,
  oitBelow,
  oitNamed,
  otherLeft,
  otherSubtitle,
  partsChanged,
  SECTION,
  summaryTitle,
} from './words-summary.ts';

/** Measures that stand with their titles in a section; the others are counted. Keeps the card near one phone screen. */
const ROWS = 3;
const LATE_ROWS = 4;
/** Of another plan, which is told in short. */
const OTHER_ROWS = 2;
const REASON_LENGTH = 80;
const PARTS_LENGTH = 100;
/** LINE takes twenty in a message (`docs/line-platform.md` §2.5). */
const MENTIONS = 20;
const MENTIONED_ITEMS = 6;

/** Somebody to be mentioned: he is in the group, and heads a division with something late. */
export interface HeadInGroup {
  readonly division: string;
  /** LINE id. */
  readonly user: string;
}

/**
 * The summary card, and a second message that mentions heads. Another plan that is still open has a short card of its own at
 * the end. The ledger hash is `scene.head`: `ita verify --head` proves the ledger contains it.
 */
export function saySummary(
  scene: Scene,
  summary: MonthSummary,
  division: string | null = null,
  heads: readonly HeadInGroup[] = [],
): Outgoing[] {
  const { agency } = scene;
  const title = summaryTitle(summary.month);
  const office = division === null ? officeName(agency) : divisionNamed(agency, division);
  const mark = markOf(agency, itemsOf(agency, summary.year));
  const others = summary.others.map((other) => otherLeft(other));
  const figures = progressCard({
    title,
    subtitle: [office, planWords(summary.year), asOfWords(summary.asOf, !goesOn(summary, scene.now))].join(
      ' · ',
    ),
    ...figuresView(summary.overall),
    ...divisionsView(agency, division === null ? summary.divisions : []),
    mark: [mark, ...others].filter((line) => line !== '').join('\n'),
    missing: missingButton(placeOf(scene), division === null ? undefined : { code: division, name: office }),
    link: '',
    linkLabel: '',
  });
  const { done, total } = summary.overall;
  const alt = [`${title} ${office}: ${doneOf(done, total)}`, lateWords(summary.overall), ...others];
  const message = flex(alt.filter((words) => words !== '').join(' '), [
    figures,
    changes(scene, summary, title, division, mark),
    ...summary.others.map((other) => otherCard(scene, summary, other, division)),
  ]);
  const mentions = mentionsOf(scene, summary, heads);
  const all = mentions === null ? [message] : [message, mentions];
  // Phones show the quick replies of the last message only.
  return all.map((one, at) =>
    at < all.length - 1 ? one : withNext(scene, one, ['mine', 'overdue', 'near']),
  );
}

/** A line per division: its heads, and what of its own is late; null = nobody is to be mentioned. */
function mentionsOf(
  { agency }: Scene,
  summary: MonthSummary,
  heads: readonly HeadInGroup[],
): Outgoing | null {
  const { asOf, year } = summary;
  const late = allLate(summary);
  const lateOf = (division: string) =>
    late.filter((item) => isOf(item, division) && isLate(agency, item, asOf, division));
  const keyed = heads
    .filter(({ division }) => lateOf(division).length > 0)
    .slice(0, MENTIONS)
    .map((head, index) => ({ ...head, key: `h${index}` }));
  if (keyed.length === 0) return null;
  const lines = [...Map.groupBy(keyed, ({ division }) => division)].map(([division, those]) => {
    const own = lateOf(division);
    const first = namedByYear(own.slice(0, MENTIONED_ITEMS), year);
    const items = [first, andMore(own.length - MENTIONED_ITEMS)].filter((words) => words !== '').join(' ');
    const name = short(divisionNamed(agency, division), 100).replaceAll('{', '{{').replaceAll('}', '}}');
    return mentionLine(those.map(({ key }) => `{${key}}`).join(' '), name, items);
  });
  const substitution = Object.fromEntries(
    keyed.map(({ key, user }): [string, Mention] => [
      key,
      { type: 'mention', mentionee: { type: 'user', userId: user } },
    ]),
  );
  return { type: 'textV2', text: [MENTIONS_TITLE, ...lines].join('\n'), substitution };
}

function changes(
  scene: Scene,
  summary: MonthSummary,
  title: string,
  division: string | null,
  mark: string,
): FlexBubble {
  const { agency } = scene;
  const { moved, late, next, missingOit, asOf } = summary;
  const change = new Map(moved.map((one) => [one.item.id, movedWords(agency, one)]));
  const sections = [
    section(
      SECTION.moved(moved.length),
      moved.map(({ item }) => item),
      (item) => change.get(item.id) ?? '',
      oitNamed,
    ),
    lateSection(scene, late, asOf, division),
    section(
      SECTION.next(next.length),
      next.map(({ item }) => item),
      (item) => dueNote(agency, item, division, asOf),
      oitBelow,
    ),
    oitSection(agency, missingOit, division, asOf),
  ];
  return changesCard({
    title,
    subtitle: CHANGES_SUBTITLE,
    sections,
    mark,
    foot: headWords(scene.head.slice(0, 8)),
    ...linkTo(scene, { kind: 'summary', month: summary.month, division }),
  });
}

/** What is left of another plan: its late items and the O-items that are missing. */
function otherCard(
  scene: Scene,
  { year, month, asOf }: MonthSummary,
  other: PlanLeft,
  division: string | null,
): FlexBubble {
  const { agency } = scene;
  return changesCard({
    title: planWords(other.year),
    subtitle: otherSubtitle(other, year),
    sections: [
      lateSection(scene, other.late, asOf, division, OTHER_ROWS),
      oitSection(agency, other.missingOit, division, asOf),
    ],
    mark: markOf(agency, itemsOf(agency, other.year)),
    foot: OTHERS_FOOT,
    ...linkTo(scene, { kind: 'summary', month, division }),
  });
}

/** Measures by title, the soonest first; O-items, which are many and share one date, by number. */
function section(
  heading: string,
  items: readonly Item[],
  note: (item: Item) => string,
  sayOit: (codes: readonly string[]) => string,
) {
  const measures = items.filter((item) => item.kind === 'measure');
  const oit = items.filter((item) => item.kind === 'oit').map(itemShort);
  const rest = [moreMeasures(measures.length - ROWS), sayOit(oit)].filter((line) => line !== '');
  return {
    heading,
    rows: measures.slice(0, ROWS).map((item) => row(item, note(item))),
    rest: rest.join('\n'),
  };
}

/** Those of which a reason is known stand with it, O-items too. */
function lateSection(
  scene: Scene,
  late: readonly Item[],
  asOf: Instant,
  division: string | null,
  most = LATE_ROWS,
) {
  const note = (item: Item) =>
    `${dueNote(scene.agency, item, division, asOf)}\n${lateReason(reasonSaid(scene, item, asOf))}`;
  const told = (item: Item) => reasonSaid(scene, item, asOf) !== '';
  const rows = late.filter((item) => item.kind === 'measure' || told(item));
  const shown = [...rows.filter(told), ...rows.filter((item) => !told(item))].slice(0, most);
  const oit = late.filter((item) => item.kind === 'oit' && !shown.includes(item)).map(itemShort);
  const measures = late.filter((item) => item.kind === 'measure' && !shown.includes(item));
  return {
    heading: SECTION.late(late.length),
    rows: late.filter((item) => shown.includes(item)).map((item) => row(item, note(item))),
    rest: [moreMeasures(measures.length), oitBelow(oit)].filter((line) => line !== '').join('\n'),
  };
}

function reasonSaid(scene: Scene, item: Item, asOf: Instant): string {
  const reason = textOf(scene, reasonOf(scene.agency, item, asOf) ?? undefined);
  return short(reason.replace(/\s+/g, ' ').trim(), REASON_LENGTH);
}

/** What moved; of a shared item, whose parts did. */
function movedWords(agency: Agency, { from, to, parts }: Moved): string {
  if (parts.length === 0) return changeWords(from, to);
  const said = parts.map((part) => [divisionNamed(agency, part.division), part.to] as const);
  return short(partsChanged(said), PARTS_LENGTH);
}

function dueNote(agency: Agency, item: Item, division: string | null, asOf: Instant): string {
  return `${dueWords(agency, item, asOf)} · ${ownersLeft(agency, item, division, asOf)}`;
}

function dueWords(agency: Agency, item: Item, asOf: Instant): string {
  return shortDateWords(finishDue(agency, item, asOf), asOf);
}

/** Whose an item is; of a shared one, who has not done his part. */
function ownersLeft(agency: Agency, item: Item, division: string | null, asOf: Instant): string {
  const left = partsOf(item, division).filter((code) => statusIn(item, code, asOf) !== 'done');
  return short(divisionWords(agency, left), 60);
}

/** O-items not finished: when, how many are begun, and which. */
function oitSection(agency: Agency, items: readonly Item[], whose: string | null, asOf: Instant) {
  const [first] = items;
  const begun = items.filter((item) => statusFor(item, whose, asOf) === 'in_progress').length;
  const state = begun > 0 ? ` · ${STATUS_SHORT.in_progress} ${begun}` : '';
  return {
    heading: SECTION.oit(items.length),
    rows: [],
    rest:
      first === undefined
        ? ''
        : `${dueWords(agency, first, asOf)}${state}\n${items.map(itemShort).join(' ')}`,
  };
}

/** `ม.1 O12 · ปี 2568 O3`: those of another plan go with its year. */
function namedByYear(items: readonly Item[], year: number): string {
  return [...Map.groupBy(items, (item) => item.year)]
    .map(([of, those]) => [...(of === year ? [] : [yearWords(of)]), ...those.map(itemShort)].join(' '))
    .join(' · ');
}

function row(item: Item, note: string): PlainRow {
  return { code: itemShort(item), title: short(item.title, 60), note };
}
