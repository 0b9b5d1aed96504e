import type { ItemFacts } from './agency.ts';
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
      readonly type: 'import-plan';
      readonly by: Actor;
      readonly year: number;
      readonly title: string | null;
      readonly catalogue: number | null;
      readonly oitDue: Day;
      readonly items: readonly ItemFacts[];
    }
  | { readonly type: 'open-plan' | 'close-plan' | 'publish-plan'; readonly by: Actor; readonly year: number }
  | ReportCommand
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

/** The speaker's newest report in this chat, the one a button belongs to, or his newest of each named item. */
export type UndoWhat =
  | { readonly kind: 'newest' }
  | { readonly kind: 'report'; readonly report: string }
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
    readonly status: Status;
    readonly percent?: number | undefined;
  }[];
  readonly note?: TextRef | undefined;
  /** The entry a button was drawn from; absent for typed text. */
  readonly drawnFrom?: number | undefined;
}
