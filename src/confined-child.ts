/**
 * Runs a file of the program in a child process that is given little: no environment, no files but the program's own,
 * none to write, no database, no process or thread to start, bounded time, a bounded heap. One question in by stdin, one
 * answer out by a pipe of its own; what the child prints is nobody's answer and no log line.
 *
 * It can still reach network and Unix sockets, and signal the processes of its user; memory outside JavaScript's heap is
 * not bounded.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ANSWER_PIPE, lengthsOf } from './confined-answer.ts';
import { underLimits } from './under-limits.ts';

export interface ChildLimits {
  /** Of all tries together. */
  readonly milliseconds: number;
  /** Of JavaScript's heap. */
  readonly memoryMb: number;
  /** Of processor time: for a child whose parent has died over it. Several cores collect garbage at once. */
  readonly processorSeconds: number;
  readonly answerMb: number;
}

export interface Question {
  /** Plain data, as JSON carries it. */
  readonly words: unknown;
  readonly bytes: Uint8Array;
}

export type ChildEnd<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** `detail`: how it ended, for the log. */
  | { readonly kind: 'too-slow' | 'too-much-memory' | 'broken'; readonly detail: string };

/** Ended by a signal that is meant for the whole program, as Ctrl-C is, which ends what is under way first. */
interface Interrupted {
  readonly kind: 'interrupted';
  readonly detail: string;
}

/**
 * Asks the file, which answers with plain data (`confined-answer.ts`). The child has ended when this resolves. An answer
 * of another shape than `isAnswer` knows is none: the child may be in the hands of a document.
 *
 * @throws when the system starts no process.
 */
export async function askChild<Answer>(
  file: URL,
  question: Question,
  limits: ChildLimits,
  isAnswer: (value: unknown) => value is Answer,
): Promise<ChildEnd<Answer>> {
  const deadline = performance.now() + limits.milliseconds;
  const read = (end: Ended) => (end.kind === 'said' ? answerIn(end.bytes, isAnswer) : end);
  const first = read(await askOnce(file, question, limits, deadline));
  if (first.kind !== 'interrupted') return first;
  // Once: a child may send itself the signal.
  const second = read(await askOnce(file, question, limits, deadline));
  return second.kind === 'interrupted' ? { ...second, kind: 'broken' } : second;
}

type Ended =
  | Interrupted
  | { readonly kind: 'said'; readonly bytes: Buffer }
  | Exclude<ChildEnd<never>, { kind: 'answered' }>;

function askOnce(file: URL, question: Question, limits: ChildLimits, deadline: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [command, ...words] = commandOf(file, limits);
    const child = spawn(command, words, {
      env: {},
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let outcome: Ended | null = null;
    const end = (how: Ended) => {
      outcome ??= how;
      child.kill('SIGKILL');
    };
    child.on('error', reject);
    // Not started: without file descriptors it has no pipes either.
    if (child.pid === undefined) return;
    const left = Math.max(0, deadline - performance.now());
    const timer = setTimeout(() => end({ kind: 'too-slow', detail: `${limits.milliseconds} ms` }), left);
    const chunks: Buffer[] = [];
    let size = 0;
    const answer = child.stdio[ANSWER_PIPE] as Readable;
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limits.answerMb * 1e6) chunks.push(chunk);
      else end({ kind: 'broken', detail: `an answer of more than ${limits.answerMb} MB` });
    });
    // A child that is gone says so by its end.
    answer.on('error', () => undefined);
    child.stdin?.on('error', () => undefined);
    // Not 'exit': that may come before the answer, which comes another way.
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const detail = `the child ended by ${signal ?? code}`;
      if (outcome !== null) resolve(outcome);
      else if (code === 0) resolve({ kind: 'said', bytes: Buffer.concat(chunks) });
      else if (signal === 'SIGINT' || signal === 'SIGTERM') resolve({ kind: 'interrupted', detail });
      else resolve({ kind: reasonOf(signal ?? code), detail });
    });
    // Not ended: by that the child sees that its parent is gone.
    const asked = Buffer.from(JSON.stringify(question.words));
    child.stdin?.write(Buffer.concat([lengthsOf(asked, question.bytes), asked]));
    child.stdin?.write(question.bytes);
  });
}

function answerIn<Answer>(bytes: Buffer, isAnswer: (value: unknown) => value is Answer): ChildEnd<Answer> {
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'));
    if (isAnswer(answer)) return { kind: 'answered', answer };
  } catch {
    // Told below; the error would quote the answer.
  }
  return { kind: 'broken', detail: `${bytes.length} bytes that are no answer` };
}

/** Why a child ended without an answer. */
function reasonOf(end: NodeJS.Signals | number | null): 'too-slow' | 'too-much-memory' | 'broken' {
  if (end === 'SIGXCPU') return 'too-slow';
  // V8 without memory aborts (134 on Windows); a system without memory kills.
  return end === 'SIGABRT' || end === 134 || end === 'SIGKILL' ? 'too-much-memory' : 'broken';
}

/** Nothing of how this process was started is handed on. */
function commandOf(
  file: URL,
  { memoryMb, processorSeconds }: ChildLimits,
): readonly [command: string, ...words: string[]] {
  // No core files; of the two limits of time the lower says why it ends the child, the upper cannot be ignored.
  return underLimits(['-c 0', `-t ${processorSeconds + 1}`, `-S -t ${processorSeconds}`], process.execPath, [
    '--permission',
    // SQLite opens files past `--permission`.
    '--no-experimental-sqlite',
    ...readable().map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${memoryMb}`,
    fileURLToPath(file),
  ]);
}

/** The program's own, and not the folder they lie in: so may DATA_DIR. */
function readable(): readonly string[] {
  const [source, packages, manifest] = ['./', '../node_modules/', '../package.json'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string, string];
  // Packages are looked for by their name here, and read by where they are.
  return [source, packages, realpathSync(packages), manifest];
}
