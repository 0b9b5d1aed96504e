/** Appends in groups, says on stdout what was acknowledged, and dies by SIGKILL in the given commit (0 = never). */
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { watched } from '../databases.ts';
import { entries, push } from '../samples.ts';

const [folder = '', last = '0'] = process.argv.slice(2);
const watch = watched();
const store = openSqliteStore({ folder, open: watch.open });
let commits = 0;
watch.before = (sql) => {
  if (sql !== 'COMMIT') return;
  commits += 1;
  if (commits === Number(last)) process.kill(process.pid, 'SIGKILL');
};

for (let version = 0; ; version += 1) {
  const appended = ['a', 'b', 'c'].map((agency) =>
    store.append(agency, version, {
      ...entries(version + 1),
      outbox: [push(`m${version + 1}`)],
      seen: `w${version + 1}`,
    }),
  );
  await Promise.all(appended);
  process.stdout.write(`${version + 1}\n`);
}
