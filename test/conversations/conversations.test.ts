/** Whole conversations, each as a file beside this one; `README.md` tells how they read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playConversation } from './player.ts';
import { readScriptFile, scriptNames } from './script.ts';

it.each(scriptNames(import.meta.dirname))('%s', async (name) => {
  const script = readScriptFile(import.meta.dirname, name);
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-conversation-'));
  try {
    const { problems, transcript } = await playConversation(script, folder);
    expect(problems, [script.title, ...problems, '', ...transcript].join('\n')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
