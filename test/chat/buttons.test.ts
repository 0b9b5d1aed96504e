import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detailButton,
  forGroup,
  missingButton,
  progressButton,
  quickReplies,
  reportButton,
  summaryButton,
  undoButton,
} from '../../src/chat/buttons.ts';
import type { Intent } from '../../src/chat/intent.ts';
import type { Outgoing } from '../../src/chat/outgoing.ts';
import { type Press, readPress, writePress } from '../../src/chat/postback.ts';
import { understand } from '../../src/chat/understand.ts';
import type { Agency, Item } from '../../src/domain/agency.ts';
import { type ItemNumber, openPlans } from '../../src/domain/item.ts';
import { DIVISIONS } from '../support/an-agency.ts';
import { everythingSaid } from './everything-said.ts';
import { crowded, EXAMPLE, itemNumbered, placeIn, sceneIn, TODAY, TWO_YEARS } from './scenes.ts';

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

function heard(text: string, chat: 'user' | 'group'): Intent {
  return understand({
    text,
    chat,
    mentioned: false,
    today: TODAY,
    divisions: DIVISIONS,
    ownDivision: 'finance',
  });
}

const numbered = ({ kind, number }: ItemNumber) => ({ kind, number });
const several = (agency: Agency) => openPlans(agency).length > 1;

/** What pressing the button means, as the intent its words must have. */
function meant(agency: Agency, data: string, words: string): Intent {
  const press = readPress(data);
  if (press === null) throw new Error(`not ours: ${data}`);
  const item = (id: string): Item => {
    const found = agency.items[id];
    if (found === undefined) throw new Error(`no item ${id}`);
    return found;
  };
  const about = (items: readonly Item[]) => ({
    items: items.map(numbered),
    year: several(agency) ? (items[0]?.year ?? null) : null,
  });
  switch (press.do) {
    case 'report':
      return { intent: 'report_status', ...about([item(press.item)]), status: press.status, note: '' };
    case 'detail':
      return { intent: 'ask_item_detail', ...about([item(press.item)]) };
    case 'undo': {
      const told = Object.values(agency.items).filter((one) =>
        one.reports.some((report) => report.id === press.report),
      );
      return { intent: 'undo_last', ...about(/\d/.test(words) ? told : []) };
    }
    case 'missing':
      return { intent: 'ask_missing_items', division: press.division ?? null };
    case 'progress':
      return { intent: 'ask_overall_progress' };
    case 'summary':
      return { intent: 'ask_summary_month', month: press.month, division: null };
  }
}

/** Everything said in a chat, without the case that names reports nobody kept. */
function saidIn(agency: Agency, group: boolean): Outgoing[] {
  const scene = sceneIn(agency, { who: 'finance-staff', group });
  return everythingSaid(scene)
    .flat()
    .filter((message) => !JSON.stringify(message).includes('not-kept-yet'));
}

describe.each([
  ['one open year', EXAMPLE],
  ['two open years', TWO_YEARS],
])('with %s', (_, agency) => {
  it('what a button shows in 1:1 means what its data says', () => {
    const drawn = buttonsOf(saidIn(agency, false));
    expect(drawn.length).toBeGreaterThan(500);
    for (const { data, words } of drawn) {
      if (data === undefined) throw new Error(`in 1:1 a button proves who pressed it: ${words}`);
      expect(heard(words, 'user'), words).toEqual(meant(agency, data, words));
    }
  });

  it('what a button says in a group passes the gate, and means what the same button does in 1:1', () => {
    const grouped = saidIn(agency, true);
    const presses = buttonsOf(saidIn(agency, true).map((message) => ({ ...message, quickReply: null })));
    const spoken = buttonsOf(grouped.map(forGroup).map((message) => ({ ...message, quickReply: null })));
    expect(spoken.length).toBe(presses.length);
    expect(spoken.length).toBeGreaterThan(500);
    for (const [index, { words, data }] of spoken.entries()) {
      expect(data, 'a group postback proves nothing').toBeUndefined();
      expect(heard(words, 'group'), words).toEqual(meant(agency, presses[index]?.data ?? '', words));
    }
  });

  it('a quick reply in a group says what the quick reply at its place in 1:1 does', () => {
    const direct = saidIn(agency, false);
    let compared = 0;
    for (const [index, message] of saidIn(agency, true).entries()) {
      const spoken = buttonsOf(message.quickReply);
      const presses = buttonsOf(direct[index]?.quickReply);
      expect(spoken.length).toBe(presses.length);
      for (const [at, { words }] of spoken.entries()) {
        expect(heard(words, 'group'), words).toEqual(meant(agency, presses[at]?.data ?? '', words));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('no button has words or data longer than LINE takes', () => {
    for (const { data = '', words } of [
      ...buttonsOf(saidIn(agency, false)),
      ...buttonsOf(saidIn(agency, true)),
    ]) {
      expect(data.length).toBeLessThanOrEqual(300);
      expect(words.length).toBeLessThanOrEqual(300);
      expect(words).not.toBe('');
    }
  });
});

describe('single buttons', () => {
  const direct = placeIn(EXAMPLE, false);
  const group = placeIn(EXAMPLE, true);
  const o12 = itemNumbered(EXAMPLE, 'oit', 12);

  it.each(
    DIVISIONS.map((division) => [division.name, division] as const),
  )('what is missing of %s is asked by its name', (_, division) => {
    for (const [place, chat] of [
      [direct, 'user'],
      [group, 'group'],
    ] as const) {
      expect(heard(missingButton(place, division).text, chat)).toEqual({
        intent: 'ask_missing_items',
        division: division.code,
      });
    }
  });

  it.each([
    '2025-10',
    '2025-12',
    '2026-01',
    '2026-03',
    '2026-09',
  ])('the summary of %s is asked by its name', (month) => {
    expect(heard(summaryButton(direct, month).text, 'user')).toMatchObject({
      intent: 'ask_summary_month',
      month,
    });
    expect(heard(summaryButton(group, month).text, 'group')).toMatchObject({
      intent: 'ask_summary_month',
      month,
    });
  });

  it('an undo of more items than words can name takes back the newest report', () => {
    const items = Object.values(crowded(60, 'จัดทำ').items);
    expect(undoButton(group, 'r', items).text).toBe('บอท ยกเลิก');
    expect(heard('บอท ยกเลิก', 'group')).toEqual({ intent: 'undo_last', items: [], year: null });
  });

  it('a report carries the year and the entry it was drawn from', () => {
    expect(readPress(reportButton(direct, o12, 'done').data)).toEqual({
      do: 'report',
      item: o12.id,
      status: 'done',
      year: 2569,
      entry: o12.touched,
    });
  });

  it('at most thirteen quick replies are shown', () => {
    const choices = Array.from({ length: 20 }, () => ['ภาพรวม', progressButton(direct)] as const);
    expect(quickReplies(direct, choices).items).toHaveLength(13);
  });

  it('a text stays as it is in a group', () => {
    expect(forGroup({ type: 'text', text: 'สวัสดีค่ะ' })).toEqual({ type: 'text', text: 'สวัสดีค่ะ' });
  });

  it('in a group, changes are worded as reports and questions call the bot', () => {
    expect(reportButton(group, o12, 'done').text).toBe('O12 เสร็จแล้ว');
    expect(detailButton(group, o12).text).toBe('บอท ดูรายละเอียด O12');
    expect(progressButton(group).text).toBe('บอท ภาพรวม');
  });
});

describe('postback data', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  const number = fc.integer({ min: 0, max: 999_999_999 });
  const status = fc.constantFrom('done', 'in_progress', 'not_started');
  const month = fc.constantFrom('2025-10', '2026-01', '2026-12');
  const press: fc.Arbitrary<Press> = fc.oneof(
    fc.record({ do: fc.constant('report'), item: id, status, year: number, entry: number }),
    fc.record({ do: fc.constant('detail'), item: id }),
    fc.record({ do: fc.constant('undo'), report: id }),
    fc.record({ do: fc.constant('missing') }),
    fc.record({ do: fc.constant('missing'), division: id }),
    fc.record({ do: fc.constant('progress') }),
    fc.record({ do: fc.constant('summary'), month }),
  );

  it('comes back as it was written, in at most 300 characters', () => {
    fc.assert(
      fc.property(press, (wanted) => {
        const data = writePress(wanted);
        expect(data.length).toBeLessThanOrEqual(300);
        expect(readPress(data)).toEqual(wanted);
      }),
    );
  });

  it('of anybody else reads as nothing, never as an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (data) => readPress(data) === null),
    );
  });

  it('that was tampered with reads as nothing, or as a press in our own form', () => {
    fc.assert(
      fc.property(press, fc.nat(), fc.string({ maxLength: 5 }), (wanted, at, put) => {
        const data = writePress(wanted);
        const place = at % data.length;
        const read = readPress(data.slice(0, place) + put + data.slice(place + 1));
        expect(read === null || readPress(writePress(read)) !== null).toBe(true);
      }),
    );
  });

  it.each([
    '',
    'do=',
    'do=delete&item=x',
    'do=report',
    'do=report&item=x&status=done&year=2569',
    'do=report&item=x&status=finished&year=2569&entry=1',
    'do=report&item=x&status=done&year=2569&entry=-1',
    'do=report&item=x&status=done&year=2569&entry=1e3',
    'do=report&item=x&status=done&year=2569&entry=12345678901',
    'do=report&item=&status=done&year=2569&entry=1',
    `do=detail&item=${'x'.repeat(65)}`,
    'do=detail&item=x&by=coordinator',
    'do=detail&item=x&__proto__=y',
    'do=progress&division=finance',
    'do=summary&month=2026-13',
    'do=summary&month=มีนาคม',
    '{"do":"progress"}',
    'DO=progress',
  ])('forged as %j reads as nothing', (data) => {
    expect(readPress(data)).toBeNull();
  });
});
