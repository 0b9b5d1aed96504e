import { describe, expect, it } from 'vitest';
import { isAddress } from '../../src/domain/address.ts';

describe('an address', () => {
  it.each([
    'https://example.go.th/a',
    'HTTP://example.go.th',
    'www.example.go.th/ไฟล์.pdf',
    'https://example.go.th/a?b=%E0%B8%81&c=(1)#d',
    `https://example.go.th/${'a'.repeat(1_978)}`,
  ])('of the web may be kept: %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each([
    '',
    'https://',
    'www.',
    'example.go.th',
    'ftp://example.go.th',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://example.go.th',
    'https://example.go.th/a b',
    'https://example.go.th/a\u00a0b',
    'https://example.go.th/a\nb',
    'https://example.go.th/a\u0000',
    'https://example.go.th/\u202egpj.exe',
    'https://example.go.th/\u2066a',
    'https://example.go.th/\u200ba',
    'https://example.go.th/\ud800',
    `https://example.go.th/${'a'.repeat(1_979)}`,
  ])('of another kind, or that could read otherwise than it is, may not: %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});
