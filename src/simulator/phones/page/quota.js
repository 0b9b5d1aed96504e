/** What the month's pushes cost. */
import { el } from './element.js';
import { clockTime, shortDay } from './thai-date.js';
import { WORDS } from './words.js';

/** @param {import('./world.js').World} world @param {HTMLElement} into @returns {() => void} */
export function drawQuota(world, into) {
  const nameOf = (/** @type {string} */ to) =>
    world.person(to)?.name ?? world.groups.find((group) => group.id === to)?.name ?? to;
  const show = () => {
    const { used, limit, pushes } = world.quota;
    into.replaceChildren(
      el('p', { class: 'lead' }, WORDS.quotaUsed(used, limit)),
      el('p', {}, WORDS.quotaWhy),
      pushes.length === 0
        ? el('p', { class: 'none' }, WORDS.noPush)
        : el(
            'ol',
            { class: 'pushes' },
            pushes
              .toReversed()
              .map((/** @type {any} */ push) =>
                el(
                  'li',
                  {},
                  el('time', {}, `${shortDay(push.at)} ${clockTime(push.at)}`),
                  el('span', {}, nameOf(push.to)),
                  el('b', {}, WORDS.cost(push.cost)),
                ),
              ),
          ),
    );
  };
  show();
  return world.on('quota', show);
}
