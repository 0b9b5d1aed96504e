/** One line of a chat: whose it is, what it says, when; a person's own can be unsent, in a group also edited. */
import { avatar } from './avatar.js';
import { el } from './element.js';
import { drawContent, drawMessage, said } from './message.js';
import { act, press } from './press.js';
import { words } from './text.js';
import { clockTime } from './thai-date.js';
import { WORDS } from './words.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('./world.js').Entry} Entry */
/** @typedef {{ user: string, group?: string }} Place */

/** @param {World} world @param {Place} place @param {Entry} entry @returns {HTMLElement} */
export function drawLine(world, place, entry) {
  const dataset = { id: entry.id };
  if (entry.unsent) return el('p', { class: 'line gone', dataset }, WORDS.unsent(entry.name));
  const own = entry.from === place.user;
  const foot = el(
    'span',
    { class: 'foot' },
    entry.edited && el('span', {}, WORDS.edited),
    el('time', { datetime: new Date(entry.at).toISOString() }, clockTime(entry.at)),
  );
  const sender = entry.message?.sender?.name;
  const name = sender === undefined ? entry.name : `${sender} from ${entry.name}`;
  const body = el(
    'div',
    { class: 'bubble-row' },
    contentOf(world, place, entry),
    own ? el('span', { class: 'side' }, menuOf(place, entry), foot) : foot,
  );
  if (own) return el('div', { class: 'line own', dataset }, body);
  return el(
    'div',
    { class: `line${entry.from === 'bot' ? ' from-bot' : ''}`, dataset },
    avatar(entry.name, entry.from === 'bot' ? 'bot' : undefined),
    el('div', { class: 'told' }, el('span', { class: 'sender' }, name), body),
  );
}

/** @param {World} world @param {Place} place @param {Entry} entry */
function contentOf(world, place, entry) {
  if (entry.message !== undefined) {
    /** @type {HTMLElement} */
    const made = drawMessage(entry.message, {
      press: (action) => void press(place, action, made),
      nameOf: (user) => world.person(user)?.name ?? nameInGroup(world, place, user),
    });
    return made;
  }
  if (entry.content !== undefined) return drawContent(entry.content);
  return said(words(entry.text ?? '', world.bot.name));
}

/** @param {World} world @param {Place} place @param {string} user */
function nameInGroup(world, { group }, user) {
  return world.groups.find((one) => one.id === group)?.names[user] ?? user;
}

/** @param {Place} place @param {Entry} entry */
function menuOf(place, entry) {
  return el(
    'button',
    {
      type: 'button',
      class: 'dots',
      'aria-label': WORDS.messageMenu,
      title: WORDS.messageMenu,
      onclick: () => open(place, entry),
    },
    '⋯',
  );
}

/** @param {Place} place @param {Entry} entry */
function open(place, entry) {
  const dialog = /** @type {HTMLDialogElement} */ (
    el('dialog', { class: 'picker', 'aria-label': WORDS.messageMenu })
  );
  const done = () => dialog.close();
  const unsend = el(
    'button',
    { type: 'button', onclick: () => act('unsend', { ...place, message: entry.id }).then(done) },
    WORDS.unsend,
  );
  const canEdit = place.group !== undefined && entry.text !== undefined;
  const words = /** @type {HTMLTextAreaElement} */ (
    el('textarea', { rows: '3', 'aria-label': WORDS.edit }, entry.text)
  );
  const save = () =>
    act('edit', { ...place, message: entry.id, text: words.value }).then((ok) => ok && done());
  dialog.append(
    el(
      'div',
      { class: 'stack' },
      canEdit && words,
      canEdit && el('button', { type: 'button', class: 'solid', onclick: save }, WORDS.edit),
      unsend,
      el('button', { type: 'button', onclick: done }, WORDS.close),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
