import { expect, it } from 'vitest';
import { messageView } from '../../../playground/page/view.ts';
import { openPage } from '../../support/playground-page.ts';
import { botMessage, pictureAt } from '../../support/playground-messages.ts';

it('shows pictures by a relative address, with alt text and size', async () => {
  const { chat } = await openPage();
  const attachments = [
    pictureAt('http://127.0.0.1:5/attachments/1/2/a-fox-7.png', { description: 'A fox' }),
  ];
  expect(messageView(chat, botMessage({ attachments }))).toMatchObject({
    asked: null,
    files: [
      {
        address: '/attachments/1/2/a-fox-7.png',
        name: 'a-fox-7.png',
        alt: 'A fox',
        size: { width: 64, height: 32 },
      },
    ],
  });
});

it('shows cards with their colour, text and fields', async () => {
  const { chat } = await openPage();
  const fields = [{ name: 'Used', value: '<t:1:R>', inline: true }];
  const embeds = [{ title: 'Credits', description: 'by <@1>', color: 0xff, fields }];
  expect(messageView(chat, botMessage({ embeds })).cards).toEqual([
    {
      title: 'Credits',
      colour: '#0000ff',
      text: [
        {
          kind: 'plain',
          parts: [
            { kind: 'text', text: 'by ' },
            { kind: 'person', id: '1' },
          ],
        },
      ],
      fields: [
        {
          name: 'Used',
          inline: true,
          text: [{ kind: 'plain', parts: [{ kind: 'moment', at: 1_000, style: 'R' }] }],
        },
      ],
    },
  ]);
});
