/**
 * Why no sentence costs more than in proportion to its length: every pattern over words is bounded, so that trying it at each
 * place costs the same everywhere. (`npm run bench` measures it.)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../../src/chat/understand/lexicon.ts';
import { tokensOf } from '../../../src/thai/lexicon.ts';
import { fieldsOf, pattern, placeOf } from '../../../src/thai/pattern.ts';
import { readingOf } from './recognisers.ts';

const SRC = join(import.meta.dirname, '../../../src');
const SOURCES = ['chat/understand', 'thai'].flatMap((folder) =>
  readdirSync(join(SRC, folder)).map((file) => readFileSync(join(SRC, folder, file), 'utf8')),
);
const PATTERNS = SOURCES.flatMap((source) =>
  [...source.matchAll(/\bpattern(?:Here)?\(\s*(['`])([\s\S]*?)\1/g)].map(([, , written = '']) => written),
);

it('there are patterns to look at', () => {
  expect(PATTERNS.length).toBeGreaterThan(80);
});

it.each(PATTERNS)('%s repeats nothing without end', (written) => {
  expect(written.replace(/\$\{\w+\}/g, '')).not.toMatch(/[*+]|\{\d+,\}/);
});

it.each([
  'ก',
  ' ',
  'O1,',
  'ยังไม่',
  'เสร็จ',
  '1%',
  'บอท',
  'กองคลัง',
  '่',
  '\u200B',
  '😀',
  '(',
  'https://',
])('a text of %j over and over has no more words than letters', (piece) => {
  const text = piece.repeat(Math.ceil(5_000 / piece.length));
  expect(tokensOf(text, [WORDS]).length).toBeLessThanOrEqual(text.length);
  expect(readingOf(text).words.length).toBeLessThanOrEqual(text.length);
});

describe('a pattern over words', () => {
  const fields = (text: string) => fieldsOf(tokensOf(text, [WORDS]));
  it.each([
    ['ยังไม่ได้ทำ', 'yetNot (begin|act)', { from: 0, to: 2 }],
    ['O5 เสร็จแล้ว', 'done already', { from: 2, to: 4 }],
    ['ทำเสร็จแล้ว', '^act any already$', { from: 0, to: 3 }],
    ['รองประธาน', 'wait', null],
  ])('%s, %s', (text, written, place) => {
    expect(placeOf(pattern(written), fields(text))).toEqual(place);
  });
});
