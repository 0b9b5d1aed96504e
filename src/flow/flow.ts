import type { Clock, Ids, Line, Log, Queue, Store } from './ports.ts';

/** What every flow is given. */
export interface World {
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
  /** When this process began: replies older than this may have been tried by the one before. */
  readonly started: number;
  /** Aborted when the process ends: no new try is begun. */
  readonly stopping: AbortSignal;
}
