/** A person's own data: all that is kept of him, and erasing it (PDPA). */
import type { Agency } from '../domain/agency.ts';
import { known } from '../domain/known.ts';
import { erasureOf } from '../flow/erase.ts';
import { ownDataOf } from '../flow/own-data.ts';
import { type Command, done, type Input, needed, type Outcome, refused } from './command.ts';
import { type Desk, withAgency } from './desk.ts';
import { refusalWords } from './refusal-words.ts';
import { peopleAt, personMeant } from './who.ts';

const CONSOLE = { kind: 'console' } as const;

/**
 * The member `--member` means by id or name, or who left, by id or whole name.
 *
 * @throws WrongUse when nobody or more than one is meant.
 */
async function meant(desk: Desk, agency: Agency, input: Input): Promise<string> {
  const said = needed(input, 'member').trim();
  const people = await desk.store.besideAll(agency.id, 'person');
  const gone = people.filter(({ id }) => known(agency.left, id) !== undefined);
  const left = gone.find(({ id, value }) => id === said || value.name === said);
  return left?.id ?? personMeant(said, await peopleAt(desk, agency), agency);
}

export const memberExport: Command = {
  name: 'member export',
  summary: 'Writes everything kept of one person as JSON, for him.',
  usage: '--member ID|NAME [--agency ID]',
  words: 0,
  options: { agency: { type: 'string' }, member: { type: 'string' } },
  async run(input, terminal) {
    return withAgency(input, terminal, async (desk, held) => {
      const id = await meant(desk, held.agency, input);
      const own = await ownDataOf(desk.world, held, id);
      return done([JSON.stringify(own, null, 2)], own);
    });
  },
};

export const memberErase: Command = {
  name: 'member erase',
  summary:
    'Erases a person: name, LINE id and every text, from all files. What was done stays, without the name.',
  usage: '--member ID|NAME [--yes] [--agency ID]',
  words: 0,
  options: { agency: { type: 'string' }, member: { type: 'string' }, yes: { type: 'boolean' } },
  async run(input, terminal) {
    return withAgency(input, terminal, async (desk, { agency }) => {
      const id = await meant(desk, agency, input);
      return input.flag('yes') ? await erase(desk, agency.id, id) : await foretell(desk, agency.id, id);
    });
  },
};

/** What would go and what would stay. */
async function foretell(desk: Desk, agency: string, id: string): Promise<Outcome> {
  const held = await desk.ledger.read(agency);
  const own = held === null ? null : await ownDataOf(desk.world, held, id);
  if (held === null || own === null) return refused(refusalWords({ kind: 'no-such-person' }));
  const erasure = await erasureOf(desk.world, held, CONSOLE, id);
  if ('refusal' in erasure) return refused(refusalWords(erasure.refusal));
  const texts = own.entries.reduce((count, entry) => count + entry.texts.length, 0);
  const lines = [
    `Goes: the name${own.line === null ? '' : ', the LINE id'}, ${texts} texts, ${own.files.length} waiting files, ${own.waiting} messages not sent yet; and the copies of other days in copies/, which hold them.`,
    `Stays: ${own.entries.length} entries of the ledger, by the number ${id}, which no name leads to any more.`,
    'Not reached from here: exports you made, copies you took elsewhere, what LINE keeps.',
    ...(own.left === null ? ['Open items: hand them over first.'] : []),
  ];
  const problem = 'Nothing was erased. Say --yes to do it.';
  return { code: 1, lines, problem, json: { refused: problem, texts, entries: own.entries.length } };
}

async function erase(desk: Desk, agency: string, id: string): Promise<Outcome> {
  const { world, ledger, store } = desk;
  const kept = await ledger.transact(agency, async (held) => {
    const erasure = await erasureOf(world, held, CONSOLE, id);
    if ('refusal' in erasure) return { result: erasure.refusal };
    const { events, beside, notes } = erasure;
    const because = { by: CONSOLE, at: world.clock.now(), cause: null };
    return { result: null, events, because, batch: { beside, notes } };
  });
  if (kept.kind === 'kept' && kept.result !== null) return refused(refusalWords(kept.result));
  try {
    // A server that runs does it once more: an answer of its may be on its way.
    await store.scrub(world.clock.now());
  } catch {
    return done(
      [
        'Erased. The files still hold traces: somebody was writing. The server removes them within minutes, or when it next starts.',
      ],
      { erased: id, scrubbed: false },
    );
  }
  return done(['Erased, from the files and their copies too. "verify" proves that the ledger is whole.'], {
    erased: id,
    scrubbed: true,
  });
}
