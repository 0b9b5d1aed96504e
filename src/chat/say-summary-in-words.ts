/** The month for coordinators as a text, when LINE did not take its card: a text it can hardly refuse. */
import { itemsOf } from '../domain/item.ts';
import { goesOn, type MonthSummary, type PlanLeft } from '../domain/summary.ts';
import { summaryButton } from './buttons.ts';
import { withNext } from './next-steps.ts';
import type { Outgoing } from './outgoing.ts';
import { linkTo, markOf, officeName, placeOf, type Scene } from './scene.ts';
import { andMore, itemShort } from './words.ts';
import { doneOf, figuresWords } from './words-items.ts';
import { asOfWords, headWords, IN_WORDS, otherLeft, SECTION, summaryTitle } from './words-summary.ts';

/** So many numbers stand in a line; the others are counted. */
const NAMED = 8;

/** The figures, what is late and what is missing, with the ledger hash, the link, and a button for the card as an answer. */
export function saySummaryInWords(scene: Scene, summary: MonthSummary): Outgoing[] {
  const { agency, head, now } = scene;
  const { month, asOf, year, overall, moved, late, next, missingOit, others } = summary;
  const named = (heading: string, items: PlanLeft['late']) => {
    const codes = items.slice(0, NAMED).map(itemShort);
    return [`${heading}${codes.length > 0 ? ':' : ''}`, ...codes, andMore(items.length - NAMED)]
      .filter((words) => words !== '')
      .join(' ');
  };
  const { link } = linkTo(scene, { kind: 'summary', month, division: null });
  const lines = [
    `${summaryTitle(month)} ${officeName(agency)}`,
    IN_WORDS.why,
    asOfWords(asOf, !goesOn(summary, now)),
    `${doneOf(overall.done, overall.total)} · ${figuresWords(overall)}`,
    named(SECTION.late(late.length), late),
    SECTION.moved(moved.length),
    SECTION.next(next.length),
    named(SECTION.oit(missingOit.length), missingOit),
    ...others.map((other) => otherLeft(other)),
    ...[year, ...others.map((other) => other.year)].map((one) => markOf(agency, itemsOf(agency, one))),
    headWords(head.slice(0, 8)),
    link === '' ? '' : IN_WORDS.link(link),
  ];
  return [
    withNext(
      scene,
      { type: 'text', text: lines.filter((line) => line !== '').join('\n') },
      ['overdue', 'near'],
      [[IN_WORDS.card, summaryButton(placeOf(scene), month)]],
    ),
  ];
}
