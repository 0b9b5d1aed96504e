import { CODE_DAYS } from '../flow/new-code.ts';
import { type Command, done, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';

/** Days a code stays good, from `--days`. @throws WrongUse */
export function daysOf(text: string | undefined): number {
  const days = text === undefined ? CODE_DAYS : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new WrongUse('--days must be a number from 1 to 90.');
  return days;
}

export const memberList: Command = {
  name: 'member list',
  summary: 'Lists the members with their roles, and whether LINE reaches them.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  async run(input, terminal) {
    return withAgency(input, terminal, async (desk, { agency }) => {
      const people = new Map(
        (await desk.store.besideAll(agency.id, 'person')).map((one) => [one.id, one.value.name]),
      );
      const rows = Object.values(agency.members).map(({ id, roles, reachable }) => {
        const held = roles.map(({ role, division }) =>
          division === undefined ? role : `${role} ${division}`,
        );
        return { member: id, name: people.get(id) ?? '', roles: held, reachable };
      });
      const lines = rows.map(
        (row) =>
          `${row.name || row.member} · ${row.roles.join(', ')}${row.reachable ? '' : ' · LINE does not reach them'}`,
      );
      return done(lines.length > 0 ? lines : ['Nobody has joined yet.'], rows);
    });
  },
};
