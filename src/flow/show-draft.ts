/** Previews without a file: one that waits shown again, and one that comes of the plan itself. */
import { askDoubt } from '../chat/ask-doubt.ts';
import { sayPreview } from '../chat/say-import.ts';
import type { Scene } from '../chat/scene.ts';
import { changesNothing } from '../domain/revision.ts';
import {
  type DraftSource,
  dropOpenDraft,
  type OpenImport,
  previewOf,
  putDraft,
  revisionFrom,
} from './open-draft.ts';
import { type Response, say, sceneNow, type Turn } from './response.ts';

/** Shows what waits for him again: the preview and its open question. */
export async function showDraft(turn: Turn, draft: OpenImport): Promise<Response> {
  const scene = await sceneNow(turn);
  const preview = previewOf(draft);
  return say(turn, [...sayPreview(scene, preview), ...askDoubt(scene, preview)]);
}

/** A preview that comes of no file, of the state of `scene`; it takes the place of what waited. Null = nothing would change. */
export async function startDraft(
  turn: Turn,
  source: DraftSource,
  scene: Scene,
): Promise<Pick<Response, 'messages' | 'beside'> | null> {
  const { world, held, speaker } = turn;
  const revision = revisionFrom(scene.agency, source, world.ids.id);
  if (revision === null || changesNothing(revision) || speaker.member === null) return null;
  const draft: OpenImport = {
    id: world.ids.id(),
    member: speaker.member,
    made: world.clock.now(),
    name: '',
    what: 'plan',
    source,
    revision,
    answers: {},
  };
  const put = putDraft(draft);
  if (put === null) return null;
  const dropped = await dropOpenDraft(world, held.agency.id, speaker.member);
  const preview = { ...previewOf(draft), replaced: dropped.length > 0 };
  return {
    messages: [...sayPreview(scene, preview), ...askDoubt(scene, preview)],
    beside: [...dropped, put],
  };
}
