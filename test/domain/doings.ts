/** What members do besides reporting, as happenings; by default กองคลัง's staff, in 1:1. */
import type { ChatRef, EventOf, RoleIn, TextRef } from '../../src/domain/event.ts';
import { console_, type Happening, happened, member } from '../support/an-agency.ts';

export const textRef = (id: string): TextRef => ({ id, mac: 'a'.repeat(64) });
export const LINK = textRef('link');

interface Doing {
  readonly at: number;
  readonly kept?: number;
  /** A member's id, or null for the terminal. */
  readonly by?: string | null;
  readonly chat?: ChatRef;
}

function done(
  event: Parameters<typeof happened>[0],
  { at, kept = at, by = 'finance-staff' }: Doing,
): Happening {
  return happened(event, { at, kept, by: by === null ? console_ : member(by) });
}

export function shown(item: string, evidence: string, doing: Doing): Happening {
  const { chat = 'direct' } = doing;
  return done({ type: 'evidence-given', v: 1, item, evidence, kind: 'link', content: LINK, chat }, doing);
}

export function shownNoMore(item: string, evidence: string, doing: Doing): Happening {
  return done({ type: 'evidence-undone', v: 1, item, evidence }, doing);
}

export function asked(item: string, extension: string, until: string, doing: Doing): Happening {
  const { chat = 'direct' } = doing;
  return done({ type: 'extension-asked', v: 1, item, extension, until, chat }, doing);
}

export function askedNoMore(item: string, extension: string, doing: Doing): Happening {
  return done({ type: 'extension-undone', v: 1, item, extension }, doing);
}

export function snoozed(items: readonly string[], snooze: string, until: string, doing: Doing): Happening {
  const { chat = 'direct', by } = doing;
  const who = by ?? 'finance-staff';
  return done({ type: 'reminder-snoozed', v: 1, member: who, snooze, items: [...items], until, chat }, doing);
}

export function snoozedNoMore(snooze: string, doing: Doing): Happening {
  return done({ type: 'snooze-undone', v: 1, member: doing.by ?? 'finance-staff', snooze }, doing);
}

export function acknowledged(items: readonly string[], doing: Doing): Happening {
  const who = doing.by ?? 'finance-staff';
  return done(
    { type: 'reminder-acknowledged', v: 1, member: who, items: [...items], chat: doing.chat ?? 'direct' },
    doing,
  );
}

export function assessed(
  year: number,
  more: Partial<Omit<EventOf<'assessment-recorded'>, 'type' | 'v' | 'year'>> = {},
): Happening {
  const instruments = { iit: null, eit: null, oit: null };
  return happened({
    type: 'assessment-recorded',
    v: 1,
    year,
    total: 86.94,
    level: null,
    instruments,
    indicators: [],
    ...more,
  });
}

/** From then until then he acts in another's place too. */
export function acts(who: string, role: RoleIn, from: string, until: string): Happening {
  return happened({ type: 'acting-set', v: 1, acting: `${who} ${from}`, member: who, role, from, until });
}
