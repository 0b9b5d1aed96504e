import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { macOf, randomIds } from '../src/ids.ts';

const ids = randomIds();
const many = <T>(make: () => T) => Array.from({ length: 2_000 }, make);

describe('ids', () => {
  it('never come twice, fit the ledger, and stand unharmed in a button', () => {
    const made = many(ids.id);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made) expect(id).toMatch(/^[\w-]{16}$/);
    expect(many(ids.id).every((id) => new URLSearchParams({ id }).toString() === `id=${id}`)).toBe(true);
  });

  it('a retry key is a UUID, as LINE wants it', () => {
    expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(many(ids.uuid)).size).toBe(2_000);
  });
});

describe('codes', () => {
  it('are ten letters and digits in two groups, without look-alikes', () => {
    const codes = many(ids.code);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('use every letter of the alphabet', () => {
    expect(new Set(many(ids.code).join('').replaceAll('-', '')).size).toBe(32);
  });

  it('are kept as the SHA-256 of their letters', () => {
    const hash = createHash('sha256').update('ABCDEFGH23').digest('hex');
    expect(ids.hashOfCode('ABCDE-FGH23')).toBe(hash);
  });

  it.each(['abcde-fgh23', 'ABCDEFGH23', ' abcde fgh23 ', 'AB-CDE FGH-23'])('%j is the same code', (typed) => {
    expect(ids.hashOfCode(typed)).toBe(ids.hashOfCode('ABCDE-FGH23'));
  });

  it('another letter is another code', () => {
    expect(ids.hashOfCode('ABCDE-FGH24')).not.toBe(ids.hashOfCode('ABCDE-FGH23'));
  });
});

describe('a free text', () => {
  it('is kept beside with its salt; the ledger gets only its HMAC', () => {
    const { ref, beside } = ids.seal('รอนายกลงนาม');
    expect(beside).toMatchObject({ kind: 'text', id: ref.id, key: null, value: { text: 'รอนายกลงนาม' } });
    const salt = beside.value.salt ?? '';
    expect(ref.mac).toBe(createHmac('sha256', salt).update('รอนายกลงนาม').digest('hex'));
    expect(ref.mac).toBe(macOf(salt, 'รอนายกลงนาม'));
    expect(JSON.stringify(ref)).not.toContain('นายก');
  });

  it('said twice cannot be recognised: each has a salt of its own', () => {
    const [one, two] = [ids.seal('เสร็จแล้ว'), ids.seal('เสร็จแล้ว')];
    expect(one.ref.mac).not.toBe(two.ref.mac);
    expect(one.ref.id).not.toBe(two.ref.id);
    expect(one.beside.value.salt?.length).toBeGreaterThanOrEqual(20);
  });
});
