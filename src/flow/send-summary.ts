/**
 * The month's summary: to the staff group, once; to the coordinators while there is none, or when LINE refuses its card, so
 * that no month is lost.
 */
import { forGroup } from '../chat/buttons.ts';
import { type HeadInGroup, saySummary } from '../chat/say-summary.ts';
import { saySummaryInWords } from '../chat/say-summary-in-words.ts';
import type { Agency } from '../domain/agency.ts';
import type { Instant } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { Recipient } from '../domain/event.ts';
import { isInWords } from '../domain/evolve-pushes.ts';
import { coordinatorsReached } from '../domain/matters.ts';
import { allLate, headsOfLate, monthSummary, reasonOf } from '../domain/summary.ts';
import { summaryDue } from '../domain/summary-when.ts';
import type { World } from './flow.ts';
import { lineIdOf } from './line-id.ts';
import { sceneOf } from './scene.ts';
import { costOf } from './spending.ts';
import { staffGroup } from './staff-group.ts';
import { type Due, pushOf } from './sweep-due.ts';
import type { Held } from './transact.ts';

interface Target {
  readonly to: Recipient;
  /** LINE id. */
  readonly chat: string;
}

/** Decides that the summary is posted, if one is due, and to whom. `heads` = who may be mentioned in the group. */
export async function sendSummary(
  world: World,
  held: Held,
  now: Instant,
  due: Due,
  heads: readonly HeadInGroup[],
): Promise<void> {
  const { agency } = held;
  const month = summaryDue(agency, now);
  const summary = month === null ? null : monthSummary(agency, month, now);
  if (month === null || summary === null) return;
  const inWords = isInWords(agency, month);
  const texts = allLate(summary).map((item) => reasonOf(agency, item, summary.asOf));
  const messages = await Promise.all(
    (await targets(world, agency, inWords)).map(async ({ to, chat }) => {
      const inGroup = 'group' in to;
      const speaker = inGroup ? { member: null, group: to.group } : { member: to.member, group: null };
      const scene = await sceneOf(world, held, speaker, { texts });
      const said = inWords
        ? saySummaryInWords(scene, summary)
        : saySummary(scene, summary, null, inGroup ? heads : []);
      return pushOf(world, world.ids.id(), chat, to, inGroup ? said.map(forGroup) : said);
    }),
  );
  const to = messages.flatMap((message) => message.to ?? []);
  const outbox = messages.map(({ id }) => id);
  const cost = await costOf(world, agency, to);
  const decision = decide(agency, { type: 'post-summary', month, to, outbox, cost }, now);
  if (!decision.ok) return;
  due.events.push(...decision.events);
  due.outbox.push(...messages);
}

/**
 * The heads with something late who are in the group now, if the office wants them mentioned and a summary is due: LINE takes
 * no message that mentions anyone else. Asked of LINE, so not within a transaction; of whom nothing is told is not mentioned.
 */
export async function headsInGroup(world: World, agency: Agency): Promise<HeadInGroup[]> {
  const line = world.line(agency.id);
  const now = world.clock.now();
  if (line === null || !agency.policy.mentions) return [];
  const month = summaryDue(agency, now);
  const summary = month === null ? null : monthSummary(agency, month, now);
  const group = month === null || isInWords(agency, month) ? null : await staffGroup(world, agency);
  if (summary === null || group === null) return [];
  const found = await Promise.all(
    headsOfLate(agency, summary).map(async ({ division, member }) => {
      const user = await lineIdOf(world, agency.id, member);
      if (user === null) return [];
      const told = await line.inGroup(group.chat, user);
      return told.kind === 'told' && told.value ? [{ division, user }] : [];
    }),
  );
  return found.flat();
}

async function targets(world: World, agency: Agency, inWords: boolean): Promise<Target[]> {
  const group = inWords ? null : await staffGroup(world, agency);
  if (group !== null) return [{ to: { group: group.group }, chat: group.chat }];
  const known = await Promise.all(
    coordinatorsReached(agency).map(async ({ id: member }): Promise<Target[]> => {
      const chat = await lineIdOf(world, agency.id, member);
      return chat === null ? [] : [{ to: { member }, chat }];
    }),
  );
  return known.flat();
}
