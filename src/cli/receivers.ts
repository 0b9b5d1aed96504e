import { type Command, done, needed, refused, WrongUse } from './command.ts';
import { refusalWords } from './refusal-words.ts';
import { nameAt, personMeant, withPeople } from './who.ts';

export const receiversSet: Command = {
  name: 'receivers set',
  summary: 'Chooses who of a division is reminded; --everyone = its staff, as if nobody had been chosen.',
  usage: '--division CODE (--member ID|NAME … | --everyone) [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    division: { type: 'string' },
    member: { type: 'string', multiple: true },
    everyone: { type: 'boolean' },
  },
  async run(input, terminal) {
    const division = needed(input, 'division');
    const said = input.list('member');
    if (input.flag('everyone') === said.length > 0) throw new WrongUse('Give --member, or --everyone.');
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const members = said.map((one) => personMeant(one, people, agency));
      const by = { kind: 'console' as const };
      const kept = await desk.command(agency.id, { type: 'set-receivers', by, division, members });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const names = members.map((id) => nameAt(people, id));
      return done([`${division}: ${names.join(', ') || 'all its staff'}`], { division, members });
    });
  },
};

export const receiversList: Command = {
  name: 'receivers list',
  summary: 'Lists who of each division is reminded.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  run: (input, terminal) =>
    withPeople(input, terminal, async ({ agency, people }) => {
      const rows = (agency.profile?.divisions ?? []).map(({ code, name }) => {
        const members = agency.receivers[code] ?? [];
        return { division: code, name, members, names: members.map((id) => nameAt(people, id)) };
      });
      const lines = rows.map(
        (row) => `${row.division} ${row.name}: ${row.names.join(', ') || 'all its staff'}`,
      );
      return done(lines, rows);
    }),
};
