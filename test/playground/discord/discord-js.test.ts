import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { discordJsBot } from '../../support/discord-bots.ts';
import { imagine, localDiscord, pngHeader } from '../../support/discord-local.ts';

const PICTURE = Buffer.from(pngHeader(640, 480));

const picture = () => new AttachmentBuilder(PICTURE, { name: 'fox.png', description: 'A fox' });
const buttons = () =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary),
  );
const menu = () =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('style')
      .addOptions({ label: 'Film', value: 'film' }, { label: 'Anime', value: 'anime' }),
  );

async function respond(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    return interaction.respond([{ name: interaction.options.getFocused(), value: 'film' }]);
  }
  if (interaction.isContextMenuCommand()) {
    return interaction.reply({ content: interaction.targetId, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isModalSubmit()) {
    return interaction.reply(interaction.fields.getTextInputValue('reason'));
  }
  if (interaction.isStringSelectMenu()) return interaction.update(interaction.values.join());
  if (interaction.isButton()) {
    const input = new TextInputBuilder()
      .setCustomId('reason')
      .setLabel('Why')
      .setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    return interaction.showModal(
      new ModalBuilder().setCustomId('report').setTitle('Report').addComponents(row),
    );
  }
  if (!interaction.isChatInputCommand()) return undefined;
  await interaction.deferReply({ withResponse: interaction.options.getString('style') === 'x' });
  await interaction.editReply({
    content: interaction.options.getString('prompt', true),
    files: [picture()],
    embeds: [new EmbedBuilder().setImage('attachment://fox.png')],
    components: [buttons(), menu()],
    allowedMentions: { parse: [] },
  });
  return interaction.followUp({ content: 'only you', flags: MessageFlags.Ephemeral });
}

async function start() {
  const discord = await localDiscord();
  const bot = await discordJsBot(discord, respond);
  return { discord, ...bot, ...discord.world };
}

test('discord.js logs in, registers and delivers a picture', async () => {
  const { discord, errors, people, channels } = await start();
  const commands = await discord.commandsRegistered();
  expect(commands.map(({ name }) => name)).toContain('imagine');

  const invocation = imagine(discord);
  expect(await invocation.answered).toBe(5);
  const message = await invocation.settled({ when: ({ attachments }) => attachments.length > 0 });
  expect(message.content).toBe('a fox');
  expect(message.attachments).toMatchObject([
    { filename: 'fox.png', description: 'A fox', width: 640, height: 480 },
  ]);
  expect(message.embeds[0]?.image?.url).toBe(message.attachments[0]?.url);

  const secret = await invocation.followUp(0);
  expect(secret.content).toBe('only you');
  expect(discord.messages(channels.art)).not.toContainEqual(secret);
  expect(discord.messages(channels.art, people.member)).toContainEqual(secret);
  expect(discord.messages(channels.art, people.secondMember)).not.toContainEqual(secret);
  expect(errors).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('discord.js reads the answer to a deferral with a response', async () => {
  const { discord, errors } = await start();
  const invocation = imagine(discord, { options: { prompt: 'a fox', style: 'x' } });
  await invocation.followUp(0);
  expect(errors).toEqual([]);
  const callback = discord.traffic.rest('POST /interactions/:id/:token/callback');
  expect(callback.map(({ status }) => status)).toEqual([200]);
});

test('discord.js opens a modal from a button and reads it', async () => {
  const { discord, errors, people } = await start();
  const message = await imagine(discord).settled();
  const clicked = discord.click({ message, button: 'Again', by: people.secondMember });
  expect(await clicked.answered).toBe(9);
  expect(clicked.modal?.title).toBe('Report');
  const submitted = discord.submit(clicked, { values: { reason: 'because' } });
  expect((await submitted.settled()).content).toBe('because');
  expect(errors).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('discord.js updates the message of a select menu', async () => {
  const { discord, errors, people } = await start();
  const message = await imagine(discord).settled();
  const selected = discord.select({ message, values: ['anime'], by: people.member });
  const updated = await selected.settled();
  expect(updated.id).toBe(message.id);
  expect(updated.content).toBe('anime');
  expect(updated.attachments).toEqual(message.attachments);
  expect(errors).toEqual([]);
});

test('discord.js answers context menus and suggestions', async () => {
  const { discord, errors, people, channels } = await start();
  const message = await imagine(discord).settled();
  const common = { by: people.member, in: channels.art };
  const onUser = { ...common, command: 'Credits of', target: people.owner };
  expect((await discord.contextMenu(onUser).settled()).content).toBe(people.owner.id);
  const onMessage = { ...common, command: 'Report picture', target: message };
  expect((await discord.contextMenu(onMessage).settled()).content).toBe(message.id);

  const typing = { ...common, command: 'imagine', options: { style: 'fi' }, focused: 'style' };
  const suggestions = discord.autocomplete(typing);
  expect(await suggestions.answered).toBe(8);
  expect(suggestions.choices).toEqual([{ name: 'fi', value: 'film' }]);
  expect(errors).toEqual([]);
  expect(discord.traffic.violations()).toEqual([]);
});

test('discord.js with the Guilds intent sees its guilds', async () => {
  const discord = await localDiscord();
  const { client } = await discordJsBot(discord, async () => {}, { intents: 1 });
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Easel Studio', 'Print Room']);
});
