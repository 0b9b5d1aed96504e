/** A plan's document in chat: what was read and what it would change, before anything is kept. */
import type { Revision } from '../domain/revision.ts';
import { changesCard, type PlainRow, previewCard } from './cards.ts';
import { changedRow, freshRow, withdrawnRow } from './change-rows.ts';
import { foundRows } from './findings.ts';
import { flex, flexList, pages, short } from './flex.ts';
import { confirmButton, discardButton, findingsButton } from './office-buttons.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import type { Scene } from './scene.ts';
import { andMore, provisionalWords } from './words.ts';
import { IMPORT_LABEL, PREVIEW } from './words-import.ts';
import { scoreWords } from './words-score.ts';

/** An import that waits to be confirmed, as far as its questions are answered. */
export interface Preview {
  /** Its id. */
  readonly draft: string;
  /** What the file is called; empty = there is none. */
  readonly name: string;
  readonly kind: 'document' | 'pdf' | 'roll-over' | 'list-move';
  readonly revision: Revision;
  /** The plan changed since it was last shown. */
  readonly moved?: boolean;
  /** It takes the place of one that was never confirmed. */
  readonly replaced?: boolean;
}

const ROWS = 5;
const FINDINGS = 4;
const PER_CARD = 8;

/** Counts, what would change, and what is doubtful. */
export function sayPreview(scene: Scene, preview: Preview): Outgoing[] {
  const { revision } = preview;
  const found = findingsCard(revision);
  const bubbles = [countsCard(preview), changeCard(scene, revision), ...(found === null ? [] : [found])];
  return [flex(PREVIEW.alt(revision.year, countsLine(revision)), bubbles)];
}

/** Everything that is doubtful, as far as one message holds it. */
export function sayFindings(_scene: Scene, { revision }: Preview): Outgoing[] {
  const { differ, doubtful, noted } = foundRows(revision);
  const all = [
    ...differ.map((row) => ({ row, heading: PREVIEW.differ(differ.length) })),
    ...doubtful.map((row) => ({ row, heading: PREVIEW.doubtful(doubtful.length) })),
    ...noted.map((row) => ({ row, heading: PREVIEW.noted(noted.length) })),
  ];
  const card = (sections: readonly Section[], rest = ''): FlexBubble =>
    changesCard({
      title: PREVIEW.findingsTitle,
      subtitle: PREVIEW.findingsSubtitle,
      sections,
      mark: rest,
      foot: revisionMark(revision),
      ...NO_LINK,
    });
  const list = pages(all, PER_CARD).map((page) => {
    const byHeading = [...Map.groupBy(page, ({ heading }) => heading)];
    const sections = byHeading.map(([heading, rows]) => ({
      heading,
      rows: rows.map(({ row }) => row),
      rest: '',
    }));
    return { rows: page.length, bubble: card(sections) };
  });
  if (list.length === 0) return [{ type: 'text', text: PREVIEW.noFindings }];
  const alt = `${PREVIEW.findingsTitle} ${PREVIEW.matters(all.length)}`;
  return [flexList(alt, list, (rows) => card([], PREVIEW.more(rows)))];
}

/** The mark of a plan whose O-items come from another year's list; empty = they do not. */
export function revisionMark({ year, plan }: Revision): string {
  const list = plan.after.catalogue;
  return list === null || list === year ? '' : provisionalWords(list);
}

/** What a plan would be, in one line. */
export function countsLine(revision: Revision): string {
  const { new: fresh, changed, withdrawn, same } = revision;
  const parts = [
    [PREVIEW.fresh, fresh.length],
    [PREVIEW.changed, changed.length],
    [PREVIEW.withdrawn, withdrawn.length],
    [PREVIEW.same, same.length],
  ] as const;
  const told = parts.filter(([, count]) => count > 0).map(([what, count]) => PREVIEW.list(what, count));
  return told.length === 0 ? PREVIEW.items(0) : told.join(', ');
}

type Section = { readonly heading: string; readonly rows: readonly PlainRow[]; readonly rest: string };
const NO_LINK = { link: '', linkLabel: PREVIEW.changesTitle };

function countsCard(preview: Preview): FlexBubble {
  const { draft, name, kind, revision, moved = false, replaced = false } = preview;
  const { doubtful, plan, withdrawn } = revision;
  const found = foundRows(revision);
  const many = found.differ.length + found.doubtful.length + found.noted.length;
  const notes = [
    ...(moved ? [PREVIEW.moved] : []),
    ...(replaced ? [PREVIEW.replaced] : []),
    ...(plan.before === null && kind !== 'roll-over' ? [PREVIEW.firstTime] : []),
    ...(withdrawn.length > 0 ? [PREVIEW.withdrawnNote] : []),
  ];
  return previewCard({
    title: titleOf(preview),
    subtitle: [short(name, 80), PREVIEW.notKept].filter((part) => part !== '').join(' · '),
    rows: countRows(revision, found, many),
    notes: notes.map((text) => ({ text })),
    warning: warnings(preview).join('\n'),
    buttons: [
      ...(doubtful.length > 0
        ? []
        : [{ label: IMPORT_LABEL.confirm, primary: true, button: confirmButton(draft) }]),
      ...(many > shownOf(found)
        ? [{ label: IMPORT_LABEL.findings, primary: false, button: findingsButton(draft) }]
        : []),
      { label: IMPORT_LABEL.discard, primary: false, button: discardButton(draft) },
    ],
  });
}

/** What is to be seen before anything else. */
function warnings({ kind, revision: { findings, doubtful } }: Preview): string[] {
  const other = findings.find((finding) => finding.kind === 'other-agency');
  return [
    ...(other === undefined ? [] : [PREVIEW.otherAgency(short(other.read ?? '', 100))]),
    ...(kind === 'pdf' ? [PREVIEW.pdf] : []),
    ...(doubtful.length > 0 ? [PREVIEW.answerFirst] : []),
  ];
}

function titleOf({ kind, revision: { year } }: Preview): string {
  if (kind === 'roll-over') return PREVIEW.rollOverTitle(year);
  return kind === 'list-move' ? PREVIEW.listTitle(year) : PREVIEW.title(year);
}

type Found = ReturnType<typeof foundRows>;

function shownOf({ differ, doubtful, noted }: Found): number {
  return [differ, doubtful, noted].reduce((sum, rows) => sum + Math.min(rows.length, FINDINGS), 0);
}

function countRows(revision: Revision, found: Found, many: number) {
  const { new: fresh, changed, withdrawn, same, statuses, assessment, doubtful } = revision;
  const counted = (name: string, count: number) => (count > 0 ? [{ name, value: PREVIEW.items(count) }] : []);
  const check = PREVIEW.toCheck(found.differ.length + found.doubtful.length);
  const matters = [PREVIEW.matters(many), check].filter((part) => part !== '').join(' · ');
  return [
    ...counted(PREVIEW.fresh, fresh.length),
    ...counted(PREVIEW.changed, changed.length),
    ...counted(PREVIEW.withdrawn, withdrawn.length),
    ...counted(PREVIEW.same, same.length),
    ...counted(PREVIEW.statuses, statuses.length),
    ...(assessment === null
      ? []
      : [{ name: PREVIEW.assessment(assessment.after.year), value: scoreWords(assessment.after.total) }]),
    ...counted(PREVIEW.doubts, doubtful.length),
    ...(many > 0 ? [{ name: PREVIEW.findings, value: matters }] : []),
  ];
}

function changeCard(scene: Scene, revision: Revision): FlexBubble {
  const { new: fresh, changed, withdrawn, plan, same } = revision;
  const kinds = ['measure', 'oit'] as const;
  const freshSections = kinds.map((kind) => {
    const ofKind = fresh.filter((facts) => facts.kind === kind);
    const what = `${kind === 'measure' ? PREVIEW.measuresShort : PREVIEW.oItems} ${PREVIEW.fresh}`;
    return section(
      PREVIEW.list(what, ofKind.length),
      ofKind.map((facts) => freshRow(scene, facts)),
    );
  });
  const sections = [
    ...freshSections,
    section(
      PREVIEW.list(PREVIEW.changed, changed.length),
      changed.map((change) => changedRow(scene, change)),
    ),
    section(PREVIEW.list(PREVIEW.withdrawn, withdrawn.length), withdrawn.map(withdrawnRow)),
  ].flatMap((one) => one ?? []);
  const first = plan.before === null ? PREVIEW.freshTitle : PREVIEW.changesTitle;
  return changesCard({
    title: first,
    subtitle: countsLine(revision),
    sections,
    mark: sections.length === 0 ? PREVIEW.list(PREVIEW.same, same.length) : '',
    foot: revisionMark(revision),
    ...NO_LINK,
  });
}

function section(heading: string, rows: readonly PlainRow[], most = ROWS, rest = andMore): Section | null {
  if (rows.length === 0) return null;
  return { heading, rows: rows.slice(0, most), rest: rest(rows.length - most) };
}

function findingsCard(revision: Revision): FlexBubble | null {
  const { differ, doubtful, noted } = foundRows(revision);
  const sections = [
    section(PREVIEW.differ(differ.length), differ, FINDINGS, PREVIEW.more),
    section(PREVIEW.doubtful(doubtful.length), doubtful, FINDINGS, PREVIEW.more),
    section(PREVIEW.noted(noted.length), noted, FINDINGS, PREVIEW.more),
  ].flatMap((one) => one ?? []);
  if (sections.length === 0) return null;
  return changesCard({
    title: PREVIEW.findingsTitle,
    subtitle: PREVIEW.findingsSubtitle,
    sections,
    mark: '',
    foot: revisionMark(revision),
    ...NO_LINK,
  });
}
