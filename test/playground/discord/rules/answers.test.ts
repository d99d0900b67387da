import { expect, test } from 'vitest';
import { type AnswerKind, checkAnswer } from '../../../../playground/discord/rules/index.ts';
import { paths } from '../../../support/discord-bodies.ts';
import { message, user } from '../../../support/discord-events.ts';

const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
const gateway = { url: 'ws://127.0.0.1:4000', shards: 1, session_start_limit: limit };

const command = {
  id: '1',
  application_id: '2',
  version: '3',
  type: 1,
  name: 'imagine',
  description: 'Paints',
  default_member_permissions: null,
  nsfw: false,
};

const callback = {
  interaction: { id: '1', type: 2, response_message_id: '2', response_message_loading: true },
};

const button = { type: 2, id: 2, style: 1, custom_id: 'again', label: 'Again' };
const attachment = {
  id: '1',
  filename: 'a.png',
  size: 1,
  url: 'http://127.0.0.1/a',
  proxy_url: 'http://127.0.0.1/a',
};
const inner = (code: unknown) => ({ embeds: { '0': { _errors: [{ code, message: 'Bad' }] } } });

test.for<[AnswerKind, string, unknown]>([
  ['gateway-bot', 'where to connect', gateway],
  ['commands', 'an age-restricted command', [{ ...command, nsfw: true }]],
  ['callback', 'a deferral', callback],
  ['callback', 'a message', { ...callback, resource: { type: 4, message: message() } }],
  ['message', 'a plain message', message()],
  ['message', 'an attachment', message({ attachments: [attachment] })],
  ['message', 'a button', message({ components: [{ type: 1, id: 1, components: [button] }] })],
  [
    'message',
    'an embed with a time',
    message({ embeds: [{ type: 'rich', timestamp: '2026-01-01T00:00:00+00:00' }] }),
  ],
  ['message', 'an edit', message({ edited_timestamp: '2026-01-01T00:00:00.000000+00:00' })],
  ['message', 'a reply to what is gone', message({ type: 19, referenced_message: null })],
  ['message', 'a reply', message({ type: 19, referenced_message: message() })],
  ['messages', 'none at all', []],
  ['messages', 'messages', [message(), message({ id: '2' })]],
  ['error', 'a code', { code: 10_062, message: 'Unknown interaction' }],
  [
    'error',
    'a malformed form',
    { code: 50_035, message: 'Invalid Form Body', errors: inner('BASE_TYPE_REQUIRED') },
  ],
  ['error', 'a rate limit', { message: 'Slow down', code: 0, retry_after: 1.5, global: false }],
])('%s accepts %s', ([kind, , body]) => {
  expect(checkAnswer(kind, body)).toEqual([]);
});

test.for<[AnswerKind, string, unknown, string]>([
  ['gateway-bot', 'no shards', { ...gateway, shards: undefined }, 'shards'],
  ['messages', 'one message', message(), ''],
  ['messages', 'an unfinished message', [message(), message({ tts: undefined })], '[1].tts'],
  ['gateway-bot', 'an unknown field', { ...gateway, shard: 1 }, 'shard'],
  ['commands', 'no list', command, ''],
  ['commands', 'a numeric id', [command, { ...command, id: 1 }], '[1].id'],
  ['callback', 'no interaction', {}, 'interaction'],
  [
    'callback',
    'a resource for a deferral',
    { ...callback, resource: { type: 5 } },
    'resource.type',
  ],
  [
    'message',
    'an author without flags',
    message({ author: user({ flags: undefined }) }),
    'author.flags',
  ],
  [
    'message',
    'a component without id',
    message({ components: [{ type: 1, components: [] }] }),
    'components[0].id',
  ],
  ['message', 'a time that is none', message({ timestamp: 'now' }), 'timestamp'],
  [
    'message',
    'an attachment without address',
    message({ attachments: [{ ...attachment, url: undefined }] }),
    'attachments[0].url',
  ],
  ['message', 'an unknown field', message({ ephemeral: true }), 'ephemeral'],
  ['error', 'no code', { message: 'Bad' }, 'code'],
  [
    'error',
    'a number inside errors',
    { code: 1, message: 'Bad', errors: inner(1) },
    'errors.embeds.0._errors[0].code',
  ],
  ['error', 'a rate limit without scope', { message: 'Slow', code: 0, retry_after: 1 }, 'global'],
])('%s refuses %s', ([kind, , body, path]) => {
  expect(paths(checkAnswer(kind, body))).toEqual([path]);
});
