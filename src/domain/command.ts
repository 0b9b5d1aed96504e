import type { Assessment, ExtensionRef, ItemFacts, RecordedList } from './agency.ts';
import type { Day, Instant, Month } from './calendar.ts';
import type { Actor } from './entry.ts';
import type {
  ChatRef,
  EventOf,
  GroupPurpose,
  Holiday,
  Recipient,
  ReminderLine,
  RoleIn,
  Status,
  TextRef,
} from './event.ts';
import type { Policy } from './policy.ts';
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
      /** Anyone may show it, and each waits for the coordinator. */
      readonly general?: true | undefined;
    }
  | {
      readonly type: 'join';
      readonly member: string;
      readonly invite: string;
      /** He waited for an approval he does not need any more. */
      readonly request?: string | undefined;
    }
  /** Somebody shows a general code. */
  | { readonly type: 'ask-join'; readonly by: Actor; readonly request: string; readonly invite: string }
  | {
      readonly type: 'approve-join';
      readonly by: Actor;
      readonly request: string;
      readonly member: string;
      readonly roles: readonly RoleIn[];
    }
  | { readonly type: 'refuse-join'; readonly by: Actor; readonly request: string }
  | {
      readonly type: 'change-roles';
      readonly by: Actor;
      readonly member: string;
      readonly roles: readonly RoleIn[];
    }
  | {
      readonly type: 'set-acting';
      readonly by: Actor;
      readonly acting: string;
      readonly member: string;
      readonly role: RoleIn;
      readonly from: Day;
      readonly until: Day;
    }
  | { readonly type: 'end-acting'; readonly by: Actor; readonly acting: string }
  | {
      readonly type: 'set-deputy';
      readonly by: Actor;
      readonly member: string;
      readonly deputy: string | null;
    }
  | {
      readonly type: 'set-receivers';
      readonly by: Actor;
      readonly division: string;
      readonly members: readonly string[];
    }
  | {
      readonly type: 'assign-item';
      readonly by: Actor;
      readonly item: string;
      readonly person: string | null;
      readonly deputy: string | null;
    }
  /** Everything `from` sees to, `to` sees to from now on. */
  | { readonly type: 'hand-over'; readonly by: Actor; readonly from: string; readonly to: string }
  | { readonly type: 'leave' | 'erase-member'; readonly by: Actor; readonly member: string }
  | {
      readonly type: 'make-group-code';
      readonly by: Actor;
      readonly code: string;
      readonly purpose: GroupPurpose;
      readonly division?: string | undefined;
      readonly expires: Instant;
      /** One group more; otherwise it takes the place of the one there is. */
      readonly extra?: true | undefined;
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
      readonly type: 'change-presence';
      readonly member: string;
      readonly group: string;
      /** False when he left it. */
      readonly present: boolean;
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
  | { readonly type: 'set-policy'; readonly by: Actor; readonly policy: Policy }
  | {
      readonly type: 'set-holidays';
      readonly by: Actor;
      /** Buddhist year, January to December. */
      readonly year: number;
      readonly source: string;
      readonly confirmed: boolean;
      readonly days: readonly Holiday[];
    }
  | {
      readonly type: 'set-oit-due';
      readonly by: Actor;
      readonly year: number;
      readonly date: Day;
      readonly confirmed: boolean;
    }
  | { readonly type: 'set-meetings'; readonly by: Actor; readonly days: readonly Day[] }
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
      readonly type: 'decide-extension';
      readonly by: Actor;
      /** All items of the request that the decider may decide. */
      readonly extension: string;
      readonly granted: boolean;
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
      /** Absent = 1; 0 = it rides on an answer. */
      readonly cost?: number | undefined;
    }
  | {
      readonly type: 'tell-extensions';
      readonly member: string;
      /** Requests that wait for him, or what was decided on his own. */
      readonly extensions: readonly ExtensionRef[];
      readonly outbox: string;
      /** Absent = 1; 0 = it rides on an answer or goes with his reminder. */
      readonly cost?: number | undefined;
    }
  | {
      readonly type: 'send-card';
      readonly member: string;
      readonly matters: readonly string[];
      readonly outbox: string;
      readonly cost?: number | undefined;
    }
  | {
      readonly type: 'post-summary';
      readonly month: Month;
      readonly to: readonly Recipient[];
      readonly outbox: readonly string[];
      readonly cost?: number | undefined;
    }
  | ({ readonly type: 'note-failure' } & Omit<EventOf<'delivery-failed'>, 'type' | 'v'>);

/**
 * The speaker's newest act in this chat (a report, evidence, a snooze, an extension asked for or decided; a whole message),
 * the one a button belongs to, or his newest of each named item.
 */
export type UndoWhat =
  | { readonly kind: 'newest' }
  /** `act` = the id of a report, evidence, extension or snooze, or that of a decision (`decisionId`). */
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
  /** Of items several divisions share: whose part is told; absent = the speaker's own, or all of it. */
  readonly divisions?: readonly string[] | undefined;
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
