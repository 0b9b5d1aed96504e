/** A whole HTML document as blocks: paragraphs are lines, tables are tables. Lines count paragraphs and rows. */
import { cleanText } from './clean.ts';
import { htmlRows } from './html-table.ts';
import type { Block } from './source.ts';

export function readHtml(html: string): Block[] {
  const body = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<!--[\s\S]*?-->/g, '');
  const blocks: Block[] = [];
  let line = 0;
  const addText = (piece: string) => {
    for (const text of cleanText(piece.replace(/<\/(?:tr|td|th|li)\s*>/gi, '\n')).split('\n')) {
      if (text === '') continue;
      line += 1;
      blocks.push({ kind: 'line', line, text: text.replace(/^• /, '') });
    }
  };
  let from = 0;
  for (const [start, end] of outerTables(body)) {
    addText(body.slice(from, start));
    const table = withoutLayout(body.slice(start, end));
    if (table === null) addText(body.slice(start, end));
    else if (typeof table === 'string') {
      const first = line + 1;
      const rows = htmlRows(
        table,
        (offset) => first + (table.slice(0, offset).match(/<tr\b/gi)?.length ?? 0),
      );
      line += rows.length;
      if (rows.length > 0) blocks.push({ kind: 'table', rows });
    } else {
      const inner = readHtml(table.inner);
      for (const block of inner) {
        if (block.kind === 'line') blocks.push({ ...block, line: block.line + line });
        else
          blocks.push({ kind: 'table', rows: block.rows.map((row) => ({ ...row, line: row.line + line })) });
      }
      line += inner.reduce((sum, block) => sum + (block.kind === 'line' ? 1 : block.rows.length), 0);
    }
    from = end;
  }
  addText(body.slice(from));
  return blocks;
}

/** Where each table that lies in no other begins and ends. */
function outerTables(html: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (const tag of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    if (tag[1] === '') {
      if (depth === 0) start = tag.index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push([start, tag.index + tag[0].length]);
    }
  }
  return found;
}

/** A table that only lays out others gives way to them; one inside a cell of a real table becomes that cell's text. */
function withoutLayout(table: string): string | { inner: string } | null {
  const inside = table.replace(/^<table\b[^>]*>/i, '').replace(/<\/table\s*>$/i, '');
  const nested = outerTables(inside);
  if (nested.length === 0) return table;
  const isLayout = nested.some(
    ([start, end]) => (inside.slice(start, end).match(/<tr\b/gi)?.length ?? 0) > 2,
  );
  if (isLayout) {
    let inner = '';
    let from = 0;
    for (const [start, end] of nested) {
      inner += `${inside.slice(from, start).replace(/<\/?t(?:r|d|h|body|head)\b[^>]*>/gi, '\n')}${inside.slice(start, end)}`;
      from = end;
    }
    return { inner: inner + inside.slice(from).replace(/<\/?t(?:r|d|h|body|head)\b[^>]*>/gi, '\n') };
  }
  return `<table>${inside.replace(/<table\b[^>]*>([\s\S]*?)<\/table\s*>/gi, (_all, cells: string) => cells.replace(/<\/tr\s*>/gi, '<br>').replace(/<\/?t(?:r|d|h|body|head)\b[^>]*>/gi, ' '))}</table>`;
}
