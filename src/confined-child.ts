/**
 * Runs a file of the program in a child process that is given nothing: no environment, no files but the program's own,
 * none to write, no process or thread to start, bounded time and memory. One question in, one answer out, by the channel
 * between parent and child; what the child prints is nobody's answer and no log line.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  readonly milliseconds: number;
  /** Of JavaScript's heap. */
  readonly memoryMb: number;
  /** Of processor time: for a child whose parent has died over it. Several cores collect garbage at once. */
  readonly processorSeconds: number;
}

export type ChildEnd<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** `detail`: how it ended, for the log. */
  | { readonly kind: 'too-slow' | 'too-much-memory' | 'broken'; readonly detail: string };

/**
 * Asks the file, which hears `message` once and sends its answer. The child has ended when this resolves.
 *
 * @throws when the system starts no process.
 */
export function askChild<Answer>(
  file: URL,
  question: object,
  limits: ChildLimits,
): Promise<ChildEnd<Answer>> {
  const { milliseconds } = limits;
  return new Promise((resolve, reject) => {
    const [command, ...words] = commandOf(file, limits);
    const child = spawn(command, words, {
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      windowsHide: true,
    });
    let outcome: ChildEnd<Answer> | null = null;
    const end = (how: ChildEnd<Answer>) => {
      outcome ??= how;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end({ kind: 'too-slow', detail: `${milliseconds} ms` }), milliseconds);
    child.once('message', (answer) => end({ kind: 'answered', answer: answer as Answer }));
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // Not 'exit': that may come before the answer, which comes another way.
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (outcome !== null) resolve(outcome);
      // Meant for the whole program, as Ctrl-C is, which ends what is under way first.
      else if (signal === 'SIGINT' || signal === 'SIGTERM') resolve(askChild(file, question, limits));
      else resolve({ kind: reasonOf(signal ?? code), detail: `the child ended by ${signal ?? code}` });
    });
    // A child that is gone says so by its end.
    child.send(question, () => undefined);
  });
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
  const node = [
    process.execPath,
    '--permission',
    ...readable().map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${memoryMb}`,
    fileURLToPath(file),
  ] as const;
  // On Windows a child ends with its parent, and there are no such limits.
  if (process.platform === 'win32') return node;
  // No core files; of the two limits of time the lower says why it ends the child, the upper cannot be ignored.
  const bounds = `ulimit -c 0; ulimit -t ${processorSeconds + 1}; ulimit -S -t ${processorSeconds}`;
  return ['/bin/sh', '-c', `${bounds}; exec "$0" "$@"`, ...node];
}

/** The program's own, and not the folder they lie in: so may DATA_DIR. */
function readable(): readonly string[] {
  const [source, packages, manifest] = ['./', '../node_modules/', '../package.json'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string, string];
  // Packages are looked for by their name here, and read by where they are.
  return [source, packages, realpathSync(packages), manifest];
}
