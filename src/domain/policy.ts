/**
 * When people are reminded and of what: data an office may change. What is said to whom follows from it (`reminder.ts`),
 * nothing is stored ahead, so a changed policy holds from the next morning on.
 */
import { z } from 'zod';

const steps = (most: number) => z.array(z.int().min(0).max(most)).max(10);
const minute = z.int().min(0).max(1439);
const grace = z.int().min(1).max(30);

export const policy = z.strictObject({
  /** A notice when an item's period begins. */
  opening: z.boolean(),
  /** Days before a finish date; 0 = on the day. */
  before: steps(120),
  /** Working days after a date that passed unanswered; then every week. */
  after: steps(30),
  /** Working days before a report date (the meeting day); 0 = on the day. */
  report: steps(30),
  /** Reminders go out from this minute of a working day … */
  from: minute,
  /** … and before this one; what missed it goes out the next working day. */
  until: minute,
  /** Working days without an answer until the head, the ปลัด and the นายก are told: each counted from the one before. */
  grace: z.tuple([grace, grace, grace]),
  /** Working days a promise or รับทราบ holds the next step back, once. */
  pause: z.int().min(0).max(15),
  /** When the month's summary is posted: on the first working day, or the working day before the month's meeting. */
  summary: z.enum(['first-working-day', 'before-meeting']),
  /** Mentions the heads of divisions with late items in the summary. */
  mentions: z.boolean(),
});

export type Policy = z.infer<typeof policy>;

/** 08:45 to 16:30: office hours end then (`docs/calendar.md` §2). */
export const DEFAULT_POLICY: Policy = {
  opening: true,
  before: [30, 14, 7, 3, 1, 0],
  after: [1, 3, 7],
  report: [7, 0],
  from: 8 * 60 + 45,
  until: 16 * 60 + 30,
  grace: [3, 3, 3],
  pause: 3,
  summary: 'first-working-day',
  mentions: false,
};
