/** Longest address of a link button (`docs/line-platform.md` §2.5). */
const LIMIT = 1_000;
/** What RFC 3986 lets stand in an address; LINE wants all else percent-encoded. */
const FOREIGN = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;

/** The address as LINE takes it on a link button, or '' when it is none that a phone can open. */
export function openable(typed: string): string {
  const address = /^www\./i.test(typed) ? `http://${typed}` : typed;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return '';
  const { href } = new URL(address);
  const encoded = href.replace(FOREIGN, encodeURIComponent);
  return encoded.length <= LIMIT && URL.canParse(encoded) ? encoded : '';
}
