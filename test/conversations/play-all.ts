/** Makes a test of each conversation beside this file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playConversation } from './player.ts';
import { readScriptFile, scriptNames } from './script.ts';

/** Every second one, from the first (0) or the second (1): two files are played by two workers at once. */
export function playHalf(half: 0 | 1): void {
  const names = scriptNames(import.meta.dirname).filter((_, index) => index % 2 === half);
  it.each(names)('%s', async (name) => {
    const script = readScriptFile(import.meta.dirname, name);
    const folder = mkdtempSync(join(tmpdir(), 'nong-ita-conversation-'));
    try {
      const { problems, transcript } = await playConversation(script, folder);
      expect(problems, [script.title, ...problems, '', ...transcript].join('\n')).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
