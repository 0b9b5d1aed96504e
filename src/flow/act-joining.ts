/** Who comes in, typed in 1:1: what somebody who waits says of himself, and the phrases of a coordinator. */
import { hasTitle, isNamed, readApplicant, saidOf } from '../chat/applicant.ts';
import type { Asked } from '../chat/asked.ts';
import type { Intent } from '../chat/intent.ts';
import { asksForRequest, type JoiningCommand, joiningCommand, nameGiven } from '../chat/joining-phrases.ts';
import { askApplicant, askInvite, sayApplicantKept, sayGroupCode } from '../chat/say-joining.ts';
import { GROUP_CODE, OWN_NAME, REQUEST } from '../chat/words-joining.ts';
import { decide } from '../domain/decide.ts';
import { known } from '../domain/known.ts';
import { holds } from '../domain/permission.ts';
import { refused } from './act.ts';
import { showWaiting } from './act-joining-press.ts';
import { applicantOf, type JoinRequestKept, putRequest, refusalOf, requestOf } from './join-requests.ts';
import { codeExpiry, newCode } from './new-code.ts';
import { isNameGiven, putPerson } from './person-name.ts';
import { actor, type Response, say, sceneNow, type Turn } from './response.ts';

/** Null = it is no such phrase, or not for this person: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { speaker, held, inbound } = turn;
  if (inbound.chat.kind !== 'user') return null;
  if (speaker.member === null) return actOnApplicant(turn, inbound.chat.user, text);
  const given = nameGiven(text);
  const named = given === null ? null : await keepOwnName(turn, speaker.member, given);
  if (named !== null) return named;
  const member = known(held.agency.members, speaker.member);
  if (member === undefined || !holds(member, 'coordinator')) return null;
  const command = joiningCommand(text, held.agency.profile?.divisions ?? []);
  return command === null ? null : actOnCommand(turn, command);
}

// ---------------------------------------------------------------- somebody who waits

async function actOnApplicant(turn: Turn, user: string, text: string): Promise<Response | null> {
  const given = nameGiven(text);
  if (given === null && !asksForRequest(text)) return null;
  const request = await requestOf(turn.world, turn.held.agency, user);
  if (request === null) return null;
  if (given !== null) return keepName(turn, request, given);
  if (request.said === '') return say(turn, askApplicant(), { kind: 'applicant' });
  return say(turn, [{ type: 'text', text: REQUEST.waiting }]);
}

/** What a name that stands alone may look like to the understanding. */
const LIKE_A_NAME: ReadonlySet<Intent['intent']> = new Set([
  'none',
  'ambiguous',
  'complain_or_contact',
  'register_member',
]);

/** The answer to who he is; null = that was not asked, or he means something else. */
export async function actOnName(
  turn: Turn,
  open: Asked | null,
  own: Intent,
  text: string,
): Promise<Response | null> {
  const { inbound, speaker, held } = turn;
  if (open?.kind !== 'applicant' || inbound.chat.kind !== 'user') return null;
  const alike = LIKE_A_NAME.has(own.intent) && !('items' in own && own.items.length > 0);
  if (!alike && !hasTitle(text)) return null;
  if (speaker.member !== null) return keepOwnName(turn, speaker.member, text);
  const request = await requestOf(turn.world, held.agency, inbound.chat.user);
  return request === null ? null : keepName(turn, request, text);
}

/** A member says his name, if his invite did not; null = he has one. */
async function keepOwnName(turn: Turn, member: string, text: string): Promise<Response | null> {
  const { world, held } = turn;
  const record = await world.store.beside(held.agency.id, 'person', member);
  if (record === null || isNameGiven(record)) return null;
  const applicant = readApplicant(saidOf(text), held.agency.profile?.divisions ?? []);
  if (!isNamed(applicant)) return say(turn, [{ type: 'text', text: OWN_NAME.again }], { kind: 'applicant' });
  return {
    ...say(turn, [{ type: 'text', text: OWN_NAME.kept(applicant.name) }]),
    beside: [putPerson(member, record.key, applicant.name, true)],
  };
}

async function keepName(turn: Turn, before: JoinRequestKept, text: string): Promise<Response> {
  const request = { ...before, said: saidOf(text) };
  const applicant = applicantOf(turn.held.agency, request);
  if (!isNamed(applicant)) return say(turn, askApplicant(true), { kind: 'applicant' });
  return { ...say(turn, sayApplicantKept(await sceneNow(turn), applicant)), beside: [putRequest(request)] };
}

/** Who was refused hears it with the next answer he gets: that costs no message. */
export async function withRefusal(turn: Turn, response: Response): Promise<Response> {
  const { world, held, speaker, inbound } = turn;
  if (speaker.member !== null || inbound.chat.kind !== 'user') return response;
  const refusal = await refusalOf(world, held.agency.id, inbound.chat.user);
  if (refusal === null || refusal.told) return response;
  return {
    ...response,
    messages: [{ type: 'text', text: REQUEST.refused }, ...response.messages],
    beside: [...(response.beside ?? []), refusal.afterTold],
  };
}

// ---------------------------------------------------------------- a coordinator

async function actOnCommand(turn: Turn, command: JoiningCommand): Promise<Response> {
  switch (command.do) {
    case 'waiting':
      return showWaiting(turn);
    case 'invite':
      return say(turn, askInvite());
    case 'which-division':
      return say(turn, [{ type: 'text', text: GROUP_CODE.whichDivision }]);
    case 'group-code':
      return makeGroupCode(turn, command.division, command.extra);
  }
}

async function makeGroupCode(turn: Turn, division: string | null, extra: boolean): Promise<Response> {
  const { world, held } = turn;
  const now = world.clock.now();
  const until = codeExpiry(now);
  const { id, code, beside } = newCode(world.ids, 'group');
  const decision = decide(
    held.agency,
    {
      type: 'make-group-code',
      by: actor(turn),
      code: id,
      purpose: division === null ? 'staff' : 'division',
      ...(division === null ? {} : { division }),
      expires: until,
      ...(extra ? { extra } : {}),
    },
    now,
  );
  if (!decision.ok) return refused(turn, decision.refusal);
  const said = sayGroupCode(await sceneNow(turn), { code, until }, division, extra);
  return { ...say(turn, said), events: decision.events, beside };
}
