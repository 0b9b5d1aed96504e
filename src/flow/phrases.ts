/**
 * Exact phrases, tried before anything is understood: each topic knows its own (`act-*.ts`), and the first that takes a
 * text answers it. Null = it is no such phrase, or not for this person or chat: then it is understood as any other words.
 */

import { actOnPhrase as onCalendar } from './act-calendar.ts';
import { actOnPhrase as onCard } from './act-card.ts';
import { actOnPhrase as onDuties } from './act-duties.ts';
import { actOnPhrase as elsewhere } from './act-elsewhere.ts';
import { actOnPhrase as onExtensions } from './act-extension.ts';
import { actOnPhrase as onJoining } from './act-joining.ts';
import { actOnMenuWord } from './act-menu.ts';
import { actOnPhrase as onPapers } from './act-office.ts';
import { actOnPhrase as onPrivacy } from './act-privacy.ts';
import type { Response, Turn } from './response.ts';

type ActOnPhrase = (turn: Turn, text: string) => Promise<Response | null>;

const TOPICS: readonly ActOnPhrase[] = [
  onPapers,
  actOnMenuWord,
  onCalendar,
  onJoining,
  onExtensions,
  onDuties,
  onCard,
  onPrivacy,
  elsewhere,
];

export async function actOnPhrase(turn: Turn, text: string): Promise<Response | null> {
  for (const act of TOPICS) {
    const response = await act(turn, text);
    if (response !== null) return response;
  }
  return null;
}
