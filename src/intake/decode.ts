/** Bytes of a text file as text: UTF-8 with or without a mark, UTF-16 with one, else the Thai code page of Windows. */

/** Null when the bytes are no text in any of them. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const thai = new TextDecoder('windows-874').decode(bytes);
    return isThai(thai) ? thai : mended(bytes);
  }
}

/** Nearly all of what is not ASCII is Thai, as it is in no other file read as this page. */
function isThai(text: string): boolean {
  const letters = text.match(/[ก-๛]/g)?.length ?? 0;
  const others = text.match(/[^\t\n\r -~ก-๛\u00A0…–—‘’“”•]/g)?.length ?? 0;
  return letters > 0 && others * 20 <= letters;
}

/** UTF-8 with a few broken bytes stays readable; each shows as U+FFFD and is found. */
function mended(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken * 50 <= text.length ? text : null;
}
