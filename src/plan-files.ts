/** The plan reader as the flow knows it: any file an office sends, to the draft an import takes. */
import type { PlanDraft } from './domain/draft.ts';
import type { PlanRead, PlanReader, PlanReading } from './flow/plan-reading.ts';
import type { Draft } from './intake/draft.ts';
import { cellOf } from './intake/pages.ts';
import { planDraftOf } from './intake/plan-draft.ts';
import { type OfficeFile, readOfficeFile } from './office-file.ts';
import type { PdfLimits } from './pdf-text.ts';
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
      const read = await readOfficeFile(reader, bytes, name, optionsOf(how), pdf);
      return read.ok ? draftOf(read) : { kind: 'refused', why: read.refused, detail: read.detail };
    },
  };
}

function optionsOf({ divisions, fiscalYear }: PlanReading) {
  return { divisions, ...(fiscalYear === undefined ? {} : { fiscalYear }) };
}

function draftOf({ draft, parts, fromPdf }: OfficeFile): PlanRead {
  const read = planDraftOf({ ...draft, measures: draft.measures.map(numbered) });
  if (read === null) return { kind: 'no-year' };
  const findings = (read.findings ?? []).map((finding) => ({
    ...finding,
    cell: cellOf(finding.line ?? null, parts),
  }));
  return {
    kind: 'read',
    from: fromPdf ? 'pdf' : 'document',
    draft: { ...read, findings } satisfies PlanDraft,
  };
}

/** A year or a sum in the column of numbers is no number of a measure. */
function numbered(measure: Draft['measures'][number]): Draft['measures'][number] {
  const { number } = measure;
  return number !== null && (number < 1 || number > MOST_NUMBER) ? { ...measure, number: null } : measure;
}
