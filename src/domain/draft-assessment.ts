/** The last assessment as a plan document states it: taken as written, never corrected; what contradicts itself is found. */
import { z } from 'zod';
import type { Assessment } from './agency.ts';
import { indicatorOf, instrumentScore, levelOf, weightedTotal } from './assessment.ts';

const text = z.string().nullish();
const number = z.number().nullish();

/** The fields of a draft that tell of an assessment; all may be missing. */
export const assessmentFields = {
  assessment: z
    .object({
      year: z.int().min(2500).max(2700).nullish(),
      overallScore: number,
      level: text,
      overallScoreAsWritten: text,
    })
    .nullish(),
  instrumentScores: z.object({ IIT: number, EIT: number, OIT: number }).nullish(),
  indicators: z.array(z.object({ no: z.int().nullish(), score: number })).nullish(),
  /** EIT questions have two scores from 2566. */
  questions: z
    .array(z.object({ id: z.string(), score: number, scoreEitPublic: number, scoreEitSurvey: number }))
    .nullish(),
  oItemScores: z.array(z.object({ id: z.string(), score: number })).nullish(),
};

/** What is doubtful in an assessment: `item` is `ITA 2568`, an instrument, `indicator 4`, `i3` or `O16`. */
export interface AssessmentFinding {
  readonly item: string;
  readonly kind: /** An assessment of an unknown year is not taken. */
    | 'no-assessment-year'
    /** Without its total it is not taken, and none is computed. */
    | 'no-total'
    /** Not from 0 to 100: not taken. */
    | 'not-a-score'
    /** An instrument is not the mean of its indicators. */
    | 'instrument-contradicts'
    /** The total does not follow from the instruments. */
    | 'total-contradicts'
    /** The level does not follow from the scores by the rules of its year. */
    | 'level-contradicts';
  readonly read: string | null;
}

type Written = z.infer<z.ZodObject<typeof assessmentFields>>;

/** Totals are published rounded, and so are the scores they come from: offices' own figures differ by up to 0.03. */
const ROUNDING = 0.05;

/** The assessment, or null when the document states none, or not of which year, or no total; and what is doubtful. */
export function readAssessment(written: Written): {
  readonly assessment: Assessment | null;
  readonly findings: readonly AssessmentFinding[];
} {
  const told = written.assessment;
  if (told == null || statesNothing(written)) return { assessment: null, findings: [] };
  const { year, overallScore, level } = told;
  if (year == null)
    return { assessment: null, findings: [{ item: 'ITA', kind: 'no-assessment-year', read: null }] };
  const findings: AssessmentFinding[] = [];
  const item = `ITA ${year}`;
  const score = (what: string, read: number | null | undefined): number | null => {
    if (read == null) return null;
    if (read >= 0 && read <= 100) return read;
    findings.push({ item: what, kind: 'not-a-score', read: String(read) });
    return null;
  };
  const { IIT, EIT, OIT } = written.instrumentScores ?? {};
  const instruments = { iit: score('IIT', IIT), eit: score('EIT', EIT), oit: score('OIT', OIT) };
  const indicators = (written.indicators ?? []).flatMap(({ no, score: read }) => {
    if (no == null || indicatorOf(no) === null) return [];
    const known = score(`indicator ${no}`, read);
    return known === null ? [] : [{ number: no, score: known }];
  });
  const total = score(item, overallScore);
  if (overallScore == null) findings.push({ item, kind: 'no-total', read: null });
  if (total === null) return { assessment: null, findings };
  const finer = finerScores(written, score);
  const assessment = { year, total, level: level?.trim() || null, instruments, indicators, ...finer };
  findings.push(...contradictions(assessment, item, told.overallScoreAsWritten ?? String(total)));
  return { assessment, findings };
}

/** A document that names the assessment without a figure states none. */
function statesNothing({
  assessment,
  instrumentScores,
  indicators,
  questions,
  oItemScores,
}: Written): boolean {
  const { IIT, EIT, OIT } = instrumentScores ?? {};
  const figures = [
    ...[assessment?.overallScore, assessment?.overallScoreAsWritten, assessment?.level, IIT, EIT, OIT],
    ...(indicators ?? []).map(({ score }) => score),
    ...(questions ?? []).flatMap((one) => [one.score, one.scoreEitPublic, one.scoreEitSurvey]),
    ...(oItemScores ?? []).map(({ score }) => score),
  ];
  return figures.every((figure) => figure == null);
}

/** Scores of questions and of O-items: most documents state none, and then the result has none. */
function finerScores(
  { questions, oItemScores }: Written,
  score: (what: string, read: number | null | undefined) => number | null,
): Pick<Assessment, 'questions' | 'oItems'> {
  const asked = (questions ?? [])
    .filter(({ id }) => /^[ie]\d{1,2}$/.test(id))
    .map(({ id, score: read, scoreEitPublic, scoreEitSurvey }) => ({
      id,
      score: score(id, read),
      public: score(id, scoreEitPublic),
      survey: score(id, scoreEitSurvey),
    }));
  const oItems = (oItemScores ?? []).flatMap(({ id, score: read }) => {
    const number = Number(/^O([1-9]\d?)$/.exec(id)?.[1]);
    const known = Number.isNaN(number) ? null : score(id, read);
    return known === null ? [] : [{ number, score: known }];
  });
  return {
    ...(asked.length === 0 ? {} : { questions: asked }),
    ...(oItems.length === 0 ? {} : { oItems }),
  };
}

function contradictions(assessment: Assessment, item: string, totalAsWritten: string): AssessmentFinding[] {
  const found: AssessmentFinding[] = [];
  for (const instrument of ['iit', 'eit', 'oit'] as const) {
    const stated = assessment.instruments[instrument];
    const mean = instrumentScore(withoutInstruments(assessment), instrument);
    if (stated !== null && mean !== null && Math.abs(stated - mean) > ROUNDING) {
      found.push({ item: instrument.toUpperCase(), kind: 'instrument-contradicts', read: String(stated) });
    }
  }
  const weighted = weightedTotal(assessment);
  if (weighted !== null && Math.abs(weighted - assessment.total) > ROUNDING) {
    found.push({ item, kind: 'total-contradicts', read: totalAsWritten });
  }
  const rule = levelOf(assessment);
  if (assessment.level !== null && rule !== null && plain(assessment.level) !== plain(rule)) {
    found.push({ item, kind: 'level-contradicts', read: assessment.level });
  }
  return found;
}

function withoutInstruments(assessment: Assessment): Assessment {
  return { ...assessment, instruments: { iit: null, eit: null, oit: null } };
}

function plain(level: string): string {
  return level.replace(/^\s*ระดับ|[\s"“”]/g, '').toUpperCase();
}
