/** Somebody leaves the office: asked to whom his work goes, then unbound at once. */
import type { DutyPhrase } from '../chat/duty-phrases.ts';
import { askLeave, sayHandedOver, sayLeft, sayNobodyCalled } from '../chat/say-duties.ts';
import { TYPED } from '../chat/words-duties.ts';
import type { Agency } from '../domain/agency.ts';
import type { Command } from '../domain/command.ts';
import { mayBeGiven } from '../domain/decide-responsibility.ts';
import type { Decision } from '../domain/decision.ts';
import { known } from '../domain/known.ts';
import { divisionsHeaded, divisionsOf, holds } from '../domain/permission.ts';
import { type DutyTurn, decided, keep, nameOf, no, sceneWith, whoOf } from './duty-turn.ts';
import { lineIdOf } from './line-id.ts';
import { calledBy } from './named-people.ts';
import { actor, type Response, say, type Turn } from './response.ts';
import { unbound } from './unbind.ts';

type Leaves = Extract<DutyPhrase, { do: 'leave' }>;

/** Null = the words name nobody: something else was moved (`เว็บไซต์ย้ายแล้ว`). */
export async function askToLeave(turn: DutyTurn, phrase: Leaves): Promise<Response | null> {
  const { held, me } = turn;
  if (phrase.who !== null) {
    const called = calledBy(phrase.who, turn.people);
    const speaker = known(held.agency.members, me);
    const mayKnow = speaker !== undefined && holds(speaker, 'coordinator');
    if (called.kind === 'none') {
      return mayKnow && called.close.length > 0
        ? say(turn, sayNobodyCalled(await sceneWith(turn), phrase.who, called.close))
        : null;
    }
  }
  const member = await whoOf(turn, phrase.who, (name) => TYPED.leave(name, phrase.to));
  if (typeof member !== 'string') return member;
  const leaves = decided(turn, [leaving(turn, member)]);
  if (!leaves.ok) return no(turn, leaves.refusal);
  if (phrase.to === null) return offer(turn, member, colleaguesOf(held.agency, member));
  const chosen = await whoOf(turn, phrase.to, (name) => TYPED.leave(nameOf(turn, member), name));
  if (typeof chosen !== 'string') return chosen;
  const given = handedTo(turn, member, chosen);
  return given.ok || given.refusal.kind === 'nothing-to-hand-over'
    ? offer(turn, member, [chosen])
    : no(turn, given.refusal);
}

/** Only those to whom his work may go; the list is that of the first. */
async function offer(turn: DutyTurn, member: string, colleagues: readonly string[]): Promise<Response> {
  const taking = colleagues.filter((id) => handedTo(turn, member, id).ok);
  const [first] = taking;
  const given = first === undefined ? null : handedTo(turn, member, first);
  const events = given?.ok ? given.events : [];
  return say(turn, askLeave(await sceneWith(turn), member, events, taking));
}

/** His work handed over, where there is any, and he is gone: in one step, or not at all. */
export async function letGo(turn: DutyTurn, member: string, to: string | null): Promise<Response> {
  const { world, held, me } = turn;
  const given = to === null ? null : handedTo(turn, member, to);
  const nothing = given !== null && !given.ok && given.refusal.kind === 'nothing-to-hand-over';
  const commands = [...(to === null || nothing ? [] : [handing(turn, member, to)]), leaving(turn, member)];
  const response = await keep(turn, commands, (scene, events) => [
    ...(to === null || nothing ? [] : sayHandedOver(scene, member, to, events)),
    ...sayLeft(scene, member, member === me),
  ]);
  const gone = response.events?.some(({ type }) => type === 'member-left') ?? false;
  if (!gone) return response;
  const user = await lineIdOf(world, held.agency.id, member);
  if (user !== null) world.menus.stranger(held.agency.id, user);
  return { ...response, ...(await unbound(world.store, held.agency.id, member)) };
}

function handedTo(turn: Turn, from: string, to: string): Decision {
  return decided(turn, [handing(turn, from, to)]);
}

function handing(turn: Turn, from: string, to: string): Command {
  return { type: 'hand-over', by: actor(turn), from, to };
}

function leaving(turn: Turn, member: string): Command {
  return { type: 'leave', by: actor(turn), member };
}

/** People of his divisions, heads first; where there are none, coordinators. Only whom LINE reaches. */
function colleaguesOf(agency: Agency, id: string): string[] {
  const member = known(agency.members, id);
  if (member === undefined) return [];
  const own = divisionsOf(member);
  const others = Object.values(agency.members).filter(
    (other) => other.id !== id && other.reachable && mayBeGiven(other),
  );
  const near = others.filter((other) => divisionsOf(other).some((code) => own.includes(code)));
  const heads = near.filter((other) => divisionsHeaded(other).some((code) => own.includes(code)));
  const found = near.length > 0 ? near : others.filter((other) => holds(other, 'coordinator'));
  return [...heads, ...found.filter((other) => !heads.includes(other))].map((other) => other.id);
}
