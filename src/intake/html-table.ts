/** HTML tables as rows; what mammoth makes of Word documents, and what some scanners write. */
import { cleanText } from './clean.ts';
import type { Row } from './source.ts';

const MOST_COLUMNS = 64;
const MOST_SPAN = 500;

/** The rows of one `<table>…</table>`. `lineAt` says which line an offset of `html` stands on. */
export function htmlRows(html: string, lineAt: (offset: number) => number): Row[] {
  const rows: Row[] = [];
  /** Cells that reach down into rows to come, by column. */
  const reaching = new Map<number, { left: number; text: string }>();
  for (const tr of html.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr\s*>|<\/table\s*>|$)/gi)) {
    const cells: string[] = [];
    const inherited = new Set<number>();
    const takeReaching = () => {
      for (let above = reaching.get(cells.length); above !== undefined; above = reaching.get(cells.length)) {
        if (above.left === 1) reaching.delete(cells.length);
        else above.left -= 1;
        inherited.add(cells.length);
        cells.push(above.text);
      }
    };
    const content = tr[1] ?? '';
    const placed: { at: number; left: number; text: string }[] = [];
    for (const td of content.matchAll(/<t([dh])\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]\s*>|$)/gi)) {
      takeReaching();
      if (cells.length >= MOST_COLUMNS) break;
      const attributes = td[2] ?? '';
      const text = cleanText(td[3] ?? '');
      const across = Math.min(span(attributes, 'colspan'), MOST_COLUMNS - cells.length);
      const down = span(attributes, 'rowspan');
      for (let column = 0; column < across; column += 1) {
        const shown = column === 0 ? text : '';
        if (down > 1) placed.push({ at: cells.length, left: down - 1, text: shown });
        cells.push(shown);
      }
    }
    takeReaching();
    for (const { at, left, text } of placed) reaching.set(at, { left, text });
    if (cells.length > 0) rows.push({ line: lineAt(tr.index), cells, inherited });
  }
  return rows;
}

function span(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(found ?? 1), 1), MOST_SPAN);
}
