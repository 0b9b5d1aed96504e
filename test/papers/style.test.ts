import { expect, it } from 'vitest';
import { PAPER_STYLE } from '../../src/papers/style.ts';

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(PAPER_STYLE)?.[1] ?? '';

it.each(['ink', 'soft', 'green', 'amber', 'red'])('%s words are read on every ground (AA)', (name) => {
  for (const ground of ['#ffffff', colour('ground'), '#e3eae8'])
    expect(contrast(colour(name), ground), ground).toBeGreaterThanOrEqual(4.5);
});

it('closes no style element and asks for nothing of another place', () => {
  expect(PAPER_STYLE).not.toMatch(/<|@import|https?:|url\("\//);
});
