/** The main job, over real HTTP with SQLite on disk: the same story whatever the plan. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { linesOfMessage } from '../../src/cli/print-message.ts';
import { AGENCY, openStage, type Person, type Stage } from '../../src/cli/stage.ts';
import { buttonIn } from '../../src/cli/story.ts';
import type { Agency, Item } from '../../src/domain/agency.ts';
import {
  addDays,
  addMonths,
  instantOf,
  monthOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../src/domain/calendar.ts';
import type { PlanDraft } from '../../src/domain/draft.ts';
import { finishDue } from '../../src/domain/due.ts';
import { daysOffOf } from '../../src/domain/holidays.ts';
import { evidenceOf, presentReport, statusIn } from '../../src/domain/item.ts';
import type { Log } from '../../src/flow/ports.ts';
import type { Place } from '../../src/simulator/platform.ts';

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

const NINE = 9 * 60;

/** Plays it with a plan and the number of the measure it is about; the office is the example's. */
export async function playMainJob(
  draft: PlanDraft | undefined,
  measure: number,
  start: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-main-job-'));
  const errors: string[] = [];
  const log: Log = {
    ...silentLog,
    error: (facts, message) => errors.push(`${message} ${JSON.stringify(facts)}`),
  };
  const stage = await openStage({ folder, log, start, ...(draft === undefined ? {} : { draft }) });
  try {
    await mainJob(stage, measure);
    expect(errors).toEqual([]);
    expect(stage.platform.record.refused).toEqual([]);
  } finally {
    await stage.stop();
    rmSync(folder, { recursive: true });
  }
}

async function mainJob(stage: Stage, number: number): Promise<void> {
  const { clock, platform } = stage;
  const item = await measure(stage, number);
  const due = finishDue(await agency(stage), item) ?? '';
  const [division = ''] = item.divisions;
  const staff = holding(stage, 'staff', division, true);
  const head = holding(stage, 'head', division);
  const name = `มาตรการที่ ${number}`;

  // A week before, whoever receives for the division is reminded once, in 1:1.
  const morning = workingDayOnOrBefore(addDays(due, -7), daysOffOf(await agency(stage)));
  await clock.set(instantOf(morning, NINE - 30));
  const before = said(stage, { user: staff.user }).length;
  await clock.set(instantOf(morning, NINE));
  const reminders = said(stage, { user: staff.user }).slice(before);
  expect(reminders).toHaveLength(1);
  expect(reminders[0]?.via).toBe('push');
  expect(words(reminders[0])).toContain(name);
  expect(words(reminders[0])).toMatch(/อีก \d+ วัน/);

  // The power goes; the reminder is not sent again, and its button still works.
  await stage.restart();
  await stage.settle();
  expect(said(stage, { user: staff.user })).toHaveLength(before + 1);
  const action = buttonOf(reminders[0]?.message, name, 'เสร็จแล้ว');
  await platform.press({ user: staff.user }, action);
  await stage.settle();
  const echo = said(stage, { user: staff.user }).at(-1);
  const kept = await measure(stage, number);
  expect(statusIn(kept, division)).toBe('done');
  expect(echo?.via).toBe('reply');
  // Of an item several divisions share he tells his own part.
  expect(words(echo)).toContain(kept.divisions.length > 1 ? 'บันทึกส่วนของ' : 'บันทึกแล้วค่ะ');
  expect(words(echo)).toContain(staff.name);
  expect(buttonIn(echo?.message, 'ยกเลิก')).not.toBeNull();
  expect(presentReport(kept)?.chat).toBe('direct');

  // Something must show it too: a link, and then nothing of it is missing.
  await platform.say({ user: staff.user }, `${name} https://www.dontawan.example/ita/${number}`);
  await stage.settle();
  expect(words(said(stage, { user: staff.user }).at(-1))).toContain('บันทึกหลักฐานแล้วค่ะ');
  expect(evidenceOf(await measure(stage, number))).toHaveLength(1);

  // The head asks in the group what is missing, and is answered there; lunch is left alone.
  const group: Place = { user: head.user, group: stage.group };
  const silent = said(stage, group).length;
  await platform.say(group, 'เที่ยงนี้กินข้าวที่ไหนดี');
  await stage.settle();
  expect(said(stage, group)).toHaveLength(silent);
  await platform.say(group, `บอท ${divisionName(await agency(stage), division)}ค้างอะไร`);
  await stage.settle();
  const answer = said(stage, group).at(-1);
  expect(answer?.via).toBe('reply');
  expect(words(answer)).not.toMatch(new RegExp(`ม\\.${number}(?!\\d)`));

  // The month is summed up in the group on its first working day: once, with a code that proves the ledger.
  const posts = said(stage, group).filter((one) => one.via === 'push').length;
  const summaryDay = workingDayOnOrAfter(
    `${addMonths(monthOf(clock.now()), 1)}-01`,
    daysOffOf(await agency(stage)),
  );
  await clock.set(instantOf(summaryDay, NINE));
  await stage.restart();
  await clock.set(instantOf(addDays(summaryDay, 1), NINE));
  const summaries = said(stage, group)
    .filter((one) => one.via === 'push')
    .slice(posts);
  expect(summaries).toHaveLength(1);
  expect(words(summaries[0])).toContain('สรุปเดือน');
  const code = /[0-9a-f]{8}(?![0-9a-f])/.exec(words(summaries[0]))?.[0] ?? '';
  const proof = await stage.desk().store.verify(AGENCY, code);
  expect(proof).toMatchObject({ ok: true, headFound: true });

  // Nobody got the same push twice, and the platform has no message we do not know of.
  const pushes = platform.record.accepted
    .filter((one) => one.kind === 'push')
    .map((one) => `${one.to} ${JSON.stringify(one.messages)}`);
  expect(new Set(pushes).size).toBe(pushes.length);
  const counts = await stage.desk().store.outboxCounts(AGENCY);
  expect(counts).toMatchObject({ pending: 0, failed: 0, unknown: 0, lost: 0 });
}

interface Said {
  readonly via: string;
  readonly message: unknown;
}

function said(stage: Stage, place: Place): Said[] {
  return stage.platform.world
    .conversation(place)
    .flatMap((entry) => ('message' in entry ? [{ via: entry.via, message: entry.message }] : []));
}

function words(one: Said | undefined): string {
  return linesOfMessage(one?.message).join('\n');
}

/** The button of the card about that item: a carousel holds several cards. */
function buttonOf(message: unknown, name: string, label: string): unknown {
  if (typeof message !== 'object' || message === null || !('contents' in message)) return null;
  const { contents } = message;
  const inner =
    typeof contents === 'object' && contents !== null && 'contents' in contents ? contents.contents : null;
  const bubbles: readonly unknown[] = Array.isArray(inner) ? inner : [contents];
  const card = bubbles.find((bubble) => new RegExp(`"${name}"`).test(JSON.stringify(bubble)));
  return buttonIn(card, label);
}

async function agency(stage: Stage): Promise<Agency> {
  const held = await stage.desk().ledger.read(AGENCY);
  if (held === null) throw new Error('the example office is gone');
  return held.agency;
}

async function measure(stage: Stage, number: number): Promise<Item> {
  const { items } = await agency(stage);
  const found = Object.values(items).find((item) => item.kind === 'measure' && item.number === number);
  if (found === undefined) throw new Error(`no measure ${number}`);
  return found;
}

/** `receives`: whom the division chose to be reminded. */
function holding(stage: Stage, role: string, division: string, receives = false): Person {
  const found = stage.people.find(
    (one) =>
      (!receives || one.receiver === true) &&
      one.roles.some((held) => held.role === role && held.division === division),
  );
  if (found === undefined) throw new Error(`nobody is ${role} of ${division}`);
  return found;
}

function divisionName(of: Agency, code: string): string {
  return of.profile?.divisions.find((one) => one.code === code)?.name ?? code;
}
