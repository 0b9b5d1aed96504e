/** What waited too long goes: files nobody could read and previews nobody confirmed, who asked to be let in. */
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import type { World } from './flow.ts';
import { dropRequest, REQUEST_WAITS_MS, refusalEnds } from './join-requests.ts';
import { draftMade, dropDraft } from './open-draft.ts';
import type { BesideChange } from './ports.ts';
import { documentOf, dropDocument, FORGOTTEN_AFTER_MS } from './waiting-document.ts';

/** How long a file that is to be read may lie before it is looked for again: after a crash nobody else wakes us. */
const LOOK_AGAIN_MS = 20_000;

export interface Forgotten {
  readonly drops: readonly BesideChange[];
  /** A request that goes is refused by the clock. */
  readonly events: readonly DomainEvent[];
  /** When to look again; null = there is nothing. */
  readonly next: Instant | null;
}

/** What goes now. */
export async function forget(world: World, agency: Agency, now: Instant): Promise<Forgotten> {
  const documents = (await world.store.besideAll(agency.id, 'document')).map(documentOf);
  const drafts = await world.store.besideAll(agency.id, 'draft');
  const refusals = await world.store.besideAll(agency.id, 'request');
  const requests = Object.values(agency.requests).map(({ id, at }) => ({ id, end: at + REQUEST_WAITS_MS }));
  const ends = [
    ...documents.map(({ id, at }) => ({ drop: dropDocument(id), end: at + FORGOTTEN_AFTER_MS })),
    ...drafts.map((record) => ({ drop: dropDraft(record.id), end: draftMade(record) + FORGOTTEN_AFTER_MS })),
    ...refusals.flatMap((record) => {
      const end = refusalEnds(record);
      return end === null ? [] : [{ drop: dropRequest(record.id), end }];
    }),
    ...requests.map(({ id, end }) => ({ drop: dropRequest(id), end })),
  ];
  const tries = documents.flatMap(({ nextTry }) =>
    nextTry === null ? [] : [Math.max(nextTry, now + LOOK_AGAIN_MS)],
  );
  const later = [...ends.map(({ end }) => end).filter((end) => end > now), ...tries];
  return {
    events: requests
      .filter(({ end }) => end <= now)
      .flatMap(({ id }) => {
        const command = { type: 'refuse-join', by: { kind: 'clock' }, request: id } as const;
        const decision = decide(agency, command, now);
        return decision.ok ? decision.events : [];
      }),
    drops: ends.filter(({ end }) => end <= now).map(({ drop }) => drop),
    next: later.length === 0 ? null : Math.min(...later),
  };
}
