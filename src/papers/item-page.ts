import { historyOf, type ItemAct } from '../domain/act.ts';
import type { Agency, Item } from '../domain/agency.ts';
import { type Day, dayOf } from '../domain/calendar.ts';
import { requirementsOf } from '../domain/catalogue.ts';
import { finishDue, isLate, plannedFinish, reportDues, reportGiven } from '../domain/due.ts';
import { evidenceOf, openExtensions, statusOf } from '../domain/item.ts';
import { isShared, standings } from '../domain/part.ts';
import { type Content, type Html, html } from './html.ts';
import { provisionalNotes, stateWords } from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import {
  dateWords,
  divisionName,
  divisionWords,
  ITEM,
  itemName,
  momentWords,
  planWords,
  statusWords,
} from './words.ts';

/** One item, with everything done to it: dates and statuses, never by whom or in which words. */
export function itemPage(scene: PaperScene, item: Item): string {
  const { agency } = scene;
  const content = [
    html`<p class="lead"><bdi>${item.title}</bdi></p>
`,
    ...provisionalNotes(agency, [item]),
    facts(scene, item),
    steps(scene, item),
    reports(scene, item),
    history(agency, item),
  ];
  return sheetOf(scene, { title: itemName(item), subtitle: planWords(item.year), content });
}

function facts({ agency, now }: PaperScene, item: Item): Html {
  const late = isLate(agency, item, now);
  const status = statusOf(item);
  const due = dateWords(finishDue(agency, item), now, status === 'done');
  const rows: readonly (readonly [string, Content])[] = [
    [ITEM.status, stateWords(item, null)],
    [ITEM.finish, late ? html`<span class="late-words">${due}</span>` : due],
    ...extensionRows(agency, item),
    ...ownerRows(agency, item),
    [ITEM.evidence, ITEM.evidenceCount(evidenceOf(item).length)],
  ];
  return html`<dl class="facts">
${rows.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}

/** A date that was granted, and one that waits for a decision. */
function extensionRows(agency: Agency, item: Item): (readonly [string, Content])[] {
  const [due, planned] = [finishDue(agency, item), plannedFinish(agency, item)];
  const granted = due === null || planned === null || due === planned ? [] : [ITEM.extended(due, planned)];
  const window = granted.length > 0 && item.kind === 'oit' && planned !== null ? [ITEM.window(planned)] : [];
  const waits = statusOf(item) === 'done' ? [] : openExtensions(item).map(({ until }) => ITEM.waits(until));
  const lines = [...granted, ...window, ...waits];
  return lines.length === 0 ? [] : [[ITEM.extension, lines.join(' · ')]];
}

/** Of a shared item how far each division is. */
function ownerRows(agency: Agency, item: Item): (readonly [string, Content])[] {
  if (!isShared(item)) return [[ITEM.owners, divisionWords(agency, item.divisions)]];
  return standings(item).map(({ division, status, percent }) => [
    divisionName(agency, division),
    statusWords(status, percent),
  ]);
}

/** How the plan wants it done, or what the O-item list wants shown. */
function steps({ agency }: PaperScene, item: Item): Content {
  const measure = item.kind === 'measure';
  const wanted = measure ? item.methods : requirementsOf(agency, item);
  if (wanted.length === 0) return null;
  return html`<h2>${measure ? ITEM.howTo : ITEM.mustShow}</h2>
<ul class="steps">
${wanted.map(
  (step) => html`<li>${step}</li>
`,
)}</ul>
`;
}

/** The days reports are expected, and which of those past is still owed. */
function reports({ agency, now }: PaperScene, item: Item): Content {
  const dates = reportDues(agency, item);
  if (dates.length === 0) return null;
  const owed = (date: Day) => date < dayOf(now) && !reportGiven(agency, item, date);
  return html`<h2>${ITEM.reports}</h2>
<ul class="steps">
${dates.map(
  (
    date,
  ) => html`<li>${ITEM.reportDay(date)}${owed(date) ? html` · <span class="late-words">${ITEM.owed}</span>` : null}</li>
`,
)}</ul>
`;
}

/** The newest first. */
function history(agency: Agency, item: Item): Html {
  const acts = historyOf(item).reverse();
  if (acts.length === 0)
    return html`<h2>${ITEM.history}</h2>
<p class="soft">${ITEM.noHistory}</p>
`;
  return html`<h2>${ITEM.history}</h2>
<table>
<thead><tr><th scope="col">${ITEM.when}</th><th scope="col">${ITEM.what}</th></tr></thead>
<tbody>
${acts.map((one) => historyRow(agency, one))}</tbody>
</table>
`;
}

function historyRow(agency: Agency, one: ItemAct): Html {
  const { at, undone } = one.act;
  const what =
    undone === null
      ? actWords(agency, one)
      : html`<span class="undone">${actWords(agency, one)}</span> (${ITEM.undone} ${momentWords(undone)})`;
  return html`<tr><th scope="row">${momentWords(at)}</th><td>${what}</td></tr>
`;
}

function actWords(agency: Agency, one: ItemAct): string {
  switch (one.kind) {
    case 'report':
      return ITEM.reported(
        statusWords(one.act.status, one.act.percent),
        one.act.divisions === undefined ? '' : divisionWords(agency, one.act.divisions),
      );
    case 'evidence':
      return ITEM.evidenceGiven;
    case 'extension':
      return ITEM.extensionAsked(one.act.until, one.act.decided?.granted);
  }
}
