/** What a document leaves unclear: for the coordinator to settle. */

/** Why something is doubtful. */
export type Why =
  | 'garbled-score'
  | 'score-out-of-range'
  | 'scores-disagree'
  | 'level-disagrees'
  | 'zero-for-letter-o'
  | 'foreign-letter'
  | 'impossible-spelling'
  | 'near-official-word'
  | 'copies-differ'
  | 'corrupt-header'
  | 'unknown-header'
  | 'unknown-column'
  | 'unknown-table'
  | 'column-by-content'
  | 'approach-as-measure'
  | 'row-cut-by-page'
  | 'row-shifted'
  | 'row-without-details'
  | 'unknown-indicator'
  | 'indicator-by-number'
  | 'unclear-period'
  | 'no-start'
  | 'no-year'
  | 'misspelt-month'
  | 'impossible-date'
  | 'ends-before-start'
  | 'outside-plan-year'
  | 'unclear-follow-up'
  | 'unknown-division'
  | 'not-a-division'
  | 'no-division'
  | 'unclear-status'
  | 'status-by-position'
  | 'item-name-differs'
  | 'item-twice'
  | 'number-twice'
  | 'number-missing'
  | 'years-disagree'
  | 'year-unknown'
  | 'agency-unclear'
  | 'place-unclear'
  | 'undecodable-text';

/** `doubt`: a value was left out or may be wrong. `note`: read, but worth a look. */
export type Weight = 'doubt' | 'note';

export interface ReadingFinding {
  readonly line: number;
  /** Where it belongs, as `measures[2].period`, `indicators[4].score`, `text`. */
  readonly field: string;
  readonly read: string;
  readonly why: Why;
  /** What it might be; never taken by itself. */
  readonly maybe: string | null;
  readonly weight: Weight;
}

/** Gathers findings; the same thing said twice is kept once. */
export class Findings {
  readonly #kept = new Map<string, ReadingFinding>();

  doubt(line: number, field: string, why: Why, read: string, maybe: string | null = null): void {
    this.#keep({ line, field, read: short(read), why, maybe, weight: 'doubt' });
  }

  note(line: number, field: string, why: Why, read: string, maybe: string | null = null): void {
    this.#keep({ line, field, read: short(read), why, maybe, weight: 'note' });
  }

  /** In the order of the document. */
  all(): ReadingFinding[] {
    return [...this.#kept.values()].sort((a, b) => a.line - b.line);
  }

  #keep(finding: ReadingFinding): void {
    const key = [finding.line, finding.field, finding.why, finding.read, finding.maybe].join('\u0000');
    if (!this.#kept.has(key)) this.#kept.set(key, finding);
  }
}

const LONGEST = 160;

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
}
