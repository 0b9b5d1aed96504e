/** Cards, meters and plans of sends as an office may have them, with everything they can hold at once. */
import type { Meter } from '../../src/chat/say-meter.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { Agency, Extension, Failure } from '../../src/domain/agency.ts';
import { type DryDay, dryRun } from '../../src/domain/dry-run.ts';
import { itemsOf, openPlans } from '../../src/domain/item.ts';
import { type Matter, mattersFor } from '../../src/domain/matters.ts';
import { NOW } from './scenes.ts';

const REASONS = ['dead-target', 'refused', 'quota', 'unknown', 'forbidden', 'stale'] as const;
const WHY = ['blocked', 'dead-target', 'left-group', 'followed', 'wrote', 'joined-group'] as const;

const EXTENSION: Extension = {
  id: 'x',
  by: 'works-staff',
  until: '2026-05-29',
  chat: 'direct',
  at: NOW,
  kept: NOW,
  undone: null,
  decided: null,
  told: [],
};

/** Nothing; what waits by itself; everything there can be, many times over. */
export function cardsOf({ agency }: Scene): (readonly Matter[])[] {
  const drafts = [
    { id: 'd1', what: 'plan' as const, year: 2570, open: 3, until: NOW },
    { id: 'd2', what: 'list' as const, year: 2571, open: 0, until: NOW },
  ];
  const real = mattersFor(agency, 'coordinator', NOW, { drafts, held: 7 });
  const items = openPlans(agency).flatMap(({ year }) => itemsOf(agency, year));
  const divisions = (agency.profile?.divisions ?? []).map(({ code }) => code);
  const failure = (reason: Failure['reason'], to: Failure['to']): Matter => {
    return { kind: 'failed', key: `failed ${reason}`, failure: { outbox: reason, to, reason, at: NOW } };
  };
  const members = Object.values(agency.members);
  const all: Matter[] = [
    ...['finance-staff', 'unknown', 'r3', 'r4'].map(
      (request): Matter => ({ kind: 'request', key: request, request, at: NOW }),
    ),
    ...items.map((item): Matter => ({ kind: 'extension', key: item.id, item, extension: EXTENSION })),
    ...members.flatMap((member) =>
      WHY.map((why, index): Matter => {
        const deputy = index % 2 === 0 ? null : 'works-head';
        const gone = { ...member, reachable: false, away: { since: NOW, why } };
        return { kind: 'away', key: `${member.id} ${why}`, member: gone, deputy };
      }),
    ),
    ...divisions.map((division, index): Matter => {
      const silence = { division, items: items.slice(0, index * 4 + 1), since: '2026-01-30', top: index > 1 };
      return { kind: 'silent', key: division, silence };
    }),
    ...REASONS.flatMap((reason) => [
      failure(reason, { member: 'works-staff' }),
      failure(reason, { group: 'g' }),
      failure(reason, null),
    ]),
    ...members.flatMap((member): Matter[] =>
      [divisions[0], undefined].map((division) => {
        const group = { id: 'g', purpose: 'division' as const, division, bound: NOW, extra: false };
        return { kind: 'left-group', key: `left ${member.id} ${division}`, member, group, at: NOW };
      }),
    ),
    ...divisions.map((division): Matter => ({ kind: 'nobody', key: division, division })),
    ...real,
  ];
  const unled = (away: typeof members): Matter => ({ kind: 'unled', key: 'unled', away });
  const away = members.map((member) => ({ ...member, away: { since: NOW, why: 'blocked' as const } }));
  return [[], real.slice(0, 1), real, all, [unled([])], [unled(away), ...all]];
}

const METER: Meter = {
  limit: 300,
  used: 84,
  left: 216,
  asOf: NOW,
  planned: { reminders: 40, summary: 25, cards: 5 },
  held: 0,
  pending: 0,
  failed: 0,
  refused: 0,
  unknown: 0,
};

export function metersOf(): Meter[] {
  return [
    METER,
    { ...METER, limit: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, used: 12_345 },
    { ...METER, used: 300, left: 0, asOf: null, held: 9, pending: 3, failed: 2, refused: 1, unknown: 4 },
  ];
}

/** Of one office they are the same whoever is told. */
const dryRuns = new WeakMap<Agency, (readonly DryDay[])[]>();

export function dryRunsOf({ agency }: Scene): (readonly DryDay[])[] {
  const known = dryRuns.get(agency) ?? dryRunsIn(agency);
  dryRuns.set(agency, known);
  return known;
}

function dryRunsIn(agency: Agency): (readonly DryDay[])[] {
  const rich = { left: 300, limit: 300, summary: 25 };
  const days = dryRun(agency, NOW, 14, { ...rich, left: Number.POSITIVE_INFINITY }, new Map());
  const items = openPlans(agency).flatMap(({ year }) => itemsOf(agency, year));
  const decided = { ...EXTENSION, decided: { granted: true, from: '2026-04-30', by: 'works-head', at: NOW } };
  const extensions = [EXTENSION, decided].flatMap((asked) => items.map((item) => ({ item, asked })));
  const busy = days.flatMap((day) => {
    const send = day.send.map((one) => ({ ...one, extensions }));
    return Array.from({ length: 8 }, () => ({ ...day, send, held: send }));
  });
  return [[], days, dryRun(agency, NOW, 2, { ...rich, left: 0 }, new Map()), busy];
}
