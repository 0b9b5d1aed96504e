/** The Flex cards, compiled once. Each view lists exactly the names its template in `flex-templates/` uses. */
import aboutJson from '../../flex-templates/about.json' with { type: 'json' };
import askJson from '../../flex-templates/ask.json' with { type: 'json' };
import changesJson from '../../flex-templates/changes.json' with { type: 'json' };
import dutyJson from '../../flex-templates/duty.json' with { type: 'json' };
import escalationJson from '../../flex-templates/escalation.json' with { type: 'json' };
import itemJson from '../../flex-templates/item.json' with { type: 'json' };
import keptJson from '../../flex-templates/kept.json' with { type: 'json' };
import listJson from '../../flex-templates/list.json' with { type: 'json' };
import mattersJson from '../../flex-templates/matters.json' with { type: 'json' };
import moreJson from '../../flex-templates/more.json' with { type: 'json' };
import peopleJson from '../../flex-templates/people.json' with { type: 'json' };
import previewJson from '../../flex-templates/preview.json' with { type: 'json' };
import progressJson from '../../flex-templates/progress.json' with { type: 'json' };
import publicListJson from '../../flex-templates/public-list.json' with { type: 'json' };
import reminderJson from '../../flex-templates/reminder.json' with { type: 'json' };
import scoreJson from '../../flex-templates/score.json' with { type: 'json' };
import whichJson from '../../flex-templates/which.json' with { type: 'json' };
import type { Button } from './buttons.ts';
import { compile } from './template.ts';

/** A button that is shown only to some, with its label. */
export type Offer = { readonly label: string; readonly button: Button };

/** A link that opens the rest; empty = there is none. */
export type Link = { readonly link: string; readonly linkLabel: string };

// ---------------------------------------------------------------- one item

export const reminderCard = compile<{
  when: string;
  what: string;
  late: boolean;
  label: string;
  title: string;
  date: string;
  divisions: string;
  status: string;
  done: Button;
  doing: Button;
  notStarted: Button;
  detail: Button;
}>('reminder', reminderJson);

/** Told because nobody answered. */
export const escalationCard = compile<{
  heading: string;
  when: string;
  what: string;
  label: string;
  title: string;
  date: string;
  division: string;
  status: string;
  /** What was answered last, by whom and when. */
  reported: string;
  note: string;
  /** A later date asked for. */
  wish: string;
  /** Who put his reminders off, and until when. */
  snoozed: string;
  mayReport: boolean;
  done: Button;
  doing: Button;
  detail: Button;
  missing: Offer | null;
}>('escalation', escalationJson);

export const itemCard = compile<{
  label: string;
  year: string;
  title: string;
  status: string;
  date: string;
  /** A later date asked for. */
  wish: string;
  divisions: string;
  reported: string;
  note: string;
  evidence: string;
  evidenceLink: string;
  /** How its results are to be reported, as the plan writes it. */
  report: string;
  mayReport: boolean;
  mayFinish: boolean;
  mayExtend: boolean;
  done: Button;
  doing: Button;
  notStarted: Button;
  give: Button;
  later: Button;
  responsible: Button;
}>('item', itemJson);

export const aboutCard = compile<
  {
    label: string;
    subtitle: string;
    stepsTitle: string;
    steps: readonly { text: string }[];
    stepsRest: string;
    /** Both steps and history stand here. */
    divide: boolean;
    historyTitle: string;
    history: readonly { what: string; who: string }[];
  } & Link
>('about', aboutJson);

export const peopleCard = compile<{
  title: string;
  subtitle: string;
  divisions: readonly { name: string; lines: readonly { text: string }[] }[];
  mark: string;
  detail: Button;
}>('people', peopleJson);

// ---------------------------------------------------------------- what was kept, what is asked back

export const keptCard = compile<{
  title: string;
  by: string;
  rows: readonly { label: string; title: string; status: string }[];
  more: string;
  notes: readonly { text: string }[];
  warning: string;
  left: string;
  mark: string;
  next: Offer | null;
  undo: Button;
  missing: Button;
}>('kept', keptJson);

export const askCard = compile<{
  question: string;
  detail: string;
  choices: readonly { label: string; button: Button }[];
}>('ask', askJson);

/** Items to choose from, each with its whole title. */
export const whichCard = compile<{
  question: string;
  detail: string;
  choices: readonly { code: string; title: string; label: string; button: Button }[];
  mark: string;
}>('which', whichJson);

/** What a document would change, or what an import did. */
export const previewCard = compile<{
  title: string;
  subtitle: string;
  rows: readonly { name: string; value: string }[];
  notes: readonly { text: string }[];
  warning: string;
  buttons: readonly { label: string; primary: boolean; button: Button }[];
}>('preview', previewJson);

/** Who sees to what: a list of things under headings, and what may be done about it. */
export const dutyCard = compile<{
  title: string;
  subtitle: string;
  sections: readonly { heading: string; lines: readonly { text: string }[] }[];
  warning: string;
  buttons: readonly { label: string; primary: boolean; button: Button }[];
}>('duty', dutyJson);

// ---------------------------------------------------------------- lists

export type ListRow = {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly late: boolean;
  readonly detail: Button;
  readonly offer: Offer | null;
};
export const listCard = compile<
  {
    title: string;
    subtitle: string;
    alarm: boolean;
    rows: readonly ListRow[];
    mark: string;
  } & Link
>('list', listJson);

export const moreCard = compile<{ count: number; hint: string; label: string; button: Button } & Link>(
  'more',
  moreJson,
);

export type PlainRow = { readonly code: string; readonly title: string; readonly note: string };
export const publicListCard = compile<{ title: string; subtitle: string; rows: readonly PlainRow[] } & Link>(
  'public-list',
  publicListJson,
);

// ---------------------------------------------------------------- figures

/** A bar of ten segments: as many elements as are filled, and as are left. */
export type Bar = { readonly full: readonly object[]; readonly rest: readonly object[] };
export const progressCard = compile<
  {
    title: string;
    subtitle: string;
    percent: number;
    done: number;
    total: number;
    bar: Bar;
    counts: string;
    late: string;
    divisions: readonly { name: string; done: number; total: number; bar: Bar; late: string }[];
    divisionsRest: string;
    mark: string;
    missing: Button;
  } & Link
>('progress', progressJson);

export const changesCard = compile<
  {
    title: string;
    subtitle: string;
    sections: readonly { heading: string; rows: readonly PlainRow[]; rest: string }[];
    mark: string;
    foot: string;
  } & Link
>('changes', changesJson);

/** Topics with a few rows each, and buttons that say a phrase: the coordinator's own, in 1:1 only. */
export const mattersCard = compile<{
  title: string;
  subtitle: string;
  sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly text: string; readonly note: string }[];
    readonly rest: string;
  }[];
  foot: string;
  buttons: readonly { readonly label: string; readonly say: string }[];
}>('matters', mattersJson);

/** `low` = under the target. */
export type ScoreRow = { readonly name: string; readonly score: string; readonly low: boolean };
export const scoreCard = compile<{
  title: string;
  office: string;
  total: string;
  level: string;
  instruments: readonly ScoreRow[];
  indicatorsTitle: string;
  indicators: readonly ScoreRow[];
  indicatorsRest: string;
  foot: string;
}>('score', scoreJson);

const SEGMENTS = 10;

/** A begun bar shows one segment at least, a full one only what is all done. */
export function bar(percent: number): Bar {
  const full = percent === 0 ? 0 : Math.max(1, Math.floor((percent * SEGMENTS) / 100));
  return { full: Array(full).fill({}), rest: Array(SEGMENTS - full).fill({}) };
}
