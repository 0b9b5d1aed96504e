import { z } from 'zod';
import type { Config } from '../config.ts';
import { channels, division } from '../domain/event-fields.ts';
import { type Command, done, type Input, needed, refused, WrongUse } from './command.ts';
import { deskConfig, withDesk } from './desk.ts';
import { readJson } from './read-json.ts';
import { refusalWords } from './refusal-words.ts';

const CHANNELS = ['phone', 'email', 'address', 'hours', 'web'] as const;

/** The file form: `example/office.json`. */
const office = z.object({
  id: z.string().optional(),
  name: z.string().min(1),
  shortName: z.string().min(1),
  divisions: z.array(division).min(1),
  contact: channels,
  complaint: channels,
});

type Office = z.infer<typeof office>;

export const agencyAdd: Command = {
  name: 'agency add',
  summary: 'Adds an agency: its name, divisions, contact and complaint channels.',
  usage:
    '--file OFFICE.json | --name NAME --short NAME --division CODE=NAME[,ALIAS…]… [--phone … --email … --address … --hours … --web …] [--complaint-phone … --complaint-email … --complaint-web …] [--id ID]',
  words: 0,
  options: {
    file: { type: 'string' },
    id: { type: 'string' },
    name: { type: 'string' },
    short: { type: 'string' },
    division: { type: 'string', multiple: true },
    ...Object.fromEntries(
      CHANNELS.flatMap((name) => [
        [name, { type: 'string' as const }],
        [`complaint-${name}`, { type: 'string' as const }],
      ]),
    ),
  },
  async run(input, terminal) {
    const given = officeFrom(input);
    const config = deskConfig(terminal);
    const id = input.text('id') ?? given.id ?? config.only;
    if (id === null) throw new WrongUse('--id is missing: AGENCIES_FILE names several agencies.');
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
      throw new WrongUse(`--id must be letters a-z, digits and dashes, at most 40; "${id}" is not.`);
    const { name, shortName, divisions, contact, complaint } = given;
    const codes = divisions.map(({ code }) => code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice !== undefined) throw new WrongUse(`The division code "${twice}" stands there twice.`);
    return withDesk(terminal, async (desk) => {
      const kept = await desk.command(id, {
        type: 'add-agency',
        name,
        shortName,
        divisions,
        contact,
        complaint,
      });
      if (!kept.ok) return refused(refusalWords(kept.refusal));
      const count = `${codes.length} ${codes.length === 1 ? 'division' : 'divisions'}`;
      const lines = [
        `Added ${name} as "${id}" with ${count}: ${codes.join(', ')}.`,
        ...unserved(config, id),
        'Next: npm run -s ita -- member invite --role coordinator --name "…"',
      ];
      return done(lines, { agency: id, divisions: codes });
    });
  },
};

/** The server knows its agency by AGENCY: another id would never be served. */
function unserved({ accounts, only }: Config, id: string): string[] {
  const served = only === null ? accounts.map(({ agency }) => agency) : [only];
  if (served.includes(id)) return [];
  return only === null
    ? [`AGENCIES_FILE has no LINE account for "${id}" yet.`]
    : [`The server serves "${only}": set AGENCY=${id} for it.`];
}

export const agencyList: Command = {
  name: 'agency list',
  summary: 'Lists the agencies with their divisions, plans and how many people they have.',
  usage: '',
  words: 0,
  options: {},
  async run(_input, terminal) {
    return withDesk(terminal, async (desk) => {
      const lines: string[] = [];
      const json: unknown[] = [];
      for (const id of await desk.store.agencies()) {
        const held = await desk.ledger.read(id);
        if (held?.agency.profile == null) continue;
        const { profile, members, groups, plans } = held.agency;
        const years = Object.values(plans).map(({ year, state, published }) => ({ year, state, published }));
        const planWords = years.map(({ year, state }) => `${year} ${state}`).join(', ') || 'no plan';
        const [people, bound] = [Object.keys(members).length, Object.keys(groups).length];
        lines.push(
          `${id}: ${profile.name} · ${profile.divisions.map((one) => `${one.code} ${one.name}`).join(', ')} · ${planWords} · ${people} people, ${bound} groups`,
        );
        json.push({
          agency: id,
          name: profile.name,
          divisions: profile.divisions,
          plans: years,
          people,
          groups: bound,
        });
      }
      return done(
        lines.length > 0 ? lines : ['There is no agency yet: npm run -s ita -- agency add --help'],
        json,
      );
    });
  },
};

function officeFrom(input: Input): Office {
  const file = input.text('file');
  if (file === undefined) return fromOptions(input);
  if (input.text('name') !== undefined || input.list('division').length > 0)
    throw new WrongUse('--file says all of the office: leave the other options away (--id may stand).');
  return readJson(file, office, 'an office such as example/office.json');
}

function fromOptions(input: Input): Office {
  const divisions = input.list('division').map(divisionFrom);
  if (divisions.length === 0)
    throw new WrongUse('--division is missing: give each division, or the whole office with --file.');
  const channelsOf = (prefix: string) => ({
    phone: input.text(`${prefix}phone`) ?? null,
    email: input.text(`${prefix}email`) ?? null,
    address: input.text(`${prefix}address`) ?? null,
    hours: input.text(`${prefix}hours`) ?? null,
    web: input.text(`${prefix}web`) ?? null,
  });
  return {
    name: needed(input, 'name'),
    shortName: needed(input, 'short'),
    divisions,
    contact: channelsOf(''),
    complaint: channelsOf('complaint-'),
  };
}

/** `finance=กองคลัง,คลัง` */
function divisionFrom(written: string): Office['divisions'][number] {
  const [, code, names = ''] = /^([a-z][a-z0-9-]{0,30})=(.*)$/.exec(written) ?? [];
  const [name, ...aliases] = names
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (code === undefined || name === undefined)
    throw new WrongUse(
      `--division is written CODE=NAME[,ALIAS…], such as finance=กองคลัง,คลัง; "${written}" is not.`,
    );
  return { code, name, aliases, head: null };
}
