/** LINE names no longest file name; file systems of phones end at 255 bytes, which are 85 Thai letters. */
const LONGEST = 120;
const LONGEST_ENDING = 12;

/**
 * A file's name as its sender's phone gave it, made fit to be shown in one line: without control characters, marks that turn
 * the direction of writing (`gpj.exe` shown as `exe.jpg`) or what is no character at all, with its ending when it is cut. It
 * may be empty. Only ever shown, never a path; it has no slash all the same.
 */
export function shownFileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/[/\\]/g, '-')
    .trim();
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const dot = letters.lastIndexOf('.');
  const ending = dot > 0 && letters.length - dot <= LONGEST_ENDING ? letters.slice(dot) : [];
  return [...letters.slice(0, LONGEST - 1 - ending.length), '…', ...ending].join('');
}
