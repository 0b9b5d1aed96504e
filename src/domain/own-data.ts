/** Everything kept of one person, as he may have it (PDPA, right of access). */
import type { Acting } from './agency.ts';
import type { Instant } from './calendar.ts';
import type { DomainEvent, RoleIn } from './event.ts';

export interface OwnData {
  /** The office's name. */
  readonly office: string;
  readonly member: string;
  /** Empty = none is kept. */
  readonly name: string;
  /** His LINE user id; null = it is not kept any more. */
  readonly line: string | null;
  readonly roles: readonly RoleIn[];
  readonly acting: readonly Acting[];
  readonly joined: Instant | null;
  readonly left: Instant | null;
  /** What he did and what concerns him, in ledger order. */
  readonly entries: readonly OwnEntry[];
  /** Names of files he sent that are being read or wait for his confirmation. */
  readonly files: readonly string[];
  /** Messages to him that are not sent yet. */
  readonly waiting: number;
}

export interface OwnEntry {
  readonly seq: number;
  readonly at: Instant;
  /** He did it; else it is about him. */
  readonly own: boolean;
  readonly event: DomainEvent;
  /** What he wrote with it; empty once it is erased. */
  readonly texts: readonly string[];
}
