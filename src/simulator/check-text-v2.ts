import { isObject, type JsonObject } from './json.ts';
import type { Report } from './problem.ts';

const source = 'docs/line-platform.md 2.5 (R#text-message-v2)';

/** Checks textV2: braces, substitution keys, and the number of mentions and emoji. */
export function checkTextV2(
  message: JsonObject,
  path: string,
  mentionsAllowed: boolean,
  report: Report,
): void {
  const substitution = isObject(message.substitution) ? message.substitution : {};
  const keys = Object.keys(substitution);
  if (keys.length > 100) report(`${path}/substitution`, 'Size must be between 0 and 100', source);
  for (const key of keys) {
    if (!/^[0-9a-zA-Z_]{1,20}$/.test(key)) report(`${path}/substitution/${key}`, 'invalid key', source);
  }
  const typeOf = (key: string) => (isObject(substitution[key]) ? substitution[key].type : undefined);
  const { names, broken } = placeholders(String(message.text));
  if (broken) report(`${path}/text`, 'braces must be doubled or name a substitution', source);
  for (const name of names) {
    if (!(name in substitution)) report(`${path}/text`, `{${name}} has no substitution`, source);
  }
  for (const type of ['mention', 'emoji']) {
    const count = names.filter((name) => typeOf(name) === type).length;
    if (count > 20) report(`${path}/text`, `at most 20 of ${type}`, source);
  }
  if (!mentionsAllowed && keys.some((key) => typeOf(key) === 'mention')) {
    report(`${path}/substitution`, 'mentions only work in reply and push', source);
  }
}

/** The names in `{name}`; `{{` and `}}` stand for the braces themselves. */
function placeholders(text: string): { readonly names: readonly string[]; readonly broken: boolean } {
  const names: string[] = [];
  const rest = text.replaceAll(/\{\{|\}\}|\{([^{}]*)\}/g, (_, name?: string) => {
    if (name !== undefined) names.push(name);
    return '';
  });
  return { names, broken: /[{}]/.test(rest) };
}
