import { groupPurpose } from '../domain/event.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { agencyMeant, openDesk } from './desk.ts';
import { daysOf, expiry } from './member.ts';
import { refusalWords } from './refusal-words.ts';

export const groupCode: Command = {
  name: 'group code',
  summary: 'Makes a code; sent in a LINE group the bot is in, it binds that group.',
  usage: '[--purpose staff|division] [--division CODE] [--days 14] [--agency ID]',
  words: 0,
  options: {
    agency: { type: 'string' },
    purpose: { type: 'string' },
    division: { type: 'string' },
    days: { type: 'string' },
  },
  async run(input, terminal) {
    const purpose = groupPurpose.safeParse(input.text('purpose') ?? 'staff');
    if (!purpose.success) throw new WrongUse(`--purpose is one of ${groupPurpose.options.join(', ')}`);
    const days = daysOf(input.text('days'));
    const desk = openDesk(terminal);
    try {
      const { agency } = await agencyMeant(desk, input);
      const { ids, clock } = desk.world;
      const [id, code] = [ids.id(), ids.code()];
      const division = input.text('division');
      const record = { kind: 'code' as const, id, key: ids.hashOfCode(code), value: { for: 'group' } };
      const kept = await desk.command(
        agency.id,
        {
          type: 'make-group-code',
          by: { kind: 'console' },
          code: id,
          purpose: purpose.data,
          division,
          expires: expiry(clock.now(), days),
        },
        [{ do: 'put', record }],
      );
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      return done(
        [code, `Invite the bot to the group, then send this code there. Good once, for ${days} days.`],
        { code, purpose: purpose.data, division: division ?? null, days },
      );
    } finally {
      await desk.close();
    }
  },
};
