/** Somebody shows a code: an invite or a general code in 1:1, a group code in a group. */
import { askApplicant } from '../chat/say-joining.ts';
import { sayGroupBound, sayWelcome } from '../chat/say-people.ts';
import { sayRefusal } from '../chat/say-refusal.ts';
import { GROUP_REPLACED, HELP_JOIN_PRIVATELY, ROLE } from '../chat/words.ts';
import { GROUP_CODE_ALONE, OWN_NAME, REQUEST, TRY_LATER } from '../chat/words-joining.ts';
import { decide } from '../domain/decide.ts';
import { evolveAll } from '../domain/evolve.ts';
import { isReplaced } from '../domain/evolve-people.ts';
import { refused } from './act.ts';
import { applicantOf, dropRequest, mayAskAgain, putRequest, refusalOf, requestOf } from './join-requests.ts';
import { putPerson } from './person-name.ts';
import type { BesideRecord } from './ports.ts';
import { actor, type Response, say, sceneNow, type Turn } from './response.ts';
import { sceneOf } from './scene.ts';
import { entriesAhead } from './transact.ts';

/** Null = nothing is said: in a group that knows the bot not yet, or of a code that is none. */
export async function showCode(turn: Turn, code: string): Promise<Response | null> {
  const { world, held, speaker, inbound } = turn;
  const { chat } = inbound;
  const agency = held.agency.id;
  const now = world.clock.now();
  if (!world.attempts.mayTry(agency, chat, now)) return chat.kind === 'group' ? null : text(turn, TRY_LATER);
  const record = await world.store.besideByKey(agency, 'code', world.ids.hashOfCode(code));
  if (record === null) world.attempts.wrong(agency, chat, inbound.id, now);
  const what = record?.value.for;
  if (chat.kind === 'group') {
    if (record !== null && what === 'group') return bindGroup(turn, chat.group, record);
    // Whose eyes it was for it is not any more; it stays good, for it may be all he has.
    return record === null || speaker.group === null ? null : text(turn, HELP_JOIN_PRIVATELY);
  }
  if (record === null) return refused(turn, { kind: 'code-unknown' });
  if (what === 'group') return text(turn, GROUP_CODE_ALONE);
  return what === 'general' ? askToJoin(turn, chat.user, record) : join(turn, chat.user, record);
}

async function join(turn: Turn, user: string, record: BesideRecord): Promise<Response> {
  const { world, held, inbound } = turn;
  const { agency } = held;
  const known = await world.store.besideByKey(agency.id, 'person', user);
  const waited = await requestOf(world, agency, user);
  const member = known?.id ?? world.ids.id();
  const now = world.clock.now();
  const decision = decide(agency, { type: 'join', member, invite: record.id, request: waited?.id }, now);
  if (!decision.ok) return refused(turn, decision.refusal);
  world.attempts.right(agency.id, inbound.chat);
  const { events } = decision;
  const by = { kind: 'member' as const, member };
  const after = evolveAll(agency, entriesAhead(agency, events, { by, at: now, cause: null }, now));
  const joined = after.members[member];
  const waitedAs = waited === null ? '' : applicantOf(agency, waited).name;
  const given = record.value.name ?? known?.value.name ?? waitedAs;
  const name = given || (joined?.roles.map((held) => ROLE[held.role])[0] ?? '');
  const scene = await sceneOf(world, { ...held, agency: after }, { member, group: null });
  const named = { ...scene, names: new Map([...scene.names, [member, name]]) };
  const welcome = joined === undefined ? [] : sayWelcome(named, joined);
  return {
    agency: agency.id,
    by,
    messages: given === '' ? [...welcome, { type: 'text', text: OWN_NAME.ask }] : welcome,
    ...(given === '' ? { asked: { kind: 'applicant' } } : {}),
    events,
    beside: [
      putPerson(member, user, name, given !== ''),
      // The used code stays, to be known as used; whose it was goes.
      { do: 'put', record: { ...record, value: { for: 'member' } } },
      ...(waited === null ? [] : [dropRequest(waited.id)]),
    ],
  };
}

/** A general code: he waits for the coordinator, and is asked who he is. Once; after a refusal again the next day. */
async function askToJoin(turn: Turn, user: string, record: BesideRecord): Promise<Response> {
  const { world, held, inbound } = turn;
  const { agency } = held;
  const now = world.clock.now();
  const waiting = await requestOf(world, agency, user);
  if (waiting !== null) {
    if (waiting.said !== '') return text(turn, REQUEST.waiting);
    return say(turn, askApplicant(), { kind: 'applicant' });
  }
  const before = await refusalOf(world, agency.id, user);
  if (before !== null && !mayAskAgain(before, now))
    return { ...text(turn, REQUEST.tomorrow), beside: [before.afterTold] };
  const request = world.ids.id();
  const decision = decide(agency, { type: 'ask-join', by: actor(turn), request, invite: record.id }, now);
  if (!decision.ok) return refused(turn, decision.refusal);
  world.attempts.right(agency.id, inbound.chat);
  return {
    ...say(turn, askApplicant(), { kind: 'applicant' }),
    events: decision.events,
    beside: [
      ...(before === null ? [] : [dropRequest(before.id)]),
      putRequest({ id: request, user, said: '' }),
    ],
    // Somebody is to look when nobody has decided it.
    wake: now,
  };
}

async function bindGroup(turn: Turn, lineGroup: string, record: BesideRecord): Promise<Response> {
  const { world, held, inbound } = turn;
  const { agency } = held;
  const known = await world.store.besideByKey(agency.id, 'group', lineGroup);
  const group = known?.id ?? world.ids.id();
  const decision = decide(agency, { type: 'bind-group', group, code: record.id }, world.clock.now());
  const scene = await sceneNow(turn);
  if (!decision.ok) return say(turn, sayRefusal(scene, decision.refusal));
  world.attempts.right(agency.id, inbound.chat);
  const bound = decision.events.find((event) => event.type === 'group-bound');
  if (bound === undefined) return say(turn, []);
  const { purpose, division, extra } = bound;
  // The one before is unbound by this, and its LINE id forgotten.
  const replaced = Object.values(agency.groups).filter((other) => isReplaced(other, bound));
  const said = sayGroupBound({ ...scene, group }, purpose, division, extra);
  return {
    agency: agency.id,
    messages: replaced.length === 0 ? said : [...said, { type: 'text', text: GROUP_REPLACED }],
    events: decision.events,
    beside: [
      { do: 'put', record: { kind: 'group', id: group, key: lineGroup, value: {} } },
      ...replaced.map((other) => ({ do: 'drop' as const, kind: 'group' as const, id: other.id })),
    ],
  };
}

function text(turn: Turn, words: string): Response {
  return say(turn, [{ type: 'text', text: words }]);
}
