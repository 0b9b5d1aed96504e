import { addDays, dayOf, lastDayOf } from '../domain/calendar.ts';
import type { Due } from '../domain/due.ts';
import type { Page } from '../domain/page.ts';
import { duesIn, lateItems } from '../domain/progress.ts';
import { type Content, type Html, html } from './html.ts';
import {
  evidenceOfItem,
  heading,
  itemList,
  nameOf,
  paragraph,
  provisionalNotes,
  stateWords,
} from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import { ofDivision } from './subtitle.ts';
import { DUE, distance, divisionWords, itemCount } from './words.ts';

const SOON_DAYS = 30;

type DueAsked = Extract<Page, { kind: 'due' }>;

/** What falls due, day by day; or what is late. */
export function duePage(scene: PaperScene, asked: DueAsked): string {
  const { agency } = scene;
  const { division } = asked;
  const [title, content] = asked.overdue ? late(scene, asked) : coming(scene, asked);
  return sheetOf(scene, { title, subtitle: ofDivision(agency, division), content });
}

function late(scene: PaperScene, { division }: DueAsked): [title: string, content: Content] {
  const { agency, now } = scene;
  const items = lateItems(agency, now, division);
  if (items.length === 0) return [DUE.overdue, paragraph(DUE.nothingLate)];
  const lead = html`<p class="lead late-words">${itemCount(items.length)}</p>
`;
  return [
    DUE.overdue,
    [lead, ...provisionalNotes(agency, items), itemList(scene, items, { whose: division })],
  ];
}

function coming(scene: PaperScene, asked: DueAsked): [title: string, content: Content] {
  const { agency, now } = scene;
  const { division } = asked;
  const { title, from, to } = spanOf(scene, asked);
  const dues = duesIn(agency, { from, to, division });
  // Not among them, and more urgent than any of them.
  const overdue = asked.month !== null ? '' : DUE.alsoLate(lateItems(agency, now, division).length);
  const lead = html`<p class="lead">${dues.length === 0 ? DUE.nothing : DUE.count(dues.length)}</p>
${overdue === '' ? null : html`<p class="late-words">${overdue}</p>`}
`;
  const notes = provisionalNotes(
    agency,
    dues.map(({ item }) => item),
  );
  const days = [...Map.groupBy(dues, ({ date }) => date)].map(([date, those]) => [
    heading(DUE.day(date), distance(date, now)),
    html`<ul class="items">
${those.map((due) => dueRow(scene, due, division))}</ul>
`,
  ]);
  return [title, [lead, ...notes, ...days]];
}

function spanOf({ now }: PaperScene, { until, month }: DueAsked) {
  const today = dayOf(now);
  if (month !== null) return { title: DUE.month(month), from: `${month}-01`, to: lastDayOf(month) };
  if (until !== null) return { title: DUE.until(until), from: today, to: until };
  return { title: DUE.soon, from: today, to: addDays(today, SOON_DAYS) };
}

function dueRow({ agency, now }: PaperScene, { item, kind, date }: Due, division: string | null): Html {
  const past = date < dayOf(now);
  return html`<li${past ? html` class="late"` : null}>
<p>${nameOf(agency, item)}</p>
<p${past ? html` class="late-words"` : null}>${DUE.kind(kind)}</p>
<p>${stateWords(item, division)} · ${evidenceOfItem(item)}</p>
${paragraph(divisionWords(agency, item.divisions))}</li>
`;
}
