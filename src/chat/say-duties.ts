/** Who sees to what, in 1:1: what would move before it does, and what was kept. */
import type { Acting, Item } from '../domain/agency.ts';
import type { DomainEvent, RoleIn } from '../domain/event.ts';
import { itemsOf, openPlans, statusOf } from '../domain/item.ts';
import { divisionsHeaded, holds } from '../domain/permission.ts';
import type { Button } from './buttons.ts';
import { quickReplies } from './buttons.ts';
import { dutyCard } from './cards.ts';
import { personName, postWords } from './duty-words.ts';
import { flex, short } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import { firstNameOf, type NamedPerson, nameAmong } from './person-names.ts';
import { type DutyPress, writePress } from './postback.ts';
import { divisionNamed, labelOf, placeOf, type Scene } from './scene.ts';
import { andMore } from './words.ts';
import {
  ACTS,
  AS_BEFORE,
  ASSIGNED,
  DEPUTY,
  HAND_OVER,
  LEAVE,
  RECEIVERS,
  spanWords,
  TYPED,
  WHO,
} from './words-duties.ts';
import { bullets } from './words-people.ts';

const LINES_SHOWN = 8;
const COLLEAGUES_OFFERED = 4;
/** LINE's limit on a button's label (`docs/line-platform.md` §2.5). */
const LABEL_LENGTH = 20;

const MOVES: ReadonlySet<DomainEvent['type']> = new Set(['item-assigned', 'receivers-set', 'deputy-set']);

type Section = { readonly heading: string; readonly lines: readonly { readonly text: string }[] };

/** What would move, and the button that moves it. `events` = what `hand-over` decides. */
export function sayWork(scene: Scene, from: string, to: string, events: readonly DomainEvent[]): Outgoing[] {
  const names = [personName(scene, from), personName(scene, to)] as const;
  const confirm = press({ do: 'hand-over', from, to }, HAND_OVER.confirm);
  const card = dutyCard({
    title: HAND_OVER.title,
    subtitle: HAND_OVER.between(...names),
    sections: movedSections(scene, events),
    warning: HAND_OVER.notYet,
    buttons: [{ label: HAND_OVER.confirm, primary: true, button: confirm }],
  });
  return [flex(HAND_OVER.alt(...names, countOf(events)), [card])];
}

/** The receipt: what moved, how much, and how it goes back. */
export function sayHandedOver(
  scene: Scene,
  from: string,
  to: string,
  events: readonly DomainEvent[],
): Outgoing[] {
  const names = [personName(scene, from), personName(scene, to)] as const;
  const back = scene.agency.members[from] === undefined ? [] : [backSection(...names)];
  const card = dutyCard({
    title: HAND_OVER.done,
    subtitle: HAND_OVER.between(...names),
    sections: [...movedSections(scene, events), ...back],
    warning: '',
    buttons: [],
  });
  return [flex(HAND_OVER.alt(...names, countOf(events)), [card])];
}

/** Each item with whom it was given to. */
export function sayAssigned(scene: Scene, items: readonly Item[]): Outgoing[] {
  const shown = items.slice(0, LINES_SHOWN).flatMap((item) => assignedLines(scene, item));
  const more = items.length > LINES_SHOWN ? [andMore(items.length - LINES_SHOWN)] : [];
  const given = items.some(({ person, deputy }) => (person ?? deputy) !== null);
  return text([...shown, ...more, given ? ASSIGNED.to : ASSIGNED.toDivision].join('\n'));
}

/** Who receives the reminders of these divisions, and to who may choose, how. `kept`: it was just chosen. */
export function sayReceivers(scene: Scene, codes: readonly string[], kept: boolean): Outgoing[] {
  const sections = codes.slice(0, 2 * LINES_SHOWN).map((code): Section => {
    const chosen = (scene.agency.receivers[code] ?? []).map((id) => personName(scene, id));
    const names = chosen.length === 0 ? [RECEIVERS.usual] : chosen;
    return {
      heading: short(divisionNamed(scene.agency, code), 100),
      lines: names.slice(0, LINES_SHOWN).map(line),
    };
  });
  const own = codes.find((code) => mayChoose(scene, code));
  const division = short(divisionNamed(scene.agency, own ?? ''), 100);
  const howTo = {
    heading: RECEIVERS.howTo,
    lines: [RECEIVERS.example(division), RECEIVERS.everyone(division)].map(line),
  };
  const card = dutyCard({
    title: kept ? RECEIVERS.kept : RECEIVERS.title,
    subtitle: '',
    sections: own === undefined ? sections : [...sections, howTo],
    warning: '',
    buttons: [],
  });
  return [flex(RECEIVERS.title, [card])];
}

function mayChoose({ member }: Scene, division: string): boolean {
  return member !== null && (holds(member, 'coordinator') || divisionsHeaded(member).includes(division));
}

/** Who is somebody's deputy. `kept`: it was just set. */
export function sayDeputy(scene: Scene, of: string, kept: boolean): Outgoing[] {
  const deputy = scene.agency.members[of]?.deputy ?? null;
  const name = personName(scene, of);
  if (deputy === null) return text(kept ? DEPUTY.none(name) : `${DEPUTY.isNobody(name)}\n${DEPUTY.howTo}`);
  const second = personName(scene, deputy);
  return text(kept ? DEPUTY.set(name, second) : DEPUTY.is(name, second));
}

/** He acts from now on, or will; it can be ended before its time. */
export function sayActing(scene: Scene, member: string, { id, role, from, until }: Acting): Outgoing[] {
  const [name, post] = [personName(scene, member), postWords(scene.agency, role)];
  const end = press({ do: 'end-acting', acting: id }, TYPED.endActing(name));
  const card = dutyCard({
    title: ACTS.set,
    subtitle: '',
    sections: [
      { heading: ACTS.line(name, post), lines: [line(spanWords(from, until))] },
      { heading: '', lines: [line(ACTS.rights)] },
    ],
    warning: '',
    buttons: [{ label: ACTS.end, primary: false, button: end }],
  });
  return [flex(`${name} ${ACTS.line('', post).trim()} ${spanWords(from, until)}`, [card])];
}

/** Nothing was to be kept: he holds the role, or it was said before. */
export function sayActingBefore(scene: Scene, member: string, role: RoleIn, acts: boolean): Outgoing[] {
  const [name, post] = [personName(scene, member), postWords(scene.agency, role)];
  return text(acts ? ACTS.already(name, post) : ACTS.held(name, post));
}

export function sayActingEnded(scene: Scene, member: string, roles: readonly RoleIn[]): Outgoing[] {
  const name = personName(scene, member);
  if (roles.length === 0) return text(ACTS.none(name));
  return text(
    roles
      .slice(0, LINES_SHOWN)
      .map((role) => ACTS.ended(name, postWords(scene.agency, role)))
      .join('\n'),
  );
}

/** From when to when? */
export function askActingSpan(scene: Scene, member: string, role: RoleIn): Outgoing[] {
  const [name, post] = [personName(scene, member), postWords(scene.agency, role)];
  return text(`${ACTS.when(name, post)}\n${ACTS.example(name, post)}`);
}

/**
 * Who takes over the work of one who leaves; each button says so and lets him go. `events` = what would move to each of the
 * colleagues, in their order; none = there is nothing to hand over.
 */
export function askLeave(
  scene: Scene,
  member: string,
  events: readonly DomainEvent[],
  colleagues: readonly string[],
): Outgoing[] {
  const name = personName(scene, member);
  const offered = colleagues.slice(0, COLLEAGUES_OFFERED);
  const alone = press({ do: 'leave', member }, LEAVE.withoutSaid(name));
  const nothing: Section = { heading: LEAVE.work, lines: [line(LEAVE.nothing)] };
  const other: Section = { heading: '', lines: [line(LEAVE.other(name))] };
  const card = dutyCard({
    title: LEAVE.title(name),
    subtitle: LEAVE.subtitle,
    sections: events.length === 0 ? [nothing] : [...movedSections(scene, events), other],
    warning: events.length === 0 ? '' : LEAVE.ask,
    buttons: [
      ...offered.map((to) => {
        const colleague = personName(scene, to);
        const button = press({ do: 'leave', member, to }, TYPED.leave(name, colleague));
        const twins = offered.filter((id) => firstNameOf(personName(scene, id)) === firstNameOf(colleague));
        const called = twins.length === 1 ? firstNameOf(colleague) : colleague;
        return { label: short(LEAVE.to(called), LABEL_LENGTH), primary: false, button };
      }),
      {
        label: events.length === 0 ? LEAVE.confirm : LEAVE.without,
        primary: events.length === 0,
        button: alone,
      },
    ],
  });
  return [flex(LEAVE.alt(name), [card])];
}

/** He is gone. `own`: it was himself who said so. */
export function sayLeft(scene: Scene, member: string, own: boolean): Outgoing[] {
  const words = own ? LEAVE.goodbye : LEAVE.done(personName(scene, member));
  return text(`${words}\n${LEAVE.again}`);
}

/** Several share the name: which of them? `sentence` = what was said, with a name put in. */
export function askPerson(
  scene: Scene,
  said: string,
  people: readonly NamedPerson[],
  sentence: (name: string) => string,
): Outgoing[] {
  const names = people.map((person) => short(nameAmong(person, people), 100));
  const words = `${bullets(WHO.several(short(said, 60), people.length), names.slice(0, LINES_SHOWN))}\n${WHO.fullName}`;
  const choices = names.slice(0, LINES_SHOWN).map((name, index) => {
    const label = labelAmong(people, index);
    return [label, { data: null, text: short(sentence(name), 300) }] as const;
  });
  return [{ type: 'text', text: words, quickReply: quickReplies(placeOf(scene), choices) }];
}

/** Nobody has the name; those that read much alike are named. */
export function sayNobodyCalled(_scene: Scene, said: string, close: readonly NamedPerson[]): Outgoing[] {
  const names = close.map(({ name }) => short(name, 100));
  const like = names.length === 0 ? [] : [bullets(WHO.close, names)];
  return text([WHO.none(short(said, 60)), ...like, WHO.list].join('\n'));
}

export function sayAsBefore(_scene: Scene): Outgoing[] {
  return text(AS_BEFORE);
}

/** What of a name tells people apart where a button has little room: the name, or first name and division. */
function labelAmong(people: readonly NamedPerson[], index: number): string {
  const labels = people.map(({ name }) => short(name, LABEL_LENGTH));
  const label = labels[index] ?? '';
  const person = people[index];
  if (person === undefined || labels.filter((one) => one === label).length === 1) return label;
  return short(`${firstNameOf(person.name)} ${person.divisions[0] ?? ''}`.trim(), LABEL_LENGTH);
}

function movedSections(scene: Scene, events: readonly DomainEvent[]): Section[] {
  const { agency } = scene;
  const items = events.flatMap((event) => {
    const item = event.type === 'item-assigned' ? agency.items[event.item] : undefined;
    return item === undefined ? [] : [`${labelOf(scene, item)} ${short(item.title, 80)}`];
  });
  const divisions = events.flatMap((event) => {
    if (event.type !== 'receivers-set') return [];
    const name = short(divisionNamed(agency, event.division), 100);
    return [
      event.members.length === 0
        ? HAND_OVER.divisionLeft(name)
        : HAND_OVER.division(name, openIn(scene, event.division)),
    ];
  });
  const people = events.flatMap((event) =>
    event.type === 'deputy-set' ? [personName(scene, event.member)] : [],
  );
  return [
    ...section(HAND_OVER.items(items.length), items, andMore),
    ...section(HAND_OVER.divisions, divisions, andMore),
    ...section(HAND_OVER.deputyOf, people, andMore),
  ];
}

function section(heading: string, all: readonly string[], more: (count: number) => string): Section[] {
  if (all.length === 0) return [];
  const rest = more(all.length - LINES_SHOWN);
  return [{ heading, lines: [...all.slice(0, LINES_SHOWN), rest].map(line) }];
}

function openIn({ agency }: Scene, division: string): number {
  return openPlans(agency)
    .flatMap(({ year }) => itemsOf(agency, year))
    .filter((item) => item.divisions.includes(division) && statusOf(item) !== 'done').length;
}

/** Entries that move something. */
function countOf(events: readonly DomainEvent[]): number {
  return events.filter(({ type }) => MOVES.has(type)).length;
}

function backSection(from: string, to: string): Section {
  return { heading: HAND_OVER.back, lines: [line(HAND_OVER.backPhrase(from, to))] };
}

function assignedLines(scene: Scene, item: Item): string[] {
  const { person, deputy } = item;
  const second = deputy === null ? [] : [ASSIGNED.deputy(personName(scene, deputy))];
  const first =
    person === null
      ? ASSIGNED.nobody(labelOf(scene, item))
      : ASSIGNED.given(labelOf(scene, item), personName(scene, person));
  return [first, ...second];
}

function line(words: string): { readonly text: string } {
  return { text: words };
}

function press(wanted: DutyPress, words: string): Button {
  return { data: writePress(wanted), text: short(words, 300) };
}

function text(words: string): Outgoing[] {
  return [{ type: 'text', text: words }];
}
