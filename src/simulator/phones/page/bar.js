/** The bar on top: the demo's date and what moves it, the month's quota, and the drawers. */
import { drawer } from './drawer.js';
import { el } from './element.js';
import { drawFaults } from './faults.js';
import { drawQuota } from './quota.js';
import { post } from './server.js';
import { clockTime, isoDay, longDay, nineOn, shortDay } from './thai-date.js';
import { toast } from './toast.js';
import { drawWire } from './wire.js';
import { EN, WORDS } from './words.js';

/** @typedef {import('./world.js').World} World */

/** A button with its small English word. @param {string} th @param {string} en @param {Record<string, unknown>} props */
function labelled(th, en, props) {
  return el('button', { type: 'button', ...props }, el('span', {}, th), el('small', { lang: 'en' }, en));
}

/**
 * @param {World} world @param {(into: HTMLElement) => void} drawPeople @param {() => void} startTour
 * @returns {HTMLElement}
 */
export function drawBar(world, drawPeople, startTour) {
  const people = labelled(WORDS.people, EN.people, { id: 'people' });
  const faults = labelled(WORDS.faults, EN.faults, { id: 'faults' });
  const wire = labelled(WORDS.wire, EN.wire, { id: 'wire' });
  const quota = labelled('', EN.quota, { id: 'quota', class: 'quota' });
  drawer(WORDS.people, (into) => drawPeople(into), people);
  drawer(WORDS.faultsTitle, (into) => drawFaults(world, into), faults);
  drawer(WORDS.wireTitle, (into) => drawWire(world, into), wire);
  drawer(WORDS.quotaTitle, (into) => drawQuota(world, into), quota);
  showQuota(world, quota);
  showWrong(world, wire);
  const lost = el('p', { class: 'lost', role: 'status', hidden: true }, WORDS.offline);
  world.on('line', (up) => {
    lost.hidden = up;
  });
  const more = el(
    'button',
    { type: 'button', class: 'more-tools', 'aria-label': WORDS.moreTools, 'aria-expanded': 'false' },
    '⋯',
  );
  const bar = el(
    'header',
    { class: 'bar' },
    drawClock(world),
    quota,
    more,
    el(
      'div',
      { class: 'tools' },
      people,
      faults,
      wire,
      labelled(WORDS.tour, EN.tour, { id: 'tour', onclick: startTour }),
    ),
    lost,
  );
  more.addEventListener('click', () => {
    more.setAttribute('aria-expanded', String(bar.classList.toggle('open')));
  });
  return bar;
}

/** @param {World} world */
function drawClock(world) {
  const date = el('output', { class: 'date', id: 'date', 'aria-label': WORDS.demoDate });
  const input = /** @type {HTMLInputElement} */ (
    el('input', { type: 'date', id: 'pick', 'aria-label': WORDS.pickDate })
  );
  const move = async (/** @type {unknown} */ to) => {
    busy(true);
    try {
      await post('clock', { to });
    } catch (error) {
      toast(WORDS.failed(error instanceof Error ? error.message : String(error)));
    }
    show();
  };
  const morning = labelled(WORDS.nextMorning, EN.nextMorning, {
    id: 'next-morning',
    onclick: () => move('next-morning'),
  });
  const due = labelled(WORDS.nextDue, EN.nextDue, { id: 'next-due', onclick: () => move('next-due') });
  const go = el('button', { type: 'submit', id: 'go' });
  const form = el(
    'form',
    {
      class: 'pick',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (input.value !== '') void move(Math.max(nineOn(input.value), world.now));
      },
    },
    el('label', {}, el('span', {}, WORDS.pickDate, el('small', { lang: 'en' }, EN.pickDate)), input),
    go,
  );
  const busy = (/** @type {boolean} */ on) => {
    for (const button of [morning, due, go]) /** @type {HTMLButtonElement} */ (button).disabled = on;
    date.classList.toggle('moving', on);
  };
  const show = () => {
    busy(world.moving);
    date.replaceChildren(
      el('strong', {}, longDay(world.now)),
      el('span', {}, world.moving ? WORDS.moving : `${clockTime(world.now)} น.`),
    );
    input.min = isoDay(world.now);
    if (input.value < input.min) input.value = input.min;
    name();
  };
  // A browser shows the date its own way; the button says it as the office does.
  const name = () => {
    if (input.value !== '') go.textContent = WORDS.goTo(shortDay(nineOn(input.value)));
  };
  input.addEventListener('input', name);
  world.on('clock', show);
  // Between two jumps the demo's clock runs like any other.
  setInterval(() => {
    if (world.moving || document.hidden) return;
    world.now += 60_000;
    show();
  }, 60_000);
  show();
  return el('div', { class: 'clock' }, date, el('div', { class: 'jumps' }, morning, due, form));
}

/** @param {World} world @param {HTMLElement} button */
function showQuota(world, button) {
  const show = () => {
    const { used, limit } = world.quota;
    const share = limit ? Math.min(1, used / limit) : 0;
    button.replaceChildren(
      el('span', {}, `${WORDS.quota} `, el('b', {}, `${used}/${limit ?? '∞'}`)),
      el('i', { class: share > 0.8 ? 'meter high' : 'meter', style: { '--share': `${share * 100}%` } }),
    );
    button.title = WORDS.quotaUsed(used, limit);
  };
  world.on('quota', show);
  show();
}

/** The wire's button says how many are wrong. @param {World} world @param {HTMLElement} button */
function showWrong(world, button) {
  const badge = el('span', { class: 'badge', hidden: true });
  button.append(badge);
  const show = () => {
    const count = world.wire.filter((one) => one.refused || one.problems.length > 0).length;
    badge.hidden = count === 0;
    badge.textContent = String(count);
  };
  world.on('wire', show);
  show();
}
