/** A plan written down in any usual way and read back is the same plan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squeeze } from '../../src/intake/compare.ts';
import { planDraftOf } from '../../src/intake/plan-draft.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import {
  csv,
  htmlTable,
  markdown,
  type Rows,
  tabText,
  windows874,
  wordFile,
  workbook,
} from '../support/office-files.ts';
import { type Plan, plan, rowsOf, style } from './a-plan.ts';

const OFFICE = 'องค์การบริหารส่วนตำบลทุ่งสมมุติ อำเภอทุ่งทดลอง จังหวัดลำพูน';
const titleOf = ({ year }: Plan) => `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${year}`;
const utf8 = (text: string) => new TextEncoder().encode(text);

const WAYS: Readonly<
  Record<string, (plan: Plan, rows: Rows) => Promise<[Uint8Array, string]> | [Uint8Array, string]>
> = {
  'tab-separated text': (p, rows) => [utf8(`${titleOf(p)}\n${OFFICE}\n\n${tabText(rows)}\n`), 'plan.txt'],
  'text cut by pages': (p, [header = [], ...rows]) => {
    const half = Math.ceil(rows.length / 2);
    const pages = [rows.slice(0, half), rows.slice(half)].filter((page) => page.length > 0);
    return [
      utf8([titleOf(p), OFFICE, '', ...pages.map((page) => `${tabText([header, ...page])}\n`)].join('\n')),
      'plan.txt',
    ];
  },
  markdown: (p, rows) => [utf8(`# ${titleOf(p)}\n${OFFICE}\n\n${markdown(rows)}\n`), 'plan.md'],
  'an HTML table in text': (p, rows) => [
    utf8(`${titleOf(p)}\n${OFFICE}\n\n${htmlTable(rows)}\n`),
    'plan.txt',
  ],
  csv: (p, rows) => [utf8(csv([[titleOf(p)], [OFFICE], [], ...rows])), 'plan.csv'],
  'csv with a mark and semicolons': (p, rows) => [
    utf8(`\uFEFF${csv([[titleOf(p)], [OFFICE], [], ...rows], ';')}`),
    'plan.csv',
  ],
  'csv in the Thai code page': (p, rows) => [
    windows874(csv([[titleOf(p)], [OFFICE], [], ...rows])),
    'plan.csv',
  ],
  xlsx: async (p, rows) => [
    await workbook([{ name: 'แผน', rows: [[titleOf(p)], [OFFICE], [], ...rows] }]),
    'plan.xlsx',
  ],
  docx: (p, rows) => [wordFile([titleOf(p), OFFICE, rows]), 'plan.docx'],
};

describe.each(Object.entries(WAYS))('a plan written as %s', (_way, write) => {
  it('is read back as the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(plan, style, async (written, how) => {
        const [bytes, name] = await write(written, rowsOf(written, how));
        const read = await readDocument(bytes, name);
        if (!read.ok) throw new Error(`${read.refused} ${read.detail}`);
        const { draft } = read;
        expect(draft.agency.name).toBe('องค์การบริหารส่วนตำบลทุ่งสมมุติ');
        expect(draft.agency.province).toBe('ลำพูน');
        expect(draft.plan.fiscalYear).toBe(written.year);
        expect(
          draft.measures.map((measure) => ({
            number: measure.number,
            title: squeeze(measure.title),
            methods: measure.methods.map(({ text }) => squeeze(text)),
            owners: measure.responsible.map(({ code }) => code),
            start: measure.period.start,
            end: measure.period.end,
            followUp: [measure.followUp.cadence, measure.followUp.dueDate, ...measure.followUp.reportMonths],
            status: measure.status,
          })),
        ).toEqual(
          written.measures.map((measure, at) => ({
            number: at + 1,
            title: squeeze(measure.title),
            methods: measure.methods.map(squeeze),
            owners: measure.owners.map(({ code }) => code),
            start: measure.period.start,
            end: measure.period.end,
            followUp: [measure.followUp.cadence, measure.followUp.dueDate, ...measure.followUp.reportMonths],
            status: measure.status.status,
          })),
        );
        expect(
          draft.findings.filter(({ weight, why }) => weight === 'doubt' && why !== 'no-division'),
        ).toEqual([]);
        expect(planDraftOf(draft)).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
