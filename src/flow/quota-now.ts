import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Quota } from '../domain/spend.ts';
import type { World } from './flow.ts';
import { spendingOf } from './spending.ts';

/** What may be sent this month, as LINE told it last: asking is `askQuota`, before the transaction. */
export async function quotaNow(world: World, agency: Agency, now: Instant): Promise<Quota> {
  const { left, reserve } = await spendingOf(world, agency, now);
  return { left, reserve };
}
