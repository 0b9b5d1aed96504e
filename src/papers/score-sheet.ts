/** A result as sheets: total, level and instruments in sentences, indicators and questions as tables. */
import type { Assessment } from '../domain/agency.ts';
import { INDICATORS } from '../domain/assessment.ts';
import {
  indicatorWords,
  instrumentWords,
  oScoreWords,
  QUESTION_PARTS,
  QUESTIONS,
  SCORES,
  scoresTitle,
  totalWords,
} from './words-workbook.ts';
import { columnsOf, type Worksheet } from './worksheet.ts';

const WIDTHS = [60, 18, 18];
/** An empty cell would end the table. */
const NO_SCORE = '-';

export function scoreSheets({ year, total, level, instruments, ...finer }: Assessment): Worksheet[] {
  const { indicators, questions = [], oItems = [] } = finer;
  const stated = (['iit', 'eit', 'oit'] as const).flatMap((instrument) => {
    const score = instruments[instrument];
    return score === null ? [] : [instrumentWords(instrument, score)];
  });
  const inParts = questions.filter((question) => question.public !== null || question.survey !== null);
  const whole = questions.filter((question) => !inParts.includes(question));
  return [
    {
      name: SCORES.sheet,
      above: [scoresTitle(year), totalWords(total, level), ...stated],
      columns: columnsOf(SCORES.header, WIDTHS),
      rows: INDICATORS.flatMap(({ number, name }) => {
        const score = indicators.find((one) => one.number === number)?.score;
        return score === undefined ? [] : [[indicatorWords(number, name), score]];
      }),
      below: oItems.map(({ number, score }) => oScoreWords(number, score)),
    },
    {
      name: QUESTIONS.sheet,
      above: [QUESTIONS.title],
      columns: columnsOf(QUESTIONS.header, WIDTHS),
      rows: whole.map(({ id, score }) => [id, score ?? NO_SCORE]),
    },
    {
      name: QUESTION_PARTS.sheet,
      above: [QUESTION_PARTS.title],
      columns: columnsOf(QUESTION_PARTS.header, WIDTHS),
      rows: inParts.map((question) => [
        question.id,
        question.public ?? NO_SCORE,
        question.survey ?? NO_SCORE,
      ]),
    },
  ];
}
