/** The reader of plan documents: blocks of any source to a draft and its findings. */
import { agencyOf } from './agency.ts';
import { indicatorPlansOf } from './approaches.ts';
import { assessmentOf, checkSentences, instrumentScoresOf, oScoresOf } from './assessment.ts';
import { withoutCopies } from './copies.ts';
import { findDamage } from './damage.ts';
import type { DivisionNames } from './divisions.ts';
import { documentOf, reportingRuleOf } from './document.ts';
import type { Draft, DraftIndicator, DraftMeasure } from './draft.ts';
import { Findings } from './finding.ts';
import { scoresOf } from './indicator-scores.ts';
import { measuresOf } from './measures.ts';
import { oItemsOf } from './o-items.ts';
import { approvalChainOf, committeeOf } from './people.ts';
import { readScore } from './score.ts';
import { type Section, sectionsOf } from './section.ts';
import { type Block, linesOf } from './source.ts';
import type { Context } from './work.ts';
import { assessedYearOf, planOf, planYearOf } from './years.ts';

export interface ReadOptions {
  /** The office's divisions: their codes and names win over the common ones. */
  readonly divisions?: readonly DivisionNames[];
  /** The plan's fiscal year (BE), when a person has said it. */
  readonly fiscalYear?: number;
}

/** Reads a plan. A value is taken as written or left open and found; nothing is made up. */
export function readPlan(blocks: readonly Block[], options: ReadOptions = {}): Draft {
  const findings = new Findings();
  const lines = linesOf(blocks);
  const sections = withMeasures(sectionsOf(blocks, findings), findings);
  const found = planYearOf(sections, lines, findings);
  const planYear = options.fiscalYear === undefined ? found : { ...found, year: options.fiscalYear };
  const assessed = assessedYearOf(lines);
  const context: Context = { fiscalYear: planYear.year, divisions: options.divisions ?? [], findings };
  const { total, instruments, indicators, questions } = scoresOf(sections, findings);
  const measures = numbered(withoutCopies(measuresOf(sections, context), findings), findings);
  const indicatorPlans = indicatorPlansOf(sections, context);
  const years = [planYear.year, assessed].filter((year) => year !== null);
  const oItems = oItemsOf(sections, years, context);
  checkSentences(lines, indicators, findings);
  checkStatedScores(measures, indicators, findings);
  findDamage(lines, findings);
  const parts = [
    ...(indicators.length > 0 ? ['analysis'] : []),
    ...(measures.length > 0 ? ['measures'] : []),
    ...(oItems.length > 0 ? ['o-items'] : []),
    ...(measures.some(({ status }) => status !== null) ? ['progress'] : []),
  ];
  const draft = {
    agency: agencyOf(lines, findings),
    document: documentOf(lines, parts),
    plan: planOf(planYear, assessed, reportingRuleOf(lines), findings),
    assessment: assessmentOf(lines, assessed, total, findings),
    instrumentScores: instrumentScoresOf(instruments, lines, findings),
    indicators,
    questions,
    oItemScores: oScoresOf(lines, findings),
    measures,
    indicatorPlans,
    oItems,
    committee: committeeOf(sections, lines),
    approvalChain: approvalChainOf(lines),
  };
  return { ...draft, findings: findings.all() };
}

/** An office without a table of measures tracks the ways it wrote down for each indicator. */
function withMeasures(sections: readonly Section[], findings: Findings): Section[] {
  if (sections.some(({ kind }) => kind === 'measures' || kind === 'oItems')) return [...sections];
  return sections.map((section): Section => {
    if (section.kind !== 'approaches') return section;
    const columns = section.columns.map((field) => (field === 'approach' ? 'title' : field));
    findings.note(section.headerLine ?? 0, 'measures', 'approach-as-measure', section.headed.join(' | '));
    return { ...section, kind: 'measures', columns };
  });
}

/** Without any number the order counts; a missing or repeated one among others is found and left to a person. */
function numbered(measures: readonly DraftMeasure[], findings: Findings): DraftMeasure[] {
  if (measures.every(({ number }) => number === null))
    return measures.map((measure, at) => ({ ...measure, number: at + 1 }));
  const seen = new Set<number>();
  for (const [at, { number, title, lines }] of measures.entries()) {
    const line = lines[0] ?? 0;
    if (number === null) findings.doubt(line, `measures[${at}].number`, 'number-missing', title);
    else if (seen.has(number))
      findings.doubt(line, `measures[${at}].number`, 'number-twice', `${number} ${title}`);
    if (number !== null) seen.add(number);
  }
  return [...measures];
}

/** A measure's row may repeat its indicator's score; another figure there is a slip on one side. */
function checkStatedScores(
  measures: readonly DraftMeasure[],
  indicators: readonly DraftIndicator[],
  findings: Findings,
): void {
  for (const { indicator, findingAsWritten, lines } of measures) {
    const known = indicators.find(({ no }) => no === indicator)?.score ?? null;
    const stated = /^คะแนน(?:รวม|เฉลี่ย)?\s*([\d๐-๙.,/]+)/.exec(findingAsWritten ?? '')?.[1];
    if (known === null || stated === undefined) continue;
    const { score } = readScore(stated);
    if (score !== known)
      findings.doubt(
        lines[0] ?? 0,
        `indicators[${indicator}].score`,
        'scores-disagree',
        stated,
        String(known),
      );
  }
}
