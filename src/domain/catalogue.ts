/** The official O-item lists. 2567 and 2570 are not established (`catalogues/README.md`) and so are not here. */
import { z } from 'zod';
import type { Agency, ItemFacts } from './agency.ts';
import y2563 from './catalogues/2563.json' with { type: 'json' };
import y2564 from './catalogues/2564.json' with { type: 'json' };
import y2565 from './catalogues/2565.json' with { type: 'json' };
import y2566 from './catalogues/2566.json' with { type: 'json' };
import y2568 from './catalogues/2568.json' with { type: 'json' };
import y2569 from './catalogues/2569.json' with { type: 'json' };

const catalogue = z.object({
  fiscalYear: z.int(),
  confidence: z.string(),
  items: z.array(
    z.object({
      no: z.int(),
      name: z.string(),
      indicator: z.string(),
      requirements: z.array(z.string()),
    }),
  ),
});

export type Catalogue = z.infer<typeof catalogue>;

const known: ReadonlyMap<number, Catalogue> = new Map(
  [y2563, y2564, y2565, y2566, y2568, y2569].map((raw) => {
    const read = catalogue.parse(raw);
    return [read.fiscalYear, read];
  }),
);

/** The O-item list of a fiscal year (BE) that comes with the program, or null when none is established. */
export function catalogueOf(year: number): Catalogue | null {
  return known.get(year) ?? null;
}

/**
 * The list an office goes by in a year: the one that comes with the program, else the one its coordinator recorded from
 * the official list, else null.
 */
export function listOf(agency: Agency, year: number): Catalogue | null {
  const own = agency.lists[year];
  if (known.has(year) || own === undefined) return catalogueOf(year);
  const items = own.items.map(({ number, title, indicator, requirements }) => ({
    no: number,
    name: title,
    indicator: indicator === null ? '' : `ตัวชี้วัดที่ ${indicator}`,
    requirements: [...requirements],
  }));
  return { fiscalYear: year, confidence: own.source, items };
}

/** An O-item of a list as an item of a plan: it has no period and no follow-up of its own. */
export function itemOfList(
  entry: Catalogue['items'][number],
  { id, year, divisions }: Pick<ItemFacts, 'id' | 'year' | 'divisions'>,
): ItemFacts {
  const indicator = /ตัวชี้วัดที่\s*(\d+)/.exec(entry.indicator)?.[1];
  return {
    id,
    year,
    kind: 'oit',
    number: entry.no,
    title: entry.name,
    indicators: indicator === undefined ? [] : [Number(indicator)],
    methods: [],
    divisions,
    period: { asWritten: null, start: null, end: null },
    followUp: { asWritten: null, cadence: 'none', dueDate: null, reportMonths: [] },
  };
}

/** What an O-item must show, by the list its plan goes by; empty when the list does not say. */
export function requirementsOf(
  agency: Agency,
  item: Pick<ItemFacts, 'kind' | 'year' | 'number'>,
): readonly string[] {
  const year = agency.plans[item.year]?.catalogue ?? null;
  const list = year === null || item.kind !== 'oit' ? null : listOf(agency, year);
  return list?.items.find(({ no }) => no === item.number)?.requirements ?? [];
}
