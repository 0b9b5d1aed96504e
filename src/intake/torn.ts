/** Whether a table survived the way into text: PDFs break a cell into lines, and each looks like a row. */
import type { Draft } from './draft.ts';

/**
 * True when a third of the measures have no number, or nobody and no time: then lines of wrapped cells were taken for
 * rows, and what they say is not what the document says.
 */
export function isTorn({ measures }: Draft): boolean {
  const pieces = measures.filter(
    ({ number, responsible, period }) =>
      number === null || (responsible.length === 0 && (period.asWritten ?? '') === ''),
  );
  return pieces.length * 3 >= measures.length && pieces.length > 0;
}
