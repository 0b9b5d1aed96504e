/** Whole documents of offices that do not exist, each with one trouble real ones have. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/intake/draft.ts';
import { readPlan } from '../../src/intake/read-plan.ts';
import { readText } from '../../src/intake/text.ts';

const HEAD =
  'มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๙\nองค์การบริหารส่วนตำบลทุ่งสมมุติ อำเภอทุ่งทดลอง จังหวัดน่าน\n';
const MEASURES = 'มาตรการ/แนวทาง\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา ดำเนินการ\tการติดตามผล';

/** `⇥` is a tab. */
const read = (text: string, options = {}): Draft => readPlan(readText(text.replaceAll('⇥', '\t')), options);
const whys = (draft: Draft, line?: number) =>
  draft.findings.filter((finding) => line === undefined || finding.line === line).map(({ why }) => why);

describe('tables over pages', () => {
  it('a row cut in the middle of a cell is one row again', () => {
    const draft = read(`${HEAD}
${MEASURES}
๑. เปิดเผยข้อมูล⇥๑.ลงเว็บไซต์ ๒.ติดประกาศที่ทำก⇥สำนักปลัด⇥ต.ค.๖๘-ก.ย.๖๙⇥รายงานประชุมประจำเดือน

-๒-

${MEASURES}
⇥<p>ารและหมู่บ้าน ๓.แจ้งผู้นำ</p>⇥⇥⇥
๒. รับฟังความคิดเห็น⇥ตั้งกล่อง⇥กองช่าง⇥ม.ค.-มี.ค.๖๙⇥`);
    expect(draft.measures.map(({ title, methods }) => [title, methods.map(({ text }) => text)])).toEqual([
      ['เปิดเผยข้อมูล', ['ลงเว็บไซต์', 'ติดประกาศที่ทำการและหมู่บ้าน', 'แจ้งผู้นำ']],
      ['รับฟังความคิดเห็น', ['ตั้งกล่อง']],
    ]);
    expect(draft.measures[0]?.lines).toEqual([5, 10]);
    expect(whys(draft, 10)).toContain('row-cut-by-page');
  });

  it('a table that goes on without its header keeps its columns', () => {
    const draft = read(`${HEAD}
${MEASURES}
๑. เปิดเผยข้อมูล⇥ลงเว็บไซต์⇥สำนักปลัด⇥ต.ค.๖๘-ก.ย.๖๙⇥

๒. รับฟังความคิดเห็น⇥ตั้งกล่อง⇥กองช่าง⇥ม.ค.-มี.ค.๖๙⇥`);
    expect(draft.measures.map(({ responsible }) => responsible[0]?.code)).toEqual(['palad', 'works']);
  });

  it('rows under a merged title are methods of one measure', () => {
    const draft = read(`${HEAD}
<table><tr><th>มาตรการ</th><th>ขั้นตอน</th><th>ผู้รับผิดชอบ</th></tr>
<tr><td rowspan="2">จัดทำคู่มือ</td><td>ประชุม</td><td>กองคลัง</td></tr>
<tr><td>เผยแพร่</td><td>สำนักปลัด</td></tr></table>`);
    expect(draft.measures).toHaveLength(1);
    expect(draft.measures[0]?.methods.map(({ text }) => text)).toEqual(['ประชุม', 'เผยแพร่']);
    expect(draft.measures[0]?.responsible.map(({ code }) => code)).toEqual(['finance', 'palad']);
  });

  it('an indicator between two tables belongs to the second', () => {
    const table = (title: string) => `มาตรการ⇥วิธีการ⇥ผู้รับผิดชอบ\n${title}⇥ทำป้าย⇥กองช่าง\n`;
    const draft = read(
      `${HEAD}\nตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่\n\n${table('ก. อบรม')}\nตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร\n\n${table('ข. สื่อสาร')}`,
    );
    expect(draft.measures.map(({ indicator }) => indicator)).toEqual([1, 7]);
  });
});

describe('headers', () => {
  it('a damaged header is read by what it is like, and found', () => {
    const draft = read(`${HEAD}
| ลำดับ | มาตรฐาน/กิจกรรม | วิธีดำเนินการ | ระบบเว็บในการดำเนินการ | ผู้รับผิดชอบ |
|---|---|---|---|---|
| 1 | จัดทำคู่มือ | ประชุม | ต.ค. 68 ถึง ก.ย. 69 | กองคลัง |`);
    expect(draft.measures).toMatchObject([{ number: 1, title: 'จัดทำคู่มือ', period: { end: '2026-09-30' } }]);
    expect(whys(draft, 4)).toEqual(['corrupt-header', 'corrupt-header']);
  });

  it('a column without a header is known by its cells', () => {
    const draft = read(`${HEAD}
มาตรการ⇥วิธีการ⇥⇥
อบรม⇥จัดประชุม⇥กองคลัง⇥ต.ค.๖๘-ก.ย.๖๙
สื่อสาร⇥ทำป้าย⇥กองช่าง กองคลัง⇥ปีงบประมาณ ๒๕๖๙`);
    expect(draft.measures.map(({ responsible, period }) => [responsible.length, period.end])).toEqual([
      [1, '2026-09-30'],
      [2, '2026-09-30'],
    ]);
    expect(whys(draft)).toEqual(['column-by-content', 'column-by-content']);
  });

  it('states under one header; a later page whose states all read the same follows the first', () => {
    const rows = (title: string, mark: string) => `| ${title} | ทำป้าย | ${mark} |`;
    const head = '| มาตรการ | ขั้นตอนหรือวิธีการปฏิบัติ | สถานการณ์ดำเนินงาน | | |\n|---|---|---|---|---|';
    const draft = read(`${HEAD}
${head}
| | | ยังไม่ดำเนินงาน | อยู่ระหว่างดำเนินงาน | ดำเนินงานเสร็จแล้ว |
${rows('อบรม', '| / |')}
${rows('สื่อสาร', '| | /')}

${head}
| | | ยังไม่ดำเนินงาน | ยังไม่ดำเนินงาน | ยังไม่ดำเนินงาน |
${rows('เปิดเผย', '| | /')}`);
    expect(draft.measures.map(({ status }) => status)).toEqual(['in_progress', 'done', 'done']);
    expect(whys(draft, 12)).toEqual(['corrupt-header']);
  });

  it('states that all read the same from the start say nothing', () => {
    const draft = read(`${HEAD}
| มาตรการ | วิธีการ | สถานะ | | |
|---|---|---|---|---|
| | | ยังไม่ดำเนินการ | ยังไม่ดำเนินการ | ยังไม่ดำเนินการ |
| อบรม | จัดประชุม | | | / |`);
    expect(draft.measures).toMatchObject([{ status: null }]);
    expect(whys(draft)).toContain('corrupt-header');
  });

  it('marks under quarters are a period', () => {
    const draft = read(`${HEAD}
ที่⇥โครงการ/กิจกรรม⇥ผู้รับผิดชอบ⇥ไตรมาส 1⇥ไตรมาส 2⇥ไตรมาส 3⇥ไตรมาส 4
1⇥อบรม⇥กองคลัง⇥⇥X⇥X⇥
2⇥สื่อสาร⇥กองช่าง⇥X⇥⇥⇥X`);
    expect(draft.measures.map(({ period }) => [period.start, period.end])).toEqual([
      ['2026-01-01', '2026-06-30'],
      [null, null],
    ]);
    expect(whys(draft)).toEqual(['unclear-period']);
  });

  it('success criteria are no ITA indicator, and risks no number', () => {
    const draft = read(`${HEAD}
รหัสเสี่ยง⇥โครงการ/ภารกิจ⇥วิธีการจัดการความเสี่ยง⇥ตัวชี้วัดความสำเร็จ⇥ผู้รับผิดชอบ⇥ระยะเวลา
R1⇥การจัดซื้อ⇥สอบทานเอกสาร⇥ร้อยละ ๑๐๐⇥กองคลัง⇥ตลอดปีงบประมาณ`);
    expect(draft.measures).toMatchObject([
      { title: 'การจัดซื้อ', methods: [{ text: 'สอบทานเอกสาร' }], number: 1 },
    ]);
    expect(draft.measures[0]).not.toHaveProperty('indicator');
  });
});

describe('measures printed twice', () => {
  const plan = `มาตรการ⇥วิธีการ⇥ผู้รับผิดชอบ\nจัดทำคู่มือการให้บริการประชาชน⇥ประชุมคณะทำงาน⇥กองคลัง\n`;
  const report = (title: string) => `มาตรการ⇥วิธีการ⇥สถานะ\n${title}⇥ประชุมคณะทำงาน⇥แล้วเสร็จ\n`;

  it('are one, with the state of the second', () => {
    const draft = read(`${HEAD}\n${plan}\nผลการดำเนินการ\n\n${report('จัดทำคู่มือการให้บริการประชาชน')}`);
    expect(draft.measures).toMatchObject([
      { status: 'done', responsible: [{ code: 'finance' }], lines: [5, 10] },
    ]);
    expect(draft.findings).toEqual([]);
  });

  it('where they differ both lines are found', () => {
    const draft = read(`${HEAD}\n${plan}\nผลการดำเนินการ\n\n${report('จัดทำคู่มือการให้บริกรประชาชน')}`);
    expect(draft.measures).toHaveLength(1);
    expect(draft.findings.map(({ line, why }) => [line, why])).toEqual([
      [5, 'copies-differ'],
      [10, 'copies-differ'],
    ]);
  });

  it('two measures alike in one table are two', () => {
    const draft = read(`${HEAD}\nมาตรการ⇥วิธีการ⇥ผู้รับผิดชอบ\nจัดทำคู่มือ⇥ประชุม⇥กองคลัง\nจัดทำคู่มือ⇥ประชุม⇥กองช่าง`);
    expect(draft.measures).toHaveLength(2);
  });
});

describe('scores', () => {
  it('numbers that restart in each instrument are told apart by name', () => {
    const draft = read(`${HEAD}
ตัวชี้วัดของการประเมิน ITA⇥คะแนน⇥ประเด็นที่ต้องแก้ไข/ปรับปรุง
แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)⇥⇥
๑. การปฏิบัติหน้าที่⇥๙๖.๖๐ คะแนน⇥-
แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)⇥⇥
๑. คุณภาพการดำเนินงาน⇥๘๗.๔๐ คะแนน⇥ขั้นตอนไม่ชัดเจน
๒. ประสิทธิผลการกระจายข่าว⇥๘๑.๘๐ คะแนน⇥-`);
    expect(draft.indicators.map(({ no, score, issues }) => [no, score, issues.length])).toEqual([
      [1, 96.6, 0],
      [6, 87.4, 1],
      [7, 81.8, 0],
    ]);
    expect(whys(draft)).toEqual(['indicator-by-number']);
  });

  it('questions with both parts, the mean checked', () => {
    const draft = read(`${HEAD}
ลำดับ⇥หัวข้อ⇥ข้อ คำถา ม⇥คะแนน EitPubli c⇥คะแนน EitSurv ey⇥คะแนน เฉลี่ย⇥ข้อบกพร่อง/รักษาระดับ
๖⇥คุณภาพการดำเนินงาน⇥ข้อ e๑⇥๙๐.๐๐⇥๙๒.๐๐⇥๙๓.๐๐⇥รักษาระดับคะแนน
⇥⇥ข้อ e๒⇥๙๔.๐๐⇥๙๗.๐๐⇥⇥`);
    expect(draft.questions).toMatchObject([
      { id: 'e1', indicator: 6, scoreEitPublic: 90, scoreEitSurvey: 92 },
      { id: 'e2', indicator: 6, scoreEitPublic: 94, scoreEitSurvey: 97 },
    ]);
    expect(draft.indicators).toMatchObject([{ no: 6, score: 93, verdict: 'maintain' }]);
    expect(draft.findings).toMatchObject([{ why: 'scores-disagree', read: '93', maybe: '93.25' }]);
  });

  it('whole instruments and a total among the rows; of two years the later', () => {
    const draft = read(`${HEAD}
เครื่องมือ / ตัวชี้วัด⇥คะแนน ปี 2567⇥คะแนน ปี 2568⇥ผลต่าง
ตัวชี้วัด⇥คะแนนปี 2567⇥คะแนนปี 2568⇥ผลต่าง
แบบวัด IIT⇥⇥๙๐.๐๐⇥
๑. การปฏิบัติหน้าที่⇥๘๐.๐๐⇥๙๐.๐๐⇥+๑๐.๐๐
แบบวัด EIT ส่วนที่ ๒⇥⇥๘๑.๐๐⇥
๖. คุณภาพการดำเนินงาน⇥๗๐.๐๐⇥๘๑.๐๐⇥+๑๑.๐๐
คะแนนรวม⇥⇥๘๖.๕๐⇥`);
    expect(draft.indicators.map(({ no, score }) => [no, score])).toEqual([
      [1, 90],
      [6, 81],
    ]);
    expect(draft.instrumentScores.stated).toMatchObject([
      { instrument: 'IIT', part: null, score: 90 },
      { instrument: 'EIT', part: 2, score: 81 },
    ]);
    expect(draft.assessment.overallScore).toBe(86.5);
  });

  it('questions whose words stand beside their ids', () => {
    const draft = read(`${HEAD}
ข้อ⇥ข้อคำถาม⇥คะแนน
i1⇥เจ้าหน้าที่ปฏิบัติงานตามขั้นตอนเพียงใด⇥91.20
i2⇥เจ้าหน้าที่ปฏิบัติงานเท่าเทียมเพียงใด⇥92.30`);
    expect(draft.questions.map(({ id, score }) => [id, score])).toEqual([
      ['i1', 91.2],
      ['i2', 92.3],
    ]);
  });

  it('the overall score, a level that cannot be, the years told apart', () => {
    const draft = read(`${HEAD}
จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘ พบว่ามีผลคะแนน ๘๐.๑๐ คะแนน อยู่ในระดับ ผ่านดี

${MEASURES}
๑. อบรม⇥ประชุม⇥กองคลัง⇥ปีงบประมาณ ๒๕๖๙⇥`);
    expect(draft.assessment).toMatchObject({ year: 2568, overallScore: 80.1, level: 'ผ่านดี' });
    expect(draft.plan).toMatchObject({ fiscalYear: 2569, start: '2025-10-01', end: '2026-09-30' });
    expect(draft.findings).toMatchObject([{ why: 'level-disagrees', maybe: 'ต้องปรับปรุง' }]);
  });

  it('a year that only follows from the assessment is proposed, not taken', () => {
    const draft = read(`ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘ ได้ ๙๐.๑๐ คะแนน ระดับ ผ่าน
องค์การบริหารส่วนตำบลทุ่งสมมุติ

${MEASURES}
๑. อบรม⇥ประชุม⇥กองคลัง⇥ต.ค. - ธ.ค.⇥`);
    expect(draft.plan.fiscalYear).toBeNull();
    expect(draft.measures).toMatchObject([{ period: { start: null, end: null } }]);
    expect(draft.findings.map(({ why, maybe }) => [why, maybe])).toEqual([
      ['year-unknown', '2569'],
      ['no-year', null],
    ]);
    expect(
      read('มาตรการ⇥ผู้รับผิดชอบ⇥ระยะเวลา\nอบรม⇥กองคลัง⇥ต.ค. - ธ.ค.', { fiscalYear: 2569 }).measures,
    ).toMatchObject([{ period: { start: '2025-10-01', end: '2025-12-31' } }]);
  });
});

describe('O-items', () => {
  const row = (id: string, name: string, owner: string, state: string) =>
    `| ${id} | ${name} | - แสดงข้อมูล | ${owner} | ${state} |`;
  const DONE =
    '<input type="checkbox"/> ยังไม่ได้ดำเนินการ <input type="checkbox" checked=""/> ดำเนินการ - เผยแพร่แล้ว';

  it('are read by what their cells hold, names from the year’s list', () => {
    const draft = read(`${HEAD}
| ข้อ | ข้อมูล | องค์ประกอบด้านข้อมูล | ผู้รับผิดชอบ | ความก้าวหน้าและผลการดำเนินการ |
|---|---|---|---|---|
${row('O1', 'โครงสร้าง', 'สำนักปลัด', DONE)}
${row('O2', 'ข้อมูลผู้บริหาร', DONE, 'กองคลัง')}
${row('03', 'อำนาจหนาที่', '', DONE)}`);
    expect(draft.oItems.map(({ id, responsible, status }) => [id, responsible[0]?.code, status])).toEqual([
      ['O1', 'palad', 'done'],
      ['O2', 'finance', 'done'],
      ['O3', undefined, 'done'],
    ]);
    expect(whys(draft, 8)).toEqual(['zero-for-letter-o', 'no-division']);
  });

  it('an item that stands twice is found', () => {
    const draft = read(
      `${HEAD}\n| ข้อ | ข้อมูล | ผู้รับผิดชอบ |\n|---|---|---|\n| O1 | โครงสร้าง | กองคลัง |\n| O1 | โครงสร้าง | กองช่าง |`,
    );
    expect(draft.oItems).toHaveLength(1);
    expect(whys(draft)).toEqual(['item-twice']);
  });

  it('scores told in sentences, a zero for the letter found', () => {
    const draft = read(`${HEAD}\nในข้อคำถาม ๐๑๖ ประมวลจริยธรรม ได้คะแนน ๕๐.๐๐ คะแนน`);
    expect(draft.oItemScores).toMatchObject([{ id: 'O16', score: 50 }]);
    expect(whys(draft)).toEqual(['zero-for-letter-o']);
  });
});

describe('people', () => {
  it('a committee with positions and roles', () => {
    const draft = read(`${HEAD}
คำสั่งองค์การบริหารส่วนตำบลทุ่งสมมุติ
ที่ ๙/๒๕๖๙

- | | | |
|---|---|---|
| ๑. นายหนึ่ง สมมุติ | นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ | ประธาน |
| ๒. นางสาวสอง สมมุติ | หัวหน้าสำนักปลัด | คณะกรรมการและเลขานุการ |`);
    expect(draft.committee).toMatchObject({
      order: '๙/๒๕๖๙',
      members: [
        { name: 'นายหนึ่ง สมมุติ', position: 'นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ', role: 'ประธาน' },
        { name: 'นางสาวสอง สมมุติ', position: 'หัวหน้าสำนักปลัด', role: 'คณะกรรมการและเลขานุการ' },
      ],
    });
  });

  it('the opinions a memo passes through', () => {
    const draft = read(`บันทึกข้อความ
ส่วนราชการ สำนักปลัด องค์การบริหารส่วนตำบลทุ่งสมมุติ.....
ที่ ทส ๑๒๓/๔ วันที่ ๓๑ มีนาคม ๒๕๖๙.....
เรื่อง รายงานผลการดำเนินการ
เรียน นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ
(นางหนึ่ง สมมุติ)
นักจัดการงานทั่วไป
ความเห็นของหัวหน้าสำนักปลัด.....
(นายสอง สมมุติ)
หัวหน้าสำนักปลัด
ความเห็นของนายก.....
(นายสาม สมมุติ)
ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่
นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ`);
    expect(draft.approvalChain.map(({ role, name, position }) => [role, name, position])).toEqual([
      ['ผู้รายงาน', 'นางหนึ่ง สมมุติ', 'นักจัดการงานทั่วไป'],
      ['ความเห็นของหัวหน้าสำนักปลัด', 'นายสอง สมมุติ', 'หัวหน้าสำนักปลัด'],
      ['ความเห็นของนายก', 'นายสาม สมมุติ', 'ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่ นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ'],
    ]);
    expect(draft.document).toMatchObject({
      title: 'รายงานผลการดำเนินการ',
      number: 'ทส ๑๒๓/๔',
      date: '2026-03-31',
    });
  });
});

describe('the office', () => {
  it('is the one named most; places that disagree stay open', () => {
    const draft = read(`${HEAD}รายงานของเทศบาลตำบลอื่นไกล\nองค์การบริหารส่วนตำบลทุ่งสมมุติ อำเภอทงทดลอง จังหวัดน่าน`);
    expect(draft.agency).toMatchObject({
      name: 'องค์การบริหารส่วนตำบลทุ่งสมมุติ',
      shortName: 'อบต.ทุ่งสมมุติ',
      district: null,
      province: 'น่าน',
    });
    expect(whys(draft)).toContain('place-unclear');
  });

  it('a province that is none is not taken', () => {
    const draft = read('เทศบาลเมืองสมมุติ อำเภอเมือง จังหวัดชลบุรีย์เก่า\nเทศบาลเมืองสมมุติ อำเภอเมือง จังหวัดชนบุรี');
    expect(draft.agency).toMatchObject({ name: 'เทศบาลเมืองสมมุติ' });
    expect(draft.findings.find(({ line, why }) => line === 2 && why === 'place-unclear')?.maybe).toBe('ชลบุรี');
  });
});

describe('damage in running text', () => {
  it.each([
    ['ในปึงบประมาณ พ.ศ.๒๕๖๙', 'near-official-word'],
    ['ของหน่วยงานทดลong ได้', 'foreign-letter'],
    ['มีการประมີนผล', 'foreign-letter'],
    ['ติดตามพฤติกรรมกรรมการทุจริต', 'impossible-spelling'],
    ['เรียน นายกองการบริหารส่วนตำบล', 'near-official-word'],
    ['ข้อความ\uFFFDหาย', 'undecodable-text'],
  ])('%s', (text, why) => {
    expect(whys(read(text), 1)).toContain(why);
  });

  it.each([
    'ผ่านเว็บไซต์และ facebook',
    'ระบบIT และ E-Service',
    'ข้อ i๑๐',
    'สรุปงบประมาณ',
    'สามารถป้องกันการทุจริตได้',
    'ต่าง ๆ นานา',
  ])('%s is sound', (text) => {
    expect(whys(read(text), 1).filter((why) => !/agency|year/.test(why))).toEqual([]);
  });
});
