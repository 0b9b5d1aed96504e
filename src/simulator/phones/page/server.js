/** The server's side of the page: one look at the start, then events; everything a person does is a POST. */

/** @typedef {Record<string, unknown>} Json */

/** @param {string} path @param {RequestInit} [how] @returns {Promise<any>} */
async function ask(path, how) {
  const answer = await fetch(`/phones/${path}`, how);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(typeof said.error === 'string' ? said.error : `HTTP ${answer.status}`);
  return said;
}

export const readState = () => ask('state');

/** The wire with bodies, from that number on. @param {number} after */
export const readWire = (after) => ask(`wire?after=${after}`);

/** What a prefilled link of LINE opens. @param {string} link */
export const readLink = (link) => ask(`link?text=${encodeURIComponent(link)}`);

/** @param {string} verb @param {Json} body */
export const post = (verb, body) =>
  ask(verb, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/**
 * Listens to what happens from the event `after` on.
 * @param {string} after @param {Record<string, (data: any) => void>} hear @param {(up: boolean) => void} line
 */
export function listen(after, hear, line) {
  const source = new EventSource(`/phones/events?after=${encodeURIComponent(after)}`);
  source.addEventListener('open', () => line(true));
  source.addEventListener('error', () => line(false));
  for (const [name, fn] of Object.entries(hear)) {
    source.addEventListener(name, (event) => fn(JSON.parse(/** @type {MessageEvent} */ (event).data)));
  }
}
