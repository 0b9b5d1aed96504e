import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsPress, type Press, readPress, writePress } from '../../src/chat/postback.ts';

describe('postback data', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  const number = fc.integer({ min: 0, max: 999_999_999 });
  const status = fc.constantFrom('done', 'in_progress', 'not_started');
  const month = fc.constantFrom('2025-10', '2026-01', '2026-12');
  const day = fc.constantFrom('2026-02-28', '2026-12-31');
  const url = fc.webUrl({ withQueryParameters: true }).filter((address) => address.length < 80);
  const kind = <D extends Press['do']>(what: D) => fc.constant(what);
  const press: fc.Arbitrary<Press> = fc.oneof(
    fc.record(
      {
        do: kind('report'),
        item: id,
        status,
        year: number,
        entry: number,
        percent: fc.integer({ min: 0, max: 100 }),
      },
      { requiredKeys: ['do', 'item', 'status', 'year', 'entry'] },
    ),
    fc.record({ do: kind('evidence'), item: id, url }),
    fc.record({ do: fc.constantFrom('give', 'later', 'detail', 'responsible'), item: id }),
    fc.record({ do: kind('extension'), item: id, until: day }),
    fc.record({ do: kind('snooze'), item: id, until: day }, { requiredKeys: ['do', 'until'] }),
    fc.record({ do: kind('acknowledge'), item: id }, { requiredKeys: ['do'] }),
    fc.record({ do: kind('undo'), act: id }),
    fc.record({ do: fc.constantFrom('grant', 'refuse'), extension: id }),
    fc.record({ do: kind('missing'), division: id }, { requiredKeys: ['do'] }),
    fc.record({ do: fc.constantFrom('progress', 'divisions', 'score', 'measures', 'help') }),
    fc.record({ do: kind('due') }),
    fc.record({ do: kind('due'), month }),
    fc.record({ do: kind('due'), until: day }),
    fc.record({ do: kind('due'), overdue: fc.constant(true as const) }),
    fc.record({ do: kind('summary'), month }),
    fc.record({ do: fc.constantFrom('waiting', 'invite-general') }),
    fc.record(
      { do: kind('approve-join'), request: id, role: fc.constantFrom('staff', 'head'), division: id },
      { requiredKeys: ['do', 'request'] },
    ),
    fc.record({ do: kind('choose-join'), request: id, role: fc.constantFrom('staff', 'head') }),
    fc.record({ do: kind('refuse-join'), request: id }),
    fc.record(
      {
        do: kind('invite'),
        role: fc.constantFrom('staff', 'head', 'executive', 'coordinator'),
        division: id,
        post: fc.constantFrom('palad', 'nayok'),
      },
      { requiredKeys: ['do', 'role'] },
    ),
  );

  it('comes back as it was written, in at most 300 characters', () => {
    fc.assert(
      fc.property(press, (wanted) => {
        const data = writePress(wanted);
        expect(data.length).toBeLessThanOrEqual(300);
        expect(readPress(data)).toEqual(wanted);
      }),
    );
  });

  it('of anybody else reads as nothing, never as an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (data) => readPress(data) === null),
    );
  });

  it('that was tampered with reads as nothing, or as a press in our own form', () => {
    fc.assert(
      fc.property(press, fc.nat(), fc.string({ maxLength: 5 }), (wanted, at, put) => {
        const data = writePress(wanted);
        const place = at % data.length;
        const read = readPress(data.slice(0, place) + put + data.slice(place + 1));
        expect(read === null || readPress(writePress(read)) !== null).toBe(true);
      }),
    );
  });

  it.each([
    '',
    'do=',
    'do=delete&item=x',
    'do=report',
    'do=report&item=x&status=done&year=2569',
    'do=report&item=x&status=finished&year=2569&entry=1',
    'do=report&item=x&status=done&year=2569&entry=-1',
    'do=report&item=x&status=done&year=2569&entry=1e3',
    'do=report&item=x&status=done&year=2569&entry=12345678901',
    'do=report&item=&status=done&year=2569&entry=1',
    `do=detail&item=${'x'.repeat(65)}`,
    'do=detail&item=x&by=coordinator',
    'do=detail&item=x&__proto__=y',
    'do=progress&division=finance',
    'do=undo&report=x',
    'do=report&item=x&status=in_progress&year=2569&entry=1&percent=101',
    'do=extension&item=x&until=2026-02-30',
    'do=extension&item=x',
    'do=grant',
    'do=grant&extension=x&item=y',
    'do=decide&extension=x',
    'do=snooze&until=tomorrow',
    'do=due&overdue=false',
    'do=due&until=soon',
    'do=evidence&item=x&url=',
    `do=evidence&item=x&url=https://a.th/${'x'.repeat(300)}`,
    'do=evidence&item=x&url=javascript:alert(1)',
    'do=evidence&item=x&url=https://a.th/%20b',
    'do=evidence&item=x&url=https://a.th/%E2%80%AEgpj.exe',
    'do=evidence&item=x&url=a.th',
    'do=summary&month=2026-13',
    'do=summary&month=มีนาคม',
    '{"do":"progress"}',
    'DO=progress',
  ])('forged as %j reads as nothing', (data) => {
    expect(readPress(data)).toBeNull();
  });

  it('is not drawn when it could not come back', () => {
    const evidence = (url: string) => ({ do: 'evidence', item: 'x', url }) as const;
    expect(fitsPress(evidence('https://a.th/b'))).toBe(true);
    expect(fitsPress(evidence('https://a.th/\u202eb'))).toBe(false);
    expect(fitsPress(evidence(`https://a.th/${'b'.repeat(300)}`))).toBe(false);
  });
});
