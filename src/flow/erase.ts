/**
 * Erasing a person: what lies beside the ledger of him goes in one transaction with the entry that says so, and the ledger
 * stays as it is, hash for hash. Until the files are scrubbed of it too, a mark stands in place of his record; whoever
 * finds the mark, even after a crash, scrubs again.
 */
import type { Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { Actor } from '../domain/entry.ts';
import type { DomainEvent } from '../domain/event.ts';
import { textsBy } from '../domain/personal.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { World } from './flow.ts';
import { dropDraft } from './open-draft.ts';
import type { BesideChange, BesideRecord, DeliveryNote } from './ports.ts';
import type { Held, Ledger } from './transact.ts';
import { silenced } from './unbind.ts';
import { documentOf, dropDocument } from './waiting-document.ts';

/** Answers given before may hold his words; by now they are sent or given up, the one that says it is done too. */
export const SCRUB_AFTER_MS = 120_000;
/** When scrubbing failed. */
const SCRUB_AGAIN_MS = 600_000;
/** A shorter name may be part of any word. */
const SHORTEST_NAME = 5;

export interface Erasure {
  readonly events: readonly DomainEvent[];
  readonly beside: readonly BesideChange[];
  readonly notes: readonly DeliveryNote[];
}

/** What is to be kept so that nothing more is kept of him, or why not. */
export async function erasureOf(
  world: World,
  { agency }: Held,
  by: Actor,
  member: string,
): Promise<Erasure | { readonly refusal: Refusal }> {
  const now = world.clock.now();
  const decision = decide(agency, { type: 'erase-member', by, member }, now);
  if (!decision.ok) return { refusal: decision.refusal };
  const { store } = world;
  const person = await store.beside(agency.id, 'person', member);
  const [name, user] = [person?.value.name ?? '', person?.key ?? null];
  const texts = textsBy(agency, member).map((id) => ({ do: 'drop' as const, kind: 'text' as const, id }));
  const documents = (await store.besideAll(agency.id, 'document')).map(documentOf);
  const draft = await store.besideByKey(agency.id, 'draft', member);
  return {
    events: decision.events,
    beside: [
      { do: 'put', record: { kind: 'person', id: member, key: null, value: { erased: String(now) } } },
      ...texts,
      ...documents.filter((one) => one.member === member).map(({ id }) => dropDocument(id)),
      ...(draft === null ? [] : [dropDraft(draft.id)]),
      ...(await requestsOf(world, agency.id, user)),
      ...(await invitesWithout(world, agency.id, name)),
    ],
    notes: await givenUp(world, agency.id, { member, name, user }),
  };
}

/** That he waited to be let in, or was refused: kept under his LINE id, or a hash of it. */
async function requestsOf(world: World, agency: string, user: string | null): Promise<BesideChange[]> {
  const changes: BesideChange[] = [];
  for (const key of user === null ? [] : [user, world.ids.hashOfCode(user)]) {
    const request = await world.store.besideByKey(agency, 'request', key);
    if (request !== null) changes.push({ do: 'drop', kind: 'request', id: request.id });
  }
  return changes;
}

/** An invite made for him by name, and not used, stays good without it. */
async function invitesWithout(world: World, agency: string, name: string): Promise<BesideChange[]> {
  const codes = await world.store.besideAll(agency, 'code');
  return codes
    .filter(({ value }) => name !== '' && value.name === name)
    .map((record) => {
      const { name: _gone, ...value } = record.value;
      return { do: 'put', record: { ...record, value } };
    });
}

/** Messages on their way to him, or that name him to others, are sent no more. */
async function givenUp(
  world: World,
  agency: string,
  { member, name, user }: { readonly member: string; readonly name: string; readonly user: string | null },
): Promise<DeliveryNote[]> {
  if (name.length < SHORTEST_NAME) return silenced(world.store, agency, member, user);
  const naming = (await world.store.pending(agency)).filter(({ messages }) =>
    JSON.stringify(messages).includes(name),
  );
  return [
    ...naming.map(({ id }) => ({ id, kind: 'failed' as const, reason: 'stale' as const })),
    ...(await silenced(world.store, agency, member, user)),
  ];
}

/** Which records are such marks, and since when. */
function markOf({ id, value }: BesideRecord): { readonly member: string; readonly since: Instant } | null {
  return value.erased === undefined ? null : { member: id, since: Number(value.erased) };
}

async function marksIn(world: World, agency: string) {
  return (await world.store.besideAll(agency, 'person')).flatMap((record) => markOf(record) ?? []);
}

/** When to look whether the files are to be scrubbed; null = nobody was erased. */
export async function nextScrub(world: World, agency: string, now: Instant): Promise<Instant | null> {
  const moments = (await marksIn(world, agency)).map(({ since }) => since + SCRUB_AFTER_MS);
  if (moments.length === 0) return null;
  const first = Math.min(...moments);
  return first > now ? first : now + SCRUB_AGAIN_MS;
}

/** Who was erased long enough ago, and gets no message any more. */
async function toScrub(world: World, agency: string): Promise<string[]> {
  const until = world.clock.now() - SCRUB_AFTER_MS;
  const marked = (await marksIn(world, agency)).filter(({ since }) => since <= until);
  if (marked.length === 0) return [];
  const pending = await world.store.pending(agency);
  const waits = (member: string) =>
    pending.some(({ to }) => to !== null && 'member' in to && to.member === member);
  return marked.map(({ member }) => member).filter((member) => !waits(member));
}

export async function scrubDue(world: World, agency: string): Promise<boolean> {
  return (await toScrub(world, agency)).length > 0;
}

/** Scrubs the files after an erasure, and only then forgets that there was one: what fails is done again later. */
export async function scrubErased(world: World, ledger: Ledger, agency: string): Promise<void> {
  const members = await toScrub(world, agency);
  if (members.length === 0) return;
  try {
    await world.store.scrub(world.clock.now());
  } catch (cause) {
    world.log.warn({ agency, error: String(cause) }, 'the files were not scrubbed yet');
    return;
  }
  const beside = members.map((id) => ({ do: 'drop' as const, kind: 'person' as const, id }));
  await ledger.transact(agency, () => ({ result: undefined, batch: { beside } }));
  world.log.info({ agency, people: members.length }, 'the files were scrubbed of who was erased');
}
