import { beforeEach, describe, expect, it } from 'vitest';
import { statusOf } from '../../src/domain/item.ts';
import { StoreDown } from '../../src/flow/ports.ts';
import { macOf } from '../../src/ids.ts';
import {
  anOffice,
  bangkok,
  measure,
  oItem,
  planImported,
  planOpened,
  reminded,
} from '../support/an-agency.ts';
import { countOf, entriesIn, eventsIn, everything, OFFICE } from './stage.ts';
import { actionsOf, aTalk, refusalSaid, type Talk } from './talk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NINE = bangkok('2026-01-06 09:00');
let talk: Talk;

beforeEach(async () => {
  talk = await aTalk({ now: NINE });
});

const later = (ms: number) => talk.stage.clock.set(talk.stage.clock.now() + ms);
const count = () => countOf(talk.stage.store);

async function status(item: string): Promise<string> {
  const found = (await talk.stage.ledger.read(OFFICE))?.agency.items[item];
  return found === undefined ? 'no item' : statusOf(found);
}

describe('a report', () => {
  it('of the own division is kept, echoed, and can be taken back', async () => {
    const words = await talk.says('finance-staff', 'O12 เสร็จแล้วครับ');
    expect(words).toContain('O12');
    expect(words).toContain('ยกเลิก');
    expect(await status('o12')).toBe('done');
    const [entry] = (await entriesIn(talk.stage.store)).slice(-1);
    expect(entry).toMatchObject({
      at: NINE,
      kept: NINE,
      by: { kind: 'member', member: 'finance-staff' },
      cause: 'event-1',
      event: { type: 'item-reported', item: 'o12', status: 'done', chat: 'direct' },
    });
  });

  it("of another division's item is refused, naming whose it is", async () => {
    const before = await count();
    expect(await talk.says('finance-staff', 'มาตรการที่ 2 เสร็จแล้ว')).toContain('กองช่าง');
    expect(await count()).toBe(before);
  });

  it.each([
    ['finance-head', 'มาตรการที่ 1', 'm1', 'done'],
    ['finance-head', 'มาตรการที่ 2', 'm2', 'not_started'],
    ['coordinator', 'มาตรการที่ 2', 'm2', 'done'],
    ['coordinator', 'มาตรการที่ 3', 'm3', 'done'],
    ['works-staff', 'มาตรการที่ 3', 'm3', 'not_started'],
    ['executive', 'มาตรการที่ 1', 'm1', 'not_started'],
  ])('%s on %s: %s is then %s', async (who, name, item, then) => {
    expect(await talk.says(who, `${name} เสร็จแล้ว`)).not.toBe('');
    expect(await status(item)).toBe(then);
  });

  it('of several items in one message is kept together, and taken back together', async () => {
    await talk.says('finance-staff', 'มาตรการที่ 1 และ O12 เสร็จแล้ว');
    expect([await status('m1'), await status('o12')]).toEqual(['done', 'done']);
    await later(MINUTE);
    await talk.says('finance-staff', 'ยกเลิก');
    expect([await status('m1'), await status('o12')]).toEqual(['not_started', 'not_started']);
  });

  it('of several items of which one is not his keeps none', async () => {
    const before = await count();
    expect(await talk.says('finance-staff', 'มาตรการที่ 1 และ มาตรการที่ 2 เสร็จแล้ว')).toContain('กองช่าง');
    expect(await count()).toBe(before);
  });

  it('of an unknown number says so', async () => {
    const before = await count();
    expect(await talk.says('finance-staff', 'มาตรการที่ 44 เสร็จแล้ว')).toBe(
      await refusalSaid(talk, { kind: 'no-such-item' }),
    );
    expect(await count()).toBe(before);
  });

  it('with a percentage keeps it', async () => {
    expect(await talk.says('finance-staff', 'มาตรการที่ 1 กำลังทำ 60%')).toContain('60');
    expect((await eventsIn(talk.stage.store)).at(-1)).toMatchObject({ status: 'in_progress', percent: 60 });
  });

  it('with a note keeps the note beside, and in the ledger only its HMAC', async () => {
    const { store, log } = talk.stage;
    expect(await talk.says('finance-staff', 'มาตรการที่ 1 กำลังทำ รอนายสมหมายลงนาม')).toContain(
      'รอนายสมหมายลงนาม',
    );
    expect(await talk.says('finance-head', 'ดูรายละเอียด มาตรการที่ 1')).toContain('รอนายสมหมายลงนาม');
    const [event] = (await eventsIn(store)).slice(-1);
    if (event?.type !== 'item-reported' || event.note === undefined) throw new Error('no note kept');
    const record = await store.beside(OFFICE, 'text', event.note.id);
    expect(record?.value.text).toContain('สมหมาย');
    expect(event.note.mac).toBe(macOf(record?.value.salt ?? '', record?.value.text ?? ''));
    expect(JSON.stringify(await eventsIn(store)) + JSON.stringify(log.lines)).not.toContain('สมหมาย');
  });

  it('told twice by LINE changes nothing the second time', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว', { id: 'the-event' });
    const before = await everything(talk.stage.store);
    expect(await talk.says('finance-staff', 'O12 เสร็จแล้ว', { id: 'the-event' })).toBe('');
    expect(talk.handled()).toBe('already-seen');
    expect(await everything(talk.stage.store)).toBe(before);
  });

  it('keeps the order people spoke in when our clock is a little slow', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว', { at: NINE + 10 * MINUTE });
    await talk.says('finance-head', 'O12 กำลังทำ', { at: NINE + 9 * MINUTE });
    expect(await status('o12')).toBe('done');
  });

  it('from a clock ahead of ours is not the newest for ever', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว', { at: NINE + 365 * 24 * HOUR });
    await later(HOUR);
    await talk.says('finance-head', 'O12 กำลังทำ');
    expect(await status('o12')).toBe('in_progress');
  });

  it('that arrives late goes to history and overwrites nothing', async () => {
    await later(HOUR);
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    const words = await talk.says('finance-staff', 'O12 กำลังทำ', { at: NINE });
    expect(words).toContain('ประวัติ');
    expect(await status('o12')).toBe('done');
    const held = await talk.stage.ledger.read(OFFICE);
    expect(held?.agency.items.o12?.reports.map((report) => report.status)).toEqual(['done', 'in_progress']);
  });
});

describe('undo', () => {
  it('by word takes back the own newest report', async () => {
    await talk.says('finance-staff', 'O12 กำลังทำ');
    await later(MINUTE);
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    await later(MINUTE);
    expect(await talk.says('finance-staff', 'ยกเลิก')).toContain('O12');
    expect(await status('o12')).toBe('in_progress');
  });

  it('by the button of the answer', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    await later(MINUTE);
    await talk.presses('finance-staff', 'ยกเลิก');
    expect(await status('o12')).toBe('not_started');
  });

  it('by name takes back only that item', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    await talk.says('finance-staff', 'มาตรการที่ 1 เสร็จแล้ว');
    await talk.says('finance-staff', 'ยกเลิก O12');
    expect([await status('o12'), await status('m1')]).toEqual(['not_started', 'done']);
  });

  it('is refused with who and when if someone else reported since', async () => {
    await talk.says('finance-staff', 'O12 กำลังทำ');
    await later(HOUR);
    await talk.says('finance-head', 'O12 เสร็จแล้ว');
    await later(MINUTE);
    const before = await count();
    const words = await talk.says('finance-staff', 'ยกเลิก');
    expect(words).toContain('ชื่อ-finance-head');
    expect(words).toMatch(/10[.:]00/);
    expect(await count()).toBe(before);
    expect(await status('o12')).toBe('done');
  });

  it("never takes back somebody else's report, not even by his button", async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    const [button] = actionsOf(talk.stage.line.calls.at(-1)?.messages).filter((one) => one.label === 'ยกเลิก');
    const before = await count();
    await talk.says('finance-head', 'ยกเลิก');
    await talk.sends('finance-head', button?.data ?? '');
    expect(await count()).toBe(before);
  });

  it('is too late after a day', async () => {
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    await later(24 * HOUR + 1);
    expect(await talk.says('finance-staff', 'ยกเลิก')).toBe(
      await refusalSaid(talk, { kind: 'too-late-to-undo', at: NINE }),
    );
    expect(await status('o12')).toBe('done');
  });

  it('with nothing to take back says so', async () => {
    expect(await talk.says('finance-staff', 'ยกเลิก')).toBe(
      await refusalSaid(talk, { kind: 'nothing-to-undo' }),
    );
  });
});

describe('a button', () => {
  it('older than the last change asks first, and the answer counts', async () => {
    await talk.says('finance-staff', 'O12');
    await later(HOUR);
    await talk.says('finance-head', 'O12 เสร็จแล้ว');
    await later(MINUTE);
    const before = await count();
    const words = await talk.presses('finance-staff', 'กำลังทำ');
    expect(words).toContain('ชื่อ-finance-head');
    expect(await count()).toBe(before);
    await talk.presses('finance-staff', 'เปลี่ยนเป็น กำลังทำ');
    expect(await status('o12')).toBe('in_progress');
  });

  it('pressed when nothing changed is a report', async () => {
    await talk.says('finance-staff', 'O12');
    await talk.presses('finance-staff', 'เสร็จแล้ว');
    expect(await status('o12')).toBe('done');
  });
});

describe('questions change nothing', () => {
  it.each([
    ['finance-staff', 'ขาดข้อไหนบ้าง', 'O12'],
    ['finance-staff', 'ดูรายละเอียด O12', 'O12'],
    ['executive', 'ภาพรวม', 'อบต.ดอนตะวัน'],
    ['executive', 'กองช่างค้างอะไร', 'กองช่าง'],
    ['finance-head', 'งานของฉัน', 'กองคลัง'],
    ['coordinator', 'สรุปเดือนนี้', 'มกราคม'],
    ['coordinator', 'ติดต่อ', '0-0000-0000'],
  ])('%s asks %s', async (who, question, answer) => {
    const before = await count();
    expect(await talk.says(who, question)).toContain(answer);
    expect(await count()).toBe(before);
  });
});

describe('two open years', () => {
  const twoYears = [
    ...anOffice(),
    planImported(2570),
    measure('n1', { number: 1, year: 2570, end: '2027-01-30' }),
    oItem('n12', { number: 12, year: 2570 }),
    planOpened(2570),
  ];

  it('a number means the newest plan', async () => {
    talk = await aTalk({ happenings: twoYears, now: NINE });
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    expect([await status('o12'), await status('n12')]).toEqual(['not_started', 'done']);
  });

  it('unless the year is said', async () => {
    talk = await aTalk({ happenings: twoYears, now: NINE });
    await talk.says('finance-staff', 'O12 ปี 2569 เสร็จแล้ว');
    expect([await status('o12'), await status('n12')]).toEqual(['done', 'not_started']);
  });

  it('or the last reminder in this chat was of the older one', async () => {
    talk = await aTalk({
      happenings: [...twoYears, reminded({ member: 'finance-staff' }, ['o12'])],
      now: NINE,
    });
    await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    expect([await status('o12'), await status('n12')]).toEqual(['done', 'not_started']);
  });

  it('an undo is asked for again with the year, and nothing is taken back', async () => {
    talk = await aTalk({
      happenings: [...twoYears, reminded({ member: 'finance-staff' }, ['m1'])],
      now: NINE,
    });
    const before = await count();
    const words = await talk.says('finance-staff', 'ยกเลิก O12');
    expect(words).toContain('ปี 2569');
    expect(words).toContain('ยังไม่ได้บันทึก');
    expect(await count()).toBe(before);
  });

  it('where both fit, two buttons ask, and the pressed one counts', async () => {
    talk = await aTalk({
      happenings: [...twoYears, reminded({ member: 'finance-staff' }, ['m1'])],
      now: NINE,
    });
    const before = await count();
    const words = await talk.says('finance-staff', 'O12 เสร็จแล้ว');
    expect(words).toContain('ปี 2569');
    expect(words).toContain('ปี 2570');
    expect(await count()).toBe(before);
    await talk.presses('finance-staff', 'ปี 2569');
    expect([await status('o12'), await status('n12')]).toEqual(['done', 'not_started']);
  });
});

it('an agency nobody set up is not answered 200: what people report there would be lost', async () => {
  talk = await aTalk({ happenings: [], beside: [], now: NINE });
  const before = await everything(talk.stage.store);
  await expect(talk.says('finance-staff', 'O12 เสร็จแล้ว')).rejects.toThrow(StoreDown);
  expect(await everything(talk.stage.store)).toBe(before);
});
