/** An office whose measure `s1` several divisions share: due on 13 February 2026, looked at on Monday the 16th. */
import type { Agency } from '../../src/domain/agency.ts';
import type { Status } from '../../src/domain/event.ts';
import {
  agencyOf,
  aStaffedOffice,
  bangkok,
  type Happening,
  happened,
  measure,
  member,
  planImported,
  planOpened,
} from './an-agency.ts';

export const NOW = bangkok('2026-02-16 10:05');

/** The office with the shared measure in its open plan, and what happened then. */
export function officeSharing(divisions: readonly string[], ...then: readonly Happening[]): Agency {
  return agencyOf(
    ...aStaffedOffice(),
    planImported(),
    measure('s1', { number: 9, title: 'คู่มือการให้บริการ', divisions: [...divisions], end: '2026-02-13' }),
    planOpened(),
    ...then,
  );
}

/** A clerk of the division tells of its part. */
export function partTold(division: string, status: Status, at: string, percent?: number): Happening {
  return happened(
    {
      type: 'item-reported',
      v: 1,
      item: 's1',
      report: `${division}-told`,
      status,
      chat: 'direct',
      divisions: [division],
      ...(percent === undefined ? {} : { percent }),
    },
    { at: bangkok(at), by: member(`${division}-staff`) },
  );
}
