/** A short word at the foot of the page that goes away by itself. */
import { el } from './element.js';

/** @param {string} words */
export function toast(words) {
  const place = document.getElementById('toasts');
  if (place === null) return;
  const one = el('p', { class: 'toast' }, words);
  place.append(one);
  setTimeout(() => one.remove(), 5_000);
}
