/** The typed word เมนู: the choices of the rich menu, where LINE shows none. */
import { asksMenu, sayMenu } from '../chat/menu.ts';
import { type Response, say, sceneNow, type Turn } from './response.ts';

export async function actOnMenuWord(turn: Turn, text: string): Promise<Response | null> {
  const asked = asksMenu(text, turn.inbound.chat.kind === 'group');
  return asked ? say(turn, sayMenu(await sceneNow(turn))) : null;
}
