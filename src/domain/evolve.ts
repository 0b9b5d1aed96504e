import type { Agency, Item, LastReminder, Member, Plan } from './agency.ts';
import type { Entry } from './entry.ts';
import type { DomainEvent, Recipient } from './event.ts';

/** Changes whenever the fold or the state's shape changes; a snapshot of another version is thrown away. */
export const EVOLVE_VERSION = 1;

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
    case 'plan-imported': {
      const { year, title, catalogue, oitDue, oitDueConfirmed } = event;
      const plan: Plan = {
        year,
        title,
        state: 'draft',
        published: false,
        catalogue,
        oitDue,
        oitDueConfirmed,
        opened: null,
        closed: null,
      };
      return { plans: { ...agency.plans, [year]: plan } };
    }
    case 'item-added': {
      const { type: _type, v: _v, item: id, ...facts } = event;
      return { items: { ...agency.items, [id]: { id, ...facts, reports: [], touched: entry.seq } } };
    }
    case 'plan-opened':
      return inPlan(agency, event.year, (plan) => ({ ...plan, state: 'open', opened: entry.kept }));
    case 'plan-closed':
      return inPlan(agency, event.year, (plan) => ({ ...plan, state: 'closed', closed: entry.kept }));
    case 'plan-published':
      return inPlan(agency, event.year, (plan) => ({ ...plan, published: true }));
    case 'item-reported': {
      const { report: id, status, percent, note, chat } = event;
      const by = entry.by.kind === 'member' ? entry.by.member : null;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: [
          ...item.reports,
          { id, by, status, percent, note, chat, at: entry.at, kept: entry.kept, undone: null },
        ],
      }));
    }
    case 'report-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: item.reports.map((report) =>
          report.id === event.report ? { ...report, undone: entry.at } : report,
        ),
      }));
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
