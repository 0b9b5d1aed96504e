import { describe, expect, test } from 'vitest';
import { png, setPhones } from './phones-stage.ts';

const size = { width: 2500, height: 843 };
const area = {
  bounds: { x: 0, y: 0, width: 1250, height: 843 },
  action: { type: 'message', label: 'งานของฉัน', text: 'งานของฉัน' },
};
const menu = { size, selected: true, name: 'เจ้าหน้าที่', chatBarText: 'เมนู', areas: [area] };

async function setMenus() {
  const phones = await setPhones();
  const image = (id: unknown, bytes: Buffer, type = 'image/png') =>
    fetch(`${phones.base}/v2/bot/richmenu/${id}/content`, {
      method: 'POST',
      headers: { authorization: 'Bearer token-1', 'content-type': type },
      body: new Uint8Array(bytes),
    });
  const create = async (change: object = {}) =>
    (await phones.call('POST', '/v2/bot/richmenu', { ...menu, ...change })).body.richMenuId;
  return {
    ...phones,
    image,
    create,
    async ready(change: object = {}) {
      const id = await create(change);
      await image(id, png(2500, 843));
      return String(id);
    },
    api: (path: string, body?: unknown) => phones.call('POST', `/v2/bot/${path}`, body),
    drop: (path: string) => phones.call('DELETE', `/v2/bot/${path}`),
  };
}

test('a menu is made, read, listed and removed', async () => {
  const stage = await setMenus();
  const id = await stage.create();
  expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/);
  const whole = { richMenuId: id, ...menu };
  expect((await stage.get(`/v2/bot/richmenu/${id}`)).body).toEqual(whole);
  expect((await stage.get('/v2/bot/richmenu/list')).body).toEqual({ richmenus: [whole] });
  expect((await stage.drop(`richmenu/${id}`)).status).toBe(200);
  expect((await stage.get(`/v2/bot/richmenu/${id}`)).status).toBe(404);
  expect((await stage.drop(`richmenu/${id}`)).status).toBe(404);
});

describe('LINE refuses a menu', () => {
  const action = (change: object) => ({ areas: [{ ...area, action: change }] });
  test.each([
    ['without a size', { size: undefined }, 'size'],
    ['narrower than 800', { size: { width: 799, height: 400 } }, 'size'],
    ['wider than 2,500', { size: { width: 2501, height: 1000 } }, 'size'],
    ['lower than 250', { size: { width: 800, height: 249 } }, 'size'],
    ['too high for its width', { size: { width: 1000, height: 700 } }, 'size'],
    ['with 21 areas', { areas: Array.from({ length: 21 }, () => area) }, 'areas'],
    ['with a name over 300', { name: 'ก'.repeat(301) }, 'name'],
    ['with a bar over 14 letters', { chatBarText: 'น้ำ'.repeat(15) }, 'chatBarText'],
    ['with a key LINE does not know', { colour: 'green' }, 'colour'],
    ['with an area without bounds', { areas: [{ action: area.action }] }, 'areas[0].bounds'],
    ['with an action of quick replies', action({ type: 'camera', label: 'ก' }), 'areas[0].action'],
    ['with an action without text', action({ type: 'message', label: 'ก' }), 'areas[0].action.text'],
    [
      'with an alias of capitals',
      action({ type: 'richmenuswitch', data: 'a', richMenuAliasId: 'TAB' }),
      'areas[0].action.richMenuAliasId',
    ],
  ])('%s', async (_why, change, property) => {
    const stage = await setMenus();
    for (const path of ['richmenu', 'richmenu/validate']) {
      const { status, body } = await stage.api(path, { ...menu, ...change });
      expect([status, body.details]).toEqual([
        400,
        expect.arrayContaining([expect.objectContaining({ property })]),
      ]);
    }
  });

  test('and takes what is just inside: 14 letters are counted as people see them', async () => {
    const stage = await setMenus();
    const edge = { chatBarText: 'น้ำ'.repeat(14), size: { width: 800, height: 551 } };
    expect((await stage.api('richmenu/validate', { ...menu, ...edge })).status).toBe(200);
  });
});

describe('the image', () => {
  test('is taken once and given back', async () => {
    const stage = await setMenus();
    const id = await stage.create();
    const bytes = png(2500, 843);
    expect((await stage.get(`/v2/bot/richmenu/${id}/content`)).status).toBe(404);
    expect((await stage.image(id, bytes)).status).toBe(200);
    const got = await stage.get(`/v2/bot/richmenu/${id}/content`);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await stage.image(id, bytes)).status).toBe(400);
  });

  test('a JPEG is as good', async () => {
    const stage = await setMenus();
    const id = await stage.create();
    const jpeg = Buffer.from('ffd8ffe000044a46ffc0001108034b09c403', 'hex');
    expect((await stage.image(id, jpeg, 'image/jpeg')).status).toBe(200);
  });

  test.each([
    ['of another size than the menu', png(2500, 1686), 'image/png', 400],
    ['that is no image', Buffer.from('hello'), 'image/png', 400],
    ['that is not of the kind it says', png(2500, 843), 'image/jpeg', 400],
    ['of more than 1 MB', png(2500, 843, 1_000_001), 'image/png', 400],
    ['of another kind', png(2500, 843), 'image/gif', 415],
    ['of no kind', png(2500, 843), 'application/json', 415],
  ])('%s is refused', async (_why, bytes, type, status) => {
    const stage = await setMenus();
    expect((await stage.image(await stage.create(), bytes, type)).status).toBe(status);
  });

  test('of an unknown menu is 404', async () => {
    const stage = await setMenus();
    expect((await stage.image('richmenu-0', png(2500, 843))).status).toBe(404);
  });
});

describe('who sees which', () => {
  test('a menu without an image is shown to nobody', async () => {
    const stage = await setMenus();
    const id = await stage.create();
    expect((await stage.api(`user/all/richmenu/${id}`)).status).toBe(400);
    expect((await stage.api(`user/${stage.somchai}/richmenu/${id}`)).status).toBe(400);
    expect((await stage.api('user/all/richmenu/richmenu-0')).status).toBe(404);
  });

  test("a person's own menu goes before everybody's, and comes off again", async () => {
    const stage = await setMenus();
    const { somchai, malee } = stage;
    const [all, own] = [await stage.ready(), await stage.ready({ name: 'หัวหน้า' })];
    await stage.api(`user/all/richmenu/${all}`);
    await stage.api(`user/${somchai}/richmenu/${own}`);
    expect(await stage.look('state')).toMatchObject({
      richMenus: {
        [somchai]: { richMenuId: own, name: 'หัวหน้า', imageUrl: `/phones/richmenus/${own}/image` },
        [malee]: { richMenuId: all },
      },
    });
    expect((await stage.get(`/v2/bot/user/${somchai}/richmenu`)).body).toEqual({ richMenuId: own });
    expect((await stage.get(`/v2/bot/user/${malee}/richmenu`)).status).toBe(404);
    expect((await stage.get('/v2/bot/user/all/richmenu')).body).toEqual({ richMenuId: all });
    await stage.drop(`user/${somchai}/richmenu`);
    expect(await stage.look('state')).toMatchObject({ richMenus: { [somchai]: { richMenuId: all } } });
    await stage.drop('user/all/richmenu');
    expect(await stage.look('state')).toMatchObject({ richMenus: { [somchai]: null } });
  });

  test('the phones are told of a change and fetch the image from here', async () => {
    const stage = await setMenus();
    const id = await stage.ready();
    const events = await stage.events();
    await stage.api(`user/${stage.somchai}/richmenu/${id}`);
    expect((await events.until('richmenu')).data).toMatchObject({ [stage.somchai]: { richMenuId: id } });
    const image = await fetch(`${stage.base}/phones/richmenus/${id}/image`);
    expect(image.headers.get('content-type')).toBe('image/png');
  });

  test('for somebody who is no friend LINE says 200 and does nothing', async () => {
    const stage = await setMenus();
    const id = await stage.ready();
    expect((await stage.api(`user/${stage.stranger}/richmenu/${id}`)).status).toBe(200);
    expect((await stage.get(`/v2/bot/user/${stage.stranger}/richmenu`)).status).toBe(404);
  });

  test('many are linked and unlinked at once, 500 at most', async () => {
    const stage = await setMenus();
    const { somchai } = stage;
    const id = await stage.ready();
    const link = (userIds: unknown) => stage.api('richmenu/bulk/link', { richMenuId: id, userIds });
    expect((await link([somchai, stage.stranger])).status).toBe(202);
    expect((await stage.get(`/v2/bot/user/${somchai}/richmenu`)).body).toEqual({ richMenuId: id });
    expect((await link([])).status).toBe(400);
    expect((await link(Array.from({ length: 501 }, () => somchai))).status).toBe(400);
    expect((await stage.api('richmenu/bulk/unlink', { userIds: [somchai] })).status).toBe(202);
    expect((await stage.get(`/v2/bot/user/${somchai}/richmenu`)).status).toBe(404);
  });

  test('a menu that is removed is gone from every phone', async () => {
    const stage = await setMenus();
    const id = await stage.ready();
    await stage.api(`user/all/richmenu/${id}`);
    await stage.drop(`richmenu/${id}`);
    expect((await stage.get('/v2/bot/user/all/richmenu')).status).toBe(404);
    expect(await stage.look('state')).toMatchObject({ richMenus: { [stage.somchai]: null } });
  });
});

describe('aliases', () => {
  test('are made once, read, listed, changed and removed', async () => {
    const stage = await setMenus();
    const [first, second] = [await stage.ready(), await stage.ready()];
    const alias = { richMenuAliasId: 'tab-a', richMenuId: first };
    expect((await stage.api('richmenu/alias', alias)).status).toBe(200);
    expect((await stage.api('richmenu/alias', alias)).status).toBe(400);
    expect((await stage.get('/v2/bot/richmenu/alias/tab-a')).body).toEqual(alias);
    expect((await stage.get('/v2/bot/richmenu/alias/list')).body).toEqual({ aliases: [alias] });
    await stage.api('richmenu/alias/tab-a', { richMenuId: second });
    expect((await stage.get('/v2/bot/richmenu/alias/tab-a')).body).toMatchObject({ richMenuId: second });
    expect((await stage.drop('richmenu/alias/tab-a')).status).toBe(200);
    expect((await stage.get('/v2/bot/richmenu/alias/tab-a')).status).toBe(404);
    expect((await stage.drop('richmenu/alias/tab-a')).status).toBe(404);
  });

  test.each([
    [{ richMenuAliasId: 'TAB', richMenuId: 'x' }],
    [{ richMenuAliasId: 'a'.repeat(33), richMenuId: 'x' }],
    [{ richMenuAliasId: 'tab', richMenuId: 'richmenu-unknown' }],
    [{ richMenuAliasId: 'tab' }],
  ])('%j is refused', async (alias) => {
    const stage = await setMenus();
    expect((await stage.api('richmenu/alias', alias)).status).toBe(400);
  });

  test('a tab that is pressed shows the other menu and tells the bot', async () => {
    const stage = await setMenus();
    const { somchai } = stage;
    const id = await stage.ready();
    await stage.api('richmenu/alias', { richMenuAliasId: 'tab-b', richMenuId: id });
    const action = { type: 'richmenuswitch', richMenuAliasId: 'tab-b', data: 'tab=b' };
    await stage.post('press', { user: somchai, action });
    expect(stage.lastEvent()).toMatchObject({
      postback: { data: 'tab=b', params: { newRichMenuAliasId: 'tab-b', status: 'SUCCESS' } },
    });
    expect(await stage.look('state')).toMatchObject({ richMenus: { [somchai]: { richMenuId: id } } });
  });

  test('a tab that leads nowhere says so, and names no new menu', async () => {
    const stage = await setMenus();
    const action = { type: 'richmenuswitch', richMenuAliasId: 'none', data: 'a' };
    await stage.post('press', { user: stage.somchai, action });
    expect(stage.lastEvent()).toMatchObject({
      postback: { params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
    });
    const id = await stage.ready();
    await stage.api('richmenu/alias', { richMenuAliasId: 'gone', richMenuId: id });
    await stage.drop(`richmenu/${id}`);
    await stage.post('press', { user: stage.somchai, action: { ...action, richMenuAliasId: 'gone' } });
    expect(stage.lastEvent().postback).toEqual({ data: 'a', params: { status: 'RICHMENU_NOTFOUND' } });
  });
});

test('100 menus an hour may be made', async () => {
  const stage = await setMenus();
  for (let n = 0; n < 100; n++) await stage.create();
  expect((await stage.api('richmenu', menu)).status).toBe(429);
  stage.clock.advance(3_600_000);
  expect((await stage.api('richmenu', menu)).status).toBe(200);
});

describe('the loading animation', () => {
  const path = 'chat/loading/start';

  test('is accepted for a person and shown on the phone, 20 seconds unless said', async () => {
    const stage = await setMenus();
    const events = await stage.events();
    const { status, body } = await stage.api(path, { chatId: stage.somchai });
    expect([status, body]).toEqual([202, {}]);
    expect((await events.until('loading')).data).toEqual({ user: stage.somchai, seconds: 20 });
    await stage.api(path, { chatId: stage.somchai, loadingSeconds: 60 });
    expect((await events.until('loading')).data).toMatchObject({ seconds: 60 });
  });

  test.each([4, 7, 61, 65, '20'])('%j seconds are refused: 5 to 60 in steps of 5', async (loadingSeconds) => {
    const stage = await setMenus();
    expect((await stage.api(path, { chatId: stage.somchai, loadingSeconds })).status).toBe(400);
  });

  test('is refused for a group, and the wire says why', async () => {
    const stage = await setMenus();
    expect((await stage.api(path, { chatId: stage.group })).status).toBe(400);
    expect(await stage.wire()).toMatchObject([
      {
        refused: true,
        problems: [{ path: '/chatId', source: expect.stringContaining('docs/line-platform.md 2.5') }],
      },
    ]);
  });
});
