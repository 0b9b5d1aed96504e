import type { Month } from '../domain/calendar.ts';
import type { Status } from '../domain/event.ts';
import type { ItemNumber } from '../domain/item.ts';

/** What a text means: about language, not about permission. Names are those of the understanding spec. */
export type Intent =
  | {
      readonly intent: 'report_status';
      readonly items: readonly ItemNumber[];
      /** Fiscal year (BE), when said. */
      readonly year: number | null;
      readonly status: Status;
      readonly percent?: number | undefined;
      /** What else was said with it, normalised; empty = nothing. */
      readonly note: string;
    }
  | { readonly intent: 'ask_missing_items'; readonly division: DivisionSaid }
  | {
      readonly intent: 'ask_item_detail';
      readonly items: readonly ItemNumber[];
      readonly year: number | null;
    }
  | { readonly intent: 'ask_division_status'; readonly division: DivisionSaid }
  | { readonly intent: 'ask_summary_month'; readonly month: Month; readonly division: DivisionSaid }
  | { readonly intent: 'undo_last'; readonly items: readonly ItemNumber[]; readonly year: number | null }
  | {
      readonly intent:
        | 'ask_overall_progress'
        | 'list_measures_public'
        | 'complain_or_contact'
        | 'register_member'
        | 'acknowledge_reminder'
        | 'help'
        | 'greeting'
        | 'thanks';
    }
  /** Group chatter: stay silent. */
  | { readonly intent: 'none' }
  /** Ask back. `items` = an item was named, but not what about it. */
  | { readonly intent: 'ambiguous'; readonly items: readonly ItemNumber[]; readonly year: number | null };

/** A division's code, all of them, the speaker's own (กองเรา), or nothing said. */
export type DivisionSaid = string | 'ALL' | null;
