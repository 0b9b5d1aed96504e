import { isObject } from './json.ts';
import type { Report } from './problem.ts';

const px = '\\d+(?:\\.\\d+)?px';
const percent = '\\d+(?:\\.\\d+)?%';
const steps = 'none|xs|sm|md|lg|xl|xxl';
const fontSizes = 'xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl';
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

const colour = whole('#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?');
const gap = whole(`${steps}|${px}`);
const padding = whole(`${steps}|${px}|${percent}`);
const offset = whole(`${steps}|-?${px}|-?${percent}`);
const length = whole(`${px}|${percent}`);

/** Formats of Flex values that the OpenAPI file leaves as plain strings (D:flex-message-layout, R#box ... R#span). */
const formats: Readonly<Record<string, RegExp>> = {
  color: colour,
  backgroundColor: colour,
  borderColor: colour,
  separatorColor: colour,
  startColor: colour,
  centerColor: colour,
  endColor: colour,
  margin: gap,
  spacing: gap,
  paddingAll: padding,
  paddingTop: padding,
  paddingBottom: padding,
  paddingStart: padding,
  paddingEnd: padding,
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
  width: length,
  maxWidth: length,
  maxHeight: length,
  cornerRadius: gap,
  borderWidth: whole(`none|light|normal|medium|semi-bold|bold|${px}`),
  lineSpacing: whole(px),
  angle: whole('\\d+(?:\\.\\d+)?deg'),
  centerPosition: whole(percent),
};

/** Checks the formats of one component's, block style's or background's values. */
export function checkFlexValues(component: unknown, path: string, report: Report): void {
  if (!isObject(component)) return;
  for (const [key, value] of Object.entries(component)) {
    if (typeof value !== 'string') continue;
    const format = formats[key] ?? formatByType(String(component.type), key);
    if (format !== undefined && !format.test(value))
      report(`${path}/${key}`, 'invalid property', 'D:flex-message-layout');
  }
  checkRatio(component.aspectRatio, `${path}/aspectRatio`, report);
  for (const key of ['flex', 'maxLines']) {
    const value = component[key];
    if (typeof value === 'number' && value < 0)
      report(`${path}/${key}`, 'invalid property', 'D:flex-message-layout');
  }
  checkFlexValues(component.background, `${path}/background`, report);
}

function formatByType(type: string, key: string): RegExp | undefined {
  if (key === 'height' && type === 'box') return length;
  if (key !== 'size') return undefined;
  if (type === 'image') return whole(`${fontSizes}|full|${px}|${percent}`);
  return ['text', 'span', 'icon'].includes(type) ? whole(`${fontSizes}|${px}`) : undefined;
}

/** `{width}:{height}`, each 1 to 100000, height at most three times the width (R#f-image). */
function checkRatio(ratio: unknown, path: string, report: Report): void {
  if (typeof ratio !== 'string') return;
  const match = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(ratio);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  const fits = [width, height].every((side) => side >= 1 && side <= 100_000) && height <= 3 * width;
  if (!match || !fits) report(path, 'invalid property', 'R#f-image');
}
