/** A drawer at the side: one at a time, closed by Esc or its button; the phones stay usable beside it. */
import { el } from './element.js';
import { WORDS } from './words.js';

/** @type {(() => void) | null} */
let closeOpen = null;

/**
 * @param {string} title
 * @param {(into: HTMLElement) => (() => void) | void} draw fills it each time it opens; what it gives back ends it
 * @param {HTMLElement} button opens and closes it
 */
export function drawer(title, draw, button) {
  button.setAttribute('aria-expanded', 'false');
  /** @type {(() => void) | null} */
  let close = null;
  button.addEventListener('click', () => {
    if (close !== null) return close();
    closeOpen?.();
    const body = el('div', { class: 'drawer-body' });
    const shut = el(
      'button',
      { type: 'button', class: 'round', 'aria-label': WORDS.close, title: WORDS.close },
      '✕',
    );
    const panel = el(
      'aside',
      { class: 'drawer', role: 'dialog', 'aria-label': title },
      el('header', {}, el('h2', {}, title), shut),
      body,
    );
    const stop = draw(body);
    close = () => {
      if (stop) stop();
      panel.remove();
      button.setAttribute('aria-expanded', 'false');
      close = null;
      closeOpen = null;
      button.focus();
    };
    closeOpen = close;
    shut.addEventListener('click', () => close?.());
    (document.querySelector('.room') ?? document.body).append(panel);
    button.setAttribute('aria-expanded', 'true');
    shut.focus();
  });
}

/** Esc closes the drawer that is open, and any menu. */
export function closeOnEscape() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return;
    const menus = [...document.querySelectorAll('details.menu[open]')];
    for (const menu of menus) {
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    }
    if (menus.length === 0) closeOpen?.();
  });
  document.addEventListener('pointerdown', (event) => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute('open');
    }
  });
}
