/** The law of imports of `docs/design.md` ("Folders and the law of imports") and the other rules a source keeps, as data and rules. */
import { isBuiltin } from 'node:module';
import { basename, posix } from 'node:path';

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

/** The folder below src; empty = src itself. */
export const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
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

/** Folders that speak to nobody: what is said to people, and how it is read, an official proofreads in chat and papers. */
const SILENT = ['flow', 'queue', 'files', 'line', 'http'];

function thaiWords(file: string, source: string): string[] {
  if (!SILENT.includes(folderOf(file))) return [];
  const said = /[\u0e01-\u0e5b]+/.exec(withoutComments(source))?.[0];
  return said === undefined
    ? []
    : [
        `src/${file} says '${said}': Thai that is said or read belongs into words-*.ts and *-phrases.ts of chat/.`,
      ];
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

/** What each rule promises, and the sentences about what breaks it; `file` is a path below src. */
export const RULES = {
  'imports only what its folder may': unlawfulImports,
  'takes time, chance and ids as arguments': clockAndChance,
  'has at most 400 lines': tooLong,
  'is named after what it is about': vagueName,
  'is no barrel': barrel,
  'has no any and no enum': looseTypes,
  'leaves Thai to those who speak': thaiWords,
  'starts no thread': threads,
  'lies in a folder of the design': strangeFolder,
};
