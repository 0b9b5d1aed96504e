import { readSchemas, type Validator } from './openapi-schema.ts';

/** What LINE requires although messaging-api.yml does not say so (docs/line-platform.md 3; R#action-objects, R#rich-menu-object). */
const required = {
  PostbackAction: ['data'],
  MessageAction: ['text'],
  URIAction: ['uri'],
  DatetimePickerAction: ['data', 'mode'],
  RichMenuSwitchAction: ['data', 'richMenuAliasId'],
  CameraAction: ['label'],
  CameraRollAction: ['label'],
  LocationAction: ['label'],
  QuickReply: ['items'],
  QuickReplyItem: ['type', 'action'],
  Emoji: ['index', 'productId', 'emojiId'],
  UserMentionTarget: ['userId'],
  FlexBoxLinearGradient: ['angle', 'startColor', 'endColor'],
  RichMenuRequest: ['size', 'selected', 'name', 'chatBarText', 'areas'],
  RichMenuSize: ['width', 'height'],
  RichMenuArea: ['bounds', 'action'],
  RichMenuBounds: ['x', 'y', 'width', 'height'],
} as const;

let schemas: ((name: string) => Validator) | undefined;

/** The validator of a schema of messaging-api.yml, read strictly. */
export function messagingSchema(name: string): Validator {
  // Reading the YAML takes a tenth of a second; only those who check pay for it, once.
  schemas ??= readSchemas(['messaging-api.yml'], required);
  return schemas(name);
}
