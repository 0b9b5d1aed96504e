/** Entries of the ledger as a script writes them: `item-reported O12 done`, `extension-asked M3 2026-03-31`. */
import type { Entry } from '../../src/domain/entry.ts';
import type { DomainEvent, Recipient, RoleIn } from '../../src/domain/event.ts';
import { codeOf } from '../../src/domain/item.ts';

/** Items of this year go without their year. */
const YEAR = 2569;

/** Who and what the ids of a ledger name; grows with it. */
export interface Names {
  readonly items: ReadonlyMap<string, string>;
  /** First names of members, by member id. */
  readonly people: ReadonlyMap<string, string>;
  /** The items of snoozes, by the snooze's id. */
  readonly snoozes: ReadonlyMap<string, string>;
  /** Who asked to be let in last. */
  lastRequest(): string | null;
  /** The newest request of a later date, by its item's code. */
  readonly extensions: ReadonlyMap<string, string>;
  learn(entries: readonly Entry[]): void;
}

export function createNames(people: ReadonlyMap<string, string>): Names {
  const items = new Map<string, string>();
  const snoozes = new Map<string, string>();
  let request: string | null = null;
  const extensions = new Map<string, string>();
  return {
    items,
    extensions,
    people,
    snoozes,
    lastRequest: () => request,
    learn(entries) {
      for (const { event } of entries) {
        if (event.type === 'item-added') items.set(event.item, codeIn(event));
        if (event.type === 'join-asked') request = event.request;
        if (event.type === 'extension-asked') extensions.set(items.get(event.item) ?? '', event.extension);
        if (event.type === 'reminder-snoozed')
          snoozes.set(event.snooze, event.items.map((id) => items.get(id)).join(' '));
      }
    },
  };
}

/** `staff finance`, `executive nayok` */
function roleWords({ role, division, post }: RoleIn): string {
  return [role, division ?? post].filter((part) => part !== undefined).join(' ');
}

function codeIn(item: Extract<DomainEvent, { type: 'item-added' }>): string {
  return item.year === YEAR ? codeOf(item) : `${codeOf(item)}/${item.year}`;
}

/** The entry in one line. */
export function entryWords({ event }: Entry, names: Names): string {
  return [event.type, ...fieldsOf(event, names)].join(' ');
}

function fieldsOf(event: DomainEvent, { items, people, snoozes }: Names): string[] {
  const item = (id: string) => items.get(id) ?? `?${id}`;
  const person = (id: string) => people.get(id) ?? `?${id}`;
  const to = (one: Recipient) => ('group' in one ? 'group' : person(one.member));
  switch (event.type) {
    case 'item-reported':
      return [
        item(event.item),
        event.status,
        ...(event.percent === undefined ? [] : [`${event.percent}%`]),
        ...(event.note === undefined ? [] : ['note']),
        ...(event.divisions === undefined ? [] : [`(${event.divisions.join(' ')})`]),
      ];
    case 'report-undone':
    case 'evidence-given':
    case 'evidence-undone':
    case 'extension-undone':
    case 'extension-decision-undone':
      return [item(event.item)];
    case 'extension-asked':
      return [item(event.item), event.until, ...(event.reason === undefined ? [] : ['reason'])];
    case 'extension-decided':
      return [item(event.item), event.until, event.granted ? 'granted' : 'refused'];
    case 'reminder-snoozed':
      return [...event.items.map(item), event.until];
    case 'snooze-undone':
      return [snoozes.get(event.snooze) ?? '?'];
    case 'reminder-acknowledged':
      return event.items.map(item);
    case 'reminder-decided':
      return [
        to(event.to),
        ...event.lines.map((line) => item(line.item)),
        ...(event.cost === 0 ? ['free'] : []),
      ];
    case 'extensions-told':
      return [
        person(event.member),
        ...event.extensions.map((one) => item(one.item)),
        ...(event.cost === 0 ? ['free'] : []),
      ];
    case 'card-sent':
      return [person(event.member), ...(event.cost === 0 ? ['free'] : [])];
    case 'reach-changed':
      return [person(event.member), event.why];
    case 'presence-changed':
      return [person(event.member), event.present ? 'back' : 'left'];
    case 'summary-posted':
      return [event.month, ...event.to.map(to)];
    case 'delivery-failed':
      return [event.reason, ...(event.to === null ? [] : [to(event.to)])];
    case 'invite-made':
      return event.general ? ['general', ...event.roles.map(roleWords)] : event.roles.map(roleWords);
    case 'member-joined':
      return event.roles.map(roleWords);
    case 'group-code-made':
    case 'group-bound':
      return [
        event.purpose,
        ...(event.division === undefined ? [] : [event.division]),
        ...(event.extra ? ['extra'] : []),
      ];
    case 'holidays-set':
      return [String(event.year), `${event.days.length} days`, ...(event.confirmed ? ['confirmed'] : [])];
    case 'oit-due-set':
      return [String(event.year), event.date, ...(event.confirmed ? ['confirmed'] : [])];
    case 'meetings-set':
      return [...event.days];
    case 'acting-set': {
      const { role, division, post } = event.role;
      return [person(event.member), role, ...[division ?? post ?? []].flat(), event.from, event.until];
    }
    case 'deputy-set':
      return [person(event.member), event.deputy === null ? 'nobody' : person(event.deputy)];
    case 'receivers-set':
      return [event.division, ...event.members.map(person)];
    case 'item-assigned':
      return [
        item(event.item),
        event.person === null ? 'nobody' : person(event.person),
        ...(event.deputy === null ? [] : ['deputy', person(event.deputy)]),
      ];
    case 'work-handed-over':
      return [person(event.from), person(event.to), ...event.items.map(item), ...event.receives];
    case 'member-left':
    case 'member-erased':
    case 'roles-changed':
      return [person(event.member)];
    default:
      return [];
  }
}
