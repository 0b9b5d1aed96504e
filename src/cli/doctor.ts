/** Looks at everything an office's set-up depends on, and says what to do about each thing that is not right. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { type Account, type Config, readConfig } from '../config.ts';
import type { LineFailure } from '../flow/ports.ts';
import { createLine } from '../line/client.ts';
import { type Command, done, type Outcome, type Terminal } from './command.ts';
import { openDesk } from './desk.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'wrong' | 'by-hand';
  readonly say: string;
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'Checks configuration, store, LINE token, webhook and clock, and says what to do.',
  usage: '',
  words: 0,
  options: {},
  async run(_input, terminal): Promise<Outcome> {
    const config = readConfig({ ...terminal.env, NODE_ENV: undefined });
    const findings: Finding[] = [nodeVersion(), ...folder(config.dataDir), await store(terminal), clock()];
    if (config.accounts.length === 0) {
      findings.push(
        wrong(
          'LINE',
          'no credentials: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (docs/set-up.md, step 2)',
        ),
      );
    }
    for (const account of config.accounts) findings.push(...(await lineOf(config, account)));
    findings.push(...BY_HAND);
    const bad = findings.filter((one) => one.state === 'wrong').length;
    const marks = { ok: '✔', wrong: '✘', 'by-hand': '☞' } as const;
    const lines = findings.map(({ what, state, say }) => `${marks[state]} ${what}: ${say}`);
    lines.push('', bad === 0 ? 'Everything that can be checked from here is right.' : `${bad} to mend.`);
    return { ...done(lines, { wrong: bad, findings }), code: bad === 0 ? 0 : 1 };
  },
};

/** LINE offers no way to read these switches (`line/platform.md` §1.1, §1.5): someone has to look. */
const BY_HAND: readonly Finding[] = [
  byHand(
    'Webhook redelivery',
    'LINE Developers console > Messaging API > turn ON, or messages sent while the server is down are lost',
  ),
  byHand('Allow bot to join group chats', 'LINE Official Account Manager > Settings > Account > turn ON'),
  byHand(
    'Auto-reply and greeting messages',
    'LINE Official Account Manager > Settings > Response > turn OFF, or people get two answers',
  ),
];

function nodeVersion(): Finding {
  return ok('Node', process.versions.node);
}

function folder(path: string): Finding[] {
  if (!existsSync(path)) return [ok('Data folder', `${path} will be made`)];
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    return [wrong('Data folder', `${path} cannot be written by this user: change its owner or DATA_DIR`)];
  }
  const open = (statSync(path).mode & 0o077) !== 0;
  return [
    open
      ? wrong('Data folder', `${path} can be read by other users: chmod 700 ${path}`)
      : ok('Data folder', path),
  ];
}

async function store(terminal: Terminal): Promise<Finding> {
  try {
    const desk = openDesk(terminal);
    try {
      const agencies = await desk.store.agencies();
      for (const agency of agencies) {
        const chain = await desk.store.verify(agency);
        if (!chain.ok)
          return wrong(
            'Store',
            `the ledger of ${agency} is broken at entry ${chain.brokenAt}: restore a copy`,
          );
        const counts = await desk.store.outboxCounts(agency);
        const lost = counts.failed + counts.unknown;
        if (lost > 0) return wrong('Store', `${lost} messages of ${agency} did not arrive; the log says why`);
      }
      return agencies.length === 0
        ? wrong('Store', 'no agency yet: npm run -s ita -- agency add --help')
        : ok('Store', `${agencies.join(', ')}: chain unbroken`);
    } finally {
      await desk.close();
    }
  } catch (error) {
    return wrong('Store', error instanceof Error ? error.message : String(error));
  }
}

/** A clock years off would remind of nothing, or of everything at once. */
function clock(): Finding {
  const now = new Date();
  return now.getUTCFullYear() >= 2026
    ? ok('Clock', now.toISOString())
    : wrong('Clock', `says ${now.toISOString()}: set it (timedatectl set-ntp true)`);
}

async function lineOf(config: Config, account: Account): Promise<Finding[]> {
  const { apiBase, dataApiBase, publicUrl, only } = config;
  const line = createLine({ accessToken: account.accessToken, apiBase, dataApiBase });
  const name = `LINE (${account.agency})`;
  const bot = await line.bot();
  if (bot.kind === 'failed') return [wrong(name, advice(bot.failure))];
  const findings = [ok(name, `${bot.value.name}, ${bot.value.basicId}`)];
  const quota = await line.quota();
  if (quota.kind === 'told') {
    const { limit, used } = quota.value;
    findings.push(ok('Messages this month', limit === null ? `${used}, no limit` : `${used} of ${limit}`));
  }
  const expected =
    publicUrl === undefined
      ? null
      : `${publicUrl.replace(/\/$/, '')}${only === null ? `/webhook/${account.agency}` : '/webhook'}`;
  const webhook = await line.webhook();
  if (webhook.kind === 'failed')
    return [...findings, wrong('Webhook', 'none is set: console > Messaging API > Webhook URL')];
  const { endpoint, active } = webhook.value;
  if (!active)
    findings.push(wrong('Webhook', 'is set but switched off: console > Messaging API > Use webhook'));
  if (expected === null)
    findings.push(wrong('Webhook', `LINE calls ${endpoint}; set PUBLIC_URL so that this can be compared`));
  else if (endpoint !== expected)
    findings.push(wrong('Webhook', `LINE calls ${endpoint}, but PUBLIC_URL makes it ${expected}`));
  const test = await line.testWebhook();
  const reached = test.kind === 'told' && test.value.success;
  if (reached) findings.push(ok('Webhook', `LINE reaches ${endpoint}`));
  else {
    const reason = test.kind === 'told' ? test.value.reason : test.failure.message;
    findings.push(
      wrong(
        'Webhook',
        `LINE does not reach ${endpoint} (${reason}): is the server running, is the secret right?`,
      ),
    );
  }
  return findings;
}

function advice(failure: LineFailure): string {
  if (failure.reason === 'unauthorised')
    return 'the access token is wrong: issue a new one in the LINE Developers console';
  return `no answer (${failure.message}): is there a way out to api.line.me?`;
}

function ok(what: string, say: string): Finding {
  return { what, state: 'ok', say };
}

function wrong(what: string, say: string): Finding {
  return { what, state: 'wrong', say };
}

function byHand(what: string, say: string): Finding {
  return { what, state: 'by-hand', say };
}
