import { describe, expect, test } from 'vitest';
import { checkWebhookBody } from '../../src/simulator/webhook-check.ts';
import { png, setPhones } from './phones-stage.ts';

test('the state tells everything the page draws', async () => {
  const phones = await setPhones();
  await phones.push(phones.somchai, 'สวัสดีค่ะ');
  const { somchai, malee, stranger, group, bot } = phones;
  expect(await phones.look('state')).toMatchObject({
    now: phones.clock.now(),
    bot: { name: 'น้องไอต้า', userId: bot.userId, basicId: bot.basicId },
    people: [{ user: somchai, shown: true }, { user: malee, name: 'มาลี', shown: false }, { user: stranger }],
    groups: [{ id: group, name: 'กองช่าง', members: [somchai, malee], withBot: true }],
    friends: { [somchai]: 'friend', [malee]: 'stranger' },
    richMenus: { [somchai]: null },
    quota: { limit: 300, used: 1, pushes: [{ at: phones.clock.now(), to: somchai, cost: 1, kind: 'push' }] },
    faults: [],
    duplicates: 0,
    held: null,
    redelivery: false,
    wire: [{ kind: 'request', path: '/v2/bot/message/push', status: 200, refused: false }],
    chats: {
      [somchai]: [{ from: 'bot', name: 'น้องไอต้า', via: 'push', message: { type: 'text', text: 'สวัสดีค่ะ' } }],
    },
  });
});

test('a long chat is shown from its newest lines, fewer of people who are not on the table', async () => {
  const phones = await setPhones();
  const { bot, somchai, malee } = phones;
  for (const user of [somchai, malee])
    for (let n = 1; n <= 600; n++)
      phones.platform.world.write(bot.userId, user, { from: user, text: `${n}`, at: n, id: `${user}${n}` });
  const [shown, other] = [await phones.chat(somchai), await phones.chat(malee)];
  expect([shown.length, shown.at(-1)?.text, other.length, other.at(-1)?.text]).toEqual([
    500,
    '600',
    30,
    '600',
  ]);
});

test('a free reply is no push that cost something', async () => {
  const phones = await setPhones();
  await phones.post('say', { user: phones.somchai, text: 'ก' });
  await phones.reply(phones.lastEvent().replyToken);
  expect(await phones.look('state')).toMatchObject({ quota: { used: 0, pushes: [] } });
});

test('what is said reaches the bot, and the answer tells how the bot took it', async () => {
  const phones = await setPhones();
  const said = await phones.post('say', { user: phones.somchai, text: 'ขาดข้อไหนบ้าง' });
  expect(said).toEqual({
    status: 200,
    body: { outcome: 'accepted', statuses: [200], messageId: expect.any(String) },
  });
  expect(phones.lastEvent()).toMatchObject({
    type: 'message',
    source: { type: 'user', userId: phones.somchai },
    message: { text: 'ขาดข้อไหนบ้าง', id: said.body.messageId },
  });
  expect(await phones.chat(phones.somchai)).toMatchObject([{ from: phones.somchai, name: 'สมชาย' }]);
});

test('a bot that fails is told of at once, also when LINE would send again later', async () => {
  const phones = await setPhones();
  phones.platform.world.setBot(phones.bot.userId, { redelivery: true });
  phones.botAnswers(() => 500);
  const { body } = await phones.post('say', { user: phones.somchai, text: 'ก' });
  expect(body).toMatchObject({ outcome: 'failed', statuses: [500] });
  expect(await phones.look('state')).toMatchObject({ waiting: 1, redelivery: true });
});

test('in the group the bot can be mentioned, and the mention is a real one', async () => {
  const phones = await setPhones();
  const { malee, group, bot } = phones;
  await phones.post('say', { user: malee, group, text: 'ค้างอะไร', mentionBot: true });
  expect(phones.lastEvent()).toMatchObject({
    source: { groupId: group, userId: malee },
    message: {
      text: '@น้องไอต้า ค้างอะไร',
      mention: { mentionees: [{ userId: bot.userId, isSelf: true, index: 0 }] },
    },
  });
});

test('a postback is pressed as LINE sends it, its words shown and not sent', async () => {
  const phones = await setPhones();
  const action = { type: 'postback', data: 'a=1', displayText: 'เสร็จแล้ว', label: 'ก' };
  await phones.post('press', { user: phones.somchai, action });
  expect(phones.got).toHaveLength(1);
  expect(phones.lastEvent()).toMatchObject({ type: 'postback', postback: { data: 'a=1' } });
  expect(await phones.chat(phones.somchai)).toMatchObject([{ text: 'เสร็จแล้ว' }]);
});

test('a link that is pressed stays on the phone', async () => {
  const phones = await setPhones();
  const action = { type: 'uri', uri: 'https://example.com' };
  expect((await phones.post('press', { user: phones.somchai, action })).body.outcome).toBe('nothing');
});

describe('a picker', () => {
  const action = {
    ...{ type: 'datetimepicker', data: 'when', mode: 'date', initial: '2026-02-01' },
    ...{ min: '2026-01-01', max: '2026-03-31' },
  };
  test.each([
    [{ date: '2026-03-15' }, 200],
    [undefined, 200],
    [{ date: '2026-04-01' }, 400],
    [{ date: '2026-13-01' }, 400],
    [{ time: '10:00' }, 400],
  ])('gives the bot %j or is refused: %i', async (params, status) => {
    const phones = await setPhones();
    const pressed = await phones.post('press', { user: phones.somchai, action, params });
    expect(pressed.status).toBe(status);
    expect(phones.got).toHaveLength(status === 200 ? 1 : 0);
    if (status === 200)
      expect(phones.lastEvent()).toMatchObject({ postback: { params: params ?? { date: '2026-02-01' } } });
  });
});

test('a picture is sent, can be downloaded by the bot and is shown on the phones', async () => {
  const phones = await setPhones();
  const bytes = png(20, 10);
  const picture = { bytes: bytes.toString('base64'), contentType: 'image/png' };
  const { body } = await phones.post('image', { user: phones.somchai, ...picture });
  const [line] = await phones.chat(phones.somchai);
  expect(line).toMatchObject({ content: { type: 'image', url: `/phones/content/${body.messageId}` } });
  const shown = await fetch(`${phones.base}/phones/content/${body.messageId}`);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
  expect((await phones.get(`/v2/bot/message/${body.messageId}/content`)).status).toBe(200);
});

test('what is no picture is refused as one', async () => {
  const phones = await setPhones();
  const page = { bytes: Buffer.from('<script>').toString('base64'), contentType: 'image/png' };
  expect((await phones.post('image', { user: phones.somchai, ...page })).status).toBe(400);
  const svg = { bytes: png(1, 1).toString('base64'), contentType: 'image/svg+xml' };
  expect((await phones.post('image', { user: phones.somchai, ...svg })).status).toBe(400);
});

test('a file of any kind is something to save, never a page of ours', async () => {
  const phones = await setPhones();
  const bytes = Buffer.from('<script>alert(1)</script>').toString('base64');
  const { body } = await phones.post('file', { user: phones.somchai, fileName: 'รายงาน.html', bytes });
  const got = await fetch(`${phones.base}/phones/content/${body.messageId}`);
  expect(got.headers.get('content-type')).toBe('application/octet-stream');
  expect(got.headers.get('content-disposition')).toBe('attachment');
  expect(phones.lastEvent()).toMatchObject({ message: { type: 'file', fileName: 'รายงาน.html' } });
});

test.each([
  ['แผนปฏิบัติการป้องกันการทุจริต 2569.docx', 4_000_000],
  ['แผน.xlsx', 20_000],
])('%s reaches the bot as LINE tells of files, byte for byte', async (fileName, size) => {
  const phones = await setPhones();
  const content = Buffer.alloc(size, 'PK\u0003\u0004เอกสาร');
  const bytes = content.toString('base64');
  const { status, body } = await phones.post('file', { user: phones.somchai, fileName, bytes });
  expect(status).toBe(200);
  const event = phones.lastEvent();
  expect(event).toMatchObject({
    type: 'message',
    source: { type: 'user', userId: phones.somchai },
    message: { type: 'file', id: body.messageId, fileName, fileSize: size },
  });
  expect(checkWebhookBody({ destination: phones.bot.userId, events: [event] })).toEqual([]);
  const got = await fetch(`${phones.base}/v2/bot/message/${body.messageId}/content`, {
    headers: { authorization: 'Bearer token-1' },
  });
  expect(Buffer.compare(Buffer.from(await got.arrayBuffer()), content)).toBe(0);
  const [line] = await phones.chat(phones.somchai);
  expect(line).toMatchObject({ content: { type: 'file', fileName } });
});

test('a file larger than the phones take is refused with a sentence, and nothing is sent', async () => {
  const phones = await setPhones();
  const bytes = Buffer.alloc(8_000_001).toString('base64');
  const { status, body } = await phones.post('file', { user: phones.somchai, fileName: 'ก.docx', bytes });
  expect([status, String(body.error)]).toEqual([400, expect.stringContaining('ใหญ่เกินไป')]);
  expect(phones.got).toEqual([]);
});

test('a sticker is sent', async () => {
  const phones = await setPhones();
  await phones.post('sticker', { user: phones.malee, group: phones.group });
  expect(phones.lastEvent()).toMatchObject({
    message: { type: 'sticker' },
    source: { userId: phones.malee },
  });
});

test('what was unsent is marked and its file is gone', async () => {
  const phones = await setPhones();
  const { somchai } = phones;
  const picture = { bytes: png(20, 10).toString('base64'), contentType: 'image/png' };
  const { body } = await phones.post('image', { user: somchai, ...picture });
  await phones.post('unsend', { user: somchai, message: body.messageId });
  expect(phones.lastEvent()).toMatchObject({ type: 'unsend', unsend: { messageId: body.messageId } });
  const [line] = await phones.chat(somchai);
  expect(line).toMatchObject({ id: body.messageId, unsent: true });
  expect(line).not.toHaveProperty('content');
  expect((await fetch(`${phones.base}/phones/content/${body.messageId}`)).status).toBe(404);
});

test('a group message is edited; the bot is told and the phones show the new words', async () => {
  const phones = await setPhones();
  const { somchai, group } = phones;
  const { body } = await phones.post('say', { user: somchai, group, text: 'ม.1 เสร็จ' });
  await phones.post('edit', { user: somchai, group, message: body.messageId, text: 'ม.2 เสร็จ' });
  expect(phones.lastEvent()).toMatchObject({ type: 'messageEdited', message: { text: 'ม.2 เสร็จ' } });
  expect(await phones.chat(group)).toMatchObject([{ text: 'ม.2 เสร็จ', edited: true }]);
});

test('nobody unsends or edits what another person wrote', async () => {
  const phones = await setPhones();
  const { somchai, malee, group } = phones;
  const { body } = await phones.post('say', { user: somchai, group, text: 'ก' });
  const message = body.messageId;
  expect((await phones.post('unsend', { user: malee, group, message })).status).toBe(400);
  expect((await phones.post('edit', { user: malee, group, message, text: 'ข' })).status).toBe(400);
  expect((await phones.post('edit', { user: somchai, message, text: 'ข' })).status).toBe(400);
});

test('people block and add the bot; the phones know', async () => {
  const phones = await setPhones();
  const { somchai } = phones;
  await phones.post('unfollow', { user: somchai });
  expect(phones.lastEvent().type).toBe('unfollow');
  expect(await phones.look('state')).toMatchObject({ friends: { [somchai]: 'blocked' } });
  await phones.post('follow', { user: somchai });
  expect(phones.lastEvent()).toMatchObject({ type: 'follow', follow: { isUnblocked: true } });
});

test('the bot leaves a group and is invited again, once', async () => {
  const phones = await setPhones();
  const { group } = phones;
  expect((await phones.post('join', { group })).status).toBe(400);
  await phones.post('leave', { group });
  expect(phones.lastEvent().type).toBe('leave');
  expect((await phones.post('say', { user: phones.malee, group, text: 'ก' })).body.error).toContain(
    'not in this group',
  );
  await phones.post('join', { group });
  expect(phones.lastEvent().type).toBe('join');
  expect((await phones.post('leave', { group: 'C0' })).status).toBe(400);
});

test('members come and go', async () => {
  const phones = await setPhones();
  const { group, stranger } = phones;
  await phones.post('member-joined', { group, user: stranger });
  expect(phones.lastEvent()).toMatchObject({
    type: 'memberJoined',
    joined: { members: [{ userId: stranger }] },
  });
  expect(await phones.look('state')).toMatchObject({
    groups: [{ members: expect.arrayContaining([stranger]) }],
  });
  await phones.post('member-left', { group, user: stranger });
  expect(phones.lastEvent().type).toBe('memberLeft');
  expect((await phones.post('member-left', { group, user: stranger })).status).toBe(400);
});

test.each([
  ['say', {}, '"user" must be a text.'],
  ['say', { user: 'U0', text: 'ก' }, expect.stringContaining('There is no such person.')],
  ['say', { user: '$somchai', text: '' }, '"text" must be a text.'],
  ['say', { user: '$somchai', text: 'ก'.repeat(5_001) }, '"text" may have at most 5000 characters.'],
  ['say', { user: '$somchai', text: 'ก', mentionBot: 'yes' }, '"mentionBot" must be true or false.'],
  ['say', { user: '$somchai', text: 'ก', group: 'C0' }, expect.stringContaining('There is no such group.')],
  [
    'say',
    { user: '$stranger', text: 'ก', group: '$group' },
    expect.stringContaining('This person is not in the group.'),
  ],
  ['press', { user: '$somchai', action: 'a' }, '"action" must be an object.'],
  ['press', { user: '$somchai', action: { type: 'fly' } }, 'no such action: fly'],
  ['press', { user: '$somchai', action: { type: 'postback' } }, 'the action has no data'],
  ['image', { user: '$somchai', bytes: '***', contentType: 'image/png' }, '"bytes" must be base64.'],
  ['say', [], 'The body must be a JSON object.'],
])('%s %j is refused with a sentence', async (verb, body, error) => {
  const phones = await setPhones();
  const { somchai, stranger, group } = phones;
  const ids: Record<string, string> = { $somchai: somchai, $stranger: stranger, $group: group };
  const filled: unknown = JSON.parse(
    JSON.stringify(body),
    (_key, value: unknown) => ids[String(value)] ?? value,
  );
  expect(await phones.post(verb, filled)).toEqual({ status: 400, body: { error } });
  expect(phones.got).toHaveLength(0);
});

describe('a prefilled link', () => {
  const linkTo = (id: string, text: string) =>
    `link?text=${encodeURIComponent(`https://line.me/R/oaMessage/${encodeURIComponent(id)}/?${text}`)}`;

  test('opens the chat with the bot and its words ready to send', async () => {
    const phones = await setPhones();
    const link = linkTo(phones.bot.basicId, encodeURIComponent('ลงทะเบียน ABC'));
    expect(await phones.look(link)).toEqual({ basicId: phones.bot.basicId, draft: 'ลงทะเบียน ABC' });
  });

  test('of another account, or no link of LINE, is refused', async () => {
    const phones = await setPhones();
    expect(await phones.look(linkTo('@other', 'a'))).toMatchObject({
      error: expect.stringContaining('@other'),
    });
    expect(await phones.look('link?text=https://evil.example')).toMatchObject({ error: expect.any(String) });
    expect(await phones.look(linkTo(phones.bot.basicId, '%E0%B8'))).toMatchObject({
      error: expect.any(String),
    });
  });
});
