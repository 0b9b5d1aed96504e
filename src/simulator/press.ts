import { isObject, type JsonObject } from './json.ts';

/** What pressing a button does in the chat. */
export interface Pressed {
  /** Shown as the person's words without being sent (postback `displayText`). */
  readonly shown?: string;
  /** Sent as the person's own message. */
  readonly said?: string;
  readonly postback?: JsonObject;
}

/** What LINE does with a pressed action (R#action-objects). Throws on something that is no action of a message. */
export function pressedAs(action: unknown, picked?: Readonly<Record<string, string>>): Pressed {
  if (!isObject(action)) throw new TypeError('press needs the action object of a message');
  const { data, displayText, text } = action;
  switch (action.type) {
    case 'postback':
      return {
        postback: { data: must(data, 'data') },
        ...(typeof displayText === 'string' && displayText !== '' && { shown: displayText }),
      };
    case 'datetimepicker': {
      const mode = must(action.mode, 'mode');
      const params = picked ?? { [mode]: must(action.initial, 'initial, or params given to press,') };
      return { postback: { data: must(data, 'data'), params } };
    }
    case 'richmenuswitch': {
      const params = {
        newRichMenuAliasId: must(action.richMenuAliasId, 'richMenuAliasId'),
        status: 'SUCCESS',
      };
      return { postback: { data: must(data, 'data'), params } };
    }
    case 'message':
      return { said: must(text, 'text') };
    case 'uri':
    case 'clipboard':
    case 'camera':
    case 'cameraRoll':
    case 'location':
      return {}; // stays on the phone; no webhook
    default:
      throw new TypeError(`no such action: ${String(action.type)}`);
  }
}

function must(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`the action has no ${name}`);
  return value;
}
