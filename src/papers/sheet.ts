/** The frame of every page: whose it is, as of when, its proof, and when its link ends. */
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { type Content, type Html, html } from './html.ts';
import { PAPER_STYLE } from './style.ts';
import { asOfWords, headWords, KEEP_PRIVATE, linkEnds } from './words.ts';

/** What a page is made of. */
export interface PaperScene {
  readonly agency: Agency;
  /** Hash of the newest ledger entry. */
  readonly head: string;
  readonly now: Instant;
  /** When the link ends. */
  readonly expires: Instant;
}

export interface Sheet {
  readonly title: string;
  /** Under the title: whose part of the work it is, which plan. */
  readonly subtitle: string;
  readonly content: Content;
  /** What anyone may read: then nothing is said about passing the link on. */
  readonly open?: boolean;
}

export function sheetOf(scene: PaperScene, { title, subtitle, content, open = false }: Sheet): string {
  const { agency, head, now, expires } = scene;
  const office = agency.profile?.name ?? '';
  return documentOf(
    [title, office].filter((part) => part !== '').join(' · '),
    html`<header>
<p class="office">${office}</p>
<h1>${title}</h1>
${subtitle === '' ? null : html`<p>${subtitle}</p>`}
<p class="soft">${asOfWords(now)}</p>
</header>
<main>
${content}
</main>
<footer>
<p>${headWords(head)}</p>
<p>${linkEnds(expires)}</p>
${open ? null : html`<p>${KEEP_PRIVATE}</p>`}
</footer>`,
  );
}

/** A whole document. It has no script and asks for nothing but its font. */
export function documentOf(title: string, body: Html, style: string = PAPER_STYLE): string {
  return html`<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
