/** `npm run bench`: absolute figures belong to this machine; the last column is the ratio to the plain line above. */
import { bench as micro } from './micro.ts';
import { bench as phones } from './phones.ts';
import { bench as store } from './store.ts';
import { bench as sweeps } from './sweeps.ts';
import { bench as understanding } from './understanding.ts';

for (const line of [
  ...micro(),
  '',
  ...understanding(),
  '',
  ...(await store()),
  '',
  ...(await sweeps()),
  '',
  ...(await phones()),
])
  process.stdout.write(`${line}\n`);
