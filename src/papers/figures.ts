/** How far things are, as bars with their numbers beside them. */
import type { Agency } from '../domain/agency.ts';
import { type DivisionFigures, type Figures, percentDone } from '../domain/progress.ts';
import { type Html, html } from './html.ts';
import { divisionName, doneOf, figuresWords, lateCount, NOBODY, PROGRESS } from './words.ts';

export function overallFigures(figures: Figures): Html {
  const late = lateCount(figures.late);
  return html`<p class="lead">${figuresWords(figures)}</p>
${bar(figures)}
${late === '' ? null : html`<p class="late-words">${late}</p>`}
`;
}

/** A row per division. */
export function divisionTable(agency: Agency, rows: readonly DivisionFigures[]): Html {
  return html`<table>
<thead><tr><th scope="col">${PROGRESS.division}</th><th scope="col" class="number">${PROGRESS.figures}</th></tr></thead>
<tbody>
${rows.map(({ division, figures }) => divisionRow(division === null ? NOBODY : divisionName(agency, division), figures))}</tbody>
</table>
<p class="soft">${PROGRESS.shared}</p>
`;
}

function divisionRow(name: string, figures: Figures): Html {
  const { done, total } = figures;
  const late = lateCount(figures.late);
  return html`<tr><th scope="row"><bdi>${name}</bdi>${bar(figures)}${
    late === '' ? null : html`<span class="late-words">${late}</span>`
  }</th><td class="number"><span aria-label="${doneOf(done, total)}">${done}/${total}</span></td></tr>
`;
}

/** Done, then begun. A drawing: backgrounds are often left out in print. The numbers stand beside it in words. */
function bar(figures: Figures): Html {
  const done = percentDone(figures);
  const begun = figures.total === 0 ? 0 : Math.floor((figures.inProgress * 100) / figures.total);
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect class="is-done" width="${done}" height="6"/><rect class="is-begun" x="${done}" width="${begun}" height="6"/></svg>`;
}
