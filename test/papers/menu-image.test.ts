import { expect, it } from 'vitest';
import { MENU_CHOICE } from '../../src/chat/words-menu.ts';
import { drawMenu } from '../../src/papers/menu-image.ts';
import { pictogram } from '../../src/papers/pictograms.ts';

const field = (label: string, choice = 'mine') => ({ choice, label, x: 0, y: 0, width: 400, height: 405 });
const size = { width: 800, height: 405 };

it('is a PNG of the asked size, far from the megabyte LINE takes', () => {
  const png = drawMenu(size, [field('งานของกองฉัน')]);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 405]);
  expect(png.length).toBeLessThan(200_000);
});

it('the words are on it: other words, another picture; the same words, the same', () => {
  const one = drawMenu(size, [field('งานของกองฉัน')]);
  expect(drawMenu(size, [field('งานของกองฉัน')]).equals(one)).toBe(true);
  expect(drawMenu(size, [field('งานของกองฉน')]).equals(one)).toBe(false);
});

it('every choice has a pictogram', () => {
  for (const choice of Object.keys(MENU_CHOICE)) {
    let strokes = 0;
    const nothing = () => {};
    pictogram(
      {
        beginPath: nothing,
        moveTo: nothing,
        lineTo: nothing,
        arc: nothing,
        roundRect: nothing,
        stroke: () => {
          strokes += 1;
        },
      },
      choice,
    );
    expect(strokes, choice).toBeGreaterThan(0);
  }
});
