/** Talking to the bot: each call is one event of LINE, then everything the bot sends for it. */
import { sayRefusal } from '../../src/chat/say-refusal.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { type Handled, handleEvent } from '../../src/flow/handle-event.ts';
import type { Inbound } from '../../src/flow/inbound.ts';
import type { BesideRecord } from '../../src/flow/ports.ts';
import type { Happening } from '../support/an-agency.ts';
import { aStage, type Call, deliverAll, groupOf, OFFICE, type Stage, userOf, wordsOf } from './stage.ts';

/** In a group; `by` null = LINE does not name the sender. */
export interface InGroup {
  readonly group: string;
  readonly by: string | null;
}

/** A member or stranger by word in 1:1, or in a group. */
export type Place = string | InGroup;

interface How {
  /** `webhookEventId`, to repeat an event. */
  readonly id?: string;
  /** LINE's time of the event; default now. */
  readonly at?: number;
  readonly mentioned?: boolean;
}

export interface Talk {
  readonly stage: Stage;
  /** What became of the last event. */
  readonly handled: () => Handled | null;
  /** All words of the bot's answer; empty = it was silent. */
  says(from: Place, text: string, how?: How): Promise<string>;
  /** Presses the button with that label on the last message the bot sent there. */
  presses(from: Place, label: string, how?: How): Promise<string>;
  sends(from: Place, data: string, how?: How): Promise<string>;
  comes(from: Place, what: 'follow' | 'unfollow' | 'join' | 'leave', how?: How): Promise<string>;
}

interface Setting {
  readonly happenings?: readonly Happening[];
  readonly beside?: readonly BesideRecord[];
  readonly now?: number;
}

export async function aTalk(setting: Setting = {}): Promise<Talk> {
  const stage = await aStage(setting);
  const lastTo = new Map<string, Call>();
  let events = 0;
  let handled: Handled | null = null;

  async function happens(from: Place, what: Inbound['what'], how: How): Promise<string> {
    events += 1;
    const id = how.id ?? `event-${events}`;
    const chat = chatOf(from);
    const before = stage.line.calls.length;
    handled = await handleEvent(stage.world, stage.ledger, OFFICE, {
      id,
      at: how.at ?? stage.clock.now(),
      replyToken: what.kind === 'unfollow' || what.kind === 'leave' ? null : `token-of-${id}`,
      chat,
      what,
    });
    await deliverAll(stage.world, stage.ledger);
    const answers = stage.line.calls.slice(before);
    const [last] = answers.slice(-1);
    if (last !== undefined) lastTo.set(keyOf(from), last);
    return wordsOf(answers.map((call) => call.messages));
  }

  const talk: Talk = {
    stage,
    handled: () => handled,
    says: (from, text, how = {}) =>
      happens(from, { kind: 'text', text, mentioned: how.mentioned ?? false }, how),
    sends: (from, data, how = {}) => happens(from, { kind: 'press', data }, how),
    comes: (from, what, how = {}) => happens(from, { kind: what }, how),
    async presses(from, label, how = {}) {
      const action = actionsOf(lastTo.get(keyOf(from))?.messages).find((one) => one.label === label);
      if (action === undefined) throw new Error(`no button ${label}`);
      return action.type === 'postback'
        ? talk.sends(from, action.data ?? '', how)
        : talk.says(from, action.text ?? '', how);
    },
  };
  return talk;
}

export interface Action {
  readonly type: string;
  readonly label?: string;
  readonly data?: string;
  readonly text?: string;
}

/** All buttons of messages. */
export function actionsOf(node: unknown): Action[] {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { readonly type?: unknown };
  if (type === 'postback' || type === 'message' || type === 'uri') return [node as Action];
  return Object.values(node).flatMap(actionsOf);
}

function chatOf(from: Place): Inbound['chat'] {
  if (typeof from === 'string') return { kind: 'user', user: userOf(from) };
  return { kind: 'group', group: groupOf(from.group), user: from.by === null ? null : userOf(from.by) };
}

function keyOf(from: Place): string {
  return typeof from === 'string' ? from : from.group;
}

/** What the bot says of a refusal, however an official words it. */
export async function refusalSaid(
  { stage }: Talk,
  refusal: Refusal,
  group: string | null = null,
): Promise<string> {
  const held = await stage.ledger.read(OFFICE);
  if (held === null) throw new Error('no agency');
  const scene = {
    ...held,
    now: stage.clock.now(),
    group,
    member: null,
    names: new Map(),
    texts: new Map(),
    link: () => null,
  };
  return wordsOf(sayRefusal(scene, refusal));
}
