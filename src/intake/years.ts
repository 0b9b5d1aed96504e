/** The plan's fiscal year and the year assessed: two different years in one document, told apart by their words. */
import { fiscalYearDays } from '../domain/calendar.ts';
import type { DraftPlan } from './draft.ts';
import type { Findings } from './finding.ts';
import { cellOf, type Section } from './section.ts';
import type { TextLine } from './source.ts';
import { ceYear, fiscalYearOfMonth, plainDigits, writtenDates } from './written-date.ts';

export interface PlanYear {
  readonly year: number | null;
  readonly asWritten: string | null;
}

/** `ประจำปีงบประมาณ พ.ศ. ๒๕๖๔`, also with the `ปี` a scanner damaged. */
const YEAR = /(?:ประจำ)?(?:ใน)?ป[ีึ](?:\s*งบประมาณ)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*(2[45]\d\d)/g;
const ASSESSED = /ผลการประเมิน|ประเมินคุณธรรม|ประเมินระดับคุณธรรม|การประเมิน\s*(?:\(?ITA|คุณธรรม)|Integrity|\bITA\b/;
const PLANNED = /มาตรการ|ข้อเสนอแนะ|แผนปฏิบัติ|ไปสู่(?:การ)?(?:ปรับปรุง|ปฏิบัติ|พัฒนา)|แนวทางการ(?:แก้ไข|ปรับปรุง|พัฒนา)/;

/** From the periods of the measures, and from titles that say `มาตรการ… ปีงบประมาณ …`. */
export function planYearOf(
  sections: readonly Section[],
  lines: readonly TextLine[],
  findings: Findings,
): PlanYear {
  const dated = votes();
  for (const section of sections) {
    if (section.kind !== 'measures' && section.kind !== 'approaches') continue;
    for (const row of section.rows) {
      for (const field of ['period', 'start', 'end', 'followUp'] as const)
        for (const year of yearsIn(cellOf(row, section.columns, field)))
          dated.add(year, field === 'followUp' ? 1 : 3);
    }
  }
  const titled = votes();
  for (const [at, line] of lines.entries()) {
    for (const { year, about } of yearsAt(lines, at))
      if (about === 'plan') titled.add(year, line.text.length < 250 ? 3 : 1, line);
  }
  const [byDates, byTitle] = [dated.first(), titled.first()];
  if (byDates !== null && byTitle !== null && byDates.year !== byTitle.year) {
    const line = byTitle.line?.line ?? 1;
    findings.doubt(line, 'plan.fiscalYear', 'years-disagree', byTitle.line?.text ?? '', String(byDates.year));
  }
  const year = byDates?.year ?? byTitle?.year ?? null;
  const written = year === null ? null : titled.of(year)?.line;
  const asWritten = [...plainPairs(written?.text ?? '')].find((pair) => pair.year === year)?.written ?? null;
  return { year, asWritten };
}

/** The year whose result the document analyses. */
export function assessedYearOf(lines: readonly TextLine[]): number | null {
  const found = votes();
  for (const [at, { text }] of lines.entries()) {
    for (const { year, about } of yearsAt(lines, at)) {
      if (about === 'assessment') found.add(year, /คะแนน|การวิเคราะห์ผล/.test(text) ? 3 : 1);
    }
  }
  return found.first()?.year ?? null;
}

/** The plan with its days. A year that only follows from the assessment's is proposed, not taken. */
export function planOf(
  { year, asWritten }: PlanYear,
  assessed: number | null,
  rule: string | null,
  findings: Findings,
): DraftPlan {
  if (year === null) {
    const maybe = assessed === null ? null : String(assessed + 1);
    findings.doubt(1, 'plan.fiscalYear', 'year-unknown', '', maybe);
    return { fiscalYear: null, asWritten: null, start: null, end: null, reportingRule: rule };
  }
  if (assessed !== null && (year - assessed < 0 || year - assessed > 1))
    findings.doubt(1, 'plan.fiscalYear', 'years-disagree', String(year), String(assessed + 1));
  return { fiscalYear: year, asWritten, ...fiscalYearDays(year), reportingRule: rule };
}

/** The years of a line. A short one that only names a year (`ประจำปีงบประมาณ ๒๕๖๔`) goes on with the title above it. */
function yearsAt(
  lines: readonly TextLine[],
  at: number,
): { year: number; about: 'plan' | 'assessment' | null }[] {
  const text = lines[at]?.text ?? '';
  const found = namedYears(text);
  if (text.length > 90 || found.length !== 1 || found[0]?.about !== null) return found;
  const above = lines.slice(Math.max(0, at - 3), at).filter((line) => line.text.length < 250);
  return namedYears([...above.map((line) => line.text), text].join(' ')).slice(-1);
}

/** Each year named, and what the words before it are about: the nearest of plan and assessment. */
function namedYears(text: string): { year: number; about: 'plan' | 'assessment' | null }[] {
  const plain = plainDigits(text);
  const found: { year: number; about: 'plan' | 'assessment' | null }[] = [];
  let from = 0;
  for (const match of plain.matchAll(YEAR)) {
    const before = plain.slice(Math.max(from, match.index - 320), match.index);
    const [assessed, planned] = [lastOf(before, ASSESSED), lastOf(before, PLANNED)];
    const about = assessed < 0 && planned < 0 ? null : planned > assessed ? 'plan' : 'assessment';
    found.push({
      year: Number(match[1]),
      about: before.includes('ภายใน') && about === 'assessment' ? null : about,
    });
    from = match.index + match[0].length;
  }
  return found;
}

function* plainPairs(text: string): Generator<{ year: number; written: string }> {
  for (const match of plainDigits(text).matchAll(YEAR))
    yield { year: Number(match[1]), written: text.slice(match.index, match.index + match[0].length) };
}

function lastOf(text: string, pattern: RegExp): number {
  const all = [...text.matchAll(new RegExp(pattern.source, 'g'))];
  return all.at(-1)?.index ?? -1;
}

/** The fiscal years (BE) a period or follow-up names. */
function yearsIn(cell: string): number[] {
  const months = writtenDates(cell).flatMap(({ month, year }) =>
    year === null ? [] : [fiscalYearOfMonth(month, year)],
  );
  const named = [
    ...plainDigits(cell).matchAll(/ปีงบ(?:ประมาณ)?\s*(?:พ\.?ศ\.?)?\s*(2[45]\d\d|[5-9]\d)(?!\d)/g),
  ];
  return [...months, ...named.map((match) => ceYear(Number(match[1])) + 543)];
}

interface Vote {
  readonly year: number;
  weight: number;
  readonly line: TextLine | undefined;
}

function votes() {
  const kept = new Map<number, Vote>();
  return {
    add(year: number, weight: number, line?: TextLine) {
      const vote = kept.get(year) ?? { year, weight: 0, line };
      vote.weight += weight;
      kept.set(year, vote);
    },
    of: (year: number) => kept.get(year) ?? null,
    first: (): Vote | null => [...kept.values()].sort((a, b) => b.weight - a.weight)[0] ?? null,
  };
}
