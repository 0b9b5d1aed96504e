import { describe, expect, test } from 'vitest';
import { checkMessages } from '../../src/simulator/message-check.ts';
import * as a from './samples.ts';

const long = (length: number) => 'ก'.repeat(length);
const clusters = (count: number) => a.threeUnits.repeat(count);
const spaced = (count: number) => Array.from({ length: count }, () => a.postback());

/** Paths of what LINE would refuse. */
function paths(...messages: readonly unknown[]): readonly string[] {
  return checkMessages(messages, 'push').map(({ path }) => path);
}

const body = '/messages/0/contents/body/contents/0';
const item = '/messages/0/quickReply/items/0/action';
const template = '/messages/0/template';
const inBody = (component: unknown) => a.flex(a.bubble([component]));

const refused: Readonly<Record<string, readonly (readonly [string, unknown, string])[]>> = {
  text: [
    ['empty text', a.text(''), '/messages/0/text'],
    ['text of 5,001', a.text(long(5_001)), '/messages/0/text'],
    ['text over 5,000 in UTF-16 units', a.text('😀'.repeat(2_501)), '/messages/0/text'],
    ['a missing text', { type: 'text' }, '/messages/0/text'],
    ['an unknown type', { type: 'file' }, '/messages/0/type'],
    ['no type', { text: 'ก' }, '/messages/0/type'],
    ['an unknown key', a.text('ก', { colour: 'red' }), '/messages/0/colour'],
    ['something that is no object', 'ก', '/messages/0'],
    ['a sender of more than 20', a.text('ก', { sender: { name: long(21) } }), '/messages/0/sender/name'],
    ['a sender called LINE', a.text('ก', { sender: { name: 'LINE ITA' } }), '/messages/0/sender/name'],
    [
      'a sender icon over http',
      a.text('ก', { sender: { iconUrl: 'http://a.th/i.png' } }),
      '/messages/0/sender/iconUrl',
    ],
    [
      'an image over http',
      { type: 'image', originalContentUrl: 'http://a.th/1', previewImageUrl: 'https://a.th/2' },
      '/messages/0/originalContentUrl',
    ],
    [
      'an image address over 2,000',
      {
        type: 'image',
        originalContentUrl: 'https://a.th/1',
        previewImageUrl: `https://a.th/${'x'.repeat(2_000)}`,
      },
      '/messages/0/previewImageUrl',
    ],
    [
      'a location title over 100',
      { type: 'location', title: long(101), address: 'ก', latitude: 1, longitude: 1 },
      '/messages/0/title',
    ],
    [
      'an imagemap of another width',
      {
        type: 'imagemap',
        baseUrl: 'https://a.th/m',
        altText: 'ก',
        baseSize: { width: 1000, height: 1040 },
        actions: [{ type: 'uri', linkUri: 'https://a.th', area: { x: 0, y: 0, width: 1, height: 1 } }],
      },
      '/messages/0/baseSize/width',
    ],
  ],
  textV2: [
    ['a lone brace', { type: 'textV2', text: 'ก { ข' }, '/messages/0/text'],
    ['a name without substitution', { type: 'textV2', text: '{who}' }, '/messages/0/text'],
    [
      'a key of other letters',
      { type: 'textV2', text: 'ก', substitution: { ใคร: { type: 'emoji', productId: '1', emojiId: '1' } } },
      '/messages/0/substitution/ใคร',
    ],
    [
      'more than 100 keys',
      {
        type: 'textV2',
        text: 'ก',
        substitution: Object.fromEntries(
          Array.from({ length: 101 }, (_, i) => [`k${i}`, { type: 'emoji', productId: '1', emojiId: '1' }]),
        ),
      },
      '/messages/0/substitution',
    ],
    [
      'more than 20 emoji',
      {
        type: 'textV2',
        text: '{e}'.repeat(21),
        substitution: { e: { type: 'emoji', productId: '1', emojiId: '1' } },
      },
      '/messages/0/text',
    ],
    [
      'a mention without a user',
      { type: 'textV2', text: '{m}', substitution: { m: { type: 'mention', mentionee: { type: 'user' } } } },
      '/messages/0/substitution/m/mentionee/userId',
    ],
    ['text of 5,001', { type: 'textV2', text: long(5_001) }, '/messages/0/text'],
  ],
  flex: [
    ['empty altText', a.flex(a.bubble(), ''), '/messages/0/altText'],
    ['altText of 1,501', a.flex(a.bubble(), long(1_501)), '/messages/0/altText'],
    ['a missing altText', { type: 'flex', contents: a.bubble() }, '/messages/0/altText'],
    ['an unknown key in a component', inBody(a.textPart('ก', { colour: '#000000' })), `${body}/colour`],
    ['an unknown key in the bubble', a.flex(a.bubble([], { title: 'ก' })), '/messages/0/contents/title'],
    ['an unknown component', inBody({ type: 'spacer' }), `${body}/type`],
    ['an empty text', inBody(a.textPart('')), `${body}/text`],
    ['a text without text', inBody({ type: 'text' }), `${body}/text`],
    ['no spans', inBody({ type: 'text', contents: [] }), `${body}/contents`],
    [
      'an empty span',
      inBody({ type: 'text', contents: [{ type: 'span', text: '' }] }),
      `${body}/contents/0/text`,
    ],
    [
      'a text in place of a span',
      inBody({ type: 'text', contents: [a.textPart('ก')] }),
      `${body}/contents/0/type`,
    ],
    ['an enum value LINE has not', inBody(a.textPart('ก', { weight: 'heavy' })), `${body}/weight`],
    ['a box without layout', inBody({ type: 'box', contents: [] }), `${body}/layout`],
    [
      'a button in a baseline box',
      inBody(a.box([a.button(a.uri())], { layout: 'baseline' })),
      `${body}/contents/0`,
    ],
    ['an icon in a vertical box', inBody({ type: 'icon', url: 'https://a.th/i.png' }), body],
    ['a span in a box', inBody({ type: 'span', text: 'ก' }), body],
    [
      'a text as header',
      a.flex(a.bubble([], { header: a.textPart('ก') })),
      '/messages/0/contents/header/type',
    ],
    ['a button as hero', a.flex(a.bubble([], { hero: a.button(a.uri()) })), '/messages/0/contents/hero'],
    ['a bubble without blocks', a.flex({ type: 'bubble' }), '/messages/0/contents'],
    ['a bubble over 30 KB', inBody(a.textPart(long(10_000))), '/messages/0/contents'],
    [
      'a carousel over 50 KB',
      a.flex(a.carousel(Array(6).fill(a.bubble([a.textPart(long(3_000))])))),
      '/messages/0/contents',
    ],
    ['thirteen bubbles', a.flex(a.carousel(Array(13).fill(a.bubble()))), '/messages/0/contents/contents'],
    ['a carousel without bubbles', a.flex(a.carousel([])), '/messages/0/contents/contents'],
    [
      'bubbles of two sizes',
      a.flex(a.carousel([a.bubble(), a.bubble([a.textPart('ก')], { size: 'kilo' })])),
      '/messages/0/contents/contents',
    ],
    [
      'a carousel in a carousel',
      a.flex(a.carousel([a.carousel([])])),
      '/messages/0/contents/contents/0/type',
    ],
    ['an image over http', inBody({ type: 'image', url: 'http://a.th/i.png' }), `${body}/url`],
    ['a colour by name', inBody(a.textPart('ก', { color: 'red' })), `${body}/color`],
    ['a size LINE has not', inBody(a.textPart('ก', { size: 'huge' })), `${body}/size`],
    ['a margin in em', inBody(a.textPart('ก', { margin: '1em' })), `${body}/margin`],
    [
      'an aspect ratio over 1:3',
      inBody({ type: 'image', url: 'https://a.th/i.png', aspectRatio: '1:3.1' }),
      `${body}/aspectRatio`,
    ],
    [
      'a gradient without end',
      inBody(a.box([], { background: { type: 'linearGradient', angle: '0deg', startColor: '#000000' } })),
      `${body}/background/endColor`,
    ],
    [
      'a style colour by name',
      a.flex(a.bubble([], { styles: { body: { backgroundColor: 'red' } } })),
      '/messages/0/contents/styles/body/backgroundColor',
    ],
    [
      'a video in a carousel',
      a.flex(
        a.carousel([
          a.bubble([], {
            hero: {
              type: 'video',
              url: 'https://a.th/v.mp4',
              previewUrl: 'https://a.th/p.jpg',
              altContent: { type: 'image', url: 'https://a.th/p.jpg' },
            },
          }),
        ]),
      ),
      '/messages/0/contents/contents/0/hero',
    ],
  ],
  actions: [
    ['a button without label', inBody(a.button({ type: 'postback', data: 'a' })), `${body}/action/label`],
    [
      'a Flex label of 41 graphemes',
      inBody(a.button(a.postback({ label: clusters(41) }))),
      `${body}/action/label`,
    ],
    [
      'a Flex label of 41 graphemes outside a button',
      inBody(a.box([], { action: a.uri({ label: clusters(41) }) })),
      `${body}/action/label`,
    ],
    ['an empty label', inBody(a.button(a.postback({ label: '' }))), `${body}/action/label`],
    ['a quick reply label of 21 graphemes', a.quick(a.say({ label: clusters(21) })), `${item}/label`],
    ['a quick reply without label', a.quick({ type: 'message', text: 'ก' }), `${item}/label`],
    [
      'a template label of 21 graphemes',
      a.buttons({ actions: [a.postback({ label: clusters(21) })] }),
      `${template}/actions/0/label`,
    ],
    ['an action without type', a.quick({ label: 'ก', text: 'ก' }), `${item}/type`],
    ['a postback without data', a.quick({ type: 'postback', label: 'ก' }), `${item}/data`],
    ['postback data of 301', a.quick(a.postback({ data: long(301) })), `${item}/data`],
    [
      'displayText of 301 graphemes',
      a.quick(a.postback({ displayText: clusters(301) })),
      `${item}/displayText`,
    ],
    ['fillInText without the keyboard', a.quick(a.postback({ fillInText: 'ก' })), `${item}/fillInText`],
    ['displayText beside text', a.quick(a.postback({ displayText: 'ก', text: 'ก' })), `${item}/text`],
    ['a message action without text', a.quick({ type: 'message', label: 'ก' }), `${item}/text`],
    ['a message action of 301', a.quick(a.say({ text: long(301) })), `${item}/text`],
    ['a uri action without uri', a.quick({ type: 'uri', label: 'ก' }), `${item}/uri`],
    ['a uri over 1,000', a.quick(a.uri({ uri: `https://a.th/${'x'.repeat(1_000)}` })), `${item}/uri`],
    ['Thai in a uri that is not encoded', a.quick(a.uri({ uri: 'https://a.th/แผน' })), `${item}/uri`],
    ['a space in a uri', a.quick(a.uri({ uri: 'https://a.th/a b' })), `${item}/uri`],
    ['a broken percent sign', a.quick(a.uri({ uri: 'https://a.th/100%' })), `${item}/uri`],
    ['another scheme', a.quick(a.uri({ uri: 'javascript:alert(1)' })), `${item}/uri`],
    ['a uri without scheme', a.quick(a.uri({ uri: 'a.th' })), `${item}/uri`],
    ['a picker without mode', a.quick({ type: 'datetimepicker', label: 'ก', data: 'a' }), `${item}/mode`],
    ['a picker of another mode', a.quick(a.picker({ mode: 'month' })), `${item}/mode`],
    ['a day that is none', a.quick(a.picker({ initial: '2026-02-30' })), `${item}/initial`],
    ['a Buddhist year', a.quick(a.picker({ initial: '2569-01-01' })), `${item}/initial`],
    ['a time with a zone', a.quick(a.picker({ mode: 'time', min: '08:00Z' })), `${item}/min`],
    [
      'a latest day before the earliest',
      a.quick(a.picker({ min: '2026-02-01', max: '2026-01-01' })),
      `${item}/max`,
    ],
    [
      'a rich menu switch',
      a.quick({ type: 'richmenuswitch', label: 'ก', data: 'a', richMenuAliasId: 'b' }),
      item,
    ],
    ['a camera outside a quick reply', inBody(a.button({ type: 'camera', label: 'ก' })), `${body}/action`],
    [
      'an empty clipboard',
      a.quick({ type: 'clipboard', label: 'ก', clipboardText: '' }),
      `${item}/clipboardText`,
    ],
    ['fourteen quick replies', a.quick(...spaced(14)), '/messages/0/quickReply/items'],
    ['no quick replies', a.quick(), '/messages/0/quickReply/items'],
    ['a quick reply without action', a.text('ก', { quickReply: { items: [{ type: 'action' }] } }), item],
  ],
  templates: [
    ['no actions', a.buttons({ actions: [] }), `${template}/actions`],
    ['five actions', a.buttons({ actions: spaced(5) }), `${template}/actions`],
    ['text of 161 graphemes', a.buttons({ text: clusters(161) }), `${template}/text`],
    ['text of 61 graphemes under a title', a.buttons({ title: 'ก', text: clusters(61) }), `${template}/text`],
    ['a title of 41 graphemes', a.buttons({ title: clusters(41) }), `${template}/title`],
    ['confirm with one action', a.confirm({ actions: spaced(1) }), `${template}/actions`],
    ['confirm text of 241 graphemes', a.confirm({ text: clusters(241) }), `${template}/text`],
    ['eleven columns', a.columns(Array(11).fill({})), `${template}/columns`],
    [
      'columns with unequal numbers of actions',
      a.columns([{}, { actions: spaced(2) }]),
      `${template}/columns`,
    ],
    ['four actions in a column', a.columns([{ actions: spaced(4) }]), `${template}/columns/0/actions`],
    ['column text of 121 graphemes', a.columns([{ text: clusters(121) }]), `${template}/columns/0/text`],
    [
      'an image carousel label of 13',
      {
        type: 'template',
        altText: 'ก',
        template: {
          type: 'image_carousel',
          columns: [{ imageUrl: 'https://a.th/i.png', action: a.uri({ label: long(13) }) }],
        },
      },
      `${template}/columns/0/action/label`,
    ],
  ],
};

describe.each(Object.entries(refused))('%s: LINE refuses', (_, cases) => {
  test.each(cases)('%s', (__, message, path) => {
    expect(paths(message)).toEqual([path]);
  });
});
