/** Makes every element of the page. Text goes in as text, styles through the CSSOM: nothing is ever parsed as HTML. */

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [props] `class`, `style` (an object), `on…` handlers, `dataset`; others are attributes
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) set(made, key, value);
  fill(made, children);
  return made;
}

/** Appends children; null, undefined and false are left out.
 * @param {Element | DocumentFragment} parent
 * @param {(Child | Child[])[]} children
 */
export function fill(parent, children) {
  for (const child of children.flat(2)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

/** @param {HTMLElement} made @param {string} key @param {unknown} value */
function set(made, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key === 'class') made.className = String(value);
  else if (key === 'style') styled(made, /** @type {Record<string, string>} */ (value));
  else if (key === 'dataset') Object.assign(made.dataset, value);
  else if (key.startsWith('on')) made.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
  else made.setAttribute(key, value === true ? '' : String(value));
}

/** Sets CSS properties one by one; a value CSS does not know is dropped by the browser itself.
 * @param {HTMLElement} made
 * @param {Record<string, string | undefined>} style
 */
export function styled(made, style) {
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined) made.style.setProperty(name, value);
  }
}

/** A picture made of one path, for buttons; `label` is what it says to a screen reader.
 * @param {string} path @param {number} [size]
 */
export function icon(path, size = 24) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  line.setAttribute('fill', 'currentColor');
  svg.append(line);
  return svg;
}
