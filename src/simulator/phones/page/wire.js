/** Every request of the bot and every webhook to it, with what LINE's rules say; the wrong ones are red. */
import { el } from './element.js';
import { readWire } from './server.js';
import { clockTime, shortDay } from './thai-date.js';
import { WORDS } from './words.js';

const MOST = 300;

/** @param {import('./world.js').World} world @param {HTMLElement} into @returns {() => void} */
export function drawWire(world, into) {
  const list = el('ol', { class: 'wire', reversed: true });
  const only = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox' }));
  const empty = el('p', { class: 'none' }, WORDS.wireEmpty);
  const add = (/** @type {any} */ entry) => {
    if (only.checked && !isWrong(entry)) return;
    list.prepend(drawEntry(entry));
    if (list.childElementCount > MOST) list.lastElementChild?.remove();
    empty.hidden = true;
  };
  const all = () => {
    list.replaceChildren();
    empty.hidden = false;
    for (const entry of world.wire.slice(-MOST)) add(entry);
  };
  only.addEventListener('change', all);
  into.append(
    el('p', {}, WORDS.wireWhy),
    el('label', { class: 'switch' }, only, WORDS.wireOnly),
    empty,
    list,
  );
  all();
  return world.on('wire', add);
}

/** @param {any} entry */
const isWrong = (entry) => entry.refused || entry.problems.length > 0;

/** @param {any} entry */
function drawEntry(entry) {
  const wrong = isWrong(entry);
  const bodies = el('div', { class: 'bodies' });
  const details = /** @type {HTMLDetailsElement} */ (
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('span', { class: 'status' }, wrong ? `✕ ${entry.status}` : String(entry.status)),
        el('span', { class: 'way' }, entry.kind === 'webhook' ? WORDS.toBot : WORDS.toLine),
        el('span', { class: 'path' }, `${entry.method} ${entry.path}`),
        el('time', {}, `${shortDay(entry.at)} ${clockTime(entry.at)}`),
        (entry.events ?? []).length > 0 && el('span', { class: 'events' }, entry.events.join(', ')),
        entry.attempt > 1 && el('span', { class: 'events' }, WORDS.again(entry.attempt)),
        entry.signature === 'wrong' && el('span', { class: 'rule' }, WORDS.badSignature),
        entry.injected && el('span', { class: 'events' }, WORDS.injected),
        entry.message && wrong && el('span', { class: 'rule' }, entry.message),
        entry.problems.map((/** @type {any} */ { path, rule, source }) =>
          el('span', { class: 'rule' }, el('code', {}, path), ` ${rule} `, el('small', {}, source)),
        ),
      ),
      bodies,
    )
  );
  details.addEventListener('toggle', () => {
    if (details.open && bodies.childElementCount === 0) void fillBodies(entry.n, bodies);
  });
  return el('li', { class: wrong ? 'wrong' : entry.injected ? 'injected' : '', value: entry.n }, details);
}

/** @param {number} n @param {HTMLElement} into */
async function fillBodies(n, into) {
  const found = await readWire(n - 1).catch(() => []);
  const entry = found.find((/** @type {any} */ one) => one.n === n);
  const show = (/** @type {unknown} */ body) => el('pre', { tabindex: '0' }, JSON.stringify(body, null, 1));
  into.append(show(entry?.body ?? null), ...(entry?.answer === undefined ? [] : [show(entry.answer)]));
}
