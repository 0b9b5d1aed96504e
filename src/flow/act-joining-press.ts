/** What a coordinator presses about people who come in, in 1:1: let in, refused, invited. */
import type { JoiningPress } from '../chat/postback.ts';
import {
  askInviteDivision,
  askJoinDivision,
  sayApproved,
  sayInvite,
  sayJoinRefused,
  sayWaiting,
  type Waiting,
} from '../chat/say-joining.ts';
import { sayWelcome } from '../chat/say-people.ts';
import { WAITING } from '../chat/words-joining.ts';
import { decide } from '../domain/decide.ts';
import { coordinatorOnly } from '../domain/decision.ts';
import type { Post, Role, RoleIn } from '../domain/event.ts';
import { known } from '../domain/known.ts';
import { refused } from './act.ts';
import {
  applicantOf,
  dropRequest,
  type JoinRequestKept,
  putRefusal,
  requestWithId,
} from './join-requests.ts';
import { codeExpiry, newCode } from './new-code.ts';
import { putPerson } from './person-name.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';
import { pushOf } from './sweep-due.ts';

/** Acts on a button of the coordinator's; whoever is none is refused, whatever he forged. */
export async function actOnJoiningPress(turn: Turn, press: JoiningPress): Promise<Response> {
  const { agency } = turn.held;
  const no = coordinatorOnly(agency, actor(turn));
  if (no !== null) return refused(turn, no);
  switch (press.do) {
    case 'waiting':
      return showWaiting(turn);
    case 'invite':
      return inviteOrAsk(turn, press);
    case 'invite-general':
      return invite(turn, null);
  }
  const request = await requestWithId(turn.world, agency, press.request);
  if (request === null) return refused(turn, { kind: 'no-such-request' });
  switch (press.do) {
    case 'approve-join':
      return approve(turn, request, press.role === undefined ? null : roleOf({ ...press, role: press.role }));
    case 'choose-join':
      return say(turn, askJoinDivision(await sceneNow(turn), waitingOf(turn, request), press.role));
    case 'refuse-join':
      return refuse(turn, request);
  }
}

/** Everyone who waits, the longest first. */
export async function showWaiting(turn: Turn): Promise<Response> {
  const { world, held } = turn;
  const ids = Object.keys(held.agency.requests);
  const requests = await Promise.all(ids.map((id) => requestWithId(world, held.agency, id)));
  const waiting = requests.flatMap((request) => (request === null ? [] : [waitingOf(turn, request)]));
  waiting.sort((one, other) => one.at - other.at);
  return say(turn, sayWaiting(await sceneNow(turn), waiting));
}

function waitingOf({ held: { agency } }: Turn, request: JoinRequestKept): Waiting {
  const asked = known(agency.requests, request.id);
  const code = asked === undefined ? undefined : known(agency.invites, asked.invite);
  return {
    request: request.id,
    at: asked?.at ?? 0,
    said: request.said,
    applicant: applicantOf(agency, request),
    roles: code?.roles ?? [],
  };
}

/** `role` null = those of the code he showed. He hears of it at once. */
async function approve(turn: Turn, request: JoinRequestKept, role: RoleIn | null): Promise<Response> {
  const { world, held } = turn;
  const { agency } = held;
  const { applicant, roles: byCode } = waitingOf(turn, request);
  const { name } = applicant;
  if (name === '') return say(turn, [{ type: 'text', text: WAITING.waitForName }]);
  const { id, user } = request;
  const roles = role === null ? byCode : [role];
  const before = await world.store.besideByKey(agency.id, 'person', user);
  const member = before?.id ?? world.ids.id();
  const now = world.clock.now();
  const decision = decide(agency, { type: 'approve-join', by: actor(turn), request: id, member, roles }, now);
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await sceneAfter(turn, events);
  const joined = scene.agency.members[member];
  const names = new Map([...scene.names, [member, name]]);
  const welcome = joined === undefined ? [] : sayWelcome({ ...scene, member: joined, names }, joined);
  return {
    ...say(turn, sayApproved(scene, name, roles, Object.keys(scene.agency.requests).length)),
    events,
    beside: [dropRequest(id), putPerson(member, user, name, true)],
    pushes: [pushOf(world, world.ids.id(), user, { member }, welcome)],
  };
}

async function refuse(turn: Turn, request: JoinRequestKept): Promise<Response> {
  const { world, held } = turn;
  const command = { type: 'refuse-join' as const, by: actor(turn), request: request.id };
  const decision = decide(held.agency, command, world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const scene = await sceneAfter(turn, events);
  const { name } = applicantOf(held.agency, request);
  return {
    ...say(turn, sayJoinRefused(scene, name, Object.keys(scene.agency.requests).length)),
    events,
    beside: [putRefusal(world, request)],
  };
}

// ---------------------------------------------------------------- invites

interface RoleSaid {
  readonly role: Role;
  readonly division?: string | undefined;
  readonly post?: Post | undefined;
}

function roleOf({ role, division, post }: RoleSaid): RoleIn {
  return {
    role,
    ...(division === undefined ? {} : { division }),
    ...(post === undefined ? {} : { post }),
  };
}

async function inviteOrAsk(turn: Turn, said: RoleSaid): Promise<Response> {
  const { role, division } = said;
  if ((role === 'staff' || role === 'head') && division === undefined)
    return say(turn, askInviteDivision(await sceneNow(turn), role));
  return invite(turn, [roleOf(said)]);
}

/** `roles` null = a general one: everyone who shows it waits. */
async function invite(turn: Turn, roles: readonly RoleIn[] | null): Promise<Response> {
  const { world, held } = turn;
  const now = world.clock.now();
  const until = codeExpiry(now);
  const { id, code, beside } = newCode(world.ids, roles === null ? 'general' : 'member');
  const decision = decide(
    held.agency,
    {
      type: 'make-invite',
      by: actor(turn),
      invite: id,
      roles: roles ?? [],
      expires: until,
      ...(roles === null ? { general: true } : {}),
    },
    now,
  );
  if (!decision.ok) return refused(turn, decision.refusal);
  const made = { code, until, account: world.account(held.agency.id) };
  return { ...say(turn, sayInvite(await sceneNow(turn), made, roles)), events: decision.events, beside };
}
