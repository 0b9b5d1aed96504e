import type { Agency } from '../domain/agency.ts';
import { openPlans } from '../domain/item.ts';
import { divisionName, planWords } from './words.ts';

/** Whose part of which plans a page shows. */
export function ofDivision(agency: Agency, division: string | null, years = openYears(agency)): string {
  const whose = division === null ? [] : [divisionName(agency, division)];
  return [...whose, ...years.map(planWords)].join(' · ');
}

function openYears(agency: Agency): number[] {
  return openPlans(agency).map(({ year }) => year);
}
