/** What waits for a coordinator, by topic: how many, the first few, and buttons that lead on. In 1:1 only. */
import type { Failure, Item } from '../domain/agency.ts';
import { dayOf, daysBetween } from '../domain/calendar.ts';
import type { Matter } from '../domain/matters.ts';
import { mattersCard } from './cards.ts';
import { flex, pages, short } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import { divisionNamed, markOf, type Scene } from './scene.ts';
import { itemName, itemShort } from './words.ts';
import { awayWords, CARD, CARD_LABEL, CARD_SAY, FAILED_TO, FAILED_WHY } from './words-card.ts';

const ROWS = 3;
const ITEMS_NAMED = 4;
/** So many topics fit a phone's screen. */
const TOPICS_PER_CARD = 4;
/** Of one card; what others wait for stands first. */
const MOST_BUTTONS = 4;

type Row = { readonly text: string; readonly note: string };
/** Where a topic is looked into. */
type Lead = keyof typeof CARD_LABEL;
type Section = {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly rest: string;
  readonly leads: readonly Lead[];
};
type Unclear = Extract<Matter, { readonly items: readonly Item[] }>;
type Of<K extends Matter['kind']> = Extract<Matter, { kind: K }>;

/** The people a card names: their names must stand in its scene. */
export function peopleInMatters(matters: readonly Matter[]): string[] {
  return matters.flatMap((matter) => {
    switch (matter.kind) {
      case 'unled':
        return matter.away.map(({ id }) => id);
      case 'request':
        return [matter.request];
      case 'left-group':
        return [matter.member.id];
      case 'away':
        return [matter.member.id, ...(matter.deputy === null ? [] : [matter.deputy])];
      case 'failed':
        return matter.failure.to !== null && 'member' in matter.failure.to ? [matter.failure.to.member] : [];
      default:
        return [];
    }
  });
}

/**
 * `meter` = the line of the month's messages. Without matters it says so. Who reads it in a coordinator's place gets no
 * buttons of what only coordinators may look into.
 */
export function sayCard(scene: Scene, matters: readonly Matter[], meter: string): Outgoing[] {
  const sections = topics(scene, matters);
  const standsIn = matters.some(({ kind }) => kind === 'unled');
  const mark = markOf(scene.agency, matters.flatMap(itemsIn));
  if (sections.length === 0) return [{ type: 'text', text: `${CARD.nothing}\n${meter}` }];
  const bubbles = pages(sections, TOPICS_PER_CARD).map((page, index, all) => {
    const last = index === all.length - 1;
    return mattersCard({
      title: index === 0 ? CARD.title : CARD.continued,
      subtitle: meter,
      sections: page,
      foot: last ? mark : '',
      buttons: standsIn ? [] : buttonsOf(page, last),
    });
  });
  return [flex(`${CARD.alt(matters.length)}: ${sections.map(({ heading }) => heading).join(', ')}`, bubbles)];
}

/** Items a matter names; of a year's window, all its O-items. */
function itemsIn(matter: Matter): readonly Pick<Item, 'kind' | 'year'>[] {
  switch (matter.kind) {
    case 'extension':
      return [matter.item];
    case 'silent':
      return matter.silence.items;
    case 'undated':
    case 'ownerless':
      return matter.items;
    case 'oit-due':
      return [{ kind: 'oit', year: matter.year }];
    default:
      return [];
  }
}

/** What leads on from the topics of one card; the last has the way to the meter in any case. */
function buttonsOf(page: readonly Section[], last: boolean) {
  const leads = page.flatMap((section) => section.leads);
  const those = [...new Set<Lead>(leads)].slice(0, last ? MOST_BUTTONS - 1 : MOST_BUTTONS);
  return [...new Set<Lead>([...those, ...(last ? ['quota' as const] : [])])].map((lead) => ({
    label: CARD_LABEL[lead],
    say: CARD_SAY[lead],
  }));
}

function topics(scene: Scene, matters: readonly Matter[]): Section[] {
  const of = <K extends Matter['kind']>(kind: K) =>
    matters.filter((matter): matter is Of<K> => matter.kind === kind);
  const unclear = matters.filter((one): one is Unclear => one.kind === 'undated' || one.kind === 'ownerless');
  const topic = <M>(
    list: readonly M[],
    heading: (count: number) => string,
    row: (one: M) => Row,
    ...leads: readonly Lead[]
  ) => (list.length === 0 ? [] : [section(heading(list.length), list.map(row), leads)]);
  return [
    ...of('unled').map(({ away }) =>
      section(
        away.length > 0 ? CARD.unreached : CARD.unled,
        [
          ...away
            .slice(0, ROWS - 1)
            .map((member) => ({ text: nameIn(scene, member.id), note: awayWords(member) })),
          { text: '', note: away.length > 0 ? CARD.reachOrAppoint : CARD.appoint },
        ],
        [],
      ),
    ),
    ...topic(of('request'), CARD.request, (one) => requestRow(scene, one), 'requests'),
    ...topic(
      of('extension'),
      CARD.extension,
      ({ item, extension }) => ({
        text: CARD.extensionRow(itemName(item), extension.until),
        note: short(item.title, 60),
      }),
      'extensions',
    ),
    ...topic(of('away'), CARD.away, (one) => awayRow(scene, one), 'receivers'),
    ...topic(of('left-group'), CARD.leftGroup, (one) => leftRow(scene, one)),
    ...topic(of('silent'), CARD.silent, (one) => silentRow(scene, one), 'missing'),
    ...topic(of('failed'), CARD.failed, ({ failure }) => failedRow(scene, failure)),
    ...of('quota').map(({ month }) =>
      section(CARD.quota(month), [{ text: '', note: CARD.quotaRow }], ['quota']),
    ),
    ...topic(
      of('nobody'),
      CARD.nobody,
      ({ division }) => ({ text: divisionNamed(scene.agency, division), note: '' }),
      'receivers',
    ),
    ...topic(
      of('draft'),
      () => CARD.draft,
      ({ draft }) => ({
        text: CARD.draftRow[draft.what](draft.year),
        note: CARD.draftOpen(draft.open),
      }),
      'draft',
    ),
    ...unclear.map(({ kind, items, year }) =>
      section(CARD[kind](items.length), [itemsRow(items, year)], ['missing']),
    ),
    ...topic(
      [...of('oit-due'), ...of('holidays')],
      () => CARD.unconfirmed,
      (one) => ({
        text: one.kind === 'oit-due' ? CARD.oitDue(one.year, one.date) : CARD.holidays(one.year, one.listed),
        note: '',
      }),
      ...(of('oit-due').length > 0 ? ['calendar' as const] : []),
      ...(of('holidays').length > 0 ? ['holidays' as const] : []),
    ),
  ];
}

function section(heading: string, rows: readonly Row[], leads: readonly Lead[]): Section {
  return { heading, rows: rows.slice(0, ROWS), rest: CARD.rest(rows.length - ROWS), leads };
}

function nameIn({ names }: Scene, id: string): string {
  return short(names.get(id) || CARD.unnamed, 60);
}

function requestRow(scene: Scene, { request, at }: Of<'request'>): Row {
  return { text: nameIn(scene, request), note: CARD.requestRow(at) };
}

function awayRow(scene: Scene, { member, deputy }: Of<'away'>): Row {
  const instead = deputy === null ? CARD.noDeputy : CARD.instead(nameIn(scene, deputy));
  return { text: nameIn(scene, member.id), note: `${awayWords(member)} · ${instead}` };
}

function leftRow(scene: Scene, { member, group, at }: Of<'left-group'>): Row {
  const division =
    group.division === undefined ? null : short(divisionNamed(scene.agency, group.division), 40);
  return { text: nameIn(scene, member.id), note: CARD.leftGroupRow(division, at) };
}

function silentRow({ agency, now }: Scene, { silence }: Of<'silent'>): Row {
  const { division, items, since, top } = silence;
  const named = items.slice(0, ITEMS_NAMED).map(itemShort);
  const days = daysBetween(since, dayOf(now));
  return {
    text: `${short(divisionNamed(agency, division), 60)} ${CARD.late(days)}`,
    note: `${CARD.items(named, items.length - named.length)}${top ? CARD.top : ''}`,
  };
}

function failedRow(scene: Scene, { to, reason }: Failure): Row {
  const whom = to === null ? FAILED_TO.unknown : 'group' in to ? FAILED_TO.group : nameIn(scene, to.member);
  return { text: whom, note: FAILED_WHY[reason] };
}

function itemsRow(items: readonly Item[], year: number): Row {
  const named = items.slice(0, ITEMS_NAMED * 2).map(itemShort);
  return { text: CARD.items(named, items.length - named.length), note: CARD.ofYear(year) };
}
