import { expect, test } from 'vitest';
import { checkMessage } from '../../../../playground/discord/rules/index.ts';
import { context, file, paths } from '../../../support/discord-bodies.ts';

const half = (last: number) => ({
  title: 't'.repeat(200),
  description: 'd'.repeat(2000),
  fields: [{ name: 'n'.repeat(100), value: 'v'.repeat(600) }],
  footer: { text: 'f'.repeat(50) },
  author: { name: 'a'.repeat(last) },
});

test.for<[string, unknown[], string[]]>([
  ['6000 characters in two', [half(50), half(50)], []],
  ['6001 characters in two', [half(50), half(51)], ['embeds']],
])('%s embeds', ([, embeds, expected]) => {
  expect(paths(checkMessage('edit', { embeds }, context()))).toEqual(expected);
});

const pictures = context({
  files: ['image.png', 'a.jpg', 'b.jpeg', 'c.webp', 'd.gif', 'text.txt'].map((filename, index) =>
    file(index, { filename }),
  ),
});

test.for<[string, string[]]>([
  ['attachment://image.png', []],
  ['attachment://a.jpg', []],
  ['attachment://b.jpeg', []],
  ['attachment://c.webp', []],
  ['attachment://d.gif', []],
  ['https://example.org/image', []],
  ['attachment://text.txt', ['embeds[0].image.url']],
  ['attachment://other.png', ['embeds[0].image.url']],
  ['ftp://example.org/image.png', ['embeds[0].image.url']],
  ['image.png', ['embeds[0].image.url']],
])('a picture at %s', ([url, expected]) => {
  expect(paths(checkMessage('edit', { embeds: [{ image: { url } }] }, pictures))).toEqual(expected);
});

test('every place for a picture is looked at', () => {
  const url = 'attachment://missing.png';
  const embed = {
    thumbnail: { url },
    author: { name: 'A', icon_url: url },
    footer: { text: 'A', icon_url: url },
  };
  expect(paths(checkMessage('create', { embeds: [embed] }, context()))).toEqual([
    'embeds[0].thumbnail.url',
    'embeds[0].author.icon_url',
    'embeds[0].footer.icon_url',
  ]);
});

test('a kept picture does not excuse an address of another kind', () => {
  const edited = context({ existingAttachmentIds: ['111'] });
  const body = { embeds: [{ image: { url: 'ftp://example.org/image.png' } }] };
  expect(paths(checkMessage('edit', body, edited))).toEqual(['embeds[0].image.url']);
});

test.for<[string, object, string[]]>([
  ['stays when not listed', {}, []],
  ['stays when listed', { attachments: [{ id: '111' }] }, []],
  ['is gone when left out', { attachments: [] }, ['embeds[0].image.url']],
])('a picture of the edited message %s', ([, fields, expected]) => {
  const body = { embeds: [{ image: { url: 'attachment://old.png' } }], ...fields };
  const edited = context({ existingAttachmentIds: ['111'] });
  expect(paths(checkMessage('edit', body, edited))).toEqual(expected);
});

test.for<[string, string[]]>([
  ['new.png', []],
  ['old.png', ['embeds[0].image.url']],
])('the name given in attachments overrides the one of the part: %s', ([name, expected]) => {
  const body = {
    embeds: [{ image: { url: `attachment://${name}` } }],
    attachments: [{ id: '0', filename: 'new.png' }],
  };
  const upload = context({ files: [file(0, { filename: 'old.png' })] });
  expect(paths(checkMessage('create', body, upload))).toEqual(expected);
});
