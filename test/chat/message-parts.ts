/** What stands in messages: for tests of what is said and offered. */
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { type Press, readPress } from '../../src/chat/postback.ts';

/** Every text of the messages, in order. */
export function texts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => (key === 'text' ? [] : texts(value)))];
}

export const words = (messages: readonly Outgoing[]) => texts(messages).join('\n');

/** Everything a press in the messages may do. */
export function presses(node: unknown): Press[] {
  if (Array.isArray(node)) return node.flatMap(presses);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'data' in node && typeof node.data === 'string' ? readPress(node.data) : null;
  return [...(own === null ? [] : [own]), ...Object.values(node).flatMap(presses)];
}

export const uris = (messages: readonly Outgoing[]) =>
  [...JSON.stringify(messages).matchAll(/"uri":"([^"]+)"/g)].map(([, uri]) => uri);
