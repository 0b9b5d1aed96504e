/** Opens what a bot links to: only http, https, line and tel, in a new tab that cannot reach back. */
import { readLink } from './server.js';
import { toast } from './toast.js';
import { WORDS } from './words.js';

/** @param {unknown} uri @param {HTMLElement} from where it was pressed */
export async function openUri(uri, from) {
  const url = parsed(uri);
  if (url === null || !['http:', 'https:', 'line:', 'tel:'].includes(url.protocol)) {
    toast(WORDS.noSuchLink);
    return;
  }
  if (url.hostname === 'line.me' && url.pathname.startsWith('/R/oaMessage/')) {
    const said = await readLink(url.href).catch((error) => toast(WORDS.failed(error.message)));
    if (said !== undefined)
      from.dispatchEvent(new CustomEvent('draft', { bubbles: true, detail: said.draft }));
    return;
  }
  if (url.protocol === 'line:' || url.protocol === 'tel:') {
    toast(WORDS.inLine(url.href));
    return;
  }
  window.open(url.href, '_blank', 'noopener,noreferrer');
}

/** @param {unknown} uri */
function parsed(uri) {
  try {
    return new URL(String(uri));
  } catch {
    return null;
  }
}
