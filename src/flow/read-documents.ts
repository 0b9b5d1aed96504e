/**
 * Files that wait to be read: fetched from LINE, read, and answered with a preview. A try is noted before it is made, so
 * that a crash leaves the file to be read again, and a file that ends the process is not read for ever.
 */
import type { Instant } from '../domain/calendar.ts';
import { answerDocument, type DocumentOutcome } from './answer-document.ts';
import type { World } from './flow.ts';
import type { PlanRead, PlanReader } from './plan-reading.ts';
import { LARGEST_PLAN } from './receive-file.ts';
import type { Ledger } from './transact.ts';
import { documentOf, FORGOTTEN_AFTER_MS, putDocument, type WaitingDocument } from './waiting-document.ts';

const FETCH_MS = 30_000;
/** Between tries: LINE may be away, or still prepare the file. */
const AGAIN_MS = [5_000, 15_000, 60_000, 300_000];

/** True when one was answered: there is something to send. */
export async function readDocuments(
  world: World,
  ledger: Ledger,
  agency: string,
  plans: PlanReader,
): Promise<boolean> {
  let answered = false;
  for (const document of await waitingDocuments(world, agency)) {
    if (world.stopping.aborted) break;
    const { nextTry } = document;
    if (nextTry === null) continue;
    if (nextTry > world.clock.now()) {
      world.pushes.wake(agency, nextTry);
      continue;
    }
    answered = (await readOne(world, ledger, agency, plans, document)) || answered;
  }
  return answered;
}

/** True when a file is to be read now. */
export async function documentsDue(world: World, agency: string): Promise<boolean> {
  const now = world.clock.now();
  const waiting = await waitingDocuments(world, agency);
  return waiting.some(({ nextTry }) => nextTry !== null && nextTry <= now);
}

/** In the order they came; those a week old are left to be forgotten. */
async function waitingDocuments(world: World, agency: string): Promise<WaitingDocument[]> {
  const since = world.clock.now() - FORGOTTEN_AFTER_MS;
  const waiting = (await world.store.besideAll(agency, 'document')).map(documentOf);
  return waiting.filter(({ at }) => at > since).sort((a, b) => a.at - b.at);
}

async function readOne(
  world: World,
  ledger: Ledger,
  agency: string,
  plans: PlanReader,
  document: WaitingDocument,
): Promise<boolean> {
  const wait = AGAIN_MS[document.tries];
  if (wait === undefined)
    return answerDocument(world, ledger, agency, document, {
      kind: 'refused',
      why: 'not-fetched',
      detail: '',
    });
  const nextTry = world.clock.now() + wait;
  const tried = { ...document, tries: document.tries + 1, nextTry };
  if (!(await noteTry(world, ledger, agency, tried, nextTry))) return false;
  const outcome = await readContent(world, ledger, agency, plans, tried);
  if (outcome !== null) return answerDocument(world, ledger, agency, tried, outcome);
  world.pushes.wake(agency, nextTry);
  return false;
}

/** False when it is no longer there: somebody else was faster. */
async function noteTry(
  world: World,
  ledger: Ledger,
  agency: string,
  tried: WaitingDocument,
  nextTry: Instant,
): Promise<boolean> {
  const kept = await ledger.transact(agency, async () => {
    const there = await world.store.beside(agency, 'document', tried.id);
    if (there === null) return { result: false };
    const { wake } = await world.store.marks(agency);
    const batch = { beside: [putDocument(tried)], wake: Math.min(wake ?? nextTry, nextTry) };
    return { result: true, batch };
  });
  return kept.kind === 'kept' && kept.result;
}

/** Null = not now, but perhaps later. */
async function readContent(
  world: World,
  ledger: Ledger,
  agency: string,
  plans: PlanReader,
  { id, name, year }: WaitingDocument,
): Promise<DocumentOutcome | null> {
  const line = world.line(agency);
  const held = await ledger.read(agency);
  if (line === null || held === null) return null;
  const fetched = await line.content(id, { maxBytes: LARGEST_PLAN, ms: FETCH_MS });
  if (fetched.kind === 'failed') {
    const { reason, status, requestId } = fetched.failure;
    world.log.warn({ agency, document: id, reason, status, requestId }, 'a file was not fetched');
    return reason === 'gone' || reason === 'too-big' ? { kind: 'refused', why: reason, detail: '' } : null;
  }
  const divisions = held.agency.profile?.divisions ?? [];
  const read = await readSafely(world, plans, fetched.value.bytes, name, {
    divisions,
    ...(year === null ? {} : { fiscalYear: year }),
  });
  world.log.info(
    { agency, document: id, size: fetched.value.bytes.length, read: wordOf(read) },
    'a file was read',
  );
  return read;
}

async function readSafely(
  world: World,
  plans: PlanReader,
  ...[bytes, name, how]: Parameters<PlanReader['read']>
): Promise<PlanRead> {
  try {
    return await plans.read(bytes, name, how);
  } catch (cause) {
    // Not its words: they may quote the document.
    world.log.error({ error: cause instanceof Error ? cause.name : 'unknown' }, 'the plan reader failed');
    return { kind: 'refused', why: 'damaged', detail: '' };
  }
}

function wordOf(read: PlanRead): string {
  return read.kind === 'refused' ? read.why : read.kind;
}
