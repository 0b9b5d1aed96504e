/** The environment, read once. Everything missing or wrong is said in one message. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Account {
  readonly agency: string;
  readonly secret: string;
  readonly accessToken: string;
  readonly destination: string | null;
}

export interface Config {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataDir: string;
  /** Where the files people send are kept. */
  readonly filesFolder: string;
  readonly logLevel: string;
  readonly production: boolean;
  readonly apiBase: string | undefined;
  readonly dataApiBase: string | undefined;
  /** How the world reaches this server. */
  readonly publicUrl: string | undefined;
  /** Signs the addresses of pages; absent = one is made and kept in the data folder. */
  readonly linkSecret: string | undefined;
  /** Empty = no LINE credentials: the demo. */
  readonly accounts: readonly Account[];
  /** The agency in the single case, else null: then webhooks come to `/webhook/:agency`. */
  readonly only: string | null;
}

/** Every mistake of a configuration, for the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(
      `the configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((one) => `  - ${one}`).join('\n')}`,
    );
    this.mistakes = mistakes;
  }
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const agencyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'letters a-z, digits and dashes, at most 40');
/** Digits only: a blank or `0x50` is a typing mistake, not a port. */
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const url = z.url({ protocol: /^https?$/ });
const publicAddress = z.string().refine(isPublicAddress);
/** As hard to guess as a key: what `openssl rand -hex 32` gives is longer. */
const secret = z.string().regex(/^[\x21-\x7e]{32,256}$/);

const accountsFile = z
  .array(
    z.strictObject({
      id: agencyId,
      secret: z.string().min(1),
      token: z.string().min(1),
      destination: z
        .string()
        .regex(/^U[0-9a-f]{32}$/)
        .optional(),
    }),
  )
  .min(1);

/** What later work brings; to accept them silently would promise what is not there. */
const NOT_YET = ['REDIS_URL'];

/**
 * @param read reads a file as text; throws when it cannot.
 * @throws ConfigError naming every missing or wrong variable.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  const mistakes: string[] = [];
  const text = (name: string) => (env[name] === undefined || env[name] === '' ? undefined : env[name]);
  const checked = <T>(name: string, schema: z.ZodType<T>, hint: string): T | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    mistakes.push(`${name} must be ${hint}`);
    return undefined;
  };
  const port = checked('PORT', portNumber, 'a port number, 0 to 65535');
  const logLevel = checked('LOG_LEVEL', z.enum(LEVELS), `one of ${LEVELS.join(', ')}`);
  const apiBase = checked('LINE_API_BASE', url, 'an http(s) address');
  const dataApiBase = checked('LINE_DATA_API_BASE', url, 'an http(s) address');
  const publicUrl = checked(
    'PUBLIC_URL',
    publicAddress,
    'an https address, such as https://ita.example.org (http only for localhost), without user, ? or #',
  );
  const linkSecret = checked(
    'LINK_SECRET',
    secret,
    '32 to 256 letters and digits without spaces: make one with "openssl rand -hex 32"',
  );
  const only = checked('AGENCY', agencyId, 'letters a-z, digits and dashes, at most 40') ?? 'office';
  for (const name of NOT_YET) {
    if (text(name) !== undefined)
      mistakes.push(`${name} is set, but this version keeps everything in DATA_DIR: unset it`);
  }
  const dataDir = text('DATA_DIR') ?? join('.', 'data');
  const filesFolder = filesFolderOf(text('FILES_URL') ?? 'file:', dataDir, mistakes);
  const file = text('AGENCIES_FILE');
  const accounts = file === undefined ? single(text, only, mistakes) : several(text, file, read, mistakes);
  const production = text('NODE_ENV') === 'production';
  if (production && accounts.length === 0 && mistakes.length === 0) {
    mistakes.push(
      'NODE_ENV is production, which refuses the demo: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN, or AGENCIES_FILE',
    );
  }
  mistakes.push(...credentialMistakes(accounts, file === undefined));
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return {
    port: port ?? 3000,
    host: text('HOST'),
    dataDir,
    filesFolder,
    logLevel: logLevel ?? 'info',
    production,
    apiBase,
    dataApiBase,
    publicUrl,
    linkSecret,
    accounts,
    only: file === undefined ? only : null,
  };
}

/** `file:` = beside everything else; `file:///path` = elsewhere, such as a larger disk. Never says the address: it may hold a key. */
function filesFolderOf(address: string, dataDir: string, mistakes: string[]): string {
  const usual = join(dataDir, 'files');
  if (address === 'file:') return usual;
  if (/^s3:/i.test(address)) {
    mistakes.push(
      'FILES_URL names an S3 store, which this version does not have yet: unset it to keep files in DATA_DIR, or name a folder, such as file:///srv/ita-files',
    );
    return usual;
  }
  // Not `file://host/…`, and with no ?, # or zero byte, which no folder's name means.
  const folder = /^file:\/\/\/(?!.*%00)[^?#]+$/.test(address) ? attempt(() => fileURLToPath(address)) : null;
  if (folder === null)
    mistakes.push('FILES_URL must be file: or a whole path, such as file:///srv/ita-files');
  return folder ?? usual;
}

/** People and LINE reach it from outside, so over https; on this machine itself http will do. */
function isPublicAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const local = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const bare = [username, password, search, hash].every((part) => part === '');
  return bare && (protocol === 'https:' || local);
}

/** What LINE's headers cannot carry, and accounts that stand for two agencies. Never says a credential itself. */
function credentialMistakes(accounts: readonly Account[], fromEnvironment: boolean): string[] {
  const mistakes: string[] = [];
  const owners = new Map<string, string>();
  for (const { agency, secret, accessToken, destination } of accounts) {
    const names = fromEnvironment
      ? ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN']
      : [`AGENCIES_FILE: secret of ${agency}`, `AGENCIES_FILE: token of ${agency}`];
    for (const [index, value] of [secret, accessToken].entries()) {
      if (value !== '' && !/^[\x21-\x7e]+$/.test(value))
        mistakes.push(`${names[index]} has spaces or letters that none of LINE's has: copy it again`);
    }
    const own = [secret, accessToken, destination ?? ''].filter((one) => one !== '');
    const others = own.map((one) => owners.get(one)).filter((one) => one !== undefined && one !== agency);
    if (others[0] !== undefined)
      mistakes.push(`AGENCIES_FILE: ${others[0]} and ${agency} share a LINE account: each needs its own`);
    for (const one of own) owners.set(one, agency);
  }
  return mistakes;
}

function single(text: (name: string) => string | undefined, agency: string, mistakes: string[]): Account[] {
  const secret = text('LINE_CHANNEL_SECRET');
  const accessToken = text('LINE_CHANNEL_ACCESS_TOKEN');
  if (secret === undefined && accessToken === undefined) return [];
  if (secret === undefined)
    mistakes.push('LINE_CHANNEL_SECRET is missing (LINE Developers console, tab "Basic settings")');
  if (accessToken === undefined) {
    mistakes.push('LINE_CHANNEL_ACCESS_TOKEN is missing (LINE Developers console, tab "Messaging API")');
  }
  return secret === undefined || accessToken === undefined
    ? []
    : [{ agency, secret, accessToken, destination: null }];
}

function several(
  text: (name: string) => string | undefined,
  file: string,
  read: (path: string) => string,
  mistakes: string[],
): Account[] {
  for (const name of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'AGENCY']) {
    if (text(name) !== undefined) mistakes.push(`${name} and AGENCIES_FILE are both set: keep one of them`);
  }
  const content = attempt(() => read(file));
  if (content === null) {
    mistakes.push(`AGENCIES_FILE: cannot read ${file}`);
    return [];
  }
  const parsed = accountsFile.safeParse(attempt(() => JSON.parse(content) as unknown));
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole file').join(', ');
    mistakes.push(
      `AGENCIES_FILE: must be a JSON list of {id, secret, token, destination?}; wrong at: ${where}`,
    );
    return [];
  }
  const ids = parsed.data.map((one) => one.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0)
    mistakes.push(`AGENCIES_FILE: ${[...new Set(twice)].join(', ')} stands there more than once`);
  return parsed.data.map(({ id, secret, token, destination }) => ({
    agency: id,
    secret: direct(secret, read, mistakes, `AGENCIES_FILE: secret of ${id}`),
    accessToken: direct(token, read, mistakes, `AGENCIES_FILE: token of ${id}`),
    destination: destination ?? null,
  }));
}

/** A credential stands in the file itself, or in a file of its own whose path begins with `/` or `./`. */
function direct(value: string, read: (path: string) => string, mistakes: string[], what: string): string {
  if (!value.startsWith('/') && !value.startsWith('./')) return value;
  const content = attempt(() => read(value))?.trim();
  if (content === undefined || content === '') {
    // Never the value itself: a real token may begin with a slash.
    mistakes.push(`${what}: cannot read the file it names (what begins with / or ./ is taken for a path)`);
  }
  return content ?? '';
}

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
