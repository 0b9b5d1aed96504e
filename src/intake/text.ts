/** Free text with tab-separated, markdown or HTML tables inside, as blocks. */
import { cleanText } from './clean.ts';
import { htmlRows } from './html-table.ts';
import type { Block, Row } from './source.ts';

const MOST_LINES_IN_QUOTES = 40;

/** The blocks of a text document. Lines are counted as an editor counts them. */
export function readText(text: string): Block[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const raw = lines[at] ?? '';
    const line = at + 1;
    const html = htmlTableAt(lines, at);
    if (html !== null) {
      endTable();
      blocks.push(...html.blocks);
      at = html.last;
      continue;
    }
    const cells = cellsOf(lines, at);
    if (cells !== null) {
      at = cells.last;
      if (cells.texts.length > 0) rows.push({ line, cells: cells.texts });
      continue;
    }
    const plain = cleanText(raw);
    if (plain !== '' && rows.length > 0 && continuesCell(lines, at)) {
      rows.push(withTail(rows.pop(), plain));
      continue;
    }
    endTable();
    if (plain !== '') blocks.push({ kind: 'line', line, text: plain.replaceAll('\n', ' ') });
  }
  endTable();
  return blocks;
}

interface Cells {
  readonly texts: readonly string[];
  /** The last line they take. */
  readonly last: number;
}

/** The cells of a row that begins on this line; none when the line is no row, no cells when it only rules off a header. */
function cellsOf(lines: readonly string[], at: number): Cells | null {
  const raw = lines[at] ?? '';
  const piped = /^\s*(?:[-*]\s+)?(\|.*)$/.exec(raw)?.[1] ?? (/\S \| [^|]*\S \| /.test(raw) ? raw : undefined);
  if (piped !== undefined) {
    const texts = piped
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|\s*$/, '')
      .split(/(?<!\\)\|/);
    const isRule = texts.every((cell) => /^\s*:?-*:?\s*$/.test(cell)) && piped.includes('--');
    return { texts: isRule ? [] : texts.map((cell) => cleanText(cell.replaceAll('\\|', '|'))), last: at };
  }
  const isRow = raw.trimEnd().includes('\t') || /\S\t|\S[^\S\n]*\t[^\S\n]*\t/.test(raw);
  if (!isRow) return null;
  const quoted = closingQuote(lines, at);
  const whole = quoted === null ? raw : lines.slice(at, quoted + 1).join('\n');
  return { texts: whole.split('\t').map((cell) => cleanText(unquoted(cell))), last: quoted ?? at };
}

/** A cell copied from a spreadsheet may hold line breaks inside quotes: the line on which the last quote closes. */
function closingQuote(lines: readonly string[], at: number): number | null {
  if (!/(?:^|\t)"/.test(lines[at] ?? '') || even(lines[at] ?? '')) return null;
  let joined = lines[at] ?? '';
  for (let last = at + 1; last < lines.length && last - at <= MOST_LINES_IN_QUOTES; last += 1) {
    joined += `\n${lines[last]}`;
    if (even(joined)) return last;
  }
  return null;
}

const even = (text: string) => (text.split('"').length - 1) % 2 === 0;

function unquoted(cell: string): string {
  const inner = /^\s*"([\s\S]*)"\s*$/.exec(cell)?.[1];
  return inner === undefined ? cell : inner.replaceAll('""', '"');
}

/** A line between two rows, without a gap, is the wrapped end of the cell above. */
function continuesCell(lines: readonly string[], at: number): boolean {
  const isRow = (raw: string | undefined) => raw !== undefined && (/\S\t/.test(raw) || /^\s*\|/.test(raw));
  return isRow(lines[at - 1]) && isRow(lines[at + 1]);
}

function withTail(row: Row | undefined, tail: string): Row {
  const cells = [...(row?.cells ?? [])];
  const last = cells.findLastIndex((cell) => cell !== '');
  if (last >= 0) cells[last] = `${cells[last]}\n${tail}`;
  return { line: row?.line ?? 0, cells };
}

/** A table written as HTML that begins on this line, with the text before and after it. */
function htmlTableAt(lines: readonly string[], at: number): { blocks: Block[]; last: number } | null {
  const start = /<table\b/i.exec(lines[at] ?? '');
  if (start === null) return null;
  let last = at;
  while (last < lines.length && !/<\/table\s*>/i.test(lines[last] ?? '')) last += 1;
  if (last === lines.length) return null;
  const whole = lines.slice(at, last + 1).join('\n');
  const end = /<\/table\s*>(?![\s\S]*<\/table\s*>)/i.exec(whole);
  const after = end === null ? whole.length : end.index + end[0].length;
  const lineAt = (offset: number) => at + 1 + whole.slice(0, start.index + offset).split('\n').length - 1;
  const rows = htmlRows(whole.slice(start.index, after), lineAt);
  const blocks: Block[] = [];
  const before = cleanText(whole.slice(0, start.index));
  if (before !== '') blocks.push({ kind: 'line', line: at + 1, text: before });
  if (rows.length > 0) blocks.push({ kind: 'table', rows });
  const behind = cleanText(whole.slice(after));
  if (behind !== '') blocks.push({ kind: 'line', line: last + 1, text: behind });
  return { blocks, last };
}
