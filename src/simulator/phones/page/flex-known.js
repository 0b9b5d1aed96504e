/** Which Flex properties this page draws, approximates or leaves out; docs/flex-drawing.md is the same table in words. */

const PLACE = ['flex', 'margin', 'position', 'offsetTop', 'offsetBottom', 'offsetStart', 'offsetEnd'];
const PADDING = ['paddingAll', 'paddingTop', 'paddingBottom', 'paddingStart', 'paddingEnd'];
const LETTERS = ['text', 'size', 'color', 'weight', 'style', 'decoration'];

/** @type {Record<string, readonly string[]>} */
export const DRAWN = {
  bubble: ['size', 'direction', 'header', 'hero', 'body', 'footer', 'styles', 'action'],
  carousel: ['contents'],
  style: ['backgroundColor', 'separator', 'separatorColor'],
  box: [
    ...PLACE,
    ...PADDING,
    ...['layout', 'contents', 'spacing', 'backgroundColor', 'background', 'borderColor', 'borderWidth'],
    ...['cornerRadius', 'width', 'maxWidth', 'height', 'maxHeight', 'justifyContent', 'alignItems', 'action'],
  ],
  text: [
    ...PLACE,
    ...LETTERS,
    ...['contents', 'align', 'gravity', 'wrap', 'maxLines', 'lineSpacing', 'action', 'adjustMode', 'scaling'],
  ],
  span: LETTERS,
  button: [...PLACE, 'action', 'style', 'color', 'height', 'gravity', 'adjustMode', 'scaling'],
  image: [
    ...PLACE,
    ...['url', 'size', 'aspectRatio', 'aspectMode', 'align', 'gravity', 'backgroundColor', 'action'],
  ],
  icon: [...PLACE, 'url', 'size', 'aspectRatio', 'scaling'],
  video: ['url', 'previewUrl', 'altContent', 'aspectRatio', 'action'],
  separator: ['margin', 'color'],
  filler: ['flex'],
};

/** What was met and not drawn, as `type.property` or `type.property: value`. */
export class Marks {
  /** @type {Set<string>} */
  found = new Set();

  /** @param {string} mark */
  add(mark) {
    this.found.add(mark.length > 80 ? `${mark.slice(0, 79)}…` : mark);
  }

  /** Marks what `type` has that is not drawn. @param {string} type @param {Record<string, unknown>} part */
  check(type, part) {
    const drawn = DRAWN[type] ?? [];
    for (const key of Object.keys(part)) {
      if (key !== 'type' && !drawn.includes(key)) this.add(`${type}.${key}`);
    }
  }

  /**
   * A value read by `how`; a value given but not understood is marked.
   * @template T
   * @param {string} type @param {Record<string, unknown>} part @param {string} key
   * @param {(value: unknown) => T | undefined | null} how
   * @returns {T | undefined}
   */
  read(type, part, key, how) {
    const value = part[key];
    if (value === undefined) return undefined;
    const known = how(value);
    if (known === undefined || known === null) this.add(`${type}.${key}: ${String(value)}`);
    return known ?? undefined;
  }
}

/** Reads one of some words. @param {...string} words @returns {(value: unknown) => string | undefined} */
export const oneOf =
  (...words) =>
  (value) =>
    words.includes(String(value)) ? String(value) : undefined;
