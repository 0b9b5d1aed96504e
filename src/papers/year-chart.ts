/** A simulated year drawn: what was pushed each month against LINE's free messages, and the naive way on a scale of its own. */
import type { Month } from '../domain/calendar.ts';
import { shortMonth } from '../thai/date.ts';
import { type Html, html } from './html.ts';
import { thousands, YEAR_CHART } from './words-year.ts';

export interface YearChart {
  readonly year: number;
  /** LINE's free messages a month. */
  readonly quota: number;
  /** People in the staff group. */
  readonly group: number;
  readonly months: readonly {
    readonly month: Month;
    readonly pushed: number;
    readonly naive: number;
  }[];
}

const WIDTH = 960;
const LEFT = 70;
const RIGHT = 24;
const PANEL = 190;
const TOPS = { pushed: 96, naive: 372 } as const;
const HEIGHT = 630;
const FONT = 'Sarabun, "Noto Sans Thai", Thonburi, "Leelawadee UI", sans-serif';

/** The drawing as an SVG document. */
export function yearChart(chart: YearChart): string {
  const { year, quota, group, months } = chart;
  const sum = (of: 'pushed' | 'naive') => months.reduce((total, month) => total + month[of], 0);
  const drawn = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}" font-size="14" fill="#1f2a2e" role="img">
<title>${YEAR_CHART.title(year)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEFT}" y="34" font-size="20" font-weight="700">${YEAR_CHART.title(year)}</text>
<text x="${LEFT}" y="58" fill="#55626a">${YEAR_CHART.total(sum('pushed'), sum('naive'))}</text>
${panel(chart, 'pushed', YEAR_CHART.pushed, '#0b6e4f')}
${panel(chart, 'naive', YEAR_CHART.naive(group), '#b3261e')}
<text x="${LEFT}" y="${HEIGHT - 14}" font-size="12" fill="#55626a">${YEAR_CHART.source} · ${YEAR_CHART.quota(quota)}</text>
</svg>
`;
  return drawn.html;
}

/** The same as a page. */
export function yearChartPage(chart: YearChart): string {
  const drawing: Html = { html: yearChart(chart) };
  return html`<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${YEAR_CHART.title(chart.year)}</title>
<style>body { margin: 1rem auto; max-width: 60rem; overflow-x: auto; } svg { width: 100%; min-width: 44rem; height: auto; }</style>
</head>
<body>
${drawing}</body>
</html>
`.html;
}

function panel({ months, quota }: YearChart, of: 'pushed' | 'naive', title: string, colour: string): Html {
  const top = TOPS[of];
  const bottom = top + PANEL;
  const most = Math.max(quota, ...months.map((month) => month[of]));
  const scale = (count: number) => bottom - (count / (most * 1.1)) * PANEL;
  const slot = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length);
  const line = scale(quota);
  const bars = months.map((month, index) => {
    const count = month[of];
    const x = LEFT + index * slot;
    const middle = round(x + slot / 2);
    return html`<rect x="${round(x + slot * 0.2)}" y="${round(scale(count))}" width="${round(slot * 0.6)}" height="${round(bottom - scale(count))}" fill="${colour}"/>
<text x="${middle}" y="${round(scale(count) - 5)}" text-anchor="middle" font-size="12" paint-order="stroke" stroke="#ffffff" stroke-width="4">${thousands(count)}</text>
<text x="${middle}" y="${bottom + 19}" text-anchor="middle" font-size="12" fill="#55626a">${shortMonth(month.month)}</text>
`;
  });
  return html`<text x="${LEFT}" y="${top - 8}" font-weight="700">${title}</text>
<line x1="${LEFT}" y1="${bottom}" x2="${WIDTH - RIGHT}" y2="${bottom}" stroke="#55626a"/>
<line x1="${LEFT}" y1="${round(line)}" x2="${WIDTH - RIGHT}" y2="${round(line)}" stroke="#8a5200" stroke-dasharray="6 4"/>
<text x="${LEFT - 8}" y="${round(line + 4)}" text-anchor="end" font-size="12" fill="#8a5200">${quota}</text>
${bottom - line < 12 ? null : html`<text x="${LEFT - 8}" y="${bottom + 4}" text-anchor="end" font-size="12" fill="#55626a">0</text>`}
${bars}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
