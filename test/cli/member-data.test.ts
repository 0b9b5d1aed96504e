import { describe, expect, it } from 'vitest';
import type { NewEntry } from '../../src/domain/entry.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { exampleOffice, ita } from './terminal.ts';

const NAME = 'นายมานะ ทดลองดี';

/** Somebody who joined, as the bot writes it. */
async function withPeople(): Promise<{ readonly DATA_DIR: string }> {
  const env = await exampleOffice();
  const store = openSqliteStore({ folder: env.DATA_DIR });
  const version = (await store.load('office'))?.version ?? 0;
  const at = Date.now();
  const by = { kind: 'outsider' } as const;
  const joined = (member: string, roles: RoleIn[]): NewEntry => ({
    ...{ at, kept: at, by, cause: null },
    event: { type: 'member-joined', v: 1, member, invite: `i-${member}`, roles },
  });
  const events = [
    joined('m1', [{ role: 'staff', division: 'works' }]),
    joined('c1', [{ role: 'coordinator' }]),
  ];
  const people = (
    [
      ['m1', NAME],
      ['c1', 'นางสาวสมหญิง แดนสมมุติ'],
    ] as const
  ).map(([id, name]) => ({
    do: 'put' as const,
    record: { kind: 'person' as const, id, key: `U-${id}`, value: { name } },
  }));
  await store.append('office', version, { events, beside: people, now: at });
  await store.close();
  return env;
}

describe('member export', () => {
  it('writes all that is kept of one, by name or id', async () => {
    const env = await withPeople();
    const { code, out } = await ita(env, 'member', 'export', '--member', NAME);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      member: 'm1',
      name: NAME,
      line: 'U-m1',
      entries: [{ own: false }],
    });
    expect((await ita(env, 'member', 'export', '--member', 'm1', '--json')).json()).toEqual(JSON.parse(out));
  });

  it('refuses nobody’s name', async () => {
    const env = await withPeople();
    const ran = await ita(env, 'member', 'export', '--member', 'นายไม่มี');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('Nobody is called');
    expect((await ita(env, 'member', 'export')).code).toBe(2);
  });
});

describe('member erase', () => {
  it('says what goes and what stays, and does nothing without --yes', async () => {
    const env = await withPeople();
    const { code, out, err } = await ita(env, 'member', 'erase', '--member', NAME);
    expect(code).toBe(1);
    expect(out).toMatch(/Goes: the name, the LINE id, 0 texts/);
    expect(out).toMatch(/Stays: 1 entries/);
    expect(err).toContain('--yes');
    expect((await ita(env, 'member', 'list')).out).toContain(NAME);
  });

  it('with --yes erases, once; the ledger verifies', async () => {
    const env = await withPeople();
    expect((await ita(env, 'member', 'erase', '--member', NAME, '--yes')).out).toContain('Erased');
    expect((await ita(env, 'member', 'list')).out).not.toContain(NAME);
    expect((await ita(env, 'verify')).code).toBe(0);
    expect((await ita(env, 'member', 'erase', '--member', 'm1', '--yes')).code).toBe(2);
  });

  it('refuses the last coordinator, asked or told', async () => {
    const env = await withPeople();
    for (const more of [[], ['--yes']]) {
      const { code, err } = await ita(env, 'member', 'erase', '--member', 'c1', ...more);
      expect([code, err]).toEqual([1, expect.stringContaining('needs a coordinator')]);
    }
  });
});
