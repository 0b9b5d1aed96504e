import { macOf } from '../ids.ts';
import { type Command, done, refused, WrongUse } from './command.ts';
import { type Desk, openDesk } from './desk.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Checks the ledger: its chain of hashes, and every kept text against its seal.',
  usage: '[--agency ID] [--head HASH]',
  words: 0,
  options: { agency: { type: 'string' }, head: { type: 'string' } },
  async run(input, terminal) {
    const head = input.text('head');
    if (head !== undefined && !/^[0-9a-f]{8,64}$/i.test(head)) {
      throw new WrongUse('--head is the code at the foot of a summary or paper: 8 or more of 0-9 and a-f');
    }
    const desk = openDesk(terminal);
    try {
      const wanted = input.text('agency');
      const agencies = wanted === undefined ? await desk.store.agencies() : [wanted];
      const results = [];
      for (const agency of agencies) results.push(await check(desk, agency, head));
      const found = results.some((one) => one.headFound === true);
      const good = results.every((one) => one.ok) && (head === undefined || found);
      const lines = results.map((one) => one.line);
      if (head !== undefined && !found) lines.push(`No entry has a hash that begins with ${head}.`);
      if (agencies.length === 0) lines.push('There is no agency yet.');
      const json = results.map(({ line: _line, ...rest }) => rest);
      return good ? done(lines, json) : { ...refused(lines.join('\n')), json };
    } finally {
      await desk.close();
    }
  },
};

async function check(desk: Desk, agency: string, head: string | undefined) {
  const chain = await desk.store.verify(agency, head);
  if (!chain.ok) {
    const line = `${agency}: BROKEN at entry ${chain.brokenAt}: ${chain.why}`;
    return { agency, ok: false, brokenAt: chain.brokenAt, headFound: null, line };
  }
  const { entries, headFound } = chain;
  const torn = await tornTexts(desk, agency);
  if (torn.length > 0) {
    const line = `${agency}: ${torn.length} kept texts do not match their seals, first at entry ${torn[0]}`;
    return { agency, ok: false, brokenAt: torn[0] ?? 0, headFound, line };
  }
  const where = headFound === true ? `, ${head} is in it` : '';
  const line = `${agency}: ${entries} entries, chain unbroken${where}; newest ${chain.head.slice(0, 8)}`;
  return { agency, ok: true, brokenAt: null, headFound, entries, head: chain.head, line };
}

/** Entries whose free text lies beside the ledger changed. An erased text is no fault: erasing is a right. */
async function tornTexts(desk: Desk, agency: string): Promise<number[]> {
  const torn: number[] = [];
  for await (const { seq, event } of desk.store.entries(agency)) {
    if (event.type !== 'item-reported' || event.note === undefined) continue;
    const text = await desk.store.beside(agency, 'text', event.note.id);
    if (text === null) continue;
    const { salt = '', text: kept = '' } = text.value;
    if (macOf(salt, kept) !== event.note.mac) torn.push(seq);
  }
  return torn;
}
