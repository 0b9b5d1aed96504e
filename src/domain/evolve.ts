import type { Agency, Item, LastReminder, Member, Plan, Snooze } from './agency.ts';
import type { Entry } from './entry.ts';
import type { DomainEvent, Recipient } from './event.ts';
import {
  assessed,
  builtOn,
  importUndone,
  itemAdded,
  itemRevised,
  planImported,
  planRevised,
} from './evolve-import.ts';
import { known } from './known.ts';

/** Changes whenever the fold or the state's shape changes; a snapshot of another version is thrown away. */
export const EVOLVE_VERSION = 3;

/** Folds one entry into the state. Pure; an entry that refers to something unknown changes only the version. */
export function evolve(agency: Agency, entry: Entry): Agency {
  return { ...agency, ...change(agency, entry, entry.event), version: entry.seq };
}

/** Folds entries in order. */
export function evolveAll(agency: Agency, entries: Iterable<Entry>): Agency {
  let state = agency;
  for (const entry of entries) state = evolve(state, entry);
  return state;
}

function change(agency: Agency, entry: Entry, event: DomainEvent): Partial<Agency> {
  switch (event.type) {
    case 'agency-added': {
      const { name, shortName, divisions, contact, complaint } = event;
      return { profile: { name, shortName, divisions, contact, complaint } };
    }
    case 'invite-made': {
      const { invite: id, roles, expires } = event;
      return { invites: { ...agency.invites, [id]: { id, roles, expires, usedBy: null } } };
    }
    case 'member-joined':
      return joined(agency, event.member, event.invite, entry.kept, event.roles);
    case 'reach-changed': {
      const { reachable } = event;
      return inMember(agency, event.member, (member) => ({ ...member, reachable }));
    }
    case 'group-code-made': {
      const { code: id, purpose, division, expires } = event;
      return { groupCodes: { ...agency.groupCodes, [id]: { id, purpose, division, expires, used: false } } };
    }
    case 'group-bound': {
      const { group: id, purpose, division } = event;
      const code = agency.groupCodes[event.code];
      // One staff group, and one group a division: a new one takes the old one's place.
      const kept = Object.values(agency.groups).filter(
        (group) => !(group.purpose === purpose && group.division === division),
      );
      const groups = Object.fromEntries(kept.map((group) => [group.id, group]));
      return {
        groups: { ...groups, [id]: { id, purpose, division, bound: entry.kept } },
        groupCodes: code ? { ...agency.groupCodes, [code.id]: { ...code, used: true } } : agency.groupCodes,
      };
    }
    case 'group-left':
      return { groups: without(agency.groups, event.group) };
    case 'plan-imported':
      return planImported(agency, entry, event);
    case 'plan-revised':
      return planRevised(agency, entry, event);
    case 'item-added':
      return itemAdded(agency, entry, event);
    case 'item-changed':
    case 'item-withdrawn':
    case 'item-returned':
      return itemRevised(agency, entry, event);
    case 'import-undone':
      return importUndone(agency, entry, event);
    case 'plan-opened':
      return inPlan(agency, event.year, (plan) => ({ ...plan, state: 'open', opened: entry.kept }));
    case 'plan-closed':
      return inPlan(agency, event.year, (plan) => ({ ...plan, state: 'closed', closed: entry.kept }));
    case 'plan-published':
      return inPlan(agency, event.year, (plan) => ({ ...plan, published: true }));
    case 'list-adopted':
      return {
        ...inPlan(agency, event.year, (plan) => ({ ...plan, catalogue: event.from, revised: entry.seq })),
        imports: builtOn(agency, event.year),
      };
    case 'list-recorded': {
      const { type: _type, v: _v, ...list } = event;
      return { lists: { ...agency.lists, [event.year]: list } };
    }
    case 'item-reported': {
      const { report: id, status, percent, note, chat, from } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: [...item.reports, { id, status, percent, note, chat, from, ...toldIn(entry) }],
        told: entry.seq,
      }));
    }
    case 'report-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: undone(item.reports, event.report, entry),
        told: entry.seq,
      }));
    case 'evidence-given': {
      const { evidence: id, kind, content, chat } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        evidence: [...item.evidence, { id, kind, content, chat, ...toldIn(entry) }],
      }));
    }
    case 'evidence-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        evidence: undone(item.evidence, event.evidence, entry),
      }));
    case 'extension-asked': {
      const { extension: id, until, reason, chat } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        extensions: [...item.extensions, { id, until, reason, chat, ...toldIn(entry) }],
      }));
    }
    case 'extension-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        extensions: undone(item.extensions, event.extension, entry),
      }));
    case 'reminder-snoozed': {
      const { snooze: id, member, items, until, chat } = event;
      return snoozed(agency, { id, member, items, until, chat, at: entry.at, kept: entry.kept });
    }
    // What the snooze had replaced does not come back: he is then reminded as if he had put nothing off.
    case 'snooze-undone':
      return {
        snoozes: agency.snoozes.filter(({ id, member }) => id !== event.snooze || member !== event.member),
      };
    case 'reminder-acknowledged':
      return acknowledged(agency, event.items, { by: event.member, at: entry.at });
    case 'assessment-recorded':
      return assessed(agency, event);
    case 'reminder-decided': {
      const items = event.lines.map((line) => line.item);
      const years = items.flatMap((id) => agency.items[id]?.year ?? []);
      if (years.length === 0) return {};
      const last: LastReminder = { year: Math.min(...years), items, at: entry.kept };
      return { lastReminders: { ...agency.lastReminders, [recipientKey(event.to)]: last } };
    }
    case 'summary-posted':
      return { summaries: [...agency.summaries, event.month] };
    case 'delivery-failed': {
      if (event.reason !== 'dead-target' || event.to === null) return {};
      if ('group' in event.to) return { groups: without(agency.groups, event.to.group) };
      return inMember(agency, event.to.member, (member) => ({ ...member, reachable: false }));
    }
  }
}

/** The key of a recipient in `lastReminders`. */
export function recipientKey(to: Recipient): string {
  return 'member' in to ? to.member : to.group;
}

function joined(
  agency: Agency,
  id: string,
  inviteId: string,
  at: number,
  roles: Member['roles'],
): Partial<Agency> {
  const before = agency.members[id];
  const known = before?.roles ?? [];
  const added = roles.filter((r) => !known.some((k) => k.role === r.role && k.division === r.division));
  const member: Member = {
    id,
    roles: [...known, ...added],
    joined: before?.joined ?? at,
    reachable: true,
  };
  const invite = agency.invites[inviteId];
  return {
    members: { ...agency.members, [id]: member },
    invites: invite ? { ...agency.invites, [inviteId]: { ...invite, usedBy: id } } : agency.invites,
  };
}

/** Who did it and when, as every act on an item keeps it. */
function toldIn({ by, at, kept }: Entry) {
  return { by: by.kind === 'member' ? by.member : null, at, kept, undone: null };
}

function undone<T extends { readonly id: string }>(acts: readonly T[], id: string, entry: Entry): T[] {
  return acts.map((act) => (act.id === id ? { ...act, undone: entry.at } : act));
}

/** The snooze told last counts for an item: what it replaces goes, and of a late one only what is not told newer stays. */
function snoozed(agency: Agency, snooze: Snooze): Partial<Agency> {
  const same = ({ member }: Snooze) => member === snooze.member;
  const newer = agency.snoozes.filter((other) => same(other) && other.at > snooze.at);
  const items = snooze.items.filter((id) => !newer.some((other) => other.items.includes(id)));
  const left = agency.snoozes.map((other) =>
    same(other) ? { ...other, items: other.items.filter((id) => !items.includes(id)) } : other,
  );
  return { snoozes: [...left, { ...snooze, items }].filter((one) => one.items.length > 0) };
}

/** Who read it last stays; an item is not touched by it: nothing about it changed. */
function acknowledged(
  agency: Agency,
  ids: readonly string[],
  read: NonNullable<Item['acknowledged']>,
): Partial<Agency> {
  const items = ids.flatMap((id) => {
    const item = known(agency.items, id);
    const older = item !== undefined && (item.acknowledged === null || item.acknowledged.at <= read.at);
    return older ? [[id, { ...item, acknowledged: read }] as const] : [];
  });
  return { items: { ...agency.items, ...Object.fromEntries(items) } };
}

function inMember(agency: Agency, id: string, edit: (member: Member) => Member): Partial<Agency> {
  const member = agency.members[id];
  return member ? { members: { ...agency.members, [id]: edit(member) } } : {};
}

function inPlan(agency: Agency, year: number, edit: (plan: Plan) => Plan): Partial<Agency> {
  const plan = agency.plans[year];
  return plan ? { plans: { ...agency.plans, [year]: edit(plan) } } : {};
}

function inItem(agency: Agency, id: string, seq: number, edit: (item: Item) => Item): Partial<Agency> {
  const item = agency.items[id];
  return item ? { items: { ...agency.items, [id]: { ...edit(item), touched: seq } } } : {};
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
