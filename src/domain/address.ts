/** Longest address that is kept. */
const LONGEST = 2_000;
/** No space, and nothing that is not seen (control characters, marks of direction, half a letter): it could read otherwise. */
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s\p{Z}\p{C}]+$/iu;

/** True for an address that may be kept as evidence: of the web, and all of it seen. Anyone can forge a button. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}
