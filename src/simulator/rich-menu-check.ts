import { checkAction } from './check-action.ts';
import { checkCount, checkText } from './check-fields.ts';
import { imageSizeOf } from './image-size.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import { messagingSchema } from './messaging-schema.ts';
import type { Problem, Report } from './problem.ts';

const here = 'docs/line-platform.md 2.6';
/** "1 MB", read as 1,000,000 bytes: the stricter of the two readings. */
const maxImage = 1_000_000;

/** Everything LINE would refuse in a rich menu: by the OpenAPI file, and by the limits that stand only in prose. */
export function checkRichMenu(menu: JsonObject): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, rule, source) => {
    if (!problems.some((known) => known.path === path)) problems.push({ path, rule, source });
  };
  const object = `${here} (R#rich-menu-object)`;
  checkText(menu, 'name', '', { max: 300, unit: 'utf16' }, object, report);
  checkText(menu, 'chatBarText', '', { max: 14, unit: 'graphemes' }, object, report);
  checkSize(menu.size, report);
  checkCount(menu, 'areas', '', { min: 0, max: 20 }, object, report);
  for (const [index, area] of listOf(menu.areas).entries()) {
    if (isObject(area)) checkAction(area.action, `/areas/${index}/action`, 'rich-menu', report);
  }
  for (const problem of messagingSchema('RichMenuRequest')(menu, '')) {
    // The file counts the chat bar's letters in UTF-16 units, LINE in graphemes (D:text-character-count).
    const mine = problem.path === '/chatBarText' && problem.rule.startsWith('Must be at most');
    if (!mine) report(problem.path, problem.rule, problem.source);
  }
  return problems;
}

function checkSize(size: unknown, report: Report): void {
  if (!isObject(size) || typeof size.width !== 'number' || typeof size.height !== 'number') return;
  const wrong = whyWrongSize(size.width, size.height);
  if (wrong !== null) report('/size', wrong, `${here} (R#upload-rich-menu-image)`);
}

function whyWrongSize(width: number, height: number): string | null {
  if (width < 800 || width > 2_500) return 'width must be between 800 and 2500';
  if (height < 250) return 'height must be at least 250';
  return width / height < 1.45 ? 'width / height must be at least 1.45' : null;
}

/** Why LINE refuses these bytes as a menu's image, or null. `type` is what the request says they are. */
export function whyNoMenuImage(bytes: Buffer, type: string, size: unknown): Problem | null {
  const source = `${here} (R#upload-rich-menu-image)`;
  const problem = (rule: string): Problem => ({ path: '', rule, source });
  if (bytes.length > maxImage) return problem('The image must be at most 1 MB');
  const image = imageSizeOf(bytes);
  if (image === null || image.type !== type) return problem('The image must be a JPEG or a PNG');
  const wrong = whyWrongSize(image.width, image.height);
  if (wrong !== null) return problem(`Image ${wrong}`);
  const { width, height } = isObject(size) ? size : {};
  return image.width === width && image.height === height
    ? null
    : problem(`The image is ${image.width}x${image.height}, the rich menu ${width}x${height}`);
}
