import { describe, expect, it } from 'vitest';
import { responsibleOf } from '../../src/domain/permission.ts';
import { agencyOf, anOffice, type Happening, joined, measure, unreachable } from '../support/an-agency.ts';

const responsible = (divisions: string[], ...more: Happening[]) => {
  const agency = agencyOf(...anOffice(), measure('x', { number: 9, divisions }), ...more);
  const item = agency.items.x;
  if (item === undefined) throw new Error('no x');
  return responsibleOf(agency, item);
};
const finance = { division: 'finance', staff: ['finance-staff'], heads: ['finance-head'] };
const works = { division: 'works', staff: ['works-staff'], heads: ['works-head'] };

describe('who is responsible', () => {
  it('are staff and head of each division that owns the item, in its order', () => {
    expect(responsible(['finance'])).toEqual({ divisions: [finance], coordinators: [] });
    expect(responsible(['works', 'finance'])).toEqual({ divisions: [works, finance], coordinators: [] });
  });

  it('also those who cannot be reached now', () => {
    expect(responsible(['finance'], unreachable('finance-staff'))).toMatchObject({ divisions: [finance] });
  });

  it('whoever holds the role, whatever else he is', () => {
    const roles = [{ role: 'executive' as const }, { role: 'head' as const, division: 'finance' }];
    expect(responsible(['finance'], ...joined('acting', roles)).divisions[0]?.heads).toEqual([
      'finance-head',
      'acting',
    ]);
  });

  it('is the coordinator for what nobody owns, or whose division has nobody', () => {
    expect(responsible([])).toEqual({ divisions: [], coordinators: ['coordinator'] });
    expect(responsible(['audit', 'finance'])).toEqual({
      divisions: [{ division: 'audit', staff: [], heads: [] }, finance],
      coordinators: ['coordinator'],
    });
  });
});
