import { describe, expect, it } from 'vitest';
import { openable } from '../../src/chat/openable.ts';

describe('openable', () => {
  it.each([
    ['https://a.example/1.pdf', 'https://a.example/1.pdf'],
    ['www.a.example/x', 'http://www.a.example/x'],
    ['HTTP://A.example', 'http://a.example/'],
    ['https://a.example/คู่มือ', 'https://a.example/%E0%B8%84%E0%B8%B9%E0%B9%88%E0%B8%A1%E0%B8%B7%E0%B8%AD'],
    ['https://a.example/?q=a|b%zz^{c}', 'https://a.example/?q=a%7Cb%25zz%5E%7Bc%7D'],
    ['https://อบต.ไทย/', 'https://xn--m3cj0d.xn--o3cw4h/'],
    ['javascript:alert(1)', ''],
    ['ftp://a.example', ''],
    ['https://', ''],
    ['', ''],
    [`https://a.example/${'ก'.repeat(200)}`, ''],
  ])('makes of %j %j', (typed, opened) => {
    expect(openable(typed)).toBe(opened);
  });
});
