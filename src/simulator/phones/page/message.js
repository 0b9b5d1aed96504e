/** One LINE message object as an element. What is not known is named, never guessed. */
import { el, icon } from './element.js';
import { drawFlex } from './flex.js';
import { shrinkToFit } from './flex-text.js';
import { picture } from './picture.js';
import { drawTemplate } from './template.js';
import { words, wordsV2 } from './text.js';
import { WORDS } from './words.js';

const PIN =
  'M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7Zm0 9.5A2.5 2.5 0 1 1 12 6.5a2.5 2.5 0 0 1 0 5Z';
const PAGE = 'M6 2h8l5 5v14a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1Zm7 1.5V8h4.5L13 3.5Z';

/** @typedef {{ press: (action: any) => void, nameOf: (user: string) => string }} Reader */

/** @param {any} message @param {Reader} reader @returns {HTMLElement} */
export function drawMessage(message, reader) {
  const draw = DRAW[String(message?.type)];
  if (draw === undefined)
    return warned(said([WORDS.unknownMessage(String(message?.type))]), [`message: ${message?.type}`]);
  return draw(message, reader);
}

/** @type {Record<string, (message: any, reader: Reader) => HTMLElement>} */
const DRAW = {
  text: (message) => said(words(String(message.text ?? ''))),
  textV2: (message, { nameOf }) => said(wordsV2(message, nameOf)),
  flex(message, { press }) {
    const { element, marks } = drawFlex(message.contents, press);
    requestAnimationFrame(() => shrinkToFit(element));
    return warned(element, marks);
  },
  template: (message, { press }) => {
    const { element, marks } = drawTemplate(message.template, press);
    return warned(element, marks);
  },
  image: (message) => el('div', { class: 'photo' }, picture(message.previewImageUrl)),
  video: (message) => el('div', { class: 'photo' }, picture(message.previewImageUrl), play()),
  audio: (message) => said([`🔊 ${WORDS.audio} ${Math.round(Number(message.duration ?? 0) / 1000)}″`]),
  sticker: (message) => drawSticker(`${message.packageId}/${message.stickerId}`),
  location: (message) =>
    el(
      'div',
      { class: 'said place' },
      icon(PIN),
      el('span', {}, el('b', {}, String(message.title ?? '')), el('br'), String(message.address ?? '')),
    ),
  imagemap: (message) =>
    warned(el('div', { class: 'photo' }, picture(message.baseUrl)), ['imagemap.actions']),
};

const play = () => el('span', { class: 'play', role: 'img', 'aria-label': WORDS.video }, '▶');

/** @param {(string | HTMLElement)[]} pieces */
export function said(pieces) {
  return el('div', { class: 'said' }, pieces);
}

/** A sticker's picture belongs to LINE: its number stands in its place. @param {string} name */
export function drawSticker(name) {
  return el(
    'div',
    { class: 'sticker', role: 'img', 'aria-label': WORDS.sticker },
    '😊',
    el('small', {}, name),
  );
}

/** What a person sent besides words. @param {{ type: string, fileName?: string, url?: string }} content */
export function drawContent({ type, fileName, url }) {
  if (type === 'image') return el('div', { class: 'photo' }, picture(url));
  if (type === 'sticker') return drawSticker(WORDS.sticker);
  return el(
    'a',
    { class: 'said file', href: url, download: fileName ?? WORDS.file },
    icon(PAGE),
    fileName ?? WORDS.file,
  );
}

/** Puts the ⚠ with its list under what could not be drawn in full.
 * @param {HTMLElement} element @param {readonly string[]} marks
 */
function warned(element, marks) {
  if (marks.length === 0) return element;
  return el(
    'div',
    { class: 'warned' },
    element,
    el(
      'details',
      { class: 'marks' },
      el('summary', {}, `⚠ ${marks.length} · ${WORDS.notDrawn}`),
      el(
        'ul',
        {},
        marks.map((mark) => el('li', {}, el('code', {}, mark))),
      ),
    ),
  );
}
