export interface JsonObject {
  readonly [key: string]: unknown;
}

/** True for a plain JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list, or an empty list when it is none (its shape is another check's business). */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
