import {
  type AnyInteractionGateway,
  AutocompleteInteraction,
  CommandInteraction,
  ComponentInteraction,
  ComponentTypes,
  MessageFlags,
  ModalSubmitInteraction,
} from 'oceanic.js';
import { tinyPng } from './image-files.ts';
import { suggestedTitles } from './other-app-commands.ts';
import { CONTROLS, RENAME_FORM } from './other-app-pieces.ts';

const { EPHEMERAL } = MessageFlags;

async function hang(interaction: CommandInteraction): Promise<void> {
  const title = interaction.data.options.getString('title', true);
  const wall = interaction.data.options.getString('wall') ?? 'north';
  await interaction.defer();
  await interaction.editOriginal({
    content: `**${title}** on the ${wall} wall`,
    files: [{ index: 0, name: 'picture.png', contents: tinyPng(320, 200, 150) }],
    attachments: [{ id: '0', filename: 'picture.png', description: `${title}, painted` }],
    components: CONTROLS,
  });
  const { attachments } = await interaction.getOriginal();
  const [picture] = [...attachments.values()];
  await interaction.createFollowup({
    content: `It measures ${picture?.width} by ${picture?.height}.`,
    flags: EPHEMERAL,
  });
}

async function command(interaction: CommandInteraction): Promise<void> {
  if (interaction.isUserCommand()) {
    const person = [...interaction.data.resolved.users.values()][0];
    if (person === undefined) throw new Error('Discord named nobody.');
    await interaction.defer(EPHEMERAL);
    await interaction.editOriginal({
      embeds: [
        {
          title: person.globalName ?? person.username,
          fields: [{ name: 'Name', value: person.username }],
        },
      ],
    });
  } else if (interaction.isMessageCommand()) {
    const { target } = interaction.data;
    await interaction.createMessage({
      content: `> ${target.content}\nsaid ${target.author.globalName ?? target.author.username}`,
    });
  } else await hang(interaction);
}

/** Follow-ups in every way: kept, edited, for one person alone, fetched and deleted. */
async function announce(interaction: ComponentInteraction): Promise<void> {
  await interaction.deferUpdate();
  const opening = await interaction.createFollowup({ content: 'The doors open soon.' });
  const { id } = await opening.getMessage();
  await interaction.editFollowup(id, { content: 'The doors are open.' });
  const draft = await interaction.createFollowup({ content: 'A draft.' });
  const { id: draftId } = await draft.getMessage();
  const { content } = await interaction.getFollowup(draftId);
  await interaction.deleteFollowup(draftId);
  await interaction.createFollowup({ content: `Discarded: ${content}`, flags: EPHEMERAL });
}

function chosen({ data }: ComponentInteraction): string {
  if (!('values' in data)) return '';
  const { values } = data;
  switch (data.componentType) {
    case ComponentTypes.STRING_SELECT:
      return values.getStrings().join(' and ');
    case ComponentTypes.USER_SELECT:
      return values
        .getUsers(true)
        .map(({ username }) => username)
        .join();
    case ComponentTypes.ROLE_SELECT:
      return values
        .getRoles(true)
        .map(({ name }) => name)
        .join();
    default:
      return values
        .getChannels(true)
        .map(({ name }) => `#${name}`)
        .join();
  }
}

async function component(interaction: ComponentInteraction): Promise<void> {
  switch (interaction.data.customID) {
    case 'rename':
      await interaction.createModal(RENAME_FORM);
      return;
    case 'announce':
      await announce(interaction);
      return;
    case 'remove':
      await interaction.deferUpdate();
      await interaction.deleteOriginal();
      return;
    case 'like':
      await interaction.deferUpdate();
      await interaction.editOriginal({ content: `${interaction.message.content}, liked` });
      return;
    default:
      await interaction.editParent({
        content: `${interaction.data.customID}: ${chosen(interaction)}`,
      });
  }
}

async function form(interaction: ModalSubmitInteraction): Promise<void> {
  const title = interaction.data.components.getTextInput('title', true);
  const [language] = interaction.data.components.getStringSelectValues('language', true);
  await interaction.editParent({ content: `**${title}** in ${language}` });
}

/** Answers one interaction, whatever its sort. */
export async function answerInteraction(interaction: AnyInteractionGateway): Promise<void> {
  if (interaction instanceof CommandInteraction) await command(interaction);
  else if (interaction instanceof ComponentInteraction) await component(interaction);
  else if (interaction instanceof ModalSubmitInteraction) await form(interaction);
  else if (interaction instanceof AutocompleteInteraction) {
    const typed = interaction.data.options.getFocused(true).value;
    await interaction.result(suggestedTitles(String(typed)).map((name) => ({ name, value: name })));
  }
}
