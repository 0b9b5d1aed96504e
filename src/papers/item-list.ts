/** Items as a list: number, title, due, status, what is missing. */
import type { Agency, Item } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { finishDue, isLate } from '../domain/due.ts';
import { evidenceOf, openPlans } from '../domain/item.ts';
import { isShared, percentFor, standings, statusFor, type Whose } from '../domain/part.ts';
import { isProvisional } from '../domain/provisional.ts';
import { type Content, type Html, html } from './html.ts';
import type { PaperScene } from './sheet.ts';
import {
  divisionWords,
  evidenceWords,
  finishWords,
  itemName,
  partsDone,
  provisional,
  statusWords,
  yearWords,
} from './words.ts';

/** How the rows of a list differ. */
export interface ListStyle {
  /** As it stood then; now by default. */
  readonly asOf?: Instant;
  /** Of a shared item the part of this division is told; the whole by default. */
  readonly whose?: Whose;
  /** What is said of the owners; null = nothing. By default their names. */
  readonly owners?: (item: Item) => string | null;
  /** Said in place of the status. */
  readonly status?: (item: Item) => string;
  /** What is left out: a month that is over knows no evidence of today, and citizens are not shown what is late. */
  readonly without?: readonly ('evidence' | 'lateness')[];
}

export function itemList(scene: PaperScene, items: readonly Item[], style: ListStyle = {}): Html {
  const rows = items.map((item) => itemRow(scene, item, style));
  return html`<ul class="items">
${rows}</ul>
`;
}

function itemRow(scene: PaperScene, item: Item, style: ListStyle): Html {
  const { agency, now } = scene;
  const { asOf = now, whose = null, without = [] } = style;
  const { owners = ({ divisions }) => divisionWords(agency, divisions) } = style;
  const timeless = without.includes('lateness');
  const late = !timeless && isLate(agency, item, asOf, whose);
  const status = statusFor(item, whose, asOf);
  const due = finishWords(finishDue(agency, item, asOf), asOf, timeless || status === 'done');
  const said = style.status?.(item) ?? stateWords(item, whose, asOf);
  return html`<li${late ? html` class="late"` : null}>
<p>${nameOf(agency, item)}</p>
<p${late ? html` class="late-words"` : null}>${due}</p>
<p>${status === 'done' ? html`<span class="done">${said}</span>` : said}${without.includes('evidence') ? null : [' · ', evidenceOfItem(item)]}</p>
${paragraph(owners(item))}</li>
`;
}

/** How these parts of it stand; of the whole of a shared one also how many have done theirs. */
export function stateWords(item: Item, whose: Whose, asOf?: Instant): string {
  const said = statusWords(statusFor(item, whose, asOf), percentFor(item, whose, asOf));
  const parts = standings(item, asOf);
  const done = parts.filter(({ status }) => status === 'done').length;
  const told = whose === null && isShared(item) && done > 0 && done < parts.length;
  return told ? `${said} · ${partsDone(done, parts.length)}` : said;
}

/** Its number, its year where several are open, and its title. */
export function nameOf(agency: Agency, item: Item): Content {
  const year = openPlans(agency).length > 1 ? html` (${yearWords(item.year)})` : null;
  return [html`<b class="code">${itemName(item)}</b>`, year, ' ', html`<bdi>${item.title}</bdi>`];
}

/** Only how many: an address may name a person, and this page may be passed on. */
export function evidenceOfItem(item: Item): Html {
  const count = evidenceOf(item).length;
  return html`<span${count === 0 ? html` class="lacks"` : null}>${evidenceWords(count)}</span>`;
}

export function paragraph(text: string | null): Html | null {
  return text === null || text === ''
    ? null
    : html`<p class="soft">${text}</p>
`;
}

/** A heading with the number of what follows. */
export function heading(text: string, count: string): Html {
  return html`<h2>${text} <span class="count">${count}</span></h2>
`;
}

/** Says which of the years of these items have an O-item list that is not their own. */
export function provisionalNotes(agency: Agency, items: readonly Item[]): Html[] {
  const years = new Set(items.filter(({ kind }) => kind === 'oit').map(({ year }) => year));
  return Object.values(agency.plans)
    .filter((plan) => years.has(plan.year) && isProvisional(plan))
    .map(
      (plan) => html`<p class="note">${provisional(plan)}</p>
`,
    );
}
