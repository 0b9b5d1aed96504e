import type { Agency, Item } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { GiveEvidenceCommand, ReportCommand } from './command.ts';
import { type Settled, settle } from './correction.ts';
import { accept, type Decision, refuse, reporterOnly } from './decision.ts';
import type { ChatRef, DomainEvent, EventOf, TextRef } from './event.ts';
import { known } from './known.ts';
import { isShared, partsOf, partTold, statusFor } from './part.ts';
import { divisionsOf, holds } from './permission.ts';
import type { Refusal } from './refusal.ts';

/**
 * Keeps what a member told of one or more items, with a link given in the same message; one item refused refuses all. A
 * correction first takes back what was told of the wrong items.
 */
export function report(agency: Agency, command: ReportCommand, now: Instant): Decision {
  const settled = settle(agency, command, now);
  if ('kind' in settled) return refuse(settled);
  const events: DomainEvent[] = [...settled.takenBack];
  const shown = new Set<string>();
  for (const told of settled.items) {
    const item = known(agency.items, told.item);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const part = partTold(agency, command.by, item, command.divisions);
    const no =
      reporterOnly(agency, command.by, item) ??
      partRefusal(agency, command, item) ??
      staleRefusal(item, told, part, command);
    if (no !== null) return refuse(no);
    events.push(reported(told, command, part));
    if (command.evidence === undefined || shown.has(item.id)) continue;
    shown.add(item.id);
    // The same id: one undo takes the message back whole.
    events.push(evidenceGiven(item, command.report, command.evidence, command.chat));
  }
  for (const { item: id, content } of settled.moved) {
    const item = known(agency.items, id);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const no = reporterOnly(agency, command.by, item);
    if (no !== null) return refuse(no);
    events.push(evidenceGiven(item, command.report, content, command.chat));
  }
  return accept(...events);
}

/** Keeps a link for one or more items, or, when one of them is refused, for none. */
export function giveEvidence(agency: Agency, command: GiveEvidenceCommand): Decision {
  const events: DomainEvent[] = [];
  for (const id of new Set(command.items)) {
    const item = known(agency.items, id);
    if (item === undefined) return refuse({ kind: 'no-such-item' });
    const no = reporterOnly(agency, command.by, item);
    if (no !== null) return refuse(no);
    events.push(evidenceGiven(item, command.evidence, command.content, command.chat));
  }
  return accept(...events);
}

/** Who names a division tells of its part: it must own one, and only its own people and the coordinator speak for it. */
function partRefusal(agency: Agency, { by, divisions = [] }: ReportCommand, item: Item): Refusal | null {
  if (!isShared(item)) return null;
  const stranger = divisions.find((code) => !item.divisions.includes(code));
  if (stranger !== undefined) return { kind: 'not-of-division', item: item.id, division: stranger };
  const member = by.kind === 'member' ? known(agency.members, by.member) : undefined;
  if (member === undefined || holds(member, 'coordinator')) return null;
  const others = divisions.filter((code) => !divisionsOf(member).includes(code));
  return others.length === 0 ? null : { kind: 'not-your-item', item: item.id, divisions: others };
}

/**
 * Pressing the same button twice is no reason to ask: only an answer that would change something newer is stale. What
 * another division told of its own part is nothing newer.
 */
function staleRefusal(
  item: Item,
  told: Settled,
  part: readonly string[] | null,
  { drawnFrom }: ReportCommand,
): Refusal | null {
  const present = statusFor(item, part);
  const last = Math.max(item.told, ...partsOf(item, part).map((code) => known(item.toldIn, code) ?? 0));
  const stale = drawnFrom !== undefined && last > drawnFrom && present !== told.status;
  return stale ? { kind: 'stale', item: item.id, present } : null;
}

function reported(
  { item, status, percent }: Settled,
  command: ReportCommand,
  part: readonly string[] | null,
): EventOf<'item-reported'> {
  return {
    type: 'item-reported',
    v: 1,
    item,
    report: command.report,
    status,
    ...(percent === undefined ? {} : { percent }),
    ...(command.note === undefined ? {} : { note: command.note }),
    chat: command.chat,
    ...(part === null ? {} : { divisions: [...part] }),
  };
}

function evidenceGiven(item: Item, id: string, content: TextRef, chat: ChatRef): EventOf<'evidence-given'> {
  return { type: 'evidence-given', v: 1, item: item.id, evidence: id, kind: 'link', content, chat };
}
