import type { Agency, Item } from '../domain/agency.ts';
import { type Month, monthOf } from '../domain/calendar.ts';
import { itemsOf } from '../domain/item.ts';
import { goesOn, type Moved, monthSummary, type PlanLeft } from '../domain/summary.ts';
import { divisionTable, overallFigures } from './figures.ts';
import { type Content, html } from './html.ts';
import { heading, itemList, type ListStyle, paragraph, provisionalNotes } from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import { ofDivision } from './subtitle.ts';
import { divisionName, endOfMonth, itemCount, NO_PLAN, PROGRESS, SUMMARY } from './words.ts';

/** A month as it stood at its end, or as it stands while it goes on. */
export function summaryPage(scene: PaperScene, month: Month, division: string | null): string {
  const { agency, now } = scene;
  const title = SUMMARY.title(month);
  if (month > monthOf(now))
    return sheetOf(scene, {
      title,
      subtitle: ofDivision(agency, division, []),
      content: paragraph(SUMMARY.notYet(month)),
    });
  const summary = monthSummary(agency, month, now, division);
  if (summary === null)
    return sheetOf(scene, {
      title,
      subtitle: ofDivision(agency, division, []),
      content: paragraph(NO_PLAN),
    });
  const { asOf, overall, divisions, moved, late, next, missingOit, others, year } = summary;
  const isAsked = (item: Item) => division === null || item.divisions.includes(division);
  const change = new Map(moved.map((one) => [one.item.id, changeWords(agency, one)]));
  const section = (heading: string, none: string, items: readonly Item[], style: ListStyle = {}) =>
    sectionOf(scene, {
      heading,
      none,
      items,
      style: { ...style, asOf, whose: division, without: ['evidence'] },
    });
  const leftOfOther = (other: PlanLeft): Content => [
    html`<h2>${SUMMARY.other(other.year)}</h2>
`,
    overallFigures(other.overall),
    ...provisionalNotes(agency, itemsOf(agency, other.year).filter(isAsked)),
    section(SUMMARY.ofYear(SUMMARY.late, other.year), SUMMARY.noneLate, other.late),
    section(SUMMARY.ofYear(SUMMARY.oit, other.year), SUMMARY.noOit, other.missingOit),
  ];
  const content = [
    goesOn(summary, now)
      ? null
      : html`<p class="lead">${endOfMonth(asOf)}</p>
`,
    overallFigures(overall),
    // Those done are counted too.
    ...provisionalNotes(agency, itemsOf(agency, year).filter(isAsked)),
    division === null ? [html`<h2>${PROGRESS.divisions}</h2>`, divisionTable(agency, divisions)] : null,
    section(
      SUMMARY.moved,
      SUMMARY.notMoved,
      moved.map(({ item }) => item),
      { status: (item) => change.get(item.id) ?? '' },
    ),
    section(SUMMARY.late, SUMMARY.noneLate, late),
    section(
      SUMMARY.next,
      SUMMARY.noneNext,
      next.map(({ item }) => item),
    ),
    section(SUMMARY.oit, SUMMARY.noOit, missingOit),
    ...others.map((other) => leftOfOther(other)),
  ];
  return sheetOf(scene, {
    title,
    subtitle: ofDivision(agency, division, [year, ...others.map((other) => other.year)]),
    content,
  });
}

/** What moved; of a shared item, which parts did. */
function changeWords(agency: Agency, { from, to, parts }: Moved): string {
  if (parts.length === 0) return SUMMARY.change(from, to);
  return parts.map((part) => SUMMARY.part(divisionName(agency, part.division), part.to)).join(' · ');
}

interface Section {
  readonly heading: string;
  readonly none: string;
  readonly items: readonly Item[];
  readonly style: ListStyle;
}

function sectionOf(scene: PaperScene, { heading: text, none, items, style }: Section): Content {
  return [
    heading(text, itemCount(items.length)),
    items.length === 0 ? paragraph(none) : itemList(scene, items, style),
  ];
}
