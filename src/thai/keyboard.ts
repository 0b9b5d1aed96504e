/**
 * Thai typed while the keyboard was set to English (`docs/understanding.md` §2.7): each key of a US layout as the Thai letter
 * that stands on it (Kedmanee, TIS 820-2538).
 */

const US = `\`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?`;
const KEDMANEE = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';
const KEYS = new Map([...US].map((key, index) => [key, [...KEDMANEE][index] ?? key]));

/** What the same keys would have written with the keyboard set to Thai. */
export function asThaiKeys(text: string): string {
  let thai = '';
  for (const key of text) thai += KEYS.get(key) ?? key;
  return thai;
}
