import type { Bot } from '../world.ts';
import { BadRequest } from './fields.ts';
import { no, otherAccount } from './words.ts';

const shape = /^https:\/\/line\.me\/R\/oaMessage\/([^/?#]+)\/?(?:\?([^#]*))?$/;

/** A prefilled link of LINE (docs/line-platform.md 2.7) as what it opens: the 1:1 chat with the bot and a text ready to send. */
export function resolveLink(bot: Bot, query: object): { readonly basicId: string; readonly draft: string } {
  const link = 'text' in query && typeof query.text === 'string' ? query.text : '';
  const [, id, text = ''] = shape.exec(link) ?? [];
  if (id === undefined) throw new BadRequest(no.link);
  const basicId = decoded(id);
  if (basicId !== bot.basicId) throw new BadRequest(otherAccount(basicId));
  return { basicId, draft: decoded(text) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadRequest(no.linkCode);
  }
}
