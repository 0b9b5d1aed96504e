/**
 * How a page looks: made for a phone, printed on A4. It stands in the page itself, so that one address is one file. Colours
 * of words keep 4.5:1 on what they stand on.
 */
const THAI = 'U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC';
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215';

const faces = [
  ['thai', THAI],
  ['latin', LATIN],
].flatMap(([script, range]) =>
  [400, 700].map((weight) => ({ file: `sarabun-${script}-${weight}-normal.woff2`, weight, range })),
);

/** The files of `@fontsource/sarabun` a page asks for, at `../papers/fonts/`. */
export const PAPER_FONTS: readonly string[] = faces.map(({ file }) => file);

const fontFaces = faces
  .map(
    ({ file, weight, range }) =>
      `@font-face{font-family:Sarabun;font-weight:${weight};font-display:swap;src:url("../papers/fonts/${file}") format("woff2");unicode-range:${range}}`,
  )
  .join('\n');

/** With the font in it, for a file that is opened without a server. `fontOf` gives a file of `PAPER_FONTS` as base64. */
export function embeddedStyle(fontOf: (file: string) => string): string {
  return PAPER_FONTS.reduce(
    (style, file) => style.replace(`../papers/fonts/${file}`, `data:font/woff2;base64,${fontOf(file)}`),
    PAPER_STYLE,
  );
}

export const PAPER_STYLE = `${fontFaces}
:root {
  --ink: #1f2a2e;
  --soft: #55626a;
  --line: #d3dadd;
  --ground: #eef2f3;
  --green: #0b6e4f;
  --amber: #8a5200;
  --red: #b3261e;
  color-scheme: light;
  color: var(--ink);
  background: var(--ground);
  font-family: Sarabun, "Noto Sans Thai", Thonburi, "Leelawadee UI", sans-serif;
  line-height: 1.6;
  -webkit-text-size-adjust: 100%;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
h1 { font-size: 1.4rem; line-height: 1.45; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; line-height: 1.5; }
main > h1 + p, table + p { margin-top: 0.5rem; }
header { border-bottom: 2px solid var(--green); padding-bottom: 0.75rem; }
.office, .soft, footer { color: var(--soft); }
.lead { margin-top: 0.5rem; font-weight: 700; }
.note { margin-top: 0.5rem; border-left: 4px solid var(--amber); padding: 0.25rem 0.75rem; background: #fff; }
.count { color: var(--soft); font-size: 1rem; font-weight: 400; }
.items { list-style: none; }
.items > li { margin-top: 0.5rem; border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 0.75rem; background: #fff; }
.items > li.late { border-left: 4px solid var(--red); }
.code { white-space: nowrap; }
.steps { padding-left: 1.5rem; }
.late-words { color: var(--red); font-weight: 700; }
.done { color: var(--green); }
.lacks { color: var(--amber); }
.undone { text-decoration: line-through; }
.facts { margin-top: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #fff; }
.facts > div { padding: 0.4rem 0.75rem; }
.facts > div + div { border-top: 1px solid var(--line); }
dt { color: var(--soft); font-size: 0.9rem; }
table { width: 100%; border-collapse: collapse; background: #fff; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: #e3eae8; }
tbody th { font-weight: 400; }
.number { width: 6.5rem; text-align: right; white-space: nowrap; }
.bar { display: block; width: 100%; height: 0.6rem; margin: 0.25rem 0; }
.bar .all { fill: #d3dadd; }
.bar .is-done { fill: #0b6e4f; }
.bar .is-begun { fill: #e0a64a; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: 0.75rem; font-size: 0.9rem; }
@media print {
  @page { size: A4; margin: 15mm; }
  :root { background: #fff; font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  li, tr, .facts > div { break-inside: avoid; }
  .items > li { margin-top: 1.5mm; padding: 1mm 2mm; }
}
`;
