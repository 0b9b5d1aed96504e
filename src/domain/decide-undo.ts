import {
  byAge,
  changedSince,
  type OwnAct,
  type OwnDecision,
  ownActs,
  ownDecisions,
  sameChat,
  takenBack,
  UNDO_WITHIN_MS,
} from './act.ts';
import type { Agency, Extension } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { Command } from './command.ts';
import { accept, closedRefusal, type Decision, refuse, strangerRefusal } from './decision.ts';
import type { Refusal } from './refusal.ts';

type Undo = Extract<Command, { type: 'undo' }>;

/**
 * Takes back the speaker's own newest act in this chat (the whole message: a report with its link, evidence, an extension
 * asked for or decided, a snooze), the act of a button, or his newest on each named item, for 24 hours. Refused with who
 * and when if someone else changed an item since. A snooze goes whole, of whichever of its items is named. Of a correction
 * only what it reported goes: what it took back stays taken back. A request whose decision goes waits again.
 */
export function undo(agency: Agency, command: Undo, now: Instant): Decision {
  const stranger = strangerRefusal(agency, command.by);
  if (stranger !== null) return refuse(stranger);
  const meant = actsMeant(agency, command);
  if (meant.length === 0) return refuse({ kind: 'nothing-to-undo' });
  for (const own of meant) {
    const no = refuseUndo(agency, own, now);
    if (no !== null) return refuse(no);
  }
  return accept(...meant.map(takenBack));
}

function refuseUndo(agency: Agency, own: OwnAct | OwnDecision, now: Instant): Refusal | null {
  const closed = own.kind === 'snooze' ? null : closedRefusal(agency, own.item);
  if (closed !== null) return closed;
  // What was decided is no wish of his alone any more.
  if (own.kind === 'extension' && own.act.decided !== null)
    return { kind: 'decided-already', item: own.item.id, granted: own.act.decided.granted };
  if (now - own.act.kept > UNDO_WITHIN_MS) return { kind: 'too-late-to-undo', at: own.act.kept };
  // The date it moved stands by another grant now, his own perhaps: that one is to go first.
  const granted = own.kind === 'decision' ? grantedSince(own) : null;
  if (own.kind === 'decision' && granted !== null)
    return { kind: 'changed-since', item: own.item.id, by: granted.by, at: granted.at };
  const since = own.kind === 'snooze' ? undefined : changedSince(agency, own);
  if (own.kind === 'snooze' || since === undefined) return null;
  return { kind: 'changed-since', item: own.item.id, by: since.act.by, at: since.act.at };
}

function grantedSince({ item, act }: OwnDecision): Extension['decided'] {
  const others = item.extensions.filter(({ id, undone }) => id !== act.extension && undone === null);
  const later = others.flatMap(({ decided }) => (decided?.granted && decided.at >= act.at ? [decided] : []));
  return later.at(-1) ?? null;
}

function actsMeant(agency: Agency, { by, chat, at, what }: Undo): (OwnAct | OwnDecision)[] {
  const mine = [...ownActs(agency, by, at), ...ownDecisions(agency, by, at)].sort(byAge);
  switch (what.kind) {
    case 'act':
      return mine.filter(({ act }) => act.id === what.act);
    case 'newest': {
      const last = mine.findLast(({ act }) => sameChat(act.chat, chat));
      return mine.filter(({ act }) => act.id === last?.act.id);
    }
    case 'items': {
      const meant = what.items.flatMap((id) => {
        const ofItem = mine.filter((own) =>
          own.kind === 'snooze' ? own.act.items.includes(id) : own.item.id === id,
        );
        return ofItem.filter(({ act }) => act.id === ofItem.at(-1)?.act.id);
      });
      return [...new Set(meant)];
    }
  }
}
