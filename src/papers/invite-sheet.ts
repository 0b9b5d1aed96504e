/** A sheet of invites to print on A4 and cut: each with its QR code, whose it is, until when, and what to do. */
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import { html } from './html.ts';
import { qrSvg } from './qr.ts';
import { documentOf } from './sheet.ts';
import { embeddedStyle } from './style.ts';
import { divisionName } from './words.ts';
import { INVITES, POST_NAMES, ROLE_NAMES } from './words-invites.ts';

export interface InviteCard {
  /** Empty = whoever holds it. */
  readonly name: string;
  readonly roles: readonly RoleIn[];
  /** Anyone may show it, and waits for the coordinator. */
  readonly general: boolean;
  readonly code: string;
  /** What the QR code says. */
  readonly link: string;
}

export interface InviteSheet {
  readonly agency: Agency;
  /** The account's basic id. */
  readonly account: string;
  readonly until: Instant;
  readonly invites: readonly InviteCard[];
}

/** One HTML file that needs nothing else: `fontOf` gives a file of `PAPER_FONTS` as base64. Whoever reads it can join. */
export function inviteSheet(sheet: InviteSheet, fontOf: (file: string) => string): string {
  const office = sheet.agency.profile?.name ?? '';
  const body = html`<header>
<p class="office">${office}</p>
<h1>${INVITES.title}</h1>
<p>${INVITES.subtitle}</p>
<p class="note">${INVITES.secret}</p>
</header>
<main class="invites">
${sheet.invites.map((invite) => inviteCard(sheet, invite))}
</main>`;
  return documentOf(`${INVITES.title} · ${office}`, body, `${embeddedStyle(fontOf)}${CARDS}`);
}

function inviteCard({ agency, account, until }: InviteSheet, invite: InviteCard) {
  const { name, general, code, link } = invite;
  const roles = rolesWords(agency, invite);
  const title = name === '' ? (general ? INVITES.general : roles) : name;
  const steps = general ? INVITES.generalSteps(account) : INVITES.steps(account);
  return html`<section class="invite">
<h2>${title}</h2>
${title === roles ? null : html`<p class="soft">${roles}</p>`}
<div class="show">
${qrSvg(link, INVITES.qr(title))}
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
</div>
<p>${INVITES.orType} <strong class="typed">${code}</strong></p>
<p class="soft">${general ? INVITES.many(until) : INVITES.once(until)}</p>
</section>
`;
}

function rolesWords(agency: Agency, { roles, general }: InviteCard): string {
  if (roles.length === 0 && general) return INVITES.generalRole;
  const named = roles.map(({ role, division, post }) => {
    const what = post === undefined ? ROLE_NAMES[role] : POST_NAMES[post];
    return division === undefined ? what : `${what} ${divisionName(agency, division)}`;
  });
  return named.join(' · ');
}

const CARDS = `
.invites { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 0.75rem; margin-top: 1rem; }
.invite { border: 1px dashed #55626a; padding: 0.75rem; background: #fff; break-inside: avoid; }
.invite h2 { margin: 0; }
.show { display: flex; gap: 0.75rem; align-items: center; margin: 0.5rem 0; }
.show ol { padding-left: 1.2rem; font-size: 0.9rem; }
.qr { flex: none; width: 38mm; height: 38mm; }
.typed { font-family: ui-monospace, "Courier New", monospace; letter-spacing: 0.08em; white-space: nowrap; }
@media print { .invites { grid-template-columns: 1fr 1fr; gap: 4mm; } }
`;
