/** Flex text and its spans. */
import { el, styled } from './element.js';
import { oneOf } from './flex-known.js';
import { colour, fontSize, gravity, length, textAlign } from './flex-values.js';

/** @typedef {Record<string, unknown>} Part */
/** @typedef {import('./flex-known.js').Marks} Marks */

/** @param {Part} part @param {Marks} marks @returns {HTMLElement} */
export function drawText(part, marks) {
  const spans = Array.isArray(part.contents) ? part.contents : [];
  const words = el('p', { class: 'fx-words' });
  if (spans.length === 0) words.textContent = String(part.text ?? '');
  for (const span of spans) {
    marks.check('span', span);
    const piece = el('span', {}, String(span.text ?? ''));
    styled(piece, letters('span', span, marks));
    words.append(piece);
  }
  styled(words, {
    'text-align': marks.read('text', part, 'align', textAlign),
    ...letters('text', part, marks),
    ...lines(part, marks),
  });
  if (part.wrap !== true) words.classList.add('fx-one-line');
  if (shrinks('text', part, marks)) words.dataset.shrink = '';
  return el(
    'div',
    { class: 'fx-text', style: { 'justify-content': marks.read('text', part, 'gravity', gravity) } },
    words,
  );
}

/** @param {string} type @param {Part} part @param {Marks} marks */
export function shrinks(type, part, marks) {
  return marks.read(type, part, 'adjustMode', oneOf('shrink-to-fit')) !== undefined;
}

/** @param {string} type @param {Part} part @param {Marks} marks @returns {Record<string, string | undefined>} */
function letters(type, part, marks) {
  const weight = marks.read(type, part, 'weight', oneOf('regular', 'bold'));
  return {
    'font-size': marks.read(type, part, 'size', fontSize),
    color: marks.read(type, part, 'color', colour),
    'font-weight': weight === 'regular' ? '400' : weight,
    'font-style': marks.read(type, part, 'style', oneOf('normal', 'italic')),
    'text-decoration': marks.read(type, part, 'decoration', oneOf('none', 'underline', 'line-through')),
  };
}

/** @param {Part} part @param {Marks} marks @returns {Record<string, string | undefined>} */
function lines(part, marks) {
  const more = marks.read('text', part, 'lineSpacing', length);
  const most = marks.read('text', part, 'maxLines', (value) =>
    typeof value === 'number' && value >= 0 ? value : undefined,
  );
  const clamp = part.wrap === true && most !== undefined && most > 0;
  return {
    'line-height': more === undefined ? undefined : `calc(1.4em + ${more})`,
    ...(clamp && {
      display: '-webkit-box',
      '-webkit-box-orient': 'vertical',
      '-webkit-line-clamp': String(most),
      overflow: 'hidden',
    }),
  };
}

/** Makes what asked for it smaller until it fits its line; call it once the message stands in the page.
 * @param {ParentNode} root
 */
export function shrinkToFit(root) {
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-shrink]'))) {
    let size = Number.parseFloat(getComputedStyle(words).fontSize);
    while (words.scrollWidth > words.clientWidth && size > 8) {
      size -= 1;
      words.style.fontSize = `${size}px`;
    }
  }
}
