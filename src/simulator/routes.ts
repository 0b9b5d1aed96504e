import { type Answer, type Call, notFound, ok } from './answer.ts';
import type { Comings } from './comings.ts';
import type { Contents } from './contents.ts';
import type { Endpoint } from './faults.ts';
import type { Route } from './http-server.ts';
import { type LoadingParts, startLoading } from './loading.ts';
import {
  consumptionOf,
  groupOf,
  groupSummary,
  infoOf,
  type LookUpParts,
  memberCount,
  memberIds,
  memberProfile,
  profileOf,
  quotaOf,
} from './look-up.ts';
import { type RichMenuParts, richMenuRoutes } from './rich-menu-routes.ts';
import { multicast, push, reply, type SendParts, validate } from './send.ts';
import { getEndpoint, setEndpoint, testEndpoint, type WebhookSettingsParts } from './webhook-settings.ts';

export interface RouteParts {
  readonly sending: SendParts;
  readonly lookUp: LookUpParts;
  readonly settings: WebhookSettingsParts;
  readonly contents: Contents;
  readonly comings: Comings;
  readonly menus: RichMenuParts;
  readonly loading: LoadingParts;
}

/** Every address the platform answers; all others are 404. */
export function createRoutes({
  sending,
  lookUp,
  settings,
  contents,
  comings,
  menus,
  loading,
}: RouteParts): readonly Route[] {
  return [
    route('post', '/v2/bot/message/reply', 'reply', (call) => reply(sending, call)),
    route('post', '/v2/bot/message/push', 'push', (call) => push(sending, call)),
    route('post', '/v2/bot/message/multicast', 'multicast', (call) => multicast(sending, call)),
    ...(['reply', 'push', 'multicast', 'narrowcast', 'broadcast'] as const).map((kind) =>
      route('post', `/v2/bot/message/validate/${kind}`, 'validate', (call) => validate(call, kind)),
    ),
    route('get', '/v2/bot/message/quota', 'quota', quotaOf),
    route('get', '/v2/bot/message/quota/consumption', 'quota', (call) => consumptionOf(lookUp, call)),
    route('get', '/v2/bot/info', 'info', infoOf),
    route('get', '/v2/bot/profile/:userId', 'profile', (call) => profileOf(lookUp, call)),
    route('get', '/v2/bot/group/:groupId/summary', 'group', (call) => groupSummary(lookUp, call)),
    route('get', '/v2/bot/group/:groupId/members/count', 'group', (call) => memberCount(lookUp, call)),
    route('get', '/v2/bot/group/:groupId/members/ids', 'group', (call) => memberIds(lookUp, call)),
    route('get', '/v2/bot/group/:groupId/member/:userId', 'group', (call) => memberProfile(lookUp, call)),
    route('post', '/v2/bot/group/:groupId/leave', 'group', (call) => {
      const group = groupOf(lookUp, call);
      if (group === undefined) return notFound;
      // The leave event follows on its own; the answer does not wait for the bot to take it.
      void comings.leaveGroup(group.groupId);
      return ok({});
    }),
    route('get', '/v2/bot/channel/webhook/endpoint', 'webhook', getEndpoint),
    route('put', '/v2/bot/channel/webhook/endpoint', 'webhook', (call) => setEndpoint(settings, call)),
    route('post', '/v2/bot/channel/webhook/test', 'webhook', (call) => testEndpoint(settings, call)),
    route('get', '/v2/bot/message/:messageId/content', 'content', contents.answer),
    route('post', '/v2/bot/chat/loading/start', 'loading', (call) => startLoading(loading, call)),
    ...richMenuRoutes(menus),
  ];
}

function route(
  method: Route['method'],
  path: string,
  endpoint: Endpoint,
  answer: (call: Call) => Answer | Promise<Answer>,
): Route {
  return { method, path, endpoint, answer };
}
