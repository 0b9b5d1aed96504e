/** `npm run bench`: absolute figures belong to this machine; the last column is the ratio to the plain line above. */
import { bench as micro } from './micro.ts';
import { bench as phones } from './phones.ts';
import { bench as store } from './store.ts';

for (const line of [...micro(), '', ...(await store()), '', ...(await phones())])
  process.stdout.write(`${line}\n`);
