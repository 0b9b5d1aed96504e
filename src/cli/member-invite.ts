import { readFileSync } from 'node:fs';
import { inviteLink } from '../chat/invite-link.ts';
import type { Division, Role, RoleIn } from '../domain/event.ts';
import { post as postSchema, role as roleSchema } from '../domain/event-fields.ts';
import { accountMeant } from './bot-account.ts';
import { type Command, done, type Input, type Outcome, refused, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { readInviteList } from './invite-list.ts';
import { daysOf } from './member.ts';
import { refusalWords } from './refusal-words.ts';
import { type InviteWanted, keepInvites, newInvites, writeSheet } from './write-invites.ts';

const NO_ACCOUNT =
  'The sheet needs the basic id of the LINE account: give --account @123abcde, or set the LINE credentials ("doctor" shows the id).';

export const memberInvite: Command = {
  name: 'member invite',
  summary: 'Makes a code; whoever sends it to the bot in a 1:1 chat becomes that member.',
  usage:
    '--role staff|head|executive|coordinator [--division CODE] [--post palad|nayok] [--name NAME] | --general [--role … --division …]; [--sheet FILE.html [--list people.csv]] [--account @ID] [--days 14] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    role: { type: 'string', multiple: true },
    division: { type: 'string' },
    post: { type: 'string' },
    name: { type: 'string' },
    general: { type: 'boolean' },
    sheet: { type: 'string' },
    list: { type: 'string' },
    account: { type: 'string' },
    days: { type: 'string' },
  },
  async run(input, terminal) {
    const [sheet, list] = [input.text('sheet'), input.text('list')];
    if (list !== undefined && sheet === undefined)
      throw new WrongUse('--list needs --sheet: codes are printed on it.');
    if (sheet !== undefined && !/\.html?$/i.test(sheet))
      throw new WrongUse('--sheet is the name of an .html file.');
    const one = list === undefined ? inviteIn(input) : null;
    const days = daysOf(input.text('days'));
    return withAgency(input, terminal, async (desk, held) => {
      const { agency } = held;
      const wanted = one === null ? invitesIn(input, agency.profile?.divisions ?? []) : [one];
      if ('code' in wanted) return wanted;
      const account = await accountMeant(input, terminal, agency.id);
      const made = newInvites(desk, wanted);
      if (sheet !== undefined) {
        if (account === null) return refused(NO_ACCOUNT);
        const no = await writeSheet(desk, held, made, { file: sheet, account, days });
        if (no !== null) return refused(typeof no === 'string' ? no : refusalWords(no));
        return done(sheetLines(sheet, made.length), { sheet, invites: made.length, days });
      }
      const no = await keepInvites(desk, agency.id, made, days);
      if (no !== null) return refused(refusalWords(no));
      const [{ code, roles, general } = { code: '', roles: [], general: false }] = made;
      const link = account === null ? null : inviteLink(account, code);
      return done(
        [
          code,
          general
            ? `Anyone who sends this code in the 1:1 chat with the bot waits for the coordinator's approval. It works for ${days} days.`
            : `The person adds the LINE account as a friend and sends this code in the 1:1 chat. It works once, for ${days} days.`,
          ...(link === null ? [] : [`Or with one touch on a phone: ${link}`]),
        ],
        { code, link, roles, general, days },
      );
    });
  },
};

/** @throws WrongUse */
function inviteIn(input: Input): InviteWanted {
  const division = input.text('division');
  const general = input.flag('general');
  const post = postIn(input.text('post'));
  const roles = input.list('role').map((written): RoleIn => {
    const read = roleSchema.safeParse(written);
    if (!read.success)
      throw new WrongUse(`--role is one of ${roleSchema.options.join(', ')}; "${written}" is not.`);
    const role = read.data;
    if (division !== undefined && inDivision(role)) return { role, division };
    return post !== undefined && role === 'executive' ? { role, post } : { role };
  });
  if (roles.length === 0 && !general) throw new WrongUse('--role is missing.');
  if (division !== undefined && !roles.some(({ role }) => inDivision(role)))
    throw new WrongUse('--division is for staff and heads; the others belong to the whole office.');
  if (post !== undefined && !roles.some(({ role }) => role === 'executive'))
    throw new WrongUse('--post is for executives.');
  const name = input.text('name') ?? '';
  if (general && name !== '') throw new WrongUse('--general is for whoever comes: leave --name away.');
  return { name, roles, general };
}

/** Those of the list, or its mistakes. */
function invitesIn(input: Input, divisions: readonly Division[]): readonly InviteWanted[] | Outcome {
  const given = ['division', 'post', 'name'].filter((option) => input.text(option) !== undefined);
  if (given.length > 0 || input.list('role').length > 0 || input.flag('general'))
    throw new WrongUse('--list says names, roles and divisions itself: leave the others away.');
  const file = input.text('list') ?? '';
  const read = readInviteList(readFileSync(file), divisions);
  if (read.ok) return read.people.map((one) => ({ ...one, general: false }));
  return refused([`Nobody was invited. In ${file}:`, ...read.mistakes].join('\n'));
}

function sheetLines(file: string, count: number): string[] {
  return [
    `Wrote ${count} ${count === 1 ? 'invite' : 'invites'} to ${file}. Print it on A4 from a browser.`,
    'Only you may read the file, for whoever sees a code can use it: hand the cards out in person, then delete it.',
  ];
}

function postIn(written: string | undefined): RoleIn['post'] {
  if (written === undefined) return undefined;
  const read = postSchema.safeParse(written);
  if (!read.success) throw new WrongUse(`--post is one of ${postSchema.options.join(', ')}.`);
  return read.data;
}

function inDivision(role: Role): boolean {
  return role === 'staff' || role === 'head';
}
