/** Files that wait to be read: once, whatever ends in between, and not for ever. */
import { describe, expect, it } from 'vitest';
import { handleEvent } from '../../src/flow/handle-event.ts';
import type { PlanReader } from '../../src/flow/plan-reading.ts';
import type { Content, ContentFailure, Told } from '../../src/flow/ports.ts';
import { readDocuments } from '../../src/flow/read-documents.ts';
import { sweep } from '../../src/flow/sweep.ts';
import { createLedger } from '../../src/flow/transact.ts';
import { work, workPushes } from '../../src/flow/work.ts';
import { aStaffedOffice, exampleDraft } from '../support/an-agency.ts';
import { aStage, deliverAll, everything, OFFICE, type Stage, userOf, wordsOf } from './stage.ts';

const MINUTE = 60_000;
const read: PlanReader = { read: async () => ({ kind: 'read', draft: exampleDraft(), from: 'document' }) };
const neverRead: PlanReader = { read: () => new Promise(() => {}) };
const told: Told<Content, ContentFailure> = {
  kind: 'told',
  value: { bytes: new Uint8Array([1]), contentType: '' },
};
const failed = (reason: ContentFailure['reason']): Told<Content, ContentFailure> => ({
  kind: 'failed',
  failure: { reason, status: null, requestId: null, message: '' },
});

/** The stage with a LINE that gives the content so. */
function withContent(stage: Stage, answer: Told<Content, ContentFailure>): Stage & { fetched: () => number } {
  let fetched = 0;
  const line = {
    ...stage.line,
    content: async () => {
      fetched += 1;
      return answer;
    },
  };
  const world = { ...stage.world, line: () => line };
  return { ...stage, world, ledger: createLedger(world), fetched: () => fetched };
}

async function sentFile(answer = told, who = 'coordinator') {
  const stage = withContent(await aStage({ happenings: aStaffedOffice() }), answer);
  const handled = await handleEvent(stage.world, stage.ledger, OFFICE, {
    id: 'event-1',
    at: stage.clock.now(),
    replyToken: 'token-1',
    chat: { kind: 'user', user: userOf(who) },
    what: { kind: 'file', message: '4711', name: 'แผน.docx', size: 1_000 },
  });
  return { ...stage, handled };
}

const later = async (stage: Stage, ms: number) => stage.clock.set(stage.clock.now() + ms);
const documents = async ({ store }: Stage) => (await store.besideAll(OFFICE, 'document')).length;

describe('a file that came in', () => {
  it('is kept before the 200, in one append, and nothing is fetched or said', async () => {
    const stage = await sentFile();
    expect(stage.handled).toBe('kept');
    expect(await documents(stage)).toBe(1);
    expect(stage.fetched()).toBe(0);
    expect(await stage.store.pending(OFFICE)).toEqual([]);
    // A process that starts now finds it.
    expect(await stage.store.agenciesWithWork(stage.clock.now(), 10)).toEqual([OFFICE]);
  });

  it('wakes the lane that may be slow, never the one of answers', async () => {
    const stage = await sentFile();
    stage.wakes.splice(0);
    await work(stage.world, stage.ledger, OFFICE);
    expect(stage.wakes).toContainEqual({ agency: OFFICE, at: stage.clock.now() });
    expect(stage.fetched()).toBe(0);
    await workPushes(stage.world, stage.ledger, OFFICE, read);
    expect(stage.fetched()).toBe(1);
  });

  it('is read by the next process when this one ended before, and answered once', async () => {
    const stage = await sentFile();
    const next = withContent(stage.another(), told);
    expect(await readDocuments(next.world, next.ledger, OFFICE, read)).toBe(true);
    expect(await readDocuments(stage.world, stage.ledger, OFFICE, read)).toBe(false);
    expect(await documents(stage)).toBe(0);
    const waiting = await stage.store.pending(OFFICE);
    expect(waiting.map(({ how }) => how.kind)).toEqual(['reply']);
    expect(waiting[0]?.confirmation).toContain('นำเข้าแผน');
  });

  it('is read again when a process ends in the middle, after a while and by push', async () => {
    const stage = await sentFile();
    void readDocuments(stage.world, stage.ledger, OFFICE, neverRead);
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    const next = withContent(stage.another(), told);
    // Its first try is noted: nobody reads beside it.
    expect(await readDocuments(next.world, next.ledger, OFFICE, read)).toBe(false);
    await later(stage, 2 * MINUTE);
    expect(await stage.store.agenciesWithWork(stage.clock.now(), 10)).toEqual([OFFICE]);
    expect(await readDocuments(next.world, next.ledger, OFFICE, read)).toBe(true);
    const waiting = await stage.store.pending(OFFICE);
    expect(waiting.map(({ how, to }) => [how.kind, to])).toEqual([['push', { member: 'coordinator' }]]);
  });

  it('read by two processes at once is answered once', async () => {
    const stage = await sentFile();
    const next = withContent(stage.another(), told);
    const both = await Promise.all(
      [stage, next].map(({ world, ledger }) => readDocuments(world, ledger, OFFICE, read)),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await stage.store.pending(OFFICE)).toHaveLength(1);
    expect(await stage.store.besideAll(OFFICE, 'draft')).toHaveLength(1);
  });

  it('that LINE does not give is asked for a few times, then told', async () => {
    const stage = await sentFile(failed('unreachable'));
    for (let tries = 0; tries < 10; tries += 1) {
      await readDocuments(stage.world, stage.ledger, OFFICE, read);
      await later(stage, 10 * MINUTE);
    }
    expect(stage.fetched()).toBe(4);
    expect(await documents(stage)).toBe(0);
    await deliverAll(stage.world, stage.ledger);
    expect(wordsOf(stage.line.calls.map(({ messages }) => messages))).toContain('รับไฟล์จาก LINE ไม่สำเร็จ');
  });

  it.each([
    ['gone', 'LINE ไม่มีไฟล์นี้ให้แล้ว'],
    ['too-big', '20 MB'],
  ] as const)('that is %s is told at once', async (reason, words) => {
    const stage = await sentFile(failed(reason));
    await readDocuments(stage.world, stage.ledger, OFFICE, read);
    await deliverAll(stage.world, stage.ledger);
    expect(stage.line.calls.map(({ how }) => how)).toEqual(['reply']);
    expect(wordsOf(stage.line.calls.map(({ messages }) => messages))).toContain(words);
  });

  it('that ends the reader is answered, and its words are not in the log', async () => {
    const stage = await sentFile();
    const broken: PlanReader = { read: () => Promise.reject(new Error('แผนลับ')) };
    await readDocuments(stage.world, stage.ledger, OFFICE, broken);
    await deliverAll(stage.world, stage.ledger);
    expect(wordsOf(stage.line.calls.map(({ messages }) => messages))).toContain('เสียหาย');
    expect(JSON.stringify(stage.log.lines)).not.toContain('แผนลับ');
  });

  it('keeps no name of a committee beside its draft', async () => {
    const stage = await sentFile();
    const people = { order: '1/2569', members: [{ name: 'นายคณะ กรรมการ', position: null, role: null }] };
    const named: PlanReader = {
      read: async () => ({ kind: 'read', draft: { ...exampleDraft(), committee: people }, from: 'document' }),
    };
    await readDocuments(stage.world, stage.ledger, OFFICE, named);
    expect(await everything(stage.store)).not.toContain('นายคณะ กรรมการ');
  });

  it('that waits for its year, and a preview, are forgotten after a week', async () => {
    const stage = await sentFile();
    await readDocuments(stage.world, stage.ledger, OFFICE, { read: async () => ({ kind: 'no-year' }) });
    expect(await documents(stage)).toBe(1);
    await deliverAll(stage.world, stage.ledger);
    await later(stage, 8 * 86_400_000);
    await sweep(stage.world, stage.ledger, OFFICE);
    expect(await documents(stage)).toBe(0);
  });
});

describe('nothing is kept of a file from', () => {
  it.each(['finance-staff', 'executive', 'a stranger'])('%s', async (who) => {
    const stage = await sentFile(told, who);
    expect(await documents(stage)).toBe(0);
    await deliverAll(stage.world, stage.ledger);
    expect(stage.fetched()).toBe(0);
    expect(stage.line.calls).toHaveLength(1);
  });
});
