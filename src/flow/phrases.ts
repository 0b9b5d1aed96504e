/**
 * Exact phrases, tried before anything is understood: each topic knows its own (`act-*.ts`), and the first that takes a
 * text answers it. Null = it is no such phrase, or not for this person or chat: then it is understood as any other words.
 */

import { actOnPhrase as onCalendar } from './act-calendar.ts';
import { actOnPhrase as onCard } from './act-card.ts';
import { actOnPhrase as onDuties } from './act-duties.ts';
import { actOnPhrase as onPapers } from './act-office.ts';
import type { Response, Turn } from './response.ts';

type ActOnPhrase = (turn: Turn, text: string) => Promise<Response | null>;

const TOPICS: readonly ActOnPhrase[] = [onPapers, onDuties, onCard, onCalendar];

export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  for (const act of TOPICS) {
    const response = await act(turn, text);
    if (response !== null) return response;
  }
  return null;
}
