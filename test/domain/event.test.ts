import { describe, expect, it } from 'vitest';
import { type DomainEvent, domainEvent } from '../../src/domain/event.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { readEvent } from '../../src/domain/upcast.ts';
import { PROFILE } from '../support/an-agency.ts';

const mac = 'a'.repeat(64);

/** One of each, with every optional field set: the compiler asks for a new line when a new event is born. */
const ONE_OF_EACH: { readonly [T in DomainEvent['type']]: Extract<DomainEvent, { type: T }> } = {
  'agency-added': { type: 'agency-added', v: 1, ...PROFILE },
  'invite-made': {
    type: 'invite-made',
    v: 1,
    invite: 'invite-1',
    roles: [{ role: 'staff', division: 'finance' }, { role: 'coordinator' }],
    expires: 1_800_000_000_000,
  },
  'member-joined': {
    type: 'member-joined',
    v: 1,
    member: 'somsri',
    invite: 'invite-1',
    roles: [{ role: 'executive' }],
  },
  'join-asked': { type: 'join-asked', v: 1, request: 'request-1', invite: 'invite-1' },
  'join-refused': { type: 'join-refused', v: 1, request: 'request-1' },
  'roles-changed': {
    type: 'roles-changed',
    v: 1,
    member: 'somsri',
    roles: [{ role: 'executive', post: 'palad' }],
  },
  'acting-set': {
    type: 'acting-set',
    v: 1,
    acting: 'acting-1',
    member: 'somsri',
    role: { role: 'head', division: 'works' },
    from: '2026-02-02',
    until: '2026-02-13',
  },
  'acting-ended': { type: 'acting-ended', v: 1, acting: 'acting-1' },
  'deputy-set': { type: 'deputy-set', v: 1, member: 'somsri', deputy: 'wandee' },
  'receivers-set': { type: 'receivers-set', v: 1, division: 'finance', members: ['somsri'] },
  'item-assigned': { type: 'item-assigned', v: 1, item: 'm1', person: 'somsri', deputy: null },
  'work-handed-over': {
    type: 'work-handed-over',
    v: 1,
    from: 'somsri',
    to: 'wandee',
    items: ['m1'],
    receives: ['finance'],
  },
  'member-left': { type: 'member-left', v: 1, member: 'somsri' },
  'member-erased': { type: 'member-erased', v: 1, member: 'somsri' },
  'policy-set': { type: 'policy-set', v: 1, policy: DEFAULT_POLICY },
  'holidays-set': {
    type: 'holidays-set',
    v: 1,
    year: 2570,
    source: 'มติคณะรัฐมนตรี',
    confirmed: true,
    days: [{ day: '2027-01-01', name: 'วันขึ้นปีใหม่', kind: 'fixed' }],
  },
  'oit-due-set': { type: 'oit-due-set', v: 1, year: 2569, date: '2026-04-30', confirmed: true },
  'meetings-set': { type: 'meetings-set', v: 1, days: ['2026-02-25'] },
  'extension-decided': {
    type: 'extension-decided',
    v: 1,
    item: 'm1',
    extension: 'extension-1',
    granted: true,
    from: '2026-03-31',
    until: '2026-05-29',
  },
  'extension-decision-undone': {
    type: 'extension-decision-undone',
    v: 1,
    item: 'm1',
    extension: 'extension-1',
  },
  'extensions-told': {
    type: 'extensions-told',
    v: 1,
    member: 'somsri',
    extensions: [{ item: 'm1', extension: 'extension-1' }],
    outbox: 'outbox-1',
    cost: 1,
  },
  'card-sent': {
    type: 'card-sent',
    v: 1,
    member: 'somsri',
    matters: ['request request-1'],
    outbox: 'outbox-1',
    cost: 1,
  },
  'reach-changed': { type: 'reach-changed', v: 1, member: 'somsri', reachable: false, why: 'blocked' },
  'presence-changed': {
    type: 'presence-changed',
    v: 1,
    member: 'somsri',
    group: 'finance-group',
    present: false,
  },
  'group-code-made': {
    type: 'group-code-made',
    v: 1,
    code: 'code-1',
    purpose: 'division',
    division: 'finance',
    expires: 1_800_000_000_000,
  },
  'group-bound': {
    type: 'group-bound',
    v: 1,
    group: 'finance-group',
    code: 'code-1',
    purpose: 'division',
    division: 'finance',
  },
  'group-left': { type: 'group-left', v: 1, group: 'finance-group' },
  'plan-imported': {
    type: 'plan-imported',
    v: 1,
    year: 2569,
    title: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส',
    catalogue: 2569,
    oitDue: '2026-04-30',
    oitDueConfirmed: false,
    revision: 'import-1',
  },
  'plan-revised': {
    type: 'plan-revised',
    v: 1,
    year: 2569,
    title: null,
    catalogue: 2569,
    revision: 'import-2',
  },
  'item-changed': {
    type: 'item-changed',
    v: 1,
    item: 'm1',
    revision: 'import-2',
    fields: { number: 2, title: 'จัดทำคู่มือ', divisions: [] },
  },
  'item-withdrawn': { type: 'item-withdrawn', v: 1, item: 'm1', revision: 'import-2' },
  'item-returned': { type: 'item-returned', v: 1, item: 'm1', revision: 'import-3' },
  'import-undone': { type: 'import-undone', v: 1, year: 2569, revision: 'import-3' },
  'list-recorded': {
    type: 'list-recorded',
    v: 1,
    year: 2570,
    source: 'คู่มือการประเมิน 2570',
    items: [{ number: 1, title: 'โครงสร้าง', indicator: null, requirements: ['แผนผัง'] }],
  },
  'item-added': {
    type: 'item-added',
    v: 1,
    item: 'm1',
    year: 2569,
    kind: 'measure',
    number: 1,
    title: 'จัดทำคู่มือการปฏิบัติงาน',
    indicators: [1, 10],
    methods: ['ประชุม'],
    divisions: ['finance'],
    period: { asWritten: 'ต.ค. ๖๘ – ม.ค. ๖๙', start: '2025-10-01', end: '2026-01-31' },
    followUp: { asWritten: 'ทุกเดือน', cadence: 'monthly', dueDate: null, reportMonths: ['2026-01'] },
    from: 'm0',
    revision: 'import-1',
  },
  'plan-opened': { type: 'plan-opened', v: 1, year: 2569 },
  'plan-closed': { type: 'plan-closed', v: 1, year: 2569 },
  'plan-published': { type: 'plan-published', v: 1, year: 2569 },
  'item-reported': {
    type: 'item-reported',
    v: 1,
    item: 'm1',
    report: 'report-1',
    status: 'in_progress',
    percent: 40,
    note: { id: 'text-1', mac },
    chat: { group: 'finance-group' },
    from: 'document',
  },
  'report-undone': { type: 'report-undone', v: 1, item: 'm1', report: 'report-1' },
  'list-adopted': { type: 'list-adopted', v: 1, year: 2570, from: 2569 },
  'evidence-given': {
    type: 'evidence-given',
    v: 1,
    item: 'm1',
    evidence: 'evidence-1',
    kind: 'link',
    content: { id: 'text-2', mac },
    chat: 'direct',
  },
  'evidence-undone': { type: 'evidence-undone', v: 1, item: 'm1', evidence: 'evidence-1' },
  'extension-asked': {
    type: 'extension-asked',
    v: 1,
    item: 'm1',
    extension: 'extension-1',
    until: '2026-03-31',
    reason: { id: 'text-3', mac },
    chat: { group: 'finance-group' },
  },
  'extension-undone': { type: 'extension-undone', v: 1, item: 'm1', extension: 'extension-1' },
  'reminder-snoozed': {
    type: 'reminder-snoozed',
    v: 1,
    member: 'somsri',
    snooze: 'snooze-1',
    items: ['m1', 'o12'],
    until: '2026-02-02',
    chat: 'direct',
  },
  'snooze-undone': { type: 'snooze-undone', v: 1, member: 'somsri', snooze: 'snooze-1' },
  'reminder-acknowledged': {
    type: 'reminder-acknowledged',
    v: 1,
    member: 'somsri',
    items: ['m1'],
    chat: 'direct',
  },
  'assessment-recorded': {
    type: 'assessment-recorded',
    v: 1,
    year: 2568,
    total: 86.94,
    level: 'ผ่าน',
    instruments: { iit: 87.62, eit: null, oit: 90 },
    indicators: [{ number: 4, score: 84.15 }],
    questions: [{ id: 'e1', score: null, public: 91.2, survey: 80 }],
    oItems: [{ number: 16, score: 50 }],
    revision: 'import-1',
  },
  'reminder-decided': {
    type: 'reminder-decided',
    v: 1,
    to: { member: 'somsri' },
    lines: [
      { item: 'm1', due: 'finish', date: '2026-01-31', step: 'opening' },
      { item: 'm1', due: 'report', date: '2026-01-30', step: -7 },
    ],
    outbox: 'outbox-1',
  },
  'summary-posted': {
    type: 'summary-posted',
    v: 1,
    month: '2026-01',
    to: [{ group: 'staff-group' }, { member: 'somsri' }],
    outbox: ['outbox-1', 'outbox-2'],
  },
  'delivery-failed': { type: 'delivery-failed', v: 1, outbox: 'outbox-1', to: null, reason: 'quota' },
};

describe('reading an event back', () => {
  it.each(Object.values(ONE_OF_EACH))('gives $type as it was kept', (event) => {
    expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('knows every type the schema knows', () => {
    const known = domainEvent.options.map((option) => option.shape.type.value);
    expect([...known].sort()).toEqual(Object.keys(ONE_OF_EACH).sort());
  });

  it.each(Object.values(ONE_OF_EACH))('refuses $type with a key nobody knows, such as a name', (event) => {
    expect(() => readEvent({ ...event, displayName: 'สมศรี' })).toThrow(/displayName/);
  });

  it.each(Object.values(ONE_OF_EACH))('refuses $type of a version nobody wrote yet', (event) => {
    expect(() => readEvent({ ...event, v: 2 })).toThrow();
    expect(() => readEvent({ ...event, v: undefined })).toThrow();
  });

  it.each(Object.values(ONE_OF_EACH))('refuses $type with a key missing', (event) => {
    const optional = new Set(['percent', 'note', 'reason', 'division', 'questions', 'oItems', 'cost']);
    // An imported item may carry on none, a report come from a person; what changes an import has its id.
    if (event.type === 'item-added' || event.type === 'item-reported') optional.add('from');
    if (/^(plan-imported|item-added|assessment-recorded)$/.test(event.type)) optional.add('revision');
    for (const key of Object.keys(event).filter((name) => !optional.has(name))) {
      const { [key]: _gone, ...rest } = event as Readonly<Record<string, unknown>>;
      expect(() => readEvent(rest), `without ${key}`).toThrow();
    }
  });

  it.each([null, undefined, 7, 'plan-opened', [], {}, { type: 'plan-dreamt', v: 1 }])('refuses %j', (raw) => {
    expect(() => readEvent(raw)).toThrow();
  });
});

describe('an event does not hold', () => {
  const m = ONE_OF_EACH;
  const item = m['item-added'];
  const told = m['item-reported'];
  const reminder = m['reminder-decided'];
  it.each<[string, object]>([
    ['a day that never was', { ...m['plan-imported'], oitDue: '2026-02-30' }],
    ['a date in Thai order', { ...m['plan-imported'], oitDue: '30/04/2569' }],
    ['a month 13', { ...m['summary-posted'], month: '2026-13' }],
    ['a period that ends on no day', { ...item, period: { ...item.period, end: '2021-02-29' } }],
    ['a report month with a day', { ...item, followUp: { ...item.followUp, reportMonths: ['2026-01-30'] } }],
    ['strange words within a follow-up', { ...item, followUp: { ...item.followUp, note: 'ด่วน' } }],
    ['a cadence nobody knows', { ...item, followUp: { ...item.followUp, cadence: 'weekly' } }],
    ['a year of the wrong era', { ...m['plan-opened'], year: 2026 }],
    ['an indicator 11', { ...item, indicators: [11] }],
    ['an item number 0', { ...item, number: 0 }],
    ['half a number', { ...item, number: 1.5 }],
    ['an item without a title', { ...item, title: '' }],
    ['an empty id', { ...told, report: '' }],
    ['an id of 65 letters', { ...told, report: 'x'.repeat(65) }],
    ['a percentage above 100', { ...told, percent: 101 }],
    ['a status in Thai', { ...told, status: 'เสร็จแล้ว' }],
    ['a free text instead of its seal', { ...told, note: 'ส่งแล้วค่ะ' }],
    ['a free text beside its seal', { ...told, note: { id: 'text-1', mac, text: 'ส่งแล้วค่ะ' } }],
    ['a seal of the wrong length', { ...told, note: { id: 'text-1', mac: 'abc' } }],
    ['a link instead of its seal', { ...m['evidence-given'], content: 'https://example.org/1' }],
    ['evidence of a kind nobody takes yet', { ...m['evidence-given'], kind: 'photo' }],
    ['a date in words', { ...m['extension-asked'], until: 'หลังสงกรานต์' }],
    ['a snooze of nothing', { ...m['reminder-snoozed'], items: [] }],
    ['thanks for nothing', { ...m['reminder-acknowledged'], items: [] }],
    ['a total above 100', { ...m['assessment-recorded'], total: 100.01 }],
    ['a level without a word', { ...m['assessment-recorded'], level: '' }],
    ['an indicator 11 that scored', { ...m['assessment-recorded'], indicators: [{ number: 11, score: 90 }] }],
    ['a chat without a group', { ...told, chat: { member: 'somsri' } }],
    ['a reminder about nothing', { ...reminder, lines: [] }],
    ['a recipient who is person and group', { ...reminder, to: { member: 'a', group: 'b' } }],
    ['a moment before 1970', { ...m['invite-made'], expires: -1 }],
    ['a role nobody knows', { ...m['invite-made'], roles: [{ role: 'admin' }] }],
    ['an office without divisions', { ...m['agency-added'], divisions: [] }],
    ['a reason nobody knows', { ...m['delivery-failed'], reason: 'bored' }],
  ])('%s', (_what, raw) => {
    expect(() => readEvent(JSON.parse(JSON.stringify(raw)))).toThrow();
  });
});
