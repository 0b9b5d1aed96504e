import type { Refused, RefusedFile } from '../intake/refused.ts';
import { type Outcome, refused } from './command.ts';

/** Why a file is not read, for the terminal: what it is and what to do. */
const WORDS: Readonly<Record<RefusedFile, string>> = {
  empty: 'The file is empty. Was it copied whole?',
  'too-big':
    'The file is too big to be a plan (more than 20 MB or 20,000 rows). Save the pages with the plan alone, without pictures, and take that file.',
  'unpacks-too-big':
    'The file unpacks to far more than a plan can be, as broken and hostile files do. Save the plan anew from Word or Excel and take that file.',
  macros:
    'The file holds macros, which are never opened. In Word or Excel save it as .docx or .xlsx (without macros) and take that file.',
  password:
    'The file is protected by a password. Open it in Word or Excel, take the password away (File > Info > Protect), save it and take that file.',
  'old-office':
    'The file is of Word or Excel 97-2003 (.doc, .xls). Open it, save it as .docx or .xlsx and take that file.',
  pdf: 'No plan could be read from the PDF. Take the Word or Excel file it was made from.',
  picture:
    'The file is a picture. Take the Word or Excel file, or let a text be made of it (OCR) and take that.',
  'wrong-type':
    'The file is of a kind that is not read here. Word (.docx), Excel (.xlsx), .csv, text, Markdown and HTML are, and drafts as JSON.',
  damaged: 'The file is damaged. Open it in Word or Excel, save it under a new name and take that file.',
  'no-plan':
    'There is no plan in the file: no table of measures (มาตรการ) and no O-items with their owners was found.',
  'too-slow':
    'Reading the file took too long and was stopped. Save the pages with the plan alone and take that file.',
  'too-much-memory':
    'Reading the file took too much memory and was stopped. Save the pages with the plan alone and take that file.',
};

/** Why nothing came of a PDF. */
const PDF: Readonly<Record<string, string>> = {
  'not-installed': ' PDFs need pdftotext on this machine (Debian: apt install poppler-utils).',
  'no-text': ' Its pages are pictures: nothing but an OCR can read them.',
  torn: ' Its cells are broken into lines, so that nobody can tell which belong together.',
  damaged: ' The Thai in its text layer is damaged, so nothing of it is used.',
  'too-slow': ' Reading it took too long.',
};

export function refusedFile({ refused: reason, detail }: Refused): Outcome {
  const table = reason === 'no-plan' && detail !== '' ? ` The first table there: ${detail}.` : '';
  const why = reason === 'pdf' ? (PDF[detail] ?? '') : table;
  const said = refused(`${WORDS[reason]}${why} Nothing was kept.`);
  return { ...said, json: { refused: said.problem, reason, detail } };
}
