/** What LINE says about each account: token, quota, webhook. */
import type { Account, Config } from '../config.ts';
import type { Line, LineFailure } from '../flow/ports.ts';
import { createLine } from '../line/client.ts';
import { type Finding, ok, wrong } from './finding.ts';

export async function lineFindings(config: Config): Promise<Finding[]> {
  if (config.accounts.length === 0) {
    const say = 'no credentials: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (docs/set-up.md)';
    return [wrong('LINE', say)];
  }
  const findings = address(config.publicUrl);
  for (const account of config.accounts) findings.push(...(await ofAccount(config, account)));
  return findings;
}

/** What its form must be is the configuration's to say (`config.ts`). */
function address(publicUrl: string | undefined): Finding[] {
  if (publicUrl !== undefined) return [];
  const say =
    'is not set: give the https address LINE calls, such as https://ita.example.org; until then long answers carry no link to the whole list';
  return [wrong('PUBLIC_URL', say)];
}

async function ofAccount(config: Config, account: Account): Promise<Finding[]> {
  const { apiBase, dataApiBase } = config;
  const { agency, destination } = account;
  const line = createLine({ accessToken: account.accessToken, apiBase, dataApiBase });
  const bot = await line.bot();
  if (bot.kind === 'failed') return [wrong(`LINE (${agency})`, advice(bot.failure))];
  const { userId, name, basicId } = bot.value;
  return [
    destination === null || destination === userId
      ? ok(`LINE (${agency})`, `${name}, ${basicId}`)
      : wrong(`LINE (${agency})`, 'the destination in AGENCIES_FILE is not of this account: leave it away'),
    ...(await quota(line)),
    ...(await webhook(line, expectedAddress(config, agency))),
  ];
}

function expectedAddress({ publicUrl, only }: Config, agency: string): string | null {
  if (publicUrl === undefined) return null;
  return `${publicUrl.replace(/\/+$/, '')}/webhook${only === null ? `/${agency}` : ''}`;
}

async function quota(line: Line): Promise<Finding[]> {
  const told = await line.quota();
  if (told.kind === 'failed') return [];
  const { limit, used } = told.value;
  if (limit === null) return [ok('Messages this month', `${used}, no limit`)];
  return used < limit
    ? [ok('Messages this month', `${used} of ${limit}`)]
    : [
        wrong(
          'Messages this month',
          `all ${limit} are used: what is to be sent waits; a reminder older than three days is dropped, a summary is not. A paid plan ends the wait`,
        ),
      ];
}

async function webhook(line: Line, expected: string | null): Promise<Finding[]> {
  const told = await line.webhook();
  if (told.kind === 'failed') {
    const unset = told.failure.status === 404;
    const say = unset
      ? `LINE has no webhook address: enter ${expected ?? 'it'} in the console`
      : advice(told.failure);
    return [wrong('Webhook', say)];
  }
  const { endpoint, active } = told.value;
  const findings: Finding[] = [];
  if (expected !== null && endpoint !== expected)
    findings.push(wrong('Webhook', `LINE calls ${endpoint}, but by PUBLIC_URL it should call ${expected}`));
  if (!active) findings.push(wrong('Webhook', '"Use webhook" is off: switch it on in the console'));
  findings.push(await reached(line, endpoint));
  return findings;
}

async function reached(line: Line, endpoint: string): Promise<Finding> {
  const test = await line.testWebhook();
  if (test.kind === 'told' && test.value.success) return ok('Webhook', `LINE reaches ${endpoint}`);
  const reason = test.kind === 'told' ? test.value.reason : test.failure.message;
  const say = `LINE does not reach ${endpoint} (${reason}): does the server run, is the channel secret right?`;
  return wrong('Webhook', say);
}

function advice({ reason, message }: LineFailure): string {
  return reason === 'unauthorised'
    ? 'the access token is wrong: issue a new one in the LINE Developers console'
    : `LINE does not answer (${message}): is there a way out to api.line.me?`;
}
