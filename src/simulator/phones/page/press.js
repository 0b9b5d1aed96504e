/** Presses an action on somebody's phone: what LINE does with it, LINE's server is told of. */
import { el } from './element.js';
import { openUri } from './open-uri.js';
import { post } from './server.js';
import { toast } from './toast.js';
import { WORDS } from './words.js';

/** @typedef {{ user: string, group?: string }} Place */

/** @param {Place} place @param {any} action @param {HTMLElement} from where it was pressed */
export async function press(place, action, from) {
  switch (action?.type) {
    case 'uri':
      return openUri(action.uri, from);
    case 'clipboard':
      await navigator.clipboard?.writeText(String(action.clipboardText ?? '')).catch(() => {});
      return toast(WORDS.copied);
    case 'datetimepicker': {
      const params = await pickTime(action);
      return params === null ? undefined : send(place, action, params);
    }
    case 'postback':
    case 'message':
    case 'richmenuswitch':
      if (action.type === 'postback' && typeof action.fillInText === 'string') {
        from.dispatchEvent(new CustomEvent('draft', { bubbles: true, detail: action.fillInText }));
      }
      return send(place, action);
    default:
      return toast(WORDS.notOnPage);
  }
}

/** @param {Place} place @param {any} action @param {Record<string, string>} [params] */
async function send(place, action, params) {
  await act('press', { ...place, action, ...(params && { params }) });
}

/** Does it, or says why not. @param {string} verb @param {Record<string, unknown>} body @returns {Promise<boolean>} */
export async function act(verb, body) {
  try {
    await post(verb, body);
    return true;
  } catch (error) {
    toast(WORDS.failed(error instanceof Error ? error.message : String(error)));
    return false;
  }
}

const INPUT = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** Asks for a date or a time with the browser's own input. @param {any} action @returns {Promise<Record<string, string> | null>} */
function pickTime({ mode, initial, min, max }) {
  const kind = /** @type {keyof typeof INPUT} */ (mode);
  const clean = (/** @type {unknown} */ value) =>
    typeof value === 'string' ? value.replace('t', 'T') : undefined;
  const input = /** @type {HTMLInputElement} */ (
    el('input', {
      type: INPUT[kind] ?? 'date',
      name: 'when',
      min: clean(min),
      max: clean(max),
      value: clean(initial),
      required: true,
    })
  );
  const dialog = /** @type {HTMLDialogElement} */ (
    el(
      'dialog',
      { class: 'picker' },
      el(
        'form',
        { method: 'dialog' },
        el('label', {}, el('span', {}, WORDS.pickWhen[kind] ?? WORDS.pick), input),
        el(
          'div',
          { class: 'row' },
          el('button', { type: 'submit', value: 'ok', class: 'solid' }, WORDS.pick),
          el('button', { type: 'submit', value: '', formnovalidate: true }, WORDS.close),
        ),
      ),
    )
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      const value = input.value.slice(0, kind === 'datetime' ? 16 : undefined);
      resolve(dialog.returnValue === 'ok' && value !== '' ? { [kind]: value } : null);
    });
  });
}
