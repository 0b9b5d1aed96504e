import { readConfig } from '../config.ts';
import { type Command, WrongUse } from './command.ts';
import { demo } from './demo.ts';
import { serve } from './serve.ts';

/** `npm start`. */
export const start: Command = {
  name: 'start',
  summary: 'What "npm start" runs: "serve" when LINE credentials are set, else "demo".',
  usage: '[--story]',
  words: 0,
  options: demo.options,
  async run(input, terminal) {
    if (readConfig(terminal.env).accounts.length === 0) return demo.run(input, terminal);
    if (input.flag('story'))
      throw new WrongUse('--story belongs to the demo, but LINE credentials are set: use "demo --story".');
    return serve.run(input, terminal);
  },
};
