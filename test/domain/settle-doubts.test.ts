import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/settle-doubts.ts';
import { document, openedWith, previewed, row } from './imports.ts';

const WEBSITE = 'ปรับปรุงเว็บไซต์ของหน่วยงาน';
const plan = openedWith(row(WEBSITE), row(`${WEBSITE}ส่วนหลัง`), row('ประกาศนโยบายไม่รับของขวัญ'));
const written = document([
  row(`${WEBSITE}ให้ดี`, { status: 'done' }),
  row(`${WEBSITE}ให้งาม`),
  row('อบรมเรื่องผลประโยชน์ทับซ้อน'),
]);
const NEW: Answer = { kind: 'new' };
const item = (id: string): Answer => ({ kind: 'item', item: id });
const answered = (answers: Readonly<Record<string, Answer>>) => {
  const settled = previewed(plan, written, answers);
  return {
    open: settled.doubtful.map(({ id, choices }) => [id, ...choices.map((one) => one.standing.facts.id)]),
    changed: settled.changed.map(({ before, after }) => [before.id, after.number]),
    withdrawn: settled.withdrawn.map(({ facts }) => facts.id),
    new: settled.new.map(({ number }) => number),
    statuses: settled.statuses,
  };
};

describe('a doubt', () => {
  it('stays open until it is answered', () => {
    expect(answered({})).toMatchObject({
      open: [
        ['M1', 'import-1-1', 'import-1-2'],
        ['M2', 'import-1-1', 'import-1-2'],
      ],
      withdrawn: ['import-1-3'],
      new: [3],
    });
  });

  it('is settled by an item, which is then no choice of another', () => {
    expect(answered({ M1: item('import-1-2') })).toEqual({
      open: [['M2', 'import-1-1']],
      changed: [['import-1-2', 1]],
      withdrawn: ['import-1-3'],
      new: [3],
      statuses: [{ item: 'import-1-2', status: 'done' }],
    });
  });

  it('is settled by "new"; what nobody took is then withdrawn', () => {
    const all = answered({ M1: NEW, M2: NEW });
    expect(all).toMatchObject({
      open: [],
      changed: [],
      withdrawn: ['import-1-1', 'import-1-2', 'import-1-3'],
      new: [1, 2, 3],
    });
    expect(all.statuses).toHaveLength(1);
  });

  it('may be about another item, one that was not offered', () => {
    expect(answered({ M1: item('import-1-3'), M2: item('import-1-1') })).toMatchObject({
      open: [],
      changed: [
        ['import-1-3', 1],
        ['import-1-1', 2],
      ],
      withdrawn: ['import-1-2'],
    });
  });

  it('stays open when the answer names an item that is taken or unknown', () => {
    expect(answered({ M1: item('import-1-1'), M2: item('import-1-1') }).open).toEqual([['M2', 'import-1-2']]);
    expect(answered({ M1: item('constructor') }).open).toHaveLength(2);
    expect(answered({ constructor: NEW }).open).toHaveLength(2);
  });

  it('is about something new when its choices are gone', () => {
    const one = openedWith(row(WEBSITE));
    const settled = previewed(one, document([row(`${WEBSITE}ให้ดี`), row(`${WEBSITE}ให้งาม`)]), {
      M1: item('import-1-1'),
    });
    expect([settled.doubtful, settled.withdrawn, settled.new.map(({ number }) => number)]).toEqual([
      [],
      [],
      [2],
    ]);
  });
});
