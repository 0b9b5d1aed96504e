import type { Page } from '../domain/page.ts';
import type { OpenQuestions } from './open-questions.ts';
import type { Clock, Ids, Line, Log, Queue, Store } from './ports.ts';
import type { Quotas } from './quota.ts';

/** What every flow is given. */
export interface World {
  readonly store: Store;
  /** Wakes an agency for its sweep and its replies, which must not wait for anything. */
  readonly queue: Queue;
  /** Wakes an agency for its pushes: a slow one may hold up others of its kind, never an answer. */
  readonly pushes: Queue;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What the bot asked and waits for, in this process. */
  readonly questions: OpenQuestions;
  /** The month's messages and the sizes of groups, as LINE told them last. */
  readonly quotas: Quotas;
  readonly log: Log;
  /** The LINE account of an agency, or null when none is configured for it (its messages then wait). */
  line(agency: string): Line | null;
  /** The address of a signed page, good for seven days; null when this server has no public address. */
  link(agency: string, page: Page): string | null;
  /** When this process began: replies older than this may have been tried by the one before. */
  readonly started: number;
  /** Aborted when the process ends: no new try is begun. */
  readonly stopping: AbortSignal;
}
