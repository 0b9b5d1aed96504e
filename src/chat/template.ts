/**
 * Turns a Flex template (`flex-templates/*.json`) into a function, once, at start. The rules, all of them:
 *
 * 1. `{{name}}` or `{{a.b}}` inside any string is replaced by that value, as text. A name the data lacks is an error.
 * 2. In a `contents` array, a text component `{{#each list}}` … `{{/each}}` repeats what stands between, once per element;
 *    names are looked up in the element first, then outside.
 * 3. Likewise `{{#if name}}` … `{{else}}` … `{{/if}}`. Empty text, 0, false, null and empty lists count as no.
 * 4. A text component that comes out empty is left out: LINE refuses empty text.
 * 5. Values are data: `{{` inside a value is never read again.
 * 6. In an `uri` no braces may stand: `"uri": "https://filled-in.example/name"` as a whole becomes the value `name`.
 *
 * Because the marks are text components, a template is valid Flex as it stands and can be pasted into LINE's Flex
 * Message Simulator, where the marks show as lines of text.
 */
import type { FlexBubble, Json } from './outgoing.ts';

export type Data = { readonly [key: string]: unknown };
type Scope = readonly Data[];
type Fill = (scope: Scope) => Json;
/** Fills into a list: a component gives one node, a loop many, a condition some or none. */
type FillInto = (scope: Scope, out: Json[]) => void;

const MARK = /^\{\{\s*(#each|#if|else|\/each|\/if)\s*([\w.]*)\s*\}\}$/;
const PLACE = /\{\{\s*([\w.]+)\s*\}\}/g;

const ADDRESS = /^https:\/\/filled-in\.example\/([\w.]+)$/;

/** A template that is wrong, or data that does not fit it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/**
 * @throws TemplateError at once when a mark is not closed or unknown; when filled, when a name is missing.
 */
export function compile<D extends Data>(name: string, template: unknown): (data: D) => FlexBubble {
  const fill = compileNode(name, template);
  return (data) => {
    const filled = fill([data]);
    if (!isBubble(filled))
      throw new TemplateError(`flex-templates/${name}.json: the outermost thing must be a bubble`);
    return filled;
  };
}

function isBubble(node: Json): node is FlexBubble {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'bubble';
}

function compileNode(card: string, node: unknown): Fill {
  if (typeof node === 'string') return compileText(card, node);
  if (Array.isArray(node)) {
    const fill = compileList(card, node);
    return (scope) => {
      const out: Json[] = [];
      fill(scope, out);
      return out;
    };
  }
  if (typeof node === 'object' && node !== null) {
    const fields = Object.entries(node).map(
      ([key, value]) =>
        [key, key === 'uri' ? compileAddress(card, value) : compileNode(card, value)] as const,
    );
    return (scope) => {
      const out: Record<string, Json> = {};
      for (const [key, fill] of fields) out[key] = fill(scope);
      return out;
    };
  }
  if (typeof node === 'number' || typeof node === 'boolean' || node === null) return () => node;
  throw new TemplateError(`flex-templates/${card}.json: ${typeof node} is not JSON`);
}

function compileAddress(card: string, uri: unknown): Fill {
  const path = typeof uri === 'string' ? ADDRESS.exec(uri)?.[1] : undefined;
  return path === undefined ? compileNode(card, uri) : compileText(card, `{{${path}}}`);
}

function compileText(card: string, text: string): Fill {
  if (text.includes('{{#') || text.includes('{{/')) {
    throw new TemplateError(
      `flex-templates/${card}.json: the mark ${text} must stand alone in a text of a contents list`,
    );
  }
  const pieces = text.split(PLACE);
  if (pieces.length === 1) return () => text;
  // split with one group alternates literal, name, literal, name … literal
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? () => piece : compilePath(card, piece)));
  return (scope) => parts.map((part) => said(card, text, part(scope))).join('');
}

function said(card: string, text: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TemplateError(
    `flex-templates/${card}.json: ${text} needs a text or a number, got ${typeof value}`,
  );
}

function compilePath(card: string, path: string): (scope: Scope) => unknown {
  const [first = '', ...rest] = path.split('.');
  return (scope) => {
    const home = scope.find((data) => Object.hasOwn(data, first));
    if (home === undefined) throw new TemplateError(`flex-templates/${card}.json: the data has no "${path}"`);
    let value: unknown = home[first];
    for (const key of rest) {
      if (!isData(value) || !Object.hasOwn(value, key)) {
        throw new TemplateError(`flex-templates/${card}.json: the data has no "${path}"`);
      }
      value = value[key];
    }
    return value;
  };
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a list up to its end, or up to the mark that closes the one it stands in. */
function compileList(card: string, nodes: readonly unknown[]): FillInto {
  const cursor = { at: 0 };
  const fill = compileBlock(card, nodes, cursor, []);
  return fill;
}

function compileBlock(
  card: string,
  nodes: readonly unknown[],
  cursor: { at: number },
  closers: readonly string[],
): FillInto {
  const fills: FillInto[] = [];
  while (cursor.at < nodes.length) {
    const node = nodes[cursor.at];
    const mark = markOf(node);
    if (mark === null) {
      cursor.at += 1;
      fills.push(compileChild(card, node));
      continue;
    }
    if (closers.includes(mark.word)) return inOrder(fills);
    cursor.at += 1;
    if (mark.word === '#each') fills.push(compileEach(card, nodes, cursor, mark.path));
    else if (mark.word === '#if') fills.push(compileIf(card, nodes, cursor, mark.path));
    else throw new TemplateError(`flex-templates/${card}.json: {{${mark.word}}} closes nothing`);
  }
  if (closers.length > 0)
    throw new TemplateError(`flex-templates/${card}.json: {{${closers.join('}} or {{')}}} is missing`);
  return inOrder(fills);
}

function compileEach(
  card: string,
  nodes: readonly unknown[],
  cursor: { at: number },
  path: string,
): FillInto {
  const list = compilePath(card, path);
  const body = compileBlock(card, nodes, cursor, ['/each']);
  cursor.at += 1;
  return (scope, out) => {
    const elements = list(scope);
    if (!Array.isArray(elements))
      throw new TemplateError(`flex-templates/${card}.json: "${path}" must be a list`);
    for (const element of elements) {
      if (!isData(element))
        throw new TemplateError(`flex-templates/${card}.json: elements of "${path}" must have names`);
      body([element, ...scope], out);
    }
  };
}

function compileIf(card: string, nodes: readonly unknown[], cursor: { at: number }, path: string): FillInto {
  const condition = compilePath(card, path);
  const yes = compileBlock(card, nodes, cursor, ['else', '/if']);
  let no: FillInto = () => {};
  if (markOf(nodes[cursor.at])?.word === 'else') {
    cursor.at += 1;
    no = compileBlock(card, nodes, cursor, ['/if']);
  }
  cursor.at += 1;
  return (scope, out) => {
    const value = condition(scope);
    const holds = Array.isArray(value) ? value.length > 0 : Boolean(value);
    (holds ? yes : no)(scope, out);
  };
}

function compileChild(card: string, node: unknown): FillInto {
  const fill = compileNode(card, node);
  return (scope, out) => {
    const filled = fill(scope);
    const emptyText = isData(filled) && filled.type === 'text' && filled.text === '';
    if (!emptyText) out.push(filled);
  };
}

function inOrder(fills: readonly FillInto[]): FillInto {
  return (scope, out) => {
    for (const fill of fills) fill(scope, out);
  };
}

function markOf(node: unknown): { word: string; path: string } | null {
  if (!isData(node) || node.type !== 'text' || typeof node.text !== 'string') return null;
  const found = MARK.exec(node.text);
  return found === null ? null : { word: found[1] ?? '', path: found[2] ?? '' };
}
