/** Where a person writes: words, a mention of the bot, a picture, a file, a sticker. */
import { base64Of, pictureToSend } from './attachment.js';
import { el, icon } from './element.js';
import { act } from './press.js';
import { toast } from './toast.js';
import { WORDS } from './words.js';

const PLANE = 'M3 20.5 21.5 12 3 3.5v6.6l12 1.9-12 1.9z';
const PLUS = 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z';

/** @typedef {{ user: string, group?: string }} Place */

/**
 * @param {Place} place @param {string} botName
 * @returns {{ element: HTMLElement, fill: (draft: string) => void }}
 */
export function drawComposer(place, botName) {
  const mention = `@${botName}`;
  const input = /** @type {HTMLTextAreaElement} */ (
    el('textarea', {
      rows: '1',
      maxlength: '5000',
      'aria-label': WORDS.write,
      placeholder: WORDS.write,
      enterkeyhint: 'send',
    })
  );
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 110)}px`;
  };
  const fill = (/** @type {string} */ draft) => {
    input.value = draft;
    grow();
    input.focus({ preventScroll: true });
  };
  const send = async () => {
    const text = input.value.trim();
    if (text === '') return;
    fill('');
    const mentionBot = place.group !== undefined && text.includes(mention);
    if (!(await act('say', { ...place, text, ...(mentionBot && { mentionBot }) }))) fill(text);
  };
  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  const call = () => fill(input.value.includes(mention) ? input.value : `${mention} ${input.value}`);
  const element = el(
    'form',
    {
      class: 'composer',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void send();
      },
    },
    attachments(place),
    place.group !== undefined &&
      el(
        'button',
        { type: 'button', class: 'round', 'aria-label': WORDS.mention, title: WORDS.mention, onclick: call },
        '@',
      ),
    input,
    el(
      'button',
      { type: 'submit', class: 'round send', 'aria-label': WORDS.send, title: WORDS.send },
      icon(PLANE),
    ),
  );
  return { element, fill };
}

/** @param {Place} place */
function attachments(place) {
  const menu = /** @type {HTMLDetailsElement} */ (
    el(
      'details',
      { class: 'menu up' },
      el('summary', { class: 'round', 'aria-label': WORDS.attach, title: WORDS.attach }, icon(PLUS)),
    )
  );
  const choose = (/** @type {string} */ accept, /** @type {(file: File) => Promise<unknown>} */ send) => {
    const input = /** @type {HTMLInputElement} */ (el('input', { type: 'file', accept, hidden: true }));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) send(file).catch((error) => toast(WORDS.failed(error.message)));
      input.value = '';
    });
    return input;
  };
  const image = choose('image/*', async (file) => act('image', { ...place, ...(await pictureToSend(file)) }));
  const file = choose('', async (chosen) =>
    act('file', {
      ...place,
      fileName: chosen.name,
      ...(chosen.size > 0 && { bytes: await base64Of(chosen) }),
    }),
  );
  const item = (/** @type {string} */ words, /** @type {() => void} */ doIt) =>
    el(
      'button',
      {
        type: 'button',
        onclick: () => {
          menu.open = false;
          doIt();
        },
      },
      words,
    );
  menu.append(
    el(
      'div',
      { class: 'menu-list' },
      item(WORDS.sendImage, () => image.click()),
      item(WORDS.sendFile, () => file.click()),
      item(WORDS.sendSticker, () => void act('sticker', place)),
    ),
    image,
    file,
  );
  return menu;
}
