import type { PlatformClock } from '../clock.ts';
import type { Hold } from '../delivery.ts';
import type { Platform } from '../platform.ts';
import type { Bot } from '../world.ts';
import type { Feed } from './feed.ts';
import type { Wire } from './wire.ts';

/** One of the phones. */
export interface CastMember {
  /** LINE id on the platform. */
  readonly user: string;
  readonly name: string;
  readonly position: string;
  readonly role: string;
  /** On the table from the start. */
  readonly shown: boolean;
}

/** What the demo does for the page; the simulator knows nothing of the bot. */
export interface Host {
  /** Moves the shared clock forward, firing what falls due on the way. */
  setClock(at: number): Promise<void>;
  nextMorning(): number;
  /** When the bot next says something by itself; null = never. */
  nextDue(): Promise<number | null>;
}

export interface PhonesOptions {
  readonly platform: Platform;
  readonly clock: Pick<PlatformClock, 'now'>;
  readonly cast: readonly CastMember[];
  readonly host: Host;
  /** The platform listens beyond this machine on request: requests by its address are let in. Default false. */
  readonly open?: boolean;
}

/** What the addresses of the phones share. */
export interface Setting extends PhonesOptions {
  readonly feed: Feed;
  readonly wire: Wire;
  readonly botId: string;
  /** The bot with its settings of now. */
  readonly bot: () => Bot;
  /** What is done to webhooks from now on. */
  readonly mischief: { duplicates: number; hold: Hold | null /** As the page knows it. */; told: string };
}
