/** O-items with owner and state. Columns change from page to page, so cells are found by what they hold. */
import { type Catalogue, catalogueOf } from '../domain/catalogue.ts';
import { likeness } from './compare.ts';
import { isDivisions } from './divisions.ts';
import type { DraftOItem } from './draft.ts';
import type { Findings } from './finding.ts';
import { oneLine, splitList } from './list.ts';
import { oNumber } from './o-number.ts';
import { cellOf, type Section } from './section.ts';
import type { Row } from './source.ts';
import { markedStatus, tickedStatus, toldStatus, withoutBoxes } from './status.ts';
import { type Context, orNull, ownersOf, type Place, statusOf } from './work.ts';

/** `years` (BE) are those whose official list the document may follow. */
export function oItemsOf(
  sections: readonly Section[],
  years: readonly number[],
  context: Context,
): DraftOItem[] {
  const items: DraftOItem[] = [];
  for (const section of sections) {
    if (section.kind !== 'oItems') continue;
    for (const row of section.rows) {
      const at = row.cells.findIndex((cell) => oNumber(cell) !== null);
      const no = oNumber(row.cells[at] ?? '');
      if (no === null) {
        context.findings.doubt(row.line, 'oItems', 'row-without-details', row.cells.join(' '));
        continue;
      }
      const item = `oItems[O${no.no}]`;
      const idAsWritten = row.cells[at] ?? '';
      if (no.damaged)
        context.findings.doubt(row.line, `${item}.id`, 'zero-for-letter-o', idAsWritten, `O${no.no}`);
      const read = itemOf(row, at, no.no, section, { line: row.line, item }, context);
      const twice = items.findIndex(({ id }) => id === read.id);
      if (twice < 0) items.push(read);
      else context.findings.doubt(row.line, item, 'item-twice', `${idAsWritten} ${read.nameAsWritten}`);
    }
  }
  return named(items, years, context.findings);
}

function itemOf(
  row: Row,
  at: number,
  no: number,
  section: Section,
  place: Place,
  context: Context,
): DraftOItem {
  const { columns, headed } = section;
  const used = new Set([at]);
  const name = nameOf(row, at, section, used);
  const boxes = row.cells.findIndex(
    (cell, column) => !used.has(column) && /[☐☑]\s*[ก-๙]/.test(cell) && !isDivisions(bareOwner(cell)),
  );
  const states = row.cells
    .filter((cell) => /☑/.test(cell) && !isDivisions(bareOwner(cell)))
    .map(tickedStatus);
  const told = cellOf(row, columns, 'status');
  const status = statusOf([...states, markedStatus(row, columns, headed), toldStatus(told)], place, context);
  if (boxes >= 0) used.add(boxes);
  const owner = ownerCell(row, section, used);
  const progress = row.cells.findLast(
    (cell, column) => column > at + 1 && column !== owner?.column && /[ก-๙]{6}/.test(cell),
  );
  return {
    id: `O${no}`,
    idAsWritten: row.cells[at] ?? '',
    name: oneLine(name),
    nameAsWritten: oneLine(name),
    requirements: splitList(cellOf(row, columns, 'requirements')),
    responsible: ownersOf(owner?.text ?? '', place, context),
    responsibleAsWritten: orNull(owner?.text ?? ''),
    status: status.status,
    statusAsWritten: status.asWritten,
    progress: progress === undefined ? null : orNull(withoutBoxes(progress)),
    lines: [row.line],
  };
}

function nameOf(row: Row, at: number, { columns }: Section, used: Set<number>): string {
  const headed = columns.indexOf('itemName');
  const column =
    headed >= 0 && (row.cells[headed] ?? '') !== ''
      ? headed
      : row.cells.findIndex((cell, n) => n > at && cell !== '');
  if (column >= 0) used.add(column);
  return row.cells[column] ?? '';
}

const bareOwner = (cell: string) => cell.replace(/[☐☑]/g, '').trim();

/** The cell under ผู้รับผิดชอบ when it names divisions; else the only cell of the row that does. */
function ownerCell(
  row: Row,
  section: Section,
  used: ReadonlySet<number>,
): { text: string; column: number } | null {
  const headed = section.columns.indexOf('responsible');
  const cell = (column: number) => bareOwner(row.cells[column] ?? '');
  if (headed >= 0 && isDivisions(cell(headed))) return { text: cell(headed), column: headed };
  const others = row.cells.flatMap((_, column) =>
    !used.has(column) && isDivisions(cell(column)) ? [column] : [],
  );
  const [only] = others;
  if (only !== undefined && others.length === 1) return { text: cell(only), column: only };
  const text = headed >= 0 && !used.has(headed) ? cell(headed) : '';
  return text === '' || /^(?:ยังไม่|ดำเนิน)/.test(text) || text.length > 120 ? null : { text, column: headed };
}

/** Names as the official list of the year has them, once the list is seen to be the one followed. */
function named(items: readonly DraftOItem[], years: readonly number[], findings: Findings): DraftOItem[] {
  const list = followed(items, years);
  if (list === null) return [...items];
  const official = new Map(list.items.map(({ no, name }) => [`O${no}`, name]));
  return items.map((item) => {
    const name = official.get(item.id);
    if (name === undefined) {
      findings.doubt(item.lines[0] ?? 0, `oItems[${item.id}].name`, 'item-name-differs', item.nameAsWritten);
      return item;
    }
    if (likeness(name, item.nameAsWritten) < 0.95)
      findings.note(
        item.lines[0] ?? 0,
        `oItems[${item.id}].name`,
        'item-name-differs',
        item.nameAsWritten,
        name,
      );
    return { ...item, name };
  });
}

const FOLLOWED = 0.55;

/** The year's list whose names the document's are most like; none when it follows another list. */
function followed(items: readonly DraftOItem[], years: readonly number[]): Catalogue | null {
  if (items.length < 5) return null;
  let best: { list: Catalogue; like: number } | null = null;
  for (const year of years) {
    const list = catalogueOf(year);
    if (list === null) continue;
    const names = new Map(list.items.map(({ no, name }) => [`O${no}`, name]));
    const likes = items.map(({ id, nameAsWritten }) => likeness(names.get(id) ?? '', nameAsWritten));
    const like = likes.reduce((sum, one) => sum + one, 0) / likes.length;
    if (like >= FOLLOWED && (best === null || like > best.like)) best = { list, like };
  }
  return best?.list ?? null;
}
