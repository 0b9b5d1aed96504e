/** What follows from an intent: something done, a question answered, or a question asked back. */
import { askWhich } from '../chat/ask.ts';
import { type Asked, intentOf } from '../chat/asked.ts';
import type { Intent, ReportSaid, Wanted } from '../chat/intent.ts';
import { NOTHING_KEPT, ONLY_LINKS, WHOSE_ITEMS } from '../chat/words.ts';
import type { Item } from '../domain/agency.ts';
import { codeOf } from '../domain/item.ts';
import { likelyItems } from '../domain/likely.ts';
import { acknowledge, giveEvidence, refused, report, snooze } from './act.ts';
import { askExtension, undoAndTell } from './act-extension.ts';
import { sayNotFound } from './answer.ts';
import { answerAbout, answerTo } from './answer-question.ts';
import {
  askDay,
  askLink,
  askOf,
  itemsFor,
  itemsOrNone,
  mayNothing,
  numbersOf,
  reportable,
  thenAskLink,
} from './ask-back.ts';
import { everyItem, meant } from './meant.ts';
import { alone, type Response, say, sceneNow, type Turn } from './response.ts';

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
      if (turn.speaker.member === null) return answerTo(turn, intent);
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
      if (turn.speaker.member === null && turn.speaker.group === null)
        return answerTo(turn, { intent: 'help' });
      if (intent.items.length === 0) return undoAndTell(turn, { kind: 'newest' });
      const found = await itemsOrNone(turn, intent.items, intent.year);
      return 'messages' in found
        ? found
        : undoAndTell(turn, { kind: 'items', items: found.map(({ id }) => id) });
    }
    case 'ambiguous':
      return askBack(turn, intent);
    default:
      return answerTo(turn, intent);
  }
}

async function actOnReport(turn: Turn, said: ReportSaid): Promise<Response> {
  const { year, note, percent } = said;
  if (said.items === 'ALL') {
    if (turn.speaker.member === null) return refused(turn, { kind: 'not-a-member' });
    const { status } = said;
    if (status === null) return answerTo(turn, { intent: 'ambiguous', items: [], year, wanted: null });
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

/** What was said lacks its item, or only an item was named. */
async function askBack(turn: Turn, said: Extract<Intent, { intent: 'ambiguous' }>): Promise<Response> {
  const { agency } = turn.held;
  const { member, group } = turn.speaker;
  if (member === null) return answerTo(turn, said);
  const { wanted } = said;
  const fitting = said.items.flatMap((number) => meant(agency, turn.speaker, [number], said.year).items);
  const candidates = wanted === null ? fitting : reportable(turn, fitting, wanted);
  const [only, ...others] = candidates;
  const scene = await sceneNow(turn, { items: candidates });
  if (only === undefined) {
    if (said.items.length > 0) return alone(say(turn, sayNotFound(scene, said.items, said.year)));
    if (wanted === null) return answerTo(turn, said);
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
    return { ...(await answerAbout(turn, { ...said, items }, [only])), asked: { kind: 'what', items, year } };
  }
  return say(turn, askWhich(scene, wanted, candidates), { kind: 'item', wanted: wanted ?? { do: 'detail' } });
}
