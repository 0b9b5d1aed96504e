/** Text that is HTML already. All else is escaped where it is put into HTML, so a title can never become markup. */
export interface Html {
  readonly html: string;
}

export type Content = Html | string | number | null | readonly Content[];

/** A piece of HTML; what stands in `${}` is text, unless it is HTML itself. Attributes must stand in double quotes. */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: pieces.map((piece, index) => `${piece}${textOf(contents[index] ?? null)}`).join('') };
}

function textOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'html' in content ? content.html : content.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Marks of direction and control characters go: they could make a line read otherwise than it is written. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
