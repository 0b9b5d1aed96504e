/**
 * The bot as `serve` puts it together (`src/cli/serve.ts`), with three things a test needs and the program has not: a clock
 * that jumps, a switch that kills the process in a chosen instant, and, on demand, one flaw.
 */
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Store } from '../../src/flow/ports.ts';
import { createLog } from '../../src/log.ts';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { answerFirst, flawedStore, isFlaw } from './broken-parts.ts';
import { jumpingClock } from './clocks.ts';
import { type Diary, writeDiary } from './diary.ts';
import type { InsidePoint } from './kill-points.ts';
import { createKillSwitch } from './kill-switch.ts';

/** What the driver may ask; each is answered when it is done. */
export type Order =
  | { readonly do: 'arm'; readonly point: InsidePoint; readonly n: number }
  | { readonly do: 'jump'; readonly offset: number };

export type Answer = { readonly did: 'listen'; readonly port: number } | { readonly did: Order['do'] };

const { CRASH_DIARY = '', CRASH_OFFSET = '0', CRASH_FLAW, ...env } = process.env;
const config = readConfig(env);
const log = createLog(config.logLevel);
const clock = jumpingClock(Number(CRASH_OFFSET));
const diary = writeDiary(CRASH_DIARY);
const deadly = createKillSwitch(diary);
const flaw = isFlaw(CRASH_FLAW) ? CRASH_FLAW : null;

process.on('message', (order: Order) => {
  if (order.do === 'arm') deadly.arm(order.point, order.n);
  else clock.jump(order.offset);
  answer({ did: order.do });
});
// The driver is gone: nobody is left to kill us.
process.on('disconnect', () => process.exit(1));

lockFolder(config.dataDir);
const file = openSqliteStore({
  folder: config.dataDir,
  log,
  now: clock.now,
  open: deadly.open,
  keepCopies: 2,
});
const line = {
  base: config.apiBase ?? '',
  token: (agency: string) => config.accounts.find((one) => one.agency === agency)?.accessToken ?? '',
};
const store = deadly.around(noting(flawedStore(file, flaw, line), diary));
const app = await startApp({ config, clock, log, store });
answer({ did: 'listen', port: flaw === 'answers-first' ? await answerFirst(app.port) : app.port });

/** Tells under which key LINE will see each message; the store forgets it once the message has ended. */
function noting(inner: Store, write: Diary): Store {
  const told = new Set<string>();
  return {
    ...inner,
    async pending(agency) {
      const messages = await inner.pending(agency);
      for (const { id, how } of messages) {
        const key = how.kind === 'push' ? how.key : how.token;
        if (told.has(key)) continue;
        told.add(key);
        write({ what: 'sending', agency, id, key });
      }
      return messages;
    },
  };
}

function answer(what: Answer): void {
  process.send?.(what);
}
