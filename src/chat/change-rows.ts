/** Items of a revision as rows of a card: what comes, what changes, what goes. */
import type { ItemFacts } from '../domain/agency.ts';
import type { Change, Field, Standing } from '../domain/revision.ts';
import { shortDay } from '../thai/date.ts';
import type { PlainRow } from './cards.ts';
import { short } from './flex.ts';
import type { Scene } from './scene.ts';
import { divisionWords, itemShort, NO_DATE, STATUS_SAID } from './words.ts';
import { becomes, FIELD, PREVIEW, RETURNS } from './words-import.ts';

const TITLE = 100;
const OWNERS = 60;
const NOTE = 200;

/** Whose it would be and until when; an O-item has the date of the whole list. */
export function freshRow(scene: Scene, facts: ItemFacts): PlainRow {
  const owners = short(divisionWords(scene.agency, facts.divisions), OWNERS);
  const from = facts.from === undefined ? undefined : scene.agency.items[facts.from];
  const carried = from === undefined ? '' : PREVIEW.from(itemShort(from));
  const when = facts.kind === 'measure' ? periodWords(facts) : '';
  return {
    code: itemShort(facts),
    title: short(facts.title, TITLE),
    note: short([when, owners, carried].filter((part) => part !== '').join(' · '), NOTE),
  };
}

export function changedRow(scene: Scene, { before, after, fields, returns }: Change): PlainRow {
  const told = fields.map((field) => fieldWords(scene, before, after, field));
  return {
    code: itemShort(after),
    title: short(after.title, TITLE),
    note: short([...(returns ? [RETURNS] : []), ...told].join('\n'), NOTE),
  };
}

export function withdrawnRow({ facts, told }: Standing): PlainRow {
  return {
    code: itemShort(facts),
    title: short(facts.title, TITLE),
    note: told === null ? PREVIEW.nothingTold : PREVIEW.told(STATUS_SAID[told.status]),
  };
}

/** What is short is said whole, before and after; long lists only by name. */
function fieldWords(scene: Scene, before: ItemFacts, after: ItemFacts, field: Field): string {
  const name = FIELD[field];
  switch (field) {
    case 'number':
      return becomes(name, itemShort(before), itemShort(after));
    case 'title':
      return becomes(name, short(before.title, 40), short(after.title, 40));
    case 'divisions': {
      const words = (facts: ItemFacts) => short(divisionWords(scene.agency, facts.divisions), OWNERS);
      return becomes(name, words(before), words(after));
    }
    case 'period':
      return becomes(name, periodWords(before), periodWords(after));
    case 'indicators':
    case 'methods':
    case 'followUp':
      return name;
  }
}

function periodWords({ period, followUp }: ItemFacts): string {
  if (period.asWritten !== null) return short(period.asWritten, 60);
  const end = period.end ?? followUp.dueDate;
  return end === null ? NO_DATE : shortDay(end);
}
