import { isObject, type JsonObject } from '../json.ts';

/** A request the phones refuse; the sentence is for whoever sent it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: number;
  constructor(sentence: string, status = 400) {
    super(sentence);
    this.status = status;
  }
}

/** The fields of a JSON body, each checked as it is read. Every reader throws `BadRequest`. */
export interface Fields {
  text(name: string, max: number): string;
  textMaybe(name: string, max: number): string | undefined;
  flag(name: string): boolean;
  whole(name: string, min: number, max: number): number;
  wholeMaybe(name: string, min: number, max: number): number | undefined;
  object(name: string): JsonObject;
  objectMaybe(name: string): JsonObject | undefined;
  any(name: string): unknown;
}

export function fieldsOf(body: unknown): Fields {
  if (!isObject(body)) throw new BadRequest('The body must be a JSON object.');
  const fields: Fields = {
    text(name, max) {
      const value = body[name];
      if (typeof value !== 'string' || value === '') throw new BadRequest(`"${name}" must be a text.`);
      if (value.length > max) throw new BadRequest(`"${name}" may have at most ${max} characters.`);
      return value;
    },
    textMaybe: (name, max) => (body[name] === undefined ? undefined : fields.text(name, max)),
    flag(name) {
      const value = body[name] ?? false;
      if (typeof value !== 'boolean') throw new BadRequest(`"${name}" must be true or false.`);
      return value;
    },
    whole(name, min, max) {
      const value = body[name];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
        throw new BadRequest(`"${name}" must be a whole number from ${min} to ${max}.`);
      return value;
    },
    wholeMaybe: (name, min, max) => (body[name] === undefined ? undefined : fields.whole(name, min, max)),
    object(name) {
      const value = body[name];
      if (!isObject(value)) throw new BadRequest(`"${name}" must be an object.`);
      return value;
    },
    objectMaybe: (name) => (body[name] === undefined ? undefined : fields.object(name)),
    any: (name) => body[name],
  };
  return fields;
}
