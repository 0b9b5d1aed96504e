import { describe, expect, it } from 'vitest';
import { codeOf, type ItemNumber, itemsMeant, itemsOf, openPlans } from '../../src/domain/item.ts';
import {
  agencyOf,
  anOffice,
  aStaffedOffice,
  type Happening,
  measure,
  oItem,
  planClosed,
  planImported,
  planOpened,
  reminded,
} from '../support/an-agency.ts';

const O12: ItemNumber = { kind: 'oit', number: 12 };
const M1: ItemNumber = { kind: 'measure', number: 1 };

it('an item is called by letter and number', () => {
  expect([codeOf(O12), codeOf(M1)]).toEqual(['O12', 'M1']);
});

it('the items of a year come measures first, each by number', () => {
  const agency = agencyOf(
    ...aStaffedOffice(),
    oItem('o2', { number: 2 }),
    measure('m10', { number: 10 }),
    oItem('o10', { number: 10 }),
    measure('m9', { number: 9 }),
    measure('other-year', { year: 2568, number: 1 }),
  );
  expect(itemsOf(agency, 2569).map((item) => item.id)).toEqual(['m9', 'm10', 'o2', 'o10']);
});

describe('a number without a year', () => {
  const older = [
    planImported(2568),
    oItem('o12-2568', { year: 2568, number: 12 }),
    oItem('o28-2568', { year: 2568, number: 28 }),
    measure('m1-2568', { year: 2568, number: 1 }),
    planOpened(2568),
  ];
  const meant = (history: readonly Happening[], wanted = O12, chat: string | null = 'finance-staff') =>
    itemsMeant(agencyOf(...history), wanted, chat).map((item) => item.id);
  const both = [...anOffice(), ...older];
  const lately = (...items: string[]) => reminded({ member: 'finance-staff' }, items);

  it('is nothing when no open plan has it', () => {
    expect(meant(both, { kind: 'oit', number: 99 })).toEqual([]);
    expect(meant([...anOffice(), planClosed()])).toEqual([]);
    expect(meant([...aStaffedOffice(), planImported(), oItem('o12', { number: 12 })])).toEqual([]);
  });

  it('means the newest open plan that has it', () => {
    expect(meant(both)).toEqual(['o12']);
    expect(meant(both, O12, null)).toEqual(['o12']);
    expect(meant(both, M1)).toEqual(['m1']);
  });

  it('means the older plan when only that one has it', () => {
    expect(meant(both, { kind: 'oit', number: 28 })).toEqual(['o28-2568']);
  });

  it('means the older one when that was last reminded in this chat', () => {
    expect(meant([...both, lately('o12-2568')])).toEqual(['o12-2568']);
  });

  it('means the newest when that was last reminded in this chat', () => {
    expect(meant([...both, lately('o12-2568'), lately('o12')])).toEqual(['o12']);
  });

  it('is asked back when the older year was reminded of something else', () => {
    expect(meant([...both, lately('o28-2568')])).toEqual(['o12', 'o12-2568']);
  });

  it('is asked back when one reminder named it for both years', () => {
    expect(meant([...both, lately('o12-2568', 'o12')])).toEqual(['o12', 'o12-2568']);
  });

  it('does not heed what was reminded in another chat', () => {
    expect(meant([...both, reminded({ group: 'staff-group' }, ['o12-2568'])])).toEqual(['o12']);
    expect(meant([...both, reminded({ group: 'staff-group' }, ['o12-2568'])], O12, 'staff-group')).toEqual([
      'o12-2568',
    ]);
  });

  it('means the year that is left when the other was closed', () => {
    expect(meant([...both, lately('o12-2568'), planClosed(2568)])).toEqual(['o12']);
  });

  it('O12 is never M12', () => {
    expect(meant(both, { kind: 'measure', number: 12 })).toEqual([]);
  });

  it('open plans come the newest first', () => {
    expect(openPlans(agencyOf(...both)).map((plan) => plan.year)).toEqual([2569, 2568]);
  });
});
