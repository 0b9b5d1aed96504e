import { describe, expect, it } from 'vitest';
import { deskOn } from '../../src/cli/desk.ts';
import { setClock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { type Env, exampleOffice, ita, PLAN } from './terminal.ts';

/** Three people of กองคลัง and กองช่าง who came by LINE, and two coordinators. */
const PEOPLE = [
  ['chat', 'นายชาติ ตัวอย่างศรี', { role: 'staff', division: 'finance' }],
  ['kaew', 'นางสาวแก้ว จำลองสุข', { role: 'staff', division: 'finance' }],
  ['din', 'นายดิน สมมุติไพร', { role: 'staff', division: 'works' }],
  ['din-2', 'นายดิน ตัวอย่างเจริญ', { role: 'staff', division: 'finance' }],
  ['somying', 'นางสาวสมหญิง แดนสมมุติ', { role: 'coordinator' }],
] as const;

async function office(): Promise<Env> {
  const env = await exampleOffice(['import', PLAN], ['plan', 'open']);
  await inStore(env, async (desk) => {
    for (const [id, name, role] of PEOPLE) {
      const [invite, by] = [`invite-${id}`, { kind: 'console' as const }];
      const expires = desk.world.clock.now() + 86_400_000;
      const person = { kind: 'person' as const, id, key: `U${id}`, value: { name } };
      await desk.command('office', { type: 'make-invite', by, invite, roles: [role], expires });
      await desk.command('office', { type: 'join', member: id, invite }, [{ do: 'put', record: person }]);
    }
  });
  return env;
}

async function inStore<T>(env: Env, act: (desk: ReturnType<typeof deskOn>) => Promise<T>): Promise<T> {
  const log = createLog('silent');
  const store = openSqliteStore({ folder: env.DATA_DIR ?? '', log });
  try {
    return await act(
      deskOn(
        store,
        setClock(Date.now(), async () => {}),
        log,
      ),
    );
  } finally {
    await store.close();
  }
}

const agencyIn = (env: Env) =>
  inStore(env, async (desk) => {
    const held = await desk.ledger.read('office');
    if (held === null) throw new Error('the office is gone');
    return held.agency;
  });

const far = (years: number, rest: string) => `${new Date().getFullYear() + years}-${rest}`;

describe('who sees to what, at the terminal', () => {
  it('gives a member other roles', async () => {
    const env = await office();
    const words = ['member', 'move', '--member', 'ชาติ', '--role', 'head', '--division', 'audit'];
    expect(await ita(env, ...words)).toMatchObject({ code: 0, out: 'นายชาติ ตัวอย่างศรี: head audit' });
    expect((await agencyIn(env)).members.chat?.roles).toEqual([{ role: 'head', division: 'audit' }]);
  });

  it('never takes the last coordinator away', async () => {
    const env = await office();
    const moved = await ita(env, 'member', 'move', '--member', 'สมหญิง', '--role', 'executive');
    expect(moved).toMatchObject({ code: 1, err: expect.stringContaining('invite another one first') });
    const left = await ita(env, 'member', 'leave', '--member', 'somying');
    expect(left).toMatchObject({ code: 1, err: expect.stringContaining('invite another one first') });
  });

  it('gives an item, names a deputy, hands all of it over and prints the way back', async () => {
    const env = await office();
    const given = await ita(env, 'item', 'assign', '--item', 'o12', '--person', 'ชาติ', '--deputy', 'แก้ว');
    expect(given.out).toContain('นายชาติ ตัวอย่างศรี, deputy นางสาวแก้ว จำลองสุข');
    await ita(env, 'member', 'deputy', '--member', 'แก้ว', '--deputy', 'ชาติ');
    const { code, out, json } = await ita(
      env,
      'member',
      'hand-over',
      '--from',
      'ชาติ',
      '--to',
      'แก้ว',
      '--json',
    );
    expect(code).toBe(0);
    expect(json()).toEqual({
      from: 'chat',
      to: 'kaew',
      moved: [expect.stringMatching(/^O12 /), 'deputy of kaew'],
    });
    expect(out).not.toContain('นาย');
    const { items, members } = await agencyIn(env);
    expect(Object.values(items).find(({ person }) => person !== null)).toMatchObject({
      person: 'kaew',
      deputy: null,
    });
    expect(members.kaew?.deputy).toBeNull();
  });

  it('chooses receivers, lists them, and chooses nobody again', async () => {
    const env = await office();
    const set = ['receivers', 'set', '--division', 'finance'];
    await ita(env, ...set, '--member', 'แก้ว', '--member', 'chat');
    expect((await ita(env, 'receivers', 'list')).out).toContain(
      'finance กองคลัง: นางสาวแก้ว จำลองสุข, นายชาติ ตัวอย่างศรี',
    );
    expect((await ita(env, ...set, '--everyone')).out).toBe('finance: all its staff');
    const { code, err } = await ita(env, ...set, '--member', 'din');
    expect(code).toBe(1);
    expect(err).toContain('din has no role in finance');
  });

  it('lets somebody act between two days, and ends it', async () => {
    const env = await office();
    const [from, until] = [far(0, '01-01'), far(1, '01-01')];
    const words = ['member', 'act', '--member', 'แก้ว'];
    const role = ['--role', 'executive', '--post', 'palad'];
    const acts = await ita(env, ...words, ...role, '--from', from, '--until', until);
    expect(acts.out).toBe(`นางสาวแก้ว จำลองสุข acts as executive palad from ${from} until ${until}.`);
    expect((await ita(env, ...words, '--end')).out).toContain('no longer acts as executive palad');
    expect(await ita(env, ...words, '--end')).toMatchObject({ code: 1 });
  });

  it('lets a member go: unbound, his work another’s', async () => {
    const env = await office();
    await ita(env, 'item', 'assign', '--item', 'M1', '--person', 'ชาติ');
    const { code, out } = await ita(env, 'member', 'leave', '--member', 'ชาติ', '--to', 'แก้ว');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Moved: M1 ') });
    const records = await inStore(env, async ({ store }) => [
      await store.besideByKey('office', 'person', 'Uchat'),
      await store.beside('office', 'person', 'chat'),
    ]);
    expect(records).toMatchObject([null, { key: null, value: { name: 'นายชาติ ตัวอย่างศรี' } }]);
    expect((await agencyIn(env)).members.chat).toBeUndefined();
  });

  it.each([
    [['member', 'leave', '--member', 'ดิน'], 'นายดิน สมมุติไพร (din), นายดิน ตัวอย่างเจริญ (din-2)'],
    [['member', 'leave', '--member', 'ชาต'], 'Close to it: นายชาติ ตัวอย่างศรี (chat)'],
    [['member', 'move', '--member', 'แก้ว', '--role', 'boss'], '"boss" is not.'],
    [
      ['member', 'move', '--member', 'แก้ว', '--role', 'staff', '--post', 'palad'],
      '--post is for executives.',
    ],
    [['member', 'act', '--member', 'แก้ว', '--role', 'coordinator'], '--from is missing.'],
    [['receivers', 'set', '--division', 'finance'], 'Give --member, or --everyone.'],
    [['item', 'assign', '--item', 'O99', '--person', 'แก้ว'], 'No open plan has an item "O99"'],
    [['item', 'assign', '--item', 'O1'], 'Give --person, or --nobody.'],
  ])('calls %j wrong use: exit 2', async (words, sentence) => {
    const { code, err } = await ita(await office(), ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('means one of two by the division', async () => {
    const env = await office();
    expect((await ita(env, 'member', 'leave', '--member', 'ดิน กองช่าง')).code).toBe(0);
    expect((await agencyIn(env)).members.din).toBeUndefined();
  });
});
