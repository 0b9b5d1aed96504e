/**
 * The law of imports of `docs/design.md` ("Folders and the law of imports"), read from the sources themselves. A folder that
 * does not exist yet is not missed. Below the law: planted faults, which prove that every rule can fail.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Law {
  /** Folders, or files below src, it may import. */
  readonly see: readonly string[];
  /** Those it may name in `import type` only. */
  readonly types?: readonly string[];
  /** Single values it may import from a file it else sees as types. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Packages, and who in the folder may use them ('*' = all its files). A Node builtin is a package too. */
  readonly use: Readonly<Record<string, string>>;
  /** True = any Node builtin: the folder touches the world. */
  readonly builtins?: boolean;
  /** Where its JSON data may lie, from the repository's root. */
  readonly json?: readonly string[];
}

const all = (...names: string[]) => Object.fromEntries(names.map((name) => [name, '*']));
const PORTS = { see: [], types: ['flow/ports.ts', 'domain'], builtins: true };

/** The table of docs/design.md. What is missing here is forbidden; a new package is added here, to one folder, on purpose. */
const LAW: Readonly<Record<string, Law>> = {
  domain: {
    see: [],
    use: { zod: '*', dayjs: 'calendar.ts' },
    json: ['src/domain/catalogues', 'src/domain/holidays'],
  },
  thai: { see: ['domain/calendar.ts'], use: {} },
  chat: { see: ['domain', 'thai'], use: all('zod'), json: ['flex-templates'] },
  intake: { see: ['domain', 'thai'], use: all('zod', 'mammoth', 'hucre', 'read-excel-file', 'unpdf') },
  flow: { see: ['domain', 'chat'], types: ['intake'], use: {} },
  papers: {
    see: ['domain', 'thai'],
    use: all('docx', 'hucre', 'write-excel-file', '@napi-rs/canvas', '@expo-google-fonts/sarabun', 'uqr'),
    builtins: true,
  },
  store: {
    ...PORTS,
    use: all('ioredis', 'zod'),
    values: { 'domain/upcast.ts': ['readEvent'], 'flow/ports.ts': ['StoreDown'] },
  },
  queue: { ...PORTS, use: all('bullmq', 'ioredis') },
  files: { ...PORTS, use: all('@aws-sdk/client-s3') },
  line: { ...PORTS, use: { ...all('@line/bot-sdk', 'undici', 'zod'), express: 'webhook.ts' } },
  http: { ...PORTS, see: ['papers'], use: all('express', 'helmet', 'compression', 'prom-client', 'zod') },
  simulator: { see: [], use: all('express', 'ajv', 'yaml', 'ws'), builtins: true, json: ['src/simulator'] },
};
/** The composition: everything may be imported. */
const FREE = ['cli', ''];

const PURE = ['domain', 'thai', 'chat', 'intake', 'flow'];

// ---------------------------------------------------------------- reading a source

interface Import {
  readonly from: string;
  /** `import type` or `export type … from`: gone at run time. */
  readonly type: boolean;
  /** Named values, without those marked `type`; null = everything (`* as`, default, dynamic, for its effect). */
  readonly values: readonly string[] | null;
}

const QUOTED = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const TEMPLATE = '`(?:\\\\[\\s\\S]|[^`\\\\])*`';
const STRING = `${QUOTED}|${TEMPLATE}`;
const COMMENT = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`;

/** The source without comments. */
function withoutComments(source: string): string {
  return source.replace(new RegExp(`(${STRING})|${COMMENT}`, 'g'), (_all, text?: string) => text ?? ' ');
}

/** The source without comments and plain strings; templates stay, for they hold code. */
function codeOnly(source: string): string {
  return withoutComments(source).replace(new RegExp(STRING, 'g'), (text) => (text[0] === '`' ? text : "''"));
}

/** Every import of a source: static, for its effect, re-exported and dynamic. */
function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const found: Import[] = [];
  const clause = /(?:^|[;}\n])\s*(?:import|export)\s+(type\s+)?([\w$*{][^;'"`()]*?)\s*from\s*(['"])(.*?)\3/g;
  for (const [, type, names = '', , from = ''] of code.matchAll(clause)) {
    found.push({ from, type: type !== undefined, values: valuesOf(names) });
  }
  const whole = /(?:^|[;}\n])\s*import\s*(['"])(.*?)\1|\b(?:import|require)\s*\(\s*(['"`])(.*?)\3/g;
  for (const [, , effect, , dynamic] of code.matchAll(whole)) {
    found.push({ from: effect ?? dynamic ?? '', type: false, values: null });
  }
  return found;
}

function valuesOf(names: string): string[] | null {
  const braces = /^\{([\s\S]*)\}$/.exec(names.trim());
  if (braces === null) return null;
  const listed = (braces[1] ?? '').split(',').map((name) => name.trim());
  return listed
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name);
}

// ---------------------------------------------------------------- the rules; each gives sentences, none = lawful

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const within = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** `file` is a path below src, as `domain/item.ts`. */
function unlawfulImports(file: string, source: string): string[] {
  const folder = folderOf(file);
  const law = LAW[folder];
  if (law === undefined) return [];
  return importsOf(source).flatMap((one) => {
    const no = one.from.startsWith('.')
      ? whyNotFile(file, folder, law, one)
      : whyNotPackage(file, folder, law, one);
    return no === null ? [] : [`src/${file} imports '${one.from}': ${no}`];
  });
}

function whyNotPackage(file: string, folder: string, law: Law, { from }: Import): string | null {
  if (isBuiltin(from)) {
    return law.builtins
      ? null
      : `${folder}/ touches no world, so it uses no Node builtin; take what you need as an argument.`;
  }
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  const who = law.use[name];
  if (who === '*' || who === basename(file)) return null;
  if (who !== undefined) return `in ${folder}/ only ${who} may use ${name}.`;
  const may = Object.keys(law.use).join(', ') || 'no package';
  return `${folder}/ may use ${may}. If it must have ${name}, change the table in docs/design.md first, then LAW here.`;
}

function whyNotFile(file: string, folder: string, law: Law, { from, type, values }: Import): string | null {
  const target = posix.normalize(posix.join('src', posix.dirname(file), from));
  if (target.endsWith('.json')) {
    const places = law.json ?? [];
    if (places.some((place) => within(target, place))) return null;
    return `${folder}/ may read JSON from ${places.join(', ') || 'nowhere'}, not from ${target}.`;
  }
  if (!within(target, 'src')) return `${target} lies outside src.`;
  const inner = target.slice('src/'.length);
  if (within(inner, folder) || law.see.some((place) => within(inner, place))) return null;
  const excepted = law.values?.[inner] ?? [];
  const asTypes = (law.types ?? []).some((place) => within(inner, place));
  if (asTypes && type) return null;
  if (asTypes && values !== null && values.length > 0 && values.every((name) => excepted.includes(name)))
    return null;
  if (asTypes) {
    const but = excepted.length > 0 ? ` (and the value ${excepted.join(', ')})` : '';
    return `${folder}/ may know only its types${but}: write "import type".`;
  }
  const may =
    [...law.see, ...(law.types ?? []).map((place) => `${place} (types)`)].join(', ') || 'only itself';
  return `${folder}/ may import ${may}. Pass what it needs as an argument in app.ts.`;
}

const CLOCK_AND_CHANCE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/, 'Date.now'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s\w(]))/, 'new Date()'],
  [/\bdayjs(?:\s*\.\s*utc)?\s*\(\s*\)/, 'dayjs()'],
  [/\bperformance\s*\.\s*now\b/, 'performance.now'],
  [/\bMath\s*\.\s*random\b/, 'Math.random'],
  [/\brandomUUID\b/, 'randomUUID'],
  [/\bgetRandomValues\b/, 'crypto.getRandomValues'],
  [/(?<![.\w$])(?:setTimeout|setInterval|setImmediate)\s*\(/, 'a timer'],
  [/(?<![.\w$])process\s*\./, 'process'],
  [/(?<![.\w$])fetch\s*\(/, 'fetch'],
];

function clockAndChance(file: string, source: string): string[] {
  if (!PURE.includes(folderOf(file))) return [];
  const code = codeOnly(source);
  return CLOCK_AND_CHANCE.filter(([pattern]) => pattern.test(code)).map(
    ([, what]) =>
      `src/${file} reads ${what}: in ${folderOf(file)}/ time, chance and ids come in as arguments.`,
  );
}

function tooLong(file: string, source: string): string[] {
  const lines = source.replace(/\n$/, '').split('\n').length;
  return lines > 400
    ? [`src/${file} has ${lines} lines, the wall is at 400: it has two reasons to be opened.`]
    : [];
}

function vagueName(file: string): string[] {
  const word = /util|helper|manager|common/i.exec(file)?.[0];
  return word === undefined ? [] : [`src/${file} has '${word}' in its name: name the noun it is about.`];
}

function barrel(file: string, source: string): string[] {
  const list = String.raw`(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})`;
  const passed = new RegExp(
    String.raw`\bexport\s+(?:type\s+)?${list}(?:\s+from\s*(?:'[^']*'|"[^"]*"))?\s*;?`,
    'g',
  );
  const taken = /\bimport\s+[^;'"]*from\s*(?:'[^']*'|"[^"]*")\s*;?/g;
  const code = withoutComments(source);
  const own = code.replace(passed, '').replace(taken, '').trim();
  return own === '' && passed.test(code)
    ? [`src/${file} only passes on what others export: import from the file itself.`]
    : [];
}

function looseTypes(file: string, source: string): string[] {
  const code = codeOnly(source);
  const found: string[] = [];
  if (/(?:[:<|&,]|\bas|\bsatisfies|\bextends|=>|(?<![=!<>])=)\s*any\b(?!\s*[(.:=])/.test(code)) {
    found.push(`src/${file} says 'any': say 'unknown' and look, or name the type.`);
  }
  if (/^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+[A-Za-z_$]/m.test(code)) {
    found.push(`src/${file} has an 'enum', which Node cannot strip: write a union of strings.`);
  }
  return found;
}

function strangeFolder(file: string): string[] {
  const folder = folderOf(file);
  return FREE.includes(folder) || LAW[folder] !== undefined
    ? []
    : [
        `src/${file} lies in ${folder}/, a folder docs/design.md does not know: add it to the law, or use one that is there.`,
      ];
}

/** V8 of Node 24 may end the process whose thread ends (vitest.config.ts): what is hard or hostile runs in a child. */
function threads(file: string, source: string): string[] {
  return importsOf(source).some(({ from }) => /^(?:node:)?worker_threads$/.test(from))
    ? [`src/${file} starts threads: run it in a child process, as src/plan-reader.ts does.`]
    : [];
}

const RULES = {
  'imports only what its folder may': unlawfulImports,
  'takes time, chance and ids as arguments': clockAndChance,
  'has at most 400 lines': tooLong,
  'is named after what it is about': vagueName,
  'is no barrel': barrel,
  'has no any and no enum': looseTypes,
  'starts no thread': threads,
  'lies in a folder of the design': strangeFolder,
};

// ---------------------------------------------------------------- the law applied

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
    store/x.ts | ${'a();⏎'.repeat(400)} | 400 lines`),
  )('$sentence, in $file', ({ file, source }) => {
    expect(Object.values(RULES).flatMap((rule) => rule(file, source))).toEqual([]);
  });
});
