/**
 * One event of LINE: identify, understand, decide, keep. The answer goes to the outbox in the same transaction as what was
 * kept; nothing here touches the network, so that LINE gets its 200 as soon as the store has it.
 */

import { type Asked, agreed, completed } from '../chat/asked.ts';
import { forGroup } from '../chat/buttons.ts';
import type { Intent } from '../chat/intent.ts';
import { codeIn } from '../chat/joining-phrases.ts';
import { isMembersMenu } from '../chat/menu.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { readPress } from '../chat/postback.ts';
import { namesAnAct } from '../chat/understand/decide-correction.ts';
import { complains } from '../chat/understand/decide-talk.ts';
import { namedItems } from '../chat/understand/names.ts';
import { type Heard, understand } from '../chat/understand.ts';
import { lateConfirmation } from '../chat/words.ts';
import type { Member } from '../domain/agency.ts';
import { dayOf, fiscalYearOf } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import { holds, onlyDivisionOf } from '../domain/permission.ts';
import { actOnName, withRefusal } from './act-joining.ts';
import { actOnSource } from './act-office.ts';
import { actOnPress } from './act-press.ts';
import { askOther } from './ask-back.ts';
import type { World } from './flow.ts';
import type { Inbound } from './inbound.ts';
import { meetGroup, meetMembers, meetPerson } from './meet.ts';
import { actOnPhrase } from './phrases.ts';
import { type BesideChange, type DeliveryNote, type OutboxMessage, StoreDown } from './ports.ts';
import { receiveFile } from './receive-file.ts';
import { replyUntil } from './reply-until.ts';
import { actOnIntent, dropped, onlyLinks } from './respond.ts';
import { alone, type Response, type Turn } from './response.ts';
import { behind, riderFor } from './ride.ts';
import { identify, type Speaker } from './scene.ts';
import { showCode } from './show-code.ts';
import type { Ledger, Plan } from './transact.ts';

/** How far LINE's clock and ours may differ. */
const CLOCKS_DIFFER_MS = 3_600_000;
/** LINE takes five messages a request. */
const MAX_MESSAGES = 5;
/** Lost confirmations said later, the newest ones: they share one text message. */
const LATE_LINES = 5;

export type Handled = 'kept' | 'already-seen' | 'silent';

/** @throws StoreDown when it could not be kept: LINE is to send it again. */
export async function handleEvent(
  world: World,
  ledger: Ledger,
  agency: string,
  told: Inbound,
): Promise<Handled> {
  // A time far ahead would make its report the newest for ever; a clock of ours that is a little slow is no reason to
  // lose the order in which things were said.
  const now = world.clock.now();
  const inbound = told.at > now + CLOCKS_DIFFER_MS ? { ...told, at: now } : told;
  let asked: Asked | null = null;
  const kept = await ledger.transact(agency, async (held): Promise<Plan<Handled>> => {
    // Answering 200 would lose what people report: more likely DATA_DIR is wrong than that LINE is.
    if (held.agency.profile === null) throw new StoreDown(`agency ${agency} is not kept in this folder`);
    const speaker = await identify(world, held, inbound.chat);
    const response = await respond({ world, held, speaker, inbound });
    asked = response?.asked ?? null;
    return response === null ? { result: 'silent' } : planOf({ world, held, speaker, inbound }, response);
  });
  if (kept.kind === 'already-seen') return 'already-seen';
  // Talk the bot leaves alone closes no question; whatever it answered does.
  if (kept.result !== 'silent') world.questions.set(agency, inbound.chat, asked, world.clock.now());
  return kept.result;
}

/** Null = say nothing, keep nothing: most of what a group talks about. */
async function respond(turn: Turn): Promise<Response | null> {
  const { world, held, speaker, inbound } = turn;
  const { chat, what } = inbound;
  switch (what.kind) {
    case 'follow':
    case 'unfollow':
      return meetPerson(world, held, speaker, what.kind);
    case 'join':
    case 'leave':
      return meetGroup(world, held, speaker, what.kind);
    case 'members-joined':
    case 'members-left':
      return meetMembers(world, held, speaker, what);
    case 'text': {
      const code = codeIn(what.text);
      if (code !== null) {
        const shown = await showCode(turn, code);
        if (shown !== null) return alone(shown);
      }
      if (chat.kind === 'group' && speaker.group === null) return null;
      const response = await toText(turn, what);
      return response === null ? null : withRefusal(turn, withReach(turn, response));
    }
    case 'press': {
      if (chat.kind === 'group' && speaker.group === null) return null;
      const press = readPress(what.data);
      return press === null ? null : withReach(turn, await actOnPress(turn, press));
    }
    case 'file':
      if (chat.kind === 'group') return null;
      return withReach(turn, await receiveFile(turn, what, openIn(turn)));
    case 'media':
      return chat.kind === 'user' && speaker.member !== null
        ? withReach(turn, onlyLinks(turn, openIn(turn)))
        : null;
  }
}

/** An open question may make the words whole; then what they mean by themselves does not count. */
async function toText(turn: Turn, what: { text: string; mentioned: boolean }): Promise<Response | null> {
  const { world, held, speaker, inbound } = turn;
  if (speaker.member === null && inbound.chat.kind === 'user' && isMembersMenu(what.text))
    world.menus.stranger(held.agency.id, inbound.chat.user);
  const phrase = await actOnPhrase(turn, what.text);
  if (phrase !== null) return phrase;
  // Whatever else it names, a citizen's complaint is one: it is answered with the office's channels and forgotten.
  if (speaker.member === null && inbound.chat.kind === 'user' && complains(what.text))
    return actOnIntent(turn, { intent: 'complain_or_contact', division: null });
  const heard = heardIn(turn, what);
  const own = understand(heard);
  const open = openIn(turn);
  // `ยกเลิก` alone drops the question; who names what he takes back (`ยกเลิกรายงานล่าสุด`) means that.
  const bareUndo = own.intent === 'undo_last' && own.items.length === 0 && !namesAnAct(what.text);
  if (open !== null && bareUndo) return dropped(turn, open);
  const named = await actOnName(turn, open, own, what.text);
  if (named !== null) return named;
  const source = TELLS.has(own.intent) ? null : await actOnSource(turn, open, what.text);
  if (source !== null) return source;
  if (open?.kind === 'item' && open.only !== undefined && agreed(heard) === false)
    return askOther(turn, open.wanted);
  const intent = open === null ? own : (completed(open, heard, own) ?? own);
  return intent.intent === 'none' ? null : actOnIntent(turn, intent);
}

/** Said clearly, these are no answer to a question about a list. */
const TELLS: ReadonlySet<Intent['intent']> = new Set([
  'report_status',
  'attach_evidence',
  'request_extension',
  'undo_last',
]);

function openIn({ world, held, inbound }: Turn): Asked | null {
  return world.questions.of(held.agency.id, inbound.chat, world.clock.now(), inbound.at);
}

function heardIn({ held, speaker, inbound }: Turn, what: { text: string; mentioned: boolean }): Heard {
  const { agency } = held;
  const member = speaker.member === null ? null : (agency.members[speaker.member] ?? null);
  const today = dayOf(inbound.at);
  return {
    text: what.text,
    chat: inbound.chat.kind,
    mentioned: what.mentioned,
    today,
    fiscal: fiscalYearOf(today),
    role: roleHeard(member),
    divisions: agency.profile?.divisions ?? [],
    ownDivision: onlyDivisionOf(member),
    items: namedItems(agency),
  };
}

/** For the language an executive speaks as a head does (`docs/design.md`, roles). */
function roleHeard(member: Member | null): Heard['role'] {
  if (member === null) return 'citizen';
  if (holds(member, 'coordinator')) return 'coordinator';
  return holds(member, 'head') || holds(member, 'executive') ? 'head' : 'staff';
}

/** Someone LINE had refused us writes again, in 1:1: he can be reached. What he writes in a group proves nothing of it. */
function withReach({ world, held, speaker, inbound }: Turn, response: Response): Response {
  const { member } = speaker;
  if (member === null || inbound.chat.kind === 'group') return response;
  const command = { type: 'change-reach' as const, member, reachable: true, why: 'wrote' as const };
  const decision = decide(held.agency, command, world.clock.now());
  return decision.ok ? { ...response, events: [...decision.events, ...(response.events ?? [])] } : response;
}

async function planOf(turn: Turn, response: Response): Promise<Plan<Handled>> {
  const { world, speaker, inbound } = turn;
  const { beside = [], messages, pushes = [] } = response;
  const events = [...(response.events ?? [])];
  const notes: DeliveryNote[] = [...(response.notes ?? [])];
  const outbox: OutboxMessage[] = [];
  if (messages.length > 0 && inbound.replyToken !== null) {
    const id = response.outbox ?? world.ids.id();
    const chat = inbound.chat.kind === 'user' ? inbound.chat.user : inbound.chat.group;
    const lost = await world.store.lostConfirmations(response.agency, chat);
    notes.push(...lost.map((one) => ({ id: one.id, kind: 'carried' as const })));
    const late = lost.flatMap((one) => one.confirmation.split('\n')).slice(-LATE_LINES);
    const first: Outgoing[] =
      late.length === 0 ? [] : [{ type: 'text', text: late.map(lateConfirmation).join('\n') }];
    const own = [...first, ...messages].slice(0, MAX_MESSAGES);
    const rider = bearsMore(turn) ? await riderFor(turn, response, id, MAX_MESSAGES - own.length) : null;
    events.push(...(rider?.events ?? []));
    const said = rider === null ? own : behind(own, rider.messages);
    // Should this answer be lost as well, what rides on it is said later with its own.
    const confirmations = [...late, response.confirmation, rider?.confirmation].filter(
      (line) => line !== undefined,
    );
    outbox.push({
      id,
      chat,
      to: recipientOf(speaker),
      how: { kind: 'reply', token: inbound.replyToken, expires: replyUntil(world.clock.now(), inbound.at) },
      messages: inbound.chat.kind === 'group' ? said.map(forGroup) : said,
      confirmation: confirmations.length === 0 ? null : confirmations.join('\n'),
    });
  }
  outbox.push(...pushes);
  const changes: readonly BesideChange[] = beside;
  return {
    result: 'kept',
    events,
    because: {
      by:
        response.by ??
        (speaker.member === null ? { kind: 'outsider' } : { kind: 'member', member: speaker.member }),
      at: inbound.at,
      cause: inbound.id,
    },
    batch: {
      beside: changes,
      outbox,
      notes,
      seen: inbound.id,
      ...(response.wake === undefined ? {} : { wake: response.wake }),
    },
  };
}

/** Kinds of events whose answer bears more: words, buttons, and a member who is back. */
const BEARS: ReadonlySet<Inbound['what']['kind']> = new Set(['text', 'press', 'follow']);

/** An answer to older words may come too late for LINE (a token lives a minute), and what rode on it would be lost. */
const BEARS_WITHIN_MS = 60_000;

/** What he says is fresh, and answers no question of the bot: what came behind that would bury it. */
function bearsMore(turn: Turn): boolean {
  const { world, inbound } = turn;
  const fresh = world.clock.now() - inbound.at < BEARS_WITHIN_MS;
  return fresh && BEARS.has(inbound.what.kind) && openIn(turn) === null;
}

function recipientOf(speaker: Speaker): OutboxMessage['to'] {
  if (speaker.group !== null) return { group: speaker.group };
  return speaker.member === null ? null : { member: speaker.member };
}
