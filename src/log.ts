import { pino } from 'pino';
import type { Log } from './flow/ports.ts';

/** JSON lines on stderr, so that stdout stays a command's own. `level` as pino's; `silent` for tests. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}
