import { isObject, type JsonObject } from '../json.ts';
import { BadRequest } from './fields.ts';
import { no } from './words.ts';

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
};

/** What was picked for a datetimepicker, as LINE's `params`: the value of its mode, between `min` and `max`. */
export function pickedOf(
  action: JsonObject,
  params: JsonObject | undefined,
): Readonly<Record<string, string>> | undefined {
  if (action.type !== 'datetimepicker') return undefined;
  const mode = String(action.mode);
  const format = formats[mode];
  if (format === undefined) throw new BadRequest('The picker has no mode: date, time or datetime.');
  const value = isObject(params) ? params[mode] : action.initial;
  const parsed = mode === 'time' ? `2026-01-01T${String(value)}` : String(value);
  if (typeof value !== 'string' || !format.test(value) || Number.isNaN(Date.parse(parsed)))
    throw new BadRequest(`"params" must give the ${mode} that was picked.`);
  const { min, max } = action;
  const outside =
    (typeof min === 'string' && value < min.toUpperCase()) ||
    (typeof max === 'string' && value > max.toUpperCase());
  if (outside) throw new BadRequest(no.picked);
  return { [mode]: value };
}
