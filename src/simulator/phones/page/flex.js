/** A Flex container as LINE's app draws it: one bubble, or a carousel of bubbles. */
import { el } from './element.js';
import { drawPart, pressable } from './flex-box.js';
import { Marks, oneOf } from './flex-known.js';
import { BUBBLE, colour } from './flex-values.js';
import { slide } from './slide.js';
import { WORDS } from './words.js';

/** @typedef {Record<string, unknown>} Part */
/** @typedef {import('./flex-box.js').Drawing} Drawing */

/**
 * @param {unknown} container @param {(action: Part) => void} press
 * @returns {{ element: HTMLElement, marks: readonly string[] }} `marks` = what was met and not drawn
 */
export function drawFlex(container, press) {
  const part = /** @type {Part} */ (container ?? {});
  const marks = new Marks();
  const drawing = { marks, press };
  const type = oneOf('bubble', 'carousel')(part.type);
  if (type === undefined) marks.add(`flex: ${String(part.type)}`);
  const element = type === 'carousel' ? drawCarousel(part, drawing) : drawBubble(part, drawing);
  return { element, marks: [...marks.found] };
}

/** @param {Part} part @param {Drawing} drawing */
function drawCarousel(part, drawing) {
  drawing.marks.check('carousel', part);
  const bubbles = Array.isArray(part.contents) ? part.contents : [];
  return slide(
    bubbles.map((bubble) => drawBubble(bubble, drawing)),
    WORDS.carousel,
  );
}

/** @param {Part} part @param {Drawing} drawing */
function drawBubble(part, drawing) {
  const { marks } = drawing;
  marks.check('bubble', part);
  const size = marks.read('bubble', part, 'size', oneOf(...Object.keys(BUBBLE))) ?? 'mega';
  const made = el('div', {
    class: `fx-bubble fx-size-${size}`,
    dir: marks.read('bubble', part, 'direction', oneOf('ltr', 'rtl')) ?? 'ltr',
    style: { width: `${BUBBLE[size]}px` },
  });
  const styles = /** @type {Record<string, Part>} */ (part.styles ?? {});
  for (const name of ['header', 'hero', 'body', 'footer']) {
    if (part[name] === undefined) continue;
    const style = styles[name] ?? {};
    marks.check('style', style);
    const block = el('div', {
      class: `fx-block fx-${name}`,
      style: { 'background-color': marks.read('style', style, 'backgroundColor', colour) },
    });
    if (style.separator === true && made.childElementCount > 0) {
      const line = marks.read('style', style, 'separatorColor', colour);
      made.append(el('div', { class: 'fx-separator fx-lying', style: { 'background-color': line } }));
    }
    block.append(
      drawPart(part[name], { layout: 'vertical', first: true, spacing: undefined, sized: false }, drawing),
    );
    made.append(block);
  }
  pressable(made, part.action, drawing);
  return made;
}
