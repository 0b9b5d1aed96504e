/** Plays a conversation through the front door and says what went differently than its script. */
import { AGENCY, type Stage } from '../../src/cli/stage.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { Accepted, Delivered, Place } from '../../src/simulator/platform.ts';
import { createNames, entryWords, type Names } from './ledger-words.ts';
import { buttonOf, offeredIn, says, wordsOf } from './message-words.ts';
import { type Office, openOffice } from './office.ts';
import { wordsOfPage } from './page-words.ts';
import { actOf, instantAt, type Script, type Step, spanMs } from './script.ts';
import { captureLog, tracesOf } from './traces.ts';
import { sentLines, stepLine } from './transcript.ts';

/** What people need to read or write the next message. */
const PAUSE_MS = 20_000;
/** Shorter words may stand in an id or a sentence of the bot by chance. */
const TELLING = { inLog: 6, inFile: 16 } as const;
/** Keys of a button that hold a member's id; a script writes his first name. */
const PERSON_KEYS: ReadonlySet<string> = new Set(['member', 'from', 'to']);
const REFUSAL = {
  path: 'push',
  kind: 'status',
  status: 400,
  message: 'The request body has 1 error(s)',
} as const;
/** How the log tells of one. */
const REFUSED = 'error LINE refused a message';
const THAI = /[\u0E00-\u0E7F]/;

interface Cast {
  readonly stage: Stage;
  readonly names: Names;
  /** LINE ids by the name a script uses; the groups too. */
  readonly ids: ReadonlyMap<string, string>;
  readonly members: Map<string, string>;
}

interface Play extends Cast {
  readonly problems: string[];
  readonly transcript: string[];
  /** What people typed or pressed as their own words. */
  readonly typed: Set<string>;
  readonly forgotten: Set<string>;
  /** So many pushes LINE was made to refuse. */
  refused: number;
  page: string | null;
}

export interface Played {
  /** What went differently; empty = the conversation went as its script says. */
  readonly problems: readonly string[];
  /** The whole conversation with what was sent and kept, to read when something went wrong. */
  readonly transcript: readonly string[];
}

/** Plays it in a folder of its own. */
export async function playConversation(script: Script, folder: string): Promise<Played> {
  const log = captureLog();
  const office = await openOffice(script, folder, log);
  const { stage } = office;
  const play: Play = {
    ...(await castOf(office)),
    problems: [],
    transcript: [],
    typed: new Set(),
    forgotten: new Set(),
    refused: 0,
    page: null,
  };
  const before = await entriesFrom(play, 0);
  try {
    let version = before.length;
    for (const [index, step] of script.steps.entries()) {
      const kept = await playStep(play, step, `step ${index + 1}`, version);
      version += kept;
    }
    await atTheEnd(play, before.length);
  } finally {
    await stage.stop();
  }
  const [refusals, errors] = parted(log.errors, (line) => line.startsWith(REFUSED));
  if (refusals.length !== play.refused)
    play.problems.push(`LINE refused ${refusals.length} pushes, wanted: ${play.refused}`);
  play.problems.push(...errors);
  for (const words of play.forgotten) {
    for (const trace of tracesOf(words, folder)) play.problems.push(`"${words}" is kept in ${trace}`);
  }
  const private_ = [...play.typed, ...play.forgotten].filter(
    (words) => THAI.test(words) || words.length >= TELLING.inLog,
  );
  for (const words of [...private_, ...play.ids.values(), ...stage.people.map(({ name }) => name)])
    for (const line of log.lines)
      if (line.includes(words)) play.problems.push(`"${words}" is in the log: ${line}`);
  return play;
}

async function castOf({ stage, stranger, unbound, division }: Office): Promise<Cast> {
  const ids = new Map([
    ['ประชาชน', stage.citizen],
    ['คนนอก', stranger],
    ['staff group', stage.group],
    ['unbound group', unbound],
    ['division group', division],
  ]);
  const members = new Map<string, string>();
  for (const { name, user } of stage.people) {
    const first = name.replace(/^(นางสาว|นาง|นาย)/, '').split(' ')[0] ?? '';
    ids.set(first, user);
    const record = await stage.desk().store.besideByKey(AGENCY, 'person', user);
    members.set(record?.id ?? '', first);
  }
  return { stage, ids, members, names: createNames(members) };
}

/** One step; the number of entries it added. */
async function playStep(play: Play, step: Step, where: string, version: number): Promise<number> {
  const { stage, problems, transcript } = play;
  const wrong = (what: string) => problems.push(`${where}: ${what}`);
  const { clock, platform } = stage;
  const sentBefore = platform.record.accepted.length;
  if (step.refuses !== undefined) {
    platform.faults.add({ ...REFUSAL, times: step.refuses });
    play.refused += step.refuses;
  }
  const acts = actOf(step).length > 0;
  const pause = step.wait === undefined ? (acts ? PAUSE_MS : 0) : spanMs(step.wait);
  await clock.set(step.at === undefined ? clock.now() + pause : instantAt(step.at));
  await stage.settle();
  const place = placeOf(play, step);
  transcript.push(stepLine(where, step, clock.now()));
  const told = acts ? await act(play, step, place, wrong) : null;
  if (step.terminal !== undefined) await atTerminal(stage, step.terminal);
  await stage.settle();
  if (told?.outcome === 'failed') wrong(`the bot answered its webhook ${told.statuses.join(', ')}`);
  const sent = platform.record.accepted.slice(sentBefore);
  const here = acts ? (place.group ?? place.user) : null;
  transcript.push(...sentLines(sent, here, (id) => nameOf(play, id)));
  checkSaid(play, step, place, sent, wrong);
  const kept = await entriesFrom(play, version);
  play.names.learn(kept);
  await learnMembers(play, kept);
  transcript.push(...kept.map((entry) => `    + ${entryWords(entry, play.names)}`));
  checkKept(play, step, kept, told, wrong);
  return kept.length;
}

async function act(
  play: Play,
  step: Step,
  place: Place,
  wrong: (what: string) => void,
): Promise<Delivered | null> {
  const { platform, bot } = play.stage;
  const how = {
    // A bot that fails is to fail here, not to wait for LINE's next try.
    firstTryOnly: true,
    ...(step.mentions === undefined ? {} : { mentionBot: true }),
    ...(step.unnamed === undefined ? {} : { withoutUserId: true }),
    ...(step.twice === undefined ? {} : { duplicates: 1 }),
    ...(step.late === undefined ? {} : { at: play.stage.clock.now() - spanMs(step.late) }),
  };
  if (step.says !== undefined) {
    const words = step.says.replace('{code}', () => lastCode(play));
    play.typed.add(words);
    return platform.say(place, words, how);
  }
  if (step.presses !== undefined) return press(play, step, place, step.presses, wrong);
  if (step.forges !== undefined) {
    const data = new URLSearchParams(
      Object.entries(step.forges).map(([key, value]): [string, string] => [key, idOf(play, key, value)]),
    );
    return platform.press(place, { type: 'postback', label: 'ปุ่ม', data: data.toString() }, how);
  }
  switch (step.sends) {
    case 'picture':
      return platform.sendImage(place, how);
    case 'file':
      return platform.sendFile(place, 'รายงานผล.pdf', how);
    case 'sticker':
      return platform.sendSticker(place, how);
  }
  switch (step.does) {
    case 'follow':
      return platform.follow(place, how);
    case 'block':
      return platform.unfollow(place, how);
    case 'invite':
      return platform.joinGroup(place.group ?? '', bot.userId, how);
    case 'remove':
      return platform.leaveGroup(place.group ?? '', how);
    case 'leave':
      return platform.memberLeft(place.group ?? '', [place.user], how);
    case 'come':
      return platform.memberJoined(place.group ?? '', [place.user], how);
  }
  const last = platform.record.webhooks.at(-1);
  const again = (last?.events ?? []).map((event) => ({
    ...(event as object),
    deliveryContext: { isRedelivery: true },
  }));
  return platform.deliver(bot.userId, again, how);
}

async function atTerminal(stage: Stage, type: NonNullable<Step['terminal']>): Promise<void> {
  const kept = await stage.desk().command(AGENCY, { type, by: { kind: 'console' }, year: 2569 });
  if (!kept.ok) throw new Error(`${type} is refused: ${kept.refusal.kind}`);
}

/** The code the bot gave last, to whomever. */
function lastCode({ stage }: Cast): string {
  const given = stage.platform.record.accepted.flatMap(({ messages }) =>
    [...wordsOf(messages).matchAll(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/g)].map(([code]) => code),
  );
  return given.at(-1) ?? 'no code';
}

/** Presses what the bot drew last in this chat; with `on` also what it drew before. A link opens its page. */
async function press(
  play: Play,
  { on, unnamed }: Step,
  place: Place,
  label: string,
  wrong: (what: string) => void,
): Promise<Delivered | null> {
  const { platform } = play.stage;
  const to = place.group ?? place.user;
  const answers = platform.record.accepted.filter((one) => one.to === to).reverse();
  const looked = on === undefined ? answers.slice(0, 1) : answers;
  const found = looked.map(({ messages }) => buttonOf(messages, label, on)).find((one) => one !== null);
  if (found == null) {
    wrong(`there is no button [${label}]${on === undefined ? '' : ` on ${on}`}`);
    return null;
  }
  const { action } = found;
  if (action.type === 'uri') {
    // The bot's own address as this machine reaches it.
    play.page = await wordsOfPage(String(action.uri).replace('//localhost:', '//127.0.0.1:'));
    return null;
  }
  if (action.type === 'message') play.typed.add(String(action.text));
  const how = unnamed === undefined ? {} : { withoutUserId: true };
  return platform.press(place, action, { ...how, firstTryOnly: true });
}

function checkSaid(
  play: Play,
  step: Step,
  place: Place,
  sent: readonly Accepted[],
  wrong: (what: string) => void,
): void {
  const here = place.group ?? place.user;
  const acts = actOf(step).length > 0;
  const answers = sent.filter((one) => acts && one.to === here).flatMap(({ messages }) => messages);
  const words = wordsOf(answers);
  const labels = offeredIn(answers).map(({ label }) => label);
  if (step.silent && sent.length > 0)
    wrong(`something was said: ${wordsOf(sent.map(({ messages }) => messages))}`);
  for (const one of step.bot ?? []) if (!says(words, one)) wrong(`the bot does not say "${one}"`);
  for (const one of step.buttons ?? [])
    if (!one.split(' | ').some((label) => labels.includes(label))) wrong(`there is no button [${one}]`);
  for (const one of step.not ?? [])
    if (says([words, ...labels].join('\n'), one)) wrong(`the bot says "${one}"`);
  for (const one of step.page ?? []) if (!says(play.page ?? '', one)) wrong(`the page does not say "${one}"`);
  if (acts) {
    const others = sent
      .map(({ to }) => nameOf(play, to))
      .filter((name) => name !== nameOf(play, here) && step.hears?.[name] === undefined);
    if (others.length > 0) wrong(`something was also sent to ${others.join(', ')}`);
    if (answers.length > 0 && step.bot === undefined && !step.silent) wrong(`unexpected: ${words}`);
    if (sent.filter((one) => one.to === here).length > 1) wrong('the bot answered more than once');
  }
  for (const [name, wanted] of Object.entries(step.hears ?? {})) {
    const heard = wordsOf(
      sent.filter(({ to }) => to === idNamed(play, name)).map(({ messages }) => messages),
    );
    for (const one of wanted) if (!says(heard, one)) wrong(`${name} does not hear "${one}" but: ${heard}`);
  }
  for (const name of step.unheard ?? [])
    if (sent.some(({ to }) => to === idNamed(play, name))) wrong(`${name} was sent something`);
  for (const one of step.forgotten ?? []) play.forgotten.add(one);
  const unheard = step.silent === true && step.in !== undefined && (step.says?.length ?? 0) >= TELLING.inFile;
  if (unheard && step.says !== undefined) play.forgotten.add(step.says);
}

function checkKept(
  play: Play,
  step: Step,
  kept: readonly Entry[],
  told: Delivered | null,
  wrong: (what: string) => void,
): void {
  const all = kept.map((entry) => ({ entry, words: entryWords(entry, play.names) }));
  const words = all
    .filter(({ entry, words }) => !isByTheWay(entry) || step.entries.includes(words))
    .map(({ words }) => words);
  const isReminder = (one: string) =>
    step.entries.includes('reminders') && one.startsWith('reminder-decided');
  const counted = [
    ...words.filter((one) => !isReminder(one)),
    ...(words.some(isReminder) ? ['reminders'] : []),
  ];
  if (counted.sort().join() !== [...step.entries].sort().join())
    wrong(`kept: [${counted.join(', ')}], wanted: [${step.entries.join(', ')}]`);
  const causes = new Set(
    (told?.events ?? []).map((event) => (event as { webhookEventId?: string }).webhookEventId),
  );
  for (const { by, cause, event } of kept) {
    if (by.kind === 'clock' || step.who === undefined) continue;
    const who = by.kind === 'member' ? play.members.get(by.member) : by.kind;
    if (who !== step.who && by.kind !== 'outsider') wrong(`${event.type} is said to be by ${who}`);
    if (cause === null || !causes.has(cause)) wrong(`${event.type} does not name the message that caused it`);
    if ('chat' in event && (event.chat === 'direct') !== (step.in === undefined))
      wrong(`${event.type} is said to be of another chat`);
  }
}

/** A coordinator's card, and what rode on an answer or went with a reminder: looked at only where a step names it. */
function isByTheWay({ event }: Entry): boolean {
  const told = event.type === 'reminder-decided' || event.type === 'extensions-told';
  return event.type === 'card-sent' || (told && event.cost === 0);
}

/** What holds of every conversation. */
async function atTheEnd({ stage, problems, typed, refused }: Play, from: number): Promise<void> {
  const { platform } = stage;
  const { store } = stage.desk();
  for (const { path, status, message, details, injected } of platform.record.refused)
    if (!injected) problems.push(`LINE refused ${path}: ${status} ${message} ${JSON.stringify(details)}`);
  const proof = await store.verify(AGENCY);
  if (!proof.ok) problems.push(`the ledger is broken: ${proof.why}`);
  const { pending, failed, unknown, lost } = await store.outboxCounts(AGENCY);
  if (pending + unknown + lost > 0 || failed !== refused)
    problems.push(`not delivered: ${JSON.stringify({ pending, failed, unknown, lost })}`);
  const added = JSON.stringify((await store.load(AGENCY, from))?.tail ?? []);
  for (const words of typed)
    if (THAI.test(words) && added.includes(words)) problems.push(`"${words}" stands in the ledger`);
}

async function entriesFrom({ stage, names }: Cast, version: number): Promise<readonly Entry[]> {
  if (version > 0) return (await stage.desk().store.load(AGENCY, version))?.tail ?? [];
  const entries: Entry[] = [];
  for await (const entry of stage.desk().store.entries(AGENCY)) entries.push(entry);
  names.learn(entries);
  return entries;
}

function parted<T>(list: readonly T[], test: (one: T) => boolean): [yes: T[], no: T[]] {
  return [list.filter(test), list.filter((one) => !test(one))];
}

/** Who came in, by the name the script uses. */
async function learnMembers({ stage, ids, members }: Cast, kept: readonly Entry[]): Promise<void> {
  for (const { event } of kept) {
    if (event.type !== 'member-joined') continue;
    const person = await stage.desk().store.beside(AGENCY, 'person', event.member);
    const name = [...ids].find(([, id]) => id === person?.key)?.[0];
    if (name !== undefined) members.set(event.member, name);
  }
}

function placeOf(play: Play, { who, in: group }: Step): Place {
  const user = who === undefined ? '' : idNamed(play, who);
  return group === undefined ? { user } : { user, group: idNamed(play, group) };
}

function idNamed({ ids }: Cast, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`There is no ${name} in the example office.`);
  return id;
}

function nameOf({ ids }: Cast, id: string): string {
  return [...ids].find(([, one]) => one === id)?.[0] ?? id;
}

function idOf({ names }: Cast, key: string, value: string): string {
  if (key === 'request' && value === 'last') return names.lastRequest() ?? value;
  if (key === 'extension') return names.extensions.get(value) ?? value;
  const named =
    key === 'item' ? names.items : PERSON_KEYS.has(key) ? names.people : new Map<string, string>();
  return [...named].find(([, called]) => called === value)?.[0] ?? value;
}
