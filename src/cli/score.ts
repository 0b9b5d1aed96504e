import { indicatorOf } from '../domain/assessment.ts';
import {
  measuresUsedBefore,
  scoreHistory,
  type UsedMeasure,
  type YearScore,
} from '../domain/score-history.ts';
import { type Command, done, needed, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { asYear } from './plan-year.ts';

export const scoreHistoryOf: Command = {
  name: 'score history',
  summary: 'Shows the ITA results recorded, year by year: total, level, weakest indicators, those under 85.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  async run(input, terminal) {
    return withAgency(input, terminal, (_desk, { agency }) => {
      const history = scoreHistory(agency);
      const lines = history.flatMap(yearLines);
      return done(
        lines.length > 0 ? lines : ['No result is recorded yet; it comes in with a plan ("import").'],
        {
          agency: agency.id,
          history,
        },
      );
    });
  },
};

function yearLines({ year, total, level, gain, weakest, below }: YearScore): string[] {
  const { asWritten, byRule } = level;
  const named = asWritten ?? byRule;
  const rule = asWritten !== null && byRule !== null && asWritten !== byRule ? ` (by rule ${byRule})` : '';
  const change = gain === null ? '' : `, ${gain >= 0 ? '+' : ''}${gain}`;
  const scores = (list: YearScore['below']) =>
    list.map(({ number, name, score }) => `${number} ${name} ${score}`).join(', ');
  return [
    `${year}: ${total}${named === null ? '' : ` ${named}`}${rule}${change}`,
    ...(weakest.length === 0 ? [] : [`  weakest: ${scores(weakest)}`]),
    ...(below.length === 0 ? [] : [`  under 85: ${scores(below)}`]),
  ];
}

export const measuresUsed: Command = {
  name: 'measures used',
  summary: 'Shows what earlier plans did for an indicator, and how the indicator stood before and after.',
  usage: '--indicator 4 [--before 2570] [--agency ID]',
  words: 0,
  options: { agency: { type: 'string' }, indicator: { type: 'string' }, before: { type: 'string' } },
  async run(input, terminal) {
    const indicator = indicatorOf(Number(needed(input, 'indicator')));
    if (indicator === null) throw new WrongUse('--indicator is a number from 1 to 10.');
    const said = input.text('before');
    const before = said === undefined ? Number.POSITIVE_INFINITY : asYear(said, '--before');
    return withAgency(input, terminal, (_desk, { agency }) => {
      const used = measuresUsedBefore(agency, indicator.number, before);
      const name = `indicator ${indicator.number} ${indicator.name}`;
      return done(
        used.length === 0
          ? [`No earlier plan has a measure for ${name}.`]
          : [`Measures for ${name}:`, ...used.map(usedLine)],
        {
          agency: agency.id,
          indicator: indicator.number,
          measures: used.map(({ item, ...rest }) => ({ item: item.id, title: item.title, ...rest })),
        },
      );
    });
  },
};

function usedLine({ item, years, ended, evidence, score }: UsedMeasure): string {
  const stood = `${score.before ?? '?'} -> ${score.after ?? '?'}`;
  const shown = evidence === 0 ? 'no evidence' : `${evidence} evidence`;
  return `  ${years.join(', ')} M${item.number} ${item.title}: ${ended}, ${shown}; score ${stood}`;
}
