import { expect, test } from 'vitest';
import { checkMessage, isEmptyMessage } from '../../../../playground/discord/rules/index.ts';
import { button, context, file, paths, row, rows } from '../../../support/discord-bodies.ts';

const attachments = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) }));
const files = (count: number) => Array.from({ length: count }, (_, n) => file(n));
const withFiles = (count: number) => context({ files: files(count) });

test.for<[string, unknown]>([
  ['text at its limit', { content: 'c'.repeat(2000) }],
  ['null fields', { content: null, embeds: null, components: null, allowed_mentions: null }],
  ['10 embeds', { embeds: Array.from({ length: 10 }, () => ({ title: 't'.repeat(256) })) }],
  ['a timestamp with an offset', { embeds: [{ timestamp: '2026-01-01T00:00:00+00:00' }] }],
])('accepts %s', ([, body]) => {
  expect(checkMessage('edit', body, context())).toEqual([]);
});

test.for<[string, unknown, string]>([
  ['content over 2000', { content: 'c'.repeat(2001) }, 'content'],
  ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({})) }, 'embeds'],
  ['an embed title over 256', { embeds: [{ title: 't'.repeat(257) }] }, 'embeds[0].title'],
  [
    'alt text over 1024',
    { attachments: [{ id: '0', description: 'd'.repeat(1025) }] },
    'attachments[0].description',
  ],
  ['11 attachments', { attachments: attachments(11) }, 'attachments'],
  ['an attachment without id', { attachments: [{ description: 'Alt' }] }, 'attachments[0].id'],
  [
    'a custom_id over 100',
    { components: [row(button({ custom_id: 'i'.repeat(101) }))] },
    'components[0].components[0].custom_id',
  ],
  [
    '6 buttons in a row',
    { components: [row(...rows(6).flatMap((each) => each.components))] },
    'components[0].components',
  ],
  ['flags that are no number', { flags: '64' }, 'flags'],
])('refuses %s by the schema', ([, body, path]) => {
  expect(checkMessage('follow-up', body, withFiles(1))).toEqual([
    expect.objectContaining({ path, source: 'spec' }),
  ]);
});

test.for<[string, unknown, string]>([
  ['at the top', { contents: 'text' }, 'contents'],
  ['in an embed', { embeds: [{ titel: 'A' }] }, 'embeds[0].titel'],
  [
    'in a button',
    { components: [row(button({ disable: true }))] },
    'components[0].components[0].disable',
  ],
  ['in an attachment', { attachments: [{ id: '0', alt: 'A' }] }, 'attachments[0].alt'],
])('finds a misspelt field %s', ([, body, path]) => {
  expect(checkMessage('edit', body, withFiles(1))).toEqual([
    { path, message: 'Unknown field', source: 'rule' },
  ]);
});

test.for<['edit' | 'follow-up' | 'create', object, string[]]>([
  ['edit', { tts: false, enforce_nonce: false }, []],
  ['edit', { tts: 'no', enforce_nonce: 1 }, ['tts', 'enforce_nonce']],
  ['edit', { nonce: '1' }, ['nonce']],
  ['follow-up', { tts: false, enforce_nonce: false }, []],
  ['follow-up', { nonce: '1' }, ['nonce']],
  ['create', { tts: false, enforce_nonce: true, nonce: '1' }, []],
  ['create', { username: 'Easel' }, ['username']],
  ['create', { content: 'c'.repeat(2001) }, ['content']],
])('%s with %j beside its text', ([kind, fields, expected]) => {
  expect(paths(checkMessage(kind, { content: 'text', ...fields }, context()))).toEqual(expected);
});

test.for<[string, unknown, string[]]>([
  ['ephemeral', { flags: 64 }, []],
  ['suppressed embeds', { flags: 4 }, []],
  ['Components V2', { flags: 32_768 }, ['flags']],
  ['Components V2 among others', { flags: 32_768 + 64 }, ['flags']],
])('flags: %s', ([, body, expected]) => {
  expect(paths(checkMessage('follow-up', body, context()))).toEqual(expected);
});

test.for<[object, string[]]>([
  [{ parse: [] }, []],
  [{ parse: ['users'], roles: ['1'] }, []],
  [{ parse: ['users'], users: [] }, []],
  [{ parse: ['users'], users: ['1'] }, ['allowed_mentions.users']],
  [{ parse: ['roles', 'everyone'], roles: ['1'] }, ['allowed_mentions.roles']],
])('allowed mentions %j', ([allowed, expected]) => {
  expect(paths(checkMessage('edit', { allowed_mentions: allowed }, context()))).toEqual(expected);
});

const kept = context({ existingAttachmentIds: ['111'] });

test.for<[string, unknown, ReturnType<typeof context>, boolean]>([
  ['nothing', {}, context(), true],
  ['blank text', { content: ' \n' }, context(), true],
  ['empty lists', { content: null, embeds: [], components: [] }, context(), true],
  ['text', { content: 'text' }, context(), false],
  ['an embed', { embeds: [{ title: 'A' }] }, context(), false],
  ['a button', { components: rows(1) }, context(), false],
  ['a poll', { poll: { question: { text: 'A?' }, answers: [] } }, context(), false],
  ['an upload', {}, withFiles(1), false],
  ['an attachment kept', {}, kept, false],
  ['an attachment kept by number', { attachments: [{ id: 111 }] }, kept, false],
  ['an attachment dropped', { attachments: [] }, kept, true],
])('emptiness: %s', ([, body, ctx, expected]) => {
  expect(isEmptyMessage(body, ctx)).toBe(expected);
});
