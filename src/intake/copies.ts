/** The same measures printed twice (plan and report, report and memo) are one measure; where copies differ is found. */
import { fiscalYearOf } from '../domain/calendar.ts';
import { likeness, squeeze } from './compare.ts';
import type { DraftMeasure } from './draft.ts';
import type { Findings } from './finding.ts';
import type { RunMeasure } from './measures.ts';

const SAME_TITLE = 0.8;
const SAME_METHODS = 0.6;

/** Each measure once, in the order of its first copy. */
export function withoutCopies(read: readonly RunMeasure[], findings: Findings): DraftMeasure[] {
  const kept: RunMeasure[] = [];
  for (const copy of read) {
    const at = kept.findIndex((first) => first.run !== copy.run && isCopy(first.measure, copy.measure));
    const first = kept[at];
    if (first === undefined) kept.push(copy);
    else
      kept[at] = {
        run: first.run,
        measure: merged(first.measure, copy.measure, `measures[${at}]`, findings),
      };
  }
  return kept.map(({ measure }) => measure);
}

function isCopy(first: DraftMeasure, copy: DraftMeasure): boolean {
  if (first.number !== null && copy.number !== null && first.number !== copy.number) return false;
  const [ends, ended] = [first.period.end, copy.period.end];
  if (ends !== null && ended !== null && fiscalYearOf(ends) !== fiscalYearOf(ended)) return false;
  if (likeness(first.title, copy.title) < SAME_TITLE) return false;
  const [a, b] = [first.methodsAsWritten ?? '', copy.methodsAsWritten ?? ''];
  return a === '' || b === '' || likeness(a, b) >= SAME_METHODS;
}

function merged(first: DraftMeasure, copy: DraftMeasure, item: string, findings: Findings): DraftMeasure {
  const lines = [first.lines[0] ?? 0, copy.lines[0] ?? 0];
  const compare = (field: string, one: string | null, other: string | null) => {
    if (one === null || other === null || squeeze(one) === squeeze(other)) return;
    const [a, b] = difference(one, other);
    findings.note(lines[0] ?? 0, `${item}.${field}`, 'copies-differ', a, b);
    findings.note(lines[1] ?? 0, `${item}.${field}`, 'copies-differ', b, a);
  };
  compare('title', first.titleAsWritten, copy.titleAsWritten);
  compare('methods', first.methodsAsWritten, copy.methodsAsWritten);
  compare('responsible', first.responsibleAsWritten, copy.responsibleAsWritten);
  compare('period', first.period.asWritten, copy.period.asWritten);
  compare('followUp', first.followUp.asWritten, copy.followUp.asWritten);
  compare('status', first.statusAsWritten, copy.statusAsWritten);
  return {
    ...first,
    number: first.number ?? copy.number,
    numberAsWritten: first.numberAsWritten ?? copy.numberAsWritten,
    ...(first.indicator === undefined && copy.indicator !== undefined ? { indicator: copy.indicator } : {}),
    methods: first.methods.length > 0 ? first.methods : copy.methods,
    methodsAsWritten: first.methodsAsWritten ?? copy.methodsAsWritten,
    responsible: first.responsible.length > 0 ? first.responsible : copy.responsible,
    responsibleAsWritten: first.responsibleAsWritten ?? copy.responsibleAsWritten,
    period: first.period.asWritten === null ? copy.period : first.period,
    followUp: first.followUp.asWritten === null ? copy.followUp : first.followUp,
    status: first.status ?? copy.status,
    statusAsWritten: first.statusAsWritten ?? copy.statusAsWritten,
    progress: first.progress ?? copy.progress,
    outcome: first.outcome ?? copy.outcome,
    lines: [...first.lines, ...copy.lines],
  };
}

/** Both texts around the first place where they part. */
function difference(one: string, other: string): [string, string] {
  const [a, b] = [one.replace(/\s+/g, ''), other.replace(/\s+/g, '')];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  let end = 0;
  while (end < a.length - at && end < b.length - at && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 12), Math.max(at, text.length - end) + 12);
  return [around(a), around(b)];
}
