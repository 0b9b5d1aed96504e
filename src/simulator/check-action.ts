import { checkText, checkUri } from './check-fields.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Report } from './problem.ts';

/** What an action is set on; it decides the label (R#action-object-label-spec). */
export type ActionHolder =
  | 'flex-button'
  | 'flex'
  | 'template'
  | 'template-default'
  | 'image-carousel'
  | 'quick-reply'
  | 'rich-menu';

const labels: Readonly<Record<ActionHolder, { readonly max: number; readonly required: boolean }>> = {
  'flex-button': { max: 40, required: true },
  flex: { max: 40, required: false },
  template: { max: 20, required: true },
  // The action on the image and text area shows no label (R#buttons).
  'template-default': { max: 20, required: false },
  'image-carousel': { max: 12, required: false },
  'quick-reply': { max: 20, required: true },
  // Spoken by the screen reader, never shown.
  'rich-menu': { max: 20, required: false },
};

const here = 'docs/line-platform.md 2.5';

/** Checks the prose limits of an action object. Required fields and types are the schema's business. */
export function checkAction(action: unknown, path: string, holder: ActionHolder, report: Report): void {
  if (!isObject(action)) return;
  checkLabel(action, path, holder, report);
  switch (action.type) {
    case 'postback':
      checkPostback(action, path, report);
      return;
    case 'message':
      checkText(action, 'text', path, { max: 300, unit: 'utf16' }, `${here} (R#message-action)`, report);
      return;
    case 'uri':
      checkUriAction(action, path, report);
      return;
    case 'datetimepicker':
      checkPicker(action, path, report);
      return;
    case 'camera':
    case 'cameraRoll':
    case 'location':
      if (holder !== 'quick-reply')
        report(path, `${action.type} only works in a quick reply`, 'R#camera-action');
      return;
    case 'richmenuswitch':
      if (holder === 'rich-menu') checkSwitch(action, path, report);
      else report(path, 'richmenuswitch only works in a rich menu', `${here} (R#richmenu-switch-action)`);
      return;
    default:
      return; // clipboard has no limit beyond the schema's; unknown types fail there
  }
}

function checkLabel(action: JsonObject, path: string, holder: ActionHolder, report: Report): void {
  const { max, required } = labels[holder];
  const source = `${here} (R#action-object-label-spec)`;
  const always = ['camera', 'cameraRoll', 'location'].includes(String(action.type));
  if (action.label === undefined && required && !always) report(`${path}/label`, 'May not be empty', source);
  checkText(action, 'label', path, { max, unit: 'graphemes', filled: required || always }, source, report);
}

function checkPostback(action: JsonObject, path: string, report: Report): void {
  const source = `${here} (R#postback-action)`;
  checkText(action, 'data', path, { max: 300, unit: 'utf16', filled: false }, source, report);
  for (const key of ['displayText', 'text', 'fillInText']) {
    checkText(action, key, path, { max: 300, unit: 'graphemes', filled: false }, source, report);
  }
  if (action.displayText !== undefined && action.text !== undefined) {
    report(`${path}/text`, 'displayText and text cannot both be used', 'R#postback-action');
  }
  if (action.fillInText !== undefined && action.inputOption !== 'openKeyboard') {
    report(`${path}/fillInText`, 'only valid with inputOption openKeyboard', 'R#postback-action');
  }
}

function checkSwitch(action: JsonObject, path: string, report: Report): void {
  const source = `${here} (R#richmenu-switch-action)`;
  checkText(action, 'data', path, { max: 300, unit: 'utf16', filled: false }, source, report);
  const { richMenuAliasId: alias } = action;
  if (typeof alias === 'string' && !/^[a-z0-9_-]{1,32}$/.test(alias))
    report(`${path}/richMenuAliasId`, 'invalid alias: a-z, 0-9, _ and -, at most 32', source);
}

function checkUriAction(action: JsonObject, path: string, report: Report): void {
  const rule = { max: 1_000, schemes: ['http', 'https', 'line', 'tel'] };
  const source = `${here} (R#uri-action)`;
  checkUri(action, 'uri', path, rule, source, report);
  if (isObject(action.altUri)) checkUri(action.altUri, 'desktop', `${path}/altUri`, rule, source, report);
}

const clock = '([01]\\d|2[0-3]):[0-5]\\d';
const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: new RegExp(`^${clock}$`),
  datetime: new RegExp(`^\\d{4}-\\d{2}-\\d{2}[Tt]${clock}$`),
};

function checkPicker(action: JsonObject, path: string, report: Report): void {
  const source = `${here} (R#datetime-picker-action)`;
  checkText(action, 'data', path, { max: 300, unit: 'utf16', filled: false }, source, report);
  const mode = String(action.mode);
  const format = formats[mode];
  if (format === undefined) return;
  for (const key of ['initial', 'min', 'max']) {
    const value = action[key];
    if (typeof value !== 'string') continue;
    if (!format.test(value) || (mode !== 'time' && !isPickerDay(value.slice(0, 10)))) {
      report(`${path}/${key}`, `invalid ${mode}`, source);
    }
  }
  const { min, max } = action;
  if (typeof min === 'string' && typeof max === 'string' && min.toLowerCase() >= max.toLowerCase()) {
    report(`${path}/max`, 'Must be greater than min', 'R#datetime-picker-action');
  }
}

/** A real day from 1900-01-01 to 2100-12-31. */
function isPickerDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) return false;
  return day >= '1900-01-01' && day <= '2100-12-31';
}
