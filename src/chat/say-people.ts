/** Meeting people and groups: welcome, who is registered, contact, and small talk. */
import type { Member } from '../domain/agency.ts';
import type { Channels, RoleIn } from '../domain/event.ts';
import { openPlans } from '../domain/item.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { short } from './flex.ts';
import { help } from './help.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing, TextMessage } from './outgoing.ts';
import { sayMissing } from './say-missing.ts';
import { divisionNamed, nameOf, ownDivision, type Scene } from './scene.ts';
import { HELP_JOIN, HELP_JOIN_PRIVATELY, NO_PLAN, POST, ROLE } from './words.ts';
import { GROUP_CODE } from './words-joining.ts';
import { alreadyMember, CONTACT, contactLines, groupBound, welcome } from './words-people.ts';

/** A channel longer than this is a mistake in the office's data; the message must go out all the same. */
const LONGEST_CHANNEL = 500;

/** The first answer to someone who just joined: who he is now, and his open items. */
export function sayWelcome(scene: Scene, member: Member): Outgoing[] {
  const hello: TextMessage = {
    type: 'text',
    text: welcome(nameOf(scene, member.id), rolesWords(scene, member.roles)),
  };
  if (openPlans(scene.agency).length === 0) return [hello, { type: 'text', text: NO_PLAN }];
  const division = holds(member, 'coordinator') || holds(member, 'executive') ? null : ownDivision(scene);
  if (division === null && divisionsOf(member).length > 1) return [hello, help(scene)];
  return [hello, ...sayMissing(scene, division === null ? [] : [division])];
}

/** Someone wants to be registered: what he is already, or how to join. */
export function sayRegistration(scene: Scene): Outgoing[] {
  const { member, group } = scene;
  if (member === null) return [{ type: 'text', text: group === null ? HELP_JOIN : HELP_JOIN_PRIVATELY }];
  const text = alreadyMember(nameOf(scene, member.id), rolesWords(scene, member.roles));
  return [withNext(scene, { type: 'text', text }, ['mine', 'help'])];
}

/** Each on a line of its own. */
export function rolesWords(scene: Scene, roles: readonly RoleIn[]): string {
  const named = roles.map(({ role, division, post }) => {
    const name = post === undefined ? ROLE[role] : POST[post];
    return division === undefined ? name : `${name} ${divisionNamed(scene.agency, division)}`;
  });
  return named.join('\n');
}

/** `extra`: one group more beside the one of its purpose. */
export function sayGroupBound(
  scene: Scene,
  purpose: 'staff' | 'division',
  division: string | undefined,
  extra = false,
): Outgoing[] {
  const name = division === undefined ? '' : divisionNamed(scene.agency, division);
  const note = extra && purpose === 'staff' ? [GROUP_CODE.boundExtra] : [];
  return [{ type: 'text', text: [groupBound(purpose, name), ...note].join('\n') }];
}

/** A text with the next sensible steps as quick replies. */
export function suggest(scene: Scene, text: string): TextMessage {
  return withNext(scene, { type: 'text', text }, ['mine', 'missing', 'progress', 'near', 'help']);
}

/**
 * How to reach the office and where to complain: published channels, the same for everyone. A division named has no
 * channels of its own. What was complained of is never repeated.
 */
export function sayContact(scene: Scene, divisions: readonly string[] = []): Outgoing[] {
  const profile = scene.agency.profile;
  if (profile === null) return [];
  const [only, ...others] = divisions;
  const title =
    only === undefined || others.length > 0
      ? CONTACT.office(profile.name)
      : CONTACT.ofDivision(divisionNamed(scene.agency, only), profile.name);
  return [
    { type: 'text', text: contactLines(title, channelLines(profile.contact)) },
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
