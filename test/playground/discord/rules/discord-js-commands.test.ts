import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  SlashCommandBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { checkCommands } from '../../../../playground/discord/rules/index.ts';

test('commands of the builders of discord.js pass', () => {
  const imagine = new SlashCommandBuilder()
    .setName('imagine')
    .setDescription('Paints a picture')
    .setDefaultMemberPermissions(8n)
    .setNSFW(false)
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    )
    .setIntegrationTypes(
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    )
    .addStringOption((o) =>
      o.setName('prompt').setDescription('What').setRequired(true).setMaxLength(6000),
    )
    .addStringOption((o) =>
      o.setName('style').setDescription('How').setChoices({ name: 'Anime', value: 'anime' }),
    )
    .addIntegerOption((o) =>
      o.setName('count').setDescription('How many').setMinValue(1).setMaxValue(4),
    )
    .addStringOption((o) => o.setName('preset').setDescription('Which').setAutocomplete(true))
    .addUserOption((o) => o.setName('who').setDescription('Whose'));
  const credits = new SlashCommandBuilder()
    .setName('credits')
    .setDescription('Credits')
    .addSubcommand((s) => s.setName('show').setDescription('Shows them'));
  const menu = new ContextMenuCommandBuilder()
    .setName('Paint this')
    .setType(ApplicationCommandType.Message);
  const body = [imagine, credits, menu].map((builder) => builder.toJSON());
  expect(checkCommands(JSON.parse(JSON.stringify(body)))).toEqual([]);
});
