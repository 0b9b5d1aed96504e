/** The answer to a file that was read: a preview, a question, or why not. Said once, whoever reads it how often. */
import { askDoubt, askPlanYear } from '../chat/ask-doubt.ts';
import { short } from '../chat/flex.ts';
import type { Outgoing } from '../chat/outgoing.ts';
import { sayFindings, sayPreview } from '../chat/say-import.ts';
import { sayList } from '../chat/say-list.ts';
import type { Scene } from '../chat/scene.ts';
import {
  closedYear,
  MAYBE_EVIDENCE,
  nothingNew,
  OTHER_WAYS,
  previewWaits,
  UNREADABLE,
  UNREADABLE_PDF,
  type Unreadable,
  unreadable,
} from '../chat/words-import.ts';
import { LIST } from '../chat/words-list.ts';
import { dayOf, fiscalYearOf } from '../domain/calendar.ts';
import type { PlanDraft } from '../domain/draft.ts';
import { known } from '../domain/known.ts';
import { readList } from '../domain/list-draft.ts';
import { holds } from '../domain/permission.ts';
import { revise } from '../domain/revise.ts';
import { changesNothing } from '../domain/revision.ts';
import type { World } from './flow.ts';
import {
  dropOpenDraft,
  type OpenImport,
  type OpenList,
  previewOf,
  putDraft,
  withoutPeople,
} from './open-draft.ts';
import type { PlanRead } from './plan-reading.ts';
import type { BesideChange, OutboxMessage } from './ports.ts';
import { sceneOf } from './scene.ts';
import type { Held, Ledger } from './transact.ts';
import { dropDocument, putDocument, type WaitingDocument } from './waiting-document.ts';

/** What became of a file on the way from LINE to a draft. */
export type DocumentOutcome =
  | Exclude<PlanRead, { kind: 'refused' }>
  | { readonly kind: 'refused'; readonly why: Unreadable; readonly detail: string };

/** What is said and kept. `waits` = said in one line, should the answer be lost. */
interface Answer {
  readonly messages: readonly Outgoing[];
  readonly beside?: readonly BesideChange[];
  readonly waits?: string;
}

/** A token that lives no longer than this may be gone before LINE gets it. */
const LEAST_LIFE_MS = 5_000;
const NAME = 60;

/** True when it was answered here and now. */
export async function answerDocument(
  world: World,
  ledger: Ledger,
  agency: string,
  document: WaitingDocument,
  outcome: DocumentOutcome,
): Promise<boolean> {
  const kept = await ledger.transact(agency, async (held) => {
    const there = await world.store.beside(agency, 'document', document.id);
    if (there === null) return { result: false };
    const { member: id } = document;
    const member = known(held.agency.members, id);
    const person = await world.store.beside(agency, 'person', id);
    // Meanwhile he may have lost the role, or have been erased.
    if (member === undefined || !holds(member, 'coordinator') || person?.key == null)
      return { result: false, batch: { beside: [dropDocument(document.id)] } };
    const scene = await sceneOf(world, held, { member: id, group: null });
    const { messages, beside = [], waits } = await answerOf(world, held, scene, document, outcome);
    const outbox = [messageTo(world, person.key, document, messages, waits)];
    const batch = {
      beside: [dropDocument(document.id), ...beside],
      outbox,
      seen: `read ${document.id} ${document.year ?? ''}`.trim(),
    };
    return { result: true, batch };
  });
  const answered = kept.kind === 'kept' && kept.result;
  if (answered) world.queue.wake(agency, world.clock.now());
  return answered;
}

async function answerOf(
  world: World,
  held: Held,
  scene: Scene,
  document: WaitingDocument,
  outcome: DocumentOutcome,
): Promise<Answer> {
  const name = short(document.name, NAME);
  switch (outcome.kind) {
    case 'refused':
      return { messages: [{ type: 'text', text: refusedWords(name, outcome) }] };
    case 'no-year': {
      const running = fiscalYearOf(dayOf(scene.now));
      return {
        messages: askPlanYear(scene, document.id, name, running),
        beside: [putDocument({ ...document, tries: 0, nextTry: null, reply: null })],
      };
    }
    case 'read':
      return document.as === 'list'
        ? answerList(world, held, scene, document, outcome.draft)
        : answerPlan(world, held, scene, document, outcome);
  }
}

async function answerPlan(
  world: World,
  held: Held,
  scene: Scene,
  document: WaitingDocument,
  { draft: read, from }: { readonly draft: PlanDraft; readonly from: 'document' | 'pdf' },
): Promise<Answer> {
  const { agency } = held;
  const name = short(document.name, NAME);
  const draft = withoutPeople(read);
  const year = draft.plan.fiscalYear;
  if (agency.plans[year]?.state === 'closed') return { messages: [{ type: 'text', text: closedYear(year) }] };
  const revision = revise(agency, draft, world.ids.id);
  if (changesNothing(revision)) {
    const differs = revision.findings.some(({ kind }) => kind === 'status-differs');
    const found = differs ? sayFindings(scene, { draft: '', name, kind: from, revision }) : [];
    return { messages: [{ type: 'text', text: nothingNew(name, year) }, ...found] };
  }
  const open: OpenImport = {
    id: world.ids.id(),
    member: document.member,
    made: scene.now,
    name,
    what: 'plan',
    source: { kind: from, draft },
    revision,
    answers: {},
  };
  const put = putDraft(open);
  if (put === null)
    return { messages: [{ type: 'text', text: refusedWords(name, { why: 'too-long', detail: '' }) }] };
  const dropped = await dropOpenDraft(world, agency.id, document.member);
  const preview = { ...previewOf(open), replaced: dropped.length > 0 };
  return {
    messages: [...sayPreview(scene, preview), ...askDoubt(scene, preview)],
    beside: [...dropped, put],
    waits: previewWaits(year),
  };
}

async function answerList(
  world: World,
  held: Held,
  scene: Scene,
  document: WaitingDocument,
  draft: PlanDraft,
): Promise<Answer> {
  const list = readList(draft);
  if (list.items.length === 0) return { messages: [{ type: 'text', text: LIST.none(list.year) }] };
  const name = short(document.name, NAME);
  const id = world.ids.id();
  const open: OpenList = {
    id,
    member: document.member,
    made: scene.now,
    name,
    what: 'list',
    list,
    source: null,
  };
  const put = putDraft(open);
  if (put === null)
    return { messages: [{ type: 'text', text: refusedWords(name, { why: 'too-long', detail: '' }) }] };
  return {
    messages: sayList(scene, open),
    beside: [...(await dropOpenDraft(world, held.agency.id, document.member)), put],
    waits: LIST.waits(list.year),
  };
}

function refusedWords(
  name: string,
  { why, detail }: { readonly why: Unreadable; readonly detail: string },
): string {
  const because = (why === 'pdf' ? UNREADABLE_PDF[detail] : undefined) ?? UNREADABLE[why];
  const evidence = ['no-plan', 'pdf', 'picture', 'wrong-type'].includes(why) ? [MAYBE_EVIDENCE] : [];
  return [unreadable(name, because), OTHER_WAYS, ...evidence].join('\n');
}

/** Free while the token of his message lives, else a push. */
function messageTo(
  world: World,
  chat: string,
  { member, reply }: WaitingDocument,
  messages: readonly Outgoing[],
  waits: string | undefined,
): OutboxMessage {
  const base = { id: world.ids.id(), chat, to: { member }, messages };
  if (reply === null || reply.expires - LEAST_LIFE_MS <= world.clock.now())
    return { ...base, how: { kind: 'push', key: world.ids.uuid() }, confirmation: null };
  return { ...base, how: { kind: 'reply', ...reply }, confirmation: waits ?? null };
}
