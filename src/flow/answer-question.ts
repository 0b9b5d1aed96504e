/** A question answered: with whatever its answer has to name. */
import type { Item } from '../domain/agency.ts';
import { answer, peopleNamed, type Question, reasonsNamed } from './answer.ts';
import { meantByQuestion } from './meant.ts';
import { type Response, say, sceneNow, type Turn } from './response.ts';

/** The answer to a question, of the items it names by number. */
export async function answerTo(turn: Turn, question: Question): Promise<Response> {
  const numbers = 'items' in question ? question.items : [];
  const year = 'year' in question ? question.year : null;
  return answerAbout(turn, question, meantByQuestion(turn.held.agency, turn.speaker, numbers, year).items);
}

/** The same, of items found already. */
export async function answerAbout(turn: Turn, question: Question, items: readonly Item[]): Promise<Response> {
  const { agency } = turn.held;
  const people = peopleNamed(agency, question, items);
  const texts = reasonsNamed(agency, question, turn.world.clock.now());
  return say(turn, answer(await sceneNow(turn, { items, people, texts }), question, items));
}
