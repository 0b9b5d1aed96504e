/** What a person sees in a message on his phone: its buttons, and which items they are about. */
import { type Press, readPress } from '../../chat/postback.ts';

export interface Button {
  /** As it stands in the message: what is pressed. */
  readonly action: unknown;
  readonly press: Press;
}

/** Every button of ours in a message, in its order. */
export function buttonsOf(node: unknown): Button[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && node.type === 'postback' && 'data' in node ? node.data : null;
  const press = typeof own === 'string' ? readPress(own) : null;
  const inside = Object.values(node).flatMap(buttonsOf);
  return press === null ? inside : [{ action: node, press }, ...inside];
}

/** A reminder is what can be answered with รับทราบ. */
export function isReminder(buttons: readonly Button[]): boolean {
  return buttons.some(({ press }) => press.do === 'acknowledge');
}

/** The items a message's buttons are about, each once, in its order. */
export function itemsIn(buttons: readonly Button[]): string[] {
  const items = buttons.flatMap(({ press }) =>
    'item' in press && press.item !== undefined ? [press.item] : [],
  );
  return [...new Set(items)];
}
