import type { Agency, Item } from '../domain/agency.ts';
import { isLate } from '../domain/due.ts';
import { openPlans, statusOf } from '../domain/item.ts';
import { statusFor } from '../domain/part.ts';
import { missingItems, withoutEvidence } from '../domain/progress.ts';
import { html } from './html.ts';
import { heading, itemList, paragraph, provisionalNotes } from './item-list.ts';
import { type PaperScene, sheetOf } from './sheet.ts';
import { ofDivision } from './subtitle.ts';
import {
  divisionName,
  EVERYBODY,
  isEverybodys,
  itemCount,
  lateCount,
  MISSING,
  NO_PLAN,
  NOBODY,
  sharedWith,
} from './words.ts';

interface Group {
  /** Null = nobody's items. */
  readonly division: string | null;
  readonly title: string;
  readonly items: readonly Item[];
}

/** What is not finished, and what is finished without evidence, by division. */
export function missingPage(scene: PaperScene, division: string | null): string {
  const { agency, now } = scene;
  const [left, bare] = [missingItems(agency, division), withoutEvidence(agency, division)];
  const items = [...left, ...bare];
  const late = left.filter((item) => isLate(agency, item, now, division)).length;
  const lead = [MISSING.left(left.length), lateCount(late), MISSING.noEvidence(bare.length)];
  const groups = division === null ? groupsOf(agency, items) : [ownGroup(agency, division, items)];
  const content =
    items.length === 0
      ? paragraph(openPlans(agency).length === 0 ? NO_PLAN : MISSING.nothing)
      : [
          html`<p class="lead">${lead.filter((part) => part !== '').join(' · ')}</p>
`,
          ...provisionalNotes(agency, items),
          ...groups.map((group) => [
            heading(group.title, itemCount(group.items.length)),
            itemList(scene, group.items, {
              whose: group.division,
              owners: (item) => othersWords(agency, item, group),
            }),
          ]),
        ];
  return sheetOf(scene, { title: MISSING.title, subtitle: ofDivision(agency, division), content });
}

function ownGroup(agency: Agency, division: string, items: readonly Item[]): Group {
  return { division, title: divisionName(agency, division), items };
}

/** What everybody shares stands once, at the top; what several share stands with each of them. */
function groupsOf(agency: Agency, items: readonly Item[]): Group[] {
  const shared = items.filter(({ divisions }) => isEverybodys(agency, divisions));
  const others = items.filter((item) => !shared.includes(item));
  const codes = new Set([
    ...(agency.profile?.divisions ?? []).map(({ code }) => code),
    ...others.flatMap(({ divisions }) => divisions),
  ]);
  return [
    { division: null, title: EVERYBODY, items: shared },
    ...[...codes].map((code) =>
      ownGroup(
        agency,
        code,
        others.filter((item) => item.divisions.includes(code) && concerns(item, code)),
      ),
    ),
    { division: null, title: NOBODY, items: others.filter(({ divisions }) => divisions.length === 0) },
  ].filter((group) => group.items.length > 0);
}

/** Not of what the division has done its part of, while others have theirs to do. */
function concerns(item: Item, division: string): boolean {
  return statusFor(item, division) !== 'done' || statusOf(item) === 'done';
}

/** With whom the division of the group shares an item; null when it has it alone. */
function othersWords(agency: Agency, item: Item, group: Group): string | null {
  if (group.division === null) return null;
  const others = item.divisions.filter((code) => code !== group.division);
  if (others.length === 0) return null;
  return isEverybodys(agency, item.divisions)
    ? EVERYBODY
    : sharedWith(others.map((code) => divisionName(agency, code)));
}
