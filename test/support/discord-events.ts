type Fields = Readonly<Record<string, unknown>>;

/** A user as the REST interface answers, with the fields given laid over it. */
export function user(fields: Fields = {}) {
  return {
    id: '100000000000000001',
    username: 'ada',
    discriminator: '0',
    global_name: 'Ada',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...fields,
  };
}

/** A message as the REST interface answers, with the fields given laid over it. */
export function message(fields: Fields = {}) {
  return {
    id: '200000000000000001',
    channel_id: '300000000000000001',
    type: 20,
    content: 'text',
    author: user({ bot: true }),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: null,
    flags: 0,
    pinned: false,
    tts: false,
    ...fields,
  };
}

/** The data of READY, with the fields given laid over it. */
export function ready(fields: Fields = {}) {
  return {
    v: 10,
    user: user({ bot: true, verified: true, mfa_enabled: false, email: null }),
    guilds: [{ id: '400000000000000001', unavailable: true }],
    session_id: 'session',
    resume_gateway_url: 'ws://127.0.0.1:4000',
    shard: [0, 1],
    application: { id: '500000000000000001', flags: 0 },
    ...fields,
  };
}

/** A slash command in a guild as the gateway sends it, with the fields given laid over it. */
export function interaction(fields: Fields = {}) {
  return {
    id: '600000000000000001',
    application_id: '500000000000000001',
    type: 2,
    token: 'token',
    version: 1,
    data: { id: '700000000000000001', name: 'imagine', type: 1 },
    guild: { id: '400000000000000001', locale: 'en-US', features: [] },
    guild_id: '400000000000000001',
    channel: { id: '300000000000000001', type: 0, name: 'art', nsfw: false },
    channel_id: '300000000000000001',
    member: {
      user: user(),
      roles: [],
      joined_at: '2026-01-01T00:00:00.000000+00:00',
      flags: 0,
      deaf: false,
      mute: false,
      permissions: '2147483648',
    },
    app_permissions: '562949953601536',
    locale: 'en-US',
    guild_locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { '0': '400000000000000001' },
    context: 0,
    attachment_size_limit: 10_485_760,
    ...fields,
  };
}

/** The same in a direct message with the bot, with the fields given laid over it. */
export function directInteraction(fields: Fields = {}) {
  const inGuild = { guild: undefined, guild_id: undefined, guild_locale: undefined };
  return interaction({
    ...inGuild,
    member: undefined,
    user: user(),
    channel: { id: '300000000000000001', type: 1 },
    authorizing_integration_owners: { '0': '0' },
    context: 1,
    ...fields,
  });
}
