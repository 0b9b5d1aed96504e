/** What is still wanted is asked for: which item, which link, which day. */
import { askEvidence, askExtensionDate, askSnoozeDay, askWhich, askYear } from '../chat/ask.ts';
import type { Intent, Wanted } from '../chat/intent.ts';
import type { Scene } from '../chat/scene.ts';
import type { Item } from '../domain/agency.ts';
import { reporterOnly } from '../domain/decision.ts';
import type { ItemNumber } from '../domain/item.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { mayAnswer } from '../domain/receivers.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refused, report } from './act.ts';
import { sayNotFound } from './answer.ts';
import { type Meant, meant } from './meant.ts';
import { actor, alone, type Response, say, sceneNow, speaking, type Turn } from './response.ts';

/** The items, or why not: a stranger, a number nobody has, or one that two open years have. */
export async function itemsFor(
  turn: Turn,
  numbers: readonly ItemNumber[],
  year: number | null,
  wanted: Wanted | null,
): Promise<readonly Item[] | Response> {
  const found: Meant = meant(turn.held.agency, turn.speaker, numbers, year);
  if (turn.speaker.member === null) return refused(turn, { kind: 'not-a-member' });
  if (found.kind === 'found') return found.items;
  const scene = await sceneNow(turn);
  if (found.kind === 'none') {
    const other = otherReading(turn, numbers, year);
    if (other === null || wanted === null) return alone(say(turn, sayNotFound(scene, numbers, year)));
    return askOf(turn, scene, wanted, [other]);
  }
  return alone(say(turn, askYear(scene, found.items, numbers.length === 1 ? wanted : null)));
}

/** `ข้อ 12` of a plan with fewer measures: perhaps O12 is meant. It is asked, not taken. */
function otherReading(turn: Turn, numbers: readonly ItemNumber[], year: number | null): Item | null {
  const [only, ...others] = numbers;
  if (only === undefined || others.length > 0 || only.kind !== 'measure') return null;
  const { items } = meant(turn.held.agency, turn.speaker, [{ kind: 'oit', number: only.number }], year);
  return items.length === 1 ? (items[0] ?? null) : null;
}

/** The same, where naming none is as good: it means what was last reminded. */
export async function itemsOrNone(
  turn: Turn,
  numbers: readonly ItemNumber[],
  year: number | null,
): Promise<readonly Item[] | Response> {
  return numbers.length === 0 ? [] : itemsFor(turn, numbers, year, null);
}

/** Of which item? One alone is asked as "this one?". */
export function askOf(turn: Turn, scene: Scene, wanted: Wanted, candidates: readonly Item[]): Response {
  const only = candidates.length === 1 ? { only: numbersOf(candidates) } : {};
  return say(turn, askWhich(scene, wanted, candidates), { kind: 'item', wanted, ...only });
}

/** The one that was offered is not meant: which is it then? */
export async function askOther(turn: Turn, wanted: Wanted): Promise<Response> {
  return askOf(turn, await sceneNow(turn), wanted, []);
}

/** Of several that fit, those he may do it to; none of them = all, so that the refusal can say whose they are. */
export function reportable(turn: Turn, items: readonly Item[], wanted: Wanted): readonly Item[] {
  const member = speaking(turn);
  if (member === undefined || wanted.do === 'detail' || wanted.do === 'responsible') return items;
  const own = items.filter((item) => mayAnswer(turn.held.agency, member, item));
  return own.length > 0 ? own : items;
}

/** An executive reports nothing: he is not asked of which item. */
export function mayNothing(turn: Turn, { do: what }: Wanted): Refusal | null {
  const member = speaking(turn);
  if (what === 'detail' || what === 'responsible' || member === undefined) return null;
  if (holds(member, 'coordinator') || divisionsOf(member).length > 0) return null;
  return { kind: 'not-permitted', who: ['staff', 'head', 'coordinator'] };
}

// ---------------------------------------------------------------- a link, a day

/** Where is the evidence? `kept` = the report of the same message, dropped with the question. */
export async function askLink(
  turn: Turn,
  items: readonly Item[],
  kept: string | null = null,
): Promise<Response> {
  const no = barred(turn, items);
  if (no !== null) return refused(turn, no);
  const scene = await sceneNow(turn, { items });
  return say(turn, askEvidence(scene, items), { kind: 'link', ...numbersOf(items), kept });
}

/** `O9 เสร็จแล้ว แนบไฟล์แล้ว`: the status is kept, the link it speaks of is still wanted. */
export async function thenAskLink(
  turn: Turn,
  items: readonly Item[],
  { status }: Extract<Intent, { intent: 'attach_evidence' }>,
): Promise<Response> {
  const kept = await report(turn, { items: items.map(({ id }) => ({ item: id, status })) });
  const [act] = (kept.events ?? []).flatMap((event) =>
    event.type === 'item-reported' ? [event.report] : [],
  );
  if (act === undefined) return kept;
  const asked = await askLink(turn, items, act);
  return {
    ...kept,
    messages: [...kept.messages, ...asked.messages],
    ...(asked.asked ? { asked: asked.asked } : {}),
  };
}

/** Until when is a later date asked for, or on which day shall he be reminded? */
export async function askDay(
  turn: Turn,
  items: readonly Item[],
  intent: 'request_extension' | 'snooze_reminder',
  note = '',
): Promise<Response> {
  const scene = await sceneNow(turn, { items });
  if (scene.member === null) return refused(turn, { kind: 'not-a-member' });
  const no = intent === 'request_extension' ? barred(turn, items) : null;
  if (no !== null) return refused(turn, no);
  const question =
    intent === 'request_extension' ? askExtensionDate(scene, items) : askSnoozeDay(scene, items);
  return say(turn, question, { kind: 'day', intent, ...numbersOf(items), note });
}

/** Why he may not act on one of the items, before he is asked anything about it. */
function barred(turn: Turn, items: readonly Item[]): Refusal | null {
  for (const item of items) {
    const no = reporterOnly(turn.held.agency, actor(turn), item);
    if (no !== null) return no;
  }
  return null;
}

/** Items as a question remembers them: by number, with the year of the first. */
export function numbersOf(items: readonly Item[]) {
  const years = new Set(items.map(({ year }) => year));
  const [year = null] = years;
  return { items: items.map(({ kind, number }): ItemNumber => ({ kind, number })), year };
}
