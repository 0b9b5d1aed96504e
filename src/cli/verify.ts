import { macOf } from '../ids.ts';
import { type Command, WrongUse } from './command.ts';
import { type Desk, withDesk } from './desk.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Checks the ledger: its chain of hashes, and every kept text against its seal.',
  usage: '[--agency ID] [--head HASH]',
  words: 0,
  options: { agency: { type: 'string' }, head: { type: 'string' } },
  async run(input, terminal) {
    const head = input.text('head');
    if (head !== undefined && !/^[0-9a-f]{8,64}$/i.test(head)) {
      throw new WrongUse('--head is the code at the foot of a summary or paper: 8 or more of 0-9 and a-f.');
    }
    return withDesk(terminal, async (desk) => {
      const known = await desk.store.agencies();
      const wanted = input.text('agency');
      if (wanted !== undefined && !known.includes(wanted))
        throw new WrongUse(`There is no agency "${wanted}"; there are: ${known.join(', ') || 'none'}.`);
      const checks: Check[] = [];
      for (const agency of wanted === undefined ? known : [wanted])
        checks.push(await check(desk, agency, head));
      const headFound = head === undefined ? null : checks.some((one) => one.headFound === true);
      const ok = checks.every((one) => one.ok) && headFound !== false;
      const lines = checks.map(lineOf);
      if (known.length === 0) lines.push('There is no agency yet.');
      if (head !== undefined)
        lines.push(
          headFound ? `An entry's hash begins with ${head}.` : `No entry's hash begins with ${head}.`,
        );
      return { code: ok ? 0 : 1, lines, json: { ok, headFound, agencies: checks } };
    });
  },
};

type Check =
  | {
      readonly agency: string;
      readonly ok: true;
      readonly entries: number;
      readonly head: string;
      readonly headFound: boolean | null;
    }
  | {
      readonly agency: string;
      readonly ok: false;
      readonly brokenAt: number;
      readonly why: string;
      readonly headFound: boolean | null;
    };

async function check(desk: Desk, agency: string, sought: string | undefined): Promise<Check> {
  const chain = await desk.store.verify(agency, sought);
  if (!chain.ok) return { agency, ...chain, headFound: null };
  const { entries, head, headFound } = chain;
  const [brokenAt, ...more] = await tornTexts(desk, agency);
  if (brokenAt === undefined) return { agency, ok: true, entries, head, headFound };
  const others = more.length === 0 ? '' : `, and those of ${more.length} more`;
  return { agency, ok: false, brokenAt, why: `its text was changed${others}`, headFound };
}

function lineOf(one: Check): string {
  return one.ok
    ? `${one.agency}: ${one.entries} entries, chain unbroken; newest ${one.head.slice(0, 8)}`
    : `${one.agency}: BROKEN at entry ${one.brokenAt}: ${one.why}`;
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
