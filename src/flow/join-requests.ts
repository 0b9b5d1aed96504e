/**
 * Who waits to be let in, beside the ledger: his LINE id as key, and what he typed of himself. Once refused, only a hash of
 * his LINE id stays for a week, so that he can be told, and asks again no sooner than the next day.
 */
import { type Applicant, readApplicant } from '../chat/applicant.ts';
import type { Agency } from '../domain/agency.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { known } from '../domain/known.ts';
import { keptMs } from '../domain/retention.ts';
import type { World } from './flow.ts';
import type { BesideChange, BesideRecord } from './ports.ts';

export interface JoinRequestKept {
  readonly id: string;
  /** LINE id. */
  readonly user: string;
  /** His own words; empty = none yet. */
  readonly said: string;
}

export function putRequest({ id, user, said }: JoinRequestKept): BesideChange {
  return { do: 'put', record: { kind: 'request', id, key: user, value: { said } } };
}

export function dropRequest(id: string): BesideChange {
  return { do: 'drop', kind: 'request', id };
}

/** The request this person made, if the ledger knows it too. */
export async function requestOf(world: World, agency: Agency, user: string): Promise<JoinRequestKept | null> {
  return ofRecord(agency, await world.store.besideByKey(agency.id, 'request', user));
}

/** The request of an id, which may be forged. */
export async function requestWithId(
  world: World,
  agency: Agency,
  id: string,
): Promise<JoinRequestKept | null> {
  return ofRecord(agency, await world.store.beside(agency.id, 'request', id));
}

function ofRecord(agency: Agency, record: BesideRecord | null): JoinRequestKept | null {
  if (record === null || record.key === null || known(agency.requests, record.id) === undefined) return null;
  return { id: record.id, user: record.key, said: record.value.said ?? '' };
}

export function applicantOf(agency: Agency, { said }: JoinRequestKept): Applicant {
  return readApplicant(said, agency.profile?.divisions ?? []);
}

// ---------------------------------------------------------------- refused

/** Takes the place of the request: name and LINE id are gone. */
export function putRefusal(world: World, { id, user }: JoinRequestKept): BesideChange {
  return refusalRecord(id, world.ids.hashOfCode(user), world.clock.now(), false);
}

export interface JoinRefusal {
  readonly id: string;
  readonly at: Instant;
  /** He was told. */
  readonly told: boolean;
  /** As it is once he was told. */
  readonly afterTold: BesideChange;
}

export async function refusalOf(world: World, agency: string, user: string): Promise<JoinRefusal | null> {
  const record = await world.store.besideByKey(agency, 'request', world.ids.hashOfCode(user));
  if (record === null || record.key === null) return null;
  const at = refusedAt(record);
  const afterTold = refusalRecord(record.id, record.key, at, true);
  return { id: record.id, at, told: record.value.told === 'yes', afterTold };
}

export function mayAskAgain({ at }: JoinRefusal, now: Instant): boolean {
  return dayOf(now) > dayOf(at);
}

/** When what is kept of a refusal goes; null = it is of somebody who still waits. */
export function refusalEnds(record: BesideRecord): Instant | null {
  return record.value.refused === undefined ? null : refusedAt(record) + keptMs('refusal');
}

function refusedAt({ value }: BesideRecord): Instant {
  return Number(value.refused ?? 0);
}

function refusalRecord(id: string, key: string, at: Instant, told: boolean): BesideChange {
  const value = { refused: String(at), told: told ? 'yes' : 'no' };
  return { do: 'put', record: { kind: 'request', id, key, value } };
}
