/** A person's own data, in 1:1 only: what is kept and why, all of it behind a link, and erasing it. */
import { historyOf } from '../domain/act.ts';
import type { Day } from '../domain/calendar.ts';
import { KEPT } from '../domain/retention.ts';
import { spanWords } from '../thai/span.ts';
import { askCard, changesCard } from './cards.ts';
import { flex, short } from './flex.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { writePress } from './postback.ts';
import { linkTo, nameOf, type Scene } from './scene.ts';
import { LABEL } from './words-buttons.ts';
import { PRIVACY, PRIVACY_SAY } from './words-privacy.ts';

/** A longer name is a mistake; the message must go out all the same. */
const LONGEST_NAME = 60;

/** What is kept of the member spoken to, and why. */
export function sayOwnKept(scene: Scene): Outgoing[] {
  const { member, agency } = scene;
  if (member === null) return sayNothingKept(scene);
  const acts = Object.values(agency.items).flatMap((item) =>
    historyOf(item).filter(({ act }) => act.by === member.id),
  );
  const lines = [
    PRIVACY.kept(nameSaid(scene)),
    PRIVACY.identity(spanWords(KEPT.leaverName.days)),
    PRIVACY.acts(acts.length),
    PRIVACY.texts(spanWords(KEPT.texts.days)),
    PRIVACY.never,
    PRIVACY.phrases,
    ...address(scene),
  ];
  const own = Object.values(PRIVACY_SAY).map((text) => [text, { text, data: null }] as const);
  return [withNext(scene, { type: 'text', text: lines.join('\n') }, [], own)];
}

/** To a citizen: nothing is. */
export function sayNothingKept(scene: Scene): Outgoing[] {
  const lines = [PRIVACY.citizen(spanWords(KEPT.leaverName.days)), ...address(scene)];
  return [{ type: 'text', text: lines.join('\n') }];
}

/** To someone who waits to be let in; `name` as he gave it. */
export function sayWaitingKept(scene: Scene, name: string): Outgoing[] {
  const words = PRIVACY.waiting(short(name, LONGEST_NAME), spanWords(KEPT.request.days));
  return [{ type: 'text', text: [words, ...address(scene)].join('\n') }];
}

/** He waits no longer. The daily copies of the days before still know of him: they rotate. */
export function sayWaitingErased(): Outgoing[] {
  return [{ type: 'text', text: PRIVACY.waitingErased(spanWords(KEPT.copy.days)) }];
}

/**
 * The link to everything kept of him. It stands in a button: LINE looks at an address that stands in a text, to show a
 * preview of it.
 */
export function sayOwnData(scene: Scene): Outgoing[] {
  const { member } = scene;
  const { link, linkLabel } = linkTo(scene, { kind: 'own-data', member: member?.id ?? '' }, LABEL.openAll);
  if (member === null || link === '') return [{ type: 'text', text: PRIVACY.noAddress }];
  const title = PRIVACY.all(nameSaid(scene));
  const sections = [{ heading: '', rows: [], rest: PRIVACY.allFor }];
  return [flex(title, [changesCard({ title, subtitle: '', sections, mark: '', foot: '', link, linkLabel })])];
}

/** What follows from it, and the button; `today` = the day on which it works. */
export function askErase(scene: Scene, today: Day): Outgoing[] {
  const question = PRIVACY.sure(nameSaid(scene));
  const press = writePress({ do: 'erase-me', member: scene.member?.id ?? '', on: today });
  const card = askCard({
    question,
    detail: PRIVACY.consequences.join('\n'),
    choices: [{ label: PRIVACY.surely, button: { data: press, text: PRIVACY.surely } }],
  });
  return [flex(question, [card])];
}

function nameSaid(scene: Scene): string {
  return short(nameOf(scene, scene.member?.id ?? ''), LONGEST_NAME);
}

function address(scene: Scene): string[] {
  const url = scene.link({ kind: 'privacy' });
  return url === null ? [] : [PRIVACY.more(url)];
}
