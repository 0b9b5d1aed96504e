/** A personal message put into words: a reminder, a coordinator's card, or both in one. */
import type { Outgoing } from '../chat/outgoing.ts';
import { peopleInMatters, sayCard } from '../chat/say-card.ts';
import { meterLine } from '../chat/say-meter.ts';
import { sayReminder } from '../chat/say-reminder.ts';
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { nextCardAt } from '../domain/card.ts';
import type { ReminderLine } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import { coordinatorsReached, type Drafts, type WaitingDraft } from '../domain/matters.ts';
import { keptMs } from '../domain/retention.ts';
import type { PersonalSend } from '../domain/sends.ts';
import { snoozesOf } from '../domain/snooze.ts';
import type { World } from './flow.ts';
import { openDraftOf, previewOf } from './open-draft.ts';
import { sceneOf } from './scene.ts';
import type { Held } from './transact.ts';

/** `held.agency` = the state it was decided in. */
export async function personalMessages(world: World, held: Held, send: PersonalSend): Promise<Outgoing[]> {
  const { member, lines, matters } = send;
  const told = aboutOf(held, lines, world.clock.now());
  const about = { ...told, people: [...told.people, ...peopleInMatters(matters)] };
  const scene = await sceneOf(world, held, { member, group: null }, about);
  const meter = meterLine(world.quotas.now(held.agency));
  return [
    ...(lines.length === 0 ? [] : sayReminder(scene, { member, lines })),
    ...(matters.length === 0 ? [] : sayCard(scene, matters, meter)),
  ];
}

/** What lies beside the ledger for each coordinator LINE reaches. */
export async function draftsFor(world: World, agency: Agency): Promise<Drafts> {
  const found = new Map<string, WaitingDraft[]>();
  for (const { id } of coordinatorsReached(agency)) found.set(id, await draftsOf(world, agency.id, id));
  return found;
}

export async function draftsOf(world: World, agency: string, member: string): Promise<WaitingDraft[]> {
  const draft = await openDraftOf(world, agency, member);
  if (draft === null) return [];
  const { id, what } = draft;
  const until = draft.made + keptMs('draft');
  if (draft.what === 'list') {
    const open = draft.source === null ? 1 : 0;
    return [{ id, what, year: draft.list.year, open, until }];
  }
  const { year, doubtful } = previewOf(draft).revision;
  return [{ id, what, year, open: doubtful.length, until }];
}

/** When some coordinator's card may be due next; null = never by itself. */
export function nextCards(agency: Agency, now: Instant, drafts: Drafts): Instant | null {
  const moments = coordinatorsReached(agency).flatMap(
    ({ id }) => nextCardAt(agency, id, now, { drafts: drafts.get(id) ?? [], held: 0 }) ?? [],
  );
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Whoever is told because nobody answered is told what was last answered, and who put the reminder off. */
function aboutOf({ agency }: Held, lines: readonly ReminderLine[], now: Instant) {
  const items = lines.flatMap(({ item, level }) =>
    level === undefined ? [] : (known(agency.items, item) ?? []),
  );
  return { items, people: items.flatMap((item) => snoozesOf(agency, item, now).map(({ member }) => member)) };
}
