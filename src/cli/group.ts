import { groupPurpose } from '../domain/event-fields.ts';
import { codeExpiry, newCode } from '../flow/new-code.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { daysOf } from './member.ts';
import { refusalWords } from './refusal-words.ts';

export const groupCode: Command = {
  name: 'group code',
  summary: 'Makes a code; sent in a LINE group the bot is in, it binds that group.',
  usage: '[--purpose staff|division] [--division CODE] [--extra] [--days 14] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    purpose: { type: 'string' },
    division: { type: 'string' },
    extra: { type: 'boolean' },
    days: { type: 'string' },
  },
  async run(input, terminal) {
    const division = input.text('division');
    const usual = division === undefined ? 'staff' : 'division';
    const { data: purpose } = groupPurpose.safeParse(input.text('purpose') ?? usual);
    if (purpose === undefined) throw new WrongUse(`--purpose is one of ${groupPurpose.options.join(', ')}.`);
    if (purpose === 'staff' && division !== undefined)
      throw new WrongUse('A staff group belongs to the whole office: leave --division or --purpose away.');
    const extra = input.flag('extra');
    const days = daysOf(input.text('days'));
    return withAgency(input, terminal, async (desk, { agency }) => {
      const { ids, clock } = desk.world;
      const { id, code, beside } = newCode(ids, 'group');
      const expires = codeExpiry(clock.now(), days);
      const more = extra ? { extra } : {};
      const kept = await desk.command(
        agency.id,
        { type: 'make-group-code', by: { kind: 'console' }, code: id, purpose, division, expires, ...more },
        beside,
      );
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      return done(
        [
          code,
          `Invite the bot to the group, then send this code there. It works once, for ${days} days.`,
          extra
            ? 'The group is one more: the one bound before stays.'
            : 'A group bound before for the same purpose is replaced by it.',
        ],
        { code, purpose, division: division ?? null, extra, days },
      );
    });
  },
};
