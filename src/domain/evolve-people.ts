/** How people, groups and what they see to change the state. */
import type { Agency, Group, Item, JoinRequest, Member } from './agency.ts';
import type { Entry } from './entry.ts';
import type { EventOf } from './event.ts';
import { known } from './known.ts';

export function inviteMade(agency: Agency, event: EventOf<'invite-made'>): Partial<Agency> {
  const { invite: id, roles, expires, general = false } = event;
  return { invites: { ...agency.invites, [id]: { id, roles, expires, general, usedBy: null } } };
}

export function joinAsked(agency: Agency, entry: Entry, event: EventOf<'join-asked'>): Partial<Agency> {
  const request: JoinRequest = { id: event.request, invite: event.invite, at: entry.kept };
  return { requests: { ...agency.requests, [request.id]: request } };
}

export function joined(agency: Agency, entry: Entry, event: EventOf<'member-joined'>): Partial<Agency> {
  const { member: id, invite: inviteId, roles, request } = event;
  const before = known(agency.members, id);
  const held = before?.roles ?? [];
  const added = roles.filter((r) => !held.some((k) => k.role === r.role && k.division === r.division));
  const member: Member = {
    id,
    roles: [...held, ...added],
    acting: before?.acting ?? [],
    deputy: before?.deputy ?? null,
    joined: before?.joined ?? entry.kept,
    reachable: true,
    away: null,
  };
  const invite = known(agency.invites, inviteId);
  const usedUp = invite !== undefined && !invite.general;
  return {
    members: { ...agency.members, [id]: member },
    left: without(agency.left, id),
    invites: usedUp ? { ...agency.invites, [inviteId]: { ...invite, usedBy: id } } : agency.invites,
    requests: request === undefined ? agency.requests : without(agency.requests, request),
  };
}

export function reachChanged(agency: Agency, entry: Entry, event: EventOf<'reach-changed'>): Partial<Agency> {
  const { reachable, why } = event;
  return inMember(agency, event.member, (member) => ({
    ...member,
    reachable,
    away: reachable ? null : { since: entry.kept, why },
  }));
}

export function presenceChanged(
  { departures }: Agency,
  entry: Entry,
  { member, group, present }: EventOf<'presence-changed'>,
): Partial<Agency> {
  const others = departures.filter((one) => one.member !== member || one.group !== group);
  return { departures: present ? others : [...others, { member, group, at: entry.kept }] };
}

export function actingSet(agency: Agency, event: EventOf<'acting-set'>): Partial<Agency> {
  const { acting: id, role, from, until } = event;
  return inMember(agency, event.member, (member) => ({
    ...member,
    acting: [...member.acting, { id, role, from, until }],
  }));
}

export function actingEnded(agency: Agency, event: EventOf<'acting-ended'>): Partial<Agency> {
  const holder = Object.values(agency.members).find(({ acting }) =>
    acting.some(({ id }) => id === event.acting),
  );
  if (holder === undefined) return {};
  return inMember(agency, holder.id, (member) => ({
    ...member,
    acting: member.acting.filter(({ id }) => id !== event.acting),
  }));
}

/** What he did stays, under his id; nothing waits for him any more. */
export function memberLeft(agency: Agency, entry: Entry, event: EventOf<'member-left'>): Partial<Agency> {
  const { member: gone } = event;
  if (known(agency.members, gone) === undefined) return {};
  const but = (id: string | null) => (id === gone ? null : id);
  const members = Object.values(without(agency.members, gone)).map((member) => [
    member.id,
    member.deputy === gone ? { ...member, deputy: null } : member,
  ]);
  const items = Object.values(agency.items)
    .filter(({ person, deputy }) => person === gone || deputy === gone)
    .map((item): [string, Item] => [
      item.id,
      { ...item, person: but(item.person), deputy: but(item.deputy) },
    ]);
  const receivers = Object.entries(agency.receivers).map(([division, ids]) => [
    division,
    ids.filter((id) => id !== gone),
  ]);
  return {
    members: Object.fromEntries(members),
    left: { ...agency.left, [gone]: entry.kept },
    items: items.length === 0 ? agency.items : { ...agency.items, ...Object.fromEntries(items) },
    receivers: Object.fromEntries(receivers),
    departures: agency.departures.filter(({ member }) => member !== gone),
    snoozes: agency.snoozes.filter(({ member }) => member !== gone),
    matters: without(agency.matters, gone),
    lastReminders: without(agency.lastReminders, gone),
    lastPushes: without(agency.lastPushes, gone),
  };
}

export function groupCodeMade(agency: Agency, event: EventOf<'group-code-made'>): Partial<Agency> {
  const { code: id, purpose, division, expires, extra = false } = event;
  const code = { id, purpose, division, expires, used: false, extra };
  return { groupCodes: { ...agency.groupCodes, [id]: code } };
}

/** One group a purpose and division, and extra ones: a new one that is not extra takes the place of the one before. */
export function groupBound(agency: Agency, entry: Entry, event: EventOf<'group-bound'>): Partial<Agency> {
  const { group: id, purpose, division, extra = false } = event;
  const code = known(agency.groupCodes, event.code);
  const kept = Object.values(agency.groups).filter((group) => group.id === id || !isReplaced(group, event));
  const groups = Object.fromEntries(kept.map((group) => [group.id, group]));
  return {
    groups: { ...groups, [id]: { id, purpose, division, bound: entry.kept, extra } },
    groupCodes: code ? { ...agency.groupCodes, [code.id]: { ...code, used: true } } : agency.groupCodes,
  };
}

/** True when binding a group takes this one's place. */
export function isReplaced(
  group: Group,
  by: Pick<EventOf<'group-bound'>, 'group' | 'purpose' | 'division' | 'extra'>,
): boolean {
  return (
    group.id !== by.group &&
    by.extra !== true &&
    !group.extra &&
    group.purpose === by.purpose &&
    group.division === by.division
  );
}

export function inMember(agency: Agency, id: string, edit: (member: Member) => Member): Partial<Agency> {
  const member = known(agency.members, id);
  return member ? { members: { ...agency.members, [id]: edit(member) } } : {};
}

export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
