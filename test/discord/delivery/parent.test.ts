import { expect, it } from 'vitest';
import { parentLink, parentOf, withParent } from '../../../src/discord/delivery/parent.ts';
import { pictureRecord, SHOWN } from '../../support/picture-records.ts';
import { CHANNEL, GUILD, ROLE } from '../../support/snowflakes.ts';

const asked = { guildId: GUILD, channelId: CHANNEL };
const options = { prompt: 'A fox' };

const link = (channel: string) => `https://discord.com/channels/${GUILD}/${channel}/${SHOWN}`;

it('links to a message of the same channel, or of another one', () => {
  const here = withParent(options, { messageId: SHOWN }, CHANNEL);
  expect(parentLink({ ...asked, options: here })).toBe(link(CHANNEL));
  const elsewhere = withParent(options, { messageId: SHOWN, channelId: ROLE }, CHANNEL);
  expect(parentLink({ ...asked, options: elsewhere })).toBe(link(ROLE));
  expect(parentLink({ ...asked, channelId: null, options: elsewhere })).toBe(link(ROLE));
});

it('links to the same message from another channel, where what was asked for is asked again', () => {
  const here = withParent(options, { messageId: SHOWN }, CHANNEL);
  expect(parentLink({ ...asked, channelId: ROLE, options: here })).toBe(link(CHANNEL));
});

it('reads what was written down without its channel', () => {
  const old = withParent(options, { messageId: SHOWN }, null);
  expect(old).toEqual({ ...options, parent: SHOWN });
  expect(parentLink({ ...asked, options: old })).toBe(link(CHANNEL));
});

it('links to nothing where the message or its place is not known', () => {
  expect(parentLink({ ...asked, options })).toBeUndefined();
  expect(parentLink({ ...asked, options: null })).toBeUndefined();
  const here = withParent(options, { messageId: SHOWN }, null);
  expect(parentLink({ ...asked, channelId: null, options: here })).toBeUndefined();
  expect(parentLink({ ...asked, guildId: null, options: here })).toBeUndefined();
  for (const parent of ['x', `${SHOWN}/`, `${SHOWN}/${SHOWN}/${SHOWN}`, `../${SHOWN}`]) {
    expect(parentLink({ ...asked, options: { ...options, parent } })).toBeUndefined();
  }
});

it('is known of a record that says where it is shown', () => {
  expect(parentOf(pictureRecord())).toEqual({ messageId: SHOWN, channelId: CHANNEL });
  expect(parentOf(pictureRecord({ message: null }))).toBeUndefined();
  expect(parentOf(pictureRecord({ channel: null }))).toBeUndefined();
});
