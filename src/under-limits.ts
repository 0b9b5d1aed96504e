/**
 * The words that run a program under limits of the shell (`ulimit`), as for a child whose parent has died over it. On Windows,
 * where there are none and a child ends with its parent, the program as it is.
 */
export function underLimits(
  limits: readonly string[],
  program: string,
  words: readonly string[],
): readonly [program: string, ...words: string[]] {
  if (process.platform === 'win32') return [program, ...words];
  const bounds = limits.map((limit) => `ulimit ${limit}`).join('; ');
  return ['/bin/sh', '-c', `${bounds}; exec "$0" "$@"`, program, ...words];
}
