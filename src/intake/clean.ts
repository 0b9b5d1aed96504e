/** Cell and line text without markup: HTML bits, private letters of old Thai fonts, invisible marks. */

/** Thai letters as old Windows fonts and PDF writers keep them, from U+F700 on. */
const OLD_FONT =
  'ฐ\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4Cญ\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A';
/** Bullets and boxes of Symbol and Wingdings. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '•',
  '\uF0D8': '•',
  '\uF0FC': '✓',
  '\uF0FE': '☑',
  '\uF052': '☑',
  '\uF0A8': '☐',
  '\uF0A3': '☐',
  '\uF06F': '☐',
};
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
};
const BREAKS = /<\s*(?:br|hr)\b[^>]*>|<\s*\/\s*(?:p|div|h[1-6]|ul|ol)\s*>/gi;
const TAGS = /<\s*\/?\s*[a-z][a-z0-9_:-]*(?:\s[^<>]*)?\/?\s*>/gi;

/** One cell or line of text. `<br>`, `<p>` and list items become line breaks, check boxes ☑ and ☐. */
export function cleanText(raw: string): string {
  const plain = /[<&]/.test(raw) ? withoutMarkup(raw) : raw;
  return spelling(plain)
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function withoutMarkup(raw: string): string {
  const text = raw
    .replace(/<\s*input\b[^>]*>/gi, (tag) => (/\bchecked\b/i.test(tag) ? '☑' : '☐'))
    .replace(BREAKS, '\n')
    .replace(/<\s*li\b[^>]*>/gi, '\n• ')
    .replace(/<\s*\/\s*li\s*>/gi, '\n')
    .replace(TAGS, '');
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (all, dec, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all;
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The same letters in one spelling, the same marks in one form; nothing a reader would see changes. */
function spelling(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B\u200C\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\uF700-\uF71A]/g, (old) => OLD_FONT[old.charCodeAt(0) - 0xf700] ?? old)
    .replace(/[\uF052\uF06F\uF0A3-\uF0FE]/g, (mark) => SYMBOLS[mark] ?? mark)
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/เเ/g, 'แ')
    .replace(/\*\*/g, '')
    .replace(/\\(?=[.\-()*_#|])/g, '')
    .replace(/[☒✅🗹]|[([]\s*[/✓✔√xX]\s*[)\]]/gu, '☑')
    .replace(/[□⬜]|[([]\s+[)\]]/gu, '☐');
}
