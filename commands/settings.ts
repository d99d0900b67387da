import {
  ApplicationCommandOptionType as OptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { runSettings } from '../src/discord/settings-desk.ts';
import { MAX_CREDITS } from '../src/settings/documents.ts';
import { COMMAND_WORDS } from '../src/words/commands.ts';

const words = COMMAND_WORDS.settings;

const amount = (name: 'day' | 'month', description: string) => ({
  type: OptionType.Integer as const,
  name,
  description,
  min_value: 0,
  max_value: MAX_CREDITS,
});

/** `/settings`: what a server's managers set. */
export const settings = {
  data: {
    name: 'settings',
    description: words.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      { type: OptionType.Subcommand, name: 'show', description: words.show },
      {
        type: OptionType.Subcommand,
        name: 'server',
        description: words.server.description,
        options: [{ ...amount('month', words.server.month), required: true }],
      },
      {
        type: OptionType.Subcommand,
        name: 'member',
        description: words.member.description,
        options: [amount('day', words.member.day), amount('month', words.member.month)],
      },
      {
        type: OptionType.Subcommand,
        name: 'channel',
        description: words.channel.description,
        options: [
          {
            type: OptionType.Channel,
            name: 'channel',
            description: words.channel.channel,
            required: true,
            // Where members write, and what threads are in: a thread counts for its channel.
            channel_types: [
              ChannelType.GuildText,
              ChannelType.GuildAnnouncement,
              ChannelType.GuildVoice,
              ChannelType.GuildStageVoice,
              ChannelType.GuildForum,
            ],
          },
          { ...amount('month', words.channel.month), required: true },
        ],
      },
      {
        type: OptionType.Subcommand,
        name: 'role',
        description: words.role.description,
        options: [
          {
            type: OptionType.Role,
            name: 'role',
            description: words.role.role,
            required: true,
          },
          { ...amount('month', words.role.month), required: true },
        ],
      },
      {
        type: OptionType.Subcommand,
        name: 'clear',
        description: words.clear.description,
        options: [
          {
            type: OptionType.String,
            name: 'limits',
            description: words.clear.limits,
            required: true,
            choices: [
              { name: words.clear.channels, value: 'channels' },
              { name: words.clear.roles, value: 'roles' },
            ],
          },
        ],
      },
      {
        type: OptionType.Subcommand,
        name: 'log',
        description: words.log.description,
        options: [
          {
            type: OptionType.Channel,
            name: 'channel',
            description: words.log.channel,
            channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
          },
        ],
      },
    ],
  },

  run: runSettings,
} as const satisfies Command;
