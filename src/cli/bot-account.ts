import { isAccount } from '../chat/invite-link.ts';
import { createLine } from '../line/client.ts';
import { type Input, type Terminal, WrongUse } from './command.ts';
import { deskConfig } from './desk.ts';

/**
 * The basic id people add as a friend: `--account`, else what LINE says of the agency's account; null = no credentials, or
 * LINE does not answer.
 *
 * @throws WrongUse when `--account` is none.
 */
export async function accountMeant(input: Input, terminal: Terminal, agency: string): Promise<string | null> {
  const given = input.text('account');
  if (given !== undefined) {
    if (!isAccount(given))
      throw new WrongUse('--account is the basic id of the LINE account, such as @123abcde.');
    return given;
  }
  const { accounts, apiBase, dataApiBase } = deskConfig(terminal);
  const account = accounts.find((one) => one.agency === agency);
  if (account === undefined) return null;
  const bot = await createLine({ accessToken: account.accessToken, apiBase, dataApiBase }).bot();
  return bot.kind === 'told' && isAccount(bot.value.basicId) ? bot.value.basicId : null;
}
