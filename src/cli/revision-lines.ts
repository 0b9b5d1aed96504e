/** What a change of a plan would do, for the terminal: counts first, then item by item, then what is doubtful. */
import type { Agency, ItemFacts } from '../domain/agency.ts';
import { codeOf } from '../domain/item.ts';
import { type Change, changesNothing, type Field, type Revision } from '../domain/revision.ts';
import { byWeight, findingsTogether, readerWords } from './finding-words.ts';

const FIELD: Readonly<Record<Field, string>> = {
  number: 'number',
  title: 'title',
  indicators: 'indicators',
  methods: 'methods',
  divisions: 'divisions',
  period: 'period',
  followUp: 'reports',
};

/** As many rows of one kind as a person reads; a first plan is shown by its first rows. */
const AT_MOST = 40;
const FIRST_ROWS = 5;

export function revisionLines(agency: Agency, change: Revision): string[] {
  return [...countLines(agency, change), ...itemLines(change), ...findingLines(change)];
}

function countLines(agency: Agency, change: Revision): string[] {
  const { year, plan } = change;
  const office = agency.profile?.shortName ?? agency.id;
  if (plan.before === null) {
    const measures = change.new.filter(({ kind }) => kind === 'measure').length;
    return [
      `Plan of ${year} for ${office}: ${measures} measures, ${change.new.length - measures} O-items. There is none of that year yet.`,
    ];
  }
  if (changesNothing(change)) return [`Plan of ${year} for ${office}: nothing would change.`];
  const counts = [
    [change.new.length, 'new'],
    [change.changed.length, 'changed'],
    [change.withdrawn.length, 'withdrawn'],
    [change.same.length, 'the same'],
    [change.doubtful.length, 'to be asked'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [
    `Plan of ${year} for ${office}, against the one that is in: ${words.join(', ') || 'no item changes'}.`,
  ];
}

function itemLines(change: Revision): string[] {
  const { plan, assessment } = change;
  const first = plan.before === null;
  return [
    ...(!first && plan.before?.title !== plan.after.title ? [`  title: ${plan.after.title}`] : []),
    ...(!first && plan.before?.catalogue !== plan.after.catalogue
      ? [`  O-item list: that of ${plan.after.catalogue}`]
      : []),
    ...shortened(
      change.new.map((facts) => `  + ${named(facts)}`),
      first ? FIRST_ROWS : AT_MOST,
    ),
    ...shortened(change.changed.map((one) => `  ~ ${changeWords(one)}`)),
    ...shortened(
      change.withdrawn.map(
        ({ facts }) => `  - ${named(facts)}: no longer in the document; its history stays`,
      ),
    ),
    ...shortened(change.statuses.map((stated) => `  status ${statusWords(change, stated)}`)),
    ...(assessment === null ? [] : [`  ITA ${assessment.after.year}: ${scoreWords(assessment)}`]),
  ];
}

function findingLines(change: Revision): string[] {
  const { findings, readerFindings, doubtful } = change;
  return [
    ...(doubtful.length === 0
      ? []
      : [`${doubtful.length} to be asked: ${doubtful.map(({ id }) => id).join(', ')}.`]),
    ...(findings.length === 0 ? [] : ['To look at:']),
    ...findingsTogether(findings).map((line) => `  ${line}`),
    ...readerLines(readerFindings),
  ];
}

export function readerLines(findings: Revision['readerFindings']): string[] {
  if (findings.length === 0) return [];
  return ['Unclear in the document:', ...byWeight(findings).map((one) => `  ${readerWords(one)}`)];
}

/** What of an item is said by one line. */
function named(facts: ItemFacts): string {
  return `${codeOf(facts)} ${facts.title}`;
}

function changeWords({ before, after, fields, returns }: Change): string {
  const parts = fields.map(
    (field) => `${FIELD[field]} ${valueWords(before, field)} -> ${valueWords(after, field)}`,
  );
  return `${named(after)}: ${[...(returns ? ['is back in the document'] : []), ...parts].join('; ')}`;
}

function valueWords(facts: ItemFacts, field: Field): string {
  switch (field) {
    case 'number':
      return codeOf(facts);
    case 'title':
      return `"${facts.title}"`;
    case 'methods':
      return `(${facts.methods.length})`;
    case 'indicators':
    case 'divisions':
      return facts[field].join(', ') || 'none';
    case 'period': {
      const { start, end, asWritten } = facts.period;
      const dates = start === null && end === null ? '' : `${start ?? '…'} to ${end ?? '…'}`;
      return (
        [dates, asWritten === null ? '' : `"${asWritten}"`].filter((part) => part !== '').join(' ') || 'none'
      );
    }
    case 'followUp': {
      const { cadence, dueDate, reportMonths, asWritten } = facts.followUp;
      const dates = dueDate ?? (reportMonths.join(', ') || (cadence === 'none' ? '' : cadence));
      return (
        [dates, asWritten === null ? '' : `"${asWritten}"`].filter((part) => part !== '').join(' ') || 'none'
      );
    }
  }
}

function statusWords(change: Revision, { item, status }: Revision['statuses'][number]): string {
  const all = [...change.new, ...change.same, ...change.changed.map(({ after }) => after)];
  const facts = all.find(({ id }) => id === item);
  return `${facts === undefined ? item : codeOf(facts)}: ${status}, as the document states; nobody reported on it`;
}

function scoreWords({ before, after }: NonNullable<Revision['assessment']>): string {
  const now = `${after.total}${after.level === null ? '' : ` ${after.level}`}`;
  return before === null
    ? now
    : `${now} (recorded: ${before.total}${before.level === null ? '' : ` ${before.level}`})`;
}

function shortened(lines: readonly string[], most = AT_MOST): string[] {
  return lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most), `    … and ${lines.length - most} more`];
}
