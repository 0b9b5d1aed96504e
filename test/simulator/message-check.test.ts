import { expect, test } from 'vitest';
import { checkMessages } from '../../src/simulator/message-check.ts';
import * as a from './samples.ts';

const long = (length: number) => 'ก'.repeat(length);
const clusters = (count: number) => a.threeUnits.repeat(count);
const spaced = (count: number) => Array.from({ length: count }, () => a.postback());

/** Paths of what LINE would refuse. */
function paths(...messages: readonly unknown[]): readonly string[] {
  return checkMessages(messages, 'push').map(({ path }) => path);
}

const taken: readonly (readonly [string, unknown])[] = [
  ['text of 5,000', a.text(long(5_000))],
  ['a sticker', { type: 'sticker', packageId: '1', stickerId: '2' }],
  [
    'an image over https',
    { type: 'image', originalContentUrl: 'https://a.th/1.jpg', previewImageUrl: 'https://a.th/2.jpg' },
  ],
  ['altText of 1,500', a.flex(a.bubble(), long(1_500))],
  [
    'a bubble with every block',
    a.flex(
      a.bubble([a.textPart('ก')], {
        header: a.box([]),
        footer: a.box([a.button(a.uri())]),
        hero: {
          type: 'image',
          url: 'https://a.th/h.png',
          size: 'full',
          aspectRatio: '20:13',
          aspectMode: 'cover',
        },
        styles: { footer: { separator: true, separatorColor: '#00000033' } },
      }),
    ),
  ],
  [
    'an empty box',
    a.flex(a.bubble([a.box([], { width: '30px', height: '6px', backgroundColor: '#0367D3' })])),
  ],
  [
    'a baseline box',
    a.flex(
      a.bubble([
        a.box([{ type: 'icon', url: 'https://a.th/i.png' }, a.textPart('ก')], {
          layout: 'baseline',
          spacing: 'sm',
        }),
      ]),
    ),
  ],
  [
    'spans in place of text',
    a.flex(
      a.bubble([{ type: 'text', wrap: true, contents: [{ type: 'span', text: 'ก', color: '#aaaaaa' }] }]),
    ),
  ],
  [
    'a gradient',
    a.flex(
      a.bubble([
        a.box([], {
          background: {
            type: 'linearGradient',
            angle: '23.5deg',
            startColor: '#FFFF00',
            endColor: '#0080ff',
          },
        }),
      ]),
    ),
  ],
  [
    'twelve bubbles of one size',
    a.flex(a.carousel(Array(12).fill(a.bubble([a.textPart('ก')], { size: 'kilo' })))),
  ],
  ['a Flex label of 40 graphemes', a.flex(a.bubble([a.button(a.postback({ label: clusters(40) }))]))],
  [
    'a Flex action without label outside a button',
    a.flex(a.bubble([a.box([], { action: { type: 'uri', uri: 'tel:0812345678' } })])),
  ],
  ['thirteen quick replies', a.quick(...spaced(13))],
  [
    'quick reply to camera, album and map',
    a.quick(
      { type: 'camera', label: 'ก' },
      { type: 'cameraRoll', label: 'ก' },
      { type: 'location', label: 'ก' },
    ),
  ],
  ['a quick reply label of 20 graphemes', a.quick(a.say({ label: clusters(20) }))],
  ['displayText of 300 graphemes', a.quick(a.postback({ displayText: clusters(300) }))],
  [
    'a picker of each mode',
    a.quick(
      a.picker({ min: '1900-01-01', max: '2100-12-31', initial: '2026-02-28' }),
      a.picker({ mode: 'time', initial: '23:59' }),
      a.picker({ mode: 'datetime', initial: '2026-12-31t16:30' }),
    ),
  ],
  [
    'a percent-encoded Thai address',
    a.quick(a.uri({ uri: `https://a.th/${encodeURIComponent('แผน')}?q=1#x` })),
  ],
  ['a LINE address', a.quick(a.uri({ uri: 'line://ti/p/@a' }))],
  ['buttons', a.buttons({ title: clusters(40), text: clusters(60), actions: spaced(4) })],
  ['buttons without title, text of 160', a.buttons({ text: clusters(160) })],
  ['confirm', a.confirm({ text: clusters(240) })],
  ['ten columns', a.columns(Array(10).fill({ text: clusters(120), actions: spaced(3) }))],
  [
    'textV2',
    {
      type: 'textV2',
      text: '{{ก}} {who}',
      substitution: { who: { type: 'emoji', productId: '1', emojiId: '1' } },
    },
  ],
  ['a sender', a.text('ก', { sender: { name: 'น้องไอต้า', iconUrl: 'https://a.th/i.png' } })],
  ['clipboard', a.quick({ type: 'clipboard', label: 'คัดลอก', clipboardText: 'ABC' })],
  [
    'an imagemap',
    {
      type: 'imagemap',
      baseUrl: 'https://a.th/m',
      altText: 'แผนที่',
      baseSize: { width: 1040, height: 1040 },
      actions: [{ type: 'message', text: 'ก', area: { x: 0, y: 0, width: 10, height: 10 } }],
    },
  ],
];

test.each(taken)('LINE takes %s', (_, message) => {
  expect(checkMessages([message], 'reply')).toEqual([]);
});

test('one to five messages go in one request', () => {
  expect(paths()).toEqual(['/messages']);
  expect(paths(...Array(5).fill(a.text()))).toEqual([]);
  expect(paths(...Array(6).fill(a.text()))).toEqual(['/messages']);
});

test('mentions go in replies and pushes only', () => {
  const mention = {
    type: 'textV2',
    text: '{m}',
    substitution: { m: { type: 'mention', mentionee: { type: 'all' } } },
  };
  expect(checkMessages([mention], 'reply')).toEqual([]);
  expect(checkMessages([mention], 'push')).toEqual([]);
  expect(checkMessages([mention], 'multicast')).toMatchObject([{ path: '/messages/0/substitution' }]);
});

test('every problem says its place, its rule and where the rule stands', () => {
  expect(checkMessages([a.text(), a.text('')], 'push')).toEqual([
    {
      path: '/messages/1/text',
      rule: 'May not be empty',
      source: 'docs/line-platform.md 2.5 (R#text-message)',
    },
  ]);
});

test('all errors of a message are told at once', () => {
  const body = '/messages/0/contents/body/contents/0';
  const message = a.flex(a.bubble([a.box([a.textPart(''), a.button({ type: 'postback' })])]));
  expect(paths(message).toSorted()).toEqual([
    `${body}/contents/0/text`,
    `${body}/contents/1/action/data`,
    `${body}/contents/1/action/label`,
  ]);
});
