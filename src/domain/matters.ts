/**
 * What waits for a coordinator. Each matter has a key that stays as long as it is the same one, so that the card tells it
 * when it is new and again only with a new week.
 */
import type { Agency, Extension, Failure, Item, Member } from './agency.ts';
import { type Day, dayOf, HOUR_MS, type Instant, type Month, monthOf } from './calendar.ts';
import { finishDue, reportDues } from './due.ts';
import { decidersOf, waiting } from './extension.ts';
import { yearsUnconfirmed } from './holidays.ts';
import { itemsOf, openPlans, statusOf } from './item.ts';
import { known } from './known.ts';
import { holds } from './permission.ts';
import { holding, reachedOf } from './receivers.ts';
import { type Silence, silentDivisions } from './silence.ts';

export type Matter = { readonly key: string } /** Somebody showed a general code. */ & (
  | { readonly kind: 'request'; readonly request: string; readonly at: Instant }
  | { readonly kind: 'extension'; readonly item: Item; readonly extension: Extension }
  /** LINE does not reach a member. `deputy`: who is reminded in his place; null = nobody was named. */
  | { readonly kind: 'away'; readonly member: Member; readonly deputy: string | null }
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
  | { readonly kind: 'holidays'; readonly year: number; readonly listed: boolean }
);

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
}

export const NOTHING_BESIDE: Beside = { drafts: [], held: 0 };

/** A card and its entry hold so many; what is over that waits until others are settled. */
const MOST = 60;
const FAILURES_SHOWN_MS = 7 * 24 * HOUR_MS;

/** Everything that waits for this coordinator at `now`, what others wait for first. */
export function mattersFor(agency: Agency, member: string, now: Instant, beside: Beside): Matter[] {
  return [
    ...requests(agency),
    ...extensions(agency, member),
    ...away(agency, member),
    ...silent(agency, now),
    ...failed(agency, member, now),
    ...quota(agency, member, now, beside),
    ...nobody(agency),
    ...beside.drafts
      .filter(({ until }) => until >= now)
      .map((draft): Matter => ({ kind: 'draft', key: `draft ${draft.id}`, draft })),
    ...unclear(agency),
    ...unconfirmed(agency, now),
  ].slice(0, MOST);
}

function requests(agency: Agency): Matter[] {
  return Object.values(agency.requests).map(({ id, at }) => ({
    kind: 'request',
    key: `request ${id}`,
    request: id,
    at,
  }));
}

/** Those the coordinators are to decide; the rest is for heads, who are told by themselves. */
function extensions(agency: Agency, member: string): Matter[] {
  return waiting(agency)
    .filter(({ item, asked }) => decidersOf(agency, item, asked).some(({ id }) => id === member))
    .map(({ item, asked: extension }): Matter => {
      const key = `extension ${extension.id} ${item.id}`;
      return { kind: 'extension', key, item, extension };
    });
}

function away(agency: Agency, self: string): Matter[] {
  return Object.values(agency.members).flatMap((member): Matter[] => {
    if (member.reachable || member.id === self) return [];
    const deputy = member.deputy === null ? undefined : known(agency.members, member.deputy);
    const key = `away ${member.id} ${member.away?.since ?? 0}`;
    return [{ kind: 'away', key, member, deputy: deputy?.reachable ? deputy.id : null }];
  });
}

function silent(agency: Agency, now: Instant): Matter[] {
  return silentDivisions(agency, now).map((silence) => {
    const { division, since, top } = silence;
    return { kind: 'silent', key: `silent ${division} ${since}${top ? ' top' : ''}`, silence };
  });
}

/** Of the last week, or since he was last told. A member LINE refused is told as one who is away; what is stale is said anew. */
function failed(agency: Agency, self: string, now: Instant): Matter[] {
  const since = Math.min(now - FAILURES_SHOWN_MS, lastToldAt(agency, self) ?? 0);
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

/** The members a card is for: coordinators LINE reaches. */
export function coordinatorsReached(agency: Agency): Member[] {
  return Object.values(agency.members).filter((member) => member.reachable && holds(member, 'coordinator'));
}
