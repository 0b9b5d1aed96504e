/** What follows from an intent or a pressed button: something done, a question answered, or a question asked back. */
import { askEvidence, askExtensionDate, askSnoozeDay, askWhich, askYear } from '../chat/ask.ts';
import { type Asked, intentOf } from '../chat/asked.ts';
import type { Intent, ReportSaid, Wanted } from '../chat/intent.ts';
import { isDutyPress, isJoiningPress, isOfficePress, type Press } from '../chat/postback.ts';
import type { Scene } from '../chat/scene.ts';
import { BUTTON_IN_GROUP, NOTHING_KEPT, ONLY_LINKS, WHOSE_ITEMS } from '../chat/words.ts';
import type { Item } from '../domain/agency.ts';
import { reporterOnly } from '../domain/decision.ts';
import { codeOf, type ItemNumber } from '../domain/item.ts';
import { likelyItems } from '../domain/likely.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { mayAnswer } from '../domain/receivers.ts';
import type { Refusal } from '../domain/refusal.ts';
import { acknowledge, giveEvidence, refused, report, snooze } from './act.ts';
import { actOnDutyPress } from './act-duties.ts';
import { askExtension, decideExtension, undoAndTell } from './act-extension.ts';
import { actOnOfficePress } from './act-import.ts';
import { actOnJoiningPress } from './act-joining-press.ts';
import { actOnErase } from './act-privacy.ts';
import { answer, peopleNamed, type Question, reasonsNamed, sayNotFound } from './answer.ts';
import { everyItem, type Meant, meant, meantByQuestion } from './meant.ts';
import { actor, alone, type Response, say, sceneNow, speaking, type Turn } from './response.ts';

type Said = Exclude<Intent, { intent: 'none' }>;

/** Acts on what was understood. */
export async function actOnIntent(turn: Turn, intent: Said): Promise<Response> {
  switch (intent.intent) {
    case 'report_status':
      return actOnReport(turn, intent);
    case 'attach_evidence': {
      const { items, year, url, status } = intent;
      const found = await itemsFor(turn, items, year, { do: 'evidence', url, status });
      if ('messages' in found) return found;
      const ids = found.map(({ id }) => id);
      if (url === null) return status === null ? askLink(turn, found) : thenAskLink(turn, found, intent);
      if (status === null) return giveEvidence(turn, ids, url);
      const { percent, note = '' } = intent;
      return report(turn, { items: ids.map((item) => ({ item, status, percent })), url, note });
    }
    case 'request_extension': {
      const { items, year, dueDate, note } = intent;
      const found = await itemsFor(turn, items, year, { do: 'extension', dueDate, note });
      if ('messages' in found) return found;
      if (dueDate === null) return askDay(turn, found, 'request_extension', note);
      return askExtension(
        turn,
        found.map(({ id }) => id),
        dueDate,
        note,
      );
    }
    case 'snooze_reminder': {
      const found = await itemsOrNone(turn, intent.items, intent.year);
      if ('messages' in found) return found;
      if (intent.dueDate === null) return askDay(turn, found, 'snooze_reminder');
      return snooze(
        turn,
        found.map(({ id }) => id),
        intent.dueDate,
      );
    }
    case 'acknowledge_reminder': {
      // A word of thanks from someone who was reminded of nothing: nobody is refused for politeness.
      if (turn.speaker.member === null) return ask(turn, intent);
      const found = await itemsOrNone(turn, intent.items, intent.year);
      return 'messages' in found
        ? found
        : acknowledge(
            turn,
            found.map(({ id }) => id),
          );
    }
    case 'undo_last': {
      // A citizen has nothing here to take back: what he may do helps more than a refusal.
      if (turn.speaker.member === null && turn.speaker.group === null) return ask(turn, { intent: 'help' });
      if (intent.items.length === 0) return undoAndTell(turn, { kind: 'newest' });
      const found = await itemsOrNone(turn, intent.items, intent.year);
      return 'messages' in found
        ? found
        : undoAndTell(turn, { kind: 'items', items: found.map(({ id }) => id) });
    }
    case 'ambiguous':
      return askBack(turn, intent);
    default:
      return ask(turn, intent);
  }
}

async function actOnReport(turn: Turn, said: ReportSaid): Promise<Response> {
  const { year, note, percent } = said;
  if (said.items === 'ALL') {
    if (turn.speaker.member === null) return refused(turn, { kind: 'not-a-member' });
    const { status } = said;
    if (status === null) return ask(turn, { intent: 'ambiguous', items: [], year, wanted: null });
    const items = everyItem(turn.held.agency, turn.speaker, said);
    if (items.length === 0) return say(turn, [{ type: 'text', text: WHOSE_ITEMS }]);
    const { division } = said;
    return report(turn, { items: items.map(({ id }) => ({ item: id, status, percent })), note, division });
  }
  const { status } = said;
  const wanted: Wanted | null =
    status === null ? null : { do: 'report', status, note, ...(percent === undefined ? {} : { percent }) };
  const found = await itemsFor(turn, [...said.items, ...said.replaces], year, wanted);
  if ('messages' in found) return found;
  const right = found.slice(0, said.items.length);
  const wrong = found.slice(said.items.length);
  const told = (item: Item) => {
    const part = said.reports.find(({ items }) => items.some((number) => codeOf(number) === codeOf(item)));
    return { item: item.id, status: part?.status ?? status, percent: part?.percent ?? percent };
  };
  const replaces = wrong.map(({ id }) => id);
  return report(turn, { items: right.map(told), note, replaces, division: said.division });
}

/** Acts on a pressed button. In a group a postback proves nothing about who pressed, so it may only ask. */
export async function actOnPress(turn: Turn, press: Press): Promise<Response> {
  const { agency } = turn.held;
  const others = isOfficePress(press) || isJoiningPress(press) || isDutyPress(press);
  if ((CHANGES.has(press.do) || others) && turn.inbound.chat.kind === 'group')
    return say(turn, [{ type: 'text', text: BUTTON_IN_GROUP }]);
  if (isOfficePress(press)) return actOnOfficePress(turn, press);
  if (isJoiningPress(press)) return actOnJoiningPress(turn, press);
  if (isDutyPress(press)) return actOnDutyPress(turn, press);
  // A forged button may name what every object has, such as `constructor`.
  const named = 'item' in press && press.item !== undefined ? press.item : null;
  if (named !== null && !Object.hasOwn(agency.items, named)) return refused(turn, { kind: 'no-such-item' });
  const item = named === null ? undefined : agency.items[named];
  const items = item === undefined ? [] : [item];
  const ids = items.map(({ id }) => id);
  switch (press.do) {
    case 'report': {
      const { status, percent, entry } = press;
      return report(turn, { items: ids.map((id) => ({ item: id, status, percent })), drawnFrom: entry });
    }
    case 'evidence':
      return giveEvidence(turn, ids, press.url);
    case 'give':
      return askLink(turn, items);
    case 'extension':
      return askExtension(turn, ids, press.until, '');
    case 'grant':
    case 'refuse':
      return decideExtension(turn, press.extension, press.do === 'grant');
    case 'later':
      return askDay(turn, items, 'request_extension');
    case 'snooze':
      return snooze(turn, ids, press.until);
    case 'acknowledge':
      return acknowledge(turn, ids);
    case 'undo':
      return undoAndTell(turn, { kind: 'act', act: press.act });
    case 'detail':
      return questionOf(turn, { intent: 'ask_item_detail', items: [], year: null }, items);
    case 'responsible':
      return questionOf(turn, { intent: 'ask_responsible', items: [], year: null }, items);
    case 'missing':
      return ask(turn, { intent: 'ask_missing_items', division: knownDivision(turn, press.division) });
    case 'progress':
      return ask(turn, { intent: 'ask_overall_progress' });
    case 'divisions':
      return ask(turn, { intent: 'ask_division_status', division: 'ALL' });
    case 'due': {
      const { month = null, until = null, overdue = false } = press;
      return ask(turn, { intent: 'ask_due', month, dueDate: until, overdue, division: null });
    }
    case 'score':
      return ask(turn, { intent: 'ask_score' });
    case 'summary':
      return ask(turn, { intent: 'ask_summary_month', month: press.month, division: null });
    case 'measures':
      return ask(turn, { intent: 'list_measures_public' });
    case 'help':
      return ask(turn, { intent: 'help' });
    case 'erase-me':
      return actOnErase(turn, press);
  }
}

/** What needs the presser's own bound id; `give` and `later` open a question only he may answer. */
const CHANGES: ReadonlySet<Press['do']> = new Set([
  'report',
  'evidence',
  'give',
  'extension',
  'grant',
  'refuse',
  'later',
  'snooze',
  'acknowledge',
  'undo',
  'erase-me',
]);

/** The question the bot had asked is dropped, with the report of the message that raised it; nothing else. */
export async function dropped(turn: Turn, asked: Asked): Promise<Response> {
  if (asked.kind === 'link' && asked.kept !== null)
    return undoAndTell(turn, { kind: 'act', act: asked.kept });
  return say(turn, [{ type: 'text', text: NOTHING_KEPT }]);
}

/** A picture or a file: it cannot be kept yet, and silence would look as if it were. */
export function onlyLinks(turn: Turn, open: Asked | null): Response {
  return say(turn, [{ type: 'text', text: ONLY_LINKS }], open ?? undefined);
}

async function ask(turn: Turn, question: Question): Promise<Response> {
  const numbers = 'items' in question ? question.items : [];
  const year = 'year' in question ? question.year : null;
  return questionOf(turn, question, meantByQuestion(turn.held.agency, turn.speaker, numbers, year).items);
}

async function questionOf(turn: Turn, question: Question, items: readonly Item[]): Promise<Response> {
  const { agency } = turn.held;
  const people = peopleNamed(agency, question, items);
  const texts = reasonsNamed(agency, question, turn.world.clock.now());
  return say(turn, answer(await sceneNow(turn, { items, people, texts }), question, items));
}

/** What was said lacks its item, or only an item was named. */
async function askBack(turn: Turn, said: Extract<Intent, { intent: 'ambiguous' }>): Promise<Response> {
  const { agency } = turn.held;
  const { member, group } = turn.speaker;
  if (member === null) return ask(turn, said);
  const { wanted } = said;
  const fitting = said.items.flatMap((number) => meant(agency, turn.speaker, [number], said.year).items);
  const candidates = wanted === null ? fitting : reportable(turn, fitting, wanted);
  const [only, ...others] = candidates;
  const scene = await sceneNow(turn, { items: candidates });
  if (only === undefined) {
    if (said.items.length > 0) return alone(say(turn, sayNotFound(scene, said.items, said.year)));
    if (wanted === null) return ask(turn, said);
    const no = mayNothing(turn, wanted);
    if (no !== null) return refused(turn, no);
    const likely = likelyItems(agency, member, group, turn.world.clock.now());
    return askOf(turn, scene, wanted, likely);
  }
  if (others.length === 0) {
    const { items, year } = numbersOf([only]);
    if (wanted !== null && said.items.length > 1) {
      // Of the readings of a number (`12`) only one exists: that was meant. Where only one is his, it is asked.
      if (fitting.length === 1) return actOnIntent(turn, intentOf(wanted, items, year));
      return askOf(turn, scene, wanted, candidates);
    }
    // Named surely, but the speaker himself was not sure, or did not say what about it.
    return { ...(await questionOf(turn, { ...said, items }, [only])), asked: { kind: 'what', items, year } };
  }
  return say(turn, askWhich(scene, wanted, candidates), { kind: 'item', wanted: wanted ?? { do: 'detail' } });
}

/** Of which item? One alone is asked as "this one?". */
function askOf(turn: Turn, scene: Scene, wanted: Wanted, candidates: readonly Item[]): Response {
  const only = candidates.length === 1 ? { only: numbersOf(candidates) } : {};
  return say(turn, askWhich(scene, wanted, candidates), { kind: 'item', wanted, ...only });
}

/** The one that was offered is not meant: which is it then? */
export async function askOther(turn: Turn, wanted: Wanted): Promise<Response> {
  return askOf(turn, await sceneNow(turn), wanted, []);
}

/** Of several that fit, those he may do it to; none of them = all, so that the refusal can say whose they are. */
function reportable(turn: Turn, items: readonly Item[], wanted: Wanted): readonly Item[] {
  const member = speaking(turn);
  if (member === undefined || wanted.do === 'detail' || wanted.do === 'responsible') return items;
  const own = items.filter((item) => mayAnswer(turn.held.agency, member, item));
  return own.length > 0 ? own : items;
}

/** An executive reports nothing: he is not asked of which item. */
function mayNothing(turn: Turn, { do: what }: Wanted): Refusal | null {
  const member = speaking(turn);
  if (what === 'detail' || what === 'responsible' || member === undefined) return null;
  if (holds(member, 'coordinator') || divisionsOf(member).length > 0) return null;
  return { kind: 'not-permitted', who: ['staff', 'head', 'coordinator'] };
}

/** Why he may not act on one of the items, before he is asked anything about it. */
function barred(turn: Turn, items: readonly Item[]): Refusal | null {
  for (const item of items) {
    const no = reporterOnly(turn.held.agency, actor(turn), item);
    if (no !== null) return no;
  }
  return null;
}

async function askLink(turn: Turn, items: readonly Item[], kept: string | null = null): Promise<Response> {
  const no = barred(turn, items);
  if (no !== null) return refused(turn, no);
  const scene = await sceneNow(turn, { items });
  return say(turn, askEvidence(scene, items), { kind: 'link', ...numbersOf(items), kept });
}

/** `O9 เสร็จแล้ว แนบไฟล์แล้ว`: the status is kept, the link it speaks of is still wanted. */
async function thenAskLink(
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

async function askDay(
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

function numbersOf(items: readonly Item[]) {
  const years = new Set(items.map(({ year }) => year));
  const [year = null] = years;
  return { items: items.map(({ kind, number }): ItemNumber => ({ kind, number })), year };
}

/** The items, or why not: a stranger, a number nobody has, or one that two open years have. */
async function itemsFor(
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

async function itemsOrNone(
  turn: Turn,
  numbers: readonly ItemNumber[],
  year: number | null,
): Promise<readonly Item[] | Response> {
  return numbers.length === 0 ? [] : itemsFor(turn, numbers, year, null);
}

/** A forged button may name a division the office does not have. */
function knownDivision({ held }: Turn, code: string | undefined): string | null {
  return held.agency.profile?.divisions.find((division) => division.code === code)?.code ?? null;
}
