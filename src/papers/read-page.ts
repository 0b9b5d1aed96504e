import { type Page, page } from '../domain/page.ts';

/** A page as it stood in a link; null when this version knows no such page. */
export function readPage(raw: unknown): Page | null {
  const read = page.safeParse(raw);
  return read.success ? read.data : null;
}
