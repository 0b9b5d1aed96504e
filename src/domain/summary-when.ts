/** When which month is summed up. */
import type { Agency } from './agency.ts';
import {
  addDays,
  addMonths,
  dayOf,
  type Instant,
  instantOf,
  type Month,
  monthOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './calendar.ts';
import { meetingOf } from './due.ts';
import { daysOffOf } from './holidays.ts';
import { isReminderTime } from './reminder.ts';
import { plansOpenIn } from './summary.ts';

const NINE = 9 * 60;
/** From this day of a month on it is nearly over: a summary then is of that month, as far as it went. */
const NEARLY_OVER = '20';
/** After a longer time without the server nobody waits for the last month of a plan that was closed in it. */
const MONTHS_BACK = 3;
const MONTHS_AHEAD = 2;

/**
 * The month to sum up at `now`, or null, at a time people are reminded at: from 09:00 on the day the office chose. A month
 * missed while the server was down is posted once when it is up, of several the last; one in which no plan was open is not
 * posted at all.
 */
export function summaryDue(agency: Agency, now: Instant): Month | null {
  const owed = isReminderTime(agency, now) ? summaryOwed(agency, now) : null;
  return owed === null || comesToday(agency, now) !== null ? null : owed.month;
}

/** The next one when it comes later today: it says all there is to say of one that is owed. */
function comesToday(agency: Agency, now: Instant): Posting | null {
  const next = nextPosting(agency, now);
  return next !== null && dayOf(next.at) === dayOf(now) ? next : null;
}

/** The moment the next summary falls due: past when one is owed already, null while no plan is open. */
export function nextSummaryAt(agency: Agency, now: Instant): Instant | null {
  const next = comesToday(agency, now) ?? summaryOwed(agency, now) ?? nextPosting(agency, now);
  return next?.at ?? null;
}

/** A month, and when its summary is posted. */
interface Posting {
  readonly month: Month;
  readonly at: Instant;
}

/** The newest whose moment has come, unless it or a later one was posted: what was before that is not told any more. */
function summaryOwed(agency: Agency, now: Instant): Posting | null {
  for (let ahead = 0; ahead >= -MONTHS_BACK; ahead -= 1) {
    const month = addMonths(monthOf(now), ahead);
    if (plansOpenIn(agency, month).length === 0) continue;
    const at = postedAt(agency, month);
    if (at <= now) return isTold(agency, month, now) ? null : { month, at };
  }
  return null;
}

/** A month to come was posted by a clock that was ahead: it says nothing of this one. */
function isTold({ summaries }: Agency, month: Month, now: Instant): boolean {
  return summaries.some((posted) => posted >= month && posted <= monthOf(now));
}

function nextPosting(agency: Agency, now: Instant): Posting | null {
  for (let ahead = -1; ahead <= MONTHS_AHEAD; ahead += 1) {
    const month = addMonths(monthOf(now), ahead);
    if (agency.summaries.includes(month) || plansOpenIn(agency, month).length === 0) continue;
    const at = postedAt(agency, month);
    if (at > now) return { month, at };
  }
  return null;
}

/**
 * Each month has one moment, from its 20th on and before the 20th of the next, whatever days its meetings are set to: so none
 * is passed over or comes early when they move, and at a change of the policy in mid-month. It is the working day before the
 * first meeting of that span; without one, or where the office wants it so, the first working day after the month.
 */
function postedAt(agency: Agency, month: Month): Instant {
  const off = daysOffOf(agency);
  const next = addMonths(month, 1);
  const meetings = agency.policy.summary === 'before-meeting' ? [month, next] : [];
  const eve = meetings
    .map((held) => workingDayOnOrBefore(addDays(meetingOf(agency, held), -1), off))
    .find((day) => day >= `${month}-${NEARLY_OVER}` && day < `${next}-${NEARLY_OVER}`);
  return instantOf(eve ?? workingDayOnOrAfter(`${next}-01`, off), NINE);
}
