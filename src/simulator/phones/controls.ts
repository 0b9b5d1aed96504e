import type { Endpoint, Fault } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import { BadRequest, type Fields, fieldsOf } from './fields.ts';
import type { Setting } from './setting.ts';
import { mischiefOf, quotaOf, tellMischief } from './state.ts';
import { no } from './words.ts';

/** What the table around the phones does, by the last part of its address; answers what changed. */
export type Control = (setting: Setting, fields: Fields) => Promise<JsonObject>;

/** How far one jump may go: two years. */
const maxJump = 2 * 366 * 86_400_000;

/** The addresses of one page; clock jumps happen one after the other. */
export function createControls(): Readonly<Record<string, Control>> {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    clock(setting, fields) {
      const moved = turn.then(() => moveClock(setting, fields));
      turn = moved.catch(() => undefined);
      return moved;
    },
    async faults(setting, fields) {
      const { faults } = setting.platform;
      const added = fields.objectMaybe('add');
      if (added !== undefined) faults.add(faultOf(fieldsOf(added)));
      else if (fields.flag('clear')) faults.clear();
      else throw new BadRequest('Say "add": a fault, or "clear": true.');
      return changed(setting);
    },
    async duplicates(setting, fields) {
      setting.mischief.duplicates = fields.whole('times', 0, 10);
      return changed(setting);
    },
    async redelivery(setting, fields) {
      setting.platform.world.setBot(setting.botId, { redelivery: fields.flag('on') });
      return changed(setting);
    },
    hold,
    async quota(setting, fields) {
      const limit = fields.any('limit');
      const { used } = quotaOf(setting);
      const quota = limit === 'gone' ? used : limit === null ? null : fields.whole('limit', 0, 1_000_000);
      setting.platform.world.setBot(setting.botId, { quota });
      return quotaOf(setting);
    },
  };
}

/** Keeps webhooks back, and lets them go as they came, newest first, or all in one. */
async function hold(setting: Setting, fields: Fields): Promise<JsonObject> {
  const { mischief, platform, botId } = setting;
  const release = fields.textMaybe('release', 20);
  if (release === undefined) {
    mischief.hold ??= platform.hold(botId);
    return changed(setting);
  }
  if (!['in-order', 'reversed', 'together'].includes(release))
    throw new BadRequest('"release" must be in-order, reversed or together.');
  const held = mischief.hold;
  mischief.hold = null;
  void held?.release({
    order: (events) => (release === 'reversed' ? events.toReversed() : events),
    together: release === 'together',
    firstTryOnly: true,
  });
  return changed(setting);
}

async function moveClock(setting: Setting, fields: Fields): Promise<JsonObject> {
  const { clock, host, feed } = setting;
  const at = await instantOf(host, fields);
  if (at === null) return { now: clock.now(), nothing: true };
  if (at < clock.now()) throw new BadRequest(no.backward);
  if (at > clock.now() + maxJump) throw new BadRequest(no.farJump);
  feed.send('clock', { now: clock.now(), moving: true, to: at });
  try {
    await host.setClock(at);
  } finally {
    feed.send('clock', { now: clock.now(), moving: false });
    // In a new month nothing is used yet.
    feed.send('quota', quotaOf(setting));
  }
  return { now: clock.now() };
}

async function instantOf(host: Setting['host'], fields: Fields): Promise<number | null> {
  const to = fields.any('to');
  if (to === 'next-morning') return host.nextMorning();
  if (to === 'next-due') return host.nextDue();
  if (typeof to !== 'number' || !Number.isInteger(to))
    throw new BadRequest('"to" must be epoch milliseconds, "next-morning" or "next-due".');
  return to;
}

export function changed(setting: Setting): JsonObject {
  tellMischief(setting);
  return mischiefOf(setting);
}

const endpoints: readonly (Endpoint | 'any')[] = [
  'any',
  'reply',
  'push',
  'multicast',
  'validate',
  'quota',
  'info',
  'profile',
  'group',
  'webhook',
  'content',
  'richmenu',
  'loading',
];

function faultOf(fields: Fields): Fault {
  const name = fields.text('path', 20);
  const path = endpoints.find((one) => one === name);
  if (path === undefined) throw new BadRequest(`"path" must be one of ${endpoints.join(', ')}.`);
  const times = fields.wholeMaybe('times', 1, 10_000);
  const when = { path, ...(times !== undefined && { times }) };
  const kind = fields.text('kind', 20);
  switch (kind) {
    case 'timeout':
    case 'drop-before':
    case 'drop-after':
    case 'not-ready':
      return { ...when, kind };
    case 'slow':
      return { ...when, kind, ms: fields.whole('ms', 1, 60_000) };
    case 'status': {
      const message = fields.textMaybe('message', 200);
      return {
        ...when,
        kind,
        status: fields.whole('status', 400, 599),
        ...(message !== undefined && { message }),
      };
    }
    default:
      throw new BadRequest(
        '"kind" must be timeout, drop-before, drop-after, not-ready, slow (with "ms") or status (with "status").',
      );
  }
}
