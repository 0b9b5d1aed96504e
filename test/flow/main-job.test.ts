import { describe, it } from 'vitest';
import { DEMO_START } from '../../src/cli/stage.ts';
import { playMainJob } from '../support/main-job.ts';

describe('the main job, over HTTP, with SQLite on disk, stopped and started in the middle', () => {
  it('reminds the division, keeps the answer, tells the head what is missing, sums the month up once', async () => {
    await playMainJob(undefined, 1, DEMO_START);
  });
});
