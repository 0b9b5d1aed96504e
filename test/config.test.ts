import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

type Env = Readonly<Record<string, string | undefined>>;
const LINE = { LINE_CHANNEL_SECRET: 'secret-1', LINE_CHANNEL_ACCESS_TOKEN: 'token-1' };
const USER = `U${'0a'.repeat(16)}`;

function mistakesOf(env: Env, files: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    readConfig(env, reading(files));
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

function reading(files: Readonly<Record<string, string>>) {
  return (path: string) => {
    const content = new Map(Object.entries(files)).get(path);
    if (content === undefined) throw new Error(`ENOENT ${path}`);
    return content;
  };
}

/** The configuration that an agencies file gives. */
function withFile(accounts: unknown, env: Env = {}, files: Readonly<Record<string, string>> = {}) {
  const content = typeof accounts === 'string' ? accounts : JSON.stringify(accounts);
  const all = { '/etc/agencies.json': content, ...files };
  const whole = { AGENCIES_FILE: '/etc/agencies.json', ...env };
  return { mistakes: () => mistakesOf(whole, all), config: () => readConfig(whole, reading(all)) };
}

describe('what need not be said', () => {
  it('nothing set is the demo, on port 3000, in ./data', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: undefined,
      dataDir: join('.', 'data'),
      filesFolder: join('.', 'data', 'files'),
      logLevel: 'info',
      production: false,
      apiBase: undefined,
      dataApiBase: undefined,
      publicUrl: undefined,
      linkSecret: undefined,
      accounts: [],
      only: 'office',
    });
  });

  it('an empty variable is one that is not set', () => {
    const empty = {
      PORT: '',
      HOST: '',
      AGENCY: '',
      LINE_CHANNEL_SECRET: '',
      AGENCIES_FILE: '',
      REDIS_URL: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('variables of others are none of ours', () => {
    expect(readConfig({ PATH: '/bin', TZ: 'America/New_York' })).toEqual(readConfig({}));
  });
});

describe('one agency', () => {
  it('is secret and token', () => {
    const { accounts, only } = readConfig(LINE);
    expect(accounts).toEqual([
      { agency: 'office', secret: 'secret-1', accessToken: 'token-1', destination: null },
    ]);
    expect(only).toBe('office');
  });

  it('may have a name', () => {
    const { accounts, only } = readConfig({ ...LINE, AGENCY: 'don-tawan-2' });
    expect([accounts[0]?.agency, only]).toEqual(['don-tawan-2', 'don-tawan-2']);
  });

  it.each([
    ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET'],
  ])('with only %s is half-set: %s is named, and never the value', (set, missing) => {
    const mistakes = mistakesOf({ [set]: 'geheim' });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(missing);
    expect(mistakes[0]).not.toContain('geheim');
  });

  it.each([
    ['LINE_CHANNEL_ACCESS_TOKEN', 'geheim\n'],
    ['LINE_CHANNEL_ACCESS_TOKEN', 'ge heim'],
    ['LINE_CHANNEL_SECRET', 'geheim\u200b'],
    ['LINE_CHANNEL_SECRET', 'รหัสลับgeheim'],
  ])('%s copied wrongly (%j) is named, and never its value', (name, value) => {
    const mistakes = mistakesOf({ ...LINE, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(name);
    expect(mistakes[0]).not.toContain('heim');
  });
});

describe('mistakes', () => {
  it('are all said in one message', () => {
    const env = {
      PORT: 'x',
      LOG_LEVEL: 'loud',
      LINE_API_BASE: 'api.line.me',
      LINE_DATA_API_BASE: 'ftp://line',
      PUBLIC_URL: 'dontawan',
      LINK_SECRET: 'geheim',
      AGENCY: 'Don Tawan',
      REDIS_URL: 'redis://localhost',
      FILES_URL: 's3://bucket',
      LINE_CHANNEL_SECRET: 'secret-1',
    };
    const mistakes = mistakesOf(env);
    expect(mistakes).toHaveLength(10);
    const { message } = new ConfigError(mistakes);
    const names = [
      ...Object.keys(env).filter((name) => name !== 'LINE_CHANNEL_SECRET'),
      'LINE_CHANNEL_ACCESS_TOKEN',
    ];
    for (const name of names) expect(message).toContain(name);
    expect(message).toContain('10 mistakes');
    expect(message).not.toContain('secret-1');
    expect(message).not.toContain('geheim');
  });

  it.each([
    ['PORT', ['-1', '65536', '80.5', 'http', ' ', '0x50', '1e3']],
    ['LOG_LEVEL', ['INFO', 'verbose']],
    [
      'PUBLIC_URL',
      [
        ...[
          'example.org',
          'file:///etc',
          'javascript:1',
          'http://ita.example.org',
          'http://localhost.example.org',
        ],
        ...['https://a:b@example.org', 'https://example.org/?a', 'https://example.org/#a'],
      ],
    ],
    ['LINK_SECRET', ['short', 'x'.repeat(31), `${'x'.repeat(31)} x`, 'ก'.repeat(32), 'x'.repeat(257)]],
    ['AGENCY', ['UPPER', '-x', 'a/b', '../x', 'x'.repeat(41), 'อบต']],
  ])('%s refuses %j', (name, values) => {
    for (const value of values) expect(mistakesOf({ [name]: value }).join(), value).toContain(name);
  });

  it.each([
    ['PORT', ['0', '1', '65535']],
    ['LOG_LEVEL', ['silent', 'debug']],
    [
      'PUBLIC_URL',
      ['https://ita.example.org', 'http://127.0.0.1:3000/x', 'http://localhost', 'http://[::1]:3000/'],
    ],
    ['LINK_SECRET', ['0a'.repeat(32), 'x'.repeat(32), 'x'.repeat(256)]],
    ['AGENCY', ['a', '7-eleven', 'x'.repeat(40)]],
  ])('%s takes %j', (name, values) => {
    for (const value of values) expect(mistakesOf({ [name]: value }), value).toEqual([]);
  });

  it('one is said as one', () => {
    expect(new ConfigError(['x']).message).toContain('a mistake');
  });
});

describe('FILES_URL', () => {
  it.each([
    [{}, join('data', 'files')],
    [{ FILES_URL: 'file:' }, join('data', 'files')],
    [{ FILES_URL: '', DATA_DIR: '/srv/ita' }, '/srv/ita/files'],
    [{ FILES_URL: 'file:///mnt/large/files', DATA_DIR: '/srv/ita' }, '/mnt/large/files'],
    [{ FILES_URL: 'file:///mnt/my%20files/' }, '/mnt/my files/'],
  ])('%j keeps files in %s', (env, folder) => {
    expect(readConfig(env).filesFolder).toBe(folder);
  });

  it.each([
    's3://geheim:geheim@bucket',
    'S3://geheim',
  ])('%s is said to be not there yet, and not repeated', (address) => {
    const mistakes = mistakesOf({ FILES_URL: address });
    expect(mistakes).toHaveLength(1);
    for (const word of ['FILES_URL', 'S3', 'does not have yet', 'file:///'])
      expect(mistakes[0]).toContain(word);
    expect(mistakes[0]).not.toContain('geheim');
  });

  it.each([
    ...['/srv/files', 'files', 'file:files', 'file:/srv', 'file://', 'file:///', 'file://host/srv'],
    ...['file:///srv?a', 'file:///srv#a', 'file:///srv%2Ffiles', 'file:///srv%00', 'https://example.org'],
  ])('%s is refused', (address) => {
    expect(mistakesOf({ FILES_URL: address })).toEqual([expect.stringContaining('FILES_URL must be file:')]);
  });
});

describe('production', () => {
  it('refuses the demo, and says what to set', () => {
    const mistakes = mistakesOf({ NODE_ENV: 'production' });
    expect(mistakes).toHaveLength(1);
    for (const word of ['production', 'LINE_CHANNEL_SECRET', 'AGENCIES_FILE'])
      expect(mistakes[0]).toContain(word);
  });

  it('with credentials is production', () => {
    expect(readConfig({ ...LINE, NODE_ENV: 'production' }).production).toBe(true);
  });

  it('half-set names what is missing, not the demo', () => {
    const mistakes = mistakesOf({ NODE_ENV: 'production', LINE_CHANNEL_SECRET: 'x' });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain('LINE_CHANNEL_ACCESS_TOKEN is missing');
  });
});

describe('AGENCIES_FILE', () => {
  const one = { id: 'office', secret: 's1', token: 't1' };
  const two = { id: 'other', secret: 's2', token: 't2', destination: USER };

  it('holds several agencies, found under their own addresses', () => {
    const config = withFile([one, two]).config();
    expect(config.only).toBeNull();
    expect(config.accounts).toEqual([
      { agency: 'office', secret: 's1', accessToken: 't1', destination: null },
      { agency: 'other', secret: 's2', accessToken: 't2', destination: USER },
    ]);
  });

  it('may name files that hold the credentials', () => {
    const files = { '/run/secrets/s': 's1\n', './token': '  t1 ' };
    const config = withFile([{ ...one, secret: '/run/secrets/s', token: './token' }], {}, files).config();
    expect(config.accounts).toMatchObject([{ secret: 's1', accessToken: 't1' }]);
  });

  it('names every credential file it cannot read, and those that are empty', () => {
    const given = [{ ...one, secret: '/none', token: '/empty' }];
    const mistakes = withFile(given, {}, { '/empty': '\n' }).mistakes();
    expect(mistakes).toHaveLength(2);
    expect(mistakes.join()).toContain('secret of office: cannot read the file');
    expect(mistakes.join()).toContain('token of office: cannot read the file');
  });

  it('that cannot be read is named', () => {
    expect(mistakesOf({ AGENCIES_FILE: '/nowhere.json' })).toEqual([
      'AGENCIES_FILE: cannot read /nowhere.json',
    ]);
  });

  it.each([
    ['broken JSON', '[{', 'the whole file'],
    ['an object', { office: one }, 'the whole file'],
    ['nobody', [], 'the whole file'],
    ['an agency without a token', [{ id: 'office', secret: 's1' }], '0.token'],
    ['an id that is no id', [one, { ...two, id: 'Other!' }], '1.id'],
    ['an empty secret', [{ ...one, secret: '' }], '0.secret'],
    ['a destination that is no bot', [{ ...one, destination: '@office' }], '0.destination'],
  ])('with %s says where', (_what, content, where) => {
    const mistakes = withFile(content).mistakes();
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(where);
  });

  it('with a key nobody knows is refused: a typing mistake would be silent', () => {
    expect(withFile([{ ...one, destinaton: USER }]).mistakes()).toHaveLength(1);
  });

  it('with one id twice names it once', () => {
    const mistakes = withFile([
      one,
      { ...two, id: 'office' },
      { ...two, id: 'office', secret: 's3', token: 't3' },
    ]);
    expect(mistakes.mistakes().filter((said) => said.includes('more than once'))).toEqual([
      'AGENCIES_FILE: office stands there more than once',
    ]);
  });

  it.each([
    ['secret', { ...two, secret: 's1' }],
    ['token', { ...two, token: 't1' }],
    ['destination', two],
  ])('with the same %s for two agencies is refused: one LINE account serves one agency', (_what, second) => {
    const mistakes = withFile([{ ...one, destination: USER }, second]).mistakes();
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain('office and other share a LINE account');
  });

  it('beside the variables of a single agency is refused, each by name', () => {
    const mistakes = withFile([one], { ...LINE, AGENCY: 'office' }).mistakes();
    for (const name of [...Object.keys(LINE), 'AGENCY'])
      expect(mistakes.join()).toContain(`${name} and AGENCIES_FILE`);
  });

  it('never says a credential', () => {
    const bad = [{ id: 'Bad!', secret: 'geheim', token: 'geheim', destination: 'geheim' }];
    const spaced = [{ ...one, secret: 'ge heim' }];
    for (const content of [bad, spaced, '[{"secret":"geheim"']) {
      expect(withFile(content).mistakes().join()).not.toMatch(/geheim|ge heim/);
    }
  });

  it('is enough for production', () => {
    expect(withFile([one], { NODE_ENV: 'production' }).config().production).toBe(true);
  });
});
