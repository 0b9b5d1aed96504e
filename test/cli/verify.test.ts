import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { deskOn } from '../../src/cli/desk.ts';
import { realClock } from '../../src/clock.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { silentLog } from '../support/main-job.ts';
import { exampleOffice, ita, newOffice, OFFICE, PLAN } from './terminal.ts';

describe('verify', () => {
  it('says how long each chain is and what its newest hash begins with', async () => {
    const env = await exampleOffice(['import', PLAN], ['agency', 'add', '--file', OFFICE, '--id', 'second']);
    const { code, out } = await ita(env, 'verify');
    expect(code).toBe(0);
    expect(out).toMatch(/^office: 41 entries, chain unbroken; newest [0-9a-f]{8}$/m);
    expect(out).toMatch(/^second: 1 entries, chain unbroken/m);
    const { json } = await ita(env, 'verify', '--agency', 'second', '--json');
    expect(json()).toMatchObject({ ok: true, headFound: null, agencies: [{ agency: 'second', entries: 1 }] });
  });

  it('finds a head that is in the chain, however little of it is given and in whatever case', async () => {
    const env = await exampleOffice(['import', PLAN]);
    const { agencies } = (await ita(env, 'verify', '--json')).json() as { agencies: [{ head: string }] };
    const { head } = agencies[0];
    for (const given of [head, head.slice(0, 8), head.slice(0, 8).toUpperCase()]) {
      const { code, out } = await ita(env, 'verify', '--head', given);
      expect(code).toBe(0);
      expect(out).toContain(`An entry's hash begins with ${given}.`);
    }
  });

  it('says when no entry has the head: exit 1', async () => {
    const env = await exampleOffice();
    const { code, out } = await ita(env, 'verify', '--head', '0123456789');
    expect(code).toBe(1);
    expect(out).toContain("No entry's hash begins with 0123456789.");
    expect((await ita(env, 'verify', '--head', '0123456789', '--json')).json()).toMatchObject({
      ok: false,
      headFound: false,
    });
  });

  it('finds a ledger that was tampered with: exit 1', async () => {
    const env = await exampleOffice(['import', PLAN]);
    change(env.DATA_DIR, `UPDATE entry SET event = replace(event, '2026-01-30', '2026-02-28') WHERE seq = 3`);
    const { code, out } = await ita(env, 'verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^office: BROKEN at entry 3: entry 3 is not what was kept/);
    expect((await ita(env, 'verify', '--json')).json()).toMatchObject({
      ok: false,
      agencies: [{ ok: false, brokenAt: 3 }],
    });
  });

  it('finds a ledger whose end was cut off: exit 1', async () => {
    const env = await exampleOffice(['import', PLAN]);
    change(env.DATA_DIR, 'DELETE FROM entry WHERE seq = 40');
    expect(await ita(env, 'verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('BROKEN at entry 40'),
    });
  });

  it('finds a kept text that was changed, and takes an erased one for what it is', async () => {
    const env = await exampleOffice(['import', PLAN, '--open']);
    await reportWithNote(env.DATA_DIR, 'รอหนังสือจากอำเภอ');
    expect((await ita(env, 'verify')).code).toBe(0);
    change(env.DATA_DIR, `UPDATE beside SET value = replace(value, 'อำเภอ', 'จังหวัด') WHERE kind = 'text'`);
    const torn = await ita(env, 'verify');
    expect(torn.code).toBe(1);
    expect(torn.out).toMatch(/BROKEN at entry \d+: its text was changed$/m);
    expect(torn.out).not.toContain('จังหวัด');
    change(env.DATA_DIR, `DELETE FROM beside WHERE kind = 'text'`);
    expect((await ita(env, 'verify')).code).toBe(0);
  });

  it.each([
    [['--head', 'abc'], '--head is the code at the foot of a summary'],
    [['--head', 'not-a-hash'], '--head is the code at the foot of a summary'],
    [['--agency', 'nobody'], 'There is no agency "nobody"; there are: office.'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(await exampleOffice(), 'verify', ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('finds nothing wrong with nothing', async () => {
    const { code, out } = await ita(newOffice(), 'verify');
    expect({ code, out }).toEqual({ code: 0, out: 'There is no agency yet.' });
  });
});

function change(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'nong-ita.sqlite'));
  const { changes } = db.prepare(sql).run();
  db.close();
  expect(changes).toBe(1);
}

/** What the bot keeps when someone reports with a few words of his own. */
async function reportWithNote(folder: string, words: string): Promise<void> {
  const desk = deskOn(openSqliteStore({ folder, log: silentLog }), realClock(), silentLog);
  const { ids, clock } = desk.world;
  const kept = await desk.ledger.transact('office', ({ agency }) => {
    const note = ids.seal(words);
    const [item = ''] = Object.keys(agency.items);
    return {
      result: null,
      because: { by: { kind: 'console' }, at: clock.now(), cause: null },
      events: [
        {
          type: 'item-reported',
          v: 1,
          item,
          report: ids.id(),
          status: 'in_progress',
          chat: 'direct',
          note: note.ref,
        },
      ],
      batch: { beside: [{ do: 'put', record: note.beside }] },
    };
  });
  expect(kept.kind).toBe('kept');
  await desk.close();
}
