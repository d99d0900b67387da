import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { inviteLink } from '../../src/operations/invite.ts';

test('the link asks for the two scopes and exactly the rights the bot uses', () => {
  const url = new URL(inviteLink('123456789012345678'));
  expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(url.searchParams.get('client_id')).toBe('123456789012345678');
  expect(url.searchParams.get('scope')).toBe('bot applications.commands');

  const asked = new PermissionsBitField(BigInt(url.searchParams.get('permissions') ?? 0));
  const { ViewChannel, SendMessages, SendMessagesInThreads, AttachFiles, EmbedLinks } =
    PermissionFlagsBits;
  const { ReadMessageHistory } = PermissionFlagsBits;
  const used = [ViewChannel, SendMessages, SendMessagesInThreads, AttachFiles, EmbedLinks];
  expect(asked.equals([...used, ReadMessageHistory])).toBe(true);
});
