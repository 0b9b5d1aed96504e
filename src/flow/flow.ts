import type { Clock, Ids, Line, Log, Queue, Store } from './ports.ts';

/** What every flow is given. */
export interface World {
  readonly store: Store;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The LINE account of an agency, or null when none is configured for it (its messages then wait). */
  line(agency: string): Line | null;
  /** When this process began: replies older than this may have been tried by the one before. */
  readonly started: number;
}
