import type { Role } from '../domain/event.ts';
import { role as roleSchema } from '../domain/event-fields.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { agencyMeant, newCode, openDesk } from './desk.ts';
import { refusalWords } from './refusal-words.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 14;

/** Days a code stays good, from `--days`. @throws WrongUse */
export function daysOf(text: string | undefined): number {
  const days = text === undefined ? DEFAULT_DAYS : Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 90)
    throw new WrongUse('--days must be a number from 1 to 90.');
  return days;
}

export function expiry(now: number, days: number): number {
  return now + days * DAY_MS;
}

export const memberInvite: Command = {
  name: 'member invite',
  summary: 'Makes a code; whoever sends it to the bot in a 1:1 chat becomes that member.',
  usage: '--role staff|head|executive|coordinator [--division CODE] [--name NAME] [--days 14] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    role: { type: 'string', multiple: true },
    division: { type: 'string' },
    name: { type: 'string' },
    days: { type: 'string' },
  },
  async run(input, terminal) {
    const division = input.text('division');
    const roles = input.list('role').map((written) => {
      const read = roleSchema.safeParse(written);
      if (!read.success)
        throw new WrongUse(`--role is one of ${roleSchema.options.join(', ')}; "${written}" is not.`);
      return division !== undefined && inDivision(read.data)
        ? { role: read.data, division }
        : { role: read.data };
    });
    if (roles.length === 0) throw new WrongUse('--role is missing.');
    if (division !== undefined && !roles.some(({ role }) => inDivision(role)))
      throw new WrongUse('--division is for staff and heads; the others belong to the whole office.');
    const days = daysOf(input.text('days'));
    const desk = openDesk(terminal);
    try {
      const { agency } = await agencyMeant(desk, input);
      const { ids, clock } = desk.world;
      const name = input.text('name');
      const { id, code, beside } = newCode(ids, { for: 'member', ...(name === undefined ? {} : { name }) });
      const expires = expiry(clock.now(), days);
      const kept = await desk.command(
        agency.id,
        { type: 'make-invite', by: { kind: 'console' }, invite: id, roles, expires },
        beside,
      );
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      return done(
        [
          code,
          `The person adds the LINE account as a friend and sends this code in the 1:1 chat. It works once, for ${days} days.`,
        ],
        { code, roles, days },
      );
    } finally {
      await desk.close();
    }
  },
};

function inDivision(role: Role): boolean {
  return role === 'staff' || role === 'head';
}

export const memberList: Command = {
  name: 'member list',
  summary: 'Lists the members with their roles, and whether LINE reaches them.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  async run(input, terminal) {
    const desk = openDesk(terminal);
    try {
      const { agency } = await agencyMeant(desk, input);
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
    } finally {
      await desk.close();
    }
  },
};
