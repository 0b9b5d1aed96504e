/** The words and units of Flex values, in pixels as LINE draws them. */

/** @type {Record<string, number>} */
const FONT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74 };
/** @type {Record<string, number>} */
const GAP = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
/** @type {Record<string, number>} */
const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4 };
/** @type {Record<string, number>} */
const IMAGE = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};
/** @type {Record<string, number>} */
export const BUBBLE = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

const LENGTH = /^-?\d+(?:\.\d+)?(?:px|%)$/;

/** @param {Record<string, number>} words @param {unknown} value @returns {string | undefined} */
function read(words, value) {
  if (typeof value !== 'string') return undefined;
  if (Object.hasOwn(words, value)) return `${words[value]}px`;
  return LENGTH.test(value) ? value : undefined;
}

/** Each gives CSS, or undefined for a value LINE does not know. */
/** @param {unknown} value */
export const gap = (value) => read(GAP, value);
/** @param {unknown} value */
export const fontSize = (value) => read(FONT, value);
/** @param {unknown} value */
export const borderWidth = (value) => read(BORDER, value);
/** @param {unknown} value */
export const imageSize = (value) => (value === 'full' ? '100%' : read(IMAGE, value));
/** @param {unknown} value */
export const length = (value) => read({}, value);

/** @param {unknown} value */
export function colour(value) {
  return typeof value === 'string' && /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : undefined;
}

/** `20:13` as width over height, else null. @param {unknown} value */
export function ratio(value) {
  const match = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(String(value));
  if (match === null) return null;
  const [width, height] = [Number(match[1]), Number(match[2])];
  return width >= 1 && height >= 1 ? width / height : null;
}

/** `start`, `end`, `center` of text. @param {unknown} value */
export const textAlign = (value) =>
  ['start', 'end', 'center'].includes(String(value)) ? String(value) : undefined;

/** `top`, `bottom`, `center` as flexbox says it. @param {unknown} value @returns {string | undefined} */
export function gravity(value) {
  return { top: 'flex-start', bottom: 'flex-end', center: 'center' }[String(value)];
}

/** A linear gradient as CSS. @param {unknown} background @returns {string | undefined} */
export function gradient(background) {
  const { type, angle, startColor, endColor, centerColor, centerPosition } =
    /** @type {Record<string, unknown>} */ (background ?? {});
  const [from, to, through] = [colour(startColor), colour(endColor), colour(centerColor)];
  if (type !== 'linearGradient' || from === undefined || to === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?deg$/.test(String(angle))) return undefined;
  const middle = through === undefined ? '' : `, ${through} ${length(centerPosition) ?? '50%'}`;
  return `linear-gradient(${angle}, ${from}${middle}, ${to})`;
}
