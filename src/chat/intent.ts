import type { Day, Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { ItemNumber } from '../domain/item.ts';

/**
 * What a text means: about language, not about permission. Names and slots are those of the understanding spec
 * (`docs/understanding.md` §1), and `year` beside them: the fiscal year (BE), when one was said.
 */
export type Intent =
  | ReportSaid
  | EvidenceSaid
  | ExtensionSaid
  | SnoozeSaid
  | AcknowledgeSaid
  | (Numbers & { readonly intent: 'undo_last' })
  | (Numbers & { readonly intent: 'ask_item_detail' | 'ask_responsible' })
  | { readonly intent: 'ask_missing_items' | 'ask_division_status'; readonly division: DivisionSaid }
  | DueAsked
  | { readonly intent: 'ask_summary_month'; readonly month: Month; readonly division: DivisionSaid }
  | {
      readonly intent: 'request_report_document';
      readonly month: Month | null;
      readonly division: DivisionSaid;
    }
  | { readonly intent: 'register_member'; readonly division: DivisionSaid }
  | { readonly intent: 'complain_or_contact'; readonly division: DivisionSaid }
  | {
      readonly intent:
        | 'ask_overall_progress'
        | 'ask_score'
        | 'list_measures_public'
        | 'help'
        | 'greeting'
        | 'thanks';
    }
  | Ambiguous
  /** Group chatter: stay silent. */
  | { readonly intent: 'none' };

interface Numbers {
  readonly items: readonly ItemNumber[];
  readonly year: number | null;
}

/** Numbers, or every item of the speaker or of the division named (`ทุกข้อเสร็จแล้ว`). */
export type ItemsSaid = readonly ItemNumber[] | 'ALL';

export interface ReportSaid {
  readonly intent: 'report_status';
  /** Every item reported on; with `reports`, all of those. */
  readonly items: ItemsSaid;
  readonly year: number | null;
  /** Null only in a correction that names no status, and with `reports`. */
  readonly status: Status | null;
  readonly percent?: number | undefined;
  /** Only when one message tells different things of different items; then `status` is null. */
  readonly reports: readonly ToldOf[];
  readonly division: DivisionSaid;
  /** Items of an earlier report that the speaker takes back (`ไม่ใช่ O7 นะ O8`). */
  readonly replaces: readonly ItemNumber[];
  /** What else was said with it, normalised; empty = nothing. */
  readonly note: string;
}

/** One part of a message that reports on several items differently. */
export interface ToldOf {
  readonly items: readonly ItemNumber[];
  readonly status: Status;
  readonly percent?: number | undefined;
}

export interface EvidenceSaid extends Numbers {
  readonly intent: 'attach_evidence';
  /** Exactly the characters typed; null = evidence was announced, no link stands in the text. */
  readonly url: string | null;
  /** Only when the same message says it too. */
  readonly status: Status | null;
  /** With the status: what was said before the bot asked which item. */
  readonly percent?: number | undefined;
  readonly note?: string | undefined;
}

export interface ExtensionSaid extends Numbers {
  readonly intent: 'request_extension';
  /** The new date asked for; null = none, or one that cannot be computed (หลังสงกรานต์). */
  readonly dueDate: Day | null;
  readonly division: DivisionSaid;
  /** Why, normalised; empty = nothing. */
  readonly note: string;
}

export interface SnoozeSaid extends Numbers {
  readonly intent: 'snooze_reminder';
  /** The day of the next reminder; null = no time was said. */
  readonly dueDate: Day | null;
}

export interface AcknowledgeSaid extends Numbers {
  readonly intent: 'acknowledge_reminder';
}

/** What falls due in a range of time. `month` and `dueDate` exclude each other; neither = near its date, or late. */
export interface DueAsked {
  readonly intent: 'ask_due';
  /** The last day of the range. */
  readonly dueDate: Day | null;
  readonly month: Month | null;
  /** What is past its date is asked for. */
  readonly overdue: boolean;
  readonly division: DivisionSaid;
}

/** Ask back: which item, or what about it. */
export interface Ambiguous {
  readonly intent: 'ambiguous';
  /** The items that were named or that the words fit; empty = none. */
  readonly items: readonly ItemNumber[];
  readonly year: number | null;
  /** What was surely said, waiting for its item; null = not even that. */
  readonly wanted: Wanted | null;
}

/** An action or question that lacks only its item. */
export type Wanted =
  | { readonly do: 'report'; readonly status: Status; readonly percent?: number; readonly note: string }
  | { readonly do: 'evidence'; readonly url: string | null; readonly status: Status | null }
  | { readonly do: 'extension'; readonly dueDate: Day | null; readonly note: string }
  | { readonly do: 'detail' | 'responsible' };

/** A division's code, several, all of them, or nothing said. กองเรา is the speaker's own when he has only one. */
export type DivisionSaid = string | readonly string[] | 'ALL' | null;
