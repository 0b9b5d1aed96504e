import type { Bot } from '../world.ts';
import { BadRequest } from './fields.ts';

const shape = /^https:\/\/line\.me\/R\/oaMessage\/([^/?#]+)\/?(?:\?([^#]*))?$/;

/** A prefilled link of LINE (platform.md 2.7) as what it opens: the 1:1 chat with the bot and a text ready to send. */
export function resolveLink(bot: Bot, query: object): { readonly basicId: string; readonly draft: string } {
  const link = 'text' in query && typeof query.text === 'string' ? query.text : '';
  const [, id, text = ''] = shape.exec(link) ?? [];
  if (id === undefined)
    throw new BadRequest('This is no link of the form https://line.me/R/oaMessage/{id}/?{text}.');
  const basicId = decoded(id);
  if (basicId !== bot.basicId)
    throw new BadRequest(`This link opens the chat with ${basicId}, not with our bot.`);
  return { basicId, draft: decoded(text) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadRequest('The link is not percent-encoded as UTF-8.');
  }
}
