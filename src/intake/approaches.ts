/** Plans per indicator: an approach, its owner, period and state, without a measure's number or title. */

import type { DraftIndicatorPlan } from './draft.ts';
import { byNumber, indicatorOf } from './indicators.ts';
import { oneLine, splitList } from './list.ts';
import { entriesOf } from './measure-rows.ts';
import type { Section } from './section.ts';
import { tickedStatus, toldStatus, withoutBoxes } from './status.ts';
import { type Context, orNull, ownersOf, periodOf, statusOf } from './work.ts';

export function indicatorPlansOf(sections: readonly Section[], context: Context): DraftIndicatorPlan[] {
  const { findings } = context;
  const tables = sections.filter(({ kind }) => kind === 'approaches');
  return entriesOf(tables, 'indicator', findings).flatMap((entry): DraftIndicatorPlan[] => {
    const cell = (field: Parameters<typeof entry.cells.get>[0]) => entry.cells.get(field) ?? '';
    const written = oneLine(cell('indicator'));
    const found = indicatorOf(written) ?? byNumber(Number(cell('number')), written);
    const line = entry.lines[0] ?? 0;
    if (found === null) {
      findings.doubt(line, 'indicatorPlans', 'unknown-indicator', written);
      return [];
    }
    const { no, name } = found.indicator;
    const place = { line, item: `indicatorPlans[${no}]` };
    if (found.by === 'number')
      findings.doubt(line, `${place.item}.indicator`, 'indicator-by-number', written, name);
    const progress = cell('progress');
    const reads = [progress, cell('status')].filter((text) => /[☐☑]/.test(text)).map(tickedStatus);
    const status = statusOf(
      [...reads, toldStatus(/[☐☑]/.test(cell('status')) ? '' : cell('status'))],
      place,
      context,
    );
    return [
      {
        indicator: no,
        indicatorAsWritten: written,
        approach: splitList([cell('approach'), ...entry.methods].filter((text) => text !== '').join('\n')),
        responsible: entry.cells.has('responsible') ? ownersOf(cell('responsible'), place, context) : [],
        responsibleAsWritten: orNull(cell('responsible')),
        period: periodOf(cell('period'), place, context),
        status: status.status,
        statusAsWritten: status.asWritten,
        progress: orNull(withoutBoxes(progress)),
        lines: [...entry.lines],
      },
    ];
  });
}
