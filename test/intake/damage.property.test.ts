/** However a scanner damages a plan, what is taken stands in it, and what no longer stands in it is not taken unseen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/intake/clean.ts';
import { squeeze } from '../../src/intake/compare.ts';
import { readPlan } from '../../src/intake/read-plan.ts';
import { readText } from '../../src/intake/text.ts';
import { tabText } from '../support/office-files.ts';
import { plan, rowsOf, style } from './a-plan.ts';

const LETTERS = [...'กขคงจชซดตถทนบปผพมยรลวสหอะาิีึืุูเแโ่้์/lO.'];

/** Letters of a text replaced here and there; spaces, tabs, lines and list marks stay. */
function damaged(text: string, hits: readonly (readonly [place: number, letter: number])[]): string {
  const letters = [...text];
  for (const [place, letter] of hits) {
    const at = place % letters.length;
    if (!/[\s.,()•/-]/.test(letters[at] ?? ' ')) letters[at] = LETTERS[letter % LETTERS.length] ?? 'ก';
  }
  return letters.join('');
}

describe('a damaged plan', () => {
  it('yields only titles, methods and figures that stand in it', () => {
    fc.assert(
      fc.property(
        plan,
        style,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        (written, how, hits) => {
          const clean = `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${written.year}\nเทศบาลตำบลทุ่งสมมุติ\n\n${tabText(rowsOf(written, how))}`;
          const text = damaged(clean, hits);
          const draft = readPlan(readText(text));
          const all = squeeze(cleanText(text));
          for (const { titleParts, methods } of draft.measures) {
            for (const piece of [...titleParts, ...methods.map((method) => method.text)])
              expect(all, piece).toContain(squeeze(piece));
          }
          const figures = all.match(/\d+/g)?.join(' ') ?? '';
          for (const { score } of draft.indicators)
            if (score !== null) expect(figures).toContain(String(Math.trunc(score)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps a period, an owner or a state it can no longer read open, and says so', () => {
    fc.assert(
      fc.property(
        plan,
        style,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
        (written, how, hits) => {
          const [header = [], ...rows] = rowsOf(written, { ...how, spaced: false, headers: 0 });
          const column = (name: string) => header.indexOf(name);
          const hurt = rows.map((row) =>
            row.map((cell, at) =>
              at === column('ผู้รับผิดชอบ') || at === column('สถานะ') ? damaged(cell, hits) : cell,
            ),
          );
          const head = `มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ${written.year}\nเทศบาลตำบลทุ่งสมมุติ\n\n`;
          const draft = readPlan(readText(head + tabText([header, ...hurt])), { fiscalYear: written.year });
          draft.measures.forEach((measure, at) => {
            const wanted = new Set<string>(written.measures[at]?.owners.map(({ code }) => code));
            const lost = wanted.size > measure.responsible.length;
            const found = draft.findings.some(
              ({ line, field }) => measure.lines.includes(line) && field.endsWith('responsible'),
            );
            if (lost) expect(found, measure.responsibleAsWritten ?? '').toBe(true);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
