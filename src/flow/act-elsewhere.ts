/**
 * Phrases said where they do nothing: those of 1:1 in a group, a coordinator's by a member who is none. Nothing is done, but
 * "I do not understand" would be untrue, and he would try other words. Tried last, when no topic took them.
 */
import { isCalledPrivate, isCoordinators } from '../chat/elsewhere-phrases.ts';
import { PRIVATELY } from '../chat/words-duties.ts';
import { dayOf } from '../domain/calendar.ts';
import { holds } from '../domain/permission.ts';
import { refused } from './act.ts';
import { type Response, say, speaking, type Turn } from './response.ts';

/** Null = it is no such phrase, or silence or the understanding answers it better. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { inbound, held } = turn;
  const knows = { today: dayOf(inbound.at), divisions: held.agency.profile?.divisions ?? [] };
  if (inbound.chat.kind === 'group') {
    const mentioned = inbound.what.kind === 'text' && inbound.what.mentioned;
    const meant = isCalledPrivate(text, mentioned, knows);
    return meant ? say(turn, [{ type: 'text', text: PRIVATELY }]) : null;
  }
  const member = speaking(turn);
  if (member === undefined || holds(member, 'coordinator') || !isCoordinators(text, knows)) return null;
  return refused(turn, { kind: 'not-permitted', who: ['coordinator'] });
}
