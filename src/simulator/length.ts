const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Length in UTF-16 units: LINE's unit for text, altText and data (docs/line-platform.md 2.5, D:text-character-count). */
export function utf16(text: string): number {
  return text.length;
}

/** Length in grapheme clusters: LINE's unit for labels, displayText and template texts (same source). */
export function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
