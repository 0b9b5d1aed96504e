/** Template messages: buttons, confirm, carousel and image carousel. */
import { actionName } from './action-name.js';
import { el } from './element.js';
import { picture } from './picture.js';
import { slide } from './slide.js';
import { WORDS } from './words.js';

/** @typedef {(action: any) => void} Press */

/** @param {any} template @param {Press} press @returns {{ element: HTMLElement, marks: string[] }} */
export function drawTemplate(template, press) {
  const draw = DRAW[String(template?.type)];
  if (draw !== undefined) return { element: draw(template, press), marks: [] };
  return {
    element: el('div', { class: 'said' }, String(template?.type)),
    marks: [`template: ${template?.type}`],
  };
}

/** @type {Record<string, (template: any, press: Press) => HTMLElement>} */
const DRAW = {
  buttons: (template, press) => card(template, template, press),
  confirm: (template, press) =>
    el(
      'div',
      { class: 'template' },
      el('p', { class: 'template-text' }, String(template.text ?? '')),
      el('div', { class: 'template-actions side-by-side' }, buttons(template.actions, press)),
    ),
  carousel: (template, press) =>
    slide(
      (template.columns ?? []).map((/** @type {any} */ column) => card(column, template, press)),
      WORDS.carousel,
    ),
  image_carousel: (template, press) =>
    slide(
      (template.columns ?? []).map((/** @type {any} */ column) =>
        el(
          'button',
          {
            type: 'button',
            class: 'template-picture',
            title: actionName(column.action ?? {}),
            onclick: () => press(column.action),
          },
          picture(column.imageUrl),
          el('span', {}, String(column.action?.label ?? '')),
        ),
      ),
      WORDS.carousel,
    ),
};

/** @param {any} part @param {any} look where the picture's shape is said @param {Press} press */
function card(part, look, press) {
  const shape = look.imageAspectRatio === 'square' ? '1' : '1.51';
  const fit = look.imageSize === 'contain' ? 'fx-fit' : 'fx-cover';
  const image = part.thumbnailImageUrl;
  const head = el('div', { class: 'template-head' }, [
    image && el('div', { class: `fx-frame ${fit}`, style: { 'aspect-ratio': shape } }, picture(image)),
    part.title && el('p', { class: 'template-title' }, String(part.title)),
    el('p', { class: 'template-text' }, String(part.text ?? '')),
  ]);
  if (part.defaultAction) {
    head.setAttribute('role', 'button');
    head.setAttribute('tabindex', '0');
    head.classList.add('fx-pressable');
    head.addEventListener('click', () => press(part.defaultAction));
    head.addEventListener('keydown', (event) => event.key === 'Enter' && press(part.defaultAction));
  }
  return el(
    'div',
    { class: 'template' },
    head,
    el('div', { class: 'template-actions' }, buttons(part.actions, press)),
  );
}

/** @param {any[]} actions @param {Press} press */
function buttons(actions, press) {
  return (actions ?? []).map((action) =>
    el(
      'button',
      { type: 'button', class: 'fx-button fx-link', title: actionName(action), onclick: () => press(action) },
      el('span', { class: 'fx-label' }, String(action.label ?? '')),
    ),
  );
}
