/** What the demo gives to the phones in the browser: who holds one, and what moves its clock. */
import { dayOf, instantOf } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import { nextReminderAt } from '../domain/reminder.ts';
import { nextSummaryAt } from '../domain/summary-when.ts';
import type { CastMember, Host } from '../simulator/phones/phones.ts';
import type { Stage } from './stage.ts';

/** On the table from the start; the citizen beside them. */
const SHOWN = ['somying', 'wandee', 'baifern', 'din', 'malee'];
const MORNING = 8 * 60 + 45;
const DAY_MS = 86_400_000;
/** A person of several roles is shown by the widest. */
const RANK = ['coordinator', 'executive', 'head', 'staff'];

/** Everybody of the office, those on the table first, and the citizen. */
export function castOf({ people, citizen }: Pick<Stage, 'people' | 'citizen'>): CastMember[] {
  const place = (key: string) => (SHOWN.includes(key) ? SHOWN.indexOf(key) : SHOWN.length);
  const office = people
    .toSorted((a, b) => place(a.key) - place(b.key))
    .map(({ key, user, name, position, roles }) => ({
      user,
      name,
      position,
      role: widest(roles),
      shown: SHOWN.includes(key),
    }));
  return [...office, { user: citizen, name: 'ประชาชน', position: 'ประชาชน', role: 'citizen', shown: true }];
}

function widest(roles: readonly RoleIn[]): string {
  return RANK.find((rank) => roles.some(({ role }) => role === rank)) ?? 'staff';
}

/** The demo's clock for the page. What comes next is read from the ledger. */
export function hostOf(stage: Pick<Stage, 'clock' | 'desk'>, agency: string): Host {
  const { clock } = stage;
  return {
    setClock: (at) => clock.set(at),
    nextMorning() {
      const today = instantOf(dayOf(clock.now()), MORNING);
      return today > clock.now() ? today : instantOf(dayOf(clock.now() + DAY_MS), MORNING);
    },
    async nextDue() {
      const held = await stage.desk().ledger.read(agency);
      if (held === null) return null;
      const now = clock.now();
      const moments = [nextReminderAt(held.agency, now), nextSummaryAt(held.agency, now)];
      const coming = moments.filter((at) => at !== null && at > now);
      return coming.length === 0 ? null : Math.min(...coming.map(Number));
    },
  };
}
