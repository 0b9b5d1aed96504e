/** How an item stands in words; of one that divisions share, how far each of them is. */
import type { Agency, Item } from '../domain/agency.ts';
import type { Status } from '../domain/event.ts';
import { isShared, percentFor, standings, statusFor, type Whose } from '../domain/part.ts';
import { divisionsOf } from '../domain/permission.ts';
import { short } from './flex.ts';
import { divisionNamed, type Scene } from './scene.ts';
import { divisionWords, statusShort, statusWords } from './words.ts';
import { PARTS } from './words-parts.ts';

const NAMES_LENGTH = 200;

/** The part that is the business of the person spoken to: that of his own divisions, else the whole. */
export function ownPart({ member }: Scene): Whose {
  const own = member === null ? [] : divisionsOf(member);
  return own.length === 0 ? null : own;
}

/** `อยู่ระหว่างดำเนินการ 60%`, or `… · เสร็จ 2 จาก 6 ส่วนราชการ`. */
export function stateOf(item: Item, whose: Whose): string {
  return `${statusWords(statusFor(item, whose), percentFor(item, whose))}${partsDone(item, whose)}`;
}

/** The same for narrow columns. */
export function stateShort(item: Item, whose: Whose): string {
  return `${statusShort(statusFor(item, whose), percentFor(item, whose))}${partsDone(item, whose)}`;
}

/** Whose an item is; of a shared one, one line for each status with the divisions that have it. */
export function ownersAndParts(agency: Agency, item: Item): string {
  if (!isShared(item)) return short(divisionWords(agency, item.divisions), NAMES_LENGTH);
  const all = standings(item);
  const lines = ORDER.flatMap((status) => {
    const those = all.filter((part) => part.status === status);
    if (those.length === 0) return [];
    const names =
      those.length === all.length ? divisionWords(agency, item.divisions) : namesOf(agency, those);
    return [PARTS.line(status, short(names, NAMES_LENGTH))];
  });
  return lines.join('\n');
}

/** After a part was told: which it was and who is still to come; '' = the whole was told. */
export function partKept(
  agency: Agency,
  item: Item,
  divisions: readonly string[] | undefined,
): { readonly part: string; readonly left: string } | null {
  if (divisions === undefined || !isShared(item)) return null;
  const left = standings(item).filter(({ status }) => status !== 'done');
  const part = short(divisionWords(agency, divisions), NAMES_LENGTH);
  const names = short(
    divisionWords(
      agency,
      left.map(({ division }) => division),
    ),
    NAMES_LENGTH,
  );
  return { part, left: left.length === 0 ? PARTS.allDone : PARTS.left(left.length, names) };
}

const ORDER: readonly Status[] = ['done', 'in_progress', 'not_started'];

function partsDone(item: Item, whose: Whose): string {
  if (whose !== null || !isShared(item)) return '';
  const done = standings(item).filter(({ status }) => status === 'done').length;
  return done === 0 || done === item.divisions.length ? '' : PARTS.doneOf(done, item.divisions.length);
}

function namesOf(agency: Agency, parts: ReturnType<typeof standings>): string {
  return parts
    .map(({ division, status, percent }) =>
      status === 'in_progress' && percent !== undefined
        ? `${divisionNamed(agency, division)} ${percent}%`
        : divisionNamed(agency, division),
    )
    .join(', ');
}
