/** The state of one agency: the fold of its ledger (`evolve.ts`). Plain JSON, so that a snapshot is its text. */
import type { Day, Instant, Month } from './calendar.ts';
import type {
  Channels,
  ChatRef,
  Division,
  EventOf,
  FollowUp,
  GroupPurpose,
  ItemKind,
  Period,
  RoleIn,
  Status,
  TextRef,
} from './event.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';

export interface Agency {
  readonly id: string;
  /** `seq` of the last entry folded in; 0 = nothing happened yet. */
  readonly version: number;
  readonly profile: Profile | null;
  readonly members: Readonly<Record<string, Member>>;
  /** When who left, until his name is erased. */
  readonly left: Readonly<Record<string, Instant>>;
  /** Who showed a general code and waits for the coordinator. */
  readonly requests: Readonly<Record<string, JoinRequest>>;
  /** Whom each division chose to be reminded; absent = as `receiversOf` says. */
  readonly receivers: Readonly<Record<string, readonly string[]>>;
  readonly invites: Readonly<Record<string, Invite>>;
  readonly groupCodes: Readonly<Record<string, GroupCode>>;
  readonly groups: Readonly<Record<string, Group>>;
  /** Who left which group, other than the main staff group, and is not back; the oldest first. */
  readonly departures: readonly Departure[];
  readonly plans: Readonly<Record<number, Plan>>;
  /** Withdrawn ones too: `itemsOf` gives those of a plan. */
  readonly items: Readonly<Record<string, Item>>;
  /** Every import of a plan, in ledger order, those taken back included. */
  readonly imports: readonly PlanImport[];
  /** O-item lists the office recorded itself, by fiscal year. */
  readonly lists: Readonly<Record<number, RecordedList>>;
  /** What was last reminded to whom; the key is `recipientKey`. */
  readonly lastReminders: Readonly<Record<string, LastReminder>>;
  /** What was pushed to each member on the last day of it: owed again should LINE never take it. */
  readonly lastPushes: Readonly<Record<string, readonly LastPush[]>>;
  /** Snoozes not taken back, and not yet replaced by a newer one of the same member and item. */
  readonly snoozes: readonly Snooze[];
  /** Results by fiscal year. */
  readonly assessments: Readonly<Record<number, Assessment>>;
  /** Months whose summary was posted. */
  readonly summaries: readonly Month[];
  /** The newest one; null = none, or every chat it went to is gone. */
  readonly posted: PostedSummary | null;
  readonly policy: Policy;
  /** The office's own holiday lists by Buddhist year: `holidaysOf` also knows those shipped. */
  readonly holidays: Readonly<Record<number, Omit<EventOf<'holidays-set'>, 'type' | 'v'>>>;
  /** The day of the monthly meeting, as far as it was set. */
  readonly meetings: Readonly<Record<Month, Day>>;
  /** When each coordinator was last told of a matter (`matters.ts`). */
  readonly matters: Readonly<Record<string, Readonly<Record<string, Instant>>>>;
  /** Messages that were given up, the newest last, at most fifty. */
  readonly failures: readonly Failure[];
  /** What pushes cost in the newest month in which there was one, by our own count. */
  readonly spent: { readonly month: Month; readonly count: number } | null;
}

export interface Profile {
  readonly name: string;
  readonly shortName: string;
  readonly divisions: readonly Division[];
  readonly contact: Channels;
  readonly complaint: Channels;
}

export interface Member {
  readonly id: string;
  /** His own; with those he acts in, once `agencyOn` has looked at the day. */
  readonly roles: readonly RoleIn[];
  readonly acting: readonly Acting[];
  /** Who is reminded in his place while he cannot be reached. */
  readonly deputy: string | null;
  readonly joined: Instant;
  /** False when he blocked the bot, left the staff group or LINE refused him: nothing is pushed to him until he is back. */
  readonly reachable: boolean;
  /** Since when he is not reachable, and why; null = he is. */
  readonly away: { readonly since: Instant; readonly why: EventOf<'reach-changed'>['why'] } | null;
}

/** Stands in for somebody from one day to another, both included. */
export interface Acting {
  readonly id: string;
  readonly role: RoleIn;
  readonly from: Day;
  readonly until: Day;
}

export interface Invite {
  readonly id: string;
  readonly roles: readonly RoleIn[];
  readonly expires: Instant;
  /** Anyone may show it until it expires; nobody uses it up. */
  readonly general: boolean;
  readonly usedBy: string | null;
}

export interface JoinRequest {
  readonly id: string;
  readonly invite: string;
  readonly at: Instant;
}

export interface Failure {
  readonly outbox: string;
  readonly to: EventOf<'delivery-failed'>['to'];
  readonly reason: EventOf<'delivery-failed'>['reason'];
  readonly at: Instant;
}

export interface GroupCode {
  readonly id: string;
  readonly purpose: GroupPurpose;
  readonly division?: string | undefined;
  readonly expires: Instant;
  readonly used: boolean;
  /** Binds one group more, and replaces none. */
  readonly extra: boolean;
}

export interface Group {
  readonly id: string;
  readonly purpose: GroupPurpose;
  readonly division?: string | undefined;
  readonly bound: Instant;
  /** One more of its purpose: the month's summary goes to the one that is none. */
  readonly extra: boolean;
}

export interface Departure {
  readonly member: string;
  readonly group: string;
  readonly at: Instant;
}

export interface Plan {
  readonly year: number;
  readonly title: string | null;
  readonly state: 'draft' | 'open' | 'closed';
  readonly published: boolean;
  /** The year whose O-item list this plan uses; null when none is established. */
  readonly catalogue: number | null;
  /** The end of the OIT window: the finish due of every O-item. */
  readonly oitDue: Day;
  readonly oitDueConfirmed: boolean;
  /** When it was first opened; null = it is a draft. */
  readonly opened: Instant | null;
  readonly closed: Instant | null;
  /** `seq` of the last entry that began a change of what stands in the plan. */
  readonly revised: number;
}

/** One import, and what it takes to be as before it. */
export interface PlanImport {
  readonly id: string;
  readonly year: number;
  readonly by: string | null;
  readonly at: Instant;
  readonly kept: Instant;
  readonly undone: Instant | null;
  /** Items it added or brought back: once somebody did something to one of them it cannot be undone. */
  readonly made: readonly string[];
  /** Null = it can no longer be undone: it was, or an O-item list was adopted on top of it. */
  readonly before: BeforeImport | null;
}

export interface BeforeImport {
  /** Null = the year had no plan. */
  readonly plan: Pick<Plan, 'title' | 'catalogue'> | null;
  /** The items it changed, withdrew or brought back, as they were. */
  readonly items: Readonly<Record<string, ItemFields & Pick<Item, 'withdrawn'>>>;
  /** The result it recorded anew, as it was before; null = none was recorded for the year. */
  readonly assessments: Readonly<Record<number, Assessment | null>>;
}

export type RecordedList = Omit<EventOf<'list-recorded'>, 'type' | 'v'>;

/** What a later document may change of an item. */
export interface ItemFields {
  readonly number: number;
  readonly title: string;
  readonly indicators: readonly number[];
  readonly methods: readonly string[];
  /** Codes of the divisions that own it; empty = nobody yet, the coordinator answers for it. */
  readonly divisions: readonly string[];
  readonly period: Period;
  readonly followUp: FollowUp;
}

/** What a plan or an O-item list says of an item. */
export interface ItemFacts extends ItemFields {
  readonly id: string;
  readonly year: number;
  readonly kind: ItemKind;
  /** The item of an earlier year that this one carries on (`lastYears`). */
  readonly from?: string | undefined;
}

export interface Item extends ItemFacts {
  /** Every report ever kept, in ledger order, undone ones included. */
  readonly reports: readonly Report[];
  /** Everything given to show it was done, in ledger order, what was taken back included. */
  readonly evidence: readonly Evidence[];
  /** Every later date asked for, in ledger order. */
  readonly extensions: readonly Extension[];
  /** When each member last said he has read a reminder of it. */
  readonly acknowledged: Readonly<Record<string, Instant>>;
  /** Who sees to it, and who in his place; null = nobody in particular. */
  readonly person: string | null;
  readonly deputy: string | null;
  /** A later finish date that was granted, instead of the plan's `from`. */
  readonly extended: { readonly from: Day; readonly until: Day } | null;
  /** On which day what was last said of it to whom; the key is `reminderKey`. */
  readonly reminded: Readonly<Record<string, Day>>;
  /** When it was taken out of the plan; null = it is part of it. */
  readonly withdrawn: Instant | null;
  /** `seq` of the last entry that touched the item: buttons carry it. */
  readonly touched: number;
  /** `seq` of the last entry that told its status or took one back: a status button drawn before it asks first. */
  readonly told: number;
  /** The same of a division's part of a shared item, told by itself. */
  readonly toldIn: Readonly<Record<string, number>>;
}

export interface Report {
  readonly id: string;
  readonly by: string | null;
  readonly status: Status;
  readonly percent?: number | undefined;
  readonly note?: TextRef | undefined;
  readonly chat: ChatRef;
  /** Of an item several divisions share: whose part it tells of; absent = all of it. */
  readonly divisions?: readonly string[] | undefined;
  /** A plan's document stated it, nobody told it: it counts only until somebody does. Its id is the import's. */
  readonly from?: 'document' | undefined;
  readonly at: Instant;
  readonly kept: Instant;
  readonly undone: Instant | null;
}

export interface Evidence {
  readonly id: string;
  readonly by: string | null;
  readonly kind: 'link';
  /** The address, kept beside. */
  readonly content: TextRef;
  readonly chat: ChatRef;
  readonly at: Instant;
  readonly kept: Instant;
  readonly undone: Instant | null;
}

export interface Extension {
  readonly id: string;
  readonly by: string | null;
  readonly until: Day;
  readonly reason?: TextRef | undefined;
  readonly chat: ChatRef;
  readonly at: Instant;
  readonly kept: Instant;
  readonly undone: Instant | null;
  /** Heads who were told that it waits for them, and who had asked while he believes it decided (`knows`). */
  readonly told: readonly string[];
  readonly decided: {
    readonly granted: boolean;
    /** The plan's date that a granted one stands instead of. */
    readonly from: Day;
    readonly by: string | null;
    readonly at: Instant;
  } | null;
}

/** A member wants no reminder of these items before the day. */
export interface Snooze {
  readonly id: string;
  readonly member: string;
  readonly items: readonly string[];
  readonly until: Day;
  readonly chat: ChatRef;
  readonly at: Instant;
  readonly kept: Instant;
}

export type Assessment = Omit<EventOf<'assessment-recorded'>, 'type' | 'v'>;

/** A request for a later date, of one of its items. */
export interface ExtensionRef {
  readonly item: string;
  readonly extension: string;
}

/** A reminder, a coordinator's card, news of later dates, or several of them in one message. */
export interface LastPush {
  readonly outbox: string;
  readonly at: Instant;
  readonly cost: number;
  /** True = his message of the day; false = said at once, because of what somebody did. */
  readonly daily: boolean;
  readonly told: readonly ExtensionRef[];
  /** Where it stands that its lines were said: keys of `item.reminded`, by item. */
  readonly said: readonly { readonly item: string; readonly key: string }[];
}

/** A month's summary as it went out. */
export interface PostedSummary {
  readonly month: Month;
  /** The messages that carry it, without those LINE did not take. */
  readonly outbox: readonly string[];
  /** LINE refused its card, which it would do again: it is told to the coordinators in words. */
  readonly inWords: boolean;
  readonly at: Instant;
  readonly cost: number;
}

export interface LastReminder {
  readonly year: number;
  readonly items: readonly string[];
  readonly at: Instant;
}

/** An agency about which nothing is known yet. */
export function emptyAgency(id: string): Agency {
  return {
    id,
    version: 0,
    profile: null,
    members: {},
    left: {},
    requests: {},
    receivers: {},
    invites: {},
    groupCodes: {},
    groups: {},
    departures: [],
    plans: {},
    items: {},
    imports: [],
    lists: {},
    lastReminders: {},
    lastPushes: {},
    snoozes: [],
    assessments: {},
    summaries: [],
    posted: null,
    policy: DEFAULT_POLICY,
    holidays: {},
    meetings: {},
    matters: {},
    failures: [],
    spent: null,
  };
}
