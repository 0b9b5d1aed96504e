/** A coordinator reads and changes when the office is reminded, in 1:1. */
import type { PolicyCommand } from '../chat/policy-phrases.ts';
import { askPolicy, sayPolicy, sayPolicySet, saySame } from '../chat/say-policy.ts';
import { POLICY } from '../chat/words-calendar.ts';
import { decide } from '../domain/decide.ts';
import { DEFAULT_POLICY, type Policy, policy as shape } from '../domain/policy.ts';
import { refused } from './act.ts';
import { actor, type Response, say, sceneAfter, sceneNow, type Turn } from './response.ts';

export async function actOnPolicy(turn: Turn, command: PolicyCommand): Promise<Response> {
  switch (command.do) {
    case 'policy':
      return say(turn, sayPolicy(await sceneNow(turn)));
    case 'policy-unclear':
      return say(turn, askPolicy(await sceneNow(turn), command));
    case 'set-policy':
      return setPolicy(turn, command.change);
    case 'reset-policy':
      return setPolicy(turn, DEFAULT_POLICY);
  }
}

async function setPolicy(turn: Turn, change: Partial<Policy>): Promise<Response> {
  const { agency } = turn.held;
  const policy = { ...agency.policy, ...change };
  const decision = decide(agency, { type: 'set-policy', by: actor(turn), policy }, turn.world.clock.now());
  if (!decision.ok) return refused(turn, decision.refusal);
  const { events } = decision;
  const keys = shape.keyof().options.filter((key) => change[key] !== undefined);
  if (events.length === 0) return say(turn, saySame(await sceneNow(turn), keys));
  const messages = sayPolicySet(await sceneAfter(turn, events), agency.policy);
  return { ...say(turn, messages), events, confirmation: POLICY.kept };
}
