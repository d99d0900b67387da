import {
  Collection,
  MessageFlagsBitField,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { expect, it } from 'vitest';
import { pictureRows } from '../../../src/discord/pictures/picture-rows.ts';
import { targetOf } from '../../../src/discord/pictures/target.ts';
import { SHOWN } from '../../support/picture-records.ts';
import { OTHER_USER, USER } from '../../support/snowflakes.ts';

const BUTTONS = pictureRows('record-1').map(({ type, components }) => ({
  type,
  components: components.map((button) => ({
    customId: 'custom_id' in button ? button.custom_id : null,
  })),
}));

/** Files of a message, by their types. */
const filesOf = (...types: (string | null)[]) =>
  new Collection(types.map((contentType, index) => [String(index), { contentType }]));

/** A message in whose menu something was chosen, in a bot whose id is the first user's. */
const chosen = (fields: object = {}) =>
  targetOf({
    client: { user: { id: USER } },
    targetMessage: {
      id: SHOWN,
      content: 'Words',
      author: { id: USER },
      attachments: filesOf(),
      components: [],
      flags: new MessageFlagsBitField(),
      ...fields,
    },
  } as unknown as MessageContextMenuCommandInteraction);

const picture = { attachments: filesOf('image/png') };

it('finds the record of the bot’s own pictures by the buttons under them', () => {
  expect(chosen({ ...picture, components: BUTTONS })).toEqual({
    id: SHOWN,
    content: 'Words',
    isPrivate: false,
    isPending: false,
    isWaiting: false,
    askedBy: undefined,
    shown: 1,
    pictures: { recordId: 'record-1' },
  });
});

it('knows its pictures without buttons', () => {
  expect(chosen(picture).pictures).toEqual({ recordId: undefined });
});

it.each([
  ['another application’s buttons', { components: BUTTONS }],
  ['another’s pictures', picture],
])('takes %s for nothing of the bot’s', (_what, fields) => {
  expect(chosen({ ...fields, author: { id: OTHER_USER } }).pictures).toBeUndefined();
});

it('takes other messages of the bot’s for no pictures', () => {
  const retry = { type: 1, components: [{ customId: 'retry:record-2' }, { customId: null }] };
  const file = { attachments: filesOf('text/plain', null) };
  expect(chosen({ ...file, components: [retry, { type: 17, components: [] }] }).pictures).toBe(
    undefined,
  );
});

it('knows what one member alone sees', () => {
  expect(chosen({ flags: new MessageFlagsBitField(64) }).isPrivate).toBe(true);
});
