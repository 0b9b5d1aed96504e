/** What everything about who sees to what shares: whom a name means, decided all or nothing, said with names. */
import type { Who } from '../chat/duty-phrases.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { type NamedPerson, nameAmong } from '../chat/person-names.ts';
import { askPerson, sayAsBefore, sayNobodyCalled } from '../chat/say-duties.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import type { Scene } from '../chat/scene.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/event.ts';
import { evolveAll } from '../domain/evolve.ts';
import type { Refusal } from '../domain/refusal.ts';
import { inOneLine } from './act.ts';
import { calledBy, peopleNamed } from './named-people.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';
import { entriesAhead } from './transact.ts';

/** A turn of a member in 1:1, with the names of everybody. */
export interface DutyTurn extends Turn {
  readonly me: string;
  readonly people: readonly NamedPerson[];
}

export async function dutyTurn(turn: Turn, me: string): Promise<DutyTurn> {
  return { ...turn, me, people: await peopleNamed(turn.world.store, turn.held.agency) };
}

/** The id of who is meant, or the answer that asks. `sentence` = what he would have said with a clear name. */
export async function whoOf(
  turn: DutyTurn,
  who: Who,
  sentence: (name: string) => string,
): Promise<string | Response> {
  if (who === null) return turn.me;
  const called = calledBy(who, turn.people);
  if (called.kind === 'one') return called.id;
  const scene = await sceneWith(turn);
  return called.kind === 'several'
    ? say(turn, askPerson(scene, who, called.people, sentence))
    : say(turn, sayNobodyCalled(scene, who, called.close));
}

/** A name that means this member and nobody else, for a sentence he is asked to say again. */
export function nameOf({ people }: DutyTurn, id: string): string {
  const person = people.find((one) => one.id === id);
  return person === undefined ? '' : nameAmong(person, people);
}

/** Decides one command after another, each on what the ones before it make of the agency; all or none. */
export function decided(turn: Turn, commands: readonly Command[]): Decision {
  const { world, held, inbound } = turn;
  const now = world.clock.now();
  const because = { by: actor(turn), at: inbound.at, cause: inbound.id };
  let { agency } = held;
  const events: DomainEvent[] = [];
  for (const command of commands) {
    const decision = decide(agency, command, now);
    if (!decision.ok) return decision;
    events.push(...decision.events);
    agency = evolveAll(agency, entriesAhead(agency, decision.events, because, now));
  }
  return { ok: true, events };
}

export async function keep(
  turn: DutyTurn,
  commands: readonly Command[],
  echo: (scene: Scene, events: readonly DomainEvent[]) => Outgoing[],
): Promise<Response> {
  const decision = decided(turn, commands);
  if (!decision.ok) return no(turn, decision.refusal);
  const { events } = decision;
  if (events.length === 0) return say(turn, sayAsBefore(await sceneWith(turn)));
  const messages = echo(named(turn, await sceneAfter(turn, events)), events);
  return { ...say(turn, messages), events, confirmation: inOneLine(messages) };
}

export async function no(turn: DutyTurn, refusal: Refusal): Promise<Response> {
  return say(turn, sayRefusal(await sceneWith(turn), refusal));
}

/** The scene as it is, with everybody's name. */
export async function sceneWith(turn: DutyTurn): Promise<Scene> {
  return named(turn, await sceneNow(turn));
}

function named({ people }: DutyTurn, scene: Scene): Scene {
  const names = new Map([...scene.names, ...people.map(({ id, name }) => [id, name] as const)]);
  return { ...scene, names };
}
