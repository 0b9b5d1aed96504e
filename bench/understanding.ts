/** What understanding a message costs, beside Thai word breaking alone; and whether the cost per letter stays flat. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Heard, understand } from '../src/chat/understand.ts';
import { SPEC_OFFICE } from '../src/cli/understand.ts';

const FOLDER = join(import.meta.dirname, '../test/chat/sentences');
const CALLS = 20;
const TRIES = 5;

export function bench(): string[] {
  const heard = sentences();
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  const broken = eachMicroseconds(heard, ({ text }) => [...segmenter.segment(text)].length);
  const understood = eachMicroseconds(heard, understand);
  return [
    `${heard.length} labelled sentences, µs a message`.padEnd(36).concat('    median        p99'),
    line('Intl.Segmenter alone', broken),
    line('understand', understood),
    `cost per letter, 5,000 letters beside 500: ${flatness().toFixed(2)} at worst`,
  ];
}

function sentences(): Heard[] {
  const lines = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8').trim().split('\n'),
  );
  return lines.map((one) => heardOf(JSON.parse(one)));
}

function heardOf({ text, chat, today, fiscal, role }: Heard): Heard {
  const { divisions, items } = SPEC_OFFICE;
  return { text, chat, today, fiscal, role, mentioned: false, divisions, items, ownDivision: null };
}

/** The median of several tries for each input, sorted. */
function eachMicroseconds<T>(inputs: readonly T[], run: (input: T) => unknown): number[] {
  for (let warm = 0; warm < CALLS; warm += 1) for (const input of inputs) run(input);
  const costs = inputs.map((input) => {
    const tries = Array.from({ length: TRIES }, () => {
      const started = performance.now();
      for (let call = 0; call < CALLS; call += 1) run(input);
      return ((performance.now() - started) * 1_000) / CALLS;
    });
    return tries.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
  });
  return costs.sort((a, b) => a - b);
}

/** Pieces that make the patterns work hardest when they are typed over and over. */
const PIECES = [
  ...[
    'ก',
    ' ',
    '5',
    'O1',
    'O1,',
    'O1 เสร็จ ',
    'ข้อ ',
    'ม.',
    '@',
    'ยังไม่',
    'ทำ',
    'เสร็จ',
    'แล้ว',
    '1%',
    '1-',
    '1/',
  ],
  ...['เหลือ ', 'ร้อยละ ', 'วันที่ 5 ', 'อีก ', 'มี.ค', 'บอท', 'กองคลัง', 'คู่มือ', 'ไม่ใช่ O1 ', 'แนบ ', 'หลักฐาน'],
];

/** The worst ratio of the cost per letter of a long text to that of a short one: 1 is flat, 10 would be quadratic. */
function flatness(): number {
  const perLetter = (piece: string, letters: number) => {
    const text = piece.repeat(Math.ceil(letters / piece.length));
    const heard = heardOf({ text, chat: 'user', today: '2026-02-16', fiscal: 2569, role: 'staff' } as Heard);
    const tries = Array.from({ length: 9 }, () => {
      const started = performance.now();
      understand(heard);
      return (performance.now() - started) / text.length;
    });
    return Math.min(...tries);
  };
  return Math.max(...PIECES.map((piece) => perLetter(piece, 5_000) / perLetter(piece, 500)));
}

function line(name: string, sorted: readonly number[]): string {
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(10);
  return `${name.padEnd(36)}${at(0.5)} ${at(0.99)}`;
}
