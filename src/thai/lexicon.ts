/**
 * Cuts text into words: at each place the longest word of the lexicons that stands there (`docs/understanding.md` §14:
 * "substring accidents"). Thai writes no spaces, so รอ is a word and also the beginning of รอง: a lexicon that knows both
 * cannot take one for the other, which a search for รอ does.
 *
 * Work is proportional to the text: a word is as long as the longest entry at most, and no place is looked at twice.
 */

/** What a word is, for those who read the tokens: its field (`done`, `month`, …) and what it stands for there. */
export interface Entry {
  readonly field: string;
  /** Month or weekday number, number meant, divisions or items named. */
  readonly value?: unknown;
  /** A word only where no Thai letter follows: มีค is March, but not in มีคน. */
  readonly apart?: boolean;
}

/** A word, number or sign of a text, where it stands, and whether a space stands before it. */
export interface Token extends Entry {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly spaced: boolean;
}

interface Node {
  readonly next: Map<number, Node>;
  entry: Entry | null;
}

/** Words that are found whole. Latin words end where Latin letters end, Thai words where a syllable may. */
export class Lexicon {
  readonly #root: Node = { next: new Map(), entry: null };

  /** Adds a word unless it is there: what is added first stays. */
  add(word: string, entry: Entry): void {
    let node = this.#root;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      let next = node.next.get(unit);
      if (next === undefined) {
        next = { next: new Map(), entry: null };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.entry ??= entry;
  }

  has(word: string): boolean {
    return this.longestAt(word, 0)?.end === word.length;
  }

  /** The longest word that stands at a place and may end where it does. */
  longestAt(text: string, at: number): { readonly entry: Entry; readonly end: number } | null {
    let node: Node | undefined = this.#root;
    let best: { entry: Entry; end: number } | null = null;
    for (let end = at; end < text.length; ) {
      node = node.next.get(text.charCodeAt(end));
      if (node === undefined) break;
      end += 1;
      if (node.entry !== null && mayEnd(text, end, node.entry)) best = { entry: node.entry, end };
    }
    return best;
  }
}

/** Not between a Thai letter and the vowel or tone that hangs on it, and not within a Latin word. */
function mayEnd(text: string, end: number, { apart }: Entry): boolean {
  const next = text.charCodeAt(end);
  if (hangs(next) || (apart === true && isThaiLetter(next))) return false;
  // A letter that ์ makes silent belongs to the word before it: ไฟ is no word in ไฟล์.
  if (isThaiLetter(next) && text.charCodeAt(end + 1) === SILENT) return false;
  return !(isLatin(next) && isLatin(text.charCodeAt(end - 1)));
}

const SILENT = 0x0e4c;

/** ะ ั า ำ ิ … ฺ ๅ ็ … ๎: never the beginning of a syllable. */
function hangs(unit: number): boolean {
  return (unit >= 0x0e30 && unit <= 0x0e3a) || unit === 0x0e45 || (unit >= 0x0e47 && unit <= 0x0e4e);
}

function isThaiLetter(unit: number): boolean {
  return unit >= 0x0e01 && unit <= 0x0e4e && unit !== 0x0e3f && unit !== 0x0e46;
}

function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  ['、', 'comma'],
  ['+', 'plus'],
  ['&', 'plus'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['−', 'dash'],
  ['~', 'dash'],
  ['/', 'slash'],
  ['.', 'dot'],
  [':', 'colon'],
  ['#', 'colon'],
  ['_', 'colon'],
  ['=', 'colon'],
  ['?', 'mark'],
  ['？', 'mark'],
  ['%', 'percentSign'],
  ['％', 'percentSign'],
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
  ['\n', 'line'],
  ['\uFFFC', 'url'],
]);

/**
 * The tokens of normalised text. Thai that no lexicon knows is one token `strange` as far as it reaches, Latin `foreign`;
 * digits are `number`; anything else is `sign`. A letter typed once too often behind a word is left out (แล้วว).
 */
export function tokensOf(text: string, lexicons: readonly Lexicon[]): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  let strangeFrom = -1;
  const endStrange = (at: number) => {
    if (strangeFrom < 0) return;
    tokens.push({ field: 'strange', text: text.slice(strangeFrom, at), at: strangeFrom, end: at, spaced });
    strangeFrom = -1;
    spaced = false;
  };
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const found = longest(text, at, lexicons);
    if (found !== null) {
      endStrange(at);
      tokens.push({ ...found.entry, text: text.slice(at, found.end), at, end: found.end, spaced });
      spaced = false;
      at = found.end;
    } else if (isThaiLetter(unit)) {
      const stretched =
        strangeFrom < 0 && !spaced && unit === text.charCodeAt(at - 1) && isWordAt(text, at + 1, lexicons);
      if (!stretched && strangeFrom < 0) strangeFrom = at;
      at = stretched ? at + 1 : syllableEnd(text, at);
    } else {
      endStrange(at);
      // ๆ says the word before it again.
      if (unit === 32 || unit === 0x0e46) {
        spaced ||= unit === 32;
        at += 1;
        continue;
      }
      const end = endOfRun(text, at, unit);
      const word = text.slice(at, end);
      const field = isDigit(unit) ? 'number' : isLatin(unit) ? 'foreign' : (SIGNS.get(word) ?? 'sign');
      tokens.push({ field, ...(isDigit(unit) ? { value: Number(word) } : {}), text: word, at, end, spaced });
      spaced = false;
      at = end;
    }
  }
  endStrange(text.length);
  return tokens;
}

/** The end of what Thai letters there are, or a word that is known. */
function isWordAt(text: string, at: number, lexicons: readonly Lexicon[]): boolean {
  return !isThaiLetter(text.charCodeAt(at)) || longest(text, at, lexicons) !== null;
}

/** Of the lexicons the one that knows the longest word; of two alike the first. */
function longest(text: string, at: number, lexicons: readonly Lexicon[]) {
  let best: { readonly entry: Entry; readonly end: number } | null = null;
  if (isLatin(text.charCodeAt(at)) && at > 0 && isLatin(text.charCodeAt(at - 1))) return null;
  for (const lexicon of lexicons) {
    const found = lexicon.longestAt(text, at);
    if (found !== null && (best === null || found.end > best.end)) best = found;
  }
  return best;
}

/** Past a leading vowel, one letter and what hangs on it: no word begins inside. */
function syllableEnd(text: string, at: number): number {
  let end = at;
  const leads = text.charCodeAt(end);
  if (leads >= 0x0e40 && leads <= 0x0e44) end += 1;
  if (isThaiLetter(text.charCodeAt(end)) || end === at) end += 1;
  while (hangs(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfRun(text: string, at: number, unit: number): number {
  const same = isDigit(unit) ? isDigit : isLatin(unit) ? isLatin : null;
  if (same === null) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  let end = at + 1;
  while (same(text.charCodeAt(end))) end += 1;
  return end;
}

/** Tokens that mean one thing together, and what that is. */
export interface Span {
  readonly field: string;
  readonly value: unknown;
  /** The token behind the last of them. */
  readonly to: number;
}

/** Replaces tokens that belong together by one; `spanAt` says what begins at a token, if anything does. */
export function joinTokens(tokens: readonly Token[], spanAt: (at: number) => Span | null): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [first, span] = [tokens[at], spanAt(at)];
    if (first === undefined) break;
    const last = span === null ? undefined : tokens[span.to - 1];
    if (span === null || last === undefined) {
      joined.push(first);
      at += 1;
      continue;
    }
    let { text } = first;
    for (let more = at + 1; more < span.to; more += 1) text += tokens[more]?.text ?? '';
    joined.push({ ...first, field: span.field, value: span.value, text, end: last.end });
    at = span.to;
  }
  return joined;
}
