/**
 * What waits for a coordinator. Each matter has a key that stays as long as it is the same one, so that the card tells it
 * when it is new and again only with a new week.
 */
import type { Agency, Extension, Failure, Group, Item, Member } from './agency.ts';
import { type Day, dayOf, HOUR_MS, type Instant, type Month, monthOf } from './calendar.ts';
import { finishDue, reportDues } from './due.ts';
import { decidersOf, type Wish, waiting } from './extension.ts';
import { yearsUnconfirmed } from './holidays.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { known } from './known.ts';
import { holds } from './permission.ts';
import { coordinators, executives, holding, reachedOf } from './receivers.ts';
import { type Silence, silentDivisions } from './silence.ts';

export type Matter = { readonly key: string } & About;

type About =
  /** LINE reaches no coordinator: told to whoever may see to another. `away`: those there are; empty = there is none. */
  | { readonly kind: 'unled'; readonly away: readonly Member[] }
  /** Somebody showed a general code. */
  | { readonly kind: 'request'; readonly request: string; readonly at: Instant }
  | { readonly kind: 'extension'; readonly item: Item; readonly extension: Extension }
  /** LINE does not reach a member. `deputy`: who is reminded in his place; null = nobody was named. */
  | { readonly kind: 'away'; readonly member: Member; readonly deputy: string | null }
  /** He left a group he belongs to; LINE reaches him as before, so nothing is re-routed. */
  | { readonly kind: 'left-group'; readonly member: Member; readonly group: Group; readonly at: Instant }
  | { readonly kind: 'silent'; readonly silence: Silence }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The month's messages do not suffice for all that was to be said. */
  | { readonly kind: 'quota'; readonly month: Month }
  /** A division with work and nobody LINE reaches, nor a deputy: the coordinator himself is reminded of it. */
  | { readonly kind: 'nobody'; readonly division: string }
  /** An import or a list he has not confirmed. */
  | { readonly kind: 'draft'; readonly draft: WaitingDraft }
  | { readonly kind: 'undated' | 'ownerless'; readonly year: number; readonly items: readonly Item[] }
  | { readonly kind: 'oit-due'; readonly year: number; readonly date: Day }
  /** Holidays of a Buddhist year: listed but not vouched for, or not listed at all. */
  | { readonly kind: 'holidays'; readonly year: number; readonly listed: boolean };

/** A preview that lies beside the ledger. */
export interface WaitingDraft {
  readonly id: string;
  readonly what: 'plan' | 'list';
  readonly year: number;
  /** Questions in it that are not answered. */
  readonly open: number;
  /** After this it is gone: nobody confirmed it. */
  readonly until: Instant;
}

/** By coordinator. */
export type Drafts = ReadonlyMap<string, readonly WaitingDraft[]>;

/** What the ledger does not hold. */
export interface Beside {
  readonly drafts: readonly WaitingDraft[];
  /** Messages that are held back now because the month's do not suffice. */
  readonly held: number;
  /** Requests whose heads are for that reason not told of them; absent = none. */
  readonly requests?: readonly Wish[];
}

export const NOTHING_BESIDE: Beside = { drafts: [], held: 0 };

/** A card and its entry hold so many; what is over that waits until others are settled. */
const MOST = 60;
const ONCE_SHOWN_MS = 7 * 24 * HOUR_MS;

/**
 * Everything that waits for this coordinator at `now`, what others wait for first. Who gets the card in the coordinators'
 * place (`cardReaders`) is told why, and of people and messages; what is unclear in papers waits for the next coordinator.
 */
export function mattersFor(agency: Agency, member: string, now: Instant, beside: Beside): Matter[] {
  const inPlace = standsIn(agency, member);
  const papers = () => [
    ...beside.drafts
      .filter(({ until }) => until >= now)
      .map((draft): Matter => ({ kind: 'draft', key: `draft ${draft.id}`, draft })),
    ...unclear(agency),
    ...unconfirmed(agency, now),
  ];
  return [
    ...(inPlace ? [unled(agency)] : []),
    ...requests(agency),
    ...extensions(agency, member, beside),
    ...away(agency, member).filter(({ member: gone }) => !inPlace || !holds(gone, 'coordinator')),
    ...leftGroups(agency, member, now),
    ...silent(agency, now),
    ...failed(agency, member, now),
    ...quota(agency, member, now, beside),
    ...nobody(agency),
    ...(inPlace ? [] : papers()),
  ].slice(0, MOST);
}

/** New again when another coordinator falls away; who of them is told of stands in it, so that they are not told of twice. */
function unled(agency: Agency): Matter {
  return { kind: 'unled', key: `unled ${unledSince(agency)}`, away: coordinators(agency) };
}

/** When LINE lost the last coordinator; 0 = there is none to be lost. */
function unledSince(agency: Agency): Instant {
  return Math.max(0, ...coordinators(agency).map(({ away }) => away?.since ?? 0));
}

function requests(agency: Agency): Matter[] {
  return Object.values(agency.requests).map(({ id, at }) => ({
    kind: 'request',
    key: `request ${id}`,
    request: id,
    at,
  }));
}

/**
 * Those the coordinators are to decide, or that nobody can; the rest is for heads, who are told by themselves unless messages
 * run short.
 */
function extensions(agency: Agency, member: string, { requests = [] }: Beside): Matter[] {
  const untold = (item: Item, asked: Extension) =>
    requests.some((one) => one.item.id === item.id && one.asked.id === asked.id);
  return waiting(agency)
    .filter(({ item, asked }) => {
      const deciders = decidersOf(agency, item, asked);
      const own = !standsIn(agency, member) && deciders.some(({ id }) => id === member);
      return own || (deciders.length === 0 && isUnled(agency)) || untold(item, asked);
    })
    .map(({ item, asked: extension }): Matter => {
      const key = `extension ${extension.id} ${item.id}`;
      return { kind: 'extension', key, item, extension };
    });
}

function away(agency: Agency, self: string): Extract<Matter, { kind: 'away' }>[] {
  return Object.values(agency.members).flatMap((member): Extract<Matter, { kind: 'away' }>[] => {
    if (member.reachable || member.id === self) return [];
    const deputy = member.deputy === null ? undefined : known(agency.members, member.deputy);
    const key = `away ${member.id} ${member.away?.since ?? 0}`;
    return [{ kind: 'away', key, member, deputy: deputy?.reachable ? deputy.id : null }];
  });
}

/** Who is away altogether is told as that. */
function leftGroups(agency: Agency, self: string, now: Instant): Matter[] {
  return agency.departures.flatMap((one): Matter[] => {
    const member = known(agency.members, one.member);
    const group = known(agency.groups, one.group);
    const told = one.at <= shownSince(agency, self, now);
    if (told || group === undefined || !member?.reachable || member.id === self) return [];
    const key = `left-group ${member.id} ${group.id} ${one.at}`;
    return [{ kind: 'left-group', key, member, group, at: one.at }];
  });
}

function silent(agency: Agency, now: Instant): Matter[] {
  return silentDivisions(agency, now).map((silence) => {
    const { division, since, top } = silence;
    return { kind: 'silent', key: `silent ${division} ${since}${top ? ' top' : ''}`, silence };
  });
}

/**
 * What is told once is shown for a week, or until he was told. Before he came to read it in another's place that one was; since
 * when nobody knows where that one left: then it is the week.
 */
function shownSince(agency: Agency, self: string, now: Instant): Instant {
  const before = standsIn(agency, self) ? unledSince(agency) || now : 0;
  return Math.min(now - ONCE_SHOWN_MS, Math.max(lastToldAt(agency, self) ?? 0, before));
}

/** A member LINE refused is told as one who is away; what is stale is said anew. */
function failed(agency: Agency, self: string, now: Instant): Matter[] {
  const since = shownSince(agency, self, now);
  return agency.failures
    .filter(
      ({ at, reason, to }) =>
        at > since && reason !== 'stale' && !(reason === 'dead-target' && to !== null && 'member' in to),
    )
    .map((failure): Matter => ({ kind: 'failed', key: `failed ${failure.outbox}`, failure }));
}

/** Once told it stays a matter for the rest of the month, so that it is not new on every day that is short. */
function quota(agency: Agency, self: string, now: Instant, { held }: Beside): Matter[] {
  const month = monthOf(now);
  const key = `quota ${month}`;
  return held > 0 || toldOf(agency, self)[key] !== undefined ? [{ kind: 'quota', key, month }] : [];
}

function nobody(agency: Agency): Matter[] {
  const working = new Set(
    openPlans(agency)
      .flatMap(({ year }) => itemsOf(agency, year))
      .filter((item) => statusOf(item) !== 'done')
      .flatMap(({ divisions }) => divisions),
  );
  const people = (division: string) => [
    ...(known(agency.receivers, division) ?? []).flatMap((id) => known(agency.members, id) ?? []),
    ...holding(agency, 'staff', division),
    ...holding(agency, 'head', division),
  ];
  return [...working]
    .filter((division) => reachedOf(agency, people(division)).length === 0)
    .map((division) => ({ kind: 'nobody', key: `nobody ${division}`, division }));
}

/** One matter a plan, new again when the plan changes. */
function unclear(agency: Agency): Matter[] {
  return openPlans(agency).flatMap(({ year, revised }) => {
    const items = itemsOf(agency, year).filter((item) => statusOf(item) !== 'done');
    const lists = {
      undated: items.filter(
        (item) => finishDue(agency, item) === null && reportDues(agency, item).length === 0,
      ),
      ownerless: items.filter(({ divisions }) => divisions.length === 0),
    };
    return (['undated', 'ownerless'] as const)
      .filter((kind) => lists[kind].length > 0)
      .map((kind): Matter => ({ kind, key: `${kind} ${year} ${revised}`, year, items: lists[kind] }));
  });
}

function unconfirmed(agency: Agency, now: Instant): Matter[] {
  const oit = openPlans(agency).filter(
    ({ year, oitDueConfirmed }) =>
      !oitDueConfirmed && itemsOf(agency, year).some((item) => item.kind === 'oit'),
  );
  return [
    ...oit.map(
      ({ year, oitDue }): Matter => ({ kind: 'oit-due', key: `oit-due ${year}`, year, date: oitDue }),
    ),
    ...(openPlans(agency).length === 0 ? [] : yearsUnconfirmed(agency, dayOf(now))).map(
      ({ year, listed }): Matter => {
        const key = `holidays ${year}${listed ? '' : ' none'}`;
        return { kind: 'holidays', key, year, listed };
      },
    ),
  ];
}

/** What he was last told, by key, and when. */
export function toldOf(agency: Agency, member: string): Readonly<Record<string, Instant>> {
  return known(agency.matters, member) ?? {};
}

/** When he last got a card; null = never. */
export function lastToldAt(agency: Agency, member: string): Instant | null {
  const moments = Object.values(toldOf(agency, member));
  return moments.length === 0 ? null : Math.max(...moments);
}

/** Coordinators LINE reaches. */
export function coordinatorsReached(agency: Agency): Member[] {
  return coordinators(agency).filter(({ reachable }) => reachable);
}

/**
 * The members a card is for: coordinators LINE reaches. While it reaches none, whoever can see to it that there is one
 * again: the ปลัด, else the นายก, else the heads; of those whom LINE does not reach, their deputies. Empty when there is
 * nobody at all.
 */
export function cardReaders(agency: Agency): Member[] {
  const reached = coordinatorsReached(agency);
  if (reached.length > 0) return reached;
  const instead = [
    executives(agency, ['palad', undefined]),
    executives(agency, ['palad', 'nayok', undefined]),
    Object.values(agency.members).filter((member) => holds(member, 'head')),
  ].map((people) => reachedOf(agency, people));
  return instead.find((people) => people.length > 0) ?? [];
}

function isUnled(agency: Agency): boolean {
  return coordinatorsReached(agency).length === 0;
}

/** True when he gets the card because no coordinator does. */
function standsIn(agency: Agency, id: string): boolean {
  const member = known(agency.members, id);
  return isUnled(agency) && (member === undefined || !holds(member, 'coordinator'));
}
