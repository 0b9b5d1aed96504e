import type { Agency, Item, Member } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { TextRef } from '../domain/event.ts';
import { openPlans } from '../domain/item.ts';
import type { Page } from '../domain/page.ts';
import { mayReport, onlyDivisionOf } from '../domain/permission.ts';
import type { ButtonPlace } from './buttons.ts';
import { CONSOLE, SOMEBODY } from './words.ts';

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
  readonly link: (page: Page) => string | null;
}

export function placeOf(scene: Scene): ButtonPlace {
  return { group: scene.group !== null, years: openPlans(scene.agency).length > 1 };
}

/** A member's name; the terminal for null; someone erased or unknown stays nameless. */
export function nameOf(scene: Scene, member: string | null): string {
  return member === null ? CONSOLE : scene.names.get(member) || SOMEBODY;
}

export function divisionNamed(agency: Agency, code: string): string {
  return agency.profile?.divisions.find((division) => division.code === code)?.name ?? code;
}

/** The only division of the person spoken to, or null when he has none or several. */
export function ownDivision(scene: Scene): string | null {
  return onlyDivisionOf(scene.member);
}

/** True when report buttons make sense here: in a group anyone may press, and the words he then says are checked. */
export function mayReportHere(scene: Scene, item: Item): boolean {
  return scene.group !== null || (scene.member !== null && mayReport(scene.member, item));
}

/** A text kept beside the ledger; empty = nothing was said, or it was erased. */
export function textOf(scene: Scene, ref: TextRef | undefined): string {
  return ref === undefined ? '' : (scene.texts.get(ref.id) ?? '');
}
