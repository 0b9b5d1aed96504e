/** Pictures. Nothing is fetched from outside this machine: such an address is drawn as a grey picture with its name. */
import { el, icon } from './element.js';
import { WORDS } from './words.js';

const FRAME =
  'M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm1 2v10.2l4-4.2 4 4 3-2.5 3 2.5V6H5Zm10.5 1.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z';

/** @param {unknown} address @returns {URL | null} an address of this machine, else null */
export function near(address) {
  try {
    const url = new URL(String(address), location.href);
    const here = url.origin === location.origin || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    return here && ['http:', 'https:'].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} address @param {string} [alt] what it shows, when known
 * @returns {HTMLElement} fills its parent
 */
export function picture(address, alt) {
  const url = near(address);
  if (url === null) return grey(address);
  const img = el('img', {
    class: 'picture',
    src: url.href,
    alt: alt ?? WORDS.image,
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  img.addEventListener('error', () => img.replaceWith(grey(address)), { once: true });
  return img;
}

/** @param {unknown} address */
function grey(address) {
  const name = String(address ?? '');
  return el(
    'span',
    { class: 'picture grey', role: 'img', 'aria-label': WORDS.image, title: name },
    icon(FRAME, 28),
  );
}
