import { checkAction } from './check-action.ts';
import { checkCount, checkMediaUrl } from './check-fields.ts';
import { checkFlexValues } from './check-flex-values.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import type { Report } from './problem.ts';

/** The reference writes "30 KB" and "50 KB"; read as 1,000 bytes, the stricter of the two readings. */
const bubbleBytes = 30_000;
const carouselBytes = 50_000;

/** Checks the prose limits of a Flex container: sizes, counts, what may stand where, and the values' formats. */
export function checkFlex(container: unknown, path: string, report: Report): void {
  if (!isObject(container)) return;
  if (container.type === 'carousel') checkCarousel(container, path, report);
  else checkBubble(container, path, report, false);
}

function checkCarousel(carousel: JsonObject, path: string, report: Report): void {
  const source = 'docs/line-platform.md 2.5 (R#f-carousel)';
  checkCount(carousel, 'contents', path, { min: 1, max: 12 }, source, report);
  if (bytesOf(carousel) > carouselBytes) report(path, `JSON must be at most ${carouselBytes} bytes`, source);
  const bubbles = listOf(carousel.contents);
  const sizes = new Set(bubbles.map((bubble) => (isObject(bubble) ? (bubble.size ?? 'mega') : 'mega')));
  if (sizes.size > 1) report(`${path}/contents`, 'all bubbles must have one size', source);
  for (const [index, bubble] of bubbles.entries()) {
    if (isObject(bubble)) checkBubble(bubble, `${path}/contents/${index}`, report, true);
  }
}

function checkBubble(bubble: JsonObject, path: string, report: Report, inCarousel: boolean): void {
  const source = 'docs/line-platform.md 2.5 (R#bubble)';
  if (bytesOf(bubble) > bubbleBytes) report(path, `JSON must be at most ${bubbleBytes} bytes`, source);
  const blocks = ['header', 'hero', 'body', 'footer'].filter((name) => bubble[name] !== undefined);
  if (blocks.length === 0)
    report(path, 'at least one block must be specified', 'unverified: seen in the simulator');
  checkAction(bubble.action, `${path}/action`, 'flex', report);
  for (const name of ['header', 'body', 'footer']) checkComponent(bubble[name], `${path}/${name}`, report);
  checkHero(bubble, path, report, inCarousel);
  for (const [name, style] of Object.entries(isObject(bubble.styles) ? bubble.styles : {})) {
    checkFlexValues(style, `${path}/styles/${name}`, report);
  }
}

function checkHero(bubble: JsonObject, path: string, report: Report, inCarousel: boolean): void {
  const { hero } = bubble;
  if (!isObject(hero)) return;
  if (!['box', 'image', 'video'].includes(String(hero.type))) {
    report(`${path}/hero`, 'hero must be a box, an image or a video', 'R#bubble');
  }
  const wide = ['kilo', 'mega', 'giga'].includes(String(bubble.size ?? 'mega'));
  if (hero.type === 'video' && (inCarousel || !wide)) {
    report(`${path}/hero`, 'a video needs a single bubble of size kilo, mega or giga', 'R#f-video');
  }
  checkComponent(hero, `${path}/hero`, report);
}

/** What a box may hold, by its layout (R#box). */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
};

function checkComponent(component: unknown, path: string, report: Report): void {
  if (!isObject(component)) return;
  checkFlexValues(component, path, report);
  const type = component.type;
  checkAction(component.action, `${path}/action`, type === 'button' ? 'flex-button' : 'flex', report);
  if (type === 'box') checkBox(component, path, report);
  else if (type === 'text') checkTextComponent(component, path, report);
  else if (type === 'image' || type === 'icon')
    checkMediaUrl(component, 'url', path, 'docs/line-platform.md 2.5 (R#f-image)', report);
  else if (type === 'video') {
    checkMediaUrl(component, 'url', path, 'R#f-video', report);
    checkMediaUrl(component, 'previewUrl', path, 'R#f-video', report);
    checkComponent(component.altContent, `${path}/altContent`, report);
  }
}

function checkBox(box: JsonObject, path: string, report: Report): void {
  // An empty `contents` is allowed here: the reference says so (R#box).
  const allowed = mayHold[String(box.layout)] ?? [];
  for (const [index, child] of listOf(box.contents).entries()) {
    const at = `${path}/contents/${index}`;
    if (isObject(child) && allowed.length > 0 && !allowed.includes(String(child.type))) {
      report(at, `invalid property: ${child.type} in a ${box.layout} box`, 'R#box');
    }
    checkComponent(child, at, report);
  }
}

function checkTextComponent(text: JsonObject, path: string, report: Report): void {
  const spans = text.contents;
  if (spans === undefined) {
    if (text.text === undefined || text.text === '') {
      report(`${path}/text`, 'must be non-empty text', 'GH cofacts/rumors-line-bot#212');
    }
    return;
  }
  checkCount(text, 'contents', path, { min: 1, max: Number.POSITIVE_INFINITY }, 'R#f-text', report);
  for (const [index, span] of listOf(spans).entries()) {
    const at = `${path}/contents/${index}`;
    checkFlexValues(span, at, report);
    if (isObject(span) && span.text === '') report(`${at}/text`, 'must be non-empty text', 'R#span');
  }
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
