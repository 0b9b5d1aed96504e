import type { Assessment, ItemFacts, RecordedList } from './agency.ts';
import type { Day, Instant, Month } from './calendar.ts';
import type { Actor } from './entry.ts';
import type {
  ChatRef,
  EventOf,
  GroupPurpose,
  Recipient,
  ReminderLine,
  RoleIn,
  Status,
  TextRef,
} from './event.ts';
import type { Revision } from './revision.ts';

/** What someone (or the clock) wants to happen. Ids are made by the caller: `decide` knows neither time nor chance. */
export type Command =
  | ({ readonly type: 'add-agency' } & Omit<EventOf<'agency-added'>, 'type' | 'v'>)
  | {
      readonly type: 'make-invite';
      readonly by: Actor;
      readonly invite: string;
      readonly roles: readonly RoleIn[];
      readonly expires: Instant;
    }
  | { readonly type: 'join'; readonly member: string; readonly invite: string }
  | {
      readonly type: 'make-group-code';
      readonly by: Actor;
      readonly code: string;
      readonly purpose: GroupPurpose;
      readonly division?: string | undefined;
      readonly expires: Instant;
    }
  | { readonly type: 'bind-group'; readonly group: string; readonly code: string }
  | { readonly type: 'leave-group'; readonly group: string }
  | {
      readonly type: 'change-reach';
      readonly member: string;
      readonly reachable: boolean;
      readonly why: EventOf<'reach-changed'>['why'];
    }
  | {
      /** A first import too. */
      readonly type: 'revise-plan';
      readonly by: Actor;
      /** The id the import gets. */
      readonly revision: string;
      /** As `revise`, `firstImport`, `listMove` or `rollOver` made it, its doubts settled. */
      readonly change: Revision;
    }
  | { readonly type: 'undo-import'; readonly by: Actor; readonly revision: string }
  | ({ readonly type: 'record-list'; readonly by: Actor } & RecordedList)
  | { readonly type: 'open-plan' | 'close-plan' | 'publish-plan'; readonly by: Actor; readonly year: number }
  | {
      readonly type: 'adopt-list';
      readonly by: Actor;
      readonly year: number;
      /** The year whose O-item list is taken over. */
      readonly from: number;
      /** As `provisionalItems` makes them. */
      readonly items: readonly ItemFacts[];
    }
  | ReportCommand
  | GiveEvidenceCommand
  | {
      readonly type: 'ask-extension';
      readonly by: Actor;
      readonly extension: string;
      readonly chat: ChatRef;
      readonly items: readonly string[];
      readonly until: Day;
      readonly reason?: TextRef | undefined;
    }
  | {
      readonly type: 'snooze';
      readonly by: Actor;
      readonly snooze: string;
      readonly chat: ChatRef;
      /** Empty = what was last reminded to him, here or in 1:1. */
      readonly items: readonly string[];
      readonly until: Day;
    }
  | {
      readonly type: 'acknowledge';
      readonly by: Actor;
      readonly chat: ChatRef;
      /** Empty = what was last reminded to him, here or in 1:1. */
      readonly items: readonly string[];
    }
  | ({ readonly type: 'record-assessment'; readonly by: Actor } & Assessment)
  | {
      readonly type: 'undo';
      readonly by: Actor;
      readonly chat: ChatRef;
      /** When he said so: what he reported after that stays, though it may have come before. */
      readonly at: Instant;
      readonly what: UndoWhat;
    }
  | {
      readonly type: 'remind';
      readonly member: string;
      readonly lines: readonly ReminderLine[];
      readonly outbox: string;
    }
  | {
      readonly type: 'post-summary';
      readonly month: Month;
      readonly to: readonly Recipient[];
      readonly outbox: readonly string[];
    }
  | ({ readonly type: 'note-failure' } & Omit<EventOf<'delivery-failed'>, 'type' | 'v'>);

/**
 * The speaker's newest act in this chat (a report, evidence, a snooze or an extension asked for; a whole message), the
 * one a button belongs to, or his newest of each named item.
 */
export type UndoWhat =
  | { readonly kind: 'newest' }
  /** `act` = the id of a report, evidence, extension or snooze. */
  | { readonly kind: 'act'; readonly act: string }
  | { readonly kind: 'items'; readonly items: readonly string[] };

/** One message's reports: kept together or not at all. */
export interface ReportCommand {
  readonly type: 'report';
  readonly by: Actor;
  /** One id for the whole message, so that it can be undone whole. */
  readonly report: string;
  readonly chat: ChatRef;
  readonly items: readonly {
    readonly item: string;
    /** Null only with `replaces`: the status of the report taken back. */
    readonly status: Status | null;
    readonly percent?: number | undefined;
  }[];
  readonly note?: TextRef | undefined;
  /**
   * Items whose newest report by the speaker in this chat was meant for others: it is taken back in the same step. An
   * item of `items` without a status takes theirs over.
   */
  readonly replaces?: readonly string[] | undefined;
  /** Links given in the same message, of the items reported. */
  readonly evidence?: TextRef | undefined;
  /** The entry a button was drawn from; absent for typed text. */
  readonly drawnFrom?: number | undefined;
}

/** A link for one or more items; kept for all or for none. Does not change their status. */
export interface GiveEvidenceCommand {
  readonly type: 'give-evidence';
  readonly by: Actor;
  /** One id for the whole message, so that it can be undone whole. */
  readonly evidence: string;
  readonly chat: ChatRef;
  readonly items: readonly string[];
  readonly content: TextRef;
}
