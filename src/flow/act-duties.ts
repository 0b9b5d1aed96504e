/** Who sees to what, typed or pressed in 1:1: names are found beside the ledger, everything else is decided. */
import { askYear } from '../chat/ask.ts';
import { type DutyPhrase, dutyPhrase } from '../chat/duty-phrases.ts';
import type { DutyPress } from '../chat/postback.ts';
import {
  askActingSpan,
  sayActing,
  sayActingBefore,
  sayActingEnded,
  sayAssigned,
  sayDeputy,
  sayHandedOver,
  sayReceivers,
  sayWork,
} from '../chat/say-duties.ts';
import { sayMembers } from '../chat/say-members.ts';
import { itemName } from '../chat/words.ts';
import { TYPED } from '../chat/words-duties.ts';
import { sameRole } from '../domain/acting.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Command } from '../domain/command.ts';
import { coordinatorOnly } from '../domain/decision.ts';
import { known } from '../domain/known.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { askToLeave, letGo } from './act-leaving.ts';
import { sayNotFound } from './answer.ts';
import { type DutyTurn, decided, dutyTurn, keep, nameOf, no, sceneWith, whoOf } from './duty-turn.ts';
import { meant } from './meant.ts';
import { calledBy } from './named-people.ts';
import { actor, type Response, say, sceneNow, type Turn } from './response.ts';

type Of<T extends DutyPhrase['do']> = Extract<DutyPhrase, { do: T }>;

/** Null = it is no such phrase, or not for this person or chat: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { inbound, speaker, held } = turn;
  if (inbound.chat.kind !== 'user' || speaker.member === null) return null;
  const knows = { today: dayOf(inbound.at), divisions: held.agency.profile?.divisions ?? [] };
  const phrase = dutyPhrase(text, knows);
  return phrase === null ? null : actOn(await dutyTurn(turn, speaker.member), phrase);
}

/** Acts on a button of who sees to what; whatever was forged, it is decided as if it had been typed. */
export async function actOnDutyPress(turn: Turn, press: DutyPress): Promise<Response> {
  const mine = await dutyTurn(turn, turn.speaker.member ?? '');
  switch (press.do) {
    case 'hand-over':
      return handOver(mine, press.from, press.to);
    case 'end-acting': {
      const holder = Object.values(mine.held.agency.members).find(({ acting }) =>
        acting.some(({ id }) => id === press.acting),
      );
      return endActing(mine, holder?.id ?? '', [press.acting]);
    }
    case 'leave':
      return letGo(mine, press.member, press.to ?? null);
  }
}

async function actOn(turn: DutyTurn, phrase: DutyPhrase): Promise<Response | null> {
  switch (phrase.do) {
    case 'hand-over':
      return previewOf(turn, phrase);
    case 'assign':
      return assign(turn, phrase);
    case 'show-receivers':
      return showReceivers(turn, phrase.division);
    case 'set-receivers':
      return setReceivers(turn, phrase);
    case 'act':
      return act(turn, phrase);
    case 'end-acting': {
      const member = await whoOf(turn, phrase.who, TYPED.endActing);
      if (typeof member !== 'string') return member;
      const today = dayOf(turn.world.clock.now());
      const acting = known(turn.held.agency.members, member)?.acting.filter(({ until }) => until >= today);
      return endActing(turn, member, acting?.map(({ id }) => id) ?? []);
    }
    case 'deputy':
      return setDeputy(turn, phrase);
    case 'leave':
      return askToLeave(turn, phrase);
    case 'list':
      return say(turn, sayMembers(await sceneWith(turn), divisionsSeen(turn), true));
  }
}

/** What would move, with a button; or why it may not. */
async function previewOf(turn: DutyTurn, phrase: Of<'hand-over'>): Promise<Response> {
  const from = await whoOf(turn, phrase.from, (name) =>
    TYPED.handOver(name, phrase.to ?? nameOf(turn, turn.me)),
  );
  if (typeof from !== 'string') return from;
  const to = await whoOf(turn, phrase.to, (name) => TYPED.handOver(nameOf(turn, from), name));
  if (typeof to !== 'string') return to;
  const decision = decided(turn, [{ type: 'hand-over', by: actor(turn), from, to }]);
  return decision.ok
    ? say(turn, sayWork(await sceneWith(turn), from, to, decision.events))
    : no(turn, decision.refusal);
}

async function handOver(turn: DutyTurn, from: string, to: string): Promise<Response> {
  const command = { type: 'hand-over' as const, by: actor(turn), from, to };
  return keep(turn, [command], (scene, events) => sayHandedOver(scene, from, to, events));
}

async function assign(turn: DutyTurn, phrase: Of<'assign'>): Promise<Response> {
  const { agency } = turn.held;
  const found = meant(agency, turn.speaker, phrase.items, phrase.year);
  if (found.kind === 'none') return say(turn, sayNotFound(await sceneNow(turn), phrase.items, phrase.year));
  if (found.kind === 'several') return say(turn, askYear(await sceneNow(turn), found.items, null));
  const items = phrase.items.map(itemName).join(' ');
  const sentence = (person: string, deputy: string) => TYPED.assign(items, phrase.year, person, deputy);
  const person =
    phrase.person === undefined
      ? null
      : await whoOf(turn, phrase.person, (name) => sentence(name, phrase.deputy ?? ''));
  if (person !== null && typeof person !== 'string') return person;
  const deputy =
    phrase.deputy === undefined
      ? undefined
      : await whoOf(turn, phrase.deputy, (name) => sentence(nameOf(turn, person ?? ''), name));
  if (deputy !== undefined && typeof deputy !== 'string') return deputy;
  const commands = found.items.map((item): Command => {
    const stays = person === null || item.deputy === person ? null : item.deputy;
    return { type: 'assign-item', by: actor(turn), item: item.id, person, deputy: deputy ?? stays };
  });
  const ids = found.items.map(({ id }) => id);
  return keep(turn, commands, (scene) =>
    sayAssigned(
      scene,
      ids.flatMap((id) => known(scene.agency.items, id) ?? []),
    ),
  );
}

async function showReceivers(turn: DutyTurn, division: string | null): Promise<Response> {
  const codes = division === null ? divisionsSeen(turn) : [division];
  return say(turn, sayReceivers(await sceneWith(turn), codes, false));
}

async function setReceivers(turn: DutyTurn, phrase: Of<'set-receivers'>): Promise<Response> {
  const { division } = phrase;
  const called = turn.held.agency.profile?.divisions.find(({ code }) => code === division)?.name ?? division;
  const said = phrase.names.flatMap((name) => apart(turn, name));
  const members: string[] = [];
  for (const name of said) {
    const others = said.filter((one) => one !== name);
    const id = await whoOf(turn, name, (full) => TYPED.receivers(called, [...others, full]));
    if (typeof id !== 'string') return id;
    members.push(id);
  }
  const command = { type: 'set-receivers' as const, by: actor(turn), division, members };
  return keep(turn, [command], (scene) => sayReceivers(scene, [division], true));
}

/** `ชาติ แก้ว`: two first names, where the two together are nobody's name. */
function apart(turn: DutyTurn, words: string): string[] {
  const parts = words.split(' ');
  const means = (name: string) => calledBy(name, turn.people).kind !== 'none';
  return !means(words) && parts.length > 1 && parts.every(means) ? parts : [words];
}

async function act(turn: DutyTurn, phrase: Of<'act'>): Promise<Response> {
  const { role, span, post } = phrase;
  const member = await whoOf(turn, phrase.who, (name) => TYPED.acting(name, post, span));
  if (typeof member !== 'string') return member;
  if (span === null) {
    const no_ = coordinatorOnly(turn.held.agency, actor(turn));
    return no_ === null ? say(turn, askActingSpan(await sceneWith(turn), member, role)) : no(turn, no_);
  }
  const acting = turn.world.ids.id();
  const command = { type: 'set-acting' as const, by: actor(turn), acting, member, role, ...span };
  const decision = decided(turn, [command]);
  if (!decision.ok) return no(turn, decision.refusal);
  if (decision.events.length === 0) {
    const standing = known(turn.held.agency.members, member)?.acting ?? [];
    const acts = standing.some((one) => sameRole(one.role, role) && one.until === span.until);
    return say(turn, sayActingBefore(await sceneWith(turn), member, role, acts));
  }
  return keep(turn, [command], (scene) => sayActing(scene, member, { id: acting, role, ...span }));
}

async function endActing(turn: DutyTurn, member: string, acting: readonly string[]): Promise<Response> {
  const roles = (known(turn.held.agency.members, member)?.acting ?? [])
    .filter(({ id }) => acting.includes(id))
    .map(({ role }) => role);
  if (acting.length === 0) return say(turn, sayActingEnded(await sceneWith(turn), member, []));
  const commands = acting.map((id): Command => ({ type: 'end-acting', by: actor(turn), acting: id }));
  return keep(turn, commands, (scene) => sayActingEnded(scene, member, roles));
}

async function setDeputy(turn: DutyTurn, phrase: Of<'deputy'>): Promise<Response> {
  const { deputy: said } = phrase;
  const member = await whoOf(turn, phrase.of, (name) =>
    said == null ? TYPED.noDeputy(name) : TYPED.deputy(name, said),
  );
  if (typeof member !== 'string') return member;
  if (said === undefined) return say(turn, sayDeputy(await sceneWith(turn), member, false));
  const deputy =
    said === null ? null : await whoOf(turn, said, (name) => TYPED.deputy(nameOf(turn, member), name));
  if (deputy !== null && typeof deputy !== 'string') return deputy;
  const command = { type: 'set-deputy' as const, by: actor(turn), member, deputy };
  return keep(turn, [command], (scene) => sayDeputy(scene, member, true));
}

/** A coordinator and an executive see all divisions, everybody else his own. */
function divisionsSeen({ held, me }: DutyTurn): string[] {
  const member = known(held.agency.members, me);
  if (member === undefined) return [];
  const all = holds(member, 'coordinator') || holds(member, 'executive');
  return all ? (held.agency.profile?.divisions.map(({ code }) => code) ?? []) : divisionsOf(member);
}
