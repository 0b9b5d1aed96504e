/** What one event leads to: what is said, what is kept, what is asked. */
import type { Asked } from '../chat/asked.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import type { Scene } from '../chat/scene.ts';
import type { Agency, Member } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Actor } from '../domain/entry.ts';
import type { ChatRef, DomainEvent } from '../domain/event.ts';
import { evolveAll } from '../domain/evolve.ts';
import { known } from '../domain/known.ts';
import type { World } from './flow.ts';
import type { Inbound } from './inbound.ts';
import type { BesideChange, DeliveryNote, OutboxMessage } from './ports.ts';
import { type About, type Speaker, sceneOf } from './scene.ts';
import { entriesAhead, type Held } from './transact.ts';

export interface Response {
  readonly agency: string;
  readonly messages: readonly Outgoing[];
  readonly events?: readonly DomainEvent[];
  readonly beside?: readonly BesideChange[];
  /** To somebody else, because of this. */
  readonly pushes?: readonly OutboxMessage[];
  /** What becomes of earlier messages. */
  readonly notes?: readonly DeliveryNote[];
  /** To look at the agency at once, and again after a crash: something is to be done that is not a message. */
  readonly wake?: Instant;
  /** Who acts, when it is not the speaker as identified. */
  readonly by?: Actor;
  /** To be said later should the answer be lost: only for what was kept. */
  readonly confirmation?: string;
  /** What the speaker's next words may answer. */
  readonly asked?: Asked;
  /** The answer's id in the outbox, where an entry names it. */
  readonly outbox?: string;
  /** A refusal, a question or a first welcome: nothing else is said with it. */
  readonly alone?: true;
}

/** One event being answered: who said it where, and the state it is decided on. */
export interface Turn {
  readonly world: World;
  readonly held: Held;
  readonly speaker: Speaker;
  readonly inbound: Inbound;
}

export function say({ held }: Turn, messages: readonly Outgoing[], asked?: Asked): Response {
  return { agency: held.agency.id, messages, ...(asked === undefined ? {} : { asked }) };
}

/** A refusal or a question: nothing else is said with it. */
export function alone(response: Response): Response {
  return { ...response, alone: true };
}

/** The scene as it is now. */
export function sceneNow({ world, held, speaker }: Turn, about: About = {}): Promise<Scene> {
  return sceneOf(world, held, speaker, about);
}

/** The scene as it will be once the events are kept. */
export function sceneAfter(turn: Turn, events: readonly DomainEvent[], about: About = {}): Promise<Scene> {
  const { world, held, speaker } = turn;
  return sceneOf(world, { ...held, agency: agencyAfter(turn, events) }, speaker, about);
}

/** The agency as it will be once the events are kept: the transaction vouches for the version they get. */
export function agencyAfter(turn: Turn, events: readonly DomainEvent[], by: Actor = actor(turn)): Agency {
  const { world, held, inbound } = turn;
  const because = { by, at: inbound.at, cause: inbound.id };
  return evolveAll(held.agency, entriesAhead(held.agency, events, because, world.clock.now()));
}

export function actor({ speaker }: Turn): Actor {
  return speaker.member === null ? { kind: 'outsider' } : { kind: 'member', member: speaker.member };
}

/** The member who speaks; undefined = nobody the ledger knows. */
export function speaking({ held, speaker }: Pick<Turn, 'held' | 'speaker'>): Member | undefined {
  return speaker.member === null ? undefined : known(held.agency.members, speaker.member);
}

export function chatOf({ speaker }: Turn): ChatRef {
  return speaker.group === null ? 'direct' : { group: speaker.group };
}
