import { type Answer, invalidBody, refuse } from './answer.ts';
import { isObject } from './json.ts';
import type { Problem } from './problem.ts';

/**
 * LINE's 400 for wrong messages, or undefined when nothing is wrong. Errors inside Flex contents are told with
 * pointers that start at the container (`/hero/url`, docs/line-platform.md 2.4; wording seen in GH line/line-bot-sdk-go#657,
 * cofacts/rumors-line-bot#212), all others as `messages[0].text`.
 */
export function problemAnswer(
  messages: readonly unknown[],
  problems: readonly Problem[],
): Answer | undefined {
  if (problems.length === 0) return undefined;
  const inFlex = problems.map((problem) => flexPart(messages, problem));
  const first = inFlex[0];
  if (first === undefined || inFlex.includes(undefined)) {
    return bodyAnswer(problems);
  }
  const details = inFlex.flatMap((part) =>
    part?.index === first.index ? [{ message: part.rule, property: part.pointer }] : [],
  );
  const answer = refuse(400, `A message (messages[${first.index}]) in the request body is invalid`, details);
  return { ...answer, problems };
}

/** LINE's 400 for a body that is no list of messages, or undefined when nothing is wrong. */
export function bodyAnswer(problems: readonly Problem[]): Answer | undefined {
  if (problems.length === 0) return undefined;
  const details = problems.map(({ path, rule }) => ({ message: rule, property: dotted(path) }));
  return { ...invalidBody(details), problems };
}

function flexPart(messages: readonly unknown[], { path, rule }: Problem) {
  const match = /^\/messages\/(\d+)\/contents(\/.*)?$/.exec(path);
  if (!match) return undefined;
  const index = Number(match[1]);
  const message = messages[index];
  if (!isObject(message) || message.type !== 'flex') return undefined;
  return { index, rule, pointer: match[2] ?? '/' };
}

/** `/messages/0/text` as `messages[0].text`. */
function dotted(path: string): string {
  return path
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}
