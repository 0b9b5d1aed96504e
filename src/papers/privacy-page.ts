/** `/privacy`: what is kept of people, why, how long, and what they may ask. The same for everyone. */
import type { Profile } from '../domain/agency.ts';
import { KEPT, type KeptThing, type Span } from '../domain/retention.ts';
import { spanWords } from '../thai/span.ts';
import { type Content, type Html, html } from './html.ts';
import { documentOf } from './sheet.ts';
import { CHANNEL, KEPT_WORDS, PRIVACY } from './words-privacy.ts';

/** `office`: whose bot it is; null when several offices, or none yet, are served here. */
export function privacyPage(office: Pick<Profile, 'name' | 'contact'> | null): string {
  const name = office?.name ?? null;
  return documentOf(
    [PRIVACY.title, name ?? ''].filter((part) => part !== '').join(' · '),
    html`<header>
<p class="office">${name ?? ''}</p>
<h1>${PRIVACY.title}</h1>
</header>
<main>
<p class="lead">${PRIVACY.lead(name)}</p>
<h2>${PRIVACY.who}</h2>
<p>${PRIVACY.controller(name)}</p>
<h2>${PRIVACY.what}</h2>
<dl class="facts">
${things().map(keptRow)}</dl>
<h2>${PRIVACY.never}</h2>
${listOf(PRIVACY.nevers)}
<h2>${PRIVACY.basis}</h2>
<p>${PRIVACY.basisWords}</p>
<h2>${PRIVACY.rights}</h2>
<p>${PRIVACY.chat}</p>
<dl class="facts">
${PRIVACY.phrases.map(
  ([phrase, does]) => html`<div><dt><b>${phrase}</b></dt><dd>${does}</dd></div>
`,
)}</dl>
<p>${PRIVACY.also}</p>
${listOf(PRIVACY.others)}
<h2>${PRIVACY.contact}</h2>
${contact(office)}
</main>`,
  );
}

function things(): KeptThing[] {
  return Object.keys(KEPT) as KeptThing[];
}

function keptRow(thing: KeptThing): Html {
  const { what, why, howLong } = KEPT_WORDS[thing];
  const span: Span = KEPT[thing];
  const time = howLong(typeof span === 'string' ? '' : spanWords(span.days));
  return html`<div><dt><b>${what}</b></dt><dd>${why}<br>${time}</dd></div>
`;
}

function listOf(lines: readonly string[]): Html {
  return html`<ul class="steps">
${lines.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>`;
}

function contact(office: Pick<Profile, 'contact'> | null): Content {
  const lines = (['phone', 'email', 'web', 'address', 'hours'] as const).flatMap((channel) => {
    const value = office?.contact[channel] ?? null;
    return value === null || value === '' ? [] : [`${CHANNEL[channel]} ${value}`];
  });
  return lines.length === 0 ? html`<p>${PRIVACY.noContact}</p>` : listOf(lines);
}
