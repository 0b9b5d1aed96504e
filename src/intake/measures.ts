/** Measures of a plan, from the entries of its tables. */
import type { DraftMeasure, DraftMethod, DraftPeriod } from './draft.ts';
import { spanOf } from './field.ts';
import { indicatorNumbers, indicatorOf } from './indicators.ts';
import { bare, leadingNumber, oneLine, splitList, splitTitle } from './list.ts';
import { type Entry, entriesOf } from './measure-rows.ts';
import { inMonths } from './period.ts';
import type { Section } from './section.ts';
import { markedStatus, type ReadStatus, tickedStatus, toldStatus, withoutBoxes } from './status.ts';
import { type Context, followUpOf, orNull, ownersOf, type Place, periodOf, statusOf } from './work.ts';

/** A measure and the run of tables it stands in. */
export interface RunMeasure {
  readonly run: number;
  readonly measure: DraftMeasure;
}

export function measuresOf(sections: readonly Section[], context: Context): RunMeasure[] {
  const tables = sections.filter(({ kind }) => kind === 'measures');
  return entriesOf(tables, 'title', context.findings).map((entry, at) => ({
    run: entry.run,
    measure: measureOf(entry, at, context),
  }));
}

function measureOf(entry: Entry, at: number, context: Context): DraftMeasure {
  const { cells, lines } = entry;
  const place: Place = { line: lines[0] ?? 0, item: `measures[${at}]` };
  const titleAsWritten = oneLine(cells.get('title') ?? '');
  const numbered = leadingNumber(cells.get('title') ?? '');
  const numberCell = (cells.get('number') ?? '').trim();
  const counted =
    numberCell === '' ? null : leadingNumber(/[.)]$/.test(numberCell) ? numberCell : `${numberCell}.`);
  const titleParts = splitTitle(numbered?.rest ?? cells.get('title') ?? '');
  const owners = cells.has('responsible') ? ownersOf(cells.get('responsible') ?? '', place, context) : [];
  const status = readStatus(entry, place, context);
  const methods = methodsOf(entry);
  const written = indicatorCell(entry);
  return {
    number: counted?.number ?? numbered?.number ?? null,
    numberAsWritten: counted?.written ?? numbered?.written ?? null,
    ...indicatorsOf(written, place, context),
    indicatorAsWritten: orNull(written),
    findingAsWritten: orNull(cells.get('finding') ?? ''),
    title: titleParts.join(' / ') || bare(titleAsWritten),
    titleAsWritten,
    titleParts,
    methods,
    methodsAsWritten: orNull(entry.methods.join('\n')),
    responsible: owners,
    responsibleAsWritten: orNull(cells.get('responsible') ?? ''),
    period:
      cells.has('period') || !cells.has('start')
        ? wholePeriod(entry, place, context)
        : endsOf(entry, place, context),
    followUp: followUpOf(cells.get('followUp') ?? '', place, context),
    status: status.status,
    statusAsWritten: status.asWritten,
    progress: orNull(withoutBoxes(cells.get('progress') ?? '')),
    outcome: orNull(cells.get('outcome') ?? ''),
    budget: orNull(cells.get('budget') ?? ''),
    lines: [...lines],
  };
}

function methodsOf(entry: Entry): DraftMethod[] {
  return entry.methods.flatMap(splitList).map((text, at) => ({ no: at + 1, text }));
}

function indicatorCell({ cells, under }: Entry): string {
  const cell = cells.get('indicator') ?? '';
  return cell === '' ? under : cell;
}

/** One indicator, several, or the property left out when the row names none. */
function indicatorsOf(
  written: string,
  place: Place,
  { findings }: Context,
): { indicator?: number | number[] } {
  if (written === '') return {};
  const listed = indicatorNumbers(written);
  const pieces = oneLine(written)
    .split(/(?=ตัวชี้วัดที่|(?<=\s)[๐-๙\d]{1,2}\.\s?การ)/)
    .filter((piece) => piece.trim() !== '');
  const named = pieces.map(indicatorOf).filter((found) => found !== null);
  for (const { by, written: read } of named) {
    if (by === 'number' && /[ก-๙]{8}/.test(read.replace(/^ตัวชี้วัดที่/, '')))
      findings.doubt(place.line, `${place.item}.indicator`, 'indicator-by-number', read);
  }
  const all = [...new Set(listed.length > 0 ? listed : named.map(({ indicator }) => indicator.no))];
  const [first] = all;
  if (first === undefined) {
    findings.doubt(place.line, `${place.item}.indicator`, 'unknown-indicator', written);
    return {};
  }
  return { indicator: all.length === 1 ? first : all };
}

/** The period in its own cell, or as marks under quarters or months. */
function wholePeriod(entry: Entry, place: Place, context: Context): DraftPeriod {
  const cell = entry.cells.get('period') ?? '';
  const marked = markedSpan(entry);
  if (cell !== '' || marked === null) return periodOf(cell, place, context);
  const { start, end, doubts } = inMonths(marked.span, context.fiscalYear);
  for (const { why } of doubts) context.findings.doubt(place.line, `${place.item}.period`, why, marked.read);
  if (marked.gaps) context.findings.doubt(place.line, `${place.item}.period`, 'unclear-period', marked.read);
  return { asWritten: marked.read, start: marked.gaps ? null : start, end: marked.gaps ? null : end };
}

interface MarkedSpan {
  /** First and last month, counted from October. */
  readonly span: readonly [number, number];
  readonly gaps: boolean;
  readonly read: string;
}

function markedSpan(entry: Entry): MarkedSpan | null {
  const { columns, headed } = entry.section;
  const months = new Set<number>();
  const names: string[] = [];
  columns.forEach((field, at) => {
    const span = spanOf(field);
    if (span === null || !entry.rows.some((row) => (row.cells[at] ?? '') !== '')) return;
    names.push(headed[at] ?? '');
    const first = span.kind === 'quarter' ? (span.n - 1) * 3 : (span.n + 2) % 12;
    for (let month = first; month < first + (span.kind === 'quarter' ? 3 : 1); month += 1) months.add(month);
  });
  if (months.size === 0) return null;
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return { span: [first, last], gaps: last - first + 1 !== months.size, read: names.join(', ') };
}

/** Start and end in a column each. */
function endsOf(entry: Entry, place: Place, context: Context): DraftPeriod {
  const [from, to] = [entry.cells.get('start') ?? '', entry.cells.get('end') ?? ''];
  return periodOf(
    to === '' ? `เริ่ม ${from}` : from === '' ? `ภายใน ${to}` : `${from} - ${to}`,
    place,
    context,
  );
}

function readStatus(entry: Entry, place: Place, context: Context): ReadStatus {
  const { cells, section, rows } = entry;
  const reads: ReadStatus[] = [];
  for (const row of rows) reads.push(markedStatus(row, section.columns, section.headed));
  for (const field of ['status', 'progress'] as const) {
    const cell = cells.get(field) ?? '';
    if (/[☐☑]/.test(cell)) reads.push(tickedStatus(cell));
    else if (field === 'status') reads.push(toldStatus(cell));
    else if (cell.length <= 30) reads.push({ ...toldStatus(cell), unclear: false });
  }
  return statusOf(reads, place, context);
}
