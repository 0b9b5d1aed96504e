/** The example office on its stage, with its coordinator at the phone: files go in, answers come out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { AGENCY, openStage, type Stage } from '../../src/cli/stage.ts';
import type { Entry } from '../../src/domain/entry.ts';
import type { FileOptions } from '../../src/simulator/people.ts';
import { buttonOf, offeredIn, wordsOf } from '../conversations/message-words.ts';
import { instantAt } from '../conversations/script.ts';
import { captureLog } from '../conversations/traces.ts';

export interface Heard {
  readonly words: string;
  readonly labels: readonly string[];
  /** How many messages were accepted by LINE, and on which way. */
  readonly ways: readonly string[];
}

export interface OfficeDesk {
  readonly stage: Stage;
  /** LINE id by first name, as in `example/people.json`. */
  id(name: string): string;
  send(who: string, bytes: Uint8Array, name: string, options?: FileOptions): Promise<Heard>;
  say(who: string, text: string): Promise<Heard>;
  /** The button of that label in what he was last told. */
  press(who: string, label: string, on?: string): Promise<Heard>;
  forge(who: string, data: Readonly<Record<string, string>>): Promise<Heard>;
  /** The data of the button of that label in what he was last told. */
  dataOf(who: string, label: string): Record<string, string>;
  /** What he is told while this is done. */
  during(who: string, act: () => Promise<unknown>): Promise<Heard>;
  entries(): Promise<readonly Entry[]>;
  /** Types of the entries added since the last look. */
  added(): Promise<string[]>;
  beside(kind: 'document' | 'draft'): Promise<number>;
  readonly log: ReturnType<typeof captureLog>;
}

export async function openDesk(start = '2026-02-16 09:00'): Promise<OfficeDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-import-'));
  const log = captureLog();
  const stage = await openStage({ folder, log, start: instantAt(start) });
  onTestFinished(async () => {
    await stage.stop();
    rmSync(folder, { recursive: true });
  });
  const { platform, clock } = stage;
  const ids = new Map(stage.people.map(({ name, user }) => [firstName(name), user]));
  ids.set('ประชาชน', stage.citizen);
  const id = (name: string) => ids.get(name) ?? name;
  let version = 0;

  async function entries(): Promise<Entry[]> {
    const all: Entry[] = [];
    for await (const entry of stage.desk().store.entries(AGENCY)) all.push(entry);
    return all;
  }
  async function during(who: string, act: () => Promise<unknown>): Promise<Heard> {
    await clock.set(clock.now() + 20_000);
    await stage.settle();
    const before = platform.record.accepted.length;
    await act();
    await stage.settle();
    const told = platform.record.accepted.slice(before).filter(({ to }) => to === id(who));
    const messages = told.flatMap((one) => one.messages);
    return {
      words: wordsOf(messages),
      labels: offeredIn(messages).map(({ label }) => label),
      ways: told.map(({ kind }) => kind),
    };
  }
  const last = (who: string) =>
    platform.record.accepted.filter(({ to }) => to === id(who)).flatMap(({ messages }) => messages);
  const found = (who: string, label: string, on?: string) => {
    const button = buttonOf([...last(who)].reverse(), label, on);
    if (button === null) throw new Error(`there is no button [${label}] in: ${wordsOf(last(who).slice(-2))}`);
    return button.action;
  };
  version = (await entries()).length;
  return {
    stage,
    id,
    log,
    during,
    entries,
    send: (who, bytes, name, options = {}) =>
      during(who, () =>
        platform.sendFile({ user: id(who) }, name, { ...options, bytes, firstTryOnly: true }),
      ),
    say: (who, text) => during(who, () => platform.say({ user: id(who) }, text, { firstTryOnly: true })),
    press: (who, label, on) =>
      during(who, () => platform.press({ user: id(who) }, found(who, label, on), { firstTryOnly: true })),
    forge: (who, data) =>
      during(who, () =>
        platform.press(
          { user: id(who) },
          { type: 'postback', label: 'ปุ่ม', data: new URLSearchParams(data).toString() },
          { firstTryOnly: true },
        ),
      ),
    dataOf: (who, label) => Object.fromEntries(new URLSearchParams(String(found(who, label).data))),
    async added() {
      const all = await entries();
      const since = all.slice(version).map(({ event }) => event.type);
      version = all.length;
      return since;
    },
    beside: async (kind) => (await stage.desk().store.besideAll(AGENCY, kind)).length,
  };
}

function firstName(name: string): string {
  return name.replace(/^(นางสาว|นาง|นาย)/, '').split(' ')[0] ?? '';
}
