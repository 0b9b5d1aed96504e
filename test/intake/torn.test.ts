import { expect, it } from 'vitest';
import { readPlan } from '../../src/intake/read-plan.ts';
import { readText } from '../../src/intake/text.ts';
import { isTorn } from '../../src/intake/torn.ts';

const HEAD = 'มาตรการประจำปีงบประมาณ พ.ศ. 2570\n\nลำดับ\tมาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\n';
const draftOf = (rows: string) => readPlan(readText(HEAD + rows), {});

it('a table whose cells were broken into lines is told from a whole one', () => {
  const whole = draftOf(
    '1\tจัดทำแนวปฏิบัติการยืมทรัพย์สิน\tทบทวนแนวปฏิบัติ\tกองคลัง\tต.ค. 2569 - ม.ค. 2570\n2\tให้ความรู้เรื่องผลประโยชน์ทับซ้อน\tจัดอบรม\tสำนักปลัด\tม.ค. - มี.ค. 2570\n',
  );
  expect(whole.measures).toHaveLength(2);
  expect(isTorn(whole)).toBe(false);
  expect(
    isTorn({
      ...whole,
      measures: whole.measures.map((one, at) => (at === 0 ? { ...one, number: null } : one)),
    }),
  ).toBe(true);
});
