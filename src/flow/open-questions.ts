/**
 * Questions the bot asked and that are still open, in this process's memory only: a restart loses them, and then the
 * person is asked once more. Ids are LINE's, never logged.
 */
import type { Asked } from '../chat/asked.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Inbound } from './inbound.ts';

const OPEN_FOR_MS = 600_000;
const MOST = 5_000;
/** How far LINE's clock and ours may differ. */
const CLOCKS_DIFFER_MS = 60_000;

export interface OpenQuestions {
  /**
   * The question this person was asked in this chat within ten minutes, or null. `at` = when he spoke, by LINE: what he
   * said before he was asked (LINE may bring it late) is no answer.
   */
  of(agency: string, chat: Inbound['chat'], now: Instant, at: Instant): Asked | null;
  /** The new question, or null: whatever was open is closed. */
  set(agency: string, chat: Inbound['chat'], asked: Asked | null, now: Instant): void;
}

export function createOpenQuestions(): OpenQuestions {
  const open = new Map<string, { readonly asked: Asked; readonly since: Instant }>();
  return {
    of(agency, chat, now, at) {
      const key = keyOf(agency, chat);
      const found = key === null ? undefined : open.get(key);
      if (found === undefined || found.since + OPEN_FOR_MS < now) return null;
      return at < found.since - CLOCKS_DIFFER_MS ? null : found.asked;
    },
    set(agency, chat, asked, now) {
      const key = keyOf(agency, chat);
      if (key === null) return;
      open.delete(key);
      if (asked === null) return;
      open.set(key, { asked, since: now });
      const [oldest] = open.keys();
      if (open.size > MOST && oldest !== undefined) open.delete(oldest);
    },
  };
}

/** One person in one chat; whom LINE does not name is asked nothing. */
function keyOf(agency: string, chat: Inbound['chat']): string | null {
  if (chat.user === null) return null;
  return `${agency} ${chat.kind === 'group' ? chat.group : ''} ${chat.user}`;
}
