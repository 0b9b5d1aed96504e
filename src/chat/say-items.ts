/** Answers about items: what is missing, one item's detail, progress, what citizens may see. */
import type { Agency, Item } from '../domain/agency.ts';
import { requirementsOf } from '../domain/catalogue.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { itemsOf, openPlans, presentReport, statusOf } from '../domain/item.ts';
import { mayReport } from '../domain/permission.ts';
import { type Figures, figuresByDivision, figuresOf, missingItems, percentDone } from '../domain/progress.ts';
import {
  type ButtonPlace,
  detailButton,
  missingButton,
  progressButton,
  quickReplies,
  reportButton,
} from './buttons.ts';
import {
  flex,
  itemCard,
  type ListRow,
  listCard,
  pages,
  progressCard,
  publicListCard,
  short,
} from './cards.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, nameOf, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  bar,
  dateWords,
  divisionWords,
  figuresWords,
  itemName,
  itemShort,
  lateWords,
  NO_PLAN,
  NOBODY,
  NOTHING_MISSING,
  NOTHING_PUBLISHED,
  planYear,
  reportedWords,
  SAY,
  STATUS,
  shortDateWords,
  statusWords,
  yearWords,
} from './words.ts';

const ROWS_PER_PAGE = 8;
const STEPS_SHOWN = 8;

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
  const title = `${whose} ยังขาด ${items.length} ข้อ`;
  const subtitle = late > 0 ? `เลยกำหนดแล้ว ${late} ข้อ เรียงตามกำหนด` : 'เรียงตามกำหนดแล้วเสร็จ';
  const bubbles = pages(items, ROWS_PER_PAGE).map((page, index, all) =>
    listCard({
      title: all.length === 1 ? title : `${title} (${index + 1}/${all.length})`,
      subtitle,
      rows: page.map((item) => listRow(scene, placeOf(scene), item)),
    }),
  );
  const alt = `${title}: ${items.map(itemShort).join(', ')}`;
  return [withReplies(scene, flex(alt, bubbles))];
}

function listRow(scene: Scene, place: ButtonPlace, item: Item): ListRow {
  const { agency, now } = scene;
  const state = statusWords(statusOf(item), presentReport(item)?.percent);
  return {
    code: itemShort(item),
    title: short(place.years ? `${item.title} (${yearWords(item.year)})` : item.title, 120),
    note: `${shortDateWords(finishDue(agency, item), now)} · ${state} · ${divisionWords(agency, item.divisions)}`,
    late: isLate(agency, item, now),
    detail: detailButton(place, item),
  };
}

/** Everything about one item, with buttons to report it for those who may. */
export function sayItem(scene: Scene, item: Item): Outgoing[] {
  const { agency, now, member } = scene;
  const place = placeOf(scene);
  const present = presentReport(item);
  const may = scene.group !== null || (member !== null && mayReport(member, item));
  const steps = stepsOf(agency, item);
  const card = itemCard({
    label: itemName(item),
    year: planYear(item),
    title: short(item.title, 300),
    status: statusWords(statusOf(item), present?.percent),
    date: dateWords(finishDue(agency, item), now),
    divisions: divisionWords(agency, item.divisions),
    reported: present === null ? '' : reportedWords(nameOf(scene, present.by), present.at),
    report: short(item.followUp.asWritten ?? '', 200),
    stepsTitle: item.kind === 'measure' ? 'วิธีดำเนินการ' : 'ต้องเปิดเผยข้อมูล',
    steps: steps.slice(0, STEPS_SHOWN).map((text) => ({ text: short(text, 300) })),
    mayReport: may && agency.plans[item.year]?.state === 'open',
    done: reportButton(place, item, 'done'),
    doing: reportButton(place, item, 'in_progress'),
    notStarted: reportButton(place, item, 'not_started'),
    missing: missingButton(place),
  });
  return [flex(`${itemName(item)} ${short(item.title, 200)}: ${STATUS[statusOf(item)]}`, [card])];
}

function stepsOf(agency: Agency, item: Item): readonly string[] {
  if (item.kind === 'measure') return item.methods;
  return requirementsOf(agency.plans[item.year]?.catalogue ?? null, item.number);
}

/** How far the agency is, or one division, by division. */
export function sayProgress(scene: Scene, division: string | null): Outgoing[] {
  const { agency, now } = scene;
  const [plan] = openPlans(agency);
  if (plan === undefined) return [{ type: 'text', text: NO_PLAN }];
  const items = itemsOf(agency, plan.year).filter(
    (item) => division === null || item.divisions.includes(division),
  );
  const name = division === null ? (agency.profile?.shortName ?? '') : divisionNamed(agency, division);
  const figures = figuresOf(agency, items, now);
  const card = progressCard({
    title: `ความก้าวหน้า ${name}`,
    subtitle: `แผนปีงบประมาณ พ.ศ. ${plan.year}`,
    ...figuresView(figures),
    divisions: division === null ? divisionRows(agency, items, now) : [],
    missing: missingButton(placeOf(scene), division === null ? undefined : { code: division, name }),
  });
  return [flex(`ความก้าวหน้า ${name}: เสร็จ ${figures.done} จาก ${figures.total} ข้อ`, [card])];
}

export function figuresView(figures: Figures) {
  return {
    percent: percentDone(figures),
    done: figures.done,
    total: figures.total,
    counts: figuresWords(figures),
    late: lateWords(figures),
  };
}

export function divisionRows(agency: Agency, items: readonly Item[], asOf: number) {
  return figuresByDivision(agency, items, asOf).map(({ division, figures }) => ({
    name: division === null ? NOBODY : divisionNamed(agency, division),
    done: figures.done,
    total: figures.total,
    bar: bar(percentDone(figures)),
    late: lateWords(figures),
  }));
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
  const title = `มาตรการปี ${published.year} ของ${agency.profile?.shortName ?? ''}`;
  const subtitle = 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส';
  const bubbles = pages(measures, ROWS_PER_PAGE).map((page, index, all) =>
    publicListCard({
      title: all.length === 1 ? title : `${title} (${index + 1}/${all.length})`,
      subtitle,
      rows: page.map((item) => ({
        code: String(item.number),
        title: short(item.title, 200),
        note: `${STATUS[statusOf(item)]} · ${divisionWords(agency, item.divisions)}`,
      })),
    }),
  );
  return [flex(`${title} ${measures.length} มาตรการ`, bubbles)];
}

/** The next sensible steps: the overall progress, and what is missing of the asker's own division. */
function withReplies<M extends Outgoing>(scene: Scene, message: M): M {
  const place = placeOf(scene);
  const own = ownDivision(scene);
  const mine = own === null ? undefined : { code: own, name: divisionNamed(scene.agency, own) };
  const quickReply = quickReplies(place, [
    ...(mine === undefined ? [] : [[SAY.mine, missingButton(place, mine)] as const]),
    [SAY.progress, progressButton(place)],
  ]);
  return { ...message, quickReply };
}
