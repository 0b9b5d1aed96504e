import { type Answer, type Call, notFound, ok, readJson, refuse } from './answer.ts';
import type { Route } from './http-server.ts';
import { type JsonObject, listOf } from './json.ts';
import { messagingSchema } from './messaging-schema.ts';
import { bodyAnswer } from './problem-answer.ts';
import { checkRichMenu, whyNoMenuImage } from './rich-menu-check.ts';
import type { RichMenu, RichMenus } from './rich-menus.ts';
import type { World } from './world.ts';

export interface RichMenuParts {
  readonly richMenus: RichMenus;
  readonly world: World;
}

const maxMenus = 1_000;

/** The rich menu addresses (docs/line-platform.md 2.6). LINE publishes few of its sentences here; the statuses are its own. */
export function richMenuRoutes(parts: RichMenuParts): readonly Route[] {
  const { richMenus } = parts;
  const menu = '/v2/bot/richmenu/:richMenuId';
  const mine = '/v2/bot/user/:userId/richmenu';
  const all = '/v2/bot/user/all/richmenu';
  return [
    route('post', '/v2/bot/richmenu', (call) => create(parts, call)),
    route('post', '/v2/bot/richmenu/validate', (call) => {
      const read = readJson(call.body);
      return 'answer' in read ? read.answer : (bodyAnswer(checkRichMenu(read.value)) ?? ok({}));
    }),
    route('get', '/v2/bot/richmenu/list', ({ bot }) =>
      ok({ richmenus: richMenus.list(bot.userId).map(told) }),
    ),
    route('post', '/v2/bot/richmenu/bulk/link', (call) => bulk(parts, call, 'RichMenuBulkLinkRequest')),
    route('post', '/v2/bot/richmenu/bulk/unlink', (call) => bulk(parts, call, 'RichMenuBulkUnlinkRequest')),
    ...aliasRoutes(parts),
    { ...route('post', `${menu}/content`, (call) => upload(parts, call)), takes: 'image' },
    route('get', `${menu}/content`, (call) => {
      const image = found(parts, call)?.image;
      if (image === undefined) return notFound;
      return { ...ok(image.bytes), headers: { 'content-type': image.contentType } };
    }),
    route('get', menu, (call) => withMenu(parts, call, (one) => ok(told(one)))),
    route('delete', menu, (call) =>
      withMenu(parts, call, ({ richMenuId }) => {
        richMenus.remove(call.bot.userId, richMenuId);
        return ok({});
      }),
    ),
    route('post', `${all}/:richMenuId`, (call) =>
      withImage(parts, call, (id) => richMenus.setDefault(call.bot.userId, id)),
    ),
    route('get', all, ({ bot }) => idOrNone(richMenus.defaultOf(bot.userId))),
    route('delete', all, ({ bot }) => {
      richMenus.setDefault(bot.userId, undefined);
      return ok({});
    }),
    route('post', `${mine}/:richMenuId`, (call) =>
      withImage(parts, call, (id) => link(parts, call, [call.params.userId ?? ''], id)),
    ),
    route('get', mine, ({ bot, params }) => idOrNone(richMenus.linkOf(bot.userId, params.userId ?? ''))),
    route('delete', mine, ({ bot, params }) => {
      richMenus.link(bot.userId, [params.userId ?? ''], undefined);
      return ok({});
    }),
  ];
}

function aliasRoutes(parts: RichMenuParts): readonly Route[] {
  const { richMenus } = parts;
  const one = '/v2/bot/richmenu/alias/:alias';
  return [
    route('post', '/v2/bot/richmenu/alias', (call) => addAlias(parts, call)),
    route('get', '/v2/bot/richmenu/alias/list', ({ bot }) =>
      ok({
        aliases: richMenus
          .aliases(bot.userId)
          .map(([richMenuAliasId, richMenuId]) => ({ richMenuAliasId, richMenuId })),
      }),
    ),
    route('get', one, ({ bot, params: { alias = '' } }) => {
      const richMenuId = richMenus.aliasOf(bot.userId, alias);
      return richMenuId === undefined ? notFound : ok({ richMenuAliasId: alias, richMenuId });
    }),
    route('post', one, (call) => {
      const read = readBody(call, 'UpdateRichMenuAliasRequest');
      if ('answer' in read) return read.answer;
      const { alias = '' } = call.params;
      if (richMenus.aliasOf(call.bot.userId, alias) === undefined) return notFound;
      return setAlias(parts, call, alias, String(read.value.richMenuId));
    }),
    route('delete', one, ({ bot, params: { alias = '' } }) => {
      if (richMenus.aliasOf(bot.userId, alias) === undefined) return notFound;
      richMenus.setAlias(bot.userId, alias, undefined);
      return ok({});
    }),
  ];
}

function route(method: Route['method'], path: string, answer: Route['answer']): Route {
  return { method, path, endpoint: 'richmenu', answer };
}

function create({ richMenus }: RichMenuParts, { bot, body }: Call): Answer {
  const read = readJson(body);
  if ('answer' in read) return read.answer;
  const refused = bodyAnswer(checkRichMenu(read.value));
  if (refused) return refused;
  if (richMenus.list(bot.userId).length >= maxMenus)
    return refuse(400, `You can create at most ${maxMenus} rich menus`);
  return ok({ richMenuId: richMenus.create(bot.userId, read.value) });
}

function upload(parts: RichMenuParts, call: Call): Answer {
  const [type = ''] = call.contentType.toLowerCase().split(';');
  if (!['image/jpeg', 'image/png'].includes(type))
    return refuse(415, `The content type, ${call.contentType}, is not supported`);
  return withMenu(parts, call, ({ richMenuId, menu, image }) => {
    if (image !== undefined) return refuse(400, 'An image has already been uploaded to the richmenu');
    const problem = whyNoMenuImage(call.body, type, menu.size);
    if (problem !== null) return { ...refuse(400, problem.rule), problems: [problem] };
    parts.richMenus.setImage(call.bot.userId, richMenuId, { bytes: call.body, contentType: type });
    return ok({});
  });
}

function bulk(
  parts: RichMenuParts,
  call: Call,
  schema: 'RichMenuBulkLinkRequest' | 'RichMenuBulkUnlinkRequest',
): Answer {
  const read = readBody(call, schema);
  if ('answer' in read) return read.answer;
  const users = listOf(read.value.userIds).map(String);
  const accepted: Answer = { status: 202, body: {} };
  if (schema === 'RichMenuBulkUnlinkRequest') {
    parts.richMenus.link(call.bot.userId, users, undefined);
    return accepted;
  }
  const named = { ...call, params: { richMenuId: String(read.value.richMenuId) } };
  const linked = withImage(parts, named, (id) => link(parts, call, users, id));
  return linked.status === 200 ? accepted : linked;
}

function addAlias(parts: RichMenuParts, call: Call): Answer {
  const read = readBody(call, 'CreateRichMenuAliasRequest');
  if ('answer' in read) return read.answer;
  const { richMenuAliasId, richMenuId } = read.value;
  const alias = String(richMenuAliasId);
  if (parts.richMenus.aliasOf(call.bot.userId, alias) !== undefined)
    return refuse(400, 'conflict richmenu alias id');
  if (parts.richMenus.aliases(call.bot.userId).length >= maxMenus)
    return refuse(400, `You can create at most ${maxMenus} rich menu aliases`);
  return setAlias(parts, call, alias, String(richMenuId));
}

function setAlias({ richMenus }: RichMenuParts, { bot }: Call, alias: string, id: string): Answer {
  if (richMenus.find(bot.userId, id) === undefined) return refuse(400, 'richmenu not found');
  richMenus.setAlias(bot.userId, alias, id);
  return ok({});
}

/** Friends get it; for all others LINE answers 200 and nothing happens. */
function link(
  { richMenus, world }: RichMenuParts,
  { bot }: Call,
  users: readonly string[],
  id: string,
): void {
  const friends = users.filter((user) => world.friendship(user, bot.userId) === 'friend');
  richMenus.link(bot.userId, friends, id);
}

function readBody(call: Call, schema: string): { readonly value: JsonObject } | { readonly answer: Answer } {
  const read = readJson(call.body);
  if ('answer' in read) return read;
  const refused = bodyAnswer(messagingSchema(schema)(read.value, ''));
  return refused === undefined ? read : { answer: refused };
}

const told = ({ richMenuId, menu }: RichMenu) => ({ richMenuId, ...menu });
const idOrNone = (richMenuId: string | undefined) =>
  richMenuId === undefined ? notFound : ok({ richMenuId });
const found = ({ richMenus }: RichMenuParts, { bot, params }: Call) =>
  richMenus.find(bot.userId, params.richMenuId ?? '');

function withMenu(parts: RichMenuParts, call: Call, then: (menu: RichMenu) => Answer): Answer {
  const menu = found(parts, call);
  return menu === undefined ? notFound : then(menu);
}

/** A menu without an image cannot be shown to anybody. */
function withImage(parts: RichMenuParts, call: Call, then: (id: string) => void): Answer {
  return withMenu(parts, call, ({ richMenuId, image }) => {
    if (image === undefined) return refuse(400, 'must upload richmenu image before applying it to user');
    then(richMenuId);
    return ok({});
  });
}
