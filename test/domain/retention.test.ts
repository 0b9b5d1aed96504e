import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textsBy, textsOfYear } from '../../src/domain/personal.ts';
import { KEPT, keptMs } from '../../src/domain/retention.ts';
import { FORGOTTEN_AFTER_MS } from '../../src/flow/waiting-document.ts';
import { privacyPage } from '../../src/papers/privacy-page.ts';
import { KEPT_WORDS } from '../../src/papers/words-privacy.ts';
import { FINISHED_KEPT_MS, SEEN_KEPT_MS } from '../../src/store/retention.ts';
import { spanWords } from '../../src/thai/span.ts';
import { agencyOf, anOffice, happened, member, START } from '../support/an-agency.ts';

const DAY = 86_400_000;

it('what the table says is what the code does', () => {
  expect(SEEN_KEPT_MS).toBe(keptMs('seen'));
  expect(FINISHED_KEPT_MS).toBe(keptMs('message'));
  expect(FORGOTTEN_AFTER_MS).toBe(keptMs('document'));
  const source = readFileSync(new URL('../../src/store/sqlite.ts', import.meta.url), 'utf8');
  expect(source).toContain(`keepCopies = ${KEPT.copy.days}`);
});

it('and what the page says', () => {
  const page = privacyPage(null);
  for (const [thing, span] of Object.entries(KEPT)) {
    const words = KEPT_WORDS[thing as keyof typeof KEPT];
    const time = typeof span === 'string' ? '' : spanWords(span.days);
    expect(page, thing).toContain(`${words.why}<br>${words.howLong(time)}`);
    if (time !== '') expect(words.howLong(time), thing).toContain(time);
  }
});

it.each([
  [1, '1 วัน'],
  [30, '30 วัน'],
  [90, '90 วัน'],
  [364, '364 วัน'],
  [365, '1 ปี'],
  [366, '366 วัน'],
  [1826, '5 ปี'],
  [1900, '1900 วัน'],
])('%i days are %s', (days, words) => expect(spanWords(days)).toBe(words));

it('every text a person wrote is found, whatever became of the act', () => {
  const ref = (id: string) => ({ id, mac: 'a'.repeat(64) });
  const by = (who: string, at = START + DAY) => ({ by: member(who), at });
  const report = { type: 'item-reported', v: 1, status: 'in_progress', chat: 'direct' } as const;
  const agency = agencyOf(
    ...anOffice(),
    happened({ ...report, item: 'm1', report: 'r1', note: ref('t1') }, by('finance-staff')),
    happened({ ...report, item: 'm1', report: 'r2', note: ref('t2') }, by('finance-head')),
    happened({ ...report, item: 'm2', report: 'r3', note: ref('t3') }, by('finance-staff')),
    happened({ type: 'report-undone', v: 1, item: 'm2', report: 'r3' }, by('finance-staff')),
    happened(
      {
        type: 'evidence-given',
        v: 1,
        item: 'm1',
        evidence: 'e1',
        kind: 'link',
        content: ref('t4'),
        chat: 'direct',
      },
      by('finance-staff'),
    ),
    happened(
      {
        ...{ type: 'extension-asked', v: 1, item: 'm1', extension: 'x1', until: '2026-05-01' },
        reason: ref('t5'),
        chat: 'direct',
      },
      by('finance-staff'),
    ),
    happened({ type: 'item-withdrawn', v: 1, item: 'm1', revision: 'later' }),
  );
  expect(textsBy(agency, 'finance-staff').sort()).toEqual(['t1', 't3', 't4', 't5']);
  expect(textsOfYear(agency, 2569).sort()).toEqual(['t1', 't2', 't3', 't4', 't5']);
  expect(textsOfYear(agency, 2570)).toEqual([]);
});
