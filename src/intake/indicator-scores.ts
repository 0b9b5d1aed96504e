/** Scores of indicators and of single questions, from the tables that list them. */

import { arabicDigits } from '../thai/normalise.ts';
import { squeeze } from './compare.ts';
import type { DraftIndicator, DraftInstrumentScore, DraftQuestion, Instrument } from './draft.ts';
import type { Findings } from './finding.ts';
import {
  byNumber,
  INDICATORS,
  type Indicator,
  indicatorOf,
  instrumentOf,
  type NamedIndicator,
} from './indicators.ts';
import { oneLine, splitList } from './list.ts';
import { looksLikeScore, readScore } from './score.ts';
import { cellOf, type Section } from './section.ts';
import type { Row } from './source.ts';

export interface ReadScores {
  /** Rows for a whole instrument. */
  readonly instruments: readonly DraftInstrumentScore[];
  /** A last row for all indicators together. */
  readonly total: { readonly score: number; readonly written: string; readonly line: number } | null;
  readonly indicators: readonly DraftIndicator[];
  readonly questions: readonly DraftQuestion[];
}

/** An indicator's score may stand in several tables: the first clear one is taken, others are compared with it. */
export function scoresOf(sections: readonly Section[], findings: Findings): ReadScores {
  const indicators = new Map<number, DraftIndicator>();
  const questions = new Map<string, DraftQuestion>();
  let total: ReadScores['total'] = null;
  const instruments: DraftInstrumentScore[] = [];
  for (const section of sections) {
    const isScored =
      section.kind === 'measures' &&
      section.columns.includes('score') &&
      section.columns.includes('indicator');
    if (section.kind === 'scores' || section.kind === 'unknown')
      instruments.push(...section.rows.flatMap(instrumentRow));
    if (section.kind !== 'scores' && section.kind !== 'questions' && !isScored) continue;
    let instrument: Instrument | null = null;
    let current: DraftIndicator | null = null;
    for (const row of section.rows) {
      const heading = onlyCell(row);
      const next = heading === null ? null : instrumentOf(heading);
      if (next !== null) {
        instrument = next;
        continue;
      }
      if (instrumentRow(row).length > 0) continue;
      const sum = totalOf(row, section);
      if (sum !== null) {
        total ??= sum;
        continue;
      }
      const read = indicatorRow(row, section, instrument, findings);
      if (read !== null) {
        current = merged(indicators.get(read.no) ?? null, read, findings);
        indicators.set(read.no, current);
      } else if (current !== null && section.kind === 'scores') {
        const more = cellOf(row, section.columns, 'finding');
        if (more !== '')
          indicators.set(current.no, { ...current, issues: [...current.issues, ...splitList(more)] });
      }
      for (const question of questionsOf(row, section, current, findings))
        questions.set(question.id, question);
    }
  }
  const found = {
    total,
    instruments,
    indicators: [...indicators.values()].sort((a, b) => a.no - b.no),
    questions: [...questions.values()],
  };
  checkMeans(found, findings);
  return found;
}

function onlyCell(row: Row): string | null {
  const filled = [...new Set(row.cells.filter((cell) => cell !== ''))];
  return filled.length === 1 ? (filled[0] ?? null) : null;
}

/** `แบบวัด… (IIT) | 87.62`: an instrument's name and one score. */
function instrumentRow(row: Row): DraftInstrumentScore[] {
  const filled = row.cells.filter((cell) => cell !== '');
  const instrument = instrumentOf(filled.find((cell) => /[ก-ฮA-Za-z]/.test(cell)) ?? '');
  const scores = filled.filter(looksLikeScore);
  const score = readScore(scores[0] ?? '').score;
  if (instrument === null || scores.length !== 1 || score === null) return [];
  if (filled.some((cell) => indicatorOf(cell) !== null)) return [];
  const part = /ส่วนที่\s*([12๑๒])/.exec(filled.join(' '))?.[1];
  return [{ instrument, part: part === undefined ? null : /[1๑]/.test(part) ? 1 : 2, score, line: row.line }];
}

function totalOf(row: Row, { columns }: Section): ReadScores['total'] {
  const name = squeeze(row.cells.find((cell) => /[ก-๙]{3}/.test(cell)) ?? '');
  if (!/^(?:ผล)?(?:คะแนน)?(?:รวม|เฉลี่ย|ภาพรวม)|^(?:ผล)?คะแนนภาพรวม|^ผลการประเมินภาพรวม|^รวมทั้งสิ้น/.test(name))
    return null;
  const written = cellOf(row, columns, columns.includes('meanScore') ? 'meanScore' : 'score');
  const { score } = readScore(written);
  return score === null ? null : { score, written: oneLine(written), line: row.line };
}

function indicatorRow(
  row: Row,
  section: Section,
  instrument: Instrument | null,
  findings: Findings,
): DraftIndicator | null {
  const { columns } = section;
  const name = oneLine(cellOf(row, columns, 'indicator'));
  const number = cellOf(row, columns, 'number');
  if (name === '' && number === '') return null;
  const isMean = columns.includes('meanScore');
  const written = cellOf(row, columns, isMean ? 'meanScore' : 'score');
  const found = whichIndicator(name, number, instrument);
  if (found === null) {
    if (written !== '' || name !== '')
      findings.doubt(row.line, 'indicators', 'unknown-indicator', `${number} ${name}`.trim());
    return null;
  }
  const { indicator } = found;
  const field = `indicators[${indicator.no}]`;
  if (found.by === 'number')
    findings.doubt(row.line, `${field}.name`, 'indicator-by-number', name, indicator.name);
  const { score, doubt, maybe } = readScore(written);
  if (doubt !== null) findings.doubt(row.line, `${field}.score`, doubt, written, maybe);
  const remark = cellOf(row, columns, 'finding');
  const verdict = verdictOf(remark);
  return {
    no: indicator.no,
    name: indicator.name,
    instrument: indicator.instrument,
    nameAsWritten: name,
    score,
    scoreAsWritten: written === '' ? null : oneLine(written),
    verdict,
    verdictAsWritten: verdict === null ? null : oneLine(remark),
    issues: verdict !== null || /^[-–—\s]*$/.test(remark) ? [] : splitList(remark),
    line: row.line,
  };
}

/** By name first; a number counts only where the name is damaged, and not when numbers restart per instrument. */
function whichIndicator(name: string, number: string, instrument: Instrument | null): NamedIndicator | null {
  const found = indicatorOf(name);
  if (found !== null && found.by === 'name') return found;
  const counted = /^\s*(\d{1,2})\s*(?:[.)]|$)/;
  const written = counted.exec(arabicDigits(number))?.[1] ?? counted.exec(arabicDigits(name))?.[1];
  const no = Number(written ?? found?.indicator.no ?? 0);
  const own = byNumber(no, name);
  if (own === null || instrument === null || own.indicator.instrument === instrument) return own;
  const restarted = INDICATORS.filter((known: Indicator) => known.instrument === instrument)[no - 1];
  return restarted === undefined ? null : { indicator: restarted, by: 'number', written: name };
}

function verdictOf(remark: string): 'maintain' | 'improve' | null {
  const text = squeeze(remark);
  if (text.length > 160) return null;
  if (/^(?:ควร)?(?:คง)?รักษา(?:ระดับ|มาตรฐาน|คะแนน)/.test(text)) return 'maintain';
  return /^(?:ควร)?(?:ปรับปรุง|พัฒนา|ยกระดับ)(?:ระดับ)?(?:คะแนน)/.test(text) ? 'improve' : null;
}

function merged(before: DraftIndicator | null, read: DraftIndicator, findings: Findings): DraftIndicator {
  if (before === null) return read;
  if (before.score !== null && read.score !== null && before.score !== read.score)
    findings.doubt(
      read.line,
      `indicators[${read.no}].score`,
      'scores-disagree',
      String(read.score),
      String(before.score),
    );
  return {
    ...before,
    score: before.score ?? read.score,
    scoreAsWritten: before.scoreAsWritten ?? read.scoreAsWritten,
    verdict: before.verdict ?? read.verdict,
    verdictAsWritten: before.verdictAsWritten ?? read.verdictAsWritten,
    issues: before.issues.length > 0 ? before.issues : read.issues,
  };
}

/** `ข้อ i๑`, `e3`; the letter may be capital. */
const QUESTION = /^(?:ข้อ(?:ที่)?)?([ieIE])[-.]?(\d{1,2})$/;

function questionsOf(
  row: Row,
  section: Section,
  current: DraftIndicator | null,
  findings: Findings,
): DraftQuestion[] {
  const { columns } = section;
  const idAsWritten = cellOf(row, columns, 'question');
  if (idAsWritten === '') return [];
  const found = QUESTION.exec(arabicDigits(idAsWritten).replace(/\s+/g, ''));
  if (found === null) {
    findings.doubt(row.line, 'questions', 'unknown-indicator', idAsWritten);
    return [];
  }
  const id = `${found[1]?.toLowerCase()}${Number(found[2])}`;
  const score = (field: 'score' | 'publicScore' | 'surveyScore') => {
    const cell = cellOf(row, columns, field);
    const read = readScore(cell);
    if (read.doubt !== null)
      findings.doubt(row.line, `questions[${id}].${field}`, read.doubt, cell, read.maybe);
    return read.score;
  };
  const parts = columns.includes('publicScore') || columns.includes('surveyScore');
  const scores = parts
    ? { scoreEitPublic: score('publicScore'), scoreEitSurvey: score('surveyScore') }
    : { score: score('score') };
  return [{ id, idAsWritten, indicator: current?.no ?? null, ...scores, line: row.line }];
}

const ROUNDING = 0.011;

/** An indicator's score is the mean of its questions; a digit misread on either side shows here. */
function checkMeans({ indicators, questions }: ReadScores, findings: Findings): void {
  for (const { no, score, line } of indicators) {
    const own = questions.filter(({ indicator }) => indicator === no);
    const all = own.flatMap((q) =>
      [q.score, q.scoreEitPublic, q.scoreEitSurvey].filter((s) => s !== undefined),
    );
    const known = all.filter((one) => one !== null);
    if (score === null || known.length < 2 || known.length !== all.length) continue;
    const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
    if (Math.abs(mean - score) > ROUNDING)
      findings.note(
        own[0]?.line ?? line,
        `indicators[${no}].score`,
        'scores-disagree',
        String(score),
        mean.toFixed(2),
      );
  }
}
