/** A code someone will show the bot: `beside` keeps its hash, only `code` can be shown. */
import type { BesideChange, Ids } from './ports.ts';

/** What showing a code does: a member comes, somebody asks to come, or a group is bound. */
export type CodeFor = 'member' | 'general' | 'group';

/** `name`: whose invite it is, for as long as it is not used. */
export function newCode(ids: Ids, what: CodeFor, name?: string) {
  const [id, code] = [ids.id(), ids.code()];
  const value = { for: what, ...(name === undefined ? {} : { name }) };
  const record = { kind: 'code' as const, id, key: ids.hashOfCode(code), value };
  const beside: readonly BesideChange[] = [{ do: 'put', record }];
  return { id, code, beside };
}

/** Days a code is good unless somebody says otherwise. */
export const CODE_DAYS = 14;
const DAY_MS = 86_400_000;

export function codeExpiry(now: number, days: number = CODE_DAYS): number {
  return now + days * DAY_MS;
}
