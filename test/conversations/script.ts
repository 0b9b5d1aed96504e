/**
 * A conversation as a file: what people of the example office type and press, what the bot must say to it, and which
 * entries its ledger must gain. `README.md` beside this file tells how to read and write one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Instant, instantOf, isDay } from '../../src/domain/calendar.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/;
const SPAN = /^(\d+)(s|m|h|d)$/;
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const moment = z.string().refine((text) => isDay(MOMENT.exec(text)?.[1] ?? ''), '2026-02-16 09:00');
/** Words that must stand there; ` | ` between two = either will do. */
const fragments = z.array(z.string().min(1)).min(1);

const step = z
  .strictObject({
    /** A first name of `example/people.json`, `ประชาชน`, or `คนนอก`: someone of the group who is no member. */
    who: z.string().optional(),
    /** Absent = in 1:1 with the bot. */
    in: z.enum(['staff group', 'division group', 'unbound group']).optional(),

    // What he does: one of these; none of them = only time passes.
    /** `{code}` = the code the bot gave last, to anybody. */
    says: z.string().min(1).optional(),
    /** The label of a button, quick reply or row of the bot's last answer here, or one of several parted by ` | `. */
    presses: z.string().min(1).optional(),
    sends: z.enum(['picture', 'file', 'sticker']).optional(),
    /**
     * Data of a button nobody drew; `item: O12` is put as the id of that item, a first name as that person's, `request: last`
     * as that of who asked last.
     */
    forges: z.record(z.string(), z.string()).optional(),
    /** LINE sends the last webhook again. */
    repeats: z.literal('last').optional(),
    does: z.enum(['follow', 'block', 'invite', 'remove', 'leave', 'come']).optional(),

    /** What somebody does at the server's terminal, with the plan of 2569. */
    terminal: z.enum(['close-plan', 'open-plan']).optional(),

    // How he does it.
    /** LINE's own mention of the bot (`isSelf`). */
    mentions: z.literal(true).optional(),
    /** LINE does not name the sender. */
    unnamed: z.literal(true).optional(),
    /** LINE delivers it this long after he sent it. */
    late: z.string().regex(SPAN, '30s, 5m, 2h or 3d').optional(),
    /** LINE sends the same body twice at once. */
    twice: z.literal(true).optional(),
    /** Words on the card or row whose button is pressed; then older messages are looked at too. */
    on: z.string().min(1).optional(),

    /** So many of the next pushes LINE refuses for good (400), whatever is in them. */
    refuses: z.int().min(1).optional(),

    // Time: before what he does.
    at: moment.optional(),
    wait: z.string().regex(SPAN, '30s, 5m, 2h or 3d').optional(),

    // What must follow.
    bot: fragments.optional(),
    buttons: fragments.optional(),
    not: fragments.optional(),
    silent: z.literal(true).optional(),
    /** What others were sent meanwhile, or because of it, by name; `staff group` is one too. */
    hears: z.record(z.string(), fragments).optional(),
    /** Words of the page a pressed link opens. */
    page: fragments.optional(),
    /** Who was sent nothing. Only where time passes. */
    unheard: fragments.optional(),
    /** Exactly these, in whatever order; absent = none. `reminders` stands for one or more that were decided. */
    entries: z.array(z.string().min(1)).default([]),
    /** Words that must be neither in the store's file nor in the log when the conversation is over. */
    forgotten: fragments.optional(),
  })
  .superRefine((told, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    const done = actOf(told);
    if (done.length > 1) wrong(`one step does one thing, not ${done.join(' and ')}`);
    if (done.length === 0) {
      if (told.at === undefined && told.wait === undefined && told.terminal === undefined)
        wrong('nobody does anything and no time passes');
      if (told.bot ?? told.buttons ?? told.who ?? told.page) wrong('where only time passes, say `hears`');
    } else if (told.who === undefined && told.repeats === undefined && told.in === undefined) wrong('who?');
    else if (told.unheard) wrong('`unheard` is for steps where only time passes');
    else if (!(told.silent ?? told.bot ?? told.page ?? told.hears))
      wrong('what must follow: `bot`, `silent`, `page` or `hears`');
    if (told.silent && (told.bot ?? told.buttons)) wrong('silent, and yet something is said');
  });

const script = z.strictObject({
  title: z.string().min(1),
  office: z.enum(['example', 'two years', 'no list', 'provisional list']).default('example'),
  /** When the plan is opened; the first step is a moment later. */
  start: moment.default('2026-02-17 09:00'),
  steps: z.array(step).min(1),
});

export type Step = z.infer<typeof step>;
export type Script = z.infer<typeof script> & { readonly name: string };

/** What a step's person does: the names of the keys. */
export function actOf(told: Partial<Record<string, unknown>>): string[] {
  const acts = ['says', 'presses', 'sends', 'forges', 'repeats', 'does'];
  return acts.filter((act) => told[act] !== undefined);
}

/** @throws when the file is no script, naming it and the place. */
export function readScript(name: string, text: string): Script {
  const read = script.safeParse(parse(text));
  if (read.success) return { ...read.data, name };
  throw new Error(`${name} is no conversation:\n${z.prettifyError(read.error)}`);
}

/** Names of the conversations in a folder. */
export function scriptNames(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => basename(file, '.yaml')).sort();
}

export function readScriptFile(folder: string, name: string): Script {
  return readScript(name, readFileSync(join(folder, `${name}.yaml`), 'utf8'));
}

export function instantAt(text: string): Instant {
  const [, day = '', hour = '', minute = ''] = MOMENT.exec(text) ?? [];
  return instantOf(day, Number(hour) * 60 + Number(minute));
}

export function spanMs(text: string): number {
  const [, count = '', unit = 's'] = SPAN.exec(text) ?? [];
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
}
