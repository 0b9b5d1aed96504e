import { expect, it } from 'vitest';
import { asThaiKeys } from '../../src/thai/keyboard.ts';

it.each([
  ['l;ylfu8iy[', 'สวัสดีครับ'],
  ['gliH0c]h;', 'เสร็จแล้ว'],
  ["py'w,jgliH0", 'ยังไม่เสร็จ'],
  ['', ''],
  ['ไทย', 'ไทย'],
])('%s on a US keyboard is %s', (typed, thai) => {
  expect(asThaiKeys(typed)).toBe(thai);
});
