/** Answers about items: what is missing, one item's detail, progress, what citizens may see. */
import type { Agency, Item } from '../domain/agency.ts';
import { monthOf } from '../domain/calendar.ts';
import { requirementsOf } from '../domain/catalogue.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { itemsOf, openPlans, presentReport, statusOf } from '../domain/item.ts';
import {
  type DivisionFigures,
  type Figures,
  figuresByDivision,
  figuresOf,
  missingItems,
  percentDone,
} from '../domain/progress.ts';
import {
  detailButton,
  missingButton,
  progressButton,
  quickReplies,
  reportButton,
  summaryButton,
} from './buttons.ts';
import {
  bar,
  flex,
  flexList,
  itemCard,
  type ListRow,
  listCard,
  moreCard,
  pages,
  progressCard,
  publicListCard,
  short,
} from './cards.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, mayReportHere, nameOf, noteOf, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  andMore,
  andMoreDivisions,
  dateWords,
  divisionWords,
  doneOf,
  figuresWords,
  HOW_TO,
  itemName,
  itemShort,
  lateWords,
  leftSubtitle,
  leftTitle,
  MORE_IN_LIST,
  MORE_PUBLIC,
  MUST_SHOW,
  NO_PLAN,
  NOBODY,
  NOTHING_MISSING,
  NOTHING_PUBLISHED,
  PUBLIC_SUBTITLE,
  planWords,
  planYear,
  progressTitle,
  publicAlt,
  publicTitle,
  reportedWords,
  SAY,
  STATUS,
  shortDateWords,
  statusShort,
  statusWords,
  yearWords,
} from './words.ts';

/** Six rows of two-line titles fill a phone's screen. */
export const ROWS_PER_PAGE = 6;
const STEPS_SHOWN = 6;
const DIVISIONS_SHOWN = 14;

/** What is not finished: of a division, or of the whole agency with `null`. */
export function sayMissing(scene: Scene, division: string | null): Outgoing[] {
  const { agency } = scene;
  if (openPlans(agency).length === 0) return [{ type: 'text', text: NO_PLAN }];
  const items = missingItems(agency, division);
  const whose = division === null ? (agency.profile?.shortName ?? '') : divisionNamed(agency, division);
  if (items.length === 0) {
    return [withReplies(scene, { type: 'text', text: `${whose} ${NOTHING_MISSING}` })];
  }
  const late = items.filter((item) => isLate(agency, item, scene.now)).length;
  const title = leftTitle(whose, items.length);
  const list = pages(items, ROWS_PER_PAGE).map((page, index) => {
    const before = index * ROWS_PER_PAGE;
    return {
      rows: page.length,
      bubble: listCard({
        title,
        subtitle: leftSubtitle(before + 1, before + page.length, items.length, late),
        rows: page.map((item) => listRow(scene, item, division === null)),
      }),
    };
  });
  const alt = `${title}: ${items.map(itemShort).join(', ')}`;
  const button = progressButton(placeOf(scene));
  const rest = (count: number) => moreCard({ count, hint: MORE_IN_LIST, label: SAY.progress, button });
  return [withReplies(scene, flexList(alt, list, rest))];
}

/** One row of a list. `owners`: say whose it is, which a division's own list need not. */
export function listRow(scene: Scene, item: Item, owners: boolean): ListRow {
  const { agency, now } = scene;
  const place = placeOf(scene);
  const state = statusShort(statusOf(item), presentReport(item)?.percent);
  const whose = owners ? ` · ${short(divisionWords(agency, item.divisions), 60)}` : '';
  return {
    code: itemShort(item),
    title: short(place.years ? `(${yearWords(item.year)}) ${item.title}` : item.title, 80),
    note: `${shortDateWords(finishDue(agency, item), now)}\n${state}${whose}`,
    late: isLate(agency, item, now),
    detail: detailButton(place, item),
  };
}

/** Everything about one item, with buttons to report it for those who may. */
export function sayItem(scene: Scene, item: Item): Outgoing[] {
  const { agency, now } = scene;
  const place = placeOf(scene);
  const present = presentReport(item);
  const steps = stepsOf(agency, item);
  const card = itemCard({
    label: itemName(item),
    year: planYear(item),
    title: short(item.title, 300),
    status: statusWords(statusOf(item), present?.percent),
    date: dateWords(finishDue(agency, item), now),
    divisions: short(divisionWords(agency, item.divisions), 200),
    reported: present === null ? '' : reportedWords(nameOf(scene, present.by), present.at),
    note: short(noteOf(scene, present), 200),
    report: short(item.followUp.asWritten ?? '', 200),
    stepsTitle: item.kind === 'measure' ? HOW_TO : MUST_SHOW,
    steps: steps.slice(0, STEPS_SHOWN).map((text) => ({ text: short(text, 200) })),
    stepsRest: andMore(steps.length - STEPS_SHOWN),
    mayReport: mayReportHere(scene, item) && agency.plans[item.year]?.state === 'open',
    mayFinish: statusOf(item) !== 'done',
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    notStarted: reportButton(place, item, 'not_started'),
    missing: missingButton(place),
  });
  return [flex(`${itemName(item)} ${short(item.title, 200)}: ${STATUS[statusOf(item)]}`, [card])];
}

function stepsOf(agency: Agency, item: Item): readonly string[] {
  if (item.kind === 'measure') return item.methods;
  return requirementsOf(agency, item);
}

/** How far the agency is, or one division, in each open plan. */
export function sayProgress(scene: Scene, division: string | null): Outgoing[] {
  const { agency, now } = scene;
  const name = division === null ? (agency.profile?.shortName ?? '') : divisionNamed(agency, division);
  const of = division === null ? undefined : { code: division, name };
  const cards = openPlans(agency).map((plan) => {
    const items = itemsOf(agency, plan.year).filter(
      (item) => division === null || item.divisions.includes(division),
    );
    const figures = figuresOf(agency, items, now);
    const card = progressCard({
      title: progressTitle(name),
      subtitle: planWords(plan.year),
      ...figuresView(figures),
      ...divisionsView(agency, division === null ? figuresByDivision(agency, items, now) : []),
      missing: missingButton(placeOf(scene), of),
    });
    return { card, figures };
  });
  const [newest] = cards;
  if (newest === undefined) return [{ type: 'text', text: NO_PLAN }];
  const { done, total } = newest.figures;
  const alt = `${progressTitle(name)}: ${doneOf(done, total)}`;
  return [
    flex(
      alt,
      cards.map(({ card }) => card),
    ),
  ];
}

export function figuresView(figures: Figures) {
  const percent = percentDone(figures);
  return {
    percent,
    done: figures.done,
    total: figures.total,
    bar: bar(percent),
    counts: figuresWords(figures),
    late: lateWords(figures),
  };
}

/** The rows of a progress card; more divisions than a bubble can hold are counted. */
export function divisionsView(agency: Agency, rows: readonly DivisionFigures[]) {
  const divisions = rows.slice(0, DIVISIONS_SHOWN).map(({ division, figures }) => ({
    name: division === null ? NOBODY : short(divisionNamed(agency, division), 60),
    done: figures.done,
    total: figures.total,
    bar: bar(percentDone(figures)),
    late: lateWords(figures),
  }));
  return { divisions, divisionsRest: andMoreDivisions(rows.length - divisions.length) };
}

/** The published measures, for anyone. Names of staff never stand here. */
export function sayPublicMeasures(scene: Scene): Outgoing[] {
  const { agency } = scene;
  const published = Object.values(agency.plans)
    .filter((plan) => plan.published)
    .sort((a, b) => b.year - a.year)[0];
  const measures =
    published === undefined ? [] : itemsOf(agency, published.year).filter((item) => item.kind === 'measure');
  if (published === undefined || measures.length === 0) return [{ type: 'text', text: NOTHING_PUBLISHED }];
  const title = publicTitle(published.year, agency.profile?.shortName ?? '');
  const list = pages(measures, ROWS_PER_PAGE).map((page) => ({
    rows: page.length,
    bubble: publicListCard({
      title,
      subtitle: PUBLIC_SUBTITLE,
      rows: page.map((item) => ({
        code: String(item.number),
        title: short(item.title, 120),
        note: `${STATUS[statusOf(item)]}\n${short(divisionWords(agency, item.divisions), 60)}`,
      })),
    }),
  }));
  const rest = (count: number) =>
    publicListCard({
      title: andMore(count),
      subtitle: MORE_PUBLIC,
      rows: [],
    });
  return [flexList(publicAlt(title, measures.length), list, rest)];
}

/** The next sensible steps: the overall progress, and what is missing of the asker's own division. */
function withReplies<M extends Outgoing>(scene: Scene, message: M): M {
  const place = placeOf(scene);
  const own = ownDivision(scene);
  const mine = own === null ? undefined : { code: own, name: divisionNamed(scene.agency, own) };
  const quickReply = quickReplies(place, [
    ...(mine === undefined ? [] : [[SAY.mine, missingButton(place, mine)] as const]),
    [SAY.progress, progressButton(place)],
    [SAY.summaryNow, summaryButton(place, monthOf(scene.now))],
  ]);
  return { ...message, quickReply };
}
