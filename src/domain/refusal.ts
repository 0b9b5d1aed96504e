import type { Day, Instant, Month } from './calendar.ts';
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
  /** Of an item several divisions share: the one named is none of them. */
  | { readonly kind: 'not-of-division'; readonly item: string; readonly division: string }
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
  /** A correction of what the speaker did not report here within 24 hours, or that leaves this item without a status. */
  | { readonly kind: 'nothing-to-correct'; readonly item: string }
  | { readonly kind: 'already-done'; readonly item: string }
  /** Nobody set a date for it: none can be moved, and nothing is reminded. */
  | { readonly kind: 'no-due'; readonly item: string }
  /** The date asked for is not after the present one, `due`. */
  | { readonly kind: 'not-later'; readonly item: string; readonly due: Day }
  /** The date asked for lies before today. */
  | { readonly kind: 'day-past'; readonly day: Day }
  /** The date asked for lies after `last`, the latest that can be asked for. */
  | { readonly kind: 'too-far'; readonly last: Day }
  /** No address of the web, or one that could read otherwise than it is written. */
  | { readonly kind: 'not-an-address' }
  /** He does not answer for the item: he is not reminded of it. */
  | { readonly kind: 'not-reminded'; readonly item: string }
  /** No item was named, and nothing unfinished was reminded. */
  | { readonly kind: 'nothing-reminded' }
  /** Reminders can be put off to a day from `first` to `last`. */
  | { readonly kind: 'snooze-day'; readonly first: Day; readonly last: Day }
  /** No O-item list is established for the year. */
  | { readonly kind: 'no-such-list'; readonly year: number }
  /** The plan has an O-item list already: that of `list`. */
  | { readonly kind: 'list-exists'; readonly year: number; readonly list: number }
  /** The item is no longer part of the plan: its newest document does not have it. */
  | { readonly kind: 'withdrawn'; readonly item: string }
  /** The plan (or this item of it) changed since the preview was made: a new preview is needed. */
  | { readonly kind: 'plan-moved'; readonly year: number; readonly item: string | null }
  /** So many questions of the preview are not answered. */
  | { readonly kind: 'unsettled'; readonly doubts: number }
  | { readonly kind: 'no-such-import' }
  /** A newer import of the plan stands: that one goes first. */
  | { readonly kind: 'not-newest-import'; readonly newest: string; readonly at: Instant }
  /** The plan took over an O-item list since the import. */
  | { readonly kind: 'import-built-on'; readonly year: number }
  /** A list needs its items numbered once each, and its source. */
  | { readonly kind: 'list-unclear' }
  | { readonly kind: 'code-unknown' }
  | { readonly kind: 'code-used' }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'summary-posted' }
  /** He was told today already. */
  | { readonly kind: 'card-sent' }
  /** Nobody waits under this id any more. */
  | { readonly kind: 'no-such-request' }
  /** No member of this id, or he left. */
  | { readonly kind: 'no-such-person' }
  /** A head sees to his own division only: this is of `divisions`. */
  | { readonly kind: 'not-your-division'; readonly divisions: readonly string[] }
  /** An executive reports nothing: no item is given to him. */
  | { readonly kind: 'reads-only'; readonly member: string }
  /** He has no role in the division. */
  | { readonly kind: 'not-in-division'; readonly member: string; readonly division: string }
  /** Nobody would be left to let people in, import and settle. */
  | { readonly kind: 'last-coordinator' }
  | { readonly kind: 'no-such-acting' }
  /** Somebody else acts in this place on some of the days, the last of them `until`. */
  | { readonly kind: 'acting-taken'; readonly member: string; readonly until: Day }
  /** A span that ends before it begins, or lies in the past. */
  | { readonly kind: 'span-wrong'; readonly from: Day; readonly until: Day }
  /** A person is not his own deputy, and hands nothing over to himself. */
  | { readonly kind: 'same-person' }
  | { readonly kind: 'nothing-to-hand-over'; readonly member: string }
  /** Nobody wants this later date any more: it was taken back, or never asked. */
  | { readonly kind: 'no-such-extension' }
  | { readonly kind: 'decided-already'; readonly item: string; readonly granted: boolean }
  /** Nobody decides his own: a head's is the coordinator's to decide, a coordinator's another's. */
  | { readonly kind: 'own-request' }
  /** What of a reminder policy makes no sense. */
  | { readonly kind: 'policy-wrong'; readonly what: 'order' | 'hours' | 'nothing-left' | 'range' }
  /** A day outside of the year its list is of, or twice in it. */
  | { readonly kind: 'holiday-wrong'; readonly day: Day }
  /** The end of an OIT window outside of the years it may lie in. */
  | { readonly kind: 'oit-due-wrong'; readonly year: number }
  /** Meetings of which two lie in one month, or one on no day there is. */
  | { readonly kind: 'meetings-wrong'; readonly month: Month };
