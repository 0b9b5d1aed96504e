/** The last step of whatever changes a plan at the terminal: one entry in the ledger, undone as one. */
import type { Agency } from '../domain/agency.ts';
import { changesNothing, type Revision } from '../domain/revision.ts';
import { done, type Outcome, refused } from './command.ts';
import type { Desk } from './desk.ts';
import { refusalWords } from './refusal-words.ts';

const BY = { kind: 'console' as const };

/** Keeps a change whose doubts are settled, and opens the plan where that is asked for. */
export async function keepRevision(
  desk: Desk,
  agency: Agency,
  change: Revision,
  { preview, open }: { readonly preview: readonly string[]; readonly open: boolean },
): Promise<Outcome> {
  const { year } = change;
  const nothing = changesNothing(change);
  const revision = desk.world.ids.id();
  const kept = await desk.command(agency.id, { type: 'revise-plan', by: BY, revision, change });
  if (!kept.ok) return refused(refusalWords(kept.refusal));
  if (open) {
    const opened = await desk.command(agency.id, { type: 'open-plan', by: BY, year });
    if (!opened.ok) return refused(refusalWords(opened.refusal));
  }
  const { findings, readerFindings, ...changes } = change;
  return done([...preview, ...keptLines(agency, change, open)], {
    kept: !nothing,
    open: open || agency.plans[year]?.state === 'open',
    agency: agency.id,
    year,
    import: nothing ? null : revision,
    changes,
    findings,
    readerFindings,
  });
}

function keptLines(agency: Agency, change: Revision, open: boolean): string[] {
  const { year, plan } = change;
  if (changesNothing(change)) return ['The plan is as the document says already: nothing was kept.'];
  const dueLine = plan.before === null ? [`O-items are due on ${plan.oitDue}: proposed, not confirmed.`] : [];
  const undo = `To take it back: npm run -s ita -- plan undo-import --year ${year}`;
  if (open) return [...dueLine, 'Kept and open: reminders go out from the next working morning.', undo];
  const state = agency.plans[year]?.state ?? 'draft';
  return state === 'open'
    ? [...dueLine, 'Kept; the plan is open.', undo]
    : [...dueLine, `Kept as a draft. Next: npm run -s ita -- plan open --year ${year}`, undo];
}
