/** When the office is reminded, in words that can be typed to change it. */
import { DEFAULT_POLICY, type Policy } from '../domain/policy.ts';
import { type Choice, quickReplies } from './buttons.ts';
import type { Outgoing } from './outgoing.ts';
import type { PolicyCommand } from './policy-phrases.ts';
import { placeOf, type Scene } from './scene.ts';
import { CALENDAR_LABEL as LABEL, POLICY, POLICY_SAID, TYPED } from './words-calendar.ts';

const KEYS: readonly (keyof Policy)[] = [
  'opening',
  'before',
  'after',
  'report',
  'from',
  'until',
  'grace',
  'pause',
  'summary',
  'mentions',
];

/** All of it, a line each. */
export function sayPolicy(scene: Scene): Outgoing[] {
  const { policy } = scene.agency;
  const lines = KEYS.map((key) => `• ${saidOf(policy, key)}${hintOf(key)}`);
  const mentions = !policy.mentions;
  const summary = policy.summary === 'before-meeting' ? 'first-working-day' : 'before-meeting';
  const choices = [
    spoken(LABEL.mentions(mentions), POLICY_SAID.mentions(mentions)),
    spoken(LABEL.summary[summary], POLICY_SAID.summary(summary)),
    ...(isDefault(policy) ? [] : [spoken(LABEL.reset, TYPED.reset)]),
    spoken(LABEL.calendar, TYPED.calendar),
  ];
  const text = [POLICY.title, ...lines, POLICY.change].join('\n');
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** What holds now of what was changed, and how to set it back. `before` = the policy until now. */
export function sayPolicySet(scene: Scene, before: Policy): Outgoing[] {
  const { policy } = scene.agency;
  const changed = KEYS.filter((key) => saidOf(policy, key) !== saidOf(before, key));
  const now = changed.map((key) => saidOf(policy, key));
  const old = changed.map((key) => saidOf(before, key));
  const [only, ...more] = old;
  if (only === undefined) return saySame(scene, []);
  const choices = [
    ...(more.length === 0 ? [spoken(LABEL.back, only)] : []),
    spoken(LABEL.policy, TYPED.policy),
  ];
  const text = [POLICY.set(now), POLICY.before(old)].join('\n');
  return [{ type: 'text', text, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** It was so already. */
export function saySame(scene: Scene, keys: readonly (keyof Policy)[]): Outgoing[] {
  const now = keys.map((key) => saidOf(scene.agency.policy, key));
  const choices = [spoken(LABEL.policy, TYPED.policy)];
  return [{ type: 'text', text: POLICY.same(now).trim(), quickReply: quickReplies(placeOf(scene), choices) }];
}

/** The number or time was not clear: nothing is changed. */
export function askPolicy(
  scene: Scene,
  { part }: Extract<PolicyCommand, { do: 'policy-unclear' }>,
): Outgoing[] {
  const choices = [spoken(LABEL.policy, TYPED.policy)];
  return [{ type: 'text', text: POLICY.unclear[part], quickReply: quickReplies(placeOf(scene), choices) }];
}

/** The phrase that says a part, and sets it. */
export function saidOf<Key extends keyof Policy>(policy: Policy, key: Key): string {
  return POLICY_SAID[key](policy[key]);
}

/** True when it is as it was on the first day. */
function isDefault(policy: Policy): boolean {
  return KEYS.every((key) => saidOf(policy, key) === saidOf(DEFAULT_POLICY, key));
}

function hintOf(key: keyof Policy): string {
  return key === 'grace' ? ` ${POLICY.grace}` : key === 'before' ? ` ${POLICY.zero}` : '';
}

/** A quick reply that types words. */
export function spoken(label: string, text: string): Choice {
  return [label, { data: null, text }];
}
