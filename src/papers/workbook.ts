/** Sheets as an Excel file an official can read, print and work on. */
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { SheetCell, Worksheet } from './worksheet.ts';

/** The government's own type face; a machine without it shows another Thai one. */
const FONT = { name: 'TH SarabunPSK', size: 16 };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3EAE8' } } as const;
const LINE = { style: 'thin', color: { rgb: '9AA5A9' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const LINE_POINTS = 24;

export function workbookOf(sheets: readonly Worksheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(writtenSheet), defaultFont: FONT });
}

function writtenSheet({ name, above, columns, rows, below = [] }: Worksheet): WriteSheet {
  const header = above.length + 1;
  const width = columns.length;
  const written: SheetCell[][] = [
    ...above.map((line) => [line]),
    [],
    columns.map((column) => column.header),
    ...rows.map((row) => [...row]),
    ...(below.length === 0 ? [] : [[], ...below.map((line) => [line])]),
  ];
  const foot = header + rows.length;
  const cells = new Map<string, Partial<Cell>>();
  written.forEach((row, at) => {
    row.forEach((value, column) => {
      const body = at > foot ? NOTE : bodyStyle(columns[column]?.centred);
      const style = at < above.length ? titleStyle(at) : at === header ? HEADER : body;
      cells.set(`${at},${column}`, { value, type: typeof value === 'number' ? 'number' : 'string', style });
    });
  });
  const room = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    name,
    rows: written,
    cells,
    columns: columns.map((column) => ({ width: column.width })),
    merges: above.map((_, at) => ({ startRow: at, startCol: 0, endRow: at, endCol: width - 1 })),
    // Excel finds the height of a wrapped row by itself, but not of one whose cells are merged.
    rowDefs: new Map(above.map((line, at) => [at, { height: LINE_POINTS * linesOf(line, room) }])),
    freezePane: { rows: header + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${header + 1}:$${header + 1}`,
      margins: { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  };
}

/** Marks over and under a letter take no room. */
function linesOf(line: string, room: number): number {
  return Math.max(1, Math.ceil(line.replace(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g, '').length / room));
}

const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: HEADER_FILL,
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

const NOTE: CellStyle = { font: FONT };

function titleStyle(at: number): CellStyle {
  return {
    font: { ...FONT, bold: at === 0, size: at === 0 ? 18 : 16 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  };
}

function bodyStyle(centred = false): CellStyle {
  return {
    font: FONT,
    border: BORDER,
    alignment: { horizontal: centred ? 'center' : 'left', vertical: 'top', wrapText: true },
  };
}
