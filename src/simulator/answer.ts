import type { JsonObject } from './json.ts';
import type { Problem } from './problem.ts';
import type { Accepted } from './record.ts';
import type { Bot } from './world.ts';

/** One request to the API, its bot already known from the token. */
export interface Call {
  readonly bot: Bot;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly contentType: string;
  readonly retryKey?: string;
  readonly requestId: string;
}

/** What the platform answers; a Buffer is sent as it is, everything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What this request made the platform accept. */
  readonly accepted?: readonly Accepted[];
  /** The rules a refused body broke, with where they stand; not sent. */
  readonly problems?: readonly Problem[];
}

export function ok(body: unknown, accepted?: readonly Accepted[]): Answer {
  return accepted === undefined ? { status: 200, body } : { status: 200, body, accepted };
}

/** LINE's error body: `message`, and `details` unless empty (docs/line-platform.md 2.4). */
export function refuse(status: number, message: string, details: readonly JsonObject[] = []): Answer {
  return { status, body: details.length === 0 ? { message } : { message, details } };
}

export const notFound: Answer = refuse(404, 'Not found');

/** The answer for errors in the body, one detail per property (R#error-messages). */
export function invalidBody(
  details: readonly { readonly message: string; readonly property: string }[],
): Answer {
  return refuse(400, `The request body has ${details.length} error(s)`, details);
}

/** The answer for a property of the body that cannot be read at all (R#error-messages). */
export function invalidProperty(name: string): Answer {
  return refuse(400, `The property, '${name}', in the request body is invalid (line: -, column: -)`);
}

/** The body as a JSON object, or the answer LINE gives instead. */
export function readJson(body: Buffer): { readonly value: JsonObject } | { readonly answer: Answer } {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { value: { ...value } };
    }
  } catch {
    // falls through: not JSON and not an object get the same answer
  }
  return { answer: refuse(400, 'The request body could not be parsed as JSON (line: 1, column: 1)') };
}
