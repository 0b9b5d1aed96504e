/** What the commission gave over the years, and which measures were tried for an indicator before. */
import type { Agency, Assessment, Item } from './agency.ts';
import { below, type IndicatorScore, levelOf, weakest } from './assessment.ts';
import type { Status } from './event.ts';
import { evidenceOf, itemsOf, statusOf } from './item.ts';
import { sameWords } from './wording.ts';

/** One year's result. */
export interface YearScore {
  readonly year: number;
  readonly total: number;
  /** The level as the source writes it, and by the rules of its year; they may differ (2564: 74.83 "E", by rule C). */
  readonly level: { readonly asWritten: string | null; readonly byRule: string | null };
  /** More or less than the year recorded before, null for the first; in points. */
  readonly gain: number | null;
  readonly weakest: readonly IndicatorScore[];
  /** Under 85, the weakest first. */
  readonly below: readonly IndicatorScore[];
  readonly assessment: Assessment;
}

/** A measure of earlier plans for an indicator: to be proposed, never taken by itself. */
export interface UsedMeasure {
  /** As it stood in its newest plan. */
  readonly item: Item;
  /** Every plan that had it, the newest first. */
  readonly years: readonly number[];
  /** How it ended: its status when its plan was closed, or now. */
  readonly ended: Status;
  readonly evidence: number;
  /** The indicator before it (the result its newest plan answers) and after (the result of that plan's year). */
  readonly score: { readonly before: number | null; readonly after: number | null };
}

/** Results by year, the newest first, with the `n` weakest indicators of each. */
export function scoreHistory(agency: Agency, n = 3): YearScore[] {
  const years = Object.values(agency.assessments).sort((a, b) => b.year - a.year);
  return years.map((assessment, index) => {
    const before = years[index + 1];
    return {
      year: assessment.year,
      total: assessment.total,
      level: { asWritten: assessment.level, byRule: levelOf(assessment) },
      gain: before === undefined ? null : Math.round((assessment.total - before.total) * 100) / 100,
      weakest: weakest(assessment, n),
      below: below(assessment),
      assessment,
    };
  });
}

/**
 * Measures that plans of years before `year` had for an indicator, each once (those carried on or of the same title are
 * one), the newest first. Withdrawn ones are not among them.
 */
export function measuresUsedBefore(agency: Agency, indicator: number, year: number): UsedMeasure[] {
  const used: { item: Item; years: number[]; ids: Set<string> }[] = [];
  const years = Object.keys(agency.plans).map(Number);
  for (const earlier of years.filter((one) => one < year).sort((a, b) => b - a)) {
    for (const item of itemsOf(agency, earlier)) {
      if (item.kind !== 'measure' || !item.indicators.includes(indicator)) continue;
      const known = used.find((one) => one.ids.has(item.id) || sameWords(one.item.title, item.title));
      const entry = known ?? { item, years: [], ids: new Set<string>() };
      if (known === undefined) used.push(entry);
      if (!entry.years.includes(earlier)) entry.years.push(earlier);
      if (item.from !== undefined) entry.ids.add(item.from);
    }
  }
  return used.map(({ item, years: had }) => ({
    item,
    years: had,
    ended: statusOf(item, agency.plans[item.year]?.closed ?? undefined),
    evidence: evidenceOf(item).length,
    score: {
      before: scoreOf(agency, item.year - 1, indicator),
      after: scoreOf(agency, item.year, indicator),
    },
  }));
}

function scoreOf(agency: Agency, year: number, indicator: number): number | null {
  return agency.assessments[year]?.indicators.find(({ number }) => number === indicator)?.score ?? null;
}
