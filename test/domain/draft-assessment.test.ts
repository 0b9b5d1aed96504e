import { describe, expect, it } from 'vitest';
import { levelOf } from '../../src/domain/assessment.ts';
import { planDraft, readDraft } from '../../src/domain/draft.ts';
import type { AssessmentFinding } from '../../src/domain/draft-assessment.ts';
import { readEvent } from '../../src/domain/upcast.ts';
import {
  aStaffedOffice,
  console_,
  countingIds,
  DIVISIONS,
  exampleDraft,
  given,
} from '../support/an-agency.ts';

const KINDS: readonly AssessmentFinding['kind'][] = [
  'no-assessment-year',
  'no-total',
  'not-a-score',
  'instrument-contradicts',
  'total-contradicts',
  'level-contradicts',
];
function read(written: object) {
  const draft = planDraft.parse({ plan: { fiscalYear: 2569 }, measures: [], ...written });
  const { assessment, findings } = readDraft(draft, DIVISIONS, countingIds());
  return { assessment, doubts: findings.filter(({ kind }) => KINDS.some((known) => known === kind)) };
}
const scores = (...told: (number | null)[]) => told.map((score, index) => ({ no: index + 1, score }));
const TEN_OF_2568 = scores(98.07, 99.12, 99.12, 94.38, 97.02, 93.92, 90.55, 90.31, 98.25, 90);

describe('the example plan', () => {
  const { assessment, findings } = readDraft(exampleDraft(), DIVISIONS, countingIds());

  it('tells of 2568: 86.94, ผ่าน, three indicators under 85', () => {
    expect(assessment).toMatchObject({
      year: 2568,
      total: 86.94,
      level: 'ผ่าน',
      instruments: { iit: 87.62, eit: 82.19, oit: 90 },
    });
    expect(assessment?.indicators).toHaveLength(10);
    expect(assessment && levelOf(assessment)).toBe('ผ่าน');
    expect(findings.some(({ kind }) => KINDS.some((known) => known === kind))).toBe(false);
  });

  it('can be recorded as it was read', () => {
    if (assessment === null) throw new Error('no assessment');
    const { decision } = given(...aStaffedOffice()).when({
      type: 'record-assessment',
      by: console_,
      ...assessment,
    });
    for (const event of decision.ok ? decision.events : []) expect(readEvent(event)).toEqual(event);
    expect(decision.ok).toBe(true);
  });
});

describe('an assessment in a draft', () => {
  it('may be missing', () => {
    expect(read({})).toEqual({ assessment: null, doubts: [] });
    expect(read({ assessment: null, instrumentScores: null, indicators: [] })).toEqual({
      assessment: null,
      doubts: [],
    });
  });

  it('is taken without instruments when the document states none', () => {
    const told = {
      year: 2568,
      overallScore: 94.39,
      overallScoreAsWritten: '๙๔.๓๙ คะแนน',
      level: 'ผ่านดี',
      line: 7,
    };
    const none = { IIT: null, EIT: null, OIT: null, note: 'pictures' };
    expect(read({ assessment: told, instrumentScores: none, indicators: TEN_OF_2568 })).toEqual({
      assessment: {
        year: 2568,
        total: 94.39,
        level: 'ผ่านดี',
        instruments: { iit: null, eit: null, oit: null },
        indicators: TEN_OF_2568.map(({ no, score }) => ({ number: no, score })),
      },
      doubts: [],
    });
  });

  it('without a total is not taken, and none is computed', () => {
    const told = { year: 2563, overallScore: null, level: null };
    expect(read({ assessment: told, indicators: scores(77.11, null) })).toEqual({
      assessment: null,
      doubts: [{ item: 'ITA 2563', kind: 'no-total', read: null }],
    });
  });

  it('of an unknown year is not taken', () => {
    expect(read({ assessment: { overallScore: 90 } })).toEqual({
      assessment: null,
      doubts: [{ item: 'ITA', kind: 'no-assessment-year', read: null }],
    });
  });

  it('leaves out what is no score, and says so', () => {
    const { assessment, doubts } = read({
      assessment: { year: 2564, overallScore: 90 },
      instrumentScores: { IIT: 941.3 },
      indicators: [...scores(90, -1), { no: 11, score: 90 }, { no: null, score: 90 }],
    });
    expect(assessment).toMatchObject({ instruments: { iit: null }, indicators: [{ number: 1, score: 90 }] });
    expect(doubts).toEqual([
      { item: 'IIT', kind: 'not-a-score', read: '941.3' },
      { item: 'indicator 2', kind: 'not-a-score', read: '-1' },
    ]);
    expect(read({ assessment: { year: 2564, overallScore: 9439 } })).toEqual({
      assessment: null,
      doubts: [{ item: 'ITA 2564', kind: 'not-a-score', read: '9439' }],
    });
  });
});

describe('what contradicts itself is kept as written, and found', () => {
  it('a level that the total does not give', () => {
    const { assessment, doubts } = read({ assessment: { year: 2564, overallScore: 74.83, level: 'E' } });
    expect(assessment).toMatchObject({ total: 74.83, level: 'E' });
    expect(doubts).toEqual([{ item: 'ITA 2564', kind: 'level-contradicts', read: 'E' }]);
  });

  it('a total that the instruments do not give, as it was written', () => {
    const told = { year: 2564, overallScore: 92.65, overallScoreAsWritten: '๙๒.๖๕' };
    const found = (IIT: number) =>
      read({ assessment: told, instrumentScores: { IIT, EIT: 90, OIT: 95 } }).doubts;
    // 92.68 against 92.65: published figures are rounded.
    expect(found(92.27)).toEqual([]);
    expect(found(95)).toEqual([{ item: 'ITA 2564', kind: 'total-contradicts', read: '๙๒.๖๕' }]);
  });

  it('an instrument that is not the mean of its indicators', () => {
    expect(
      read({
        assessment: { year: 2564, overallScore: 90 },
        instrumentScores: { EIT: 80 },
        indicators: [
          { no: 6, score: 90 },
          { no: 7, score: 91 },
          { no: 8, score: 92 },
        ],
      }).doubts,
    ).toEqual([{ item: 'EIT', kind: 'instrument-contradicts', read: '80' }]);
  });

  it('but not a level written with its word, or one no rule decides', () => {
    const told = (level: string) => read({ assessment: { year: 2568, overallScore: 94.39, level } }).doubts;
    expect(told('ผ่านดี')).toEqual([]);
    expect(read({ assessment: { year: 2564, overallScore: 92, level: 'ระดับ a' } }).doubts).toEqual([]);
  });
});

describe('scores of questions and O-items', () => {
  const stated = { assessment: { year: 2568, overallScore: 94.39 } };

  it('are kept where the document states them, each as stated', () => {
    const { assessment } = read({
      ...stated,
      questions: [
        { id: 'i1', score: 96.32 },
        { id: 'e1', scoreEitPublic: 89.76, scoreEitSurvey: 92 },
      ],
      oItemScores: [{ id: 'O16', score: 50 }],
    });
    expect(assessment).toMatchObject({
      questions: [
        { id: 'i1', score: 96.32, public: null, survey: null },
        { id: 'e1', score: null, public: 89.76, survey: 92 },
      ],
      oItems: [{ number: 16, score: 50 }],
    });
    if (assessment === null) throw new Error('no assessment');
    const event = { type: 'assessment-recorded', v: 1, ...assessment };
    expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('that are none are found and left out, and so are ids nobody knows', () => {
    const { assessment, doubts } = read({
      ...stated,
      questions: [
        { id: 'i1', score: 963 },
        { id: 'ข้อ ๑', score: 90 },
      ],
      oItemScores: [{ id: 'O0', score: 50 }, { id: 'O8' }],
    });
    expect(assessment?.questions).toEqual([{ id: 'i1', score: null, public: null, survey: null }]);
    expect(assessment).not.toHaveProperty('oItems');
    expect(doubts).toEqual([{ item: 'i1', kind: 'not-a-score', read: '963' }]);
  });
});
