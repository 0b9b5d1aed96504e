/** What a button carries: at most 300 characters, checked again when it comes back, because anyone can forge one. */
import { z } from 'zod';
import { isMonth } from '../domain/calendar.ts';
import { status } from '../domain/event.ts';

const id = z.string().min(1).max(64);
const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const press = z.discriminatedUnion('do', [
  /** `entry` = the item's last entry when the button was drawn; `year` is there for people who read logs. */
  z.strictObject({ do: z.literal('report'), item: id, status, year: number, entry: number }),
  z.strictObject({ do: z.literal('detail'), item: id }),
  z.strictObject({ do: z.literal('undo'), report: id }),
  z.strictObject({ do: z.literal('missing'), division: id.optional() }),
  z.strictObject({ do: z.literal('progress') }),
  z.strictObject({ do: z.literal('summary'), month: z.string().refine(isMonth) }),
]);

export type Press = z.infer<typeof press>;

/** The `data` of a postback action. */
export function writePress(wanted: Press): string {
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(wanted)) if (value !== undefined) fields.set(key, String(value));
  return fields.toString();
}

/** What was pressed, or null when the data is not ours (an old button, another program's, a forgery). */
export function readPress(data: string): Press | null {
  const read = press.safeParse(Object.fromEntries(new URLSearchParams(data)));
  return read.success ? read.data : null;
}
