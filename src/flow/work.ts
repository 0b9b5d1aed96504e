/** What a wake-up does, and the tick that finds work nobody woke us for. */
import { deliver, type NextTries } from './deliver.ts';
import { scrubDue, scrubErased } from './erase.ts';
import type { World } from './flow.ts';
import { linkMenus, menusDue } from './link-menus.ts';
import type { PlanReader } from './plan-reading.ts';
import { documentsDue, readDocuments } from './read-documents.ts';
import { clockWentBack, sweep } from './sweep.ts';
import type { Ledger } from './transact.ts';

/** `ita` commands write beside the server and cannot wake it: it looks this often. */
const TICK_MS = 3_000;
const AGENCIES_A_TICK = 200;

/**
 * Sends the agency's replies, then sweeps it if its time has come: a sweep asks LINE how much is left, and neither that nor
 * a sweep that fails keeps an answer back.
 */
export async function work(world: World, ledger: Ledger, agency: string): Promise<void> {
  wakeFor(world, agency, await deliver(world, ledger, agency, 'reply'));
  const marks = await world.store.marks(agency);
  const now = world.clock.now();
  if ((marks.wake !== null && marks.wake <= now) || clockWentBack(marks, now)) {
    await sweep(world, ledger, agency);
    wakeFor(world, agency, await deliver(world, ledger, agency, 'reply'));
    // An erasure wakes its own sweep (`forget.ts`): not every answer is to look through all people for one.
    if (await scrubDue(world, agency)) world.pushes.wake(agency, world.clock.now());
  }
  if ((await documentsDue(world, agency)) || (await menusDue(world, ledger, agency)))
    world.pushes.wake(agency, world.clock.now());
}

/**
 * Sends the agency's pushes; then gives members their menus, scrubs what was erased and reads what it was sent, which may
 * take seconds and is to hold up nobody's answer.
 */
export async function workPushes(
  world: World,
  ledger: Ledger,
  agency: string,
  plans: PlanReader | null = null,
): Promise<void> {
  wakeFor(world, agency, await deliver(world, ledger, agency, 'push'));
  const again = await linkMenus(world, ledger, agency);
  if (again !== null) world.pushes.wake(agency, again);
  await scrubErased(world, ledger, agency);
  if (plans === null || !(await readDocuments(world, ledger, agency, plans))) return;
  wakeFor(world, agency, await deliver(world, ledger, agency, 'push'));
}

function wakeFor(world: World, agency: string, { reply, push }: NextTries): void {
  if (world.stopping.aborted) return;
  if (reply !== null) world.queue.wake(agency, reply);
  if (push !== null) world.pushes.wake(agency, push);
}

/** Looks for work every few seconds until stopped. A store that is down is looked at again at the next tick. */
export function startTicking(world: World, everyMs: number = TICK_MS): () => void {
  let cancel = () => {};
  let stopped = false;
  const tick = async () => {
    try {
      const now = world.clock.now();
      for (const agency of await world.store.agenciesWithWork(now, AGENCIES_A_TICK))
        world.queue.wake(agency, now);
    } catch (cause) {
      world.log.error({ error: String(cause) }, 'looking for work failed');
    }
    if (!stopped) cancel = world.clock.after(everyMs, () => void tick());
  };
  void tick();
  return () => {
    stopped = true;
    cancel();
  };
}
