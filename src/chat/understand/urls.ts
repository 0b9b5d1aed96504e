/** Links in a text (`docs/understanding.md` §11). */

/** Up to a space, a Thai letter, a sign that is not seen, or an emoji. */
const URL_LIKE =
  /(?:https?:\/\/|(?<![a-z0-9.])www\.)(?:(?![\u200B-\u200F\u2060\u00AD\uFEFF\uFFFC])[^\s\u0E00-\u0E7F\p{Extended_Pictographic}])+/giu;
/** A bracket that closes around it, and the end of a sentence. */
const TAIL = new Set(')]},;.!"”’>');
/** Where a link stood. */
const PLACE = '\uFFFC';

/** The links exactly as typed, and the text with a sign in place of each: item numbers inside a link are none. */
export function takeUrls(text: string): { readonly urls: readonly string[]; readonly text: string } {
  if (!/https?:\/\/|www\./i.test(text)) return { urls: [], text: text.replaceAll(PLACE, ' ') };
  const urls: string[] = [];
  const rest = text.replaceAll(PLACE, ' ').replace(URL_LIKE, (found) => {
    let end = found.length;
    while (TAIL.has(found.charAt(end - 1))) end -= 1;
    const url = found.slice(0, end);
    if (/^(?:https?:\/\/|www\.)?$/i.test(url)) return found;
    urls.push(url);
    return ` ${PLACE}${found.slice(url.length)} `;
  });
  return { urls, text: rest };
}
