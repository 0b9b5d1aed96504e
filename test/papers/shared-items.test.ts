import { describe, expect, it } from 'vitest';
import type { StatePage } from '../../src/domain/page.ts';
import { renderPage } from '../../src/papers/render-page.ts';
import { asked } from '../domain/doings.ts';
import { bangkok, happened, measure, member } from '../support/an-agency.ts';
import { NOW, officeSharing, partTold } from '../support/shared-item.ts';
import { EXPIRES, HEAD } from './offices.ts';

/** กองคลัง has done its part of a measure it shares with กองช่าง, which has not. */
const agency = officeSharing(
  ['finance', 'works'],
  measure('m1', { number: 1, title: 'จัดซื้อจัดจ้าง', end: '2026-02-27' }),
  partTold('finance', 'done', '2026-02-10 10:00'),
  asked('m1', 'x', '2026-03-13', { at: bangkok('2026-02-11 10:00') }),
  asked('s1', 'y', '2026-03-31', { at: bangkok('2026-02-11 10:00'), by: 'works-staff' }),
  happened(
    {
      type: 'extension-decided',
      v: 1,
      item: 'm1',
      extension: 'x',
      granted: true,
      from: '2026-02-27',
      until: '2026-03-13',
    },
    { at: bangkok('2026-02-12 10:00'), by: member('finance-head') },
  ),
);

function page(asked: StatePage): string {
  const text = renderPage({ agency, head: HEAD, now: NOW, expires: EXPIRES }, asked);
  if (text === null) throw new Error('there is no such page');
  return text
    .slice(text.indexOf('<body>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('a shared item on a page', () => {
  it('of the item shows how far each division is, and in whose part something was told', () => {
    const text = page({ kind: 'item', item: 's1' });
    expect(text).toContain('อยู่ระหว่างดำเนินการ · เสร็จ 1 จาก 2 ส่วนราชการ');
    expect(text).toContain('กองคลัง ดำเนินการแล้วเสร็จ');
    expect(text).toContain('กองช่าง ยังไม่เริ่มดำเนินการ');
    expect(text).toContain('แจ้งสถานะส่วนของกองคลัง: ดำเนินการแล้วเสร็จ');
    expect(text).toContain('ขอขยายถึง 31 มี.ค. 69 (รอพิจารณา)');
  });

  it('of a division is its own part', () => {
    const missing = { kind: 'missing', division: 'finance' } as const;
    expect(page(missing)).toContain('เหลืออีก 1 ข้อ · แล้วเสร็จแต่ยังไม่มีหลักฐาน 1 ข้อ');
    expect(page({ ...missing, division: 'works' })).toContain('เหลืออีก 1 ข้อ · เลยกำหนด 1 ข้อ');
    const late = { kind: 'due', until: null, month: null, overdue: true } as const;
    expect(page({ ...late, division: 'finance' })).toContain('ไม่มีข้อที่เลยกำหนด');
    expect(page({ ...late, division: 'works' })).toContain('คู่มือการให้บริการ');
    const progress = { kind: 'progress', division: 'finance' } as const;
    expect(page(progress)).toContain('แล้วเสร็จ 1 จาก 2 ข้อ');
    expect(page({ ...progress, division: 'works' })).toContain('แล้วเสร็จ 0 จาก 1 ข้อ');
  });

  it('of the office stands with those who still have theirs to do', () => {
    const text = page({ kind: 'missing', division: null });
    const [, finance = '', works = ''] = /กองคลัง 1 ข้อ (.*) กองช่าง 1 ข้อ (.*)/.exec(text) ?? [];
    expect(finance).not.toContain('คู่มือการให้บริการ');
    expect(works).toContain('คู่มือการให้บริการ');
  });

  it('of a month tells whose part moved', () => {
    const text = page({ kind: 'summary', month: '2026-02', division: null });
    expect(text).toContain('กองคลัง: ดำเนินการแล้วเสร็จ');
  });
});

it('a granted date stands on the page with the date of the plan', () => {
  const text = page({ kind: 'item', item: 'm1' });
  expect(text).toContain('13 มี.ค. 69');
  expect(text).toContain('ขยายถึง 13 มี.ค. 69 (แผนเดิม 27 ก.พ. 69)');
  expect(text).toContain('ขอขยายเวลาถึง 13 มี.ค. 69 (อนุมัติ)');
});
