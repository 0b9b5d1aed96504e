/** Any file an office sends, read in a child process; of a PDF its text layer, where `pdftotext` finds a sound one. */
import type { ReadFile } from './intake/read-document.ts';
import type { ReadOptions } from './intake/read-plan.ts';
import { type Refused, refuse } from './intake/refused.ts';
import { isTorn } from './intake/torn.ts';
import { type PdfLimits, pdfText } from './pdf-text.ts';
import type { PlanReader } from './plan-reader.ts';

export interface OfficeFile extends ReadFile {
  /** What stands in it came through the text layer of a PDF. */
  readonly fromPdf: boolean;
}

/** A PDF that cannot be used is refused as `pdf`; the detail says why. */
export async function readOfficeFile(
  reader: PlanReader,
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
  pdf: PdfLimits = {},
): Promise<OfficeFile | Refused> {
  const read = await reader.read(bytes, name, options);
  if (read.ok) return { ...read, fromPdf: false };
  if (read.refused !== 'pdf') return read;
  const text = await pdfText(bytes, pdf);
  if (text.kind === 'none') return refuse('pdf', text.why);
  const fromText = await reader.read(new TextEncoder().encode(text.text), 'pdf.txt', options);
  // Its text is there, but no table can be seen in it, or only the lines its cells are broken into.
  if (!fromText.ok) return refuse('pdf', fromText.refused);
  return isTorn(fromText.draft) ? refuse('pdf', 'torn') : { ...fromText, fromPdf: true };
}
