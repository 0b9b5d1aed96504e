const DAY_MS = 86_400_000;

/** LINE redelivers for a day at most; a month leaves room for a long outage. */
export const SEEN_KEPT_MS = 30 * DAY_MS;
/** Counted from a message's creation: long enough for the coordinator's quarter, short enough for PDPA. */
export const FINISHED_KEPT_MS = 90 * DAY_MS;
