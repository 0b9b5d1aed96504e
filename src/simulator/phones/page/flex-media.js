/** Flex image, icon and video. */
import { el } from './element.js';
import { oneOf } from './flex-known.js';
import { colour, fontSize, gravity, imageSize, ratio, textAlign } from './flex-values.js';
import { picture } from './picture.js';
import { WORDS } from './words.js';

/** @typedef {Record<string, unknown>} Part */
/** @typedef {import('./flex-known.js').Marks} Marks */

const SIDE = { start: 'flex-start', end: 'flex-end', center: 'center' };

/** @param {Part} part @param {Marks} marks */
export function drawImage(part, marks) {
  const mode = marks.read('image', part, 'aspectMode', oneOf('cover', 'fit')) ?? 'fit';
  const frame = el(
    'span',
    {
      class: `fx-frame fx-${mode}`,
      style: {
        width: marks.read('image', part, 'size', imageSize) ?? '100px',
        'aspect-ratio': String(marks.read('image', part, 'aspectRatio', ratio) ?? 1),
        'background-color': marks.read('image', part, 'backgroundColor', colour),
      },
    },
    picture(part.url),
  );
  const align = marks.read('image', part, 'align', textAlign);
  return el(
    'div',
    {
      class: 'fx-image',
      style: {
        'align-items': SIDE[/** @type {keyof typeof SIDE} */ (align)] ?? 'center',
        'justify-content': marks.read('image', part, 'gravity', gravity),
      },
    },
    frame,
  );
}

/** Stands on the line of the text beside it. @param {Part} part @param {Marks} marks */
export function drawIcon(part, marks) {
  const shape = marks.read('icon', part, 'aspectRatio', ratio) ?? 1;
  return el(
    'span',
    {
      class: 'fx-icon',
      style: {
        'font-size': marks.read('icon', part, 'size', fontSize) ?? '16px',
        width: `${shape}em`,
      },
    },
    picture(part.url),
  );
}

/** A preview with a mark to play; the film itself stays where it is. @param {Part} part @param {Marks} marks */
export function drawVideo(part, marks) {
  const shape = marks.read('video', part, 'aspectRatio', ratio) ?? 1;
  const frame = el('span', {
    class: 'fx-frame fx-cover',
    style: { width: '100%', 'aspect-ratio': String(shape) },
  });
  frame.append(
    picture(part.previewUrl),
    el('span', { class: 'play', role: 'img', 'aria-label': WORDS.video }, '▶'),
  );
  return el('div', { class: 'fx-image' }, frame);
}
