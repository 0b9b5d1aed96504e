import type { JsonObject } from '../../src/simulator/json.ts';

/** Messages in LINE's shapes that break no rule; each call makes new ones. */
export const text = (value = 'สวัสดีค่ะ', rest: JsonObject = {}) => ({ type: 'text', text: value, ...rest });

export const textPart = (value: string, rest: JsonObject = {}) => ({ type: 'text', text: value, ...rest });

export const box = (contents: readonly unknown[], rest: JsonObject = {}) => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...rest,
});

export const button = (action: JsonObject, rest: JsonObject = {}) => ({ type: 'button', action, ...rest });

export const bubble = (contents: readonly unknown[] = [textPart('เนื้อหา')], rest: JsonObject = {}) => ({
  type: 'bubble',
  body: box(contents),
  ...rest,
});

export const carousel = (bubbles: readonly unknown[]) => ({ type: 'carousel', contents: bubbles });

export const flex = (contents: unknown = bubble(), altText = 'สรุป') => ({ type: 'flex', altText, contents });

export const postback = (rest: JsonObject = {}) => ({
  type: 'postback',
  label: 'เสร็จแล้ว',
  data: 'a=done',
  ...rest,
});

export const say = (rest: JsonObject = {}) => ({ type: 'message', label: 'สถานะ', text: 'สถานะ', ...rest });

export const uri = (rest: JsonObject = {}) => ({
  type: 'uri',
  label: 'เปิด',
  uri: 'https://example.go.th/a',
  ...rest,
});

export const picker = (rest: JsonObject = {}) => ({
  type: 'datetimepicker',
  label: 'เลือกวัน',
  data: 'a=due',
  mode: 'date',
  ...rest,
});

export const quick = (...actions: readonly unknown[]) =>
  text('เลือก', { quickReply: { items: actions.map((action) => ({ type: 'action', action })) } });

export const buttons = (rest: JsonObject = {}) => ({
  type: 'template',
  altText: 'เลือก',
  template: { type: 'buttons', text: 'เลือก', actions: [postback()], ...rest },
});

export const confirm = (rest: JsonObject = {}) => ({
  type: 'template',
  altText: 'ยืนยัน',
  template: { type: 'confirm', text: 'ใช่ไหมคะ', actions: [postback(), say()], ...rest },
});

export const columns = (list: readonly JsonObject[]) => ({
  type: 'template',
  altText: 'เลือก',
  template: {
    type: 'carousel',
    columns: list.map((rest) => ({ text: 'ก', actions: [postback()], ...rest })),
  },
});

/** Letters that count as one grapheme but several UTF-16 units: Thai with vowel and tone mark. */
export const threeUnits = 'ที่';
