/** What may be typed differently without meaning anything else (docs/understanding.md §2). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/chat/intent.ts';
import { type Asked, answer, SPEC_OFFICE } from '../../src/cli/understand.ts';
import { thaiDigits } from '../../src/thai/normalise.ts';
import { hear, overhear } from './hearing.ts';

const LINES = ['dev', 'reports', 'deeds', 'item-questions', 'questions', 'group', 'silence'].flatMap((name) =>
  readFileSync(join(import.meta.dirname, `sentences/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked),
);
/** Links are given back as they were typed, so they are left alone. */
const PLAIN = LINES.filter(({ text }) => !/https?:|www\./.test(text));
const THAI = '[\\u0E01-\\u0E4E]';

function meaning(line: Asked, text: string): unknown {
  const { note: _note, candidates: _candidates, ...slots } = answer({ ...line, text }, SPEC_OFFICE).expect;
  return slots;
}

function staysTheSame(change: (text: string, place: number, choice: number) => string, lines = PLAIN) {
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.nat(200), fc.nat(200), (line, place, choice) => {
      const changed = change(line.text, place, choice);
      expect(meaning(line, changed), changed).toEqual(meaning(line, line.text));
    }),
    { numRuns: 1_500 },
  );
}

/** Puts something at one of the places where a pattern matches. */
function at(text: string, where: RegExp, place: number, put: (found: string) => string): string {
  const places = [...text.matchAll(where)];
  const chosen = places[place % Math.max(1, places.length)];
  if (chosen === undefined) return text;
  const end = chosen.index + chosen[0].length;
  return text.slice(0, chosen.index) + put(chosen[0]) + text.slice(end);
}

describe('the meaning stays the same', () => {
  it('with an unseen character between Thai letters', () => {
    const unseen = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD'];
    staysTheSame((text, place, choice) =>
      at(
        text,
        new RegExp(`${THAI}(?=${THAI})`, 'g'),
        place,
        (found) => found + unseen[choice % unseen.length],
      ),
    );
  });

  it('with Thai digits', () => {
    staysTheSame((text) => thaiDigits(text));
  });

  it('with a mark or vowel typed twice', () => {
    staysTheSame((text, place) => at(text, /[\u0E30-\u0E3A\u0E47-\u0E4B]/g, place, (found) => found + found));
  });

  it('with ำ as two characters', () => {
    staysTheSame((text) => text.replace(/([\u0E48-\u0E4B]?)ำ/g, '\u0E4D$1า'));
  });

  it('with แ as two characters, and in another case of Latin letters', () => {
    staysTheSame(
      (text, _, choice) => {
        const two = text.replace(/แ/g, 'เเ');
        return choice % 2 === 0 ? two : two.toUpperCase();
      },
      PLAIN.filter(({ text }) => !/[a-z]{2}|@/i.test(text)),
    );
  });

  it('with its end drawn out', () => {
    staysTheSame((text) => text.replace(/([ก-ฮา])$/, '$1$1$1$1'));
  });

  it('with emoji behind it', () => {
    const emoji = ['😀', '🙏🏼', '😂😂', '✨', '👩‍👩‍👧', '☀️'];
    staysTheSame((text, _, choice) => `${text} ${emoji[choice % emoji.length]}`, PLAIN.filter(isNoOneWord));
  });

  it('with one more particle behind politeness', () => {
    const particles = ['ค่ะ', 'นะคะ', 'จ้า', 'ครับผม', 'นะ', 'ค้าบ', 'เด้อ'];
    staysTheSame(
      (text, _, choice) => `${text}${particles[choice % particles.length]}`,
      PLAIN.filter(({ text }) => /(?:ค่ะ|ครับ|จ้า)$/.test(text)),
    );
  });
});

/** A thumb alone is an answer; another emoji beside it is another message. */
function isNoOneWord({ text }: Asked): boolean {
  return text.length > 4;
}

const CHANGES: readonly Intent['intent'][] = [
  'report_status',
  'attach_evidence',
  'request_extension',
  'undo_last',
  'snooze_reminder',
  'acknowledge_reminder',
  'register_member',
];

describe('in a group that nobody called the bot in', () => {
  it('random Thai changes nothing', () => {
    const letter = fc.integer({ min: 0x0e01, max: 0x0e5b }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 60 }), (text) => {
        expect(CHANGES).not.toContain(overhear(text).intent);
      }),
      { numRuns: 5_000 },
    );
  });

  it('words of sentences glued together without an item change nothing', () => {
    const words = [
      ...new Set(
        PLAIN.flatMap(({ text }) => text.split(/\s+/)).filter(
          (word) => !/[O0-9๐-๙โ@]|บอท|ไอต้า|มาตรการ|ข้อ|ม\./i.test(word),
        ),
      ),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 12 }),
        fc.constantFrom('', ' '),
        (some, gap) => {
          expect(overhear(some.join(gap))).toEqual({ intent: 'none' });
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('whatever is typed', () => {
  /** `FUZZ_ROUNDS=1000000` in `.ci/run`. */
  const rounds = Number(process.env.FUZZ_ROUNDS ?? 20_000);

  it('sentences cut, doubled and shuffled raise no error, and one to one there is always an answer', () => {
    let state = 20_260_216;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const pick = () => PLAIN[next(PLAIN.length)]?.text ?? '';
    for (let round = 0; round < rounds; round += 1) {
      const [text, other] = [pick(), pick()];
      const [from, to] = [next(text.length + 1), next(text.length + 1)];
      const mutated = [
        () => text.slice(0, from) + other.slice(from),
        () => text.slice(0, Math.min(from, to)) + text.slice(Math.max(from, to)),
        () => text.slice(0, from) + String.fromCharCode(next(0xffff)) + text.slice(from),
        () => text.split('').reverse().join(''),
        () => `${text}${other}`,
        () => text.slice(from) + text.slice(0, from),
      ][next(6)]?.();
      expect(hear(mutated ?? '').intent).not.toBe('none');
      overhear(mutated ?? '');
    }
  }, 900_000);
});
