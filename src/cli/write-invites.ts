/** Invites kept all or none, and the sheet they are printed on. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inviteLink } from '../chat/invite-link.ts';
import { decide } from '../domain/decide.ts';
import type { DomainEvent, RoleIn } from '../domain/event.ts';
import type { Refusal } from '../domain/refusal.ts';
import { codeExpiry, newCode } from '../flow/new-code.ts';
import type { BesideChange } from '../flow/ports.ts';
import type { Held } from '../flow/transact.ts';
import { inviteSheet } from '../papers/invite-sheet.ts';
import type { Desk } from './desk.ts';

/** An invite to be made. `name` empty = of whoever comes. */
export interface InviteWanted {
  readonly name: string;
  readonly roles: readonly RoleIn[];
  readonly general: boolean;
}

export interface InviteMade extends InviteWanted {
  readonly invite: string;
  readonly code: string;
  readonly beside: readonly BesideChange[];
}

export function newInvites({ world }: Desk, wanted: readonly InviteWanted[]): InviteMade[] {
  return wanted.map((one) => {
    const { id, code, beside } = newCode(
      world.ids,
      one.general ? 'general' : 'member',
      one.name === '' ? undefined : one.name,
    );
    return { ...one, invite: id, code, beside };
  });
}

/** Null = all are kept; else why none is. */
export async function keepInvites(
  desk: Desk,
  agency: string,
  invites: readonly InviteMade[],
  days: number,
): Promise<Refusal | null> {
  const now = desk.world.clock.now();
  const expires = codeExpiry(now, days);
  const by = { kind: 'console' as const };
  const kept = await desk.ledger.transact<Refusal | null>(agency, (held) => {
    const events: DomainEvent[] = [];
    for (const { invite, roles, general } of invites) {
      const more = general ? { general } : {};
      const decision = decide(held.agency, { type: 'make-invite', by, invite, roles, expires, ...more }, now);
      if (!decision.ok) return { result: decision.refusal };
      events.push(...decision.events);
    }
    const beside = invites.flatMap((one) => one.beside);
    return { result: null, events, because: { by, at: now, cause: null }, batch: { beside } };
  });
  if (kept.kind === 'already-seen') throw new Error('a terminal command has no event to be seen twice');
  return kept.result;
}

export interface SheetWanted {
  readonly file: string;
  readonly account: string;
  readonly days: number;
}

/** A sentence when it was not done: then nothing is kept and nothing written. */
export async function writeSheet(
  desk: Desk,
  { agency }: Held,
  invites: readonly InviteMade[],
  { file, account, days }: SheetWanted,
): Promise<Refusal | string | null> {
  if (existsSync(file))
    return `${file} exists already, and its codes may still be good: choose another name.`;
  const cards = invites.map(({ name, roles, general, code }) => ({
    name,
    roles,
    general,
    code,
    link: inviteLink(account, code),
  }));
  const until = codeExpiry(desk.world.clock.now(), days);
  const page = inviteSheet({ agency, account, until, invites: cards }, fontOf);
  // Written first: codes that are kept but stand nowhere would be lost.
  writeFileSync(file, page, { flag: 'wx', mode: 0o600 });
  try {
    const no = await keepInvites(desk, agency.id, invites, days);
    if (no !== null) rmSync(file);
    return no;
  } catch (error) {
    rmSync(file);
    throw error;
  }
}

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/sarabun/package.json')),
  'files',
);

function fontOf(file: string): string {
  return readFileSync(join(fontFolder, file)).toString('base64');
}
