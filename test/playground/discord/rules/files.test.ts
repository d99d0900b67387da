import { expect, test } from 'vitest';
import { checkCallback, checkMessage } from '../../../../playground/discord/rules/index.ts';
import { context, file, paths } from '../../../support/discord-bodies.ts';

const MIB = 1024 * 1024;

test.for<[string, number[], number, string[]]>([
  ['a file at the limit', [10 * MIB], 10 * MIB, []],
  ['a file over the limit', [1, 10 * MIB + 1], 10 * MIB, ['files[1]']],
  ['25 MiB together', [9 * MIB, 16 * MIB], 20 * MIB, []],
  ['more than 25 MiB together', [9 * MIB, 16 * MIB + 1], 20 * MIB, ['files']],
])('%s', ([, sizes, attachmentSizeLimit, expected]) => {
  const files = sizes.map((size, index) => file(index, { size }));
  const uploads = context({ files, attachmentSizeLimit });
  expect(paths(checkMessage('edit', {}, uploads))).toEqual(expected);
  expect(paths(checkCallback({ type: 4, data: {} }, uploads))).toEqual(expected);
});

test('a file over the limit is reported beside a malformed body', () => {
  const uploads = context({ files: [file(0, { size: 2 })], attachmentSizeLimit: 1 });
  expect(paths(checkMessage('edit', { content: 1 }, uploads))).toEqual(['files[0]', 'content']);
});

const edited = context({ files: [file(0), file(3)], existingAttachmentIds: ['111'] });

test.for<[string, unknown[], string[]]>([
  ['an upload by string', [{ id: '0' }], []],
  ['an upload by number', [{ id: 3 }], []],
  ['an attachment that is there', [{ id: '111' }, { id: '0' }], []],
  ['an upload that is missing', [{ id: '1' }], ['attachments[0].id']],
  ['an attachment that is not there', [{ id: '0' }, { id: '222' }], ['attachments[1].id']],
  ['one upload twice', [{ id: '0' }, { id: 0 }], ['attachments[1].id']],
])('attachments list %s', ([, attachments, expected]) => {
  expect(paths(checkMessage('edit', { attachments }, edited))).toEqual(expected);
});

test.for<[string, object, number, string[]]>([
  ['9 uploads and 1 kept', {}, 9, []],
  ['10 uploads and 1 kept', {}, 10, ['attachments']],
  ['10 uploads and 1 dropped', { attachments: [] }, 10, []],
])('%s', ([, body, count, expected]) => {
  const files = Array.from({ length: count }, (_, n) => file(n));
  const uploads = context({ files, existingAttachmentIds: ['111'] });
  expect(paths(checkMessage('edit', body, uploads))).toEqual(expected);
});

test('a new message has none of the attachments of the message it answers', () => {
  const clicked = context({ existingAttachmentIds: ['111'] });
  const attachments = [{ id: '111' }];
  const refused = ['data.attachments[0].id'];
  expect(paths(checkCallback({ type: 4, data: { attachments } }, clicked))).toEqual(refused);
  expect(paths(checkMessage('create', { attachments }, clicked))).toEqual(['attachments[0].id']);
  expect(checkCallback({ type: 7, data: { attachments } }, clicked)).toEqual([]);
});
