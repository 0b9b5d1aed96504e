/** What a plan's document leaves unclear, for the terminal. */
import type { Finding } from '../domain/draft.ts';
import type { ReaderFinding } from '../domain/draft-fields.ts';
import type { Why } from '../intake/finding.ts';

const FINDINGS: Readonly<Record<Finding['kind'], string>> = {
  'no-date': 'has no date: it is tracked but nobody is reminded until one is set',
  'no-report-date': 'is to be reported on, but no day follows from what is written',
  'no-number': 'has no number in the document: it got one',
  'unknown-division': 'names a division this office does not have',
  'no-division': 'has no responsible division: it is the coordinator’s until one is set',
  'double-number': 'has a number that stands twice in the document: it got the next free one',
  'no-catalogue': 'has no established O-item list: only measures are tracked',
  'not-in-catalogue': 'is not in the O-item list of this year and was left out',
  'other-list': 'is quite another item in the O-item list of this year: nothing of the row was taken',
  'indicator-plans': 'has plans by indicator, which are read but not tracked',
  'other-agency': 'The document names another office',
  'no-measures': 'The document has no measures: those of the plan stay',
  'not-stated': 'is without this in the document: what the plan has stays',
  'status-differs': 'was reported otherwise by a person: that stays. The document says',
  'period-not-shifted': 'has a period outside the old fiscal year: it was not carried over',
  'report-not-shifted': 'has report dates outside the old fiscal year: they were not carried over',
  'no-name': 'has no name and was left out',
  'number-gap': 'comes after a gap: numbers are missing before it',
  'no-assessment-year': 'has scores without their year: they were left out',
  'no-total': 'has no total score: the assessment was left out',
  'not-a-score': 'has a score that is none of 0 to 100: it was left out',
  'instrument-contradicts': 'has a score that is not the mean of its indicators; taken as written',
  'total-contradicts': 'has a total that does not follow from IIT 30, EIT 30 and OIT 40; taken as written',
  'level-contradicts': 'has a level that does not follow from the scores; taken as written',
};

/** Findings that are about the whole document say so themselves. */
const WHOLE: readonly Finding['kind'][] = ['other-agency', 'no-measures'];

/** A line each; items of which just the same is to be said share one: `O1-O7, O9 has …`. */
export function findingsTogether(findings: readonly Finding[]): string[] {
  const lines = new Map<string, { readonly finding: Finding; readonly items: string[] }>();
  const [whole, others] = [true, false].map((is) =>
    findings.filter(({ kind }) => WHOLE.includes(kind) === is),
  );
  for (const finding of [...(whole ?? []), ...(others ?? [])]) {
    const key = JSON.stringify([finding.kind, finding.read, finding.field]);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { finding, items: [finding.item] });
    else line.items.push(finding.item);
  }
  return [...lines.values()].map(({ finding, items }) =>
    findingWords({ ...finding, item: inRanges(items).join(', ') }),
  );
}

function plural(words: string): string {
  return words.replace(/^has /, 'have ').replace(/^is /, 'are ');
}

/** `O1, O2, O3, O5` as `O1-O3, O5`. */
function inRanges(codes: readonly string[]): string[] {
  const ranges: { first: string; last: string }[] = [];
  const after = (code: string) => `${code[0]}${Number(code.slice(1)) + 1}`;
  for (const code of codes) {
    const open = ranges.at(-1);
    if (open !== undefined && after(open.last) === code) open.last = code;
    else ranges.push({ first: code, last: code });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}-${last}`));
}

/** `M9 has no date: … (period: "ตามแผน")` */
function findingWords({ item, kind, read, field }: Finding): string {
  const who = WHOLE.includes(kind) ? '' : item === 'measures' ? 'Every measure ' : `${item} `;
  const about = [field ?? '', read ?? ''].filter((part) => part !== '').join(', ');
  const words = who.includes(',') || who.includes('-') ? plural(FINDINGS[kind]) : FINDINGS[kind];
  return `${who}${words}${about === '' ? '' : `: ${about}`}`;
}

const WHYS: Readonly<Record<Why, string>> = {
  'garbled-score': 'no score can be read',
  'score-out-of-range': 'a score is 0 to 100',
  'scores-disagree': 'the document states two different scores',
  'level-disagrees': 'the level does not follow from the score',
  'zero-for-letter-o': 'a zero stands where the letter O belongs',
  'foreign-letter': 'a letter does not belong there',
  'impossible-spelling': 'no Thai word is spelled so',
  'near-official-word': 'it is nearly an official word',
  'copies-differ': 'printed twice, and differently',
  'corrupt-header': 'the header is damaged',
  'unknown-header': 'an unknown header',
  'unknown-column': 'an unknown column: it was left out',
  'unknown-table': 'an unknown table: it was left out',
  'column-by-content': 'the column was known by what stands in it',
  'approach-as-measure': 'the ways per indicator were taken as measures',
  'row-cut-by-page': 'a row cut by the end of a page was joined again',
  'row-shifted': 'the row’s cells stand one column off',
  'row-without-details': 'the row has nothing an item needs: it was left out',
  'unknown-indicator': 'no indicator is known by this name',
  'indicator-by-number': 'only the number says which indicator it is',
  'unclear-period': 'no period can be read',
  'no-start': 'a length without a beginning',
  'no-year': 'its year is missing',
  'misspelt-month': 'a month is misspelt',
  'impossible-date': 'there is no such date',
  'ends-before-start': 'it ends before it begins',
  'outside-plan-year': 'it lies outside the plan’s year',
  'unclear-follow-up': 'it does not say when to report',
  'unknown-division': 'no such division is known',
  'not-a-division': 'this is no division',
  'no-division': 'no responsible division',
  'unclear-status': 'the status is not clear',
  'status-by-position': 'the status was known by its place',
  'item-name-differs': 'the official name is another',
  'item-twice': 'the O-item stands twice: the first was taken',
  'number-twice': 'the number stands twice',
  'number-missing': 'the number is missing',
  'years-disagree': 'the document names two years',
  'year-unknown': 'the document does not say its fiscal year',
  'agency-unclear': 'the office is not clear',
  'place-unclear': 'the place is not clear',
  'undecodable-text': 'the text cannot be decoded',
};

/** `line 16, indicators[2].score "๓/๕.๒๓": no score can be read; perhaps 75.23` */
export function readerWords({ line, cell, field, read, why, maybe }: ReaderFinding): string {
  const where = cell ?? (line == null ? '' : `line ${line}`);
  const about = Object.hasOwn(WHYS, why) ? WHYS[why as Why] : why;
  const seen = read == null || read === '' ? '' : ` "${read}"`;
  return `${where === '' ? '' : `${where}, `}${field}${seen}: ${about}${maybe == null ? '' : `; perhaps ${maybe}`}`;
}

/** Those to settle first, each kind by the order of the document. */
export function byWeight(findings: readonly ReaderFinding[]): ReaderFinding[] {
  const doubts = findings.filter(({ weight }) => weight !== 'note');
  return [...doubts, ...findings.filter(({ weight }) => weight === 'note')];
}
