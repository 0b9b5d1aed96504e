import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { WrongUse } from './command.ts';

/**
 * Reads a JSON file of the given shape.
 *
 * @param like the example such a file looks like.
 * @throws WrongUse naming the file and each place that is wrong.
 */
export function readJson<T>(path: string, shape: z.ZodType<T>, like: string): T {
  return shaped(readObject(path, like), shape, path, like);
}

/** Reads a JSON file as it stands. @throws WrongUse when it is not JSON, or no object. */
export function readObject(path: string, like: string): Record<string, unknown> {
  return shaped(readRaw(path, like), z.record(z.string(), z.unknown()), path, like);
}

/** Reads a JSON file that is a list. @throws WrongUse as `readJson`. */
export function readList<T>(path: string, one: z.ZodType<T>, like: string): T[] {
  return shaped(readRaw(path, like), z.array(one), path, like);
}

function readRaw(path: string, like: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${path} is not JSON; ${like} shows what it looks like.`);
  }
}

/** What was read of `path`, in its shape. @throws WrongUse naming each place that is wrong. */
export function shaped<T>(raw: unknown, shape: z.ZodType<T>, path: string, like: string): T {
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  const wrong = read.error.issues
    .slice(0, MOST_PLACES)
    .map(({ path: place, message }) => `\n  ${place.join('.') || 'the whole file'}: ${message}`);
  throw new WrongUse(`${path} does not look like ${like}:${wrong.join('')}`);
}

/** More would hide the first. */
const MOST_PLACES = 8;

/** The text of a file, without the byte order mark Notepad begins it with. @throws WrongUse when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new WrongUse(`Cannot read the file ${path}.`);
  }
}
