/** The first visit: five steps beside the phones, each pointing at where it happens. */
import { el } from './element.js';
import { calm } from './slide.js';
import { TOUR } from './words.js';

const KEPT = 'nong-ita.tour';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('./table.js').Table} Table */

/** True when this browser was never shown around. */
export function isFirstVisit() {
  try {
    return localStorage.getItem(KEPT) === null;
  } catch {
    return false;
  }
}

/** The steps: what to show, and the news that says it is done. @param {World} world @param {Table} table */
function stepsOf(world, table) {
  const named = (/** @type {string} */ part) =>
    world.people.find(({ name }) => name.includes(part)) ?? world.people[0];
  const baifern = named('ใบเฟิร์น')?.user ?? '';
  const wandee = named('วันดี')?.user ?? '';
  const group = world.groups[0]?.id ?? '';
  const phone = (/** @type {string} */ user) => [`.phone[data-user="${CSS.escape(user)}"]`];
  return [
    { at: ['#table'], enter: () => {}, done: null },
    {
      at: [...phone(baifern), '#next-due'],
      enter: () => table.select(baifern, baifern),
      done: (/** @type {any} */ { chat, entry }) => chat === baifern && entry.from === baifern,
    },
    {
      at: phone(wandee),
      enter: () => table.select(wandee, group, TOUR.steps[2].say),
      done: (/** @type {any} */ { chat, entry }) => chat === group && entry.from === 'bot',
    },
    {
      at: ['.clock', ...phone(wandee)],
      enter: () => table.select(wandee, group),
      done: (/** @type {any} */ { chat, entry }) => chat === group && entry.via === 'push',
    },
    { at: ['.tools'], enter: () => document.querySelector('.bar')?.classList.add('open'), done: null },
  ];
}

/** @param {World} world @param {Table} table */
export function startTour(world, table) {
  document.querySelector('.tour')?.remove();
  const steps = stepsOf(world, table);
  let at = 0;
  const title = el('h2', { tabindex: '-1' });
  const th = el('p');
  const en = el('p', { lang: 'en', class: 'en' });
  const tick = el('p', { class: 'tick', role: 'status' });
  const back = el('button', { type: 'button', onclick: () => go(at - 1) }, TOUR.back);
  const next = el('button', {
    type: 'button',
    class: 'solid',
    onclick: () => (at + 1 < steps.length ? go(at + 1) : end()),
  });
  const card = el(
    'section',
    { class: 'tour', role: 'region', 'aria-label': TOUR.name },
    title,
    th,
    en,
    tick,
    el(
      'div',
      { class: 'row' },
      el('button', { type: 'button', class: 'skip', onclick: () => end() }, TOUR.skip),
      back,
      next,
    ),
  );
  const unmark = () => {
    for (const one of document.querySelectorAll('.tour-target')) one.classList.remove('tour-target');
  };
  const go = (/** @type {number} */ to) => {
    at = to;
    const step = steps[at];
    const words = TOUR.steps[at];
    title.textContent = TOUR.step(at + 1, steps.length);
    th.textContent = words.th;
    en.textContent = words.en;
    tick.textContent = '';
    back.hidden = at === 0;
    next.textContent = at + 1 === steps.length ? TOUR.done : TOUR.next;
    unmark();
    step.enter();
    for (const place of step.at) document.querySelector(place)?.classList.add('tour-target');
    document
      .querySelector(step.at[0])
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: calm() ? 'auto' : 'smooth' });
    if (at !== 2) title.focus({ preventScroll: true });
  };
  const stop = world.on('entry', (news) => {
    if (steps[at].done?.(news)) tick.textContent = TOUR.wellDone;
  });
  const end = () => {
    stop();
    unmark();
    card.remove();
    document.querySelector('.bar')?.classList.remove('open');
    try {
      localStorage.setItem(KEPT, 'seen');
    } catch {
      // A browser that keeps nothing is shown around again.
    }
  };
  card.addEventListener('keydown', (event) => event.key === 'Escape' && end());
  (document.getElementById('app') ?? document.body).append(card);
  go(0);
}
