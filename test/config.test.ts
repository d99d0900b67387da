import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';

const required = { DISCORD_TOKEN: 'a.bot.token', IMAGE_API_KEY: 'an-image-key' };

function refused(env: Record<string, string>): ConfigError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error;
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const names = (error: ConfigError) => error.problems.map((problem) => problem.split(':')[0]);

test('the two required variables and the documented defaults make a configuration', () => {
  expect(parseConfig(required)).toEqual({
    discord: { token: 'a.bot.token', apiUrl: 'https://discord.com/api', ownerIds: [] },
    imageApi: {
      url: 'https://www.aithriving.com',
      key: 'an-image-key',
      authHeader: 'Authorization',
      authScheme: 'raw',
      concurrency: 4,
      timeoutMs: 150_000,
    },
    queue: { concurrency: 4, perMember: 12, perServer: 60, total: 400 },
    credits: { perImage: 6, guildMonthly: 3000 },
    cooldownMs: 15_000,
    metadata: 'full',
    operatorRules: null,
    database: { kind: 'sqlite', path: 'data/easel.sqlite' },
    logLevel: 'info',
    healthPort: null,
  });
});

test('every variable is read', () => {
  const config = parseConfig({
    ...required,
    DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
    OWNER_IDS: '123456789012345678, 223456789012345678,123456789012345678,',
    IMAGE_API_URL: 'https://images.example.com/base/',
    IMAGE_API_AUTH_HEADER: 'Authentication',
    IMAGE_API_AUTH_SCHEME: 'Bearer',
    IMAGE_API_CONCURRENCY: '64',
    IMAGE_API_TIMEOUT_SECONDS: '600',
    QUEUE_PER_MEMBER: '4',
    QUEUE_PER_SERVER: '5',
    QUEUE_TOTAL: '6',
    CREDITS_PER_IMAGE: '0',
    GUILD_MONTHLY_CREDITS: '0',
    COOLDOWN_SECONDS: '0',
    PICTURE_METADATA: 'Source',
    DATABASE_URL: 'sqlite:///var/lib/easel/easel.sqlite',
    LOG_LEVEL: 'silent',
    HEALTH_PORT: '9090',
  });

  expect(config).toEqual({
    discord: {
      token: 'a.bot.token',
      apiUrl: 'http://127.0.0.1:4000/api',
      ownerIds: ['123456789012345678', '223456789012345678'],
    },
    imageApi: {
      url: 'https://images.example.com/base',
      key: 'an-image-key',
      authHeader: 'Authentication',
      authScheme: 'bearer',
      concurrency: 64,
      timeoutMs: 600_000,
    },
    queue: { concurrency: 64, perMember: 4, perServer: 5, total: 6 },
    credits: { perImage: 0, guildMonthly: Infinity },
    cooldownMs: 0,
    metadata: 'source',
    operatorRules: null,
    database: { kind: 'sqlite', path: '/var/lib/easel/easel.sqlite' },
    logLevel: 'silent',
    healthPort: 9090,
  });
});

test('blank is absent, and white space around a value is not part of it', () => {
  const config = parseConfig({
    DISCORD_TOKEN: ' a.bot.token\n',
    IMAGE_API_KEY: '\tan-image-key ',
    LOG_LEVEL: '   ',
    HEALTH_PORT: '',
  });
  expect(config).toEqual(parseConfig(required));
  expect(names(refused({ DISCORD_TOKEN: ' ', IMAGE_API_KEY: '' }))).toEqual([
    'DISCORD_TOKEN',
    'IMAGE_API_KEY',
  ]);
});

const unusable: Record<string, string[]> = {
  DISCORD_TOKEN: ['Bot a.bot.token', '"a.bot.token"', 'two words', 'tökèn'],
  IMAGE_API_KEY: ['Bearer an-image-key', "'an-image-key'", 'two words', 'ключ'],
  DISCORD_API_URL: ['https://discord.com/api/v10', 'http://discord.com/api', 'discord.com'],
  IMAGE_API_URL: ['https://www.aithriving.com/api/generate/core', 'http://example.com', 'ftp://x'],
  OWNER_IDS: ['1234', '123456789012345678;223456789012345678', 'somebody'],
  IMAGE_API_AUTH_HEADER: ['Auth Header', 'Authorization:', 'content-type', 'Host'],
  IMAGE_API_AUTH_SCHEME: ['basic'],
  IMAGE_API_CONCURRENCY: ['0', '65', '4.5', '-1', 'four', '1e1', '0x10'],
  IMAGE_API_TIMEOUT_SECONDS: ['0', '601', '15s'],
  QUEUE_PER_MEMBER: ['3', '1001'],
  QUEUE_PER_SERVER: ['3', '10001'],
  QUEUE_TOTAL: ['3', '100001'],
  CREDITS_PER_IMAGE: ['-6', '10001'],
  GUILD_MONTHLY_CREDITS: ['-1', '1000000001', 'unlimited'],
  COOLDOWN_SECONDS: ['-1', '86401'],
  PICTURE_METADATA: ['off', 'prompt', 'true'],
  OPERATOR_RULES: ['rules\u0007.txt', 'rules.txt\nmore'],
  DATABASE_URL: [
    'postgres://user:pass@host/db',
    'sqlite://',
    'data/easel.sqlite',
    'sqlite://data/',
  ],
  LOG_LEVEL: ['verbose'],
  HEALTH_PORT: ['0', '65536', 'on'],
};

describe.for(Object.entries(unusable))('%s', ([name, values]) => {
  test.for(values)('cannot be %s', (value) => {
    const error = refused({ ...required, [name]: value });
    expect(names(error)).toEqual([name]);
    expect(error.message).toContain(name);
  });
});

test('all bad variables are named at once, each once', () => {
  const everything = Object.entries(unusable).map(([name, values]) => [name, values[0]]);
  const error = refused(Object.fromEntries(everything) as Record<string, string>);
  expect(new Set(names(error))).toEqual(new Set(Object.keys(unusable)));
  expect(error.problems).toHaveLength(Object.keys(unusable).length);
});

test('.env.example names every variable, with its default', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const example = parseEnv(text.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
  expect(new Set(Object.keys(example))).toEqual(new Set(Object.keys(unusable)));
  expect(parseConfig({ ...example, ...required })).toEqual(parseConfig(required));
});

test('Postgres is refused in plain words', () => {
  const error = refused({ ...required, DATABASE_URL: 'postgres://localhost/easel' });
  expect(error.problems).toEqual([
    'DATABASE_URL: Postgres is not supported yet; use sqlite://path/to/file',
  ]);
});

test('no value, nor any eight characters of one, is in the error', () => {
  const value = fc.stringMatching(/^[Q-Z~^]{12,40}$/);
  const bad = fc.oneof(
    value.map((text) => `Bot ${text}`),
    value.map((text) => `${text} ${text}`),
    value.map((text) => `http://${text}.example/${text}`),
    value.map((text) => `postgres://easel:${text}@db/easel`),
    value.map((text) => `"${text}"`),
  );
  const env = fc.record(Object.fromEntries(Object.keys(unusable).map((name) => [name, bad])));
  fc.assert(
    fc.property(env, (values) => {
      const error = refused(values);
      const told = [error.message, error.stack, JSON.stringify(error)].join();
      expect(error.cause).toBeUndefined();
      for (const part of Object.values(values)
        .join(' ')
        .match(/[Q-Z~^]{8}/g) ?? []) {
        expect(told).not.toContain(part);
      }
    }),
  );
});
