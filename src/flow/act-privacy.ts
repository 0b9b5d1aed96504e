/** What a person asks about his own data, in 1:1: only of himself, whoever he is. */
import type { Press } from '../chat/postback.ts';
import { isCalledPrivacy, privacyCommand } from '../chat/privacy-phrases.ts';
import {
  askErase,
  sayNothingKept,
  sayOwnData,
  sayOwnKept,
  sayWaitingErased,
  sayWaitingKept,
} from '../chat/say-privacy.ts';
import { PRIVACY } from '../chat/words-privacy.ts';
import { dayOf } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import { refused } from './act.ts';
import { erasureOf } from './erase.ts';
import type { BesideRecord } from './ports.ts';
import { actor, type Response, say, sceneNow, type Turn } from './response.ts';

/** Null = it is no such phrase. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { inbound, speaker } = turn;
  if (inbound.chat.kind === 'group') return calledInGroup(turn, text);
  const command = privacyCommand(text);
  if (command === null) return null;
  if (speaker.member === null) return ofStranger(turn, inbound.chat.user, command === 'erase');
  switch (command) {
    case 'kept':
      return say(turn, sayOwnKept(await sceneNow(turn)));
    case 'export':
      return say(turn, sayOwnData(await sceneNow(turn)));
    case 'erase':
      return askToErase(turn, speaker.member);
    case 'erase-surely':
      return erase(turn, speaker.member);
  }
}

/** The button under what follows from erasing: his own only, and on the day it was drawn. */
export async function actOnErase(turn: Turn, press: Extract<Press, { do: 'erase-me' }>): Promise<Response> {
  const { member } = turn.speaker;
  if (member === null || member !== press.member) return refused(turn, { kind: 'not-a-member' });
  const today = dayOf(turn.world.clock.now());
  return press.on === today ? erase(turn, member) : askToErase(turn, member);
}

/** Who reads along there is not to learn what is kept of whom. */
function calledInGroup(turn: Turn, text: string): Response | null {
  const { what } = turn.inbound;
  return isCalledPrivacy(text, what.kind === 'text' && what.mentioned)
    ? say(turn, [{ type: 'text', text: PRIVACY.privately }])
    : null;
}

/** A citizen, of whom nothing is kept; or one who waits to be let in, of whom something is. */
async function ofStranger(turn: Turn, user: string, erasing: boolean): Promise<Response> {
  const { world, held } = turn;
  const request = await world.store.besideByKey(held.agency.id, 'request', user);
  const scene = await sceneNow(turn);
  if (request === null) return say(turn, sayNothingKept(scene));
  return erasing ? withdraw(turn, request) : say(turn, sayWaitingKept(scene, request.value.said ?? ''));
}

/** He waits no longer: as if nobody had let him in in time. */
function withdraw(turn: Turn, { id }: BesideRecord): Response {
  const { agency } = turn.held;
  const command = { type: 'refuse-join', by: { kind: 'clock' }, request: id } as const;
  const decision = decide(agency, command, turn.world.clock.now());
  return {
    ...say(turn, sayWaitingErased()),
    events: decision.ok ? decision.events : [],
    beside: [{ do: 'drop', kind: 'request', id }],
  };
}

async function askToErase(turn: Turn, member: string): Promise<Response> {
  const { world, held } = turn;
  const erasure = await erasureOf(world, held, actor(turn), member);
  if ('refusal' in erasure) return refused(turn, erasure.refusal);
  return say(turn, askErase(await sceneNow(turn), dayOf(world.clock.now())));
}

async function erase(turn: Turn, member: string): Promise<Response> {
  const { world, held } = turn;
  const erasure = await erasureOf(world, held, actor(turn), member);
  if ('refusal' in erasure) return refused(turn, erasure.refusal);
  if (turn.inbound.chat.kind === 'user') world.menus.stranger(held.agency.id, turn.inbound.chat.user);
  return { ...say(turn, [{ type: 'text', text: PRIVACY.erased }]), ...erasure };
}
