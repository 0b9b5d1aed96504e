/** Results over the years, and measures that were tried before for an indicator. */
import { INDICATORS, indicatorOf, TARGET } from '../domain/assessment.ts';
import { scoreHistory, type UsedMeasure, type YearScore } from '../domain/score-history.ts';
import { quickReplies } from './buttons.ts';
import { changesCard } from './cards.ts';
import { flex, pages, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { officeName, placeOf, type Scene } from './scene.ts';
import { itemShort } from './words.ts';
import { HISTORY_OF_SCORES as HISTORY, USED } from './words-list.ts';
import { NO_SCORE } from './words-score.ts';

const YEARS = 6;
const YEARS_PER_CARD = 2;
const INDICATORS_SHOWN = 4;
const MEASURES = 24;
const MEASURES_PER_CARD = 6;

/** Each year: the total, the level as written and by rule, what lies under the target or else is weakest. */
export function sayScoreHistory(scene: Scene): Outgoing[] {
  const years = scoreHistory(scene.agency);
  if (years.length === 0) return [withNext(scene, { type: 'text', text: NO_SCORE }, ['progress'])];
  const shown = years.slice(0, YEARS);
  const bubbles = pages(shown, YEARS_PER_CARD).map((page, index, all) =>
    changesCard({
      title: HISTORY.title,
      subtitle: officeName(scene.agency),
      sections: page.map(yearSection),
      mark: index === all.length - 1 ? HISTORY.older(years.length - shown.length) : '',
      foot: '',
      link: '',
      linkLabel: HISTORY.title,
    }),
  );
  const alt = `${HISTORY.title}: ${shown.map(({ year, total }) => HISTORY.year(year, total)).join(', ')}`;
  return [withNext(scene, flex(alt, bubbles), ['score', 'progress'])];
}

function yearSection({ year, total, level, gain, weakest, below }: YearScore) {
  const { asWritten, byRule } = level;
  const told = asWritten ?? byRule;
  const differs = asWritten !== null && byRule !== null && asWritten.trim() !== byRule;
  const heading = [
    HISTORY.year(year, total),
    ...(told === null ? [] : [HISTORY.level(short(told, 60))]),
    ...(differs ? [HISTORY.byRule(byRule)] : []),
    ...(gain === null ? [] : [HISTORY.gain(gain)]),
  ].join(' · ');
  const low = below.length > 0 ? below : weakest;
  return {
    heading,
    rows: low.slice(0, INDICATORS_SHOWN).map(({ number, name, score }) => ({
      code: HISTORY.indicator(number),
      title: name,
      note: score < TARGET ? HISTORY.low(score) : HISTORY.weak(score),
    })),
    rest: HISTORY.rest(low.length - INDICATORS_SHOWN),
  };
}

/** Proposed, never taken by themselves. */
export function sayUsedMeasures(scene: Scene, indicator: number, used: readonly UsedMeasure[]): Outgoing[] {
  if (used.length === 0) return [{ type: 'text', text: USED.none(indicator) }];
  const title = USED.title(indicator, indicatorOf(indicator)?.name ?? '');
  const bubbles = pages(used.slice(0, MEASURES), MEASURES_PER_CARD).map((page) =>
    changesCard({
      title,
      subtitle: USED.foot,
      sections: [{ heading: title, rows: page.map(usedRow), rest: '' }],
      mark: '',
      foot: '',
      link: '',
      linkLabel: title.slice(0, 20),
    }),
  );
  return [withNext(scene, flex(title, bubbles), ['score'])];
}

function usedRow({ item, years, ended, evidence, score: { before, after } }: UsedMeasure) {
  const moved = before === null || after === null ? [] : [USED.score(before, after)];
  return {
    code: itemShort(item),
    title: short(item.title, 100),
    note: [USED.years(years.slice(0, 5)), USED.ended(ended), USED.evidence(evidence), ...moved].join(' · '),
  };
}

/** Of which indicator? Each is one press. */
export function askIndicator(scene: Scene): Outgoing[] {
  const choices = INDICATORS.map(
    ({ number }) => [USED.label(number), { text: USED.said(number), data: null }] as const,
  );
  return [{ type: 'text', text: USED.which, quickReply: quickReplies(placeOf(scene), choices) }];
}
