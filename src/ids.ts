import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './flow/ports.ts';

/** No 0/O, 1/I: a code is read aloud and typed on a phone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Ids from the operating system's randomness. */
export function randomIds(): Ids {
  const id = () => randomBytes(12).toString('base64url');
  return {
    id,
    uuid: () => randomUUID(),
    code() {
      // With a digit in it: a word of ten letters is then never taken for a code.
      for (;;) {
        const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
        if (/\d/.test(letters)) return `${letters.slice(0, 5)}-${letters.slice(5)}`;
      }
    },
    hashOfCode: (code) => createHash('sha256').update(code.replace(/[\s-]/g, '').toUpperCase()).digest('hex'),
    seal(text) {
      const salt = randomBytes(16).toString('base64url');
      const ref = { id: id(), mac: macOf(salt, text) };
      return { ref, beside: { kind: 'text', id: ref.id, key: null, value: { salt, text } } };
    },
  };
}

/** HMAC-SHA256 of a text under its salt, hex: what the ledger keeps of a free text. */
export function macOf(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text).digest('hex');
}
