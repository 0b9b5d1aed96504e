import type { Agency, Item, Member, Plan } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { TextRef } from '../domain/event.ts';
import { openPlans } from '../domain/item.ts';
import type { Linkable } from '../domain/page.ts';
import { divisionsOf, onlyDivisionOf } from '../domain/permission.ts';
import { isProvisional } from '../domain/provisional.ts';
import { mayAnswer } from '../domain/receivers.ts';
import type { ButtonPlace } from './buttons.ts';
import type { Link } from './cards.ts';
import type { DivisionSaid } from './intent.ts';
import { CONSOLE, itemName, planYear, provisionalWords, SOMEBODY, yearWords } from './words.ts';
import { LABEL } from './words-buttons.ts';

/** Everything an answer depends on, fetched beforehand: the bot's words are a pure function of it. */
export interface Scene {
  readonly agency: Agency;
  /** Hash of the newest ledger entry, for summaries. */
  readonly head: string;
  readonly now: Instant;
  /** The id of the bound group it is said in, or null in 1:1. */
  readonly group: string | null;
  /** The member spoken to; null = a citizen, or someone in a group whom LINE does not name. */
  readonly member: Member | null;
  /** Names of members by id, as far as they were fetched. */
  readonly names: ReadonlyMap<string, string>;
  /** Notes, links and reasons by the id of the text, as far as they were fetched and were not erased. */
  readonly texts: ReadonlyMap<string, string>;
  /** The address of a page, good for 7 days; null when the server has no public address. */
  readonly link: (page: Linkable) => string | null;
}

export function placeOf(scene: Scene): ButtonPlace {
  return { group: scene.group !== null, years: openPlans(scene.agency).length > 1 };
}

/** The place of buttons about one item: of a year that is not open their words must say which. */
export function placeFor(scene: Scene, item: Item): ButtonPlace {
  const place = placeOf(scene);
  return { ...place, years: place.years || !isOpen(scene.agency, item) };
}

/** `O12`, or `O12 ปี 2569` when two years are open or the item's is not. */
export function labelOf(scene: Scene, item: Item): string {
  return placeFor(scene, item).years ? `${itemName(item)} ${yearWords(item.year)}` : itemName(item);
}

function isOpen(agency: Agency, item: Item): boolean {
  return agency.plans[item.year]?.state === 'open';
}

/** Someone who is told published things only. */
export function isCitizen(scene: Scene): boolean {
  return scene.member === null && scene.group === null;
}

/** A member's name; the terminal for null; someone erased or unknown stays nameless. */
export function nameOf(scene: Scene, member: string | null): string {
  return member === null ? CONSOLE : scene.names.get(member) || SOMEBODY;
}

export function divisionNamed(agency: Agency, code: string): string {
  return agency.profile?.divisions.find((division) => division.code === code)?.name ?? code;
}

export function officeName(agency: Agency): string {
  return agency.profile?.shortName ?? '';
}

/** The only division of the person spoken to, or null when he has none or several. */
export function ownDivision(scene: Scene): string | null {
  return onlyDivisionOf(scene.member);
}

/** The codes of the divisions said; empty = none was said, or all of them: the whole agency. */
export function divisionsSaid(said: DivisionSaid): readonly string[] {
  if (said === null || said === 'ALL') return [];
  return typeof said === 'string' ? [said] : [...new Set(said)];
}

/** True when report buttons make sense here: in a group anyone may press, and the words he then says are checked. */
export function mayReportHere(scene: Scene, item: Item): boolean {
  if (!isOpen(scene.agency, item)) return false;
  return scene.group !== null || (scene.member !== null && mayAnswer(scene.agency, scene.member, item));
}

/** True in 1:1 for an item of the asker's own divisions: he is offered the next step right in a list. */
export function isOwn(scene: Scene, item: Item): boolean {
  if (scene.group !== null || scene.member === null) return false;
  return divisionsOf(scene.member).some((code) => item.divisions.includes(code));
}

/** A text kept beside the ledger; empty = nothing was said, or it was erased. */
export function textOf(scene: Scene, ref: TextRef | undefined): string {
  return ref === undefined ? '' : (scene.texts.get(ref.id) ?? '');
}

/** The mark of O-items that come from another year's list; empty when none of the items does. */
export function markOf(agency: Agency, items: readonly Pick<Item, 'kind' | 'year'>[]): string {
  const oit = items.find((item) => item.kind === 'oit' && provisionalList(agency.plans[item.year]) !== null);
  const list = oit === undefined ? null : provisionalList(agency.plans[oit.year]);
  return list === null ? '' : provisionalWords(list);
}

function provisionalList(plan: Plan | undefined): number | null {
  return plan !== undefined && isProvisional(plan) ? plan.catalogue : null;
}

/** Which plan an item belongs to, with the mark of a provisional list. */
export function yearLine(agency: Agency, item: Item): string {
  return `${planYear(item)} ${markOf(agency, [item])}`.trim();
}

/** A card without a link. */
export const NO_LINK: Link = { link: '', linkLabel: '' };

/** A card's link to a page; without a public address it is empty, and the card has no such button. */
export function linkTo(scene: Scene, page: Linkable, linkLabel: string = LABEL.openAll): Link {
  return { link: scene.link(page) ?? '', linkLabel };
}
