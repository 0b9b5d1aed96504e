import { checkAction } from './check-action.ts';
import { checkCount, checkMediaUrl, checkText } from './check-fields.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import type { Report } from './problem.ts';

const here = 'docs/line-platform.md 2.5';

/** Checks the prose limits of a template: lengths in graphemes, counts, labels. */
export function checkTemplate(template: unknown, path: string, report: Report): void {
  if (!isObject(template)) return;
  switch (template.type) {
    case 'buttons':
      checkTitled(template, path, { text: 160, illustrated: 60 }, `${here} (R#buttons)`, report);
      checkActions(template, path, { min: 1, max: 4 }, `${here} (R#buttons)`, report);
      return;
    case 'confirm':
      checkText(template, 'text', path, { max: 240, unit: 'graphemes' }, `${here} (R#confirm)`, report);
      checkActions(template, path, { min: 2, max: 2 }, `${here} (R#confirm)`, report);
      return;
    case 'carousel':
      checkCarousel(template, path, report);
      return;
    case 'image_carousel':
      checkImageCarousel(template, path, report);
      return;
    default:
      return; // the schema refuses other types
  }
}

function checkTitled(
  holder: JsonObject,
  path: string,
  limits: { readonly text: number; readonly illustrated: number },
  source: string,
  report: Report,
): void {
  const illustrated = holder.title !== undefined || holder.thumbnailImageUrl !== undefined;
  const max = illustrated ? limits.illustrated : limits.text;
  checkText(holder, 'text', path, { max, unit: 'graphemes' }, source, report);
  checkText(holder, 'title', path, { max: 40, unit: 'graphemes' }, source, report);
  checkMediaUrl(holder, 'thumbnailImageUrl', path, source, report);
  checkAction(holder.defaultAction, `${path}/defaultAction`, 'template-default', report);
}

function checkActions(
  holder: JsonObject,
  path: string,
  range: { readonly min: number; readonly max: number },
  source: string,
  report: Report,
): void {
  checkCount(holder, 'actions', path, range, source, report);
  for (const [index, action] of listOf(holder.actions).entries()) {
    checkAction(action, `${path}/actions/${index}`, 'template', report);
  }
}

function checkCarousel(template: JsonObject, path: string, report: Report): void {
  const source = `${here} (R#carousel)`;
  checkCount(template, 'columns', path, { min: 1, max: 10 }, source, report);
  const columns = listOf(template.columns).filter(isObject);
  for (const [index, column] of columns.entries()) {
    const at = `${path}/columns/${index}`;
    checkTitled(column, at, { text: 120, illustrated: 60 }, source, report);
    checkActions(column, at, { min: 1, max: 3 }, source, report);
  }
  for (const key of ['actions', 'title', 'thumbnailImageUrl']) {
    const shapes = new Set(
      columns.map((column) => (key === 'actions' ? listOf(column[key]).length : key in column)),
    );
    if (shapes.size > 1) report(`${path}/columns`, `${key} must be alike in all columns`, source);
  }
}

function checkImageCarousel(template: JsonObject, path: string, report: Report): void {
  const source = 'R#image-carousel';
  checkCount(template, 'columns', path, { min: 1, max: 10 }, source, report);
  for (const [index, column] of listOf(template.columns).entries()) {
    if (!isObject(column)) continue;
    checkMediaUrl(column, 'imageUrl', `${path}/columns/${index}`, source, report);
    checkAction(column.action, `${path}/columns/${index}/action`, 'image-carousel', report);
  }
}
