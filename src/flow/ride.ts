/**
 * What was to be pushed to somebody rides on an answer he gets anyway: answers are free (`docs/line-platform.md` §2.1). It is
 * decided like any reminder, in the answer's own transaction, so that the morning does not say it again.
 */

import { short } from '../chat/flex.ts';
import type { Outgoing, QuickReply } from '../chat/outgoing.ts';
import { agencyOn } from '../domain/acting.ts';
import { dayOf } from '../domain/calendar.ts';
import { cardDue } from '../domain/card.ts';
import type { DomainEvent } from '../domain/event.ts';
import { untoldExtensions } from '../domain/extension.ts';
import { known } from '../domain/known.ts';
import { cardReaders } from '../domain/matters.ts';
import { pendingFor } from '../domain/reminder.ts';
import { decideSend, type PersonalSend } from '../domain/sends.ts';
import { agencyAfter, type Response, type Turn } from './response.ts';
import { draftsOf, personalMessages } from './send-card.ts';
import type { Held } from './transact.ts';

/** What rides: its entries and messages, and what is said of it should the answer be lost. */
export interface Rider {
  readonly events: readonly DomainEvent[];
  readonly messages: readonly Outgoing[];
  readonly confirmation: string;
}

/** LINE shows so many quick replies (`docs/line-platform.md` §2.5). */
const QUICK_REPLIES = 13;
const CONFIRMATION = 200;

/**
 * What rides on the answer `outbox`, or null: nothing is owed, or it is no answer to ride on (in a group, to a question
 * of the bot or with one, to a refusal, or so long that there is no room).
 */
export async function riderFor(
  turn: Turn,
  response: Response,
  outbox: string,
  room: number,
): Promise<Rider | null> {
  const { world, speaker, inbound } = turn;
  const { messages, asked, alone } = response;
  const bears = messages.length > 0 && asked === undefined && alone !== true;
  if (speaker.member === null || inbound.chat.kind === 'group' || !bears) return null;
  const held = heldAfter(turn, response);
  const send = await owedTo(turn, held, speaker.member);
  if (send.lines.length + send.extensions.length + send.matters.length === 0) return null;
  const said = await personalMessages(world, held, send);
  if (said.length > room) return null;
  const events = decideSend(held.agency, send, { outbox, cost: 0 }, world.clock.now());
  return events.length === 0 ? null : { events, messages: said, confirmation: said.map(altOf).join(' ') };
}

/** What he just reported is not reminded. */
function heldAfter(turn: Turn, { events = [], by }: Response): Held {
  const { world, held } = turn;
  return { ...held, agency: agencyOn(agencyAfter(turn, events, by), dayOf(world.clock.now())) };
}

async function owedTo({ world }: Turn, { agency }: Held, id: string): Promise<PersonalSend> {
  const member = known(agency.members, id);
  if (member === undefined) return { member: id, lines: [], extensions: [], matters: [] };
  const now = world.clock.now();
  const lines = pendingFor(agency, id, now);
  const extensions = untoldExtensions(agency).get(id) ?? [];
  if (!cardReaders(agency).includes(member)) return { member: id, lines, extensions, matters: [] };
  const drafts = await draftsOf(world, agency.id, id);
  return { member: id, lines, extensions, matters: cardDue(agency, id, now, { drafts, held: 0 }) };
}

function altOf(message: Outgoing): string {
  const words = message.type === 'flex' ? message.altText : message.text;
  return short(words.replace(/\s+/g, ' '), CONFIRMATION);
}

/** The answer, and what rides behind it: of all quick replies LINE shows the last message's only, so they are put there. */
export function behind(answer: readonly Outgoing[], riders: readonly Outgoing[]): Outgoing[] {
  const all = [...answer, ...riders];
  const items = all.flatMap(({ quickReply }) => quickReply?.items ?? []);
  const once = items.filter(
    ({ action }, index) => items.findIndex((other) => other.action.label === action.label) === index,
  );
  return all.map((message, index) => {
    const { quickReply: _quickReply, ...rest } = message;
    const last = index === all.length - 1 && once.length > 0;
    const quickReply: QuickReply = { items: once.slice(0, QUICK_REPLIES) };
    return (last ? { ...rest, quickReply } : rest) as Outgoing;
  });
}
