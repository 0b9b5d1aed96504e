/** Pages without data: why nothing can be shown. They say the same to everyone. */
import { html } from './html.ts';
import { documentOf } from './sheet.ts';
import { DOWN, EXPIRED, type Regret, UNKNOWN } from './words.ts';

/** No such page, or an address that is not ours: nobody learns which. */
export function unknownPage(): string {
  return plainPage(UNKNOWN);
}

export function expiredPage(): string {
  return plainPage(EXPIRED);
}

/** The store cannot answer now. */
export function downPage(): string {
  return plainPage(DOWN);
}

function plainPage({ title, say }: Regret): string {
  const body = html`<main>
<h1>${title}</h1>
<p>${say}</p>
</main>`;
  return documentOf(title, body);
}
