/** The menu at the foot of the 1:1 chat: a picture with areas to press. */
import { actionName } from './action-name.js';
import { el } from './element.js';
import { picture } from './picture.js';
import { press } from './press.js';
import { WORDS } from './words.js';

/**
 * @param {import('./world.js').World} world @param {string} user
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function drawRichMenu(world, user) {
  const element = el('div', { class: 'rich' });
  let shown = '';
  const show = () => {
    const menu = world.richMenus[user] ?? null;
    const now = JSON.stringify(menu);
    if (now === shown) return;
    shown = now;
    element.hidden = menu === null;
    element.replaceChildren(...(menu === null ? [] : [drawn(menu)]));
  };
  const drawn = (/** @type {any} */ menu) => {
    const { width, height } = menu.size ?? { width: 2500, height: 1686 };
    const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${(100 * part) / whole}%`;
    return el(
      'details',
      { open: menu.selected === true },
      el('summary', { class: 'rich-bar' }, `☰ ${menu.chatBarText ?? WORDS.richMenu}`),
      el(
        'div',
        { class: 'rich-picture', style: { 'aspect-ratio': `${width} / ${height}` } },
        picture(menu.imageUrl, menu.name),
        (menu.areas ?? []).map((/** @type {any} */ { bounds, action }) =>
          el('button', {
            type: 'button',
            title: actionName(action ?? {}),
            'aria-label': String(
              action?.label ?? action?.text ?? action?.displayText ?? actionName(action ?? {}),
            ),
            style: {
              left: percent(bounds.x, width),
              top: percent(bounds.y, height),
              width: percent(bounds.width, width),
              height: percent(bounds.height, height),
            },
            onclick: () => void press({ user }, action, element),
          }),
        ),
      ),
    );
  };
  show();
  return { element, stop: world.on('richmenu', show) };
}
