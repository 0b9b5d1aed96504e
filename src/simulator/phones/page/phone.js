/** One person's phone: who it is, the chats as tabs, the open chat, and what stands at its foot. */
import { avatar } from './avatar.js';
import { drawChat } from './chat.js';
import { drawComposer } from './composer.js';
import { el } from './element.js';
import { drawPhoneMenu } from './phone-menu.js';
import { drawQuickReplies } from './quick-reply.js';
import { drawRichMenu } from './rich-menu.js';
import { WORDS } from './words.js';

/** @typedef {import('./world.js').World} World */

/**
 * @param {World} world @param {import('./world.js').Person} person @param {import('./unread.js').Unread} unread
 * @returns {{ element: HTMLElement, open: (key: string, draft?: string) => void, stop: () => void }}
 */
export function drawPhone(world, person, unread) {
  const { user, name, position } = person;
  let key = user;
  /** @type {(() => void)[]} */
  let ends = [];
  /** @type {(draft: string) => void} */
  let fill = () => {};
  const tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': WORDS.chats });
  const panel = el('div', { class: 'panel', role: 'tabpanel' });
  const element = el(
    'article',
    { class: 'phone', 'aria-label': WORDS.phoneOf(name), dataset: { user } },
    el(
      'header',
      { class: 'owner' },
      avatar(name),
      el('div', { class: 'who' }, el('strong', {}, name), el('span', {}, position)),
      drawPhoneMenu(world, person, (pc) => element.classList.toggle('pc', pc)),
    ),
    tabs,
    panel,
  );

  const drawTabs = () => {
    const chats = world.chatsOf(user);
    if (!chats.some((chat) => chat.key === key)) key = user;
    tabs.replaceChildren(
      ...chats.map((chat) => {
        const count = unread.count(user, chat.key);
        const open_ = chat.key === key;
        const words = chat.group === null ? world.bot.name : chat.group.name;
        return el(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(open_),
            tabindex: open_ ? '0' : '-1',
            dataset: { chat: chat.group === null ? 'bot' : 'group' },
            title: chat.group === null ? words : `${words} · ${WORDS.members(chat.group.members.length)}`,
            onclick: () => open(chat.key),
          },
          el('span', { class: 'tab-name' }, words),
          count > 0 &&
            el(
              'span',
              { class: 'badge', role: 'img', 'aria-label': WORDS.unread(count) },
              count > 99 ? '99+' : count,
            ),
        );
      }),
    );
  };
  const drawPanel = () => {
    for (const end of ends) end();
    const group = world.groups.find((one) => one.id === key);
    const place = group === undefined ? { user } : { user, group: group.id };
    const chat = drawChat(world, place);
    const quick = drawQuickReplies(world, place);
    const composer = drawComposer(place, world.bot.name);
    const menu = group === undefined ? drawRichMenu(world, user) : null;
    fill = composer.fill;
    ends = [chat.stop, quick.stop, ...(menu === null ? [] : [menu.stop])];
    const why = whyDeaf(world, user, group);
    panel.replaceChildren(
      chat.element,
      ...(why === '' ? [] : [el('p', { class: 'deaf' }, why)]),
      quick.element,
      composer.element,
      ...(menu === null ? [] : [menu.element]),
    );
  };
  const open = (/** @type {string} */ wanted, /** @type {string | undefined} */ draft) => {
    key = wanted;
    unread.looking(user, key);
    drawTabs();
    drawPanel();
    if (draft !== undefined) fill(draft);
  };
  tabs.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    const keys = world.chatsOf(user).map((chat) => chat.key);
    open(keys[(keys.indexOf(key) + by + keys.length) % keys.length] ?? user);
    /** @type {HTMLElement | null} */ (tabs.querySelector('[aria-selected="true"]'))?.focus();
  });
  element.addEventListener('draft', (event) => open(user, /** @type {CustomEvent} */ (event).detail));
  let standing = standingOf(world, user);
  const stops = [
    unread.on(user, drawTabs),
    world.on('people', () => {
      const now = standingOf(world, user);
      if (now !== standing) open(world.chatsOf(user).some((chat) => chat.key === key) ? key : user);
      standing = now;
    }),
  ];
  open(user);
  return {
    element,
    open,
    stop() {
      for (const end of [...ends, ...stops]) end();
      unread.looking(user, null);
    },
  };
}

/** What of the world changes how this phone looks. @param {World} world @param {string} user */
function standingOf(world, user) {
  return JSON.stringify([
    world.friends[user],
    world.chatsOf(user).map(({ key, group }) => [key, group?.withBot, group?.members.length]),
  ]);
}

/** Why the bot does not hear this chat, or nothing.
 * @param {World} world @param {string} user @param {import('./world.js').Group | undefined} group
 */
function whyDeaf(world, user, group) {
  if (group !== undefined) return group.withBot ? '' : WORDS.notInGroup;
  return { blocked: WORDS.blocked, stranger: WORDS.stranger }[world.friends[user] ?? ''] ?? '';
}
