import { type Answer, type Call, invalidProperty, readJson } from './answer.ts';
import type { Happenings } from './happenings.ts';
import { messagingSchema } from './messaging-schema.ts';
import { bodyAnswer } from './problem-answer.ts';
import type { World } from './world.ts';

export interface LoadingParts {
  readonly world: World;
  readonly happenings: Pick<Happenings, 'tell'>;
}

/** POST /v2/bot/chat/loading/start: 1:1 chats only, 5 to 60 seconds in steps of 5, 202 (docs/line-platform.md 2.5). */
export function startLoading({ world, happenings }: LoadingParts, { bot, body }: Call): Answer {
  const read = readJson(body);
  if ('answer' in read) return read.answer;
  const refused = bodyAnswer(messagingSchema('ShowLoadingAnimationRequest')(read.value, ''));
  if (refused) return refused;
  const { chatId, loadingSeconds = 20 } = read.value;
  const seconds = Number(loadingSeconds);
  const source = 'docs/line-platform.md 2.5 (R#display-a-loading-indicator)';
  if (seconds % 5 !== 0) {
    const problem = { path: '/loadingSeconds', rule: 'Must be a multiple of 5', source };
    return bodyAnswer([problem]) ?? invalidProperty('loadingSeconds');
  }
  if (!/^U[0-9a-f]{32}$/.test(String(chatId))) {
    const problem = { path: '/chatId', rule: 'Must be a user: groups have no loading animation', source };
    return { ...invalidProperty('chatId'), problems: [problem] };
  }
  // Who blocked the bot sees nothing of it; LINE answers the same either way.
  if (world.friendship(String(chatId), bot.userId) !== 'blocked')
    happenings.tell({ kind: 'loading', bot: bot.userId, user: String(chatId), seconds });
  return { status: 202, body: {} };
}
