import { expect, it } from 'vitest';
import { sayReceivers } from '../../src/chat/say-duties.ts';
import { RECEIVERS } from '../../src/chat/words-duties.ts';
import { EXAMPLE, sceneIn } from './scenes.ts';

it.each([
  ['coordinator', true],
  ['finance-head', true],
  ['works-head', false],
  ['finance-staff', false],
  ['executive', false],
])('%s is told how to choose receivers only if he may: %s', (who, may) => {
  const said = JSON.stringify(sayReceivers(sceneIn(EXAMPLE, { who }), ['finance'], false));
  expect(said.includes(RECEIVERS.howTo)).toBe(may);
});
