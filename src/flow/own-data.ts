import type { Entry } from '../domain/entry.ts';
import type { DomainEvent } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import type { OwnData, OwnEntry } from '../domain/own-data.ts';
import type { World } from './flow.ts';
import type { Held } from './transact.ts';
import { documentOf } from './waiting-document.ts';

/** What was said to him: what rode on an answer of his was decided by the clock's rules, though his message caused it. */
const TOLD: ReadonlySet<DomainEvent['type']> = new Set(['reminder-decided', 'extensions-told', 'card-sent']);

/** Everything kept of a member, or of one who left; null = nothing is. Reads the whole ledger. */
export async function ownDataOf(world: World, { agency }: Held, id: string): Promise<OwnData | null> {
  const { store } = world;
  const member = known(agency.members, id);
  const left = known(agency.left, id) ?? null;
  if (member === undefined && left === null) return null;
  const person = await store.beside(agency.id, 'person', id);
  const entries: OwnEntry[] = [];
  for await (const entry of store.entries(agency.id)) {
    const own = !TOLD.has(entry.event.type) && entry.by.kind === 'member' && entry.by.member === id;
    if (own || isAbout(entry, id)) entries.push(await ownEntry(world, agency.id, entry, own));
  }
  const documents = (await store.besideAll(agency.id, 'document')).map(documentOf);
  const draft = await store.besideByKey(agency.id, 'draft', id);
  const { name: draftName = '' } = JSON.parse(draft?.value.json ?? '{}') as { readonly name?: string };
  const pending = await store.pending(agency.id);
  return {
    office: agency.profile?.name ?? '',
    member: id,
    name: person?.value.name ?? '',
    line: person?.key ?? null,
    roles: member?.roles ?? [],
    acting: member?.acting ?? [],
    joined: member?.joined ?? null,
    left,
    entries,
    files: [...documents.filter((one) => one.member === id).map(({ name }) => name), draftName].filter(
      (name) => name !== '',
    ),
    waiting: pending.filter(({ to }) => to !== null && 'member' in to && to.member === id).length,
  };
}

/** Ids are long and by chance: where his stands, he is meant. */
function isAbout({ event }: Entry, id: string): boolean {
  return JSON.stringify(event).includes(JSON.stringify(id));
}

/** Words of others about him are theirs: only his own are given. */
async function ownEntry(world: World, agency: string, entry: Entry, own: boolean): Promise<OwnEntry> {
  const { seq, at, event } = entry;
  const texts: string[] = [];
  for (const text of own ? textIds(event) : []) {
    const record = await world.store.beside(agency, 'text', text);
    if (record?.value.text !== undefined) texts.push(record.value.text);
  }
  return { seq, at, own, event, texts };
}

/** Ids of the texts an event refers to, whatever its type: a text stands as its id with a `mac`. */
function textIds(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('mac' in node && 'id' in node && typeof node.id === 'string') return [node.id];
  return Object.values(node).flatMap(textIds);
}
