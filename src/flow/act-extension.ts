/** Later dates: asked for by one, decided by another, in 1:1; each is told what the other did, at once or in the morning. */
import { asksForRequests } from '../chat/extension-phrases.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayExtensionAsked } from '../chat/say-acts.ts';
import { sayExtensionAnswers, sayExtensionDecided, sayExtensionRequests } from '../chat/say-extension.ts';
import type { Scene } from '../chat/scene.ts';
import type { Extension } from '../domain/agency.ts';
import { type Day, dayOf, instantOf } from '../domain/calendar.ts';
import type { Command, UndoWhat } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { refsOf, requestsFor, requestsOf, untoldExtensions, type Wish } from '../domain/extension.ts';
import { known } from '../domain/known.ts';
import { holds } from '../domain/permission.ts';
import { isReminderTime } from '../domain/reminder.ts';
import { after, inOneLine, itemsAt, refused, sealed, undo } from './act.ts';
import { lineIdOf } from './line-id.ts';
import type { OutboxMessage } from './ports.ts';
import {
  actor,
  agencyAfter,
  chatOf,
  type Response,
  say,
  sceneAfter,
  sceneNow,
  speaking,
  type Turn,
} from './response.ts';
import { aboutWishes } from './send-card.ts';
import { pushOf } from './sweep-due.ts';

/** Null = it is no such phrase, or not for this person: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { world, held, inbound } = turn;
  const member = speaking(turn);
  if (inbound.chat.kind !== 'user' || member === undefined || !asksForRequests(text)) return null;
  if (!holds(member, 'coordinator') && !holds(member, 'head')) return null;
  const wishes = requestsFor(held.agency, member.id);
  const said = sayExtensionRequests(await sceneNow(turn, aboutWishes(wishes)), wishes);
  const outbox = world.ids.id();
  // He saw them: they are not brought to him again. A coordinator's stand on his card as long as they wait.
  const seen = holds(member, 'coordinator') ? [] : refsOf(wishes);
  const command = { type: 'tell-extensions' as const, member: member.id, extensions: seen, outbox, cost: 0 };
  const told = decide(held.agency, command, world.clock.now());
  return { ...say(turn, said), ...(told.ok ? { outbox, events: told.events } : {}) };
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
  const command: Command = {
    type: 'ask-extension',
    by: actor(turn),
    extension,
    chat: chatOf(turn),
    items,
    until,
    reason: reason.ref,
  };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const asked = ({ id }: Extension) => id === extension;
  const told = tellNow(turn, decision.events, await toTell(turn, decision.events, asked));
  const events = [...decision.events, ...told.flatMap((one) => one.events)];
  const scene = await after(turn, events, [reason]);
  const messages = sayExtensionAsked(scene, extension, itemsAt(scene, items), until);
  return {
    ...say(turn, messages),
    events,
    beside: reason.beside,
    pushes: told.map(({ push, member, wishes }) =>
      push(sayExtensionRequests(inDirect(scene, member), wishes)),
    ),
    confirmation: inOneLine(messages),
  };
}

/** A button of a request: anybody may forge one, so what this member may decide is asked of the domain. */
export async function decideExtension(turn: Turn, extension: string, granted: boolean): Promise<Response> {
  const { world, held } = turn;
  const [wish] = requestsOf(held.agency, extension);
  const command: Command = { type: 'decide-extension', by: actor(turn), extension, granted };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  if (wish === undefined) return refused(turn, { kind: 'no-such-extension' });
  const decided = ({ id, decided }: Extension) => id === extension && decided !== null;
  const telling = await toTell(turn, decision.events, decided);
  const told = tellNow(turn, decision.events, telling);
  const events = [...decision.events, ...told.flatMap((one) => one.events)];
  const scene = await sceneAfter(turn, events, { people: [wish.asked.by] });
  const ids = events.flatMap((event) => (event.type === 'extension-decided' ? [event.item] : []));
  const when = telling.length === 0 ? null : told.length > 0 ? 'now' : 'later';
  const messages = sayExtensionDecided(scene, itemsAt(scene, ids), wish.asked, granted, when);
  return {
    ...say(turn, messages),
    events,
    pushes: told.map(({ push, member, wishes }) =>
      push(sayExtensionAnswers(inDirect(scene, member), wishes)),
    ),
    confirmation: inOneLine(messages),
  };
}

/** An undo; should it take back what was decided about a later date, who had asked for it and was told so is told. */
export async function undoAndTell(turn: Turn, what: UndoWhat): Promise<Response> {
  const undone = await undo(turn, what);
  const events = undone.events ?? [];
  const back = new Set(
    events.flatMap((event) => (event.type === 'extension-decision-undone' ? [event.extension] : [])),
  );
  if (back.size === 0) return undone;
  const own = await toTell(turn, events, ({ id }) => back.has(id));
  const told = tellNow(
    turn,
    events,
    own.filter(({ member, wishes }) => wishes.every(({ asked }) => asked.by === member)),
  );
  const all = [...events, ...told.flatMap((one) => one.events)];
  const scene = await sceneAfter(turn, all);
  const pushes = told.map(({ push, member, wishes }) =>
    push(sayExtensionAnswers(inDirect(scene, member), wishes)),
  );
  return { ...undone, events: all, pushes };
}

/** Somebody LINE reaches who is to be told of a request: of those of its items that concern him. */
interface Telling {
  readonly member: string;
  /** His LINE id. */
  readonly user: string;
  readonly wishes: readonly Wish[];
}

interface Told extends Telling {
  readonly events: readonly DomainEvent[];
  readonly push: (messages: readonly Outgoing[]) => OutboxMessage;
}

/** Who is to be told of these requests once `events` are kept (`untoldExtensions`). */
async function toTell(
  turn: Turn,
  events: readonly DomainEvent[],
  those: (asked: Extension) => boolean,
): Promise<Telling[]> {
  const { world, held } = turn;
  const telling: Telling[] = [];
  for (const [member, all] of untoldExtensions(agencyAfter(turn, events))) {
    const wishes = all.filter(({ asked }) => those(asked));
    if (wishes.length === 0) continue;
    const user = await lineIdOf(world, held.agency.id, member);
    if (user !== null) telling.push({ member, user, wishes });
  }
  return telling;
}

/**
 * A push a person, and that he was told. Outside of the hours people are reminded in, and when the month's messages are used
 * up, nobody is: then, and when LINE does not take it that day, it goes with his message of the next working morning.
 */
function tellNow(turn: Turn, before: readonly DomainEvent[], telling: readonly Telling[]): Told[] {
  const { world, held } = turn;
  const now = world.clock.now();
  if (!isReminderTime(held.agency, now) || world.quotas.now(held.agency).left === 0) return [];
  const agency = agencyAfter(turn, before);
  const expires = instantOf(dayOf(now), agency.policy.until);
  return telling.flatMap((one) => {
    const { member, user, wishes } = one;
    const outbox = world.ids.id();
    const command = { type: 'tell-extensions' as const, member, extensions: refsOf(wishes), outbox, cost: 1 };
    const kept = decide(agency, command, now);
    const push: Told['push'] = (messages) => pushOf(world, outbox, user, { member }, messages, expires);
    return kept.ok ? [{ ...one, events: kept.events, push }] : [];
  });
}

/** The same scene, said to somebody else in 1:1. */
function inDirect(scene: Scene, member: string): Scene {
  return { ...scene, group: null, member: known(scene.agency.members, member) ?? null };
}
