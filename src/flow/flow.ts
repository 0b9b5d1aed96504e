import type { Linkable } from '../domain/page.ts';
import type { Memory } from './memory.ts';
import type { Clock, Ids, Line, Log, Queue, Store } from './ports.ts';

/** What every flow is given. */
export interface World extends Memory {
  readonly store: Store;
  /** Wakes an agency for its sweep and its replies, which must not wait for anything. */
  readonly queue: Queue;
  /** Wakes an agency for its pushes: a slow one may hold up others of its kind, never an answer. */
  readonly pushes: Queue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The LINE account of an agency, or null when none is configured for it (its messages then wait). */
  line(agency: string): Line | null;
  /** Its basic id (`@123abcde`), by which people add it as a friend; null = not known, or not yet. */
  account(agency: string): string | null;
  /** The address of a page, good for seven days (of own data for an hour); null when this server has no public address. */
  link(agency: string, page: Linkable): string | null;
  /** When this process began: replies older than this may have been tried by the one before. */
  readonly started: number;
  /** Aborted when the process ends: no new try is begun. */
  readonly stopping: AbortSignal;
}
