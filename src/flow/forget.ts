/** Files nobody could read and previews nobody confirmed, a week old: they go. */
import type { Instant } from '../domain/calendar.ts';
import type { World } from './flow.ts';
import { draftMade, dropDraft } from './open-draft.ts';
import type { BesideChange } from './ports.ts';
import { documentOf, dropDocument, FORGOTTEN_AFTER_MS } from './waiting-document.ts';

/** How long a file that is to be read may lie before it is looked for again: after a crash nobody else wakes us. */
const LOOK_AGAIN_MS = 20_000;

/** What goes now, and when to look again; null = there is nothing. */
export async function forget(
  world: World,
  agency: string,
  now: Instant,
): Promise<{ readonly drops: readonly BesideChange[]; readonly next: Instant | null }> {
  const documents = (await world.store.besideAll(agency, 'document')).map(documentOf);
  const drafts = await world.store.besideAll(agency, 'draft');
  const ends = [
    ...documents.map(({ id, at }) => ({ drop: dropDocument(id), end: at + FORGOTTEN_AFTER_MS })),
    ...drafts.map((record) => ({ drop: dropDraft(record.id), end: draftMade(record) + FORGOTTEN_AFTER_MS })),
  ];
  const tries = documents.flatMap(({ nextTry }) =>
    nextTry === null ? [] : [Math.max(nextTry, now + LOOK_AGAIN_MS)],
  );
  const later = [...ends.map(({ end }) => end).filter((end) => end > now), ...tries];
  return {
    drops: ends.filter(({ end }) => end <= now).map(({ drop }) => drop),
    next: later.length === 0 ? null : Math.min(...later),
  };
}
