import { readFileSync } from 'node:fs';
import { planDraft, readDraft } from '../src/domain/draft.ts';
import type { Entry } from '../src/domain/entry.ts';
import type { Division, DomainEvent } from '../src/domain/event.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../example/${name}`, import.meta.url), 'utf8'));

/** What a staff group types in a morning: most of it is none of the bot's business. */
export const TEXTS: readonly string[] = [
  'เที่ยงนี้กินอะไรกันดีครับ',
  'O12 เสร็จแล้วค่ะ',
  'ฝากเอกสารไว้ที่โต๊ะแล้วนะคะพี่',
  'มาตรการที่ 3 กำลังทำ 60% รอหนังสือจากอำเภอ',
  'บอท กองคลังค้างอะไร',
  'พรุ่งนี้ประชุมกี่โมงคะ ใครเอารถไปอำเภอบ้าง',
];

/** The ledger of the example office with its plan open and every item reported ten times. */
export function openOfficePlan(): Entry[] {
  const office = read('office.json') as { name: string; shortName: string; divisions: Division[] };
  let next = 0;
  const newId = () => {
    next += 1;
    return `id-${next}`;
  };
  const plan = readDraft(planDraft.parse(read('plan-2569.json')), office.divisions, newId);
  const channels = { phone: null, email: null, address: null, hours: null, web: null };
  const { name, shortName, divisions } = office;
  const { year, title, catalogue, oitDue } = plan;
  const events: DomainEvent[] = [
    { type: 'agency-added', v: 1, name, shortName, divisions, contact: channels, complaint: channels },
    { type: 'plan-imported', v: 1, year, title, catalogue, oitDue, oitDueConfirmed: false },
    ...plan.items.map(({ id, indicators, methods, divisions: owners, followUp, ...facts }): DomainEvent => {
      const copied = { indicators: [...indicators], methods: [...methods], divisions: [...owners] };
      return {
        type: 'item-added',
        v: 1,
        item: id,
        ...facts,
        ...copied,
        followUp: { ...followUp, reportMonths: [...followUp.reportMonths] },
      };
    }),
    { type: 'plan-opened', v: 1, year },
  ];
  for (let round = 0; round < 10; round += 1) {
    for (const item of plan.items) {
      events.push({
        type: 'item-reported',
        v: 1,
        item: item.id,
        report: newId(),
        status: 'in_progress',
        chat: 'direct',
      });
    }
  }
  const start = Date.UTC(2026, 0, 5, 1, 0);
  return events.map((event, index) => ({
    seq: index + 1,
    at: start + index * 1_000,
    kept: start + index * 1_000,
    by: { kind: 'console' },
    cause: null,
    event,
  }));
}
