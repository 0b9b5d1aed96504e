import { describe, expect, it } from 'vitest';
import { foundRows } from '../../src/chat/findings.ts';
import { READER_FOUND } from '../../src/chat/words-findings.ts';
import { UNREADABLE } from '../../src/chat/words-import.ts';
import type { Why } from '../../src/intake/finding.ts';
import type { RefusedFile } from '../../src/intake/refused.ts';

/** Every word of the reader; the compiler asks for a new one here. */
const WHYS: Readonly<Record<Why, true>> = {
  'garbled-score': true,
  'score-out-of-range': true,
  'scores-disagree': true,
  'level-disagrees': true,
  'zero-for-letter-o': true,
  'foreign-letter': true,
  'impossible-spelling': true,
  'near-official-word': true,
  'copies-differ': true,
  'corrupt-header': true,
  'unknown-header': true,
  'unknown-column': true,
  'unknown-table': true,
  'column-by-content': true,
  'approach-as-measure': true,
  'row-cut-by-page': true,
  'row-shifted': true,
  'row-without-details': true,
  'unknown-indicator': true,
  'indicator-by-number': true,
  'unclear-period': true,
  'no-start': true,
  'no-year': true,
  'misspelt-month': true,
  'impossible-date': true,
  'ends-before-start': true,
  'outside-plan-year': true,
  'unclear-follow-up': true,
  'unknown-division': true,
  'not-a-division': true,
  'no-division': true,
  'unclear-status': true,
  'status-by-position': true,
  'item-name-differs': true,
  'item-twice': true,
  'number-twice': true,
  'number-missing': true,
  'years-disagree': true,
  'year-unknown': true,
  'agency-unclear': true,
  'place-unclear': true,
  'undecodable-text': true,
};
const REFUSED: Readonly<Record<RefusedFile, true>> = {
  empty: true,
  'too-big': true,
  'unpacks-too-big': true,
  macros: true,
  password: true,
  'old-office': true,
  pdf: true,
  picture: true,
  'wrong-type': true,
  damaged: true,
  'no-plan': true,
  'too-slow': true,
  'too-much-memory': true,
};

describe('what the reader says has its Thai', () => {
  it.each(Object.keys(WHYS))('%s', (why) => {
    expect(READER_FOUND[why]).toMatch(/[\u0E00-\u0E7F]/);
  });

  it.each(Object.keys(REFUSED))('a file refused as %s', (why) => {
    expect(Object.keys(UNREADABLE)).toContain(why);
  });
});

describe('findings as rows', () => {
  const of = (one: Partial<Parameters<typeof foundRows>[0]>) =>
    foundRows({ findings: [], readerFindings: [], ...one });

  it('stand by weight: what the chat contradicts, what may be wrong, what is worth a look', () => {
    const rows = of({
      findings: [
        { item: 'M3', kind: 'status-differs', read: 'in_progress' },
        { item: 'O12', kind: 'unknown-division', read: 'กองประปา' },
        { item: 'M4', kind: 'not-stated', read: null, field: 'period' },
      ],
    });
    expect(rows.differ).toEqual([expect.objectContaining({ code: 'ม.3', title: 'อ่านได้ "กำลังทำ"' })]);
    expect(rows.doubtful).toEqual([expect.objectContaining({ code: 'O12', title: 'อ่านได้ "กองประปา"' })]);
    expect(rows.noted).toEqual([expect.objectContaining({ code: 'ม.4', title: '' })]);
    expect(rows.noted[0]?.note).toMatch(/^ระยะเวลา: /);
  });

  it('that say the same of many items are one row', () => {
    const { noted } = of({
      findings: [1, 2, 3, 4].map((number) => ({
        item: `O${number}`,
        kind: 'no-division' as const,
        read: null,
      })),
    });
    expect(noted).toHaveLength(1);
    expect(noted[0]).toMatchObject({ code: '', title: 'O1, O2, O3, O4' });
    expect(noted[0]?.note).toContain('(4 ข้อ)');
  });

  it('say where, what was read and what it might be', () => {
    const finding = { field: 'measures[1].period', read: 'ต.ด. 69', why: 'misspelt-month', maybe: 'ต.ค. 69' };
    const { doubtful, noted } = of({
      readerFindings: [
        { ...finding, line: 12, weight: 'doubt' },
        { ...finding, line: 30, cell: 'แผน!7', weight: 'note' },
      ],
    });
    expect(doubtful).toEqual([
      { code: '', title: 'แถว 12 อ่านได้ "ต.ด. 69"', note: 'ชื่อเดือนสะกดผิด · อาจเป็น "ต.ค. 69"' },
    ]);
    expect(noted).toEqual([expect.objectContaining({ code: '', title: 'แถว 7 แผน อ่านได้ "ต.ด. 69"' })]);
  });
});
