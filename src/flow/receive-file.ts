/** A file somebody sent in 1:1: kept to be read after the 200, or why not. Nothing here touches the network. */
import type { Asked } from '../chat/asked.ts';
import { short } from '../chat/flex.ts';
import { nameOf } from '../chat/scene.ts';
import {
  FILE_FROM_CITIZEN,
  OTHER_WAYS,
  onlyCoordinators,
  UNREADABLE,
  unreadable,
} from '../chat/words-import.ts';
import { holds } from '../domain/permission.ts';
import type { FileSent } from './inbound.ts';
import { replyUntil } from './reply-until.ts';
import { type Response, say, sceneNow, type Turn } from './response.ts';
import { putDocument } from './waiting-document.ts';

/** The reader takes no more (`MOST_BYTES` there); a larger one is not even fetched. */
export const LARGEST_PLAN = 20 * 1024 * 1024;
const NAMES = 3;

/** `open` = what the bot had asked him: the file may be its answer. */
export async function receiveFile(turn: Turn, file: FileSent, open: Asked | null): Promise<Response> {
  const { held, inbound, world } = turn;
  const { agency } = held;
  const id = turn.speaker.member;
  const member = id === null ? null : (agency.members[id] ?? null);
  if (id === null || member === null) return say(turn, [{ type: 'text', text: FILE_FROM_CITIZEN }]);
  if (!holds(member, 'coordinator')) return say(turn, [{ type: 'text', text: await whoMay(turn) }]);
  if (file.size > LARGEST_PLAN) {
    const text = `${unreadable(short(file.name, 60), UNREADABLE['too-big'])}\n${OTHER_WAYS}`;
    return say(turn, [{ type: 'text', text }]);
  }
  const now = world.clock.now();
  const list = open?.kind === 'list-file' ? open : null;
  const document = {
    id: file.message,
    member: id,
    name: file.name,
    size: file.size,
    at: now,
    as: list === null ? ('plan' as const) : ('list' as const),
    year: list?.year ?? null,
    tries: 0,
    nextTry: now,
    reply:
      inbound.replyToken === null
        ? null
        : { token: inbound.replyToken, expires: replyUntil(now, inbound.at) },
  };
  return { agency: agency.id, messages: [], beside: [putDocument(document)], wake: now };
}

async function whoMay(turn: Turn): Promise<string> {
  const members = Object.values(turn.held.agency.members);
  const people = members.filter((member) => holds(member, 'coordinator')).map(({ id }) => id);
  const scene = await sceneNow(turn, { people });
  const names = people.slice(0, NAMES).map((id) => short(nameOf(scene, id), 60));
  return onlyCoordinators(names.join(', '));
}
