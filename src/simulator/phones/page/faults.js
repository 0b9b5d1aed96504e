/** What can go wrong between LINE and the bot, as switches. */
import { el } from './element.js';
import { act } from './press.js';
import { WORDS } from './words.js';

/** @typedef {import('./world.js').World} World */

const SLOW = { path: 'any', kind: 'slow', ms: 3000 };
const ERROR = { path: 'any', kind: 'status', status: 500, message: 'Internal Server Error' };

/** The server adds faults one by one and clears them all: what should be, is set anew. @param {Record<string, unknown>[]} wanted */
async function setFaults(wanted) {
  await act('faults', { clear: true });
  for (const add of wanted) await act('faults', { add });
}

/** @param {World} world @param {HTMLElement} into @returns {() => void} */
export function drawFaults(world, into) {
  const has = (/** @type {string} */ kind) =>
    world.mischief.faults.some((/** @type {any} */ one) => one.kind === kind);
  const faultsWith = (/** @type {boolean} */ slow, /** @type {boolean} */ error) =>
    setFaults([...(slow ? [SLOW] : []), ...(error ? [ERROR] : [])]);
  let limit = world.quota.limit;
  const gone = () => world.quota.limit !== null && world.quota.used >= world.quota.limit;
  /** @type {{ words: string, why: string, is: () => boolean, set: (on: boolean) => unknown }[]} */
  const switches = [
    {
      words: WORDS.fault.slow,
      why: WORDS.faultWhy.slow,
      is: () => has('slow'),
      set: (on) => faultsWith(on, has('status')),
    },
    {
      words: WORDS.fault.error,
      why: WORDS.faultWhy.error,
      is: () => has('status'),
      set: (on) => faultsWith(has('slow'), on),
    },
    {
      words: WORDS.fault.quota,
      why: WORDS.faultWhy.quota,
      is: gone,
      set: (on) => {
        if (on) limit = world.quota.limit;
        return act('quota', { limit: on ? 'gone' : Math.max(limit ?? 300, world.quota.used + 1) });
      },
    },
    {
      words: WORDS.fault.duplicate,
      why: WORDS.faultWhy.duplicate,
      is: () => world.mischief.duplicates > 0,
      set: (on) => act('duplicates', { times: on ? 1 : 0 }),
    },
    {
      words: WORDS.fault.disorder,
      why: WORDS.faultWhy.disorder,
      is: () => world.mischief.held !== null,
      set: (on) => act('hold', on ? {} : { release: 'reversed' }),
    },
  ];
  const show = () => {
    const at = [...into.querySelectorAll('input')].indexOf(
      /** @type {HTMLInputElement} */ (document.activeElement),
    );
    into.replaceChildren(
      el('p', {}, WORDS.faultsWhy),
      ...switches.map(({ words, why, is, set }) => {
        const box = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox', role: 'switch' }));
        box.checked = is();
        box.addEventListener('change', () => void set(box.checked));
        return el('label', { class: 'switch' }, box, el('span', {}, words, el('small', {}, why)));
      }),
      el('p', { class: 'none' }, world.mischief.held === null ? '' : WORDS.held(world.mischief.held)),
    );
    if (at >= 0) into.querySelectorAll('input')[at]?.focus();
  };
  show();
  const stops = [world.on('faults', show), world.on('quota', show)];
  return () => {
    for (const stop of stops) stop();
  };
}
