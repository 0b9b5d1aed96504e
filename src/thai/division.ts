/** Finding a division's name in what people write. */

export interface NamedDivision {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What was found, and the text without it. */
export interface FoundDivision {
  readonly code: string;
  readonly rest: string;
}

/** The longest division name or alias that stands in normalised text; short aliases only with กอง, ฝ่าย or alone before it. */
export function findDivision(text: string, divisions: readonly NamedDivision[]): FoundDivision | null {
  let best: { code: string; name: string; at: number } | null = null;
  for (const { code, name, aliases } of divisions) {
    for (const written of [name, ...aliases]) {
      const at = text.indexOf(written.toLowerCase());
      if (at < 0 || (best !== null && written.length <= best.name.length)) continue;
      best = { code, name: written, at };
    }
  }
  if (best === null) return null;
  return {
    code: best.code,
    rest: `${text.slice(0, best.at)} ${text.slice(best.at + best.name.length)}`.trim(),
  };
}
