/** What an import leaves unclear, as rows of a card: what stands there, why it is doubtful, what it might be. */
import type { Finding } from '../domain/draft.ts';
import type { ReaderFinding } from '../domain/draft-fields.ts';
import { status } from '../domain/event-fields.ts';
import type { Revision } from '../domain/revision.ts';
import type { PlainRow } from './cards.ts';
import { short } from './flex.ts';
import { itemShort, STATUS_SAID } from './words.ts';
import { FOUND, lineWords, maybe, READER_FOUND, readAs, UNCLEAR } from './words-findings.ts';
import { FIELD, PREVIEW } from './words-import.ts';

/** By weight: what the chat contradicts, what may be wrong or was left out, and what is only worth a look. */
export interface FoundRows {
  readonly differ: readonly PlainRow[];
  readonly doubtful: readonly PlainRow[];
  readonly noted: readonly PlainRow[];
}

const NOTED: ReadonlySet<Finding['kind']> = new Set([
  'not-stated',
  'indicator-plans',
  'no-catalogue',
  'no-measures',
  'no-date',
  'no-division',
  'number-gap',
]);

/** So many alike are one row. */
const MANY = 3;

export function foundRows({
  findings,
  readerFindings,
}: Pick<Revision, 'findings' | 'readerFindings'>): FoundRows {
  const of = (fits: (finding: Finding) => boolean) => planRows(findings.filter(fits));
  const read = (light: boolean) =>
    readerFindings.filter(({ weight }) => (weight === 'note') === light).map(readerRow);
  const differs = ({ kind }: Finding) => kind === 'status-differs';
  return {
    differ: of(differs),
    doubtful: [...of((one) => !differs(one) && !NOTED.has(one.kind)), ...read(false)],
    noted: [...of(({ kind }) => NOTED.has(kind)), ...read(true)],
  };
}

/** The same said of many items is said once. */
function planRows(findings: readonly Finding[]): PlainRow[] {
  const alike = Map.groupBy(findings, ({ kind, read, field }) => `${kind} ${field} ${read}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < MANY) return group.map(planRow);
    const row = planRow(first);
    const codes = group.map(({ item }) => codeWords(item)).join(', ');
    const title = [short(codes, 90), row.title].filter((part) => part !== '').join(' ');
    return [{ code: '', title: short(title, 120), note: `${row.note} (${PREVIEW.items(group.length)})` }];
  });
}

function planRow({ item, kind, read, field }: Finding): PlainRow {
  const told = status.safeParse(read);
  const words = kind === 'status-differs' && told.success ? STATUS_SAID[told.data] : read;
  const about = field === undefined ? '' : `${FIELD[field]}: `;
  return {
    code: short(codeWords(item), 20),
    title: words === null || words.trim() === '' ? '' : short(readAs(words), 120),
    note: `${about}${FOUND[kind]}`,
  };
}

function readerRow({ line, cell, read, why, maybe: what }: ReaderFinding): PlainRow {
  // `sheet!12`, and the sheet's name may be long.
  const [, row = ''] = /!(\d+)$/.exec(cell ?? '') ?? [];
  const [sheet = ''] = (cell ?? '').split('!');
  const where = row === '' ? line : Number(row);
  const said = read == null || read.trim() === '' ? '' : readAs(read.trim());
  const likely = what == null || what.trim() === '' ? '' : ` · ${maybe(short(what.trim(), 60))}`;
  return {
    code: '',
    title: short(
      [where == null ? '' : lineWords(where), sheet, said].filter((part) => part !== '').join(' '),
      120,
    ),
    note: `${READER_FOUND[why] ?? UNCLEAR}${likely}`,
  };
}

/** `M3` as items are called; `measures`, `agency` are no item. */
function codeWords(item: string): string {
  const [, letter, number] = /^([MO])(\d+)$/.exec(item) ?? [];
  if (number !== undefined)
    return itemShort({ kind: letter === 'O' ? 'oit' : 'measure', number: Number(number) });
  const [, indicator] = /^indicator (\d+)$/.exec(item) ?? [];
  if (indicator !== undefined) return `ตชว.${indicator}`;
  // `ITA 2568` is wider than the column; the year stands in the words.
  if (item.startsWith('ITA ')) return 'ITA';
  return /^(?:measures|agency)$/.test(item) ? '' : item;
}
