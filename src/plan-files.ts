/** The plan reader as the flow knows it: any file an office sends, to the draft an import takes. */
import type { PlanDraft } from './domain/draft.ts';
import type { PlanRead, PlanReader, PlanReading } from './flow/ports.ts';
import type { Draft } from './intake/draft.ts';
import type { Part } from './intake/pages.ts';
import { planDraftOf } from './intake/plan-draft.ts';
import type { ReadFile } from './intake/read-document.ts';
import { isTorn } from './intake/torn.ts';
import { type PdfLimits, pdfText } from './pdf-text.ts';
import { type PlanReader as FileReader, planReader } from './plan-reader.ts';

export interface PlanFilesParts {
  readonly reader?: FileReader;
  readonly pdf?: PdfLimits;
}

/** As `domain/event.ts` has it. */
const MOST_NUMBER = 999;

export function planFiles({ reader = planReader(), pdf = {} }: PlanFilesParts = {}): PlanReader {
  return {
    async read(bytes, name, how) {
      const read = await reader.read(bytes, name, optionsOf(how));
      if (read.ok) return draftOf(read, 'document');
      if (read.refused !== 'pdf') return { kind: 'refused', why: read.refused, detail: read.detail };
      const text = await pdfText(bytes, pdf);
      if (text.kind === 'none') return { kind: 'refused', why: 'pdf', detail: text.why };
      const fromText = await reader.read(new TextEncoder().encode(text.text), 'pdf.txt', optionsOf(how));
      // Its text is there, but no table can be seen in it, or only the lines its cells are broken into.
      if (!fromText.ok) return { kind: 'refused', why: 'pdf', detail: fromText.refused };
      if (isTorn(fromText.draft)) return { kind: 'refused', why: 'pdf', detail: 'torn' };
      return draftOf(fromText, 'pdf');
    },
  };
}

function optionsOf({ divisions, fiscalYear }: PlanReading) {
  return { divisions, ...(fiscalYear === undefined ? {} : { fiscalYear }) };
}

function draftOf({ draft, parts }: ReadFile, from: 'document' | 'pdf'): PlanRead {
  const read = planDraftOf({ ...draft, measures: draft.measures.map(numbered) });
  if (read === null) return { kind: 'no-year' };
  const findings = (read.findings ?? []).map((finding) => ({
    ...finding,
    cell: cellOf(finding.line ?? null, parts),
  }));
  return { kind: 'read', from, draft: { ...read, findings } satisfies PlanDraft };
}

/** A year or a sum in the column of numbers is no number of a measure. */
function numbered(measure: Draft['measures'][number]): Draft['measures'][number] {
  const { number } = measure;
  return number !== null && (number < 1 || number > MOST_NUMBER) ? { ...measure, number: null } : measure;
}

/** In a workbook a line is a row of one of its sheets. */
function cellOf(line: number | null, parts: readonly Part[]): string | null {
  const part = line === null ? undefined : parts.findLast(({ from }) => from <= line);
  return part === undefined || line === null ? null : `${part.name}!${line - part.from + 1}`;
}
