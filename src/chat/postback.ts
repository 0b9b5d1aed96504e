/** What a button carries: at most 300 characters, checked again when it comes back, because anyone can forge one. */
import { z } from 'zod';
import { isAddress } from '../domain/address.ts';
import { isDay, isMonth } from '../domain/calendar.ts';
import { status } from '../domain/event-fields.ts';

/** Longest data of a postback action (`docs/line-platform.md` §2.5). */
const DATA_LIMIT = 300;

const id = z.string().min(1).max(64);
const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const percent = number.refine((value) => value <= 100);
const day = z.string().refine(isDay);
const month = z.string().refine(isMonth);
const yes = z.literal('true').transform(() => true as const);

const year = number.refine((value) => value >= 2500 && value <= 2700);

/** What only a coordinator may press, in 1:1. `draft` = an import that waits for him. */
const officePresses = [
  z.strictObject({ do: z.literal('import'), draft: id }),
  z.strictObject({ do: z.literal('discard'), draft: id }),
  /** The document's item `doubt` is `item` of the plan; without one it is new. */
  z.strictObject({
    do: z.literal('settle'),
    draft: id,
    doubt: z.string().regex(/^[MO]\d{1,3}$/),
    item: id.optional(),
  }),
  z.strictObject({ do: z.literal('findings'), draft: id }),
  /** A document that does not say its year is read as one of this. */
  z.strictObject({ do: z.literal('plan-year'), document: id, year }),
  /** He is asked where the list comes from. */
  z.strictObject({ do: z.literal('list-source'), draft: id }),
  z.strictObject({ do: z.literal('undo-import'), revision: id }),
  z.strictObject({ do: z.literal('open-plan'), year }),
  z.strictObject({ do: z.literal('publish-plan'), year }),
] as const;

/** Who sees to what: pressed in 1:1 only, by whoever may. */
const dutyPresses = [
  z.strictObject({ do: z.literal('hand-over'), from: id, to: id }),
  z.strictObject({ do: z.literal('end-acting'), acting: id }),
  /** `to` takes over his work; without one it goes as the division's reminders do. */
  z.strictObject({ do: z.literal('leave'), member: id, to: id.optional() }),
] as const;

const press = z.discriminatedUnion('do', [
  /** `entry` = the item's last entry when the button was drawn; `year` is there for people who read logs. */
  z.strictObject({
    do: z.literal('report'),
    item: id,
    status,
    year: number,
    entry: number,
    percent: percent.optional(),
  }),
  z.strictObject({ do: z.literal('evidence'), item: id, url: z.string().max(DATA_LIMIT).refine(isAddress) }),
  /** He wants to give evidence: the bot asks for the link. */
  z.strictObject({ do: z.literal('give'), item: id }),
  z.strictObject({ do: z.literal('extension'), item: id, until: day }),
  /** He wants a later date: the bot asks which. */
  z.strictObject({ do: z.literal('later'), item: id }),
  /** Without an item: what was last reminded to him. */
  z.strictObject({ do: z.literal('snooze'), item: id.optional(), until: day }),
  z.strictObject({ do: z.literal('acknowledge'), item: id.optional() }),
  /** `act` = the id of a report, evidence, extension or snooze. */
  z.strictObject({ do: z.literal('undo'), act: id }),
  z.strictObject({ do: z.literal('detail'), item: id }),
  z.strictObject({ do: z.literal('responsible'), item: id }),
  z.strictObject({ do: z.literal('missing'), division: id.optional() }),
  z.strictObject({ do: z.literal('progress') }),
  z.strictObject({ do: z.literal('divisions') }),
  /** Without any of them: what is near its date. */
  z.strictObject({
    do: z.literal('due'),
    month: month.optional(),
    until: day.optional(),
    overdue: yes.optional(),
  }),
  z.strictObject({ do: z.literal('score') }),
  z.strictObject({ do: z.literal('summary'), month }),
  z.strictObject({ do: z.literal('measures') }),
  z.strictObject({ do: z.literal('help') }),
  ...officePresses,
  ...dutyPresses,
]);

export type Press = z.infer<typeof press>;
export type OfficePress = z.infer<(typeof officePresses)[number]>;
export type DutyPress = z.infer<(typeof dutyPresses)[number]>;

const OFFICE: ReadonlySet<string> = new Set(officePresses.map(({ shape }) => shape.do.value));

const DUTIES: ReadonlySet<string> = new Set(dutyPresses.map(({ shape }) => shape.do.value));

/** True for what changes who sees to what. */
export function isDutyPress(one: Press): one is DutyPress {
  return DUTIES.has(one.do);
}

/** True for what only a coordinator may press. */
export function isOfficePress(one: Press): one is OfficePress {
  return OFFICE.has(one.do);
}

/** The `data` of a postback action. */
export function writePress(wanted: Press): string {
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(wanted)) if (value !== undefined) fields.set(key, String(value));
  return fields.toString();
}

/** True when the data can come back: an address may make it longer than LINE takes, or be none that is kept. */
export function fitsPress(wanted: Press): boolean {
  const data = writePress(wanted);
  return data.length <= DATA_LIMIT && readPress(data) !== null;
}

/** What was pressed, or null when the data is not ours (an old button, another program's, a forgery). */
export function readPress(data: string): Press | null {
  const read = press.safeParse(Object.fromEntries(new URLSearchParams(data)));
  return read.success ? read.data : null;
}
