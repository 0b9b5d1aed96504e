/** What a person can do besides writing: be on a PC, block or befriend the bot, change who is in a group. */
import { el } from './element.js';
import { act } from './press.js';
import { WORDS } from './words.js';

/** @typedef {import('./world.js').World} World */

/** @param {World} world @param {import('./world.js').Person} person @param {(pc: boolean) => void} onPc */
export function drawPhoneMenu(world, { user }, onPc) {
  const menu = /** @type {HTMLDetailsElement} */ (
    el('details', { class: 'menu' }, el('summary', { 'aria-label': WORDS.more, title: WORDS.more }, '⋮'))
  );
  const list = el('div', { class: 'menu-list' });
  menu.append(list);
  const pc = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox', role: 'switch' }));
  pc.addEventListener('change', () => onPc(pc.checked));
  const item = (
    /** @type {string} */ words,
    /** @type {string} */ verb,
    /** @type {Record<string, unknown>} */ body,
  ) =>
    el(
      'button',
      {
        type: 'button',
        onclick: () => {
          menu.open = false;
          void act(verb, body);
        },
      },
      words,
    );
  menu.addEventListener('toggle', () => {
    if (!menu.open) return;
    const friend = world.friends[user];
    const words = friend === 'blocked' ? WORDS.unblock : WORDS.follow;
    list.replaceChildren(
      el('label', { title: WORDS.pcWhy }, pc, el('span', {}, WORDS.pc, el('small', {}, WORDS.pcWhy))),
      friend === 'friend' ? item(WORDS.block, 'unfollow', { user }) : item(words, 'follow', { user }),
      ...world.groups.flatMap((group) => {
        const here = { user, group: group.id };
        if (!group.members.includes(user)) return [item(WORDS.joinGroup(group.name), 'member-joined', here)];
        return [
          item(WORDS.leaveGroup(group.name), 'member-left', here),
          group.withBot ? item(WORDS.removeBot, 'leave', here) : item(WORDS.inviteBot, 'join', here),
        ];
      }),
    );
  });
  return menu;
}
