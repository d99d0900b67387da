import { describe, expect, it } from 'vitest';
import { parseServerConfig } from '../../server/config.ts';

describe('the settings of the server', () => {
  it('need nothing but keys', () => {
    expect(parseServerConfig({ SERVER_API_KEYS: 'a=600, b==,c', SERVER_PORT: ' ' })).toEqual({
      host: '127.0.0.1',
      port: 8787,
      keys: [
        { key: 'a', credits: 600 },
        { key: 'b==', credits: Infinity },
        { key: 'c', credits: Infinity },
      ],
      limits: { concurrency: 2, waiting: 16, perKey: 16 },
      strict: false,
      always200: false,
      logLevel: 'info',
    });
  });

  it.each([
    ['SERVER_API_KEYS', undefined],
    ['SERVER_API_KEYS', 'a,,b'],
    ['SERVER_API_KEYS', 'se cret'],
    ['SERVER_API_KEYS', 'same=1,same=2'],
    ['SERVER_API_KEYS', '=600'],
    ['SERVER_PORT', '70000'],
    ['SERVER_PORT', 'http'],
    ['SERVER_CONCURRENCY', '0'],
    ['SERVER_QUEUE', '-1'],
    ['SERVER_QUEUE_PER_KEY', '0'],
    ['SERVER_STRICT', 'yes'],
    ['SERVER_ALWAYS_200', '1'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%j by its name', (name, value) => {
    expect(() => parseServerConfig({ SERVER_API_KEYS: 'a', [name]: value })).toThrow(
      new RegExp(`^The server cannot start:\n${name} must [^\n]*$`),
    );
  });

  it('name everything that is wrong at once and show no value', () => {
    const env = { SERVER_API_KEYS: 'se cret', SERVER_PORT: 'hidden' };
    expect(() => parseServerConfig(env)).toThrow(/SERVER_PORT .*\nSERVER_API_KEYS /);
    expect(() => parseServerConfig(env)).not.toThrow(/se cret|hidden/);
  });
});
