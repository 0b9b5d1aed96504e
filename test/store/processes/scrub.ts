/** Scrubs the store of a folder, and says so when it is done. */
import { openSqliteStore } from '../../../src/store/sqlite.ts';

const [folder = '', now = ''] = process.argv.slice(2);
const store = openSqliteStore({ folder });
await store.scrub(Number(now));
await store.close();
console.log('scrubbed');
