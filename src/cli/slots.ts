/** An intent as the labelled sets write it: only the slots its intent has (`docs/understanding.md` §1). */
import type { DivisionSaid, Intent, ItemsSaid, Wanted } from '../chat/intent.ts';
import { codeOf } from '../domain/item.ts';

/** A slot that has no value is left out. */
export type Slots = Readonly<Record<string, unknown>>;

const CANDIDATE: Readonly<Record<Wanted['do'], string>> = {
  report: 'report_status',
  evidence: 'attach_evidence',
  extension: 'request_extension',
  detail: 'ask_item_detail',
  responsible: 'ask_responsible',
};

/** @param nameOf the canonical name of a division's code. */
export function slotsOf(intent: Intent, nameOf: (code: string) => string): Slots {
  const slots: Record<string, unknown> = { intent: intent.intent };
  const put = (name: string, value: unknown) => {
    const empty = value === null || value === undefined || value === '';
    if (!empty && !(Array.isArray(value) && value.length === 0)) slots[name] = value;
  };
  if (intent.intent === 'ambiguous') {
    put('candidates', intent.wanted === null ? intent.items.map(codeOf) : [CANDIDATE[intent.wanted.do]]);
    return slots;
  }
  if ('items' in intent) put('items', itemsIn(intent.items));
  if ('status' in intent) put('status', intent.status);
  if ('percent' in intent) put('percent', intent.percent);
  if ('url' in intent) put('url', intent.url);
  if ('dueDate' in intent) put('dueDate', intent.dueDate);
  if ('month' in intent) put('month', intent.month);
  if ('division' in intent) put('division', divisionIn(intent.division, nameOf));
  if (intent.intent === 'report_status') {
    put(
      'reports',
      intent.reports.map(({ items, status, percent }) => ({
        items: items.map(codeOf),
        status,
        ...(percent === undefined ? {} : { percent }),
      })),
    );
    put('replaces', intent.replaces.map(codeOf));
  }
  if ('note' in intent) put('note', intent.note);
  if ('overdue' in intent && intent.overdue) put('note', 'overdue');
  return slots;
}

function itemsIn(items: ItemsSaid): readonly string[] {
  return items === 'ALL' ? ['ALL'] : items.map(codeOf);
}

function divisionIn(division: DivisionSaid, nameOf: (code: string) => string): unknown {
  if (division === null || division === 'ALL') return division;
  return typeof division === 'string' ? nameOf(division) : division.map(nameOf);
}
