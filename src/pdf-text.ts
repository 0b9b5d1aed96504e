/**
 * The text layer of a PDF, through `pdftotext` (poppler) where it is installed. A Thai text layer is often damaged: marks
 * without their letter, letters of private fonts. Then nothing of it is used.
 */
import { spawn } from 'node:child_process';
import { underLimits } from './under-limits.ts';

export type PdfText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly why: 'not-installed' | 'failed' | 'too-slow' | 'no-text' | 'damaged' };

export interface PdfLimits {
  readonly command?: string;
  readonly ms?: number;
  /** Of text. */
  readonly maxBytes?: number;
}

/** Fewer Thai letters are no plan: the pages are pictures. */
const LEAST_LETTERS = 100;
/** More damage than this and the rest cannot be believed either. */
const MOST_DAMAGE = 0.01;
const WORDS = ['-layout', '-nopgbrk', '-enc', 'UTF-8', '-', '-'];
/** No core file, seconds of processor time, KB of address space (of which a program uses a part): more than any plan asks for. */
const LIMITS = ['-c 0', '-t 10', '-v 1048576'];

/** The document goes in by stdin: no file of it is ever there to be left behind. */
export async function pdfText(bytes: Uint8Array, limits: PdfLimits = {}): Promise<PdfText> {
  const read = await run(bytes, limits);
  return read.kind === 'text' ? checked(read.text) : read;
}

function run(
  bytes: Uint8Array,
  { command = 'pdftotext', ms = 4_000, maxBytes = 4_000_000 }: PdfLimits,
): Promise<PdfText> {
  return new Promise((resolve) => {
    const [program, ...words] = underLimits(LIMITS, command, WORDS);
    const child = spawn(program, words, {
      // The secrets of the program are none of its business. Files of its user, network and signals are open to it.
      env: { PATH: process.env.PATH },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (read: PdfText) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(read);
    };
    const timer = setTimeout(() => end({ kind: 'none', why: 'too-slow' }), ms);
    child.on('error', (error: NodeJS.ErrnoException) =>
      end({ kind: 'none', why: error.code === 'ENOENT' ? 'not-installed' : 'failed' }),
    );
    // Without file descriptors there are no pipes either.
    if (child.pid === undefined) return;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) end({ kind: 'none', why: 'failed' });
      else chunks.push(chunk);
    });
    child.on('close', (code) => {
      if (code === 0) end({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') });
      else end({ kind: 'none', why: code === NOT_FOUND ? 'not-installed' : 'failed' });
    });
    // Who has seen enough reads no further, and says by its end what it made of it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

/** As `sh` says it. */
const NOT_FOUND = 127;

function checked(text: string): PdfText {
  const letters = text.match(/[\u0E01-\u0E4E]/g)?.length ?? 0;
  const strange = text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  if (letters + strange < LEAST_LETTERS) return { kind: 'none', why: 'no-text' };
  // A mark over or under nothing.
  const bare = text.match(
    /(?<![\u0E01-\u0E2E\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4C]/g,
  );
  const damage = (strange + (bare?.length ?? 0)) / (letters + strange);
  return damage > MOST_DAMAGE ? { kind: 'none', why: 'damaged' } : { kind: 'text', text: tabbed(text) };
}

/** Columns stand apart by spaces. */
function tabbed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, '\t'))
    .join('\n');
}
