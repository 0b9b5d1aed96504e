/** Reads a sentence on Monday 16 February 2026 and shows what was recognised, one recogniser at a time. */

import { type About, aboutOf } from '../../../src/chat/understand/about.ts';
import { type Heard, type Reading, read } from '../../../src/chat/understand/reading.ts';
import { codeOf } from '../../../src/domain/item.ts';
import { HEARD } from '../hearing.ts';

export function readingOf(text: string, where: Partial<Heard> = {}): Reading {
  return read({ ...HEARD, text, ...where });
}

export function about(text: string): { readonly reading: Reading; readonly about: About } {
  const reading = readingOf(text);
  return { reading, about: aboutOf(reading) };
}

/** The items named, with how they were written: `O1 O2 full`. */
export function itemsIn(text: string): string {
  return aboutOf(readingOf(text))
    .mentions.map(
      ({ items, form, excepted }) => `${excepted ? 'not ' : ''}${items.map(codeOf).join(' ')} ${form}`,
    )
    .join(', ');
}
