/** Where a component stands in its parent: share of the room, distance to the one before, position and offsets. */
import { styled } from './element.js';
import { oneOf } from './flex-known.js';
import { gap, length } from './flex-values.js';

/** @typedef {{ layout: string, first: boolean, spacing: string | undefined, sized: boolean }} Parent */
/** @typedef {Record<string, unknown>} Part */

/**
 * @param {HTMLElement} made @param {Part} part @param {Parent} parent
 * @param {import('./flex-known.js').Marks} marks
 */
export function place(made, part, parent, marks) {
  const type = String(part.type);
  const upright = parent.layout === 'vertical';
  styled(made, share(part, parent, upright));
  const distance = marks.read(type, part, 'margin', gap) ?? (parent.first ? undefined : parent.spacing);
  const absolute = marks.read(type, part, 'position', oneOf('relative', 'absolute')) === 'absolute';
  const offset = (/** @type {string} */ key) => marks.read(type, part, key, gap);
  styled(made, {
    [upright ? 'margin-block-start' : 'margin-inline-start']: absolute ? undefined : distance,
    position: absolute ? 'absolute' : undefined,
    top: offset('offsetTop'),
    bottom: offset('offsetBottom'),
    'inset-inline-start': offset('offsetStart'),
    'inset-inline-end': offset('offsetEnd'),
  });
}

/** @param {Part} part @param {Parent} parent @param {boolean} upright @returns {Record<string, string | undefined>} */
function share(part, parent, upright) {
  const width = part.type === 'box' ? length(part.width) : undefined;
  const standard = upright || part.type === 'icon' || part.type === 'separator' ? 0 : 1;
  const flex = typeof part.flex === 'number' && part.flex >= 0 ? part.flex : standard;
  if (!upright && width !== undefined && part.flex === undefined) return { flex: '0 0 auto' };
  if (flex === 0) return { flex: '0 0 auto', 'max-width': '100%' };
  if (upright)
    return { flex: `${flex} 0 ${parent.sized ? '0' : 'auto'}`, 'min-height': parent.sized ? '0' : undefined };
  return { flex: `${flex} 0 0`, 'min-width': '0' };
}
