import { describe, expect, it } from 'vitest';
import { changesNothing } from '../../src/domain/revision.ts';
import { bangkok, reported } from '../support/an-agency.ts';
import { document, imported, openedWith, previewed, row } from './imports.ts';

const TEN = bangkok('2026-01-20 10:00');
const MANUAL = 'จัดทำคู่มือการปฏิบัติงาน';
const WEBSITE = 'ปรับปรุงเว็บไซต์ของหน่วยงาน';
const GIFTS = 'ประกาศนโยบายไม่รับของขวัญ';
const plan = openedWith(row(MANUAL), row(WEBSITE), row(GIFTS));

const measuresIn = (changes: ReturnType<typeof previewed>) => ({
  new: changes.new.filter(({ kind }) => kind === 'measure').map(({ title }) => title),
  changed: changes.changed.map(({ before, after, fields }) => [before.id, after.number, ...fields]),
  withdrawn: changes.withdrawn.map(({ facts }) => facts.id),
  doubtful: changes.doubtful.map(({ id, choices }) => [id, ...choices.map((one) => one.standing.facts.id)]),
});
const NOTHING = { new: [], changed: [], withdrawn: [], doubtful: [] };

describe('a document beside the plan', () => {
  it('that says the same changes nothing, however it is spaced and numbered in Thai', () => {
    const again = document([
      row(` ๑. ${MANUAL}`),
      row(WEBSITE.split('').join(' ')),
      row(GIFTS, { period: { asWritten: 'ตุลาคม 2568-มีนาคม 2569', start: '2025-10-01', end: '2026-03-31' } }),
    ]);
    expect(measuresIn(previewed(plan, again))).toEqual(NOTHING);
    expect(changesNothing(previewed(plan, again))).toBe(true);
  });

  it('knows an item by its title under another number', () => {
    const moved = previewed(plan, document([row(GIFTS), row(MANUAL), row(WEBSITE)]));
    expect(measuresIn(moved)).toEqual({
      ...NOTHING,
      changed: [
        ['import-1-3', 1, 'number'],
        ['import-1-1', 2, 'number'],
        ['import-1-2', 3, 'number'],
      ],
    });
  });

  it('has new items and lacks old ones; a number alone makes nothing the same', () => {
    const other = previewed(plan, document([row(MANUAL), row('อบรมเรื่องผลประโยชน์ทับซ้อน'), row(GIFTS)]));
    expect(measuresIn(other)).toEqual({
      ...NOTHING,
      new: ['อบรมเรื่องผลประโยชน์ทับซ้อน'],
      withdrawn: ['import-1-2'],
    });
  });

  it('may have an item under a like title: that is asked, and nothing is withdrawn for it', () => {
    const like = previewed(plan, document([row(MANUAL), row(`${WEBSITE}ให้ทันสมัย`), row(GIFTS)]));
    expect(measuresIn(like)).toEqual({ ...NOTHING, doubtful: [['M2', 'import-1-2']] });
  });

  it('changes every field it states otherwise', () => {
    const changed = previewed(
      plan,
      document([
        row(MANUAL, {
          indicator: 6,
          methods: [{ text: 'ประชุม' }],
          responsible: [{ code: 'works', name: 'กองช่าง' }],
          period: { asWritten: 'ทั้งปี', start: '2025-10-01', end: '2026-09-30' },
          followUp: { asWritten: 'ทุกเดือน', cadence: 'monthly' },
        }),
        row(WEBSITE),
        row(GIFTS),
      ]),
    );
    expect(measuresIn(changed).changed).toEqual([
      ['import-1-1', 1, 'indicators', 'methods', 'divisions', 'period', 'followUp'],
    ]);
  });

  it('takes nothing away by leaving it out, and says so once for a column nobody filled', () => {
    const bare = previewed(plan, document([MANUAL, WEBSITE, GIFTS].map((title) => ({ title }))));
    expect(measuresIn(bare)).toEqual(NOTHING);
    expect(bare.findings.filter(({ item }) => /^m/i.test(item))).toEqual([
      { item: 'measures', kind: 'not-stated', read: null, field: 'divisions' },
      { item: 'measures', kind: 'not-stated', read: null, field: 'period' },
    ]);
  });

  it('leaves one cell empty: that item keeps what it had, and it is found', () => {
    const gap = previewed(plan, document([row(MANUAL), row(WEBSITE, { period: null }), row(GIFTS)]));
    expect(measuresIn(gap)).toEqual(NOTHING);
    expect(gap.findings.filter(({ item }) => item === 'M2')).toEqual([
      { item: 'M2', kind: 'not-stated', read: null, field: 'period' },
    ]);
  });

  it('without any measure withdraws none', () => {
    const scores = previewed(plan, document([]));
    expect(measuresIn(scores)).toEqual(NOTHING);
    expect(scores.findings).toContainEqual({ item: 'measures', kind: 'no-measures', read: null });
  });

  it('of another office is found', () => {
    const named = (name: string) => previewed(plan, document([row(MANUAL)], { agency: { name } })).findings;
    expect(named('องค์การบริหารส่วนตำบลทุ่งสมมุติ')).toContainEqual({
      item: 'agency',
      kind: 'other-agency',
      read: 'องค์การบริหารส่วนตำบลทุ่งสมมุติ',
    });
    expect(named('องค์การบริหารส่วนตำบล ดอนตะวัน').some(({ kind }) => kind === 'other-agency')).toBe(false);
  });

  it('passes on what its reader was not sure of', () => {
    const findings = [{ line: 12, field: 'score', read: '๓/๕.๒๓', why: 'digit' }];
    expect(previewed(plan, document([row(MANUAL)], { findings })).readerFindings).toMatchObject(findings);
  });
});

describe('titles that stand twice', () => {
  const twins = openedWith(
    row(MANUAL, { methods: [{ text: 'ก' }] }),
    row(MANUAL, { methods: [{ text: 'ข' }] }),
  );

  it('are told apart by number, else by what they say', () => {
    expect(
      measuresIn(previewed(twins, document([row(MANUAL, { methods: [{ text: 'ค' }] }), row(MANUAL)]))),
    ).toEqual({
      ...NOTHING,
      changed: [['import-1-1', 1, 'methods']],
    });
    const swapped = document([
      row(WEBSITE),
      row(GIFTS),
      row(MANUAL, { methods: [{ text: 'ข' }] }),
      row(MANUAL, { methods: [{ text: 'ก' }] }),
    ]);
    expect(measuresIn(previewed(twins, swapped)).changed).toEqual([
      ['import-1-2', 3, 'number'],
      ['import-1-1', 4, 'number'],
    ]);
  });

  it('are asked when neither tells', () => {
    const other = document([row(WEBSITE), row(GIFTS), row(MANUAL, { methods: [{ text: 'ค' }] })]);
    expect(measuresIn(previewed(twins, other)).doubtful).toEqual([['M3', 'import-1-1', 'import-1-2']]);
  });
});

describe('a status the document states', () => {
  const stating = (status: string) => document([row(MANUAL, { status }), row(WEBSITE), row(GIFTS)]);

  it('is taken where nobody told anything; not started says nothing', () => {
    expect(previewed(plan, stating('done')).statuses).toEqual([{ item: 'import-1-1', status: 'done' }]);
    expect(previewed(plan, stating('not_started')).statuses).toEqual([]);
  });

  it('never overrides one told in chat: the difference is found', () => {
    const told = [...plan, reported('import-1-1', 'in_progress', { at: TEN })];
    expect(previewed(told, stating('done')).statuses).toEqual([]);
    expect(previewed(told, stating('done')).findings).toContainEqual({
      item: 'M1',
      kind: 'status-differs',
      read: 'done',
    });
    expect(previewed(told, stating('in_progress')).findings.map(({ kind }) => kind)).not.toContain(
      'status-differs',
    );
  });

  it('takes the place of an earlier document’s', () => {
    const stated = imported(plan, stating('done'), { id: 'import-2' });
    expect(previewed(stated, stating('done')).statuses).toEqual([]);
    expect(previewed(stated, stating('in_progress')).statuses).toEqual([
      { item: 'import-1-1', status: 'in_progress' },
    ]);
  });
});

describe('the result a document states', () => {
  const result = { assessment: { year: 2568, overallScore: 86.94, level: 'ผ่าน' } };
  const measures = [row(MANUAL), row(WEBSITE), row(GIFTS)];

  it('is recorded with it, and once', () => {
    const first = previewed(plan, document(measures, result));
    expect(first.assessment).toMatchObject({ before: null, after: { year: 2568, total: 86.94 } });
    const kept = imported(plan, document(measures, result), { id: 'import-2' });
    expect(previewed(kept, document(measures, result)).assessment).toBeNull();
  });

  it('keeps the finer scores that were recorded when it is the same result', () => {
    const finer = {
      ...result,
      indicators: [{ no: 4, score: 84.15 }],
      oItemScores: [{ id: 'O16', score: 50 }],
    };
    const kept = imported(plan, document(measures, finer), { id: 'import-2' });
    expect(previewed(kept, document(measures, result)).assessment).toBeNull();
    const other = { assessment: { year: 2568, overallScore: 87 } };
    expect(previewed(kept, document(measures, other)).assessment).toMatchObject({
      before: { total: 86.94 },
      after: { total: 87, indicators: [] },
    });
  });
});

describe('O-items', () => {
  const owner = { responsible: [{ code: 'works', name: 'กองช่าง' }] };
  const measures = [row(MANUAL), row(WEBSITE), row(GIFTS)];

  it('keep their owners when the document names none, and change only those it names', () => {
    const named = imported(plan, document(measures, { oItems: [{ id: 'O3', ...owner }] }), {
      id: 'import-2',
    });
    expect(changesNothing(previewed(named, document(measures)))).toBe(true);
    const more = previewed(named, document(measures, { oItems: [{ id: 'O4', ...owner }] }));
    expect(more.changed.map(({ after, fields }) => [after.kind, after.number, ...fields])).toEqual([
      ['oit', 4, 'divisions'],
    ]);
    expect(more.findings).toContainEqual({ item: 'O3', kind: 'not-stated', read: null, field: 'divisions' });
  });

  it('under another year’s number are found and not taken', () => {
    const oItems = [{ id: 'O2', name: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส', ...owner, status: 'done' }];
    const { changed, statuses, findings } = previewed(plan, document(measures, { oItems }));
    expect([changed, statuses]).toEqual([[], []]);
    expect(findings).toContainEqual({
      item: 'O2',
      kind: 'other-list',
      read: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส',
    });
  });
});
