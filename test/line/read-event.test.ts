/** What people send besides words, as the flow gets it. */
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/line/read-event.ts';

const USER = { type: 'user', userId: `U${'a1'.repeat(16)}` };
const GROUP = { ...USER, type: 'group', groupId: `C${'b2'.repeat(16)}` };
const FILE = { type: 'file', id: '354718705033693880', fileName: 'แผน 2569.docx', fileSize: 213_800 };

function read(message: unknown, source: unknown = USER) {
  const read = readEvent({ type: 'message', webhookEventId: 'w1', timestamp: 1, source, message });
  return read.kind === 'inbound' ? read.inbound.what : read;
}

describe('a file', () => {
  it('in 1:1 is its message, its name and its size', () => {
    expect(read(FILE)).toEqual({
      kind: 'file',
      message: '354718705033693880',
      name: 'แผน 2569.docx',
      size: 213_800,
    });
  });

  it('in a group is ignored, and only its type is told', () => {
    expect(read(FILE, GROUP)).toEqual({
      kind: 'ignored',
      type: 'message/file',
      why: 'nothing this bot acts on',
    });
  });

  it.each([
    ['an id that is no number', { id: '../../info' }],
    ['an id that is too long', { id: '1'.repeat(33) }],
    ['no id', { id: undefined }],
    ['no name', { fileName: undefined }],
    ['a name that is no text', { fileName: 7 }],
    ['no size', { fileSize: undefined }],
    ['a size below nothing', { fileSize: -1 }],
    ['half a byte', { fileSize: 0.5 }],
    ['a size beyond all numbers', { fileSize: 1e300 }],
    ['a size in words', { fileSize: '213800' }],
  ])('with %s cannot be fetched, but is no silence', (_what, broken) => {
    expect(read({ ...FILE, ...broken })).toEqual({ kind: 'media' });
  });

  it.each([
    ['../../etc/passwd', '..-..-etc-passwd'],
    ['C:\\plan.docx', 'C:-plan.docx'],
    ['ก\nข\tค\u2028ง\u0000จ.pdf', 'ก ข ค งจ.pdf'],
    ['แผน\u202Excod.exe', 'แผนxcod.exe'],
    ['\u200B\u2066x\u2069\uD800.docx', 'x.docx'],
    ['  แผน.xlsx ', 'แผน.xlsx'],
    ['<b>$&`"\'.docx', '<b>$&`"\'.docx'],
    ['\u0007', ''],
    ['', ''],
    ['น้ำ.docx', 'น้ำ.docx'],
  ])('called %j is shown as %j', (given, shown) => {
    expect(read({ ...FILE, fileName: given })).toMatchObject({ kind: 'file', name: shown });
  });

  it.each([
    [`${'ก'.repeat(400)}.docx`, `${'ก'.repeat(114)}….docx`],
    [`${'😀'.repeat(400)}.docx`, `${'😀'.repeat(114)}….docx`],
    ['ก'.repeat(400), `${'ก'.repeat(119)}…`],
    [`ก.${'x'.repeat(400)}`, `ก.${'x'.repeat(117)}…`],
    ['ก'.repeat(120), 'ก'.repeat(120)],
  ])('with a name too long is cut before its ending', (given, shown) => {
    expect(read({ ...FILE, fileName: given })).toMatchObject({ name: shown });
  });
});

it.each(['image', 'video', 'audio'])('%s in 1:1 is media, in a group nothing', (type) => {
  const message = { type, id: '1', contentProvider: { type: 'line' } };
  expect(read(message)).toEqual({ kind: 'media' });
  expect(read(message, GROUP)).toMatchObject({ kind: 'ignored', type: `message/${type}` });
});

it.each(['sticker', 'location', 'poll'])('%s is ignored', (type) => {
  expect(read({ type, id: '1' })).toMatchObject({ kind: 'ignored', type: `message/${type}` });
});

it('words stay words, whatever LINE does to ids', () => {
  const words = { kind: 'text', text: 'O12', mentioned: false };
  for (const id of ['1', 'new-kind-of-id', 7, null])
    expect(read({ type: 'text', id, text: 'O12', fileName: 7, fileSize: 'x' })).toEqual(words);
});

describe('members of a group', () => {
  const came = (type: string, field: string, members: unknown, source: unknown = GROUP) => {
    const event = { type, webhookEventId: 'w1', timestamp: 1, source, [field]: { members } };
    const read = readEvent(event);
    return read.kind === 'inbound' ? read.inbound.what : read.kind;
  };
  const named = (letter: string) => ({ type: 'user', userId: `U${letter.repeat(32)}` });

  it.each([
    ['memberJoined', 'joined', 'members-joined'],
    ['memberLeft', 'left', 'members-left'],
  ])('%s tells who, as far as LINE names them', (type, field, kind) => {
    const users = [named('a').userId, named('b').userId];
    expect(came(type, field, [named('a'), { type: 'user' }, named('b'), { userId: '../x' }])).toEqual({
      kind,
      users,
    });
    expect(came(type, field, [])).toBe('ignored');
    expect(came(type, field, 'everybody')).toBe('ignored');
    expect(came(type, field, [named('a')], USER)).toBe('ignored');
  });

  it('too many to be a group are ignored, and cost no other field of an event', () => {
    expect(came('memberLeft', 'left', Array(501).fill(named('a')))).toBe('ignored');
    const text = { type: 'text', id: '1', text: 'ok' };
    const event = {
      type: 'message',
      webhookEventId: 'w1',
      timestamp: 1,
      source: USER,
      message: text,
      left: 7,
    };
    expect(readEvent(event).kind).toBe('inbound');
  });
});
