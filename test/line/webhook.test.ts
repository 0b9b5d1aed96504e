import { describe, expect, it } from 'vitest';
import { StoreDown } from '../../src/flow/ports.ts';
import { countOf, entriesIn, everything, OFFICE, userOf } from '../flow/stage.ts';
import { anOffice } from '../support/an-agency.ts';
import { BOT, goOnline, type Online, SECRET, sign, textEvent } from './office-online.ts';

const FINANCE = userOf('finance-staff');
const done = (text = 'O12 เสร็จแล้ว') => textEvent(FINANCE, text);
const body = (...events: unknown[]) => JSON.stringify({ destination: BOT, events });
const kept = async ({ stage }: Online) => (await entriesIn(stage.store)).slice(anOffice().length);

/** Nothing of a request was written, nobody was answered. */
async function untouched(online: Online, act: () => Promise<unknown>): Promise<void> {
  const before = await everything(online.stage.store);
  await act();
  await online.settled();
  expect(await everything(online.stage.store)).toBe(before);
  expect(online.stage.line.calls).toEqual([]);
}

describe('the signature', () => {
  it("is LINE's own example", async () => {
    const secret = '8c570fa6dd201bb328f1c1eac23a96d8';
    const online = await goOnline({ secrets: { [OFFICE]: secret } });
    const raw = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=';
    expect((await online.post(raw, { signature })).status).toBe(200);
    expect((await online.post(raw.replace('[]', '[ ]'), { signature })).status).toBe(401);
  });

  it.each<[string, string | null]>([
    ['missing', null],
    ['empty', ''],
    ['of another secret', sign(body(done()), 'another')],
    ['not base64', '%%%'],
    ['of the right length', 'A'.repeat(44)],
    ['in hex', Buffer.from(sign('x'), 'base64').toString('hex')],
  ])('%s is 401, and nothing is read or written', async (_what, signature) => {
    const online = await goOnline();
    await untouched(online, async () => {
      expect((await online.post(body(done()), { signature })).status).toBe(401);
    });
  });

  it('counts for the bytes as sent: escaped, spaced, with emoji', async () => {
    const online = await goOnline();
    const raw = `{ "events": [${JSON.stringify(done('O12 เสร็จแล้ว 😀')).replace('😀', '\\ud83d\\ude00')} ],\n"destination":"${BOT}"}`;
    expect((await online.post(raw)).status).toBe(200);
    expect(await kept(online)).toMatchObject([{ event: { item: 'o12', status: 'done' } }]);
  });

  it('is found whatever the letters of the header name', async () => {
    const online = await goOnline();
    const raw = body();
    const headers = { 'x-lINE-signature': sign(raw), 'content-type': 'text/plain' };
    const response = await fetch(`${online.url}/webhook`, { method: 'POST', headers, body: raw });
    expect(response.status).toBe(200);
  });
});

describe('a body', () => {
  it.each([
    ['broken JSON', '{"events":[', 400],
    ['no JSON', 'hello', 400],
    ['an empty body', '', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['no events', `{"destination":"${BOT}"}`, 400],
    ['events that are no list', '{"events":{}}', 400],
    ['events that are null', '{"events":null}', 400],
    ['a destination that is no text', '{"destination":7,"events":[]}', 400],
  ])('that is %s is refused, and nothing is written', async (_what, raw, status) => {
    const online = await goOnline();
    await untouched(online, async () => {
      expect((await online.post(raw)).status).toBe(status);
    });
  });

  it('over the limit is 413 before anything else is looked at', async () => {
    const online = await goOnline();
    await untouched(online, async () => {
      const raw = body(done(), { padding: 'x'.repeat(1_100_000) });
      expect((await online.post(raw)).status).toBe(413);
    });
  });

  it("without events, the console's verify, is 200", async () => {
    const online = await goOnline();
    await untouched(online, async () => {
      expect(await online.events([])).toBe(200);
    });
  });

  it("with the old console's dummy events is 200", async () => {
    const online = await goOnline();
    const dummy = {
      replyToken: '0'.repeat(32),
      type: 'message',
      timestamp: 1,
      source: { type: 'user', userId: 'Udeadbeefdeadbeefdeadbeefdeadbeef' },
      message: { id: '100001', type: 'text', text: 'Hello, world' },
    };
    await untouched(online, async () => {
      expect(await online.events([dummy, { ...dummy, replyToken: 'f'.repeat(32) }])).toBe(200);
    });
  });

  it('for another bot is 200, ignored, and in the log', async () => {
    const online = await goOnline({ destination: BOT });
    await untouched(online, async () => {
      expect(await online.events([done()], { destination: userOf('another bot') })).toBe(200);
    });
    expect(online.stage.log.lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        facts: { agency: OFFICE },
        message: expect.stringContaining('another bot'),
      }),
    );
  });

  it('is taken while the own id is not known yet', async () => {
    const online = await goOnline({ destination: null });
    expect(await online.events([done()], { destination: userOf('whoever') })).toBe(200);
    expect(await kept(online)).toHaveLength(1);
  });
});

describe('events', () => {
  it('in standby are passed over in silence: another module speaks', async () => {
    const online = await goOnline();
    await untouched(online, async () => {
      expect(await online.events([{ ...done(), mode: 'standby' }])).toBe(200);
    });
    expect(online.stage.log.lines).toMatchObject([{ level: 'info', facts: { type: 'message/text' } }]);
  });

  it.each([
    ['an event nobody knows', { ...done(), type: 'greatNewFeature', message: undefined }, 'greatNewFeature'],
    ['a message nobody knows', { ...done(), message: { type: 'hologram', id: '1' } }, 'message/hologram'],
    ['a sticker', { ...done(), message: { type: 'sticker', id: '1' } }, 'message/sticker'],
    ['a room', { ...done(), source: { type: 'room', roomId: 'R' } }, 'message/text'],
    ['no source', { ...done(), source: undefined }, 'message/text'],
    ['a number', 7, 'unreadable'],
    ['null', null, 'unreadable'],
    ['no id', { ...done(), webhookEventId: undefined }, 'unreadable'],
    ['a time that is no number', { ...done(), timestamp: 'now' }, 'unreadable'],
  ])('%s: 200, nothing written, one line in the log', async (_what, event, type) => {
    const online = await goOnline();
    await untouched(online, async () => {
      expect(await online.events([event])).toBe(200);
    });
    expect(online.stage.log.lines).toMatchObject([{ level: 'info', facts: { agency: OFFICE, type } }]);
  });

  it('unknown properties and values do no harm', async () => {
    const online = await goOnline();
    const event = { ...done(), mode: 'brand-new', extra: { a: [1] }, deliveryContext: 'x' };
    expect(await online.events([event])).toBe(200);
    expect(await kept(online)).toHaveLength(1);
  });

  it('one that is not understood does not hold the others', async () => {
    const online = await goOnline();
    expect(await online.events([7, { ...done(), type: 'x' }, done(), null])).toBe(200);
    expect(await kept(online)).toHaveLength(1);
  });

  it('of one body are kept in their order', async () => {
    const online = await goOnline();
    await online.events([done('O12 กำลังทำ'), done('มาตรการที่ 1 เสร็จแล้ว'), done('O12 เสร็จแล้ว')]);
    const items = (await kept(online)).map(({ event }) => (event.type === 'item-reported' ? event.item : ''));
    expect(items).toEqual(['o12', 'm1', 'o12']);
  });

  it('that come twice at once are kept once, and both bodies are 200', async () => {
    const online = await goOnline();
    const event = done();
    const statuses = await Promise.all(Array.from({ length: 5 }, () => online.events([event])));
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    await online.settled();
    expect(await kept(online)).toHaveLength(1);
    expect(online.stage.line.calls).toHaveLength(1);
  });
});

describe('when the store cannot keep', () => {
  it('everything: 503, nothing written, nobody answered', async () => {
    const down = () => Promise.reject(new StoreDown('disk full'));
    const online = await goOnline({
      change: (world) => ({ ...world, store: { ...world.store, append: down } }),
    });
    await untouched(online, async () => {
      expect(await online.events([done()])).toBe(503);
    });
    expect(online.stage.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('store down') }),
    );
  });

  it('nor read: 503', async () => {
    const down = () => Promise.reject(new StoreDown('gone'));
    const online = await goOnline({
      change: (world) => ({ ...world, store: { ...world.store, load: down } }),
    });
    await untouched(online, async () => {
      expect(await online.events([done()])).toBe(503);
    });
  });

  it('one event of several: 503, the others are kept; sent again, only the missing one is', async () => {
    const events = [done('O12 กำลังทำ'), done('มาตรการที่ 1 เสร็จแล้ว'), done('O12 เสร็จแล้ว')];
    let down = true;
    const online = await goOnline({
      change: (world) => ({
        ...world,
        store: {
          ...world.store,
          append(agency, version, batch) {
            if (down && batch.seen === events[1]?.webhookEventId) throw new StoreDown('disk full');
            return world.store.append(agency, version, batch);
          },
        },
      }),
    });
    const causes = async () => (await kept(online)).map((entry) => entry.cause);
    const [first, second, third] = events.map((event) => event.webhookEventId);
    expect(await online.events(events)).toBe(503);
    expect(await causes()).toEqual([first, third]);
    down = false;
    const again = events.map((event) => ({ ...event, deliveryContext: { isRedelivery: true } }));
    expect(await online.events(again)).toBe(200);
    expect(await causes()).toEqual([first, third, second]);
    expect(await online.events(again)).toBe(200);
    await online.settled();
    expect(await countOf(online.stage.store)).toBe(anOffice().length + 3);
    expect(online.stage.line.calls).toHaveLength(3);
  });

  it('because of a fault of ours: 503, LINE is to send it again', async () => {
    const online = await goOnline({
      handle: () => Promise.reject(new TypeError('undefined is not a function')),
    });
    expect(await online.events([done()])).toBe(503);
  });
});

describe('LINE hears nothing before its 200', () => {
  it('the answer to the webhook ends first, then the reply goes out', async () => {
    const online = await goOnline();
    expect(await online.events([done(), done('ภาพรวม')])).toBe(200);
    await online.settled();
    expect(online.order).toEqual(['200', 'LINE', 'LINE']);
  });

  it('a LINE that hangs does not hold the 200', async () => {
    const online = await goOnline();
    let letGo = () => {};
    const hangs = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    online.stage.line.decides(async () => {
      await hangs;
      return 'accepted' as const;
    });
    expect(await online.events([done()])).toBe(200);
    expect(await online.events([done('ภาพรวม')])).toBe(200);
    letGo();
    await online.settled();
  });
});

describe('several agencies', () => {
  const secrets = { office: SECRET, other: 'secret-of-the-other' };

  it('the address chooses the secret', async () => {
    const online = await goOnline({ secrets, only: null });
    expect(await online.events([done()], { path: '/webhook/office' })).toBe(200);
    expect(await online.events([done()], { path: '/webhook/other', secret: secrets.other })).toBe(503);
    expect(await kept(online), 'only the first was for the office').toHaveLength(1);
  });

  it.each([
    ["another's secret", '/webhook/other', 401],
    ['an unknown agency', '/webhook/nobody', 401],
    ['a name of JavaScript', '/webhook/__proto__', 401],
    ['a broken address', '/webhook/%E0%A4%A', 400],
    ['no agency', '/webhook', 404],
  ])('%s is refused, and nothing is written', async (_what, path, status) => {
    const online = await goOnline({ secrets, only: null });
    await untouched(online, async () => {
      expect(await online.events([done()], { path })).toBe(status);
    });
  });

  it('an unknown agency and a wrong signature are not told apart', async () => {
    const online = await goOnline({ secrets, only: null });
    const answers = await Promise.all([
      online.post(body(done()), { path: '/webhook/nobody' }),
      online.post(body(done()), { path: '/webhook/office', signature: 'wrong' }),
    ]);
    const [one, two] = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(one).toBe(two);
  });

  it('a single agency is found under its own address too', async () => {
    const online = await goOnline();
    expect(await online.events([done()], { path: '/webhook/office' })).toBe(200);
    expect(await kept(online)).toHaveLength(1);
  });
});

it('other methods than POST are not the webhook', async () => {
  const online = await goOnline();
  for (const method of ['GET', 'PUT', 'DELETE']) {
    expect((await fetch(`${online.url}/webhook`, { method })).status).toBe(404);
  }
});
