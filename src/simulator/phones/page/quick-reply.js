/** The buttons under the newest message of a chat; they go with the next one. */
import { actionName } from './action-name.js';
import { el } from './element.js';
import { near, picture } from './picture.js';
import { press } from './press.js';
import { WORDS } from './words.js';

/**
 * @param {import('./world.js').World} world @param {{ user: string, group?: string }} place
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function drawQuickReplies(world, place) {
  const key = place.group ?? place.user;
  const element = el('div', {
    class: 'quick',
    role: 'group',
    'aria-label': WORDS.quickReplies,
    tabindex: '-1',
  });
  const show = () => {
    const items = world.chats[key]?.at(-1)?.message?.quickReply?.items ?? [];
    element.hidden = items.length === 0;
    element.replaceChildren(...items.map((/** @type {any} */ item) => button(item)));
    element.scrollLeft = 0;
  };
  const button = (/** @type {any} */ { action, imageUrl }) =>
    el(
      'button',
      { type: 'button', title: actionName(action ?? {}), onclick: () => void press(place, action, element) },
      near(imageUrl) !== null &&
        imageUrl !== undefined &&
        el('span', { class: 'quick-icon' }, picture(imageUrl)),
      String(action?.label ?? action?.type ?? ''),
    );
  show();
  return { element, stop: world.on(`entry ${key}`, show) };
}
