import { openSqliteStore } from '../../src/store/sqlite.ts';
import { storeContract } from './contract.ts';
import { newFolder } from './folders.ts';

storeContract('sqlite', async () => {
  const folder = newFolder();
  const store = openSqliteStore({ folder });
  return {
    store,
    async reopen() {
      await store.close();
      return openSqliteStore({ folder });
    },
  };
});
