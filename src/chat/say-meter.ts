/** The month's messages: how many are used, what is to come, what did not go out. */
import { type Instant, monthOf } from '../domain/calendar.ts';
import { mattersCard } from './cards.ts';
import { flex } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import type { Scene } from './scene.ts';
import { CARD_LABEL, CARD_SAY, METER } from './words-card.ts';

export interface Meter {
  /** Infinity = as many as one likes. */
  readonly limit: number;
  readonly used: number;
  readonly left: number;
  /** When LINE told; null = not in this month yet. */
  readonly asOf: Instant | null;
  /** Messages foreseen until the month ends, if nobody answers. */
  readonly planned: { readonly reminders: number; readonly summary: number; readonly cards: number };
  readonly held: number;
  readonly pending: number;
  /** Given up in the last ninety days, those LINE refused counted apart. */
  readonly failed: number;
  readonly refused: number;
  readonly unknown: number;
}

/** `เดือนนี้ใช้ 84/300` */
export function meterLine({ used, limit }: Pick<Meter, 'used' | 'limit'>): string {
  return METER.used(used, limit);
}

export function sayMeter(scene: Scene, meter: Meter): Outgoing[] {
  const { planned, used, left, limit } = meter;
  const month = monthOf(scene.now);
  const coming = planned.reminders + planned.summary + planned.cards;
  const rows = (list: readonly (readonly [string, number])[]) =>
    list.map(([name, count]) => ({ text: `${name} ${METER.messages(count)}`, note: '' }));
  const troubles = [
    [METER.held, meter.held],
    [METER.pending, meter.pending],
    [METER.failed, meter.failed],
    [METER.refused, meter.refused],
    [METER.unknown, meter.unknown],
  ] as const;
  const present = troubles.filter(([, count]) => count > 0);
  const kinds = [
    [METER.reminders, planned.reminders],
    [METER.summary, planned.summary],
    [METER.cards, planned.cards],
  ] as const;
  const enough = coming <= left ? METER.enough(left) : METER.short(coming - left);
  const bubble = mattersCard({
    title: METER.title(month),
    subtitle: `${meterLine(meter)}\n${METER.asOf(meter.asOf)}`,
    sections: [
      {
        heading: METER.planned,
        rows: rows(kinds.filter(([, count]) => count > 0)),
        rest: Number.isFinite(limit) ? enough : '',
      },
      {
        heading: METER.sends,
        rows:
          present.length > 0
            ? rows(present)
            : [{ text: used > 0 ? METER.allSent : METER.noneSent, note: '' }],
        rest: '',
      },
    ],
    foot: METER.free,
    buttons: [{ label: CARD_LABEL.plan, say: CARD_SAY.plan }],
  });
  return [flex(`${METER.title(month)}: ${meterLine(meter)}`, [bubble])];
}
