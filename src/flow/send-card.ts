/** A personal message put into words: a reminder, news of later dates, a coordinator's card, or several in one. */
import type { Outgoing } from '../chat/outgoing.ts';
import { peopleInMatters, sayCard } from '../chat/say-card.ts';
import { sayExtensionAnswers, sayExtensionRequests } from '../chat/say-extension.ts';
import { meterLine } from '../chat/say-meter.ts';
import { sayReminder } from '../chat/say-reminder.ts';
import { nextChangeOfActing } from '../domain/acting.ts';
import type { Agency } from '../domain/agency.ts';
import { dayOf, type Instant, instantOf } from '../domain/calendar.ts';
import { nextCardAt } from '../domain/card.ts';
import type { ReminderLine } from '../domain/event.ts';
import type { Wish } from '../domain/extension.ts';
import { known } from '../domain/known.ts';
import { cardReaders, type Drafts, type WaitingDraft } from '../domain/matters.ts';
import { nextReminderTime } from '../domain/reminder.ts';
import { keptMs } from '../domain/retention.ts';
import type { PersonalSend } from '../domain/sends.ts';
import { snoozesOf } from '../domain/snooze.ts';
import type { World } from './flow.ts';
import { openDraftOf, previewOf } from './open-draft.ts';
import { sceneOf } from './scene.ts';
import type { Held } from './transact.ts';

/**
 * What others wait for first, his own reminder last: of a message's parts LINE shows the quick replies of the last alone.
 * At most five, as LINE takes: requests with a line of how many more there are, for whom no coordinator's card is. `held.agency` = the state it was decided in.
 */
export async function personalMessages(world: World, held: Held, send: PersonalSend): Promise<Outgoing[]> {
  const { member, lines, extensions, matters } = send;
  const told = aboutOf(held, lines, world.clock.now());
  const wishes = aboutWishes(extensions);
  const about = {
    ...told,
    people: [...told.people, ...wishes.people, ...peopleInMatters(matters)],
    texts: wishes.texts,
  };
  const scene = await sceneOf(world, held, { member, group: null }, about);
  const meter = meterLine(world.quotas.now(held.agency));
  const requests = extensions.filter(({ asked }) => asked.by !== member);
  const answers = extensions.filter(({ asked }) => asked.by === member);
  return [
    ...(requests.length === 0 ? [] : sayExtensionRequests(scene, requests)),
    ...(matters.length === 0 ? [] : sayCard(scene, matters, meter)),
    ...(answers.length === 0 ? [] : sayExtensionAnswers(scene, answers)),
    ...(lines.length === 0 ? [] : sayReminder(scene, { member, lines })),
  ];
}

/** What telling of these needs: who asked and decided, and why it was asked. */
export function aboutWishes(wishes: readonly Wish[]) {
  return {
    people: wishes.flatMap(({ asked }) => [asked.by, asked.decided?.by ?? null]),
    texts: wishes.map(({ asked }) => asked.reason),
  };
}

/** What lies beside the ledger for each member a card is for. */
export async function draftsFor(world: World, agency: Agency): Promise<Drafts> {
  const found = new Map<string, WaitingDraft[]>();
  for (const { id } of cardReaders(agency)) found.set(id, await draftsOf(world, agency.id, id));
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

/** When somebody's card may be due next; null = never by itself. */
export function nextCards(agency: Agency, now: Instant, drafts: Drafts): Instant | null {
  const moments = cardReaders(agency).flatMap(
    ({ id }) => nextCardAt(agency, id, now, { drafts: drafts.get(id) ?? [], held: 0 }) ?? [],
  );
  // Who acts as coordinator from a day on is told that day what waits.
  const change = nextChangeOfActing(agency, dayOf(now));
  if (change !== null) moments.push(nextReminderTime(agency, instantOf(change)));
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Whoever is told because nobody answered is told what was last answered, and who put the reminder off. */
function aboutOf({ agency }: Held, lines: readonly ReminderLine[], now: Instant) {
  const items = lines.flatMap(({ item, level }) =>
    level === undefined ? [] : (known(agency.items, item) ?? []),
  );
  return { items, people: items.flatMap((item) => snoozesOf(agency, item, now).map(({ member }) => member)) };
}
