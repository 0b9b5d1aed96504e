/**
 * The law of imports and its rules (`architecture-law.ts`), read from the sources themselves. A folder that does not exist yet
 * is not missed. Below the law: planted faults, which prove that every rule can fail.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderOf, RULES } from './architecture-law.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const FILES = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split('\\').join('/'))
  .sort();
const PARTS = Map.groupBy(FILES, (file) => folderOf(file));

const faultsOf = (files: readonly string[], rule: (file: string, source: string) => string[]) =>
  files.flatMap((file) => rule(file, readFileSync(join(SRC, file), 'utf8')));

describe.each([...PARTS])('src/%s', (_folder, files) => {
  it.each(Object.entries(RULES))('every file %s', (_promise, rule) => {
    const faults = faultsOf(files, rule);
    expect(faults, faults.join('\n')).toEqual([]);
  });
});

it('the heart is there to be judged', () => {
  expect(FILES).toEqual(expect.arrayContaining(['domain/decide.ts', 'domain/evolve.ts', 'flow/ports.ts']));
});

// ---------------------------------------------------------------- planted faults

/** Rows of `file | source | words of the sentence`; ⏎ in a source is a new line. */
function rows(table: string) {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [file = '', source = '', sentence = ''] = row.split(' | ').map((cell) => cell.trim());
      return { file, source: source.replaceAll('⏎', '\n'), sentence };
    });
}

const PLANTED: { readonly [R in keyof typeof RULES]: string } = {
  'imports only what its folder may': `
    domain/x.ts | import { a } from '../flow/work.ts'; | only itself
    domain/x.ts | import type { A } from '../chat/outgoing.ts'; | only itself
    domain/x.ts | import {⏎  a,⏎  b,⏎} from '../line/client.ts'; | only itself
    domain/x.ts | import '../line/client.ts'; | only itself
    domain/x.ts | const a = await import('../line/client.ts'); | only itself
    domain/x.ts | export { a } from '../line/client.ts'; | only itself
    domain/x.ts | export * from '../line/client.ts'; | only itself
    domain/x.ts | import dayjs from 'dayjs'; | only calendar.ts may
    domain/x.ts | import { join } from 'node:path'; | no Node builtin
    domain/x.ts | import { join } from 'path'; | no Node builtin
    domain/x.ts | import o from '../../example/office.json' with { type: 'json' }; | catalogues
    thai/x.ts | import { a } from '../domain/item.ts'; | domain/calendar.ts
    thai/x.ts | import { z } from 'zod'; | no package
    chat/x.ts | import { a } from '../flow/ports.ts'; | domain, thai
    chat/x.ts | import { readFileSync } from 'node:fs'; | no Node builtin
    chat/x.ts | import c from '../domain/catalogues/2569.json' with { type: 'json' }; | flex-templates
    intake/x.ts | import { spawn } from 'node:child_process'; | no Node builtin
    flow/x.ts | import { a } from '../intake/docx.ts'; | import type
    flow/x.ts | import { a } from '../store/sqlite.ts'; | domain, chat, intake
    flow/x.ts | import { messagingApi } from '@line/bot-sdk'; | no package
    papers/x.ts | import type { Store } from '../flow/ports.ts'; | domain, thai
    store/x.ts | import { a } from '../line/client.ts'; | app.ts
    store/x.ts | import { readEvent, other } from '../domain/upcast.ts'; | readEvent
    store/x.ts | import * as ports from '../flow/ports.ts'; | StoreDown
    store/x.ts | import p from '../../package.json' with { type: 'json' }; | nowhere
    queue/x.ts | import { StoreDown } from '../flow/ports.ts'; | import type
    line/x.ts | import { type Clock } from '../flow/ports.ts'; | import type
    line/x.ts | import type { A } from '../flow/sweep.ts'; | flow/ports.ts (types)
    line/x.ts | import express from 'express'; | only webhook.ts may
    http/x.ts | import type { messagingApi } from '@line/bot-sdk'; | docs/design.md
    simulator/x.ts | import type { A } from '../domain/item.ts'; | only itself`,
  'takes time, chance and ids as arguments': `
    domain/x.ts | const now = Date.now(); | Date.now
    thai/x.ts | const now = new Date(); | new Date()
    thai/x.ts | const now = new Date; | new Date()
    domain/x.ts | const now = dayjs.utc(); | dayjs()
    chat/x.ts | const n = \`a\${Math.random()}\`; | Math.random
    intake/x.ts | const id = crypto.randomUUID(); | randomUUID
    flow/x.ts | crypto.getRandomValues(bytes); | getRandomValues
    flow/x.ts | setTimeout(run, 5); | a timer
    chat/x.ts | const tz = process.env.TZ; | process
    flow/x.ts | await fetch(address); | fetch`,
  'has at most 400 lines': `store/x.ts | ${'a();⏎'.repeat(401)} | 401 lines`,
  'is named after what it is about': `
    store/redis-utils.ts | | 'util'
    line/helpers/x.ts | | 'helper'
    flow/CommonFlow.ts | | 'Common'
    queue/job-manager.ts | | 'manager'`,
  'is no barrel': `
    chat/index.ts | /** All. */⏎export * from './a.ts';⏎export { b } from './b.ts'; | passes on
    chat/index.ts | import { a } from './a.ts';⏎export { a }; | passes on
    chat/types.ts | export type { A } from './a.ts'; | passes on`,
  'has no any and no enum': `
    store/x.ts | function f(a: any): void {} | 'any'
    store/x.ts | const a = JSON.parse(b) as any; | 'any'
    store/x.ts | const a: Map<string, any[]> = new Map(); | 'any'
    store/x.ts | type A = any; | 'any'
    store/x.ts | export enum Colour { Red } | 'enum'
    store/x.ts | const enum Colour { Red } | 'enum'`,
  'leaves Thai to those who speak': `
    flow/x.ts | const said = \`\${name} ลาออก\`; | 'ลาออก'
    flow/x.ts | const CODE = /^รหัส/; | 'รหัส'
    http/x.ts | send('ไม่พบหน้า'); | 'ไม่พบหน้า'`,
  'starts no thread': `
    store/x.ts | import { Worker } from 'node:worker_threads'; | child process
    x.ts | const { Worker } = await import('worker_threads'); | child process`,
  'lies in a folder of the design': 'services/x.ts | | services/',
};

describe.each(Object.entries(PLANTED))('a planted fault: a file that breaks "%s"', (promise, table) => {
  const rule = RULES[promise as keyof typeof RULES];

  it.each(rows(table))('is found in $file, "$sentence"', ({ file, source, sentence }) => {
    const faults = rule(file, source);
    expect(faults, source.slice(0, 200)).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(faults[0]).toContain(`src/${file}`);
  });
});

describe('what is lawful is left alone', () => {
  it.each(
    rows(`
    domain/x.ts | import { z } from 'zod';⏎import type { Day } from './calendar.ts'; | itself and zod
    domain/calendar.ts | import dayjs from 'dayjs';⏎import utc from 'dayjs/plugin/utc.js'; | dayjs in the calendar
    domain/x.ts | import a from './catalogues/2569.json' with { type: 'json' }; | its catalogues
    domain/x.ts | // import { a } from '../line/client.ts'; Date.now()⏎/* new Date() */ | comments
    domain/x.ts | const a = 'Math.random()'; const b = "import { a } from '../flow/work.ts'"; | words in quotes
    domain/x.ts | const day = new Date(0); const at = Date.UTC(2026, 0, 5); dayjs.utc(at); | a date of a number
    thai/x.ts | import { isDay } from '../domain/calendar.ts'; | the calendar
    chat/x.ts | import t from '../../flex-templates/card.json' with { type: 'json' }; | the templates
    chat/x.ts | import { codeOf } from '../domain/item.ts';⏎import { a } from '../thai/date.ts'; | domain and thai
    flow/x.ts | import type { Draft } from '../intake/docx.ts'; | types of intake
    flow/x.ts | const cancel = clock.after(5, run); line.fetch(a); job.process.then(run); | time as an argument
    store/x.ts | import { type Store, StoreDown } from '../flow/ports.ts'; | StoreDown, the exception
    store/x.ts | import { readEvent } from '../domain/upcast.ts'; | readEvent, the exception
    store/x.ts | import { DatabaseSync } from 'node:sqlite'; | a Node builtin in an adapter
    line/webhook.ts | import { Router } from 'express';⏎import type { Line } from '../flow/ports.ts'; | express in the webhook
    line/x.ts | const now = Date.now(); | a clock in an adapter
    http/x.ts | import { page } from '../papers/page.ts';⏎import express from 'express'; | papers in http
    cli/x.ts | import { createApp } from '../app.ts';⏎import x from 'anything'; | anything in cli
    app.ts | import { a } from './store/sqlite.ts';⏎import { b } from './line/client.ts'; | all in app.ts
    flow/ports.ts | export type { Instant } from '../domain/calendar.ts';⏎export interface Clock {} | a type passed on
    store/x.ts | const a = Promise.any(b); const c: Company = company; const s = 'as any'; | any as a word
    flow/x.ts | /** เว็บไซต์ย้ายแล้ว */ const a = 1; // ยกเลิก | Thai in comments
    chat/words-x.ts | export const GONE = 'ลาออก'; | Thai in chat
    store/x.ts | ${'a();⏎'.repeat(400)} | 400 lines`),
  )('$sentence, in $file', ({ file, source }) => {
    expect(Object.values(RULES).flatMap((rule) => rule(file, source))).toEqual([]);
  });
});
