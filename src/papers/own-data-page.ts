/** Everything kept of one person, on a page for himself. It alone of all pages tells a name and what somebody wrote. */
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { known } from '../domain/known.ts';
import type { OwnData, OwnEntry } from '../domain/own-data.ts';
import { shortDay } from '../thai/date.ts';
import { type Content, type Html, html } from './html.ts';
import { documentOf } from './sheet.ts';
import { asOfWords, divisionName, itemName, linkEnds, momentWords, planWords, statusWords } from './words.ts';
import { HAPPENED, OWN, ROLE } from './words-privacy.ts';

export interface OwnScene {
  readonly agency: Agency;
  readonly now: Instant;
  readonly expires: Instant;
}

export function ownDataPage(scene: OwnScene, own: OwnData): string {
  return documentOf(
    [OWN.title, own.office].filter((part) => part !== '').join(' · '),
    html`<header>
<p class="office">${own.office}</p>
<h1>${OWN.title}</h1>
<p class="soft">${asOfWords(scene.now)}</p>
</header>
<main>
<dl class="facts">
${facts(scene.agency, own).map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value === '' ? OWN.none : value}</dd></div>
`,
)}</dl>
${listOf(
  scene.agency,
  OWN.did,
  own.entries.filter((entry) => entry.own),
)}
${listOf(
  scene.agency,
  OWN.about,
  own.entries.filter((entry) => !entry.own),
)}
</main>
<footer>
<p>${linkEnds(scene.expires)}</p>
<p>${OWN.onlyYou}</p>
</footer>`,
  );
}

function facts(agency: Agency, own: OwnData): (readonly [string, string])[] {
  const inDivision = (code: string | undefined) =>
    code === undefined ? '' : ` ${divisionName(agency, code)}`;
  const roles = own.roles.map(({ role, division }) => `${ROLE[role]}${inDivision(division)}`);
  const acting = own.acting.map(
    ({ role, from, until }) =>
      `${ROLE[role.role]}${inDivision(role.division)} ${shortDay(from)} – ${shortDay(until)}`,
  );
  return [
    [OWN.name, own.name],
    [OWN.line, own.line ?? ''],
    [OWN.number, own.member],
    [OWN.roles, roles.join(', ')],
    ...(acting.length === 0 ? [] : [[OWN.acting, acting.join(', ')] as const]),
    ...(own.joined === null ? [] : [[OWN.joined, momentWords(own.joined)] as const]),
    ...(own.left === null ? [] : [[OWN.left, momentWords(own.left)] as const]),
    [OWN.files, own.files.join(', ')],
    [OWN.waiting, own.waiting === 0 ? '' : OWN.messages(own.waiting)],
  ];
}

/** The newest first. */
function listOf(agency: Agency, title: string, entries: readonly OwnEntry[]): Content {
  if (entries.length === 0)
    return html`<h2>${title}</h2>
<p class="soft">${OWN.none}</p>
`;
  return html`<h2>${title}</h2>
<ul class="items">
${[...entries].reverse().map((entry) => row(agency, entry))}</ul>
`;
}

function row(agency: Agency, { at, event, texts }: OwnEntry): Html {
  const items = itemsOf(event).flatMap((id) => {
    const item = known(agency.items, id);
    return item === undefined ? [] : [`${itemName(item)} (${planWords(item.year)})`];
  });
  const what = [
    HAPPENED[event.type],
    ...items,
    ...(event.type === 'item-reported' ? [statusWords(event.status, event.percent)] : []),
    ...('until' in event ? [shortDay(event.until)] : []),
  ].join(' · ');
  return html`<li><p class="soft">${momentWords(at)}</p><p>${what}</p>${texts.map(
    (text) => html`<p><bdi>${OWN.said(text)}</bdi></p>`,
  )}</li>
`;
}

function itemsOf(event: OwnEntry['event']): string[] {
  const one = 'item' in event ? [event.item] : [];
  const several =
    'items' in event ? event.items.flatMap((item) => (typeof item === 'string' ? [item] : [])) : [];
  const reminded = event.type === 'reminder-decided' ? event.lines.map(({ item }) => item) : [];
  const told = event.type === 'extensions-told' ? event.extensions.map(({ item }) => item) : [];
  return [...new Set([...one, ...several, ...reminded, ...told])];
}
