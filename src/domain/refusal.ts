import type { Instant } from './calendar.ts';
import type { Status } from './event.ts';

/** Why a command was not done. A value, not an error: `chat/` says it in Thai, the terminal in English. */
export type Refusal =
  | { readonly kind: 'agency-exists' }
  | { readonly kind: 'no-agency' }
  | { readonly kind: 'not-a-member' }
  /** Someone else may: whoever holds one of these roles. */
  | { readonly kind: 'not-permitted'; readonly who: readonly ('coordinator' | 'staff' | 'head')[] }
  | { readonly kind: 'not-your-item'; readonly item: string; readonly divisions: readonly string[] }
  | { readonly kind: 'no-such-item' }
  | { readonly kind: 'no-such-division'; readonly division: string }
  | { readonly kind: 'division-needed' }
  | { readonly kind: 'role-needed' }
  /** A summary or reminder without anyone or anything in it. */
  | { readonly kind: 'nothing-to-say' }
  | { readonly kind: 'no-such-plan'; readonly year: number }
  | { readonly kind: 'plan-exists'; readonly year: number }
  | { readonly kind: 'plan-not-open'; readonly year: number; readonly state: 'draft' | 'open' | 'closed' }
  /** The button is older than the item's last change. */
  | { readonly kind: 'stale'; readonly item: string; readonly present: Status }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'too-late-to-undo'; readonly at: Instant }
  | {
      readonly kind: 'changed-since';
      readonly item: string;
      readonly by: string | null;
      readonly at: Instant;
    }
  | { readonly kind: 'code-unknown' }
  | { readonly kind: 'code-used' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'summary-posted' };
