/** A file to a plan draft: what kind it is, whether it is safe to open, what stands in it. */
import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import type { Draft } from './draft.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { readHtml } from './html.ts';
import type { Pages, Part } from './pages.ts';
import { type ReadOptions, readPlan } from './read-plan.ts';
import { type Refused, refuse } from './refused.ts';
import type { Block } from './source.ts';
import { readText } from './text.ts';
import { checkZip, zipEntries } from './zip.ts';

export interface ReadFile {
  readonly ok: true;
  readonly kind: FileKind;
  readonly draft: Draft;
  /** The sheets of a workbook: a finding's line counts through all of them. */
  readonly parts: readonly Part[];
}

export async function readDocument(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadFile | Refused> {
  const known = fileKind(bytes, name);
  if (!known.ok) return known;
  const pages = await pagesOf(bytes, known.kind);
  if ('ok' in pages) return pages;
  const size = sizeOf(pages.blocks);
  if (size.rows > MOST_ROWS || size.letters > MOST_LETTERS)
    return refuse('too-big', `${size.rows} rows, ${size.letters} letters`);
  const draft = readPlan(pages.blocks, options);
  if (isEmpty(draft)) return refuse('no-plan', headersOf(pages.blocks));
  return { ok: true, kind: known.kind, draft, parts: pages.parts };
}

/** Far more than any plan: the longest seen has 250 lines of 60,000 letters. */
const MOST_ROWS = 20_000;
const MOST_LETTERS = 3_000_000;

function sizeOf(blocks: readonly Block[]): { rows: number; letters: number } {
  let [rows, letters] = [0, 0];
  for (const block of blocks) {
    rows += block.kind === 'line' ? 1 : block.rows.length;
    if (block.kind === 'line') letters += block.text.length;
    else for (const { cells } of block.rows) for (const cell of cells) letters += cell.length;
  }
  return { rows, letters };
}

async function pagesOf(bytes: Uint8Array, kind: FileKind): Promise<Pages | Refused> {
  if (kind === 'docx' || kind === 'xlsx') {
    const faulty = await checkZip(bytes, zipEntries(bytes) ?? []);
    if (faulty !== null) return faulty;
    try {
      // Loaded when needed: together they take longer to load than a text takes to read.
      if (kind === 'docx') return await (await import('./docx.ts')).readWord(bytes);
      return await (await import('./xlsx.ts')).readWorkbook(bytes);
    } catch (error) {
      return refuse('damaged', error instanceof Error ? error.message.slice(0, 200) : kind);
    }
  }
  const text = decodeText(bytes) ?? '';
  const blocks = kind === 'csv' ? readCsv(text) : kind === 'html' ? readHtml(text) : readText(text);
  return { blocks, parts: [] };
}

function isEmpty({ measures, oItems, indicatorPlans, indicators }: Draft): boolean {
  return measures.length + oItems.length + indicatorPlans.length + indicators.length === 0;
}

/** The first row of the first table, to tell a person what was there instead. */
function headersOf(blocks: readonly Block[]): string {
  const table = blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table'
    ? (table.rows[0]?.cells
        .filter((cell) => cell !== '')
        .join(' | ')
        .slice(0, 200) ?? '')
    : '';
}
