import { describe, expect, it } from 'vitest';
import { help } from '../../src/chat/help.ts';
import { hear, overhear } from './hearing.ts';
import { EXAMPLE, sceneIn, TODAY } from './scenes.ts';

describe('the examples of help', () => {
  it.each([
    ['finance-staff', false],
    ['finance-head', false],
    ['coordinator', false],
    ['executive', false],
    ['finance-staff', true],
  ])('shown to %s can be typed as they stand', (who, group) => {
    const { text } = help(sceneIn(EXAMPLE, { who, group }));
    const examples = text.split('\n').filter((line) => line.startsWith('• '));
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) {
      const words = example
        .slice(2)
        .replace(/ \(.*\)$/, '')
        .replace('https://…', 'https://a.example/1.pdf');
      const { intent } = group ? overhear(`บอท ${words}`, { today: TODAY }) : hear(words, { today: TODAY });
      expect(['ambiguous', 'none'].includes(intent), words).toBe(false);
    }
  });
});
