import type { JsonObject } from './json.ts';
import { graphemes, utf16 } from './length.ts';
import type { Report } from './problem.ts';

interface TextRule {
  readonly max: number;
  readonly unit: 'utf16' | 'graphemes';
  /** False where LINE takes an empty string. Default true. */
  readonly filled?: boolean;
}

/** Checks the length of a string field; a missing field or another type is the schema's business. */
export function checkText(
  holder: JsonObject,
  key: string,
  path: string,
  rule: TextRule,
  source: string,
  report: Report,
): void {
  const value = holder[key];
  if (typeof value !== 'string') return;
  const { max, unit, filled = true } = rule;
  if (filled && value === '') report(`${path}/${key}`, 'May not be empty', source);
  if (unit === 'utf16' ? utf16(value) > max : value.length > max && graphemes(value) > max) {
    report(`${path}/${key}`, `Length must be between 0 and ${max}`, source);
  }
}

/** Checks the number of entries in a list field. */
export function checkCount(
  holder: JsonObject,
  key: string,
  path: string,
  range: { readonly min: number; readonly max: number },
  source: string,
  report: Report,
): void {
  const value = holder[key];
  if (!Array.isArray(value) || (value.length >= range.min && value.length <= range.max)) return;
  report(`${path}/${key}`, `Size must be between ${range.min} and ${range.max}`, source);
}

/** What RFC 3986 lets stand in a URI: anything else must be percent-encoded. */
const encoded = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/** Checks a URI's scheme, length (UTF-16 units) and percent-encoding. */
export function checkUri(
  holder: JsonObject,
  key: string,
  path: string,
  rule: { readonly max: number; readonly schemes: readonly string[] },
  source: string,
  report: Report,
): void {
  const value = holder[key];
  if (typeof value !== 'string') return;
  const at = `${path}/${key}`;
  if (value.length > rule.max) report(at, `Length must be between 0 and ${rule.max}`, source);
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(.+)$/s.exec(value);
  if (!scheme || !rule.schemes.includes(String(scheme[1]).toLowerCase())) {
    report(at, `invalid uri scheme: one of ${rule.schemes.join(', ')}`, source);
  } else if (!encoded.test(value)) {
    report(at, 'invalid uri: percent-encode it as UTF-8', source);
  } else if (/^https?:/i.test(value) && !URL.canParse(value)) {
    report(at, 'invalid uri', source);
  }
}

/** Checks an image, video or icon address: HTTPS, at most 2,000. */
export function checkMediaUrl(
  holder: JsonObject,
  key: string,
  path: string,
  source: string,
  report: Report,
): void {
  checkUri(holder, key, path, { max: 2_000, schemes: ['https'] }, source, report);
}
