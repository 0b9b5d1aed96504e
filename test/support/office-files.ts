/** Files as offices send them, written from rows of cells: text, csv, Word and Excel; and zips, good and bad. */
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';

export type Rows = readonly (readonly string[])[];

export function tabText(rows: Rows): string {
  return rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')).join('\n');
}

export function markdown(rows: Rows): string {
  const line = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replaceAll('\n', '<br>')).join(' | ')} |`;
  const [header = [], ...others] = rows;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...others.map(line)].join('\n');
}

export function htmlTable(rows: Rows): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<td>${cell.replaceAll('\n', '<br/>')}</td>`).join('');
  return `<table border="1">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
}

export function csv(rows: Rows, separator = ','): string {
  const cell = (text: string) => (/[",;\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n');
}

/** The Thai code page of Windows. */
export function windows874(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94, '•': 0x95 };
  return Uint8Array.from([...text], (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return (
      special[letter] ?? (code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : code < 0x80 ? code : 0x3f)
    );
  });
}

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export function workbook(
  sheets: readonly {
    readonly name: string;
    readonly rows: Rows;
    readonly merges?: readonly Merge[];
    readonly hidden?: boolean;
  }[],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [], hidden = false }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      merges: [...merges],
      hidden,
    })),
  });
}

const xml = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A Word document of paragraphs and tables. `\u2193` as a cell's text goes on with the cell above (a vertical merge). */
export function wordFile(parts: readonly (string | Rows)[]): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
  const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;
  const cell = (rows: Rows, at: number, column: number) => {
    const text = rows[at]?.[column] ?? '';
    const merge =
      text === '↓' ? '<w:vMerge/>' : rows[at + 1]?.[column] === '↓' ? '<w:vMerge w:val="restart"/>' : '';
    const content = text === '↓' ? paragraph('') : text.split('\n').map(paragraph).join('');
    return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${merge}</w:tcPr>${content}</w:tc>`;
  };
  const table = (rows: Rows) =>
    `<w:tbl><w:tblPr/>${rows.map((row, at) => `<w:tr>${row.map((_, column) => cell(rows, at, column)).join('')}</w:tr>`).join('')}</w:tbl>`;
  const body = parts.map((part) => (typeof part === 'string' ? paragraph(part) : table(part))).join('');
  return wordOf(body);
}

export function wordOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** A zip of the parts. `sizes` are stated instead of the true ones; `flags` go to every entry (1 = encrypted). */
export function zip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  {
    sizes = {},
    flags = 0,
  }: { readonly sizes?: Readonly<Record<string, number>>; readonly flags?: number } = {},
): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(sizes[path] ?? data.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), about, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), about, tail, name]));
    chunks.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, list, end]);
}
