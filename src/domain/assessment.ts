/**
 * What the commission gave an office: indicators, instruments and levels. Names, weights and level rules are those of five
 * offices' published documents of 2563 to 2568; the weights give back their totals (94.39 of 2568 exactly). That one
 * instrument below 85 means ผ่าน and no more: สตง. 2568, 94.64 with EIT below 85 (mgronline.com, 9680000079675).
 */
import type { Agency, Assessment } from './agency.ts';

export type Instrument = 'iit' | 'eit' | 'oit';

export interface Indicator {
  readonly number: number;
  readonly name: string;
  readonly instrument: Instrument;
}

export interface IndicatorScore extends Indicator {
  readonly score: number;
}

/** What every office should reach, in total and in each indicator. */
export const TARGET = 85;

/** The instruments' weights in the total, in percent. */
const WEIGHTS: Readonly<Record<Instrument, number>> = { iit: 30, eit: 30, oit: 40 };

/**
 * The ten indicators: the same in the documents of 2563 to 2568 (some write การปรับปรุงระบบการทำงาน for 8 and
 * ทรัพย์สินของทางราชการ in 4); 9 and 10 also in the O-item list of 2569.
 */
export const INDICATORS: readonly Indicator[] = [
  { number: 1, name: 'การปฏิบัติหน้าที่', instrument: 'iit' },
  { number: 2, name: 'การใช้งบประมาณ', instrument: 'iit' },
  { number: 3, name: 'การใช้อำนาจ', instrument: 'iit' },
  { number: 4, name: 'การใช้ทรัพย์สินของราชการ', instrument: 'iit' },
  { number: 5, name: 'การแก้ไขปัญหาการทุจริต', instrument: 'iit' },
  { number: 6, name: 'คุณภาพการดำเนินงาน', instrument: 'eit' },
  { number: 7, name: 'ประสิทธิภาพการสื่อสาร', instrument: 'eit' },
  { number: 8, name: 'การปรับปรุงการทำงาน', instrument: 'eit' },
  { number: 9, name: 'การเปิดเผยข้อมูล', instrument: 'oit' },
  { number: 10, name: 'การป้องกันการทุจริต', instrument: 'oit' },
];

/** Indicator 1–10 by number, or null: there are no others. */
export function indicatorOf(number: number): Indicator | null {
  return INDICATORS.find((indicator) => indicator.number === number) ?? null;
}

/** The assessment of the latest year, or null when none was recorded. */
export function newestAssessment(agency: Agency): Assessment | null {
  return Object.values(agency.assessments).sort((a, b) => b.year - a.year)[0] ?? null;
}

/** Indicators with their scores and names, the weakest first; equals by number. */
export function weakest(assessment: Assessment, n: number = INDICATORS.length): IndicatorScore[] {
  return assessment.indicators
    .flatMap(({ number, score }) => {
      const indicator = indicatorOf(number);
      return indicator === null ? [] : [{ ...indicator, score }];
    })
    .sort((a, b) => a.score - b.score || a.number - b.number)
    .slice(0, n);
}

/** The indicators that scored less than `threshold`, the weakest first. */
export function below(assessment: Assessment, threshold: number = TARGET): IndicatorScore[] {
  return weakest(assessment).filter(({ score }) => score < threshold);
}

/**
 * What an instrument scored: as stated, else the mean of its indicators (so the documents' own figures come out), else
 * null: an indicator is missing.
 */
export function instrumentScore(assessment: Assessment, instrument: Instrument): number | null {
  const stated = assessment.instruments[instrument];
  if (stated !== null) return stated;
  const scores = INDICATORS.filter((indicator) => indicator.instrument === instrument).map(
    ({ number }) => assessment.indicators.find((one) => one.number === number)?.score,
  );
  let sum = 0;
  for (const score of scores) {
    if (score === undefined) return null;
    sum += score;
  }
  return hundredths(sum / scores.length);
}

/** The total that follows from the instruments by their weights, or null when one is not known. */
export function weightedTotal(assessment: Assessment): number | null {
  let sum = 0;
  for (const [instrument, weight] of Object.entries(WEIGHTS) as [Instrument, number][]) {
    const score = instrumentScore(assessment, instrument);
    if (score === null) return null;
    sum += score * weight;
  }
  return hundredths(sum / 100);
}

/**
 * The level by the rules of its year, or null when it does not follow from what is known. To 2565 letters by the total;
 * from 2566 the total and, from 85 up, each instrument. Whether the rules changed after 2568 is not known: the level the
 * source states (`assessment.level`) goes before this one.
 */
export function levelOf(assessment: Assessment): string | null {
  const { year, total } = assessment;
  const alone = levelByTotal(year, total);
  if (alone !== null) return alone;
  const scores = (['iit', 'eit', 'oit'] as const).map((one) => instrumentScore(assessment, one));
  if (scores.some((score) => score !== null && score < TARGET)) return 'ผ่าน';
  if (scores.includes(null)) return null;
  return total >= 95 && scores.every((score) => score !== null && score >= 95) ? 'ผ่านดีเยี่ยม' : 'ผ่านดี';
}

/**
 * The level a total alone decides: a letter to 2565; from 2566 on only the two lowest, because above them the
 * instruments count too.
 */
export function levelByTotal(year: number, total: number): string | null {
  if (year <= 2565) return LETTERS.find(([from]) => total >= from)?.[1] ?? 'F';
  if (total < 70) return 'ต้องปรับปรุงโดยด่วน';
  return total < TARGET ? 'ต้องปรับปรุง' : null;
}

const LETTERS: readonly (readonly [from: number, letter: string])[] = [
  [95, 'AA'],
  [85, 'A'],
  [75, 'B'],
  [65, 'C'],
  [55, 'D'],
  [50, 'E'],
];

function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}
