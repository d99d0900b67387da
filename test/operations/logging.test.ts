import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../src/operations/logging.ts';

const TOKEN = 'the/bot"token\\of~this.test';
const KEY = 'image-key-0123456789';
const HOOK = 'hook-token-abcdefghijklmnopqrstuvwxyz';
const PROMPT = 'a private prompt';
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

function startLogger(level: (typeof levels)[number] = 'trace') {
  const lines: string[] = [];
  const logger = createLogger({
    level,
    secrets: [TOKEN, KEY],
    destination: { write: (line) => lines.push(line) },
  });
  return { logger, lines, entry: (): unknown => JSON.parse(lines.at(-1) ?? '') };
}

function discordError(): DiscordAPIError {
  const url = `https://discord.com/api/v10/webhooks/123456789012345678/${HOOK}/messages/%40original`;
  const body = { content: PROMPT, key: KEY };
  const raw = { code: 50_013, message: 'Missing Permissions' };
  return new DiscordAPIError(raw, 50_013, 403, 'PATCH', url, { files: undefined, body });
}

const carriers: Record<string, unknown[]> = {
  'a message': [`logged in with ${TOKEN}`],
  'an interpolated message': ['logged in with %s', TOKEN],
  'a nested object': [{ a: { b: { c: [{ d: TOKEN, authorization: `Bot ${TOKEN}` }] } } }, 'nested'],
  'a key of an object': [{ [KEY]: 1 }],
  'an error': [new Error(`refused ${TOKEN}`)],
  'an error under a name of its own': [{ reason: new Error(KEY) }, 'refused'],
  'a cause five errors deep': [
    [1, 2, 3, 4, 5].reduce((cause, n) => new Error(`${n}`, { cause }), new Error(TOKEN)),
  ],
  'a URL': [{ url: `https://x.example/?key=${encodeURIComponent(TOKEN)}` }],
  'a webhook URL in a message': [`PATCH /webhooks/123456789012345678/${HOOK}/messages/1`],
  'an error of discord.js': [discordError()],
  'an error of discord.js as a cause': [{ err: new Error('x', { cause: discordError() }) }],
  'an error of discord.js in a list': [{ all: [discordError()] }],
};

describe.for(levels)('at level %s', (level) => {
  test.for(Object.entries(carriers))('nothing leaks through %s', ([, args]) => {
    const { logger, lines } = startLogger();
    const [first, ...rest] = args;
    logger[level](first, ...(rest as []));
    logger.child({ bound: args })[level]('and from a child');

    expect(lines).toHaveLength(2);
    for (const line of lines) {
      JSON.parse(line);
      expect(line).not.toContain('this.test');
      for (const secret of [KEY, HOOK, PROMPT, 'requestBody']) {
        expect(line).not.toContain(secret);
      }
    }
  });
});

test('an error is told by name, message, code, status, stack and causes', () => {
  const { logger, entry } = startLogger();
  const cause = discordError();
  logger.error({ err: Object.assign(new TypeError('no', { cause }), { url: 'x', kind: 'busy' }) });
  expect(entry()).toMatchObject({
    level: 'error',
    err: {
      name: 'TypeError',
      message: 'no',
      kind: 'busy',
      stack: expect.stringContaining('logging.test.ts'),
      cause: { message: 'Missing Permissions', code: 50_013, status: 403 },
    },
  });
  expect(entry()).not.toHaveProperty('err.url');
  expect(entry()).not.toHaveProperty('err.cause.rawError');
});

test('causes end after five, also when they go round', () => {
  const { logger, entry } = startLogger();
  const error = new Error('round');
  error.cause = error;
  logger.error(error);
  expect(entry()).toHaveProperty('err.cause.cause.cause.cause.cause.message', 'round');
  expect(entry()).not.toHaveProperty('err.cause.cause.cause.cause.cause.cause');
});

test('an object that contains itself is cut, not followed for ever', () => {
  const { logger, lines } = startLogger();
  const round: Record<string, unknown> = {};
  round['self'] = round;
  round['list'] = [round];
  logger.info(round, 'round');
  expect(lines).toHaveLength(1);
});

test('a child carries its fields; lines below the level are not written', () => {
  const { logger, lines, entry } = startLogger('warn');
  const child = logger.child({ interaction: '123456789012345678' });
  child.info('not written');
  child.warn({ guild: null, count: 2 }, 'written');
  expect(lines).toHaveLength(1);
  expect(entry()).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    interaction: '123456789012345678',
    guild: null,
    count: 2,
    msg: 'written',
  });
});
