/** Looking into a zip without unpacking it: what it holds, and whether that is bigger than it says. */
import { type Refused, refuse } from './refused.ts';

export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly at: number;
}

const MOST_ENTRIES = 3000;
/** All parts unpacked. A plan of 500 measures is 2 MB of XML. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The entries of a zip; null when it is none or is damaged. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  const names = new TextDecoder();
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + length)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

/**
 * Refuses what would unpack too big, by the sizes it states and then by unpacking every XML part to nowhere: sizes can lie.
 * A part that declares entities is refused too: they can multiply without end.
 */
export async function checkZip(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Refused | null> {
  const stated = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (entries.length > MOST_ENTRIES || stated > MOST_UNPACKED)
    return refuse('unpacks-too-big', `${stated} bytes`);
  if (packed > bytes.length) return refuse('unpacks-too-big', 'parts overlap');
  for (const entry of entries) {
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
    const faulty = await checkPart(bytes, entry);
    if (faulty !== null) return faulty;
  }
  return null;
}

async function checkPart(bytes: Uint8Array, entry: ZipEntry): Promise<Refused | null> {
  const data = partOf(bytes, entry);
  if (data === null) return refuse('damaged', entry.name);
  let size = 0;
  let head = '';
  const decoder = new TextDecoder('latin1');
  const look = (chunk: Uint8Array) => {
    size += chunk.length;
    if (head.length < 2000) head += decoder.decode(chunk.subarray(0, 2000));
  };
  try {
    if (entry.method === 0) look(data);
    else
      for await (const chunk of unpacked(data)) {
        look(chunk);
        if (size > entry.size) return refuse('unpacks-too-big', entry.name);
      }
  } catch {
    return refuse('damaged', entry.name);
  }
  return /<!(?:DOCTYPE|ENTITY)/i.test(head) ? refuse('wrong-type', `${entry.name}: DOCTYPE`) : null;
}

function partOf(bytes: Uint8Array, { at, packed, method }: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL || (method !== 0 && method !== 8))
    return null;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + packed > bytes.length ? null : new Uint8Array(bytes.subarray(from, from + packed));
}

async function* unpacked(data: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
