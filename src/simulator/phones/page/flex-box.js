/** Flex boxes and what stands in them. */
import { actionName } from './action-name.js';
import { el, styled } from './element.js';
import { oneOf } from './flex-known.js';
import { drawIcon, drawImage, drawVideo } from './flex-media.js';
import { place } from './flex-place.js';
import { drawText, shrinks } from './flex-text.js';
import { borderWidth, colour, gap, gradient, gravity, length } from './flex-values.js';

/** @typedef {Record<string, unknown>} Part */
/** @typedef {{ marks: import('./flex-known.js').Marks, press: (action: Part) => void }} Drawing */
/** @typedef {import('./flex-place.js').Parent} Parent */

const HOLDS = {
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler', 'video'],
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler', 'video'],
  baseline: ['icon', 'text', 'filler', 'separator'],
};
const SPREAD = ['flex-start', 'center', 'flex-end', 'space-between', 'space-around', 'space-evenly'];

/** @type {Record<string, (part: Part, drawing: Drawing, parent: Parent) => HTMLElement>} */
const DRAW = {
  box: drawBox,
  button: drawButton,
  text: (part, { marks }) => drawText(part, marks),
  image: (part, { marks }) => drawImage(part, marks),
  icon: (part, { marks }) => drawIcon(part, marks),
  video: (part, { marks }) => drawVideo(part, marks),
  filler: () => el('div', { class: 'fx-filler' }),
  separator: (part, { marks }, parent) =>
    el('div', {
      class: `fx-separator ${parent.layout === 'vertical' ? 'fx-lying' : 'fx-upright'}`,
      style: { 'background-color': marks.read('separator', part, 'color', colour) },
    }),
};

/** Draws any component. @param {unknown} value @param {Parent} parent @param {Drawing} drawing */
export function drawPart(value, parent, drawing) {
  const part = /** @type {Part} */ (value ?? {});
  const type = String(part.type);
  const draw = DRAW[type];
  const holds = HOLDS[/** @type {keyof typeof HOLDS} */ (parent.layout)] ?? [];
  if (draw === undefined || !holds.includes(type)) drawing.marks.add(`${parent.layout}: ${type}`);
  if (draw === undefined) return el('div', { class: 'fx-unknown' }, `⚠ ${type}`);
  drawing.marks.check(type, part);
  const made = draw(part, drawing, parent);
  place(made, part, parent, drawing.marks);
  if (type !== 'button') pressable(made, part.action, drawing);
  return made;
}

/** @param {Part} part @param {Drawing} drawing @returns {HTMLElement} */
export function drawBox(part, drawing) {
  const { marks } = drawing;
  const layout = marks.read('box', part, 'layout', oneOf('vertical', 'horizontal', 'baseline')) ?? 'vertical';
  const made = el('div', { class: `fx-box fx-${layout}` });
  const read = (/** @type {string} */ key, /** @type {(value: unknown) => string | undefined} */ how) =>
    marks.read('box', part, key, how);
  styled(made, {
    padding: read('paddingAll', gap),
    'padding-block-start': read('paddingTop', gap),
    'padding-block-end': read('paddingBottom', gap),
    'padding-inline-start': read('paddingStart', gap),
    'padding-inline-end': read('paddingEnd', gap),
    'background-color': read('backgroundColor', colour),
    'background-image': read('background', gradient),
    'border-width': read('borderWidth', borderWidth),
    'border-style': part.borderWidth === undefined ? undefined : 'solid',
    'border-color': read('borderColor', colour),
    'border-radius': read('cornerRadius', gap),
    overflow: part.cornerRadius === undefined && part.height === undefined ? undefined : 'hidden',
    width: read('width', length),
    height: read('height', length),
    'max-height': read('maxHeight', length),
    'justify-content': read('justifyContent', oneOf(...SPREAD)),
    'align-items': read('alignItems', oneOf('flex-start', 'center', 'flex-end')),
  });
  const spacing = read('spacing', gap);
  const sized = part.height !== undefined;
  const contents = Array.isArray(part.contents) ? part.contents : [];
  let first = true;
  for (const child of contents) {
    made.append(drawPart(child, { layout, first, spacing, sized }, drawing));
    if (child?.position !== 'absolute') first = false;
  }
  const most = read('maxWidth', length);
  if (most !== undefined) made.style.maxWidth = most;
  return made;
}

/** @param {Part} part @param {Drawing} drawing @param {Parent} parent @returns {HTMLElement} */
function drawButton(part, { marks, press }, parent) {
  const action = /** @type {Part} */ (part.action ?? {});
  const style = marks.read('button', part, 'style', oneOf('link', 'primary', 'secondary')) ?? 'link';
  const height = marks.read('button', part, 'height', oneOf('sm', 'md')) ?? 'md';
  const shade = marks.read('button', part, 'color', colour);
  const label = el('span', { class: 'fx-label' }, String(action.label ?? ''));
  if (shrinks('button', part, marks)) label.dataset.shrink = '';
  const stand = marks.read('button', part, 'gravity', gravity);
  return el(
    'button',
    {
      type: 'button',
      class: `fx-button fx-${style} fx-${height}`,
      style: {
        [style === 'link' ? 'color' : 'background-color']: shade,
        'align-self': parent.layout === 'horizontal' ? stand : undefined,
      },
      title: actionName(action),
      onclick: () => press(action),
    },
    label,
  );
}

/** Makes anything with an action pressable, by hand and by keyboard.
 * @param {HTMLElement} made @param {unknown} action @param {Drawing} drawing
 */
export function pressable(made, action, drawing) {
  if (typeof action !== 'object' || action === null) return;
  const wanted = /** @type {Part} */ (action);
  made.classList.add('fx-pressable');
  made.setAttribute('role', 'button');
  made.setAttribute('tabindex', '0');
  if (typeof wanted.label === 'string')
    made.setAttribute('aria-label', `${wanted.label} ${made.textContent}`.trim());
  made.title = actionName(wanted);
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    drawing.press(wanted);
  });
  made.addEventListener('keydown', (event) => {
    if (event.target !== made || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    drawing.press(wanted);
  });
}
