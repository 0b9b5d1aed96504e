/** Looks at everything an office's set-up depends on, and says what to do about each thing that is not right. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { coordinatorsReached } from '../domain/matters.ts';
import { type Command, done, type Outcome, type Terminal } from './command.ts';
import { type Desk, deskConfig, withDesk } from './desk.ts';
import { lineFindings } from './doctor-line.ts';
import { byHand, type Finding, ok, wrong } from './finding.ts';
import { problemWords } from './problem-words.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Checks configuration, store, LINE token, webhook and clock, and says what to do.',
  usage: '',
  words: 0,
  options: {},
  async run(_input, terminal): Promise<Outcome> {
    const config = deskConfig(terminal);
    const findings: Finding[] = [
      nodeVersion(),
      clock(),
      folder(config.dataDir),
      ...(await store(config, terminal)),
      ...(await lineFindings(config)),
      ...BY_HAND,
    ];
    const bad = findings.filter((one) => one.state === 'wrong').length;
    const lines = findings.map(({ what, state, say }) => `${MARKS[state]} ${what}: ${say}`);
    const verdict = bad === 0 ? 'Everything that can be checked from here is right.' : `${bad} to mend.`;
    return { ...done([...lines, '', verdict], { wrong: bad, findings }), code: bad === 0 ? 0 : 1 };
  },
};

const MARKS = { ok: '✔', wrong: '✘', 'by-hand': '☞' } as const;

/** LINE offers no way to read these switches (`docs/line-platform.md` §1.1, §1.5): someone has to look. */
const BY_HAND: readonly Finding[] = [
  byHand(
    'Webhook redelivery',
    'must be ON in the LINE Developers console, or messages are lost while we are down',
  ),
  byHand('Allow bot to join group chats', 'must be ON, or nobody can invite the bot to the staff group'),
  byHand(
    'Auto-reply and greeting messages',
    'must be OFF in LINE Official Account Manager, or people get two answers',
  ),
];

/** `package.json`, engines. */
function nodeVersion(): Finding {
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 16)
    ? ok('Node', version)
    : wrong('Node', `${version} is too old: run "npm ci", or install Node 24`);
}

/** A clock years off would remind of nothing, or of everything at once. */
function clock(): Finding {
  const now = new Date();
  return now.getUTCFullYear() >= 2026
    ? ok('Clock', now.toISOString())
    : wrong('Clock', `says ${now.toISOString()}: set it (timedatectl set-ntp true)`);
}

function folder(path: string): Finding {
  if (!existsSync(path)) return ok('Data folder', `${path} will be made`);
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong('Data folder', `${path} cannot be written by this user: change its owner, or DATA_DIR`);
  }
  // Windows has no such modes.
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return open
    ? wrong('Data folder', `${path} can be read by other users: chmod 700 ${path}`)
    : ok('Data folder', path);
}

async function store(config: Config, terminal: Terminal): Promise<Finding[]> {
  // Looking must not make one.
  if (!existsSync(join(config.dataDir, 'nong-ita.sqlite'))) return agencyFindings(config, []);
  try {
    return await withDesk(terminal, async (desk) => {
      const agencies = await desk.store.agencies();
      const findings = agencyFindings(config, agencies);
      for (const agency of agencies) {
        const chain = await desk.store.verify(agency);
        findings.push(
          chain.ok
            ? ok('Store', `${agency}: ${chain.entries} entries, chain unbroken`)
            : wrong('Store', `the ledger of ${agency} is broken at entry ${chain.brokenAt}: restore a copy`),
        );
        // Nobody can say who is in an office whose ledger cannot be read.
        if (chain.ok) findings.push(...(await coordinator(desk, agency)));
        const { failed, unknown } = await desk.store.outboxCounts(agency);
        if (failed + unknown > 0)
          findings.push(
            wrong('Messages', `${failed} of ${agency} did not arrive, ${unknown} may not have; see the log`),
          );
      }
      return findings;
    });
  } catch (error) {
    return [wrong('Store', problemWords(error))];
  }
}

/** An office that is at work needs one whom the bot can tell what waits. Before anybody joined there is nothing to say. */
async function coordinator({ ledger }: Desk, id: string): Promise<Finding[]> {
  const held = await ledger.read(id);
  if (held === null || Object.keys(held.agency.members).length === 0) return [];
  if (coordinatorsReached(held.agency).length > 0) return [];
  const say = `LINE reaches none of ${id}: let one write to the bot in the 1:1 chat, or appoint another: npm run -s ita -- member invite --role coordinator`;
  return [wrong('Coordinator', say)];
}

/** Agencies and LINE accounts belong together by id. */
function agencyFindings({ accounts }: Config, agencies: readonly string[]): Finding[] {
  if (agencies.length === 0)
    return [wrong('Agency', 'there is none yet: npm run -s ita -- agency add --help')];
  if (accounts.length === 0) return [];
  const served = accounts.map(({ agency }) => agency);
  return [
    ...served
      .filter((id) => !agencies.includes(id))
      .map((id) =>
        wrong('Agency', `LINE credentials are set for "${id}", which is not kept: set AGENCY, or add it`),
      ),
    ...agencies
      .filter((id) => !served.includes(id))
      .map((id) => wrong('Agency', `"${id}" has no LINE credentials, so nobody serves it`)),
  ];
}
