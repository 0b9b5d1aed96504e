import { createLine } from '../line/client.ts';
import { type Command, done, refused } from './command.ts';
import { deskConfig, withAgency } from './desk.ts';

export const richmenuDeploy: Command = {
  name: 'richmenu deploy',
  summary:
    'Draws the menus of all roles and brings them to LINE; members get their own. Again after an update.',
  usage: '[--agency ID]',
  words: 0,
  options: { agency: { type: 'string' } },
  async run(input, terminal) {
    const { accounts, apiBase, dataApiBase } = deskConfig(terminal);
    return withAgency(input, terminal, async (desk, { agency }) => {
      const account = accounts.find((one) => one.agency === agency.id);
      if (account === undefined)
        return refused(
          `No LINE account is configured for "${agency.id}": set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (docs/set-up.md).`,
        );
      // Only who deploys draws: a native library the other commands need not load.
      const { deployMenus } = await import('../menus.ts');
      const line = createLine({ accessToken: account.accessToken, apiBase, dataApiBase });
      const world = { ...desk.world, line: () => line };
      const told = await deployMenus(world, desk.ledger, agency.id);
      if (told.kind === 'failed')
        return refused(
          `LINE did not take the menus (${told.failure.reason}). What is there stays; run it again.`,
        );
      const { made, kept, dropped } = told.value;
      return done(
        [
          `Made: ${made.join(', ') || 'nothing new'}. There already: ${kept.join(', ') || 'none'}. Taken away: ${dropped}.`,
          "Everybody sees the citizens' menu, members that of their role; on a PC they type เมนู.",
        ],
        told.value,
      );
    });
  },
};
