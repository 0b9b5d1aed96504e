import type { Agency, Item, LastReminder, Member, Plan, Snooze } from './agency.ts';
import { type Day, dayOf, type Instant, monthOf } from './calendar.ts';
import type { Entry } from './entry.ts';
import type { DomainEvent, Recipient, ReminderLine } from './event.ts';
import {
  assessed,
  builtOn,
  importUndone,
  itemAdded,
  itemRevised,
  planImported,
  planRevised,
} from './evolve-import.ts';
import {
  actingEnded,
  actingSet,
  groupBound,
  groupCodeMade,
  inMember,
  inviteMade,
  joinAsked,
  joined,
  memberLeft,
  presenceChanged,
  reachChanged,
  without,
} from './evolve-people.ts';
import { isInWords, pushed, summaryUntaken, unsaid, withTold } from './evolve-pushes.ts';
import { lastGranted } from './extended.ts';
import { headsOf } from './extension.ts';
import { known } from './known.ts';
import { recipientKey, reminderKey } from './said.ts';

/** Changes whenever the fold or the state's shape changes; a snapshot of another version is thrown away. */
export const EVOLVE_VERSION = 8;

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
    case 'invite-made':
      return inviteMade(agency, event);
    case 'join-asked':
      return joinAsked(agency, entry, event);
    case 'join-refused':
      return { requests: without(agency.requests, event.request) };
    case 'member-joined':
      return joined(agency, entry, event);
    case 'reach-changed':
      return reachChanged(agency, entry, event);
    case 'presence-changed':
      return presenceChanged(agency, entry, event);
    case 'roles-changed':
      return inMember(agency, event.member, (member) => ({ ...member, roles: event.roles }));
    case 'acting-set':
      return actingSet(agency, event);
    case 'acting-ended':
      return actingEnded(agency, event);
    case 'deputy-set':
      return inMember(agency, event.member, (member) => ({ ...member, deputy: event.deputy }));
    case 'receivers-set':
      return { receivers: { ...agency.receivers, [event.division]: event.members } };
    case 'item-assigned': {
      const { person, deputy } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({ ...item, person, deputy }));
    }
    // A receipt: what it changes stands in entries of its own before it.
    case 'work-handed-over':
      return {};
    case 'member-left':
      return memberLeft(agency, entry, event);
    case 'member-erased':
      return { left: without(agency.left, event.member) };
    case 'group-code-made':
      return groupCodeMade(agency, event);
    case 'group-bound':
      return groupBound(agency, entry, event);
    case 'group-left':
      return { groups: without(agency.groups, event.group) };
    case 'policy-set':
      return { policy: event.policy };
    case 'holidays-set': {
      const { type: _type, v: _v, ...list } = event;
      return { holidays: { ...agency.holidays, [event.year]: list } };
    }
    case 'oit-due-set': {
      const { date: oitDue, confirmed: oitDueConfirmed } = event;
      return inPlan(agency, event.year, (plan) => ({ ...plan, oitDue, oitDueConfirmed }));
    }
    case 'meetings-set': {
      const days = event.days.map((day) => [day.slice(0, 7), day] as const);
      return { meetings: { ...agency.meetings, ...Object.fromEntries(days) } };
    }
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
      // Opened again it goes on where it stopped: what counts from its opening was counted.
      return inPlan(agency, event.year, (plan) => {
        return { ...plan, state: 'open', opened: plan.opened ?? entry.kept, closed: null };
      });
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
      const { report: id, status, percent, note, chat, from, divisions } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: [...item.reports, { id, status, percent, note, chat, from, divisions, ...toldBy(entry) }],
        ...toldOf(item, divisions, entry.seq),
      }));
    }
    case 'report-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        reports: undone(item.reports, event.report, entry),
        ...toldOf(item, item.reports.find(({ id }) => id === event.report)?.divisions, entry.seq),
      }));
    case 'evidence-given': {
      const { evidence: id, kind, content, chat } = event;
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        evidence: [...item.evidence, { id, kind, content, chat, ...toldBy(entry) }],
      }));
    }
    case 'evidence-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        evidence: undone(item.evidence, event.evidence, entry),
      }));
    case 'extension-asked': {
      const { extension: id, until, reason, chat, cost = 0 } = event;
      const asked = inItem(agency, event.item, entry.seq, (item) => {
        // A cost stands only in entries older than `extensions-told`: then the heads were told at once.
        const told = cost === 0 ? [] : headsOf(agency, item, event).map((head) => head.id);
        const wish = { id, until, reason, chat, told, decided: null, ...toldBy(entry) };
        return { ...item, extensions: [...item.extensions, wish] };
      });
      return { ...asked, ...paid(agency, entry, cost) };
    }
    case 'extension-undone':
      return inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        extensions: undone(item.extensions, event.extension, entry),
      }));
    case 'extension-decided': {
      const { extension: id, granted, from, until, cost = 0 } = event;
      const by = entry.by.kind === 'member' ? entry.by.member : null;
      const decided = inItem(agency, event.item, entry.seq, (item) => ({
        ...item,
        extensions: item.extensions.map((one) => {
          if (one.id !== id) return one;
          const others = one.told.filter((who) => who !== one.by);
          const told = cost === 0 || one.by === null ? others : [...others, one.by];
          return { ...one, told, decided: { granted, from, by, at: entry.at } };
        }),
        extended: granted ? { from, until } : item.extended,
      }));
      return { ...decided, ...paid(agency, entry, cost) };
    }
    case 'extension-decision-undone': {
      const undone = inItem(agency, event.item, entry.seq, (item) => {
        const extensions = item.extensions.map((one) =>
          one.id === event.extension ? { ...one, decided: null } : one,
        );
        return { ...item, extensions, extended: lastGranted(extensions) };
      });
      return undone;
    }
    case 'extensions-told': {
      const { member, extensions, outbox, cost = 1 } = event;
      return {
        items: withTold(agency, member, extensions, true),
        ...pushed(agency, entry, { member }, { outbox, cost, told: extensions }),
        ...paid(agency, entry, cost),
      };
    }
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
      return acknowledged(agency, event.items, event.member, entry.at);
    case 'assessment-recorded':
      return assessed(agency, event);
    case 'reminder-decided': {
      const { to, lines, outbox, cost = 1 } = event;
      const said = lines.map((line) => ({ item: line.item, key: reminderKey(to, line) }));
      return {
        ...reminded(agency, [{ to, lines }], entry.kept),
        ...pushed(agency, entry, to, { outbox, cost, said }),
        ...paid(agency, entry, cost),
      };
    }
    case 'card-sent': {
      const told = event.matters.map((matter) => [matter, entry.kept] as const);
      // Only what is still a matter is remembered: what comes back later is told anew.
      return {
        matters: { ...agency.matters, [event.member]: Object.fromEntries(told) },
        ...pushed(agency, entry, { member: event.member }, { outbox: event.outbox, cost: event.cost ?? 1 }),
        ...paid(agency, entry, event.cost ?? 1),
      };
    }
    case 'summary-posted': {
      const { month, outbox, cost = event.to.length } = event;
      return {
        summaries: [...agency.summaries, month],
        posted: { month, outbox, inWords: isInWords(agency, month), at: entry.kept, cost },
        ...paid(agency, entry, cost),
      };
    }
    case 'delivery-failed': {
      const { outbox, to, reason } = event;
      const failures = [...agency.failures, { outbox, to, reason, at: entry.kept }].slice(-FAILURES_KEPT);
      const owed = { ...unsaid(agency, event), ...summaryUntaken(agency, event) };
      if (reason !== 'dead-target' || to === null) return { ...owed, failures };
      if ('group' in to) return { failures, ...owed, groups: without(agency.groups, to.group) };
      const away: Member['away'] = { since: entry.kept, why: 'dead-target' };
      const gone = inMember(agency, to.member, (member) => ({ ...member, reachable: false, away }));
      return { failures, ...owed, ...gone };
    }
  }
}

const FAILURES_KEPT = 50;

/** What was said to whom on which day, so that nothing is said twice, whatever the clock does. */
export function reminded(
  agency: Agency,
  all: readonly { readonly to: Recipient; readonly lines: readonly ReminderLine[] }[],
  at: Instant,
): Pick<Agency, 'items' | 'lastReminders'> {
  const day = dayOf(at);
  const said = new Map<Item, Record<string, Day>>();
  const last: Record<string, LastReminder> = {};
  for (const { to, lines } of all) {
    const years = lines.flatMap((line) => {
      const item = known(agency.items, line.item);
      if (item === undefined) return [];
      const days = said.get(item) ?? { ...item.reminded };
      days[reminderKey(to, line)] = day;
      said.set(item, days);
      return [item.year];
    });
    if (years.length === 0) continue;
    last[recipientKey(to)] = { year: Math.min(...years), items: lines.map(({ item }) => item), at };
  }
  const items = [...said].map(([item, days]) => [item.id, { ...item, reminded: days }] as const);
  return {
    items: { ...agency.items, ...Object.fromEntries(items) },
    lastReminders: { ...agency.lastReminders, ...last },
  };
}

function paid(agency: Agency, entry: Entry, cost: number): Partial<Agency> {
  if (cost === 0) return {};
  const month = monthOf(entry.kept);
  const before = agency.spent?.month === month ? agency.spent.count : 0;
  return { spent: { month, count: before + cost } };
}

/** Who did it and when, as every act on an item keeps it. */
function toldBy({ by, at, kept }: Entry) {
  return { by: by.kind === 'member' ? by.member : null, at, kept, undone: null };
}

/** A part told by itself leaves the buttons of the other divisions as good as they were. */
function toldOf(
  item: Item,
  divisions: readonly string[] | undefined,
  seq: number,
): Pick<Item, 'told' | 'toldIn'> {
  if (divisions === undefined) return { told: seq, toldIn: item.toldIn };
  const parts = Object.fromEntries(divisions.map((code) => [code, seq]));
  return { told: item.told, toldIn: { ...item.toldIn, ...parts } };
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

/** An item is not touched by who read a reminder of it: nothing about it changed. */
function acknowledged(agency: Agency, ids: readonly string[], by: string, at: Instant): Partial<Agency> {
  const items = ids.flatMap((id) => {
    const item = known(agency.items, id);
    if (item === undefined) return [];
    const last = Math.max(at, known(item.acknowledged, by) ?? at);
    return [[id, { ...item, acknowledged: { ...item.acknowledged, [by]: last } }] as const];
  });
  return { items: { ...agency.items, ...Object.fromEntries(items) } };
}

function inPlan(agency: Agency, year: number, edit: (plan: Plan) => Plan): Partial<Agency> {
  const plan = agency.plans[year];
  return plan ? { plans: { ...agency.plans, [year]: edit(plan) } } : {};
}

function inItem(agency: Agency, id: string, seq: number, edit: (item: Item) => Item): Partial<Agency> {
  const item = agency.items[id];
  return item ? { items: { ...agency.items, [id]: { ...edit(item), touched: seq } } } : {};
}
