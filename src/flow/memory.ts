/** What a process keeps in mind and may forget: a restart begins anew and asks once more. */
import { type CodeAttempts, createCodeAttempts } from './code-attempts.ts';
import { createMenuHints, type MenuHints } from './link-menus.ts';
import { createOpenQuestions, type OpenQuestions } from './open-questions.ts';
import type { Clock, Line, Log } from './ports.ts';
import { createQuotas, type Quotas } from './quota.ts';

export interface Memory {
  /** What the bot asked and waits for. */
  readonly questions: OpenQuestions;
  /** Whose rich menu is to be looked at. */
  readonly menus: MenuHints;
  /** Wrong codes shown of late. */
  readonly attempts: CodeAttempts;
  /** What LINE said last of the month's messages and of the groups' sizes. */
  readonly quotas: Quotas;
}

export function createMemory(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly line: (agency: string) => Line | null;
}): Memory {
  return {
    questions: createOpenQuestions(),
    menus: createMenuHints(),
    attempts: createCodeAttempts(),
    quotas: createQuotas(parts),
  };
}
