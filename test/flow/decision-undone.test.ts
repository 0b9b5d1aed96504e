/** A decision about a later date taken back: what who had asked is told of it, from the words of the head to LINE. */
import { describe, expect, it } from 'vitest';
import { decideButton, undoButton } from '../../src/chat/buttons.ts';
import { decisionId } from '../../src/domain/act.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { asked } from '../domain/doings.ts';
import { anOffice, bangkok, type Happening, joined, measure, nothingToSettle } from '../support/an-agency.ts';
import { deliverAll, OFFICE, userOf, wordsOf } from './stage.ts';
import { aTalk, type Talk } from './talk.ts';

const AGAIN = 'กลับเป็นรอพิจารณา';
const at = (time: string) => bangkok(`2026-01-20 ${time}`);
const request = asked('m1', 'x', '2026-02-27', { at: at('09:00') });
const office = (...more: readonly Happening[]) => [...anOffice(), ...nothingToSettle(), ...more];

const decides = (talk: Talk, extension: string, granted: boolean) =>
  talk.sends('finance-head', decideButton(extension, granted, 'คำตอบ').data);

/** What the asker was pushed. */
const heard = ({ stage }: Talk) =>
  stage.line.calls
    .filter(({ to, how }) => to === userOf('finance-staff') && how === 'push')
    .map(({ messages }) => wordsOf(messages));

async function goTo({ stage }: Talk, wallClock: string) {
  await stage.clock.set(bangkok(wallClock));
  await sweep(stage.world, stage.ledger, OFFICE);
  await deliverAll(stage.world, stage.ledger);
}

describe('who had asked and was told', () => {
  it('is told at once, of a request of several items too', async () => {
    // Of the first item a coordinator decides: it is the request’s, not the decision’s.
    const shared = measure('a0', { number: 8, divisions: ['finance', 'works'], end: '2026-01-30' });
    const all = anOffice();
    const first = all.findIndex(({ event }) => event.type === 'item-added');
    const happenings = [...all.slice(0, first), shared, ...all.slice(first), ...nothingToSettle()];
    const both = asked('a0', 'x', '2026-02-27', { at: at('09:00') });
    const talk = await aTalk({ happenings: [...happenings, both, request], now: at('10:00') });
    await decides(talk, 'x', true);
    expect(heard(talk)).toHaveLength(1);
    await talk.says('finance-head', 'ยกเลิก');
    expect(heard(talk)[1]).toContain(AGAIN);
  });

  it('is told with the first answer when LINE did not reach him then', async () => {
    const talk = await aTalk({ happenings: office(request), now: at('10:00') });
    await decides(talk, 'x', true);
    await talk.comes('finance-staff', 'unfollow');
    await talk.says('finance-head', 'ยกเลิก');
    expect(heard(talk)).toHaveLength(1);
    expect(await talk.comes('finance-staff', 'follow')).toContain(AGAIN);
    expect(await talk.says('finance-staff', 'ภาพรวม')).not.toContain(AGAIN);
  });

  it('is not told of it once it was decided anew, but of that', async () => {
    const talk = await aTalk({ happenings: office(request), now: at('10:00') });
    await decides(talk, 'x', true);
    talk.stage.line.decides(({ how }) => (how === 'push' ? 'quota' : 'accepted'));
    await talk.stage.clock.set(at('10:10'));
    await talk.says('finance-head', 'ยกเลิก');
    await talk.stage.clock.set(at('10:20'));
    await decides(talk, 'x', false);
    for (const time of ['11:30', '13:50', '16:45']) await goTo(talk, `2026-01-20 ${time}`);
    talk.stage.line.decides(null);
    const before = heard(talk).length;
    for (const day of ['2026-01-21', '2026-02-02', '2026-02-03']) await goTo(talk, `${day} 08:45`);
    const later = heard(talk).slice(before).join('\n');
    expect(later).toContain('ไม่ได้รับอนุมัติ');
    expect(later).not.toContain(AGAIN);
  });
});

it('who had asked and was not told yet hears nothing of either', async () => {
  const talk = await aTalk({ happenings: office(request), now: at('21:00') });
  await decides(talk, 'x', true);
  await talk.says('finance-head', 'ยกเลิก');
  await goTo(talk, '2026-01-21 08:45');
  expect(heard(talk).join()).not.toContain('คำขอขยายเวลา');
});

it('the older of two grants is not taken back while the newer stands', async () => {
  const second = joined('second', [{ role: 'staff', division: 'finance' }]);
  const newer = asked('m1', 'y', '2026-03-31', { at: at('09:30'), by: 'second' });
  const talk = await aTalk({ happenings: office(...second, request, newer), now: at('10:00') });
  await decides(talk, 'x', true);
  await talk.stage.clock.set(at('10:05'));
  await decides(talk, 'y', true);
  await talk.stage.clock.set(at('10:10'));
  const undo = (extension: string) =>
    talk.sends('finance-head', undoButton({ group: false, years: false }, decisionId(extension), []).data);
  expect(await undo('x')).not.toContain('ยกเลิกให้แล้ว');
  expect(await undo('y')).toContain('ยกเลิกให้แล้ว');
  expect(await undo('x')).toContain('ยกเลิกให้แล้ว');
});

it('with no messages left nothing is told at once: it waits for the morning', async () => {
  const talk = await aTalk({ happenings: office(request), now: at('10:00') });
  const quota = async () => ({ kind: 'told' as const, value: { limit: 300, used: 300 } });
  Object.assign(talk.stage.line, { quota });
  await goTo(talk, '2026-01-20 10:00');
  expect(await decides(talk, 'x', true)).toContain('ในวันเวลาราชการ');
  expect(heard(talk)).toEqual([]);
});
