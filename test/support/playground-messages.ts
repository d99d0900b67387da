import type { Message } from '../../playground/discord/index.ts';

/** A message of the bot's, with the parts a test cares about. */
export function botMessage(parts: Partial<Message> = {}): Message {
  return {
    id: '100',
    type: 20,
    channel_id: '2',
    author: {
      id: '9',
      username: 'easel',
      global_name: null,
      discriminator: '0000',
      avatar: null,
      bot: true,
      flags: 0,
      public_flags: 0,
      primary_guild: null,
    },
    content: '',
    attachments: [],
    embeds: [],
    components: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: '2026-11-22T12:00:00.000Z',
    edited_timestamp: null,
    flags: 0,
    ...parts,
  };
}

/** An attachment at an address. */
export function pictureAt(
  url: string,
  details: Partial<Message['attachments'][number]> = {},
): Message['attachments'][number] {
  return {
    id: '200',
    filename: 'a-fox-7.png',
    size: 1_234_567,
    url,
    proxy_url: url,
    content_type: 'image/png',
    width: 64,
    height: 32,
    ...details,
  };
}
