import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { planDraft } from '../../src/domain/draft.ts';
import { playMainJob } from '../support/main-job.ts';

const shared = process.env.SHARED ?? '';

describe('the main job with a real office’s plan', () => {
  it('goes the same way with the draft of seed 003', async () => {
    const draft = planDraft.parse(JSON.parse(readFileSync(join(shared, 'truth/003.json'), 'utf8')));
    // Tuesday 1 February 2022, 08:00 in Bangkok: its measures are due on 31 March.
    await playMainJob(draft, 1, Date.UTC(2022, 1, 1, 1, 0));
  });
});
