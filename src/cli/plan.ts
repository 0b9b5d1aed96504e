import { provisionalItems } from '../domain/provisional.ts';
import { type Command, done, type Input, needed, refused, type Terminal } from './command.ts';
import { withAgency } from './desk.ts';
import { asYear, yearMeant } from './plan-year.ts';
import { refusalWords } from './refusal-words.ts';

const OPTIONS = { agency: { type: 'string' }, year: { type: 'string' } } as const;
const USAGE = '[--year 2569] [--agency ID]';

export const planOpen: Command = {
  name: 'plan open',
  summary: 'Opens a draft, or again what was closed: from now on it is reported on and reminded of.',
  usage: USAGE,
  words: 0,
  options: OPTIONS,
  run: (input, terminal) =>
    change(input, terminal, 'open-plan', 'is open: reminders go out from the next working morning'),
};

export const planClose: Command = {
  name: 'plan close',
  summary: 'Closes a plan: nothing more is reported on it or reminded of.',
  usage: USAGE,
  words: 0,
  options: OPTIONS,
  run: (input, terminal) => change(input, terminal, 'close-plan', 'is closed'),
};

export const planList: Command = {
  name: 'plan list',
  summary: 'Gives a plan without an O-item list that of another year, marked as provisional in every answer.',
  usage: '--from 2569 [--year 2570] [--agency ID]',
  words: 0,
  options: { ...OPTIONS, from: { type: 'string' } },
  async run(input, terminal) {
    const from = asYear(needed(input, 'from'), '--from');
    return withAgency(input, terminal, async (desk, { agency }) => {
      const year = yearMeant(input, agency);
      const items = provisionalItems(agency, year, from, desk.world.ids.id);
      const command = { type: 'adopt-list', by: { kind: 'console' }, year, from, items } as const;
      const kept = await desk.command(agency.id, command);
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const nobodys = items.filter(({ divisions }) => divisions.length === 0).length;
      return done(
        [
          `The plan of ${year} has the ${items.length} O-items of ${from}, marked as provisional.`,
          ...(nobodys === 0
            ? []
            : [`${nobodys} of them have no responsible division: they are the coordinator’s.`]),
        ],
        { agency: agency.id, year, from, items },
      );
    });
  },
};

export const publish: Command = {
  name: 'publish',
  summary: 'Publishes a plan: citizens may see its measures and how far they are.',
  usage: USAGE,
  words: 0,
  options: OPTIONS,
  run: (input, terminal) =>
    change(input, terminal, 'publish-plan', 'is published: citizens see its measures'),
};

async function change(
  input: Input,
  terminal: Terminal,
  type: 'open-plan' | 'close-plan' | 'publish-plan',
  now: string,
) {
  return withAgency(input, terminal, async (desk, { agency }) => {
    const year = yearMeant(input, agency);
    const kept = await desk.command(agency.id, { type, by: { kind: 'console' }, year });
    if (!kept.ok) return refused(refusalWords(kept.refusal));
    return done([`The plan of ${year} ${now}.`], {
      agency: agency.id,
      year,
      plan: kept.after.agency.plans[year],
    });
  });
}
