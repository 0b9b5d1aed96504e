/** Appends its own entries to one agency beside other processes doing the same; decides again on every conflict. */
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { entries } from '../samples.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const store = openSqliteStore({ folder });
for (let done = 0; done < Number(count); ) {
  const loaded = await store.load('office');
  const batch = { ...entries(done), seen: `${name}-${done}` };
  const result = await store.append('office', loaded?.version ?? 0, batch);
  if (result.kind === 'appended') done += 1;
  // The lock between processes is unfair: the others get a turn before this one goes on.
  await new Promise((resolve) => setImmediate(resolve));
}
await store.close();
