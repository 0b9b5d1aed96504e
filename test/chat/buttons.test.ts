import { describe, expect, it } from 'vitest';
import { intentOf } from '../../src/chat/asked.ts';
import { extensionSaid, forGroup, snoozeSaid } from '../../src/chat/buttons.ts';
import type { Intent } from '../../src/chat/intent.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { type Press, readPress } from '../../src/chat/postback.ts';
import { wantedButton } from '../../src/chat/wanted-button.ts';
import type { Agency, Item } from '../../src/domain/agency.ts';
import { type ItemNumber, openPlans } from '../../src/domain/item.ts';
import { everythingSaid, WANTED } from './everything-said.ts';
import { hear } from './hearing.ts';
import { EXAMPLE, placeIn, sceneIn, TODAY, TWO_YEARS } from './scenes.ts';

/** A button as it came out of a card or of quick replies. */
interface Drawn {
  readonly data?: string;
  readonly words: string;
}

/** Every button of the messages, in the order they stand. */
function buttonsOf(node: unknown): Drawn[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'postback' && 'data' in node && 'displayText' in node)
    return [{ data: String(node.data), words: String(node.displayText) }];
  if ('type' in node && node.type === 'message' && 'text' in node) return [{ words: String(node.text) }];
  return Object.values(node).flatMap(buttonsOf);
}

const heard = (words: string, chat: 'user' | 'group') => hear(words, { chat, today: TODAY });

const numbered = ({ kind, number }: ItemNumber) => ({ kind, number });
const several = (agency: Agency) => openPlans(agency).length > 1;

/** Every kind of button. */
const KINDS: readonly Press['do'][] = [
  'report',
  'evidence',
  'give',
  'extension',
  'later',
  'snooze',
  'acknowledge',
  'undo',
  'detail',
  'responsible',
  'missing',
  'progress',
  'divisions',
  'due',
  'score',
  'summary',
  'measures',
  'help',
];

/** What pressing the button means, as the intent its words must have. */
function meant(agency: Agency, press: Press, words: string): Intent {
  const about = (items: readonly Item[]) => ({
    items: items.map(numbered),
    year: several(agency) ? (items[0]?.year ?? null) : null,
  });
  const one = (id: string | undefined) => {
    const found = id === undefined ? undefined : agency.items[id];
    if (id !== undefined && found === undefined) throw new Error(`no item ${id}`);
    return about(found === undefined ? [] : [found]);
  };
  switch (press.do) {
    case 'report': {
      const { status, percent } = press;
      const rest = { reports: [], division: null, replaces: [], note: '' };
      return { intent: 'report_status', ...one(press.item), status, percent, ...rest };
    }
    case 'evidence':
      return { intent: 'attach_evidence', ...one(press.item), url: press.url, status: null };
    case 'give':
      return { intent: 'attach_evidence', ...one(press.item), url: null, status: null };
    case 'extension': {
      const dueDate = press.until;
      return { intent: 'request_extension', ...one(press.item), dueDate, division: null, note: '' };
    }
    case 'later':
      return { intent: 'request_extension', ...one(press.item), dueDate: null, division: null, note: '' };
    case 'snooze':
      return { intent: 'snooze_reminder', ...one(press.item), dueDate: press.until };
    case 'acknowledge':
      return { intent: 'acknowledge_reminder', ...one(press.item) };
    case 'undo':
      return { intent: 'undo_last', ...about(/\d/.test(words) ? actedOn(agency, press.act) : []) };
    case 'detail':
      return { intent: 'ask_item_detail', ...one(press.item) };
    case 'responsible':
      return { intent: 'ask_responsible', ...one(press.item) };
    case 'missing':
      return { intent: 'ask_missing_items', division: press.division ?? null };
    case 'progress':
      return { intent: 'ask_overall_progress' };
    case 'divisions':
      return { intent: 'ask_division_status', division: 'ALL' };
    case 'due': {
      const { month = null, until = null, overdue = false } = press;
      return { intent: 'ask_due', month, dueDate: until, overdue, division: null };
    }
    case 'score':
      return { intent: 'ask_score' };
    case 'summary':
      return { intent: 'ask_summary_month', month: press.month, division: null };
    case 'measures':
      return { intent: 'list_measures_public' };
    case 'help':
      return { intent: 'help' };
    default:
      throw new Error(`${press.do} is the coordinator's own work, in 1:1 and by exact words`);
  }
}

/** The items an act touched, in the order the words name them. */
function actedOn(agency: Agency, act: string): Item[] {
  const snoozed = agency.snoozes.find(({ id }) => id === act)?.items ?? [];
  return Object.values(agency.items).filter(
    (item) =>
      snoozed.includes(item.id) ||
      [...item.reports, ...item.evidence, ...item.extensions].some(({ id }) => id === act),
  );
}

/** Said in 1:1 only, of the coordinator's own work or one's own data: its words are exact phrases, not for `understand`. */
const OFFICE_OWN: ReadonlySet<string> = new Set([
  'sayCard',
  'sayMeter',
  'sayDryRun',
  'sayOwnKept',
  'sayNothingKept',
  'sayWaitingErased',
  'sayWaitingKept',
  'sayOwnData',
  'askErase',
  'sayPreview',
  'sayExtensionRequests',
  'sayExtensionDecided',
  'sayExtensionAnswers',
  'sayList',
  'sayScoreHistory',
  'sayUsedMeasures',
  'askIndicator',
  'sayFindings',
  'askDoubt',
  'askPlanYear',
  'sayImported',
  'sayImportUndone',
  'sayPlanOpened',
  'sayPlanPublished',
  'sayPolicy',
  'sayPolicySet',
  'saySame',
  'askPolicy',
  'sayHolidays',
  'sayHolidayChanged',
  'sayHolidaySame',
  'askHoliday',
  'sayCalendar',
  'sayCalendarSame',
  'sayOitDue',
  'sayMeetings',
  'askDate',
  'askOitYear',
  'sayYearOver',
  'sayWaiting',
  'askJoinDivision',
  'sayApproved',
  'sayJoinRefused',
  'askInvite',
  'askInviteDivision',
  'sayWork',
  'sayActing',
  'askLeave',
  'askPerson',
]);

/** Everything said in a chat. Cases that echo an act nobody did have ids ending in 0 and cannot be undone. */
function saidIn(agency: Agency, group: boolean): Outgoing[] {
  const scene = sceneIn(agency, { who: 'finance-staff', group });
  return everythingSaid(scene, (name) => !OFFICE_OWN.has(name))
    .flat()
    .filter((message) => !/do=undo&act=\w0"/.test(JSON.stringify(message)));
}

/** Where order is not told apart: `items` of an intent are a set. */
function sorted(intent: Intent): unknown {
  if (!('items' in intent) || intent.items === 'ALL') return intent;
  return { ...intent, items: [...intent.items].sort((a, b) => a.number - b.number) };
}

/** Each button's words once, with what it does. */
function presses(drawn: readonly Drawn[]): Map<string, { words: string; press: Press }[]> {
  const once = new Map(
    drawn.flatMap(({ data, words }) => (data === undefined ? [] : [[words, data] as const])),
  );
  const found = [...once].map(([words, data]) => {
    const press = readPress(data);
    if (press === null) throw new Error(`not ours: ${data}`);
    return { words, press };
  });
  return Map.groupBy(found, ({ press }) => press.do);
}

describe.each([
  ['one open year', EXAMPLE],
  ['two open years', TWO_YEARS],
])('with %s', (_, agency) => {
  const direct = saidIn(agency, false);
  const grouped = saidIn(agency, true);
  const shown = presses(buttonsOf(direct));

  /** What a group's members see and send, beside what the same button carries in 1:1. */
  const raw = buttonsOf(grouped.map((message) => ({ ...message, quickReply: null })));
  const spoken = buttonsOf(grouped.map(forGroup).map((message) => ({ ...message, quickReply: null })));
  const sent = presses(
    raw.map(({ data }, index) => ({
      ...(data === undefined ? {} : { data }),
      words: spoken[index]?.words ?? '',
    })),
  );

  it('every kind of button is drawn somewhere', () => {
    const inGroups = [
      ...sent.keys(),
      ...presses(buttonsOf(direct.map(({ quickReply }) => quickReply))).keys(),
    ];
    expect(KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
    expect(KINDS.filter((kind) => !inGroups.includes(kind))).toEqual([]);
    expect([...shown.values()].flat().length).toBeGreaterThan(200);
  });

  it.each(KINDS)('what a button of kind %s shows in 1:1 means what its data says', (kind) => {
    for (const { words, press } of shown.get(kind) ?? []) {
      expect(sorted(heard(words, 'user')), words).toEqual(sorted(meant(agency, press, words)));
    }
  });

  it.each(KINDS)('what a button of kind %s says in a group passes the gate and means the same', (kind) => {
    for (const { words, press } of sent.get(kind) ?? []) {
      expect(sorted(heard(words, 'group')), words).toEqual(sorted(meant(agency, press, words)));
    }
  });

  it('a group gets no postbacks: they prove nothing', () => {
    expect(spoken.length).toBe(raw.length);
    expect(spoken.filter(({ data }) => data !== undefined)).toEqual([]);
    expect(
      buttonsOf(grouped.map(({ quickReply }) => quickReply)).filter(({ data }) => data !== undefined),
    ).toEqual([]);
  });

  it('a quick reply in a group says what the quick reply at its place in 1:1 does', () => {
    let compared = 0;
    for (const [index, message] of grouped.entries()) {
      const said = buttonsOf(message.quickReply);
      const pressed = buttonsOf(direct[index]?.quickReply);
      expect(said.length).toBe(pressed.length);
      for (const [at, { words }] of said.entries()) {
        // Words alone in 1:1 are those of the group, without the call.
        const { data, words: own = '' } = pressed[at] ?? {};
        const press = data === undefined ? null : readPress(data);
        const expected = press === null ? heard(own, 'user') : meant(agency, press, words);
        expect(sorted(heard(words, 'group')), words).toEqual(sorted(expected));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('no button has words or data longer than LINE takes', () => {
    for (const { data = '', words } of [...buttonsOf(direct), ...buttonsOf(grouped)]) {
      expect(data.length).toBeLessThanOrEqual(300);
      expect(words.length).toBeLessThanOrEqual(300);
      expect(words).not.toBe('');
    }
  });

  it.each(WANTED)('what waited for its item is said whole with it: %o', (wanted) => {
    const [item] = Object.values(agency.items).filter(({ kind }) => kind === 'oit');
    if (item === undefined) throw new Error('no O-item');
    for (const group of [false, true]) {
      const button = wantedButton(placeIn(agency, group), item, wanted);
      if (button === null) expect(JSON.stringify(wanted).length).toBeGreaterThan(400);
      else {
        const expected = intentOf(wanted, [numbered(item)], several(agency) ? item.year : null);
        expect(heard(button.text, group ? 'group' : 'user'), button.text).toEqual(expected);
      }
    }
  });

  it('several items with a day are said whole', () => {
    const items = Object.values(agency.items)
      .filter(({ kind, year }) => kind === 'oit' && year === 2569)
      .slice(0, 3);
    const about = { items: items.map(numbered), year: several(agency) ? 2569 : null };
    for (const [chat, group] of [
      ['user', false],
      ['group', true],
    ] as const) {
      const place = placeIn(agency, group);
      const dueDate = '2026-05-15';
      expect(heard(extensionSaid(place, items, dueDate), chat)).toEqual({
        intent: 'request_extension',
        ...about,
        dueDate,
        division: null,
        note: '',
      });
      expect(heard(snoozeSaid(place, items, '2026-04-06'), chat)).toEqual({
        intent: 'snooze_reminder',
        ...about,
        dueDate: '2026-04-06',
      });
    }
  });
});
