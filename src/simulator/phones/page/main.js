/** Opens the page: reads the state once, draws the table and the bar, then follows the events. */
import { drawBar } from './bar.js';
import { closeOnEscape } from './drawer.js';
import { el } from './element.js';
import { readState } from './server.js';
import { drawTable } from './table.js';
import { isFirstVisit, startTour } from './tour.js';
import { WORDS } from './words.js';
import { World } from './world.js';

const app = document.getElementById('app') ?? document.body;
document.title = WORDS.title;
try {
  const state = await readState();
  const world = new World(state);
  const table = drawTable(world);
  app.replaceChildren(
    drawBar(world, table.drawChooser, () => startTour(world, table)),
    el('div', { class: 'room' }, el('div', { class: 'floor' }, table.chooser, table.element)),
  );
  world.follow(state.event);
  closeOnEscape();
  document.body.dataset.ready = '';
  if (isFirstVisit()) startTour(world, table);
} catch (error) {
  app.replaceChildren(
    el('p', { class: 'lost' }, WORDS.failed(error instanceof Error ? error.message : String(error))),
  );
}
