/** A sheet's rows as blocks: titles above and notes below a table become text, blank rows end it. */
import type { Block, Row } from './source.ts';

/** Rows in order, each with its line; blank ones may be left out. */
export function gridBlocks(rows: readonly Row[]): Block[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  const blocks: Block[] = [];
  let group: Row[] = [];
  let before = 0;
  const end = () => {
    blocks.push(...groupBlocks(group));
    group = [];
  };
  for (const row of rows) {
    const cells = Array.from({ length: width }, (_, at) => row.cells[at] ?? '');
    const isBlank = cells.every((cell) => cell === '');
    if (isBlank || (before !== 0 && row.line > before + 40)) end();
    if (!isBlank) group.push({ ...row, cells });
    before = row.line;
  }
  end();
  return blocks;
}

function groupBlocks(group: readonly Row[]): Block[] {
  const first = group.findIndex((row) => filled(row) > 1);
  if (first < 0) return group.map(asLine);
  const last = group.findLastIndex((row) => filled(row) > 1);
  return [
    ...group.slice(0, first).map(asLine),
    { kind: 'table', rows: group.slice(first, last + 1) },
    ...group.slice(last + 1).map(asLine),
  ];
}

function filled({ cells, inherited }: Row): number {
  return cells.filter((cell, at) => cell !== '' && inherited?.has(at) !== true).length;
}

function asLine({ line, cells }: Row): Block {
  return {
    kind: 'line',
    line,
    text: cells
      .filter((cell) => cell !== '')
      .join(' ')
      .replaceAll('\n', ' '),
  };
}
