/** How to use the bot, by who asks: sentences of his own work, which can be typed as they stand. */
import { openPlans } from '../domain/item.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { missingItems } from '../domain/progress.ts';
import { type NextStep, withNext } from './next-steps.ts';
import type { TextMessage } from './outgoing.ts';
import { divisionNamed, isCitizen, type Scene } from './scene.ts';
import { HELP_JOIN, itemName } from './words.ts';
import { bullets, HELP, HELP_CITIZEN } from './words-people.ts';

/** Without an open plan examples still need a number. */
const SOME_ITEM = 'O12';

export function help(scene: Scene): TextMessage {
  return withNext(scene, { type: 'text', text: helpWords(scene) }, stepsFor(scene));
}

function helpWords(scene: Scene): string {
  const { member, group } = scene;
  if (isCitizen(scene)) return `${HELP_CITIZEN}\n${HELP_JOIN}`;
  const name = exampleItem(scene);
  const reports = bullets(HELP.report, HELP.reports(name));
  if (member === null || group !== null) {
    return [reports, bullets(HELP.ask, HELP.asksCoordinator(name)), HELP.inGroup].join('\n');
  }
  if (holds(member, 'coordinator')) {
    const asks = bullets(HELP.ask, HELP.asksCoordinator(name));
    return [reports, HELP.anyItem, asks, HELP.own, HELP.papers, HELP.settings, HELP.people, HELP.duties].join(
      '\n',
    );
  }
  const [division] = divisionsOf(member);
  if (division === undefined) return bullets(HELP.readsOnly, HELP.asksAll(name));
  const own = bullets(HELP.ask, HELP.asksOwn(divisionNamed(scene.agency, division), name));
  return [reports, own, ...(holds(member, 'head') ? [HELP.dutiesOfHead] : [])].join('\n');
}

function stepsFor({ member }: Scene): NextStep[] {
  if (member === null) return ['measures', 'missing', 'progress'];
  if (holds(member, 'coordinator')) return ['missing', 'divisions', 'overdue', 'summary'];
  if (divisionsOf(member).length === 0) return ['progress', 'divisions', 'overdue', 'score'];
  return ['mine', 'near', 'progress', 'summary'];
}

/** An unfinished item of the asker's own, so that what he copies is right. */
function exampleItem({ agency, member }: Scene): string {
  const own = member === null ? [] : divisionsOf(member);
  const missing = missingItems(agency).filter(({ year }) => year === openPlans(agency)[0]?.year);
  const mine = missingItems(agency, own).find(({ year }) => year === openPlans(agency)[0]?.year);
  const example = mine ?? missing[0];
  return example === undefined ? SOME_ITEM : itemName(example);
}
