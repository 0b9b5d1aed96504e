import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/chat/asked.ts';
import { createOpenQuestions } from '../../src/flow/open-questions.ts';

const WHICH: Asked = { kind: 'item', wanted: { do: 'report', status: 'done', note: '' } };
const alone = (user: string) => ({ kind: 'user' as const, user });
const inGroup = (user: string | null) => ({ kind: 'group' as const, group: 'C1', user });

describe('a question the bot asked', () => {
  it('is open for ten minutes, and no longer', () => {
    const questions = createOpenQuestions();
    questions.set('office', alone('U1'), WHICH, 0);
    expect(questions.of('office', alone('U1'), 600_000, 600_000)).toBe(WHICH);
    expect(questions.of('office', alone('U1'), 600_001, 600_001)).toBeNull();
  });

  it('is open for the one who was asked, where he was asked', () => {
    const questions = createOpenQuestions();
    questions.set('office', inGroup('U1'), WHICH, 0);
    expect(questions.of('office', inGroup('U1'), 1, 1)).toBe(WHICH);
    expect(questions.of('office', inGroup('U2'), 1, 1)).toBeNull();
    expect(questions.of('office', alone('U1'), 1, 1)).toBeNull();
    expect(questions.of('another', inGroup('U1'), 1, 1)).toBeNull();
  });

  it('is not answered by what was said before it and comes late', () => {
    const questions = createOpenQuestions();
    questions.set('office', alone('U1'), WHICH, 3_600_000);
    expect(questions.of('office', alone('U1'), 3_600_001, 0)).toBeNull();
    expect(questions.of('office', alone('U1'), 3_600_001, 3_590_000)).toBe(WHICH);
  });

  it('is closed by whatever was answered next', () => {
    const questions = createOpenQuestions();
    questions.set('office', alone('U1'), WHICH, 0);
    questions.set('office', alone('U1'), null, 1);
    expect(questions.of('office', alone('U1'), 2, 2)).toBeNull();
  });

  it('is not kept of someone LINE does not name', () => {
    const questions = createOpenQuestions();
    questions.set('office', inGroup(null), WHICH, 0);
    expect(questions.of('office', inGroup(null), 1, 1)).toBeNull();
  });

  it('gives way to newer ones when very many are asked', () => {
    const questions = createOpenQuestions();
    for (let asked = 0; asked <= 5_000; asked += 1) questions.set('office', alone(`U${asked}`), WHICH, 0);
    expect(questions.of('office', alone('U0'), 1, 1)).toBeNull();
    expect(questions.of('office', alone('U1'), 1, 1)).toBe(WHICH);
  });
});
