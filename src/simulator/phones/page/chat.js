/** The lines of one chat as one person sees them. New lines are appended; what was drawn stays as it is. */
import { el } from './element.js';
import { drawLine } from './line.js';
import { isoDay, longDay } from './thai-date.js';
import { WORDS } from './words.js';

/** Lines drawn at first; the rest comes on request. */
const FIRST = 80;

/** @typedef {import('./world.js').World} World */
/** @typedef {import('./world.js').Entry} Entry */
/** @typedef {{ user: string, group?: string }} Place */

/**
 * @param {World} world @param {Place} place
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function drawChat(world, place) {
  const key = place.group ?? place.user;
  const list = el('div', { class: 'lines', role: 'log', 'aria-live': 'polite' });
  const below = el(
    'button',
    { type: 'button', class: 'below', hidden: true, onclick: () => toEnd() },
    WORDS.newBelow,
  );
  const scroller = el('div', { class: 'scroller', tabindex: '0', 'aria-label': WORDS.chats }, list);
  const element = el('div', { class: 'chat' }, scroller, below);
  let stuck = true;
  let day = '';

  const toEnd = () => {
    stuck = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  const append = (/** @type {Entry} */ entry) => {
    const on = isoDay(entry.at);
    if (on !== day) list.append(el('p', { class: 'day' }, el('span', {}, longDay(entry.at))));
    day = on;
    list.append(drawLine(world, place, entry));
  };
  const drawAll = (/** @type {number} */ from) => {
    list.replaceChildren();
    day = '';
    const lines = world.chats[key] ?? [];
    if (from > 0)
      list.append(
        el('button', { type: 'button', class: 'earlier', onclick: () => drawAll(0) }, WORDS.earlier),
      );
    if (lines.length === 0) {
      list.append(
        el('p', { class: 'nothing' }, place.group === undefined ? WORDS.emptyChat : WORDS.emptyGroup),
      );
    }
    for (const entry of lines.slice(from)) append(entry);
  };
  const typing = el(
    'div',
    { class: 'typing', role: 'status', 'aria-label': WORDS.typing },
    [1, 2, 3].map(() => el('i')),
  );
  const untype = () => typing.remove();

  // Only a person scrolls upwards while the lines keep their height; all else is the page settling.
  let top = 0;
  let height = 0;
  scroller.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      if (scrollHeight - scrollTop - clientHeight < 60) stuck = true;
      else if (scrollTop < top && scrollHeight === height) stuck = false;
      if (stuck) below.hidden = true;
      top = scrollTop;
      height = scrollHeight;
    },
    { passive: true },
  );
  // Lines get their true height only when they come near the window, pictures when they are loaded.
  const sizes = new ResizeObserver(() => stuck && toEnd());
  sizes.observe(list);
  sizes.observe(scroller);

  const stops = [
    world.on(`entry ${key}`, (entry) => {
      list.querySelector('.nothing')?.remove();
      if (entry.from === 'bot') untype();
      append(entry);
      if (typing.isConnected) list.append(typing);
      if (entry.from === place.user) toEnd();
      else if (!stuck) below.hidden = false;
    }),
    world.on(`changed ${key}`, (entry) => {
      list.querySelector(`[data-id="${CSS.escape(entry.id)}"]`)?.replaceWith(drawLine(world, place, entry));
    }),
    world.on('loading', ({ user, seconds }) => {
      if (place.group !== undefined || user !== place.user) return;
      list.append(typing);
      setTimeout(untype, seconds * 1000);
    }),
    () => sizes.disconnect(),
  ];
  drawAll(Math.max(0, (world.chats[key] ?? []).length - FIRST));
  return {
    element,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
