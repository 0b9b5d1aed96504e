/** A plan's document from disk: any kind the reader takes, or a draft as JSON. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { fiscalYearDays } from '../domain/calendar.ts';
import { type PlanDraft, planDraft } from '../domain/draft.ts';
import type { Division } from '../domain/event.ts';
import { MOST_BYTES } from '../intake/file-kind.ts';
import { cellOf } from '../intake/pages.ts';
import { planDraftOf } from '../intake/plan-draft.ts';
import { type Refused, refuse } from '../intake/refused.ts';
import { readOfficeFile } from '../office-file.ts';
import { planReader } from '../plan-reader.ts';
import { WrongUse } from './command.ts';
import { readObject, shaped } from './read-json.ts';

export interface PlanFile {
  readonly ok: true;
  /** All that was read, in the shape of `truth/*.json`. */
  readonly draft: Readonly<Record<string, unknown>>;
  /** What an import takes of it; null = the document does not say its fiscal year. */
  readonly plan: PlanDraft | null;
}

export interface Known {
  /** The fiscal year, when a person has said it. */
  readonly year: number | undefined;
  readonly divisions: readonly Division[];
}

/** Reads the file; nothing of it is kept. @throws WrongUse when there is no such file, or a draft is not in its shape. */
export async function readPlanFile(path: string, { year, divisions }: Known): Promise<PlanFile | Refused> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new WrongUse(`Cannot read the file ${path}.`);
  if (found.size > MOST_BYTES) return refuse('too-big', `${found.size} bytes`);
  const bytes = bytesOf(path);
  if (isJson(path, bytes)) return draftFile(path, year);
  const options = { divisions, ...(year === undefined ? {} : { fiscalYear: year }) };
  const read = await readOfficeFile(planReader(), bytes, basename(path), options);
  if (!read.ok) return read;
  const findings = read.draft.findings.map((one) => ({ ...one, cell: cellOf(one.line, read.parts) }));
  const plan = planDraftOf(read.draft);
  return {
    ok: true,
    draft: { ...read.draft, findings },
    plan: plan === null ? null : { ...plan, findings },
  };
}

const LIKE = 'a plan draft such as example/plan-2569.json';
const { fiscalYear: writtenYear } = planDraft.shape.plan.shape;
const yearless = planDraft.extend({ plan: z.object({ fiscalYear: writtenYear.nullish() }) });

function draftFile(path: string, year: number | undefined): PlanFile {
  const raw = readObject(path, LIKE);
  const said = typeof raw.plan === 'object' && raw.plan !== null ? raw.plan : {};
  const draft =
    year === undefined ? raw : { ...raw, plan: { ...said, fiscalYear: year, ...fiscalYearDays(year) } };
  const { plan, ...rest } = shaped(draft, yearless, path, LIKE);
  const { fiscalYear } = plan;
  return {
    ok: true,
    draft,
    plan: fiscalYear == null ? null : { ...rest, plan: { fiscalYear } },
  };
}

function isJson(path: string, bytes: Uint8Array): boolean {
  return /\.json$/i.test(path) || /^\uFEFF?\s*\{/.test(Buffer.from(bytes.subarray(0, 64)).toString());
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongUse(`Cannot read the file ${path}.`);
  }
}
