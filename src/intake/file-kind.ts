/** What a file is by its first bytes and what it holds; its name only tells csv from other text. */
import { decodeText } from './decode.ts';
import { type Refused, refuse } from './refused.ts';
import { zipEntries } from './zip.ts';

export type FileKind = 'docx' | 'xlsx' | 'csv' | 'text' | 'html';

export const MOST_BYTES = 20 * 1024 * 1024;

export type KnownKind = { readonly ok: true; readonly kind: FileKind } | Refused;

export function fileKind(bytes: Uint8Array, name: string): KnownKind {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > MOST_BYTES) return refuse('too-big', `${bytes.length} bytes`);
  if (starts(bytes, [0x50, 0x4b])) return zipKind(bytes);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundKind(bytes);
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('pdf');
  if (PICTURES.some((magic) => starts(bytes, magic))) return refuse('picture');
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return refuse('wrong-type', 'rtf');
  const text = decodeText(bytes);
  if (text === null) return refuse('wrong-type', extension(name));
  if (text.trim() === '') return refuse('empty');
  if (/\.csv$/i.test(name)) return { ok: true, kind: 'csv' };
  return { ok: true, kind: /^\s*(?:<!doctype html|<html|<table)/i.test(text) ? 'html' : 'text' };
}

const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

function zipKind(bytes: Uint8Array): KnownKind {
  const entries = zipEntries(bytes);
  if (entries === null) return refuse('damaged', 'zip');
  const names = entries.map((entry) => entry.name.toLowerCase());
  if (entries.some(({ encrypted }) => encrypted)) return refuse('password');
  if (names.some((entry) => /vbaproject\.bin$|\/macrosheets\//.test(entry))) return refuse('macros');
  if (names.includes('word/document.xml')) return { ok: true, kind: 'docx' };
  if (names.includes('xl/workbook.xml')) return { ok: true, kind: 'xlsx' };
  return refuse('wrong-type', names.includes('mimetype') ? 'opendocument' : 'zip');
}

/** The container of old Office files; a protected new one hides in it as EncryptedPackage. */
function compoundKind(bytes: Uint8Array): Refused {
  const has = (word: string) => holds(bytes, word);
  if (has('EncryptedPackage') || has('EncryptionInfo')) return refuse('password');
  return refuse('old-office', has('WordDocument') ? 'doc' : has('Workbook') ? 'xls' : '');
}

/** A word in UTF-16, as directory entries of the container are written. */
function holds(bytes: Uint8Array, word: string): boolean {
  const codes = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (codes.every((code, n) => bytes[at + n] === code)) return true;
  return false;
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function extension(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
