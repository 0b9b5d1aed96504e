/** A row of cards to be pushed sideways: by hand, by wheel, by the arrow keys, by two buttons for the mouse. */
import { el } from './element.js';
import { WORDS } from './words.js';

/** @param {HTMLElement[]} cards @param {string} label @returns {HTMLElement} */
export function slide(cards, label) {
  const track = el(
    'div',
    { class: 'track', tabindex: '0', role: 'group', 'aria-roledescription': 'carousel', 'aria-label': label },
    cards,
  );
  for (const [index, card] of cards.entries()) {
    card.setAttribute('data-of', `${index + 1}/${cards.length}`);
  }
  const step = (/** @type {number} */ by) => {
    const width = (cards[0]?.offsetWidth ?? 300) + 8;
    track.scrollBy({ left: by * width, behavior: calm() ? 'auto' : 'smooth' });
  };
  track.addEventListener('keydown', (event) => {
    if (event.target !== track) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) step(by);
    else if (event.key === 'Home') track.scrollTo({ left: 0 });
    else if (event.key === 'End') track.scrollTo({ left: track.scrollWidth });
    else return;
    event.preventDefault();
  });
  const arrow = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ said) =>
    el(
      'button',
      {
        type: 'button',
        class: `arrow ${by < 0 ? 'back' : 'on'}`,
        tabindex: '-1',
        'aria-label': said,
        onclick: () => step(by),
      },
      sign,
    );
  const arrows = [arrow(-1, '‹', WORDS.previousCard), arrow(1, '›', WORDS.nextCard)];
  const show = () => {
    const end = track.scrollWidth - track.clientWidth;
    arrows[0].hidden = track.scrollLeft < 8;
    arrows[1].hidden = track.scrollLeft > end - 8;
  };
  track.addEventListener('scroll', show, { passive: true });
  requestAnimationFrame(show);
  return el('div', { class: 'slide' }, track, cards.length > 1 ? arrows : null);
}

/** True when the person asked for no motion. */
export function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
