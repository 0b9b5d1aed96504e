/** What a coordinator asks in 1:1 about what waits for him, the month's messages and what will be sent. */
import { type CardPhrase, cardPhrase } from '../chat/card-phrases.ts';
import { peopleInMatters, sayCard } from '../chat/say-card.ts';
import { peopleInDryRun, sayDryRun } from '../chat/say-dry-run.ts';
import { meterLine, sayMeter } from '../chat/say-meter.ts';
import { decide } from '../domain/decide.ts';
import { dryRun } from '../domain/dry-run.ts';
import { mattersFor } from '../domain/matters.ts';
import { holds } from '../domain/permission.ts';
import { heldBack } from '../domain/sends.ts';
import { planSends } from '../domain/spend.ts';
import { type Response, say, sceneNow, speaking, type Turn } from './response.ts';
import { draftsFor, draftsOf } from './send-card.ts';
import { meterOf, spendingOf } from './spending.ts';

const DAYS_AHEAD = 14;

/** Null = it is no such phrase, or not for this person: then it is understood as any other words. */
export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  const { inbound } = turn;
  const member = speaking(turn);
  if (inbound.chat.kind !== 'user' || member === undefined || !holds(member, 'coordinator')) return null;
  const phrase = cardPhrase(text);
  return phrase === null ? null : ACTS[phrase](turn, member.id);
}

const ACTS: Readonly<Record<CardPhrase, (turn: Turn, member: string) => Promise<Response>>> = {
  matters: showMatters,
  quota: showMeter,
  plan: showPlan,
};

/** The card, whenever he asks; the first of a day counts as that day's, and saves its push. */
async function showMatters(turn: Turn, member: string): Promise<Response> {
  const { world, held } = turn;
  const { agency } = held;
  const now = world.clock.now();
  const { left, reserve } = await spendingOf(world, agency, now);
  const waiting = heldBack(planSends(agency, now, { left, reserve }).held);
  const drafts = await draftsOf(world, agency.id, member);
  const matters = mattersFor(agency, member, now, { drafts, ...waiting });
  const keys = matters.map(({ key }) => key);
  const outbox = world.ids.id();
  const decision = decide(agency, { type: 'send-card', member, matters: keys, outbox, cost: 0 }, now);
  const scene = await sceneNow(turn, { people: peopleInMatters(matters) });
  const said = sayCard(scene, matters, meterLine(world.quotas.now(agency)));
  return { ...say(turn, said), ...(decision.ok ? { outbox, events: decision.events } : {}) };
}

async function showMeter(turn: Turn): Promise<Response> {
  const { world, held } = turn;
  const meter = await meterOf(world, held.agency, world.clock.now());
  return say(turn, sayMeter(await sceneNow(turn), meter));
}

async function showPlan(turn: Turn): Promise<Response> {
  const { world, held } = turn;
  const now = world.clock.now();
  const { left, limit, used, summary } = await spendingOf(world, held.agency, now);
  const days = dryRun(
    held.agency,
    now,
    DAYS_AHEAD,
    { left, limit, summary },
    await draftsFor(world, held.agency),
  );
  const scene = await sceneNow(turn, { people: peopleInDryRun(days) });
  return say(turn, sayDryRun(scene, days, DAYS_AHEAD, meterLine({ used, limit })));
}
