/** What is kept no longer than `retention.ts` says: it goes when its time is over, by the clock. */
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import { textsOfYear } from '../domain/personal.ts';
import { keptMs } from '../domain/retention.ts';
import { erasureOf, nextScrub, SCRUB_AFTER_MS } from './erase.ts';
import type { World } from './flow.ts';
import { dropRequest, refusalEnds } from './join-requests.ts';
import { draftMade, dropDraft } from './open-draft.ts';
import type { BesideChange, BesideKind, DeliveryNote } from './ports.ts';
import type { Held } from './transact.ts';
import { documentOf, dropDocument } from './waiting-document.ts';

/** How long a file that is to be read may lie before it is looked for again: after a crash nobody else wakes us. */
const LOOK_AGAIN_MS = 20_000;
const BY_CLOCK = { kind: 'clock' } as const;

/** Something that goes at `end`. */
interface Ending {
  readonly drop: BesideChange;
  readonly end: Instant;
}

export interface Forgotten {
  readonly events: readonly DomainEvent[];
  readonly drops: readonly BesideChange[];
  readonly notes: readonly DeliveryNote[];
  /** When to look again; null = there is nothing. */
  readonly next: Instant | null;
}

/** What goes now, and when to look again. */
export async function forget(world: World, held: Held, now: Instant): Promise<Forgotten> {
  const { agency } = held;
  const documents = (await world.store.besideAll(agency.id, 'document')).map(documentOf);
  const endings = [
    ...documents.map(({ id, at }) => ({ drop: dropDocument(id), end: at + keptMs('document') })),
    ...(await world.store.besideAll(agency.id, 'draft')).map((record) => ({
      drop: dropDraft(record.id),
      end: draftMade(record) + keptMs('draft'),
    })),
    ...(await world.store.besideAll(agency.id, 'request')).flatMap((record) => {
      const end = refusalEnds(record);
      return end === null ? [] : [{ drop: dropRequest(record.id), end }];
    }),
    ...Object.values(agency.requests).map(({ id, at }) => ({
      drop: dropRequest(id),
      end: at + keptMs('request'),
    })),
    ...(await endedCodes(world, agency)),
    ...(await textsOfOldPlans(world, agency, now)),
  ];
  const tries = documents.flatMap(({ nextTry }) =>
    nextTry === null ? [] : [Math.max(nextTry, now + LOOK_AGAIN_MS)],
  );
  const leavers = await leaversOf(world, held, now);
  const scrub = leavers.erased ? now + SCRUB_AFTER_MS : await nextScrub(world, agency.id, now);
  const later = [
    ...endings.map(({ end }) => end).filter((end) => end > now),
    ...tries,
    ...leavers.later,
    ...planEnds(agency).filter((end) => end > now),
    ...(scrub === null ? [] : [scrub]),
  ];
  return {
    events: [...leavers.events, ...requestsOver(agency, now)],
    drops: [...endings.filter(({ end }) => end <= now).map(({ drop }) => drop), ...leavers.beside],
    notes: leavers.notes,
    next: later.length === 0 ? null : Math.min(...later),
  };
}

/** Who waited too long is refused by the clock. */
function requestsOver(agency: Agency, now: Instant): DomainEvent[] {
  return Object.values(agency.requests)
    .filter(({ at }) => at + keptMs('request') <= now)
    .flatMap(({ id }) => {
      const decision = decide(agency, { type: 'refuse-join', by: BY_CLOCK, request: id }, now);
      return decision.ok ? decision.events : [];
    });
}

/** Those whose time is over are erased, as if they had asked for it. */
async function leaversOf(world: World, held: Held, now: Instant) {
  const ends = Object.entries(held.agency.left).map(([member, at]) => ({
    member,
    end: at + keptMs('leaverName'),
  }));
  const events: DomainEvent[] = [];
  const beside: BesideChange[] = [];
  const notes: DeliveryNote[] = [];
  for (const { member } of ends.filter(({ end }) => end <= now)) {
    const erasure = await erasureOf(world, held, BY_CLOCK, member);
    if ('refusal' in erasure) continue;
    events.push(...erasure.events);
    beside.push(...erasure.beside);
    notes.push(...erasure.notes);
  }
  const later = ends.map(({ end }) => end).filter((end) => end > now);
  return { events, beside, notes, later, erased: events.length > 0 };
}

/** Codes nobody can use any more: a used one was kept to be known as used. */
async function endedCodes(world: World, agency: Agency): Promise<Ending[]> {
  const codes = await world.store.besideAll(agency.id, 'code');
  return codes.flatMap(({ id }) => {
    const expires = (known(agency.invites, id) ?? known(agency.groupCodes, id))?.expires;
    return expires === undefined ? [] : [{ drop: drop('code', id), end: expires + keptMs('code') }];
  });
}

/** When the words about each plan go. */
function planEnds(agency: Agency): Instant[] {
  return Object.values(agency.plans).flatMap(({ closed }) =>
    closed === null ? [] : [closed + keptMs('texts')],
  );
}

async function textsOfOldPlans(world: World, agency: Agency, now: Instant): Promise<Ending[]> {
  const gone: Ending[] = [];
  for (const { year, closed } of Object.values(agency.plans)) {
    if (closed === null || closed + keptMs('texts') > now) continue;
    for (const id of textsOfYear(agency, year))
      if ((await world.store.beside(agency.id, 'text', id)) !== null)
        gone.push({ drop: drop('text', id), end: now });
  }
  return gone;
}

function drop(kind: BesideKind, id: string): BesideChange {
  return { do: 'drop', kind, id };
}
