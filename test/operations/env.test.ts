import { describe, expect, test } from 'vitest';
import { baseUrl, database } from '../../src/operations/env.ts';

const base = baseUrl({ ending: /\/v\d+$/, hint: 'must end before the version' });

describe('a base address', () => {
  test.for([
    ['https://example.com', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
    ['HTTPS://Example.com:443/api//', 'https://example.com/api'],
    ['https://example.com:8443/api', 'https://example.com:8443/api'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000/api/', 'http://127.0.0.1:3000/api'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://127.255.255.254', 'http://127.255.255.254'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%s is %s', ([text, expected]) => {
    expect(base.parse(text)).toBe(expected);
  });

  test.for([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://example.com#localhost',
    'http://localhost@example.com',
    'http://[::ffff:127.0.0.1]',
    'http://[::]',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'http://128.0.0.1',
    'http://localhost.',
    'ws://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@example.com',
    'https://user:pass@example.com',
    'https://:pass@example.com',
    'https://example.com?',
    'https://example.com/?key=1',
    'https://example.com#',
    'https://exa mple.com',
    'https://',
    'example.com',
  ])('%s is refused', (text) => {
    expect(base.safeParse(text).error?.issues).toMatchObject([
      { message: expect.stringContaining('must be an https address') },
    ]);
  });

  test('an address with what is appended later is refused with a hint', () => {
    expect(base.safeParse('https://example.com/api/v10/').error?.issues).toMatchObject([
      { message: 'must end before the version' },
    ]);
  });
});

describe('a database address', () => {
  test.for([
    ['sqlite://data/easel.sqlite', 'data/easel.sqlite'],
    ['sqlite://easel.sqlite', 'easel.sqlite'],
    ['sqlite:///var/lib/easel.sqlite', '/var/lib/easel.sqlite'],
    ['SQLITE://./my data/easel.sqlite', './my data/easel.sqlite'],
  ])('%s is the file %s', ([text, path]) => {
    expect(database.parse(text)).toEqual({ kind: 'sqlite', path });
  });

  test.for([
    'sqlite:',
    'sqlite:easel.sqlite',
    'sqlite://',
    'sqlite:///',
    'sqlite://data/',
    'sqlite://:memory:',
    'sqlite://easel.sqlite?mode=memory',
    'sqlite://easel.sqlite#x',
    'postgres://localhost/easel',
    'postgresql://localhost/easel',
    'mysql://localhost/easel',
  ])('%s is refused', (text) => {
    expect(database.safeParse(text).success).toBe(false);
  });
});
