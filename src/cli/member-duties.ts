/** What members hold and see to: roles, รักษาราชการแทน, deputies, work handed over, leaving. */

import type { Agency } from '../domain/agency.ts';
import { dayOf, isDay } from '../domain/calendar.ts';
import type { Command as DomainCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent } from '../domain/event.ts';
import { codeOf } from '../domain/item.ts';
import { known } from '../domain/known.ts';
import { unbound } from '../flow/unbind.ts';
import { type Command, done, type Input, needed, type Outcome, refused, WrongUse } from './command.ts';
import { refusalWords } from './refusal-words.ts';
import { nameAt, type Place, personMeant, rolesFrom, roleText, withPeople } from './who.ts';

const by = { kind: 'console' as const };
const AGENCY = { agency: { type: 'string' } } as const;
const ROLES = {
  role: { type: 'string', multiple: true },
  division: { type: 'string' },
  post: { type: 'string' },
} as const;

export const memberMove: Command = {
  name: 'member move',
  summary: 'Gives a member other roles: all he holds from now on.',
  usage:
    '--member ID|NAME --role staff|head|executive|coordinator [--division CODE] [--post palad|nayok] [--agency ID]',
  words: 0,
  options: { ...AGENCY, ...ROLES, member: { type: 'string' } },
  async run(input, terminal) {
    const said = needed(input, 'member');
    const roles = rolesFrom(input);
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const member = personMeant(said, people, agency);
      const kept = await desk.command(agency.id, { type: 'change-roles', by, member, roles });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const lapsed = movedIn(kept.after.agency, kept.events);
      const held = roles.map(roleText);
      return done(
        [
          `${nameAt(people, member)}: ${held.join(', ')}`,
          ...lapsed.map((what) => `No longer theirs: ${what}`),
        ],
        { member, roles, lapsed },
      );
    });
  },
};

export const memberAct: Command = {
  name: 'member act',
  summary: 'Lets a member act in another’s place (รักษาราชการแทน) from one day to another; --end ends it.',
  usage:
    '--member ID|NAME (--role head|executive|coordinator [--division CODE] [--post palad|nayok] --from YYYY-MM-DD --until YYYY-MM-DD | --end) [--agency ID]',
  words: 0,
  options: {
    ...AGENCY,
    ...ROLES,
    member: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    end: { type: 'boolean' },
  },
  async run(input, terminal) {
    const said = needed(input, 'member');
    if (input.flag('end'))
      return withPeople(input, terminal, (place) =>
        endActing(place, personMeant(said, place.people, place.agency)),
      );
    const [role, ...more] = rolesFrom(input);
    if (role === undefined || more.length > 0) throw new WrongUse('Give one --role: what he acts as.');
    const [from, until] = [dayOption(input, 'from'), dayOption(input, 'until')];
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const member = personMeant(said, people, agency);
      const acting = desk.world.ids.id();
      const command = { type: 'set-acting' as const, by, acting, member, role, from, until };
      const kept = await desk.command(agency.id, command);
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const line =
        kept.events.length === 0
          ? `${nameAt(people, member)} is ${roleText(role)} already.`
          : `${nameAt(people, member)} acts as ${roleText(role)} from ${from} until ${until}.`;
      return done([line], { member, role, from, until, changed: kept.events.length > 0 });
    });
  },
};

async function endActing({ desk, agency, people }: Place, member: string): Promise<Outcome> {
  const today = dayOf(desk.world.clock.now());
  const acting = (known(agency.members, member)?.acting ?? []).filter(({ until }) => until >= today);
  if (acting.length === 0) return refused(`${nameAt(people, member)} acts in nobody’s place.`);
  for (const { id } of acting) {
    const kept = await desk.command(agency.id, { type: 'end-acting', by, acting: id });
    if (!kept.ok) return refused(refusalWords(kept.refusal));
  }
  const ended = acting.map(({ role }) => roleText(role));
  return done([`${nameAt(people, member)} no longer acts as ${ended.join(', ')}.`], { member, ended });
}

export const memberDeputy: Command = {
  name: 'member deputy',
  summary: 'Sets who is reminded in a member’s place while LINE does not reach him; "none" takes it away.',
  usage: '--member ID|NAME --deputy ID|NAME|none [--agency ID]',
  words: 0,
  options: { ...AGENCY, member: { type: 'string' }, deputy: { type: 'string' } },
  async run(input, terminal) {
    const [said, second] = [needed(input, 'member'), needed(input, 'deputy')];
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const member = personMeant(said, people, agency);
      const deputy = second === 'none' ? null : personMeant(second, people, agency);
      const kept = await desk.command(agency.id, { type: 'set-deputy', by, member, deputy });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const who = deputy === null ? 'nobody' : nameAt(people, deputy);
      return done([`The deputy of ${nameAt(people, member)} is ${who}.`], { member, deputy });
    });
  },
};

export const memberHandOver: Command = {
  name: 'member hand-over',
  summary: 'Hands over all that one member sees to; prints what moved, and how it goes back.',
  usage: '--from ID|NAME --to ID|NAME [--agency ID]',
  words: 0,
  options: { ...AGENCY, from: { type: 'string' }, to: { type: 'string' } },
  async run(input, terminal) {
    const [giver, taker] = [needed(input, 'from'), needed(input, 'to')];
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const from = personMeant(giver, people, agency);
      const to = personMeant(taker, people, agency);
      const kept = await desk.command(agency.id, { type: 'hand-over', by, from, to });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const moved = movedIn(kept.after.agency, kept.events);
      return done(
        [
          `${moved.length} moved from ${nameAt(people, from)} to ${nameAt(people, to)}:`,
          ...moved.map((what) => `  ${what}`),
          `Back again: member hand-over --from ${to} --to ${from}`,
        ],
        { from, to, moved },
      );
    });
  },
};

export const memberLeave: Command = {
  name: 'member leave',
  summary:
    'Lets a member go: his LINE account is unbound at once, what he did stays. --to takes over his work.',
  usage: '--member ID|NAME [--to ID|NAME] [--agency ID]',
  words: 0,
  options: { ...AGENCY, member: { type: 'string' }, to: { type: 'string' } },
  async run(input, terminal) {
    const [said, taker] = [needed(input, 'member'), input.text('to')];
    return withPeople(input, terminal, async ({ desk, agency, people }) => {
      const member = personMeant(said, people, agency);
      const to = taker === undefined ? null : personMeant(taker, people, agency);
      const leave: DomainCommand = { type: 'leave', by, member };
      // First of all: nothing is handed over for somebody who may not go.
      const may = decide(agency, leave, desk.world.clock.now());
      if (!may.ok) return refused(refusalWords(may.refusal));
      const given =
        to === null ? null : await desk.command(agency.id, { type: 'hand-over', by, from: member, to });
      const nothing = given?.ok === false && given.refusal.kind === 'nothing-to-hand-over';
      if (given?.ok === false && !nothing) return refused(refusalWords(given.refusal));
      const { beside, notes } = await unbound(desk.store, agency.id, member);
      const kept = await desk.command(agency.id, leave, beside, notes);
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const moved = given?.ok ? movedIn(given.after.agency, given.events) : [];
      const name = nameAt(people, member);
      return done(
        [
          `${name} is no member any more; the LINE account is unbound.`,
          ...moved.map((what) => `Moved: ${what}`),
        ],
        { member, to, moved },
      );
    });
  },
};

/** What entries moved, a line each. */
function movedIn(agency: Agency, events: readonly DomainEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'item-assigned': {
        const item = known(agency.items, event.item);
        return item === undefined ? [] : [`${codeOf(item)} ${item.title}`];
      }
      case 'receivers-set':
        return [`reminders of ${event.division}`];
      case 'deputy-set':
        return [`deputy of ${event.member}`];
      default:
        return [];
    }
  });
}

/** @throws WrongUse */
function dayOption(input: Input, option: string): string {
  const day = needed(input, option);
  if (!isDay(day)) throw new WrongUse(`--${option} is a day written YYYY-MM-DD; "${day}" is not.`);
  return day;
}
