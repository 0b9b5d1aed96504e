/** Text bubbles: links, mentions, and what a template string of textV2 puts into the words. */
import { el } from './element.js';
import { openUri } from './open-uri.js';

const LINK = /https?:\/\/[^\s<>"']+|(?<![\d-])0\d{1,2}-?\d{3}-?\d{3,4}(?![\d-])/g;

/** Words with their links. @param {string} text @returns {(string | HTMLElement)[]} */
export function linked(text) {
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(/[.,;:!?)\]]+$/, '');
    pieces.push(text.slice(at, match.index), link(found));
    at = match.index + found.length;
  }
  return [...pieces, text.slice(at)];
}

/** @param {string} words */
function link(words) {
  const uri = words.startsWith('http') ? words : `tel:${words.replaceAll('-', '')}`;
  return el(
    'a',
    {
      href: uri,
      target: '_blank',
      rel: 'noopener noreferrer',
      onclick: (/** @type {Event} */ event) => {
        event.preventDefault();
        openUri(uri, /** @type {HTMLElement} */ (event.currentTarget));
      },
    },
    words,
  );
}

/** @param {string} text @param {string} [name] a mention that stands in the text as `@name` */
export function words(text, name) {
  const at = name === undefined ? -1 : text.indexOf(`@${name}`);
  if (name === undefined || at < 0) return linked(text);
  const end = at + name.length + 1;
  return [
    ...linked(text.slice(0, at)),
    el('b', { class: 'mention' }, text.slice(at, end)),
    ...linked(text.slice(end)),
  ];
}

/**
 * textV2: `{key}` becomes a mention or an emoji, `{{` a brace.
 * @param {any} message @param {(user: string) => string} nameOf
 */
export function wordsV2(message, nameOf) {
  const given = message.substitution ?? {};
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let plain = '';
  for (const [piece, key] of String(message.text ?? '').matchAll(
    /\{\{|\}\}|\{([0-9A-Za-z_]{1,20})\}|[^{}]+|[{}]/g,
  )) {
    const value = key === undefined || !Object.hasOwn(given, key) ? undefined : given[key];
    if (value === undefined) plain += piece === '{{' ? '{' : piece === '}}' ? '}' : piece;
    else {
      pieces.push(...linked(plain), substituted(value, nameOf));
      plain = '';
    }
  }
  return [...pieces, ...linked(plain)];
}

/** @param {any} value @param {(user: string) => string} nameOf */
function substituted(value, nameOf) {
  if (value.type === 'mention') {
    const user = value.mentionee?.userId;
    return el('b', { class: 'mention' }, user === undefined ? '@All' : `@${nameOf(user)}`);
  }
  return el('span', { class: 'emoji', title: `${value.productId}/${value.emojiId}` }, '🙂');
}
