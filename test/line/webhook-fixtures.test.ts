/** Every kind of webhook we know of, and some LINE may invent, from a bound and from an unbound state. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BesideRecord, StoreDown } from '../../src/flow/ports.ts';
import { aStage, bound, entriesIn, everything, OFFICE, userOf } from '../flow/stage.ts';
import { anOffice, joined } from '../support/an-agency.ts';
import { goOnline, SECRET, textEvent } from './office-online.ts';

const FOLDER = new URL('../fixtures/webhooks/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

/** The people and the group of the fixtures. */
const USER = 'U24c9e15e52afc47c225b757e7bee1f9d';
const GROUP = 'Cdb0f6f37ebeb6ea09489124345af2a45';

async function boundStage() {
  const beside: BesideRecord[] = [
    { kind: 'person', id: 'somchai', key: USER, value: { name: 'สมชาย' } },
    { kind: 'group', id: 'staff-group', key: GROUP, value: {} },
  ];
  const happenings = [
    ...anOffice(),
    ...joined('somchai', [{ role: 'coordinator' }]),
    ...bound('staff-group'),
  ];
  return aStage({ happenings, beside });
}

it('the folder is there', () => {
  expect(files.length).toBeGreaterThanOrEqual(41);
});

describe.each([
  ['bound', boundStage],
  ['unbound', () => aStage()],
])('from a %s state', (_state, stageOf) => {
  it.each(files)('%s is answered 200, also when it comes again', async (file) => {
    const online = await goOnline({ stage: await stageOf() });
    expect((await online.post(textOf(file))).status).toBe(200);
    const once = await entriesIn(online.stage.store);
    expect((await online.post(textOf(file))).status).toBe(200);
    await online.settled();
    expect(await entriesIn(online.stage.store)).toEqual(once);
    expect(online.stage.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

it.each(
  files,
)('%s: what is not acted on leaves a line in the log, and no line tells an id or a text', async (file) => {
  const online = await goOnline({ stage: await boundStage() });
  await online.post(textOf(file));
  await online.settled();
  const body: {
    events: {
      type: string;
      source?: { type: string };
      message?: { type: string; text?: string; fileName?: string };
    }[];
  } = JSON.parse(textOf(file));
  const unknown = body.events.filter(
    ({ type, message, source }) =>
      !['postback', 'follow', 'unfollow', 'join', 'leave', 'memberJoined', 'memberLeft'].includes(type) &&
      !(type === 'message' && message?.type === 'text') &&
      !(source?.type === 'user' && ['image', 'video', 'audio', 'file'].includes(message?.type ?? '')),
  );
  const ignored = online.stage.log.lines.filter(({ message }) => message === 'event ignored');
  expect(ignored.length).toBeGreaterThanOrEqual(unknown.length);
  const said = JSON.stringify(online.stage.log.lines);
  expect(said).not.toMatch(/[UCR][0-9a-f]{32}/);
  // One fixture's text is a word of our own.
  const texts = body.events
    .flatMap(({ message }) => [message?.text ?? [], message?.fileName ?? []].flat())
    .filter((text) => text !== 'standby');
  for (const text of texts) expect(said).not.toContain(text);
});

it('no log line of a whole day tells a secret, a token, a LINE id, a name or a text', async () => {
  const words = 'รหัสลับของนายสมหมาย';
  const user = userOf('finance-staff');
  const online = await goOnline({
    change: (world) => ({
      ...world,
      store: {
        ...world.store,
        append(agency, version, batch) {
          if (batch.seen === 'bad-1') throw new StoreDown(`cannot keep ${words} of ${user}`);
          if (batch.seen === 'bad-2') throw new TypeError(`Cannot read ${words} of ${user}`);
          return world.store.append(agency, version, batch);
        },
      },
    }),
  });
  const signature = 'QUJDREVGRw==';
  const { stage } = online;
  stage.line.decides(({ how }) => (how === 'reply' ? 'invalid-reply-token' : 'refused'));
  await online.events([textEvent(user, `O12 กำลังทำ ${words}`), textEvent(user, words)]);
  await online.events([textEvent(user, `O12 กำลังทำ ${words}`, { webhookEventId: 'bad-1' })]);
  await online.events([textEvent(user, `O12 กำลังทำ ${words}`, { webhookEventId: 'bad-2' })]);
  await online.events([{ ...textEvent(user, words), message: { type: 'image', text: words } }]);
  await online.post(words, { signature });
  await online.post(words);
  await online.post(`{"events":"${words}"}`);
  await online.post(`{"events":["${'x'.repeat(1_100_000)}"]}`);
  await online.events([textEvent(user, words)], { path: `/webhook/${encodeURIComponent(words)}` });
  await online.settled();
  expect(stage.log.lines.length).toBeGreaterThanOrEqual(8);
  const said = JSON.stringify(stage.log.lines);
  for (const secret of [words, 'สมหมาย', user, SECRET, signature, 'reply-token-', 'ชื่อ-']) {
    expect(said).not.toContain(secret);
  }
  const agencies = await stage.store.agencies();
  expect(agencies).toEqual([OFFICE]);
  expect(await everything(stage.store)).not.toContain('bad-1');
});
