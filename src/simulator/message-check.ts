import { checkAction } from './check-action.ts';
import { checkCount, checkMediaUrl, checkText, checkUri } from './check-fields.ts';
import { checkFlex } from './check-flex.ts';
import { checkTemplate } from './check-template.ts';
import { checkTextV2 } from './check-text-v2.ts';
import { isObject, type JsonObject, listOf } from './json.ts';
import { messagingSchema } from './messaging-schema.ts';
import { openApi } from './openapi-schema.ts';
import type { Problem, Report } from './problem.ts';

export type MessageKind = 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast';

/**
 * Everything LINE would refuse in the messages of one request: against the OpenAPI file read strictly, and against
 * the limits that stand only in prose (docs/line-platform.md 2.5). An empty list means LINE would take them. Membership of
 * mentioned people needs a chat and is checked by the platform itself.
 */
export function checkMessages(messages: readonly unknown[], kind: MessageKind): readonly Problem[] {
  const schema = messagingSchema('Message');
  const problems: Problem[] = [];
  const report: Report = (path, rule, source) => {
    // The schema and the prose may find the same fault; LINE names it once.
    if (!problems.some((known) => known.path === path)) problems.push({ path, rule, source });
  };
  if (messages.length < 1 || messages.length > 5) {
    report('/messages', 'Size must be between 1 and 5', 'docs/line-platform.md 2.5 (R#send-push-message)');
  }
  for (const [index, message] of messages.entries()) {
    const path = `/messages/${index}`;
    if (isObject(message)) checkMessage(message, path, kind, report);
    for (const { path: at, rule, source } of schema(message, path)) report(at, rule, source);
  }
  return withoutEchoes(problems);
}

/** What stands in an object of the wrong type means nothing, so only the type is told. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const mistyped = problems.filter(({ path, source }) => path.endsWith('/type') && source === openApi);
  const parents = mistyped.map(({ path }) => path.slice(0, -'/type'.length));
  return problems.filter(
    (problem) =>
      mistyped.includes(problem) ||
      !parents.some((parent) => problem.path === parent || problem.path.startsWith(`${parent}/`)),
  );
}

function checkMessage(message: JsonObject, path: string, kind: MessageKind, report: Report): void {
  checkQuickReply(message.quickReply, `${path}/quickReply`, report);
  checkSender(message.sender, `${path}/sender`, report);
  const here = 'docs/line-platform.md 2.5';
  switch (message.type) {
    case 'text':
    case 'textV2':
      checkText(message, 'text', path, { max: 5_000, unit: 'utf16' }, `${here} (R#text-message)`, report);
      if (message.type === 'text')
        checkCount(message, 'emojis', path, { min: 0, max: 20 }, 'R#text-message', report);
      else checkTextV2(message, path, kind === 'reply' || kind === 'push', report);
      return;
    case 'flex':
      checkAltText(message, path, report);
      checkFlex(message.contents, `${path}/contents`, report);
      return;
    case 'template':
      checkAltText(message, path, report);
      checkTemplate(message.template, `${path}/template`, report);
      return;
    case 'imagemap':
      checkAltText(message, path, report);
      checkImagemap(message, path, report);
      return;
    case 'image':
    case 'video':
    case 'audio':
      checkMediaUrl(message, 'originalContentUrl', path, `${here} (R#image-message)`, report);
      checkMediaUrl(message, 'previewImageUrl', path, `${here} (R#image-message)`, report);
      return;
    case 'location':
      checkText(message, 'title', path, { max: 100, unit: 'utf16' }, `${here} (R#location-message)`, report);
      checkText(
        message,
        'address',
        path,
        { max: 100, unit: 'utf16' },
        `${here} (R#location-message)`,
        report,
      );
      return;
    default:
      return; // sticker and coupon have no limit beyond the schema's; unknown types fail there
  }
}

function checkAltText(message: JsonObject, path: string, report: Report): void {
  const source = 'docs/line-platform.md 2.5 (R#flex-message)';
  checkText(message, 'altText', path, { max: 1_500, unit: 'utf16' }, source, report);
}

function checkQuickReply(quickReply: unknown, path: string, report: Report): void {
  if (!isObject(quickReply)) return;
  const source = 'docs/line-platform.md 2.5 (R#quick-reply)';
  checkCount(quickReply, 'items', path, { min: 1, max: 13 }, source, report);
  for (const [index, item] of listOf(quickReply.items).entries()) {
    if (!isObject(item)) continue;
    const at = `${path}/items/${index}`;
    if (item.type !== undefined && item.type !== 'action') report(`${at}/type`, 'Must be action', source);
    checkMediaUrl(item, 'imageUrl', at, source, report);
    checkAction(item.action, `${at}/action`, 'quick-reply', report);
  }
}

function checkSender(sender: unknown, path: string, report: Report): void {
  if (!isObject(sender)) return;
  const source = 'docs/line-platform.md 2.5 (D:icon-nickname-switch)';
  checkText(sender, 'name', path, { max: 20, unit: 'utf16' }, source, report);
  if (String(sender.name).includes('LINE')) report(`${path}/name`, 'may not contain LINE', source);
  checkMediaUrl(sender, 'iconUrl', path, source, report);
}

function checkImagemap(message: JsonObject, path: string, report: Report): void {
  const source = 'docs/line-platform.md 2.5 (R#imagemap-message)';
  checkMediaUrl(message, 'baseUrl', path, source, report);
  const size = message.baseSize;
  if (isObject(size) && size.width !== 1040) report(`${path}/baseSize/width`, 'Must be 1040', source);
  checkCount(message, 'actions', path, { min: 1, max: 50 }, source, report);
  for (const [index, action] of listOf(message.actions).entries()) {
    if (!isObject(action)) continue;
    const at = `${path}/actions/${index}`;
    checkText(action, 'text', at, { max: 400, unit: 'utf16' }, source, report);
    checkUri(
      action,
      'linkUri',
      at,
      { max: 1_000, schemes: ['http', 'https', 'line', 'tel'] },
      source,
      report,
    );
  }
}
