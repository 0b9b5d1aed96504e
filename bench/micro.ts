/** What a message costs before it touches the disk, each beside something plain measured in the same run. */
import { listCard } from '../src/chat/cards.ts';
import { emptyAgency } from '../src/domain/agency.ts';
import { dryRun } from '../src/domain/dry-run.ts';
import { evolveAll } from '../src/domain/evolve.ts';
import { nextReminderAt } from '../src/domain/reminder.ts';
import { sendsAt } from '../src/domain/sends.ts';
import { aLargeOffice } from './large-office.ts';
import { openOfficePlan } from './office.ts';

const ROUNDS = 7;
/** May, when all of a plan is late and nobody answered: most is held back. */
const DAYS = 28;
const MONTH = { left: 100, limit: 300, summary: 20 };
const SHORT = { left: 100, reserve: 30 };
const NO_DRAFTS = new Map();

export function bench(): string[] {
  const card = listCard(LIST);
  const stringified = microseconds([card], (one) => JSON.stringify(one));
  const filled = microseconds([LIST], (one) => listCard(one));
  const entries = openOfficePlan();
  const office = evolveAll(emptyAgency('office'), entries);
  const folded = microseconds([entries], (all) => evolveAll(emptyAgency('office'), all));
  const next = microseconds([office], (agency) => nextReminderAt(agency, 0));
  const large = aLargeOffice();
  const { now } = large;
  const folding = microseconds([large.entries], (all) => evolveAll(emptyAgency('office'), all));
  const deciding = microseconds([large.agency], (agency) => sendsAt(agency, now, SHORT, NO_DRAFTS));
  const foreseeing = microseconds([large.agency], (agency) => dryRun(agency, now, DAYS, MONTH, NO_DRAFTS));
  return [
    line('JSON.stringify of a list card', stringified, stringified),
    line('filling that card', filled, stringified),
    line(`folding an office of ${entries.length} entries`, folded, folded),
    line('its next reminder', next, folded),
    line(`folding one of ${large.people} people, unanswered`, folding, folding),
    line('whom it reminds of what this morning', deciding, folding),
    line(`the same of ${DAYS} days, messages short`, foreseeing, folding),
  ];
}

const LIST = {
  title: 'กองคลัง เหลืออีก 8 ข้อ',
  subtitle: 'เรียงตามกำหนด',
  alarm: false,
  mark: '',
  link: '',
  linkLabel: '',
  rows: Array.from({ length: 8 }, (_, index) => ({
    code: `O${index + 1}`,
    title: 'รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุของหน่วยงาน',
    note: '30 เม.ย. 69 · อีก 94 วัน',
    late: false,
    offer: null,
    detail: { data: 'do=detail&item=abc', text: 'ดูรายละเอียด O12' },
  })),
};

/** The median of several rounds, microseconds a call. */
function microseconds<T>(inputs: readonly T[], run: (input: T) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    let calls = 0;
    for (; performance.now() - started < 100; ) {
      for (const input of inputs) run(input);
      calls += inputs.length;
    }
    return ((performance.now() - started) * 1_000) / calls;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function line(name: string, value: number, beside: number): string {
  return `${name.padEnd(36)} ${value.toFixed(2).padStart(9)} µs  ${(value / beside).toFixed(2)}`;
}
