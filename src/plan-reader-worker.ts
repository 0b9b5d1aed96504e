/** The worker of `plan-reader.ts`: one file in, one answer out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './intake/read-document.ts';
import type { Reading } from './plan-reader.ts';

const { bytes, name, options } = workerData as Reading;
parentPort?.postMessage(await readDocument(bytes, name, options));
