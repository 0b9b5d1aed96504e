/** Which items of the ledger the numbers of a sentence mean. */
import type { DivisionSaid } from '../chat/intent.ts';
import type { Agency, Item } from '../domain/agency.ts';
import {
  codeOf,
  type ItemNumber,
  itemsMeant,
  itemsOf,
  openItemsNumbered,
  openPlans,
} from '../domain/item.ts';
import { isOf, statusFor } from '../domain/part.ts';
import { divisionsOf } from '../domain/permission.ts';
import type { Speaker } from './scene.ts';

export type Meant =
  /** Every number has its item. */
  | { readonly kind: 'found'; readonly items: readonly Item[] }
  /** One of the numbers stands in two open years: these. */
  | { readonly kind: 'several'; readonly items: readonly Item[] }
  /** One of the numbers stands nowhere. */
  | { readonly kind: 'none'; readonly items: readonly [] };

/** The items numbers mean; one that is unclear makes the whole unclear, so that nothing is done by halves. */
export function meant(
  agency: Agency,
  speaker: Speaker,
  numbers: readonly ItemNumber[],
  year: number | null,
): Meant {
  const items: Item[] = [];
  for (const number of numbers) {
    const found =
      year === null
        ? itemsMeant(agency, number, speaker.group ?? speaker.member)
        : openItemsNumbered(agency, number).filter((item) => item.year === year);
    const [item, other] = found;
    if (item === undefined) return { kind: 'none', items: [] };
    if (other !== undefined) return { kind: 'several', items: found };
    items.push(item);
  }
  return items.length === 0 ? { kind: 'none', items: [] } : { kind: 'found', items };
}

/** As `meant`, for a question: of a year that is said, items of a closed plan too. */
export function meantByQuestion(
  agency: Agency,
  speaker: Speaker,
  numbers: readonly ItemNumber[],
  year: number | null,
): Meant {
  const found = meant(agency, speaker, numbers, year);
  if (found.kind !== 'none' || year === null || agency.plans[year]?.state !== 'closed') return found;
  const items = numbers.flatMap((number) =>
    itemsOf(agency, year).filter((item) => codeOf(item) === codeOf(number)),
  );
  return items.length === numbers.length && items.length > 0 ? { kind: 'found', items } : found;
}

/**
 * Every item that `ทุกข้อ` means, those done already left out: of the division named, else of the speaker's own; of the
 * year said, else of the plan last reminded in this chat, else of the newest open plan. Empty when nobody can tell whose,
 * or all is done.
 */
export function everyItem(
  agency: Agency,
  speaker: Speaker,
  said: { readonly year: number | null; readonly division: DivisionSaid },
): Item[] {
  const reminded = agency.lastReminders[speaker.group ?? speaker.member ?? '']?.year;
  const open = openPlans(agency);
  const plan =
    open.find(({ year }) => year === (said.year ?? reminded)) ?? (said.year === null ? open[0] : undefined);
  if (plan === undefined) return [];
  const member = speaker.member === null ? undefined : agency.members[speaker.member];
  const own = member === undefined ? [] : divisionsOf(member);
  const codes =
    said.division === null ? own : typeof said.division === 'string' ? [said.division] : said.division;
  const whose = said.division === 'ALL' ? null : codes;
  return itemsOf(agency, plan.year).filter((item) => isOf(item, whose) && statusFor(item, whose) !== 'done');
}
