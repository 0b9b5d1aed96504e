import type { Agency, Item } from '../domain/agency.ts';
import { codeOf, itemsOf, openPlans } from '../domain/item.ts';
import { type Command, done, needed, refused, WrongUse } from './command.ts';
import { yearWritten } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';
import { nameAt, personMeant, withPeople } from './who.ts';

export const itemAssign: Command = {
  name: 'item assign',
  summary: 'Gives an item to a person, and to a deputy; --nobody takes it back.',
  usage: '--item O12|M3 [--year 2569] (--person ID|NAME [--deputy ID|NAME] | --nobody) [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    item: { type: 'string' },
    year: { type: 'string' },
    person: { type: 'string' },
    deputy: { type: 'string' },
    nobody: { type: 'boolean' },
  },
  async run(input, terminal) {
    const code = needed(input, 'item');
    const year = yearWritten(input) ?? null;
    const [first, second] = [input.text('person'), input.text('deputy')];
    if (input.flag('nobody') === (first !== undefined)) throw new WrongUse('Give --person, or --nobody.');
    if (first === undefined && second !== undefined) throw new WrongUse('--deputy needs --person.');
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const item = itemMeant(agency, code, year);
      const person = first === undefined ? null : personMeant(first, people, agency);
      const deputy = second === undefined ? null : personMeant(second, people, agency);
      const by = { kind: 'console' as const };
      const kept = await desk.command(agency.id, { type: 'assign-item', by, item: item.id, person, deputy });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const who = person === null ? 'nobody in particular' : nameAt(people, person);
      const also = deputy === null ? '' : `, deputy ${nameAt(people, deputy)}`;
      return done([`${codeOf(item)} ${item.title}: ${who}${also}`], { item: item.id, person, deputy });
    });
  },
};

/** @throws WrongUse when no open plan has it, or two have and no year was said. */
function itemMeant(agency: Agency, code: string, year: number | null): Item {
  const years = year === null ? openPlans(agency).map((plan) => plan.year) : [year];
  const found = years
    .flatMap((one) => itemsOf(agency, one))
    .filter((item) => codeOf(item) === code.toUpperCase());
  const [item, ...others] = found;
  if (item === undefined) throw new WrongUse(`No open plan has an item "${code}"; write O12 or M3.`);
  if (others.length > 0)
    throw new WrongUse(`${found.map((one) => one.year).join(' and ')} both have ${code}: give --year.`);
  return item;
}
