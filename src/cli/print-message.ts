/** A message as lines of text, for the terminal: what is written on a card, and its buttons. */

interface Node {
  readonly [key: string]: unknown;
}

/** Lines of one LINE message; buttons in brackets. Of a carousel at most `cards` cards, the rest counted. */
export function linesOfMessage(message: unknown, cards = 12): string[] {
  if (!isNode(message)) return [];
  if (message.type === 'text' || message.type === 'textV2') return String(message.text).split('\n');
  if (message.type !== 'flex') return [String(message.altText ?? message.type)];
  const contents = message.contents;
  const bubbles = isNode(contents) && Array.isArray(contents.contents) ? contents.contents : [contents];
  const shown = bubbles
    .slice(0, cards)
    .flatMap((bubble, index) => (index === 0 ? linesOf(bubble) : ['┄', ...linesOf(bubble)]));
  return bubbles.length > cards ? [...shown, `┄ (ปัดดูต่อได้อีก ${bubbles.length - cards} ใบ)`] : shown;
}

function linesOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'bubble':
      return [...linesOf(node.header), ...linesOf(node.body), ...linesOf(node.footer)];
    case 'box': {
      const parts = childrenOf(node).map(linesOf);
      // What stands side by side on the card stands side by side here.
      return node.layout === 'vertical' ? parts.flat() : sideBySide(parts);
    }
    case 'text':
      return String(node.text).split('\n');
    case 'button': {
      const action = node.action;
      return isNode(action) ? [`[${String(action.label)}]`] : [];
    }
    default:
      return [];
  }
}

function sideBySide(parts: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = parts.filter((lines) => lines.length > 0);
  const head = [first.join(' '), ...rest.map((lines) => lines[0] ?? '')].join('  ');
  const below = rest.flatMap((lines) => lines.slice(1)).map((line) => `     ${line}`);
  return head === '' ? [] : [head, ...below];
}

function childrenOf(node: Node): readonly unknown[] {
  const contents = node.contents;
  return Array.isArray(contents) ? contents : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
