/**
 * The offices of the crash test: three agencies on one server, so that appends meet in one commit, each with seven people,
 * a staff group and a plan in which something falls due on every working morning. Made once, by the commands the terminal
 * uses; every run works on a copy.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskOn } from '../../src/cli/desk.ts';
import { example } from '../../src/cli/stage.ts';
import { addDays, instantOf } from '../../src/domain/calendar.ts';
import type { Command } from '../../src/domain/command.ts';
import { type PlanDraft, planDraft, readDraft } from '../../src/domain/draft.ts';
import type { EventOf, RoleIn } from '../../src/domain/event.ts';
import { firstImport } from '../../src/domain/revise.ts';
import type { BesideChange } from '../../src/flow/ports.ts';
import { createLog } from '../../src/log.ts';
import { createIds } from '../../src/simulator/ids.ts';
import type { Platform } from '../../src/simulator/platform.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';

/** Monday 3 November 2025, 08:00 in Bangkok: fiscal year 2569. */
export const START = instantOf('2025-11-03', 8 * 60);
export const YEAR = 2569;
const AGENCIES = ['north', 'south', 'east'];
const MEASURES = 10;

export interface Office {
  readonly agency: string;
  /** LINE id of the bot. */
  readonly bot: string;
  readonly secret: string;
  readonly token: string;
  /** LINE ids of the members; each may report every item. */
  readonly people: readonly string[];
  /** LINE id of the staff group. */
  readonly group: string;
  readonly oItems: readonly { readonly id: string; readonly number: number }[];
  readonly measures: readonly number[];
}

type OfficeFile = Omit<EventOf<'agency-added'>, 'type' | 'v'>;

/** Makes the store of all offices in `folder`. */
export async function makeOffices(folder: string): Promise<Office[]> {
  const clock = { now: () => START, after: () => () => {} };
  const log = createLog('silent');
  const store = openSqliteStore({ folder, log, now: clock.now });
  const desk = deskOn(store, clock, log);
  const { ids } = desk.world;
  const line = createIds();
  const expires = START + 86_400_000;
  const by = { kind: 'console' as const };
  const offices: Office[] = [];
  for (const agency of AGENCIES) {
    const must = async (command: Command, beside: readonly BesideChange[] = []) => {
      const kept = await desk.command(agency, command, beside);
      if (!kept.ok) throw new Error(`${command.type} is refused: ${kept.refusal.kind}`);
    };
    const { name, shortName, divisions, contact, complaint } = example<OfficeFile>('office.json');
    await must({ type: 'add-agency', name, shortName, divisions, contact, complaint });
    const roles: RoleIn[][] = divisions.map(({ code }) => [{ role: 'staff', division: code }]);
    const people: string[] = [];
    for (const held of [...roles, [{ role: 'coordinator' as const }]]) {
      const [invite, member, user] = [ids.id(), ids.id(), line.user()];
      await must({ type: 'make-invite', by, invite, roles: held, expires });
      const record = {
        kind: 'person' as const,
        id: member,
        key: user,
        value: { name: `คนที่ ${people.length + 1}` },
      };
      await must({ type: 'join', member, invite }, [{ do: 'put', record }]);
      people.push(user);
    }
    const [code, bound, group] = [ids.id(), ids.id(), line.group()];
    await must({ type: 'make-group-code', by, code, purpose: 'staff', expires });
    await must({ type: 'bind-group', group: bound, code }, [
      { do: 'put', record: { kind: 'group', id: bound, key: group, value: {} } },
    ]);
    const plan = readDraft(busyPlan(), divisions, ids.id);
    const { year, title, catalogue, oitDue, items } = plan;
    const change = firstImport({ year, title, catalogue, oitDue, items });
    await must({ type: 'revise-plan', by, revision: ids.id(), change });
    await must({ type: 'open-plan', by, year });
    offices.push({
      agency,
      bot: line.user(),
      secret: `secret-of-${agency}`,
      token: `token-of-${agency}`,
      people,
      group,
      oItems: items.filter((item) => item.kind === 'oit'),
      measures: items.flatMap((item) => (item.kind === 'measure' ? [item.number] : [])),
    });
  }
  await store.close();
  return offices;
}

/** Everybody owns everything; the measures ended one day after another, so that on each weekday some are pressed for. */
function busyPlan(): PlanDraft {
  const everybody = [{ code: 'all', name: 'ทุกกอง' }];
  return planDraft.parse({
    plan: { fiscalYear: YEAR },
    measures: Array.from({ length: MEASURES }, (_, index) => ({
      number: index + 1,
      title: `มาตรการทดสอบข้อ ${index + 1}`,
      responsible: everybody,
      period: { start: '2025-10-01', end: addDays('2025-10-20', index) },
    })),
    oItems: Array.from({ length: 26 }, (_, index) => ({ id: `O${index + 1}`, responsible: everybody })),
  });
}

/** A draft for `ita import`; returns its path. */
export function writeDraft(folder: string): string {
  const path = join(folder, 'another-plan.json');
  const measures = [1, 2, 3].map((number) => ({ number, title: `มาตรการปีอื่น ${number}` }));
  writeFileSync(path, JSON.stringify({ plan: { fiscalYear: 2580 }, measures }));
  return path;
}

/** The file of `AGENCIES_FILE`; returns its path. */
export function writeAccounts(folder: string, offices: readonly Office[]): string {
  const path = join(folder, 'agencies.json');
  const accounts = offices.map(({ agency, secret, token, bot }) => ({
    id: agency,
    secret,
    token,
    destination: bot,
  }));
  writeFileSync(path, JSON.stringify(accounts));
  return path;
}

/** Puts the offices' people, groups and bots on a platform, under the ids the store knows. */
export function populate(platform: Platform, offices: readonly Office[]): void {
  const { world } = platform;
  for (const { agency, bot, secret, token, people, group } of offices) {
    world.addBot({ name: agency, secret, token, userId: bot, quota: null, redelivery: true });
    for (const id of people) {
      world.addUser({ name: id, id });
      world.setFriendship(id, bot, 'friend');
    }
    world.addGroup({ name: agency, members: people, bot, id: group });
  }
}
