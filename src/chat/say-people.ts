/** Meeting people and groups: welcome, help, contact, and the words for what was not understood. */
import type { Member } from '../domain/agency.ts';
import type { Channels } from '../domain/event.ts';
import { openPlans } from '../domain/item.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { missingButton, progressButton, quickReplies } from './buttons.ts';
import { short } from './cards.ts';
import type { Outgoing, TextMessage } from './outgoing.ts';
import { sayMissing } from './say-items.ts';
import { divisionNamed, nameOf, ownDivision, placeOf, type Scene } from './scene.ts';
import {
  CONTACT,
  contactLines,
  groupBound,
  HELP_CITIZEN,
  HELP_JOIN,
  HELP_MEMBER,
  NO_PLAN,
  ROLE,
  SAY,
  welcome,
} from './words.ts';

/** A channel longer than this is a mistake in the office's data; the message must go out all the same. */
const LONGEST_CHANNEL = 500;

/** The first answer to someone who just joined: who he is now, and his open items. */
export function sayWelcome(scene: Scene, member: Member): Outgoing[] {
  const roles = member.roles.map((held) =>
    held.division === undefined
      ? ROLE[held.role]
      : `${ROLE[held.role]} ${divisionNamed(scene.agency, held.division)}`,
  );
  const hello: TextMessage = { type: 'text', text: welcome(nameOf(scene, member.id), roles.join('\n')) };
  if (openPlans(scene.agency).length === 0) return [hello, { type: 'text', text: NO_PLAN }];
  const division = holds(member, 'coordinator') || holds(member, 'executive') ? null : ownDivision(scene);
  if (division === null && divisionsOf(member).length > 1) return [hello, help(scene)];
  return [hello, ...sayMissing(scene, division)];
}

export function sayGroupBound(
  scene: Scene,
  purpose: 'staff' | 'division',
  division: string | undefined,
): Outgoing[] {
  const name = division === undefined ? '' : divisionNamed(scene.agency, division);
  return [{ type: 'text', text: groupBound(purpose, name) }];
}

/** How to use the bot, by who asks. */
export function help(scene: Scene): TextMessage {
  if (scene.member === null && scene.group === null)
    return { type: 'text', text: `${HELP_CITIZEN}\n${HELP_JOIN}` };
  return suggest(scene, HELP_MEMBER);
}

/** A text with the next sensible steps as quick replies. */
export function suggest(scene: Scene, text: string): TextMessage {
  if (scene.member === null && scene.group === null) return { type: 'text', text };
  const place = placeOf(scene);
  const quickReply = quickReplies(place, [
    [SAY.missing, missingButton(place)],
    [SAY.progress, progressButton(place)],
  ]);
  return { type: 'text', text, quickReply };
}

/** How to reach the office and where to complain: published channels, the same for everyone. */
export function sayContact(scene: Scene): Outgoing[] {
  const profile = scene.agency.profile;
  if (profile === null) return [];
  return [
    { type: 'text', text: contactLines(CONTACT.office(profile.name), channelLines(profile.contact)) },
    { type: 'text', text: contactLines(CONTACT.complaint, channelLines(profile.complaint)) },
  ];
}

function channelLines(channels: Channels): [string, string | null][] {
  const kinds = ['phone', 'email', 'web', 'address', 'hours'] as const;
  return kinds.map((kind) => {
    const written = channels[kind];
    return [CONTACT[kind], written === null ? null : short(written, LONGEST_CHANNEL)];
  });
}
