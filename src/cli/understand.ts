/** `understand`: sentences in, what they mean out, a JSON line each (`docs/understanding.md` §1). */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type NamedItem, namedItems } from '../chat/understand/names.ts';
import type { Heard } from '../chat/understand.ts';
import { understand } from '../chat/understand.ts';
import { fiscalYearOf, isDay } from '../domain/calendar.ts';
import type { ItemKind } from '../domain/event.ts';
import type { NamedDivision } from '../thai/division.ts';
import { type Command, done, type Input, type Terminal, WrongUse } from './command.ts';
import { withAgency } from './desk.ts';
import { readJson } from './read-json.ts';
import { slotsOf } from './slots.ts';
import specOffice from './understand-office.json' with { type: 'json' };

/** What an office calls its divisions and items. */
export interface Office {
  readonly divisions: readonly NamedDivision[];
  readonly items: readonly NamedItem[];
  /** What the canonical name of a division is in the answers. */
  nameOf(code: string): string;
}

const office = z.object({
  divisions: z.array(z.object({ name: z.string().min(1), alias: z.array(z.string()).default([]) })),
  items: z.array(
    z.object({
      id: z.string().regex(/^[OM]\d{1,3}$/, 'is written O12 or M3'),
      title: z.string(),
      division: z.string().nullish(),
      alias: z.array(z.string()).default([]),
    }),
  ),
});

const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  role: z.enum(['staff', 'head', 'coordinator', 'citizen']),
  division: z.string().nullable(),
  chat: z.enum(['user', 'group']),
  today: z.string().refine(isDay, 'is no date like 2026-02-16'),
  fiscal: z.int().optional(),
});

export type Asked = z.infer<typeof line>;

export const understandLines: Command = {
  name: 'understand',
  summary:
    'Says what sentences mean: JSON lines from stdin, one line each to stdout; without options by the catalogue of docs/understanding.md.',
  usage: '[--agency ID | --catalog FILE] < LINES',
  words: 0,
  options: { agency: { type: 'string' }, catalog: { type: 'string' } },
  async run(input, terminal) {
    const known = await officeOf(input, terminal);
    let number = 0;
    for await (const text of createInterface({
      input: terminal.input(),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      const plain = text.replace(/^\uFEFF/, '');
      if (plain.trim() === '') continue;
      terminal.out(JSON.stringify(answer(readLine(plain, number), known)));
    }
    return done([], { lines: number });
  },
};

async function officeOf(input: Input, terminal: Terminal): Promise<Office> {
  const [agency, catalog] = [input.text('agency'), input.text('catalog')];
  if (agency !== undefined && catalog !== undefined)
    throw new WrongUse('--agency and --catalog exclude each other.');
  if (agency === undefined) {
    return catalog === undefined
      ? SPEC_OFFICE
      : ofCatalog(readJson(catalog, office, 'src/cli/understand-office.json'));
  }
  return withAgency(input, terminal, (_desk, held) => {
    const divisions = held.agency.profile?.divisions ?? [];
    const names = new Map(divisions.map(({ code, name }) => [code, name]));
    return { divisions, items: namedItems(held.agency), nameOf: (code) => names.get(code) ?? code };
  });
}

/** The divisions and made-up items of the spec's own sets. */
export const SPEC_OFFICE: Office = ofCatalog(office.parse(specOffice));

/** In a catalogue file a division's name is its code as well. */
function ofCatalog(raw: z.infer<typeof office>): Office {
  return {
    divisions: raw.divisions.map(({ name, alias }) => ({ code: name, name, aliases: alias })),
    items: raw.items.map(({ id, title, alias, division }) => ({
      kind: kindOf(id),
      number: Number(id.slice(1)),
      title,
      aliases: alias,
      divisions: division == null ? [] : [division],
    })),
    nameOf: (code) => code,
  };
}

function kindOf(id: string): ItemKind {
  return id.startsWith('O') ? 'oit' : 'measure';
}

/** @throws WrongUse naming the line and what is wrong with it. */
function readLine(text: string, number: number): z.infer<typeof line> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new WrongUse(`Line ${number} is not JSON.`);
  }
  const read = line.safeParse(raw);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the line'}: ${message}`);
  throw new WrongUse(`Line ${number} is not as docs/understanding.md §1 says: ${wrong.join('; ')}.`);
}

/** What a line means, as the sets write it. */
export function answer(asked: Asked, { divisions, items, nameOf }: Office) {
  const { id, text, role, chat, today, fiscal = fiscalYearOf(today) } = asked;
  const own = divisions.find(({ code, name }) => name === asked.division || code === asked.division);
  const heard: Heard = {
    text,
    chat,
    mentioned: false,
    today,
    fiscal,
    role,
    divisions,
    ownDivision: own?.code ?? null,
    items,
  };
  return { id, expect: slotsOf(understand(heard), nameOf) };
}
