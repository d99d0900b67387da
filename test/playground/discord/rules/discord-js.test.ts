import {
  ActionRowBuilder,
  AttachmentBuilder,
  type AutocompleteInteraction,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { checkCallback, checkMessage } from '../../../../playground/discord/rules/index.ts';
import { context } from '../../../support/discord-bodies.ts';
import { message } from '../../../support/discord-events.ts';
import { type Sent, startDiscordJs } from '../../../support/discord-js-requests.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** What the rules say of a request, by its route. */
function found({ route, body, files }: Sent, existingAttachmentIds: string[] = []) {
  const request = context({ files, existingAttachmentIds });
  if (route.includes('/callback')) return checkCallback(body, request);
  return checkMessage(route.startsWith('PATCH') ? 'edit' : 'follow-up', body, request);
}

const buttons = () =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId('again')
      .setLabel('Again')
      .setStyle(ButtonStyle.Primary)
      .setEmoji('🎨'),
    new ButtonBuilder().setURL('https://example.org/').setLabel('Help').setStyle(ButtonStyle.Link),
  );

const menus = () =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('style')
      .addOptions({ label: 'Anime', value: 'anime', emoji: '🎨' }),
  );

const card = () =>
  new EmbedBuilder()
    .setTitle('A fox')
    .setColor(0x336699)
    .setTimestamp()
    .addFields({ name: 'Seed', value: '42', inline: true })
    .setFooter({ text: 'Easel' })
    .setImage('attachment://image.png');

const picture = () => new AttachmentBuilder(PNG, { name: 'image.png', description: 'A fox' });

const input = () => new TextInputBuilder().setCustomId('prompt').setStyle(TextInputStyle.Paragraph);

const modal = () => new ModalBuilder().setCustomId('edit').setTitle('Edit');

test('a deferral, its edits and a follow-up pass', async () => {
  const { receive, sent } = await startDiscordJs();
  const command = await receive<ChatInputCommandInteraction>({});
  await command.deferReply({ flags: MessageFlags.Ephemeral });
  await command.editReply({
    content: 'Here',
    embeds: [card()],
    components: [buttons(), menus()],
    files: [picture()],
  });
  await command.editReply({ content: 'Text only' });
  await command.followUp({ content: 'More', files: [picture()], flags: MessageFlags.Ephemeral });
  expect(sent.map((request) => [request.route.split(' ')[0], found(request)])).toEqual([
    ['POST', []],
    ['PATCH', []],
    ['PATCH', []],
    ['POST', []],
  ]);
});

test('attachments sent back as they were received pass', async () => {
  const attachment = {
    id: '111',
    filename: 'a.png',
    size: 1,
    url: 'http://127.0.0.1/a',
    proxy_url: 'http://127.0.0.1/a',
  };
  const { receive, sent } = await startDiscordJs();
  const click = await receive<ButtonInteraction>({
    type: 3,
    data: { custom_id: 'again', component_type: 2 },
    message: message({ attachments: [attachment] }),
  });
  await click.update({ attachments: [...click.message.attachments.values()], files: [picture()] });
  expect(sent.map((request) => found(request, ['111']))).toEqual([[]]);
});

test('a reply, a deferred update, an update and choices pass', async () => {
  const { receive, sent } = await startDiscordJs();
  const click = { type: 3, data: { custom_id: 'again', component_type: 2 }, message: message() };
  await (await receive<ChatInputCommandInteraction>({})).reply({
    content: 'No',
    embeds: [],
    files: [picture()],
  });
  await (await receive<ButtonInteraction>(click)).deferUpdate();
  await (await receive<ButtonInteraction>(click)).update({
    content: 'Yes',
    components: [buttons()],
  });
  const typing = {
    name: 'imagine',
    id: '1',
    type: 1,
    options: [{ name: 'prompt', type: 3, value: 'f', focused: true }],
  };
  await (await receive<AutocompleteInteraction>({ type: 4, data: typing })).respond([
    { name: 'Fox', value: 'fox' },
  ]);
  expect(sent.map((request) => found(request))).toEqual([[], [], [], []]);
});

test('a modal of rows and a modal of labels pass', async () => {
  const { receive, sent } = await startDiscordJs();
  const rows = modal().addComponents(
    new ActionRowBuilder<TextInputBuilder>().addComponents(input().setLabel('Prompt')),
  );
  const labels = modal().addLabelComponents(
    new LabelBuilder().setLabel('Prompt').setTextInputComponent(input()),
  );
  await (await receive<ChatInputCommandInteraction>({})).showModal(rows);
  await (await receive<ChatInputCommandInteraction>({})).showModal(labels);
  expect(sent.map((request) => found(request))).toEqual([[], []]);
});
