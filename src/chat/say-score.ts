/** The ITA result. */
import type { Assessment } from '../domain/agency.ts';
import { below, instrumentScore, levelOf, newestAssessment, TARGET, weakest } from '../domain/assessment.ts';
import { dayOf, fiscalYearOf } from '../domain/calendar.ts';
import { type ScoreRow, scoreCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { officeName, type Scene } from './scene.ts';
import {
  belowTitle,
  INSTRUMENT,
  indicatorWords,
  levelWords,
  NO_SCORE,
  notYetScored,
  scoreTitle,
  scoreWords,
  WEAKEST,
} from './words-score.ts';

/** The weakest indicators shown when none is under the target. */
const WEAKEST_SHOWN = 3;

export function sayScore(scene: Scene): Outgoing[] {
  const assessment = newestAssessment(scene.agency);
  if (assessment === null)
    return [withNext(scene, { type: 'text', text: NO_SCORE }, ['progress', 'missing'])];
  const { year, total } = assessment;
  const level = assessment.level ?? levelOf(assessment);
  const running = fiscalYearOf(dayOf(scene.now));
  const card = scoreCard({
    title: scoreTitle(year),
    office: officeName(scene.agency),
    total: scoreWords(total),
    level: level === null ? '' : levelWords(short(level, 60)),
    instruments: instrumentRows(assessment),
    ...indicatorRows(assessment),
    foot: running > year ? notYetScored(running) : '',
  });
  const alt = [scoreTitle(year), scoreWords(total), level === null ? '' : levelWords(level)].join(' ').trim();
  return [withNext(scene, flex(alt, [card]), ['progress', 'missing'])];
}

function instrumentRows(assessment: Assessment): ScoreRow[] {
  return (['iit', 'eit', 'oit'] as const).flatMap((one) => {
    const score = instrumentScore(assessment, one);
    return score === null ? [] : [rowOf(INSTRUMENT[one], score)];
  });
}

/** Those under the target; when there is none, the weakest. */
function indicatorRows(assessment: Assessment) {
  const low = below(assessment);
  const shown = low.length > 0 ? low : weakest(assessment, WEAKEST_SHOWN);
  return {
    indicatorsTitle: low.length > 0 ? belowTitle(low.length, TARGET) : WEAKEST,
    indicators: shown.map(({ number, name, score }) => rowOf(indicatorWords(number, name), score)),
    indicatorsRest: low.length > 0 ? '' : belowTitle(0, TARGET),
  };
}

function rowOf(name: string, score: number): ScoreRow {
  return { name, score: scoreWords(score), low: score < TARGET };
}
