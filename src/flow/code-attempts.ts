/**
 * Codes that were none, in this process's memory only: whoever tries many is not looked up for a while. A code has 49 bits,
 * so this is against noise and the store's work as much as against guessing. Ids are LINE's, never logged.
 */
import type { Instant } from '../domain/calendar.ts';
import type { Inbound } from './inbound.ts';

const WINDOW_MS = 15 * 60_000;
/** Wrong codes one person may show in that time. */
const EACH = 5;
/** While an agency was shown so many wrong ones, each person may show one: a right code works at once all the same. */
const ALL = 60;
const EACH_WHEN_MANY = 1;
/** People remembered; who tried longest ago goes first. */
const MOST = 5_000;

export interface CodeAttempts {
  /** False = nothing he shows is looked up now. */
  mayTry(agency: string, chat: Inbound['chat'], now: Instant): boolean;
  /** `event` = the webhook event it came with: counted once, however often it is looked at. */
  wrong(agency: string, chat: Inbound['chat'], event: string, now: Instant): void;
  /** A right code: his wrong ones are forgotten. */
  right(agency: string, chat: Inbound['chat']): void;
}

export function createCodeAttempts(): CodeAttempts {
  const byPerson = new Map<string, ReadonlyMap<string, Instant>>();
  const byAgency = new Map<string, ReadonlyMap<string, Instant>>();
  const recent = (tries: ReadonlyMap<string, Instant> | undefined, now: Instant) =>
    new Map([...(tries ?? [])].filter(([, at]) => at + WINDOW_MS > now));
  const note = (all: typeof byPerson, key: string, event: string, now: Instant, most: number) => {
    const tries = recent(all.get(key), now);
    if (!tries.has(event) && tries.size < most) tries.set(event, now);
    all.delete(key);
    all.set(key, tries);
    const [oldest] = all.keys();
    if (all.size > MOST && oldest !== undefined) all.delete(oldest);
  };
  return {
    mayTry(agency, chat, now) {
      const many = recent(byAgency.get(agency), now).size >= ALL;
      return recent(byPerson.get(keyOf(agency, chat)), now).size < (many ? EACH_WHEN_MANY : EACH);
    },
    wrong(agency, chat, event, now) {
      note(byPerson, keyOf(agency, chat), event, now, EACH);
      note(byAgency, agency, event, now, ALL);
    },
    right(agency, chat) {
      byPerson.delete(keyOf(agency, chat));
    },
  };
}

/** Whom LINE does not name counts as his group. */
function keyOf(agency: string, chat: Inbound['chat']): string {
  return `${agency} ${chat.user ?? (chat.kind === 'group' ? chat.group : '')}`;
}
