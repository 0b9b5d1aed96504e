/** What LINE messages say and offer, as a person in the chat sees it. */

export interface Offered {
  readonly label: string;
  /** The action object as LINE got it. */
  readonly action: { readonly type: string; readonly [key: string]: unknown };
  /** The words around it, of the smallest box first, then of larger ones up to the message. */
  readonly around: readonly string[];
}

const ACTIONS = new Set(['postback', 'message', 'uri', 'datetimepicker', 'clipboard']);
const ONE_SPACE = /\s+/g;

/** Everything that can be read: texts, cards, alternative texts. Not what stands on buttons, nor what they carry. */
export function wordsOf(node: unknown): string {
  const words: string[] = [];
  collect(node, words);
  return words.join('\n');
}

function collect(node: unknown, words: string[]): void {
  if (Array.isArray(node)) for (const one of node) collect(one, words);
  else if (isObject(node) && !isAction(node)) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'string') collect(value, words);
      else if (key === 'text' || key === 'altText') words.push(value);
    }
  }
}

/** All buttons, quick replies and rows that can be touched. */
export function offeredIn(node: unknown, around: readonly string[] = []): Offered[] {
  if (Array.isArray(node)) return node.flatMap((one) => offeredIn(one, around));
  if (!isObject(node)) return [];
  if (isAction(node)) return [{ label: String(node.label ?? ''), action: node, around }];
  const here = wordsOf(node);
  return Object.values(node).flatMap((child) => offeredIn(child, here === '' ? around : [here, ...around]));
}

/** The button of that label, or of one of several parted by ` | `; of many alike the one whose surroundings say `on` most closely. */
export function buttonOf(messages: unknown, label: string, on?: string): Offered | null {
  const labels = label.split(' | ');
  const alike = offeredIn(messages).filter((one) => labels.includes(one.label));
  if (on === undefined) return alike[0] ?? null;
  const near = alike.flatMap((one) => {
    const box = one.around.find((words) => says(words, on));
    return box === undefined ? [] : [{ one, size: box.length }];
  });
  return near.sort((a, b) => a.size - b.size)[0]?.one ?? null;
}

/** True when the words hold the fragment, or one of several parted by ` | `. `O1` does not stand in `O12`. */
export function says(words: string, fragment: string): boolean {
  const plain = words.replace(ONE_SPACE, ' ');
  return fragment.split(' | ').some((one) => found(plain, one.trim().replace(ONE_SPACE, ' ')));
}

function found(words: string, wanted: string): boolean {
  const digits = /\d/;
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    const [before = '', after = ''] = [words[at - 1], words[at + wanted.length]];
    const cut =
      (digits.test(before) && digits.test(wanted[0] ?? '')) ||
      (digits.test(after) && digits.test(wanted.at(-1) ?? ''));
    if (!cut) return true;
  }
  return false;
}

function isAction(node: object): node is Offered['action'] {
  // A text message has a type and a text as well; an action says what it is.
  return 'type' in node && ACTIONS.has(String(node.type));
}

function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null;
}
