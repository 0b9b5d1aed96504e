import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, TemplateError } from '../../src/chat/template.ts';

const text = (words: string) => ({ type: 'text', text: words });

/** A bubble whose body holds these components. */
function bubble(...contents: readonly unknown[]) {
  return { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } };
}

/** The texts of the filled bubble's body, in order. */
function filled(template: unknown, data: { readonly [key: string]: unknown }): unknown[] {
  const card = compile('card', template)(data);
  const { body } = card;
  if (typeof body !== 'object' || body === null || !('contents' in body)) throw new Error('no body');
  return Array.isArray(body.contents) ? body.contents.map((one) => JSON.parse(JSON.stringify(one)).text) : [];
}

describe('a place {{name}}', () => {
  it('is replaced by its value, also inside a longer text and several times', () => {
    expect(filled(bubble(text('{{a}} จาก {{ b }} ({{a}})')), { a: 'หนึ่ง', b: 2 })).toEqual([
      'หนึ่ง จาก 2 (หนึ่ง)',
    ]);
  });

  it('reaches into objects', () => {
    expect(filled(bubble(text('{{done.text}}')), { done: { text: 'O12 เสร็จแล้ว' } })).toEqual(['O12 เสร็จแล้ว']);
  });

  it('is filled in any string of the template, not only in texts', () => {
    const button = { type: 'button', action: { type: 'postback', data: '{{d}}', label: 'ดู' } };
    expect(JSON.stringify(compile('card', bubble(button))({ d: 'do=progress' }))).toContain(
      '"data":"do=progress"',
    );
  });

  it('is written as an address where no braces may stand', () => {
    const open = (uri: string) => ({ type: 'button', action: { type: 'uri', label: 'เปิด', uri } });
    const render = compile(
      'card',
      bubble(open('https://filled-in.example/page.link'), open('https://a.example')),
    );
    expect(JSON.stringify(render({ page: { link: 'https://b.example/{{page}}' } }))).toContain(
      '"uri":"https://b.example/{{page}}"',
    );
    expect(JSON.stringify(render({ page: { link: '' } }))).toContain('"uri":"https://a.example"');
    expect(() => render({})).toThrow('flex-templates/card.json: the data has no "page.link"');
  });

  it.each([
    ['{{missing}}', {}],
    ['{{a.missing}}', { a: {} }],
    ['{{a.b}}', { a: 'text' }],
    ['{{toString}}', {}],
    ['{{a.constructor}}', { a: {} }],
  ])('that the data lacks is an error naming file and place: %s', (place, data) => {
    expect(() => compile('kept', bubble(text(place)))(data)).toThrow(TemplateError);
    expect(() => compile('kept', bubble(text(place)))(data)).toThrow(
      `flex-templates/kept.json: the data has no "${place.slice(2, -2)}"`,
    );
  });

  it.each([[true], [null], [['a']], [{}], [undefined]])('takes texts and numbers only, not %j', (value) => {
    expect(() => compile('kept', bubble(text('{{a}}')))({ a: value })).toThrow(/needs a text or a number/);
  });

  it('never reads a value again, whatever braces it holds', () => {
    const render = compile<{ a: string }>('card', bubble(text('<{{a}}>')));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('{{', '}}', '{{a}}', '{{#each a}}', '{{/if}}', 'ก'), fc.string())),
        (pieces) => {
          const value = pieces.join('');
          expect(JSON.stringify(render({ a: value }))).toContain(JSON.stringify(`<${value}>`));
        },
      ),
    );
  });
});

describe('{{#each list}}', () => {
  const rows = bubble(text('{{#each rows}}'), text('{{office}}: {{name}}'), text('{{/each}}'), text('จบ'));

  it('repeats what stands between, looking names up in the element first, then outside', () => {
    const data = { office: 'อบต.', name: 'นอก', rows: [{ name: 'หนึ่ง' }, { office: 'กอง', name: 'สอง' }, {}] };
    expect(filled(rows, data)).toEqual(['อบต.: หนึ่ง', 'กอง: สอง', 'อบต.: นอก', 'จบ']);
  });

  it('of an empty list leaves nothing', () => {
    expect(filled(rows, { office: 'อบต.', rows: [] })).toEqual(['จบ']);
  });

  it('nests', () => {
    const nested = bubble(
      text('{{#each parts}}'),
      text('{{#each rows}}'),
      text('{{part}}{{row}}'),
      text('{{/each}}'),
      text('{{/each}}'),
    );
    const parts = [
      { part: 'ก', rows: [{ row: 1 }, { row: 2 }] },
      { part: 'ข', rows: [] },
      { part: 'ค', rows: [{ row: 3 }] },
    ];
    expect(filled(nested, { parts })).toEqual(['ก1', 'ก2', 'ค3']);
  });

  it('needs a list, of things with names', () => {
    expect(() => filled(rows, { office: 'อบต.', rows: 'สาม' })).toThrow('"rows" must be a list');
    expect(() => filled(rows, { office: 'อบต.', rows: ['สาม'] })).toThrow(
      'elements of "rows" must have names',
    );
  });
});

describe('{{#if name}}', () => {
  const either = bubble(text('{{#if late}}'), text('เลย'), text('{{else}}'), text('ทัน'), text('{{/if}}'));

  it.each([[''], [0], [false], [null], [[]]])('counts %j as no', (late) => {
    expect(filled(either, { late })).toEqual(['ทัน']);
  });

  it.each([['x'], [1], [true], [[{}]], [{}]])('counts %j as yes', (late) => {
    expect(filled(either, { late })).toEqual(['เลย']);
  });

  it('may stand without else', () => {
    expect(filled(bubble(text('{{#if a}}'), text('มี'), text('{{/if}}')), { a: '' })).toEqual([]);
  });

  it('does not read the side not taken', () => {
    expect(filled(bubble(text('{{#if a}}'), text('{{b}}'), text('{{/if}}')), { a: false })).toEqual([]);
  });

  it('that the data lacks is an error', () => {
    expect(() => filled(either, {})).toThrow('the data has no "late"');
  });
});

describe('a wrong template is refused at once, naming its file', () => {
  it.each([
    ['an each never closed', [text('{{#each a}}'), text('x')], '{{/each}} is missing'],
    ['an if never closed', [text('{{#if a}}'), text('x')], '{{else}} or {{/if}} is missing'],
    ['an else never closed', [text('{{#if a}}'), text('{{else}}')], '{{/if}} is missing'],
    ['a stray end', [text('{{/each}}')], '{{/each}} closes nothing'],
    ['a stray else', [text('{{else}}')], '{{else}} closes nothing'],
    ['crossed marks', [text('{{#each a}}'), text('{{/if}}'), text('{{/each}}')], '{{/if}} closes nothing'],
    ['two elses', [text('{{#if a}}'), text('{{else}}'), text('{{else}}'), text('{{/if}}')], 'closes nothing'],
    ['a mark inside a text', [text('รายการ {{#each a}}')], 'must stand alone'],
    ['an unknown mark', [text('{{#unless a}}')], 'must stand alone'],
  ])('%s', (_, contents, words) => {
    expect(() => compile('list', bubble(...contents))).toThrow(TemplateError);
    expect(() => compile('list', bubble(...contents))).toThrow(words);
    expect(() => compile('list', bubble(...contents))).toThrow('flex-templates/list.json');
  });

  it('what JSON cannot hold', () => {
    expect(() => compile('list', bubble({ type: 'text', text: () => 'x' }))).toThrow('function is not JSON');
  });

  it('anything but a bubble, when it is filled', () => {
    expect(() => compile('list', { type: 'carousel', contents: [] })({})).toThrow('must be a bubble');
  });
});

describe('filling', () => {
  it('leaves out a text that comes out empty, because LINE refuses it', () => {
    expect(filled(bubble(text('{{a}}'), text('{{b}}')), { a: '', b: 'ข' })).toEqual(['ข']);
  });

  it('keeps numbers, booleans and null as they are', () => {
    const box = { type: 'box', flex: 0, wrap: true, x: null };
    expect(JSON.stringify(compile('card', bubble(box))({}))).toContain('"flex":0,"wrap":true,"x":null');
  });

  it('leaves the template as it was, so that it can be filled again', () => {
    const template = bubble(text('{{#each a}}'), text('{{b}}'), text('{{/each}}'));
    const before = JSON.stringify(template);
    const card = compile('card', template);
    const first = JSON.stringify(card({ a: [{ b: 1 }] }));
    expect(JSON.stringify(card({ a: [{ b: 1 }] }))).toBe(first);
    expect(JSON.stringify(template)).toBe(before);
  });
});
