/** Later dates: asked for by one, decided by another, in 1:1; each is told by a push what the other did. */
import { asksForRequests } from '../chat/extension-phrases.ts';
import { sayExtensionAsked } from '../chat/say-acts.ts';
import {
  sayDecisionUndone,
  sayExtensionAnswer,
  sayExtensionDecided,
  sayExtensionRequests,
} from '../chat/say-extension.ts';
import type { Scene } from '../chat/scene.ts';
import type { Item, Member } from '../domain/agency.ts';
import type { Day } from '../domain/calendar.ts';
import type { Command, UndoWhat } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { decidersOf, mayDecide, requestsFor, requestsOf, type Wish } from '../domain/extension.ts';
import { known } from '../domain/known.ts';
import { holds } from '../domain/permission.ts';
import { isReminderTime } from '../domain/reminder.ts';
import { after, inOneLine, itemsAt, refused, sealed, undo } from './act.ts';
import { actor, chatOf, type Response, say, sceneAfter, sceneNow, speaking, type Turn } from './response.ts';

type Push = NonNullable<Response['pushes']>[number];

/** Null = it is no such phrase, or not for this person: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { held, inbound } = turn;
  const member = speaking(turn);
  if (inbound.chat.kind !== 'user' || member === undefined || !asksForRequests(text)) return null;
  if (!holds(member, 'coordinator') && !holds(member, 'head')) return null;
  const wishes = requestsFor(held.agency, member.id);
  return say(turn, sayExtensionRequests(await sceneNow(turn, aboutWishes(wishes)), wishes));
}

/** A later date is wanted. The head who decides is told at once; coordinators see it among what waits for them. */
export async function askExtension(
  turn: Turn,
  items: readonly string[],
  until: Day,
  why: string,
): Promise<Response> {
  const { world, held } = turn;
  const reason = sealed(turn, why);
  const extension = world.ids.id();
  const heads = await headsToTell(turn, items, until);
  const command: Command = {
    type: 'ask-extension',
    by: actor(turn),
    extension,
    chat: chatOf(turn),
    items,
    until,
    reason: reason.ref,
    cost: heads.length,
  };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await after(turn, events, [reason]);
  const messages = sayExtensionAsked(scene, extension, itemsAt(scene, items), until);
  return {
    ...say(turn, messages),
    events,
    beside: reason.beside,
    pushes: heads.map(({ member, user }) => ({
      chat: user,
      to: { member: member.id },
      messages: sayExtensionRequests(
        inDirect(scene, member),
        requestsOf(scene.agency, extension).filter(({ item, asked }) =>
          mayDecide(scene.agency, member.id, item, asked),
        ),
      ),
    })),
    confirmation: inOneLine(messages),
  };
}

/** A button of a request: anybody may forge one, so what this member may decide is asked of the domain. */
export async function decideExtension(turn: Turn, extension: string, granted: boolean): Promise<Response> {
  const { world, held, speaker } = turn;
  const [wish] = requestsOf(held.agency, extension);
  const asker = wish?.asked.by ?? null;
  const told = asker === speaker.member ? null : await reach(turn, asker);
  const command: Command = {
    type: 'decide-extension',
    by: actor(turn),
    extension,
    granted,
    cost: told === null ? 0 : 1,
  };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await sceneAfter(turn, events, { people: [asker] });
  const ids = events.flatMap((event) => (event.type === 'extension-decided' ? [event.item] : []));
  const items: Item[] = itemsAt(scene, ids);
  const asked = wish?.asked;
  if (asked === undefined) return refused(turn, { kind: 'no-such-extension' });
  const messages = sayExtensionDecided(scene, items, asked, granted, told !== null);
  return {
    ...say(turn, messages),
    events,
    pushes: told === null ? [] : [toAsker(scene, told, items, asked, granted, speaker.member)],
    confirmation: inOneLine(messages),
  };
}

/** An undo; should it take back what was decided about a later date, who had asked for it is told by a push. */
export async function undoAndTell(turn: Turn, what: UndoWhat): Promise<Response> {
  const { held, speaker } = turn;
  const undone = await undo(turn, what);
  const events = undone.events ?? [];
  const back = Map.groupBy(
    events.flatMap((event) => (event.type === 'extension-decision-undone' ? [event] : [])),
    ({ extension }) => extension,
  );
  const askers = [...back].flatMap(([extension, ofOne]) => {
    const asked = requestsOf(held.agency, extension)[0]?.asked;
    const own = asked === undefined || asked.by === speaker.member;
    return own ? [] : [{ asked, items: ofOne.map(({ item }) => item) }];
  });
  const pushes: Push[] = [];
  for (const { asked, items } of askers) {
    const told = await reach(turn, asked.by);
    if (told === null) continue;
    const scene = inDirect(await sceneAfter(turn, events), told.member);
    const messages = sayDecisionUndone(scene, itemsAt(scene, items), asked, speaker.member);
    pushes.push({ chat: told.user, to: { member: told.member.id }, messages });
  }
  return pushes.length === 0 ? undone : { ...(await undo(turn, what, pushes.length)), pushes };
}

function toAsker(
  scene: Scene,
  { member, user }: Reached,
  items: readonly Item[],
  asked: Wish['asked'],
  granted: boolean,
  by: string | null,
): Push {
  const messages = sayExtensionAnswer(inDirect(scene, member), items, asked, granted, by);
  return { chat: user, to: { member: member.id }, messages };
}

interface Reached {
  readonly member: Member;
  /** His LINE id. */
  readonly user: string;
}

/**
 * Heads only: what waits for coordinators is brought to them with all else that does. Outside of the hours people are
 * reminded in nobody is: `send-requests.ts` tells them when those begin.
 */
async function headsToTell(turn: Turn, items: readonly string[], until: Day): Promise<Reached[]> {
  const { agency } = turn.held;
  if (!isReminderTime(agency, turn.world.clock.now())) return [];
  const asked = { by: turn.speaker.member, until };
  const deciders = items
    .flatMap((id) => known(agency.items, id) ?? [])
    .flatMap((item) => decidersOf(agency, item, asked))
    .filter((member) => !holds(member, 'coordinator'));
  const reached = await Promise.all([...new Set(deciders)].map(({ id }) => reach(turn, id)));
  return reached.filter((one) => one !== null);
}

/** Null = LINE does not reach him, or he left. */
async function reach({ world, held }: Turn, id: string | null): Promise<Reached | null> {
  const member = id === null ? undefined : known(held.agency.members, id);
  if (member === undefined || !member.reachable) return null;
  const person = await world.store.beside(held.agency.id, 'person', member.id);
  return person?.key == null ? null : { member, user: person.key };
}

/** The same scene, said to somebody else in 1:1. */
function inDirect(scene: Scene, { id }: Member): Scene {
  return { ...scene, group: null, member: known(scene.agency.members, id) ?? null };
}

function aboutWishes(wishes: readonly Wish[]) {
  return {
    people: wishes.map(({ asked }) => asked.by),
    texts: wishes.map(({ asked }) => asked.reason),
  };
}
