/** Remembers what the world saw over all lives of a bot, and reads what the store holds, for the comparison. */
import { createHash } from 'node:crypto';
import type { Entry } from '../../src/domain/entry.ts';
import { readEvent } from '../../src/domain/upcast.ts';
import type { Store } from '../../src/flow/ports.ts';
import type { Accepted, Platform } from '../../src/simulator/platform.ts';
import {
  type AcceptedSend,
  type CommandDone,
  type KeptState,
  type Violation,
  violations,
} from './compare.ts';
import { type DiaryLine, followDiary } from './diary.ts';
import { IN_COMMIT, type KillPoint } from './kill-points.ts';
import type { SentEvent } from './load.ts';
import type { Office } from './offices.ts';
import type { CommandEnd } from './terminal.ts';

export interface Witness {
  sends(events: readonly SentEvent[]): void;
  acknowledges(events: readonly SentEvent[]): void;
  commands(agency: string, end: CommandEnd): void;
  /** LINE accepted it, and will have forgotten its key when the bot is back. */
  willBeForgotten(accepted: Accepted): void;
  /** A kill from outside; those from inside stand in the bot's diary. */
  killed(point: KillPoint): void;
  compare(store: Store): Promise<Violation[]>;
  tally(): Tally;
}

/** What a run amounted to. */
export interface Tally {
  readonly kills: Readonly<Partial<Record<KillPoint, number>>>;
  /** Kills inside a commit that several writers shared. */
  readonly sharedCommits: number;
  readonly numbers: Readonly<Record<string, number>>;
}

interface OfficeSeen {
  readonly sent: Map<string, SentEvent & { acknowledged: boolean }>;
  readonly accepted: AcceptedSend[];
  readonly forgotten: Set<string>;
  readonly commands: CommandDone[];
  readonly idOfKey: Map<string, string>;
  readonly outbox: Map<string, KeptState['outbox'] extends ReadonlyMap<string, infer V> ? V : never>;
  entries: number;
}

export function createWitness(platform: Platform, offices: readonly Office[], diaryPath: string): Witness {
  const diary = followDiary(diaryPath);
  const seen = new Map(offices.map(({ agency }) => [agency, nothingSeen()]));
  const of = (agency: string) => seen.get(agency) ?? nothingSeen();
  const agencyOfBot = new Map(offices.map(({ bot, agency }) => [bot, agency]));
  const kills = new Map<KillPoint, number>();
  const killed = (point: KillPoint) => void kills.set(point, (kills.get(point) ?? 0) + 1);
  let [alreadySeen, shared, commandsKilled] = [0, 0, 0];
  const refusals: Violation[] = [];

  platform.onAccepted((accepted) => {
    of(agencyOfBot.get(accepted.bot) ?? '').accepted.push(sendOf(accepted));
  });

  function note(line: DiaryLine): void {
    if (line.what === 'dying') {
      killed(line.point);
      if (line.writers > 1 && IN_COMMIT.includes(line.point)) shared += 1;
    } else if (line.what === 'already-seen') alreadySeen += 1;
    else of(line.agency).idOfKey.set(line.key, line.id);
  }

  /** Reads the store through its own dump: the ledger, and how every message stands. */
  async function read(store: Store): Promise<Map<string, Pick<KeptState, 'entries' | 'invites'>>> {
    const entries = new Map(offices.map(({ agency }) => [agency, [] as Entry[]]));
    const invites = new Map(offices.map(({ agency }) => [agency, new Map<string, string>()]));
    for await (const line of store.dump()) {
      if (line.line === 'entry')
        entries.get(line.agency)?.push({ ...line.entry, event: readEvent(line.entry.event) });
      else if (line.line === 'outbox')
        // A finished message goes after 90 days; how it ended is remembered here.
        of(line.agency).outbox.set(line.message.id, { how: line.message.how.kind, state: line.state });
      else if (line.line === 'beside' && line.record.kind === 'code' && line.record.key !== null)
        invites.get(line.agency)?.set(line.record.key, line.record.id);
    }
    return new Map(
      offices.map(({ agency }) => [
        agency,
        { entries: entries.get(agency) ?? [], invites: invites.get(agency) ?? new Map() },
      ]),
    );
  }

  return {
    sends(events) {
      for (const event of events) of(event.agency).sent.set(event.id, { ...event, acknowledged: false });
    },
    acknowledges(events) {
      for (const event of events) of(event.agency).sent.set(event.id, { ...event, acknowledged: true });
    },
    commands(agency, end) {
      if (end === 'killed') commandsKilled += 1;
      else if (end.did === 'refuse')
        refusals.push({ promise: 'command lost', what: `refused: ${end.words}` });
      else of(agency).commands.push(end);
    },
    willBeForgotten(accepted) {
      of(agencyOfBot.get(accepted.bot) ?? '').forgotten.add(accepted.retryKey ?? '');
    },
    killed,
    async compare(store) {
      for (const line of diary()) note(line);
      const found = refusals.splice(0);
      const held = await read(store);
      for (const { agency } of offices) {
        const { sent, accepted, forgotten, commands, idOfKey, outbox } = of(agency);
        const verification = await store.verify(agency);
        const kept = held.get(agency) ?? { entries: [], invites: new Map() };
        of(agency).entries = kept.entries.length;
        found.push(
          ...violations(
            { sent: [...sent.values()], accepted, forgotten, commands },
            { ...kept, verification, outbox, idOfKey },
          ),
        );
      }
      return found;
    },
    tally() {
      const all = [...seen.values()];
      const sum = (count: (one: OfficeSeen) => number) => all.reduce((total, one) => total + count(one), 0);
      const { webhooks, refused } = platform.record;
      return {
        kills: Object.fromEntries(kills),
        sharedCommits: shared,
        numbers: {
          'events sent': sum((one) => one.sent.size),
          'events acknowledged (200)': sum((one) => count(one.sent.values(), (event) => event.acknowledged)),
          'webhooks unanswered': webhooks.filter(({ status }) => typeof status !== 'number').length,
          redeliveries: webhooks.filter(({ attempt }) => attempt > 1).length,
          'duplicates refused by seen': alreadySeen,
          'replies accepted by LINE': sum((one) => count(one.accepted, ({ kind }) => kind === 'reply')),
          'pushes accepted by LINE': sum((one) => count(one.accepted, ({ kind }) => kind === 'push')),
          'pushes LINE knew already (409)': refused.filter(({ status }) => status === 409).length,
          'reply tokens LINE refused (400)': refused.filter(({ status }) => status === 400).length,
          'pushes ended unknown': sum((one) =>
            count(one.outbox.values(), ({ state }) => state === 'unknown'),
          ),
          'replies lost or carried': sum((one) =>
            count(one.outbox.values(), ({ state }) => state === 'lost' || state === 'carried'),
          ),
          'ita commands done': sum((one) => one.commands.length),
          'ita commands killed': commandsKilled,
          'entries in the ledgers': sum((one) => one.entries),
        },
      };
    },
  };
}

function nothingSeen(): OfficeSeen {
  return {
    sent: new Map(),
    accepted: [],
    forgotten: new Set(),
    commands: [],
    idOfKey: new Map(),
    outbox: new Map(),
    entries: 0,
  };
}

function sendOf({ kind, to, retryKey, replyToken, messages }: Accepted): AcceptedSend {
  const text = JSON.stringify(messages);
  return {
    kind: kind === 'reply' ? 'reply' : 'push',
    to,
    key: retryKey ?? replyToken ?? '',
    words: createHash('sha256').update(text).digest('base64url'),
    confirms: /undo&report=([\w-]+)/.exec(text)?.[1] ?? null,
  };
}

function count<T>(list: Iterable<T>, test: (one: T) => boolean): number {
  let found = 0;
  for (const one of list) if (test(one)) found += 1;
  return found;
}
