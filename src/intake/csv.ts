/** Comma-separated text, also with semicolons or tabs, as blocks. */
import { cleanText } from './clean.ts';
import { gridBlocks } from './grid.ts';
import type { Block, Row } from './source.ts';

export function readCsv(text: string): Block[] {
  return gridBlocks(csvRows(text.replace(/^\uFEFF/, '')));
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator that parts the most lines, outside quotes. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '""');
  const counts = SEPARATORS.map((mark) => bare.split(/\r?\n/).filter((line) => line.includes(mark)).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Every row, blank ones too, with cells as they stand. */
export function csvRows(text: string): Row[] {
  const separator = text.startsWith('sep=') ? (text[4] ?? ',') : separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endCell = () => {
    cells.push(cleanText(cell));
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else if (letter === '\r') {
      if (text[at + 1] !== '\n') endRow();
    } else cell += letter;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return text.startsWith('sep=') ? rows.slice(1) : rows;
}
