/** The overall score and level, scores of instruments and O-items, as sentences tell them. */
import { levelByTotal } from '../domain/assessment.ts';
import type {
  DraftAssessment,
  DraftIndicator,
  DraftInstrumentScore,
  DraftInstrumentScores,
  DraftOScore,
  Instrument,
} from './draft.ts';
import type { Findings } from './finding.ts';
import type { ReadScores } from './indicator-scores.ts';
import { indicatorOf, indicatorsIn, instrumentOf } from './indicators.ts';
import { oMentions } from './o-number.ts';
import { readScore } from './score.ts';
import type { TextLine } from './source.ts';
import { plainDigits } from './written-date.ts';

const LEVEL = '(AA|[A-F](?![A-Za-z])|ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง)';
const FIGURE = '(?!2[45]\\d\\d(?!\\d))(\\d[\\d.,/]*\\d|\\d)';
const WITH_LEVEL = new RegExp(
  `(?:คะแนน|ภาพรวม|ประเมิน|ได้|เท่ากับ)[^\\d]{0,40}?${FIGURE}\\s*(?:คะแนน|%)?\\s*(?:และ|ซึ่ง)?\\s*(?:จัด)?(?:อยู่)?(?:ใน)?\\s*(?:ผลการประเมิน)?ระดับ\\s*:?\\s*${LEVEL}(?:\\s*หรือ\\s*${LEVEL})?`,
);
const WITHOUT_LEVEL = new RegExp(
  `(?:ภาพรวม|คะแนนรวม|คะแนนเฉลี่ยรวม|ผลคะแนน|ค่าคะแนน)[^\\d]{0,40}?${FIGURE}\\s*(?:คะแนน|%)`,
);

/** `total` is the score table's own last row, where it has one. */
export function assessmentOf(
  lines: readonly TextLine[],
  year: number | null,
  total: ReadScores['total'],
  findings: Findings,
): DraftAssessment {
  const last: Told[] = total === null ? [] : [{ ...total, level: null, levelWritten: null }];
  const told = [...lines.flatMap((line) => overallIn(line, findings)), ...last];
  const [first] = told
    .filter(({ level }) => level !== null)
    .concat(told.filter(({ level }) => level === null));
  if (first === undefined) return { ...NOTHING, year };
  for (const other of told)
    if (other.score !== null && first.score !== null && other.score !== first.score)
      findings.doubt(other.line, 'assessment.overallScore', 'scores-disagree', other.written, first.written);
  const levels = [...new Set(told.map(({ level }) => level).filter((level) => level !== null))];
  const level = levels.find((one) => isOfYear(one, year)) ?? levels[0] ?? null;
  if (first.score !== null && level !== null && !agrees(level, first.score, year)) {
    const maybe = levelByTotal(year ?? LAST_OF_LETTERS + 1, first.score);
    findings.doubt(first.line, 'assessment.level', 'level-disagrees', first.levelWritten ?? level, maybe);
  }
  return {
    year,
    overallScore: first.score,
    overallScoreAsWritten: first.written,
    level,
    levelAsWritten: first.levelWritten,
    line: first.line,
  };
}

const NOTHING: DraftAssessment = {
  year: null,
  overallScore: null,
  overallScoreAsWritten: null,
  level: null,
  levelAsWritten: null,
  line: null,
};

interface Told {
  readonly line: number;
  readonly score: number | null;
  readonly written: string;
  readonly level: string | null;
  readonly levelWritten: string | null;
}

function overallIn({ line, text }: TextLine, findings: Findings): Told[] {
  const plain = plainDigits(text);
  if (!/ประเมิน|ITA|คุณธรรม|ภาพรวม/.test(plain)) return [];
  const found =
    WITH_LEVEL.exec(plain) ?? (/ตัวชี้วัด|แบบวัด|แบบตรวจ|ข้อ/.test(plain) ? null : WITHOUT_LEVEL.exec(plain));
  if (found === null || /ตัวชี้วัด|แบบวัด|ข้อคำถาม/.test(plain.slice(Math.max(0, found.index - 60), found.index)))
    return [];
  const written = found[1] ?? '';
  const { score, doubt, maybe } = readScore(written);
  if (doubt !== null) findings.doubt(line, 'assessment.overallScore', doubt, written, maybe);
  const level = found[3] ?? found[2] ?? null;
  const levelWritten = found[3] === undefined ? (found[2] ?? null) : `${found[2]} หรือ ${found[3]}`;
  return [{ line, score, written, level, levelWritten }];
}

/** The last year with letters (AA to F). */
const LAST_OF_LETTERS = 2565;
const isLetter = (level: string) => /^[A-F]+$/.test(level);

/** Letters were used to 2565, words from 2566 on (`domain/assessment.ts`). */
function isOfYear(level: string, year: number | null): boolean {
  return year === null || isLetter(level) === year <= LAST_OF_LETTERS;
}

function agrees(level: string, score: number, year: number | null): boolean {
  if (isLetter(level)) return levelByTotal(LAST_OF_LETTERS, score) === level;
  if (year !== null && year <= LAST_OF_LETTERS) return true;
  if (level === 'ผ่านดีเยี่ยม') return score >= 95;
  if (level.startsWith('ผ่าน')) return score >= 85;
  return level === 'ต้องปรับปรุง' ? score >= 70 && score < 85 : score < 70;
}

/** What the instruments scored: as the score table says, else the first sentence that tells of each as a whole. */
export function instrumentScoresOf(
  tabled: readonly DraftInstrumentScore[],
  lines: readonly TextLine[],
  findings: Findings,
): DraftInstrumentScores {
  const stated = tabled.length > 0 ? tabled : statedScores(lines, findings);
  const whole = (instrument: Instrument) =>
    stated.find((one) => one.instrument === instrument && one.part === null)?.score ?? null;
  return { IIT: whole('IIT'), EIT: whole('EIT'), OIT: whole('OIT'), stated };
}

/** `คะแนนรวม …` below the name of an instrument, or on the same line. */
function statedScores(lines: readonly TextLine[], findings: Findings): DraftInstrumentScore[] {
  const found: DraftInstrumentScore[] = [];
  let current: { readonly instrument: Instrument; readonly part: 1 | 2 | null } | null = null;
  let age = 0;
  for (const { line, text } of lines) {
    const plain = plainDigits(text);
    age += 1;
    const named = plain.length < 160 ? instrumentOf(plain) : null;
    if (named !== null) {
      const part = /ส่วนที่\s*([12])/.exec(plain)?.[1];
      current = { instrument: named, part: part === undefined ? null : part === '1' ? 1 : 2 };
      age = 0;
    } else if (age > 1) current = null;
    const written = /คะแนน(?:รวม|เฉลี่ย|ที่ได้|\s)*\s*([\d.,/]*\d)\s*(?:คะแนน|%|$)/.exec(plain)?.[1];
    if (current === null || written === undefined || plain.length > 160) continue;
    const { score, doubt, maybe } = readScore(written);
    const field = `instrumentScores[${current.instrument}]`;
    if (doubt !== null) findings.doubt(line, field, doubt, written, maybe);
    if (score !== null) found.push({ instrument: current.instrument, part: current.part, score, line });
    current = null;
  }
  return found;
}

/** `ข้อ O16 … ได้คะแนน 50.00`; an O written as a zero is found wherever it stands. */
export function oScoresOf(lines: readonly TextLine[], findings: Findings): DraftOScore[] {
  const found = new Map<string, DraftOScore>();
  for (const { line, text } of lines) {
    for (const mention of oMentions(text)) {
      if (mention.damaged)
        findings.doubt(line, 'text', 'zero-for-letter-o', mention.written, `O${mention.no}`);
      const after = plainDigits(text.slice(mention.end, mention.end + 160));
      const written = /^[^\d]{0,150}?(?:ได้|มี)\s*คะแนน\s*([\d.,/]*\d)/.exec(after)?.[1];
      const score = written === undefined ? null : readScore(written).score;
      const id = `O${mention.no}`;
      if (score !== null && !found.has(id)) found.set(id, { id, idAsWritten: mention.written, score, line });
    }
  }
  return [...found.values()];
}

/** What sentences say of indicators against the tables: another score, or another name in a heading. */
export function checkSentences(
  lines: readonly TextLine[],
  indicators: readonly DraftIndicator[],
  findings: Findings,
): void {
  const scoreOf = new Map(indicators.map(({ no, score }) => [no, score]));
  for (const { line, text } of lines) {
    if (/^\s*ตัวชี้วัดที่\s*[\d๐-๙]/.test(text) && text.length < 120) {
      const heading = indicatorOf(text);
      if (heading?.by === 'number' && /[ก-๙]{6}/.test(text.replace('ตัวชี้วัดที่', '')))
        findings.note(
          line,
          `indicators[${heading.indicator.no}].name`,
          'indicator-by-number',
          text,
          heading.indicator.name,
        );
      continue;
    }
    const said = /^([\s\S]{0,200}?)(?:อยู่ที่|ได้คะแนน|เท่ากับ|คะแนน)\s*(\d{1,3}\.\d{1,2})\s*คะแนน/.exec(
      plainDigits(text),
    );
    const named = said === null ? [] : indicatorsIn(said[1] ?? '');
    const [only] = named;
    if (only === undefined || named.length > 1) continue;
    const [stated, known] = [Number(said?.[2]), scoreOf.get(only.no)];
    if (known == null || known === stated) continue;
    const other = indicators.find(({ score }) => score === stated);
    findings.doubt(
      line,
      `indicators[${only.no}].score`,
      'scores-disagree',
      `${only.name} ${said?.[2]}`,
      other?.name ?? String(known),
    );
  }
}
