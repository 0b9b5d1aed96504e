/** The phones on the table: whose are shown, which one is in front where there is room for one only. */
import { avatar, givenName } from './avatar.js';
import { el, icon } from './element.js';
import { drawPhone } from './phone.js';
import { calm } from './slide.js';
import { Unread } from './unread.js';
import { EN, WORDS } from './words.js';

const NARROW = matchMedia('(max-width: 719px)');
const KEPT = 'nong-ita.phones';
const PEOPLE =
  'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm8-1a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 20v-2c0-3 4-5 7-5s7 2 7 5v2H2Zm16 0v-2c0-1.6-.7-3-1.7-4 2.5.2 4.7 1.6 4.7 4v2h-3Z';

/** @typedef {import('./world.js').World} World */
/** @typedef {{ select: (user: string, chat?: string, draft?: string) => void, element: HTMLElement, shown: () => string[] }} Table */

/** @param {World} world @returns {Table & { chooser: HTMLElement, drawChooser: (into: HTMLElement) => void }} */
export function drawTable(world) {
  /** @type {Map<string, ReturnType<typeof drawPhone>>} */
  const phones = new Map();
  let current = '';
  const unread = new Unread(world, (user) => phones.has(user) && (!NARROW.matches || user === current));
  const element = el('main', { class: 'table', id: 'table' });
  const chips = el('div', { class: 'chips', role: 'group', 'aria-label': WORDS.shown });
  const chooser = el('nav', { class: 'chooser', 'aria-label': WORDS.shown }, chips);

  const drawChips = () => {
    const had = chips.contains(document.activeElement) ? current : '';
    chips.replaceChildren(
      ...[...phones.keys()].flatMap((user) => {
        const person = world.person(user);
        if (person === undefined) return [];
        const count = unread.total(user);
        return el(
          'button',
          {
            type: 'button',
            class: user === current ? 'chip current' : 'chip',
            'aria-current': user === current ? 'true' : undefined,
            title: `${person.name} · ${person.position}`,
            dataset: { user },
            onclick: () => select(user),
          },
          avatar(person.name),
          givenName(person.name),
          count > 0 &&
            el(
              'span',
              { class: 'badge', role: 'img', 'aria-label': WORDS.unread(count) },
              count > 99 ? '99+' : count,
            ),
        );
      }),
    );
    const front = /** @type {HTMLElement | null} */ (chips.querySelector('.current'));
    if (had !== '') front?.focus();
    if (front !== null && NARROW.matches) front.scrollIntoView({ block: 'nearest', inline: 'center' });
  };
  const show = (/** @type {string} */ user, /** @type {boolean} */ on) => {
    const person = world.person(user);
    if (person === undefined || phones.has(user) === on) return;
    if (on) {
      const phone = drawPhone(world, person, unread);
      phones.set(user, phone);
      element.append(phone.element);
    } else {
      phones.get(user)?.stop();
      phones.get(user)?.element.remove();
      phones.delete(user);
      if (current === user) current = '';
    }
    const [first = ''] = phones.keys();
    if (current === '') current = first;
    mark();
    keep([...phones.keys()].map((key) => world.person(key)?.name ?? ''));
  };
  const mark = () => {
    for (const [user, phone] of phones) phone.element.classList.toggle('current', user === current);
    if (current !== '') unread.seen(current);
    drawChips();
  };
  const select = (
    /** @type {string} */ user,
    /** @type {string | undefined} */ chat,
    /** @type {string | undefined} */ draft,
  ) => {
    show(user, true);
    current = user;
    mark();
    const phone = phones.get(user);
    phone?.element.scrollIntoView({
      inline: 'center',
      block: 'nearest',
      behavior: calm() ? 'auto' : 'smooth',
    });
    if (chat !== undefined) phone?.open(chat, draft);
  };

  const wanted = kept();
  for (const { user, name, shown } of world.people) {
    if (wanted === null ? shown : wanted.includes(name)) show(user, true);
  }
  if (phones.size === 0) for (const { user } of world.people.slice(0, 1)) show(user, true);
  unread.on('', drawChips);
  NARROW.addEventListener('change', mark);
  return {
    element,
    chooser,
    select,
    shown: () => [...phones.keys()],
    drawChooser(into) {
      into.append(
        el('p', {}, icon(PEOPLE, 20), ` ${WORDS.people} · ${EN.people}`),
        el(
          'div',
          { class: 'people' },
          world.people.map(({ user, name, position }) => {
            const box = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox' }));
            box.checked = phones.has(user);
            box.addEventListener('change', () => show(user, box.checked));
            return el('label', {}, box, avatar(name), el('span', {}, name, el('small', {}, position)));
          }),
        ),
      );
    },
  };
}

/** Names, for ids are new with every demo. @param {string[]} names */
function keep(names) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(names));
  } catch {
    // A browser that keeps nothing shows the first table again.
  }
}

/** @returns {string[] | null} */
function kept() {
  try {
    const names = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return Array.isArray(names) && names.length > 0 ? names : null;
  } catch {
    return null;
  }
}
