import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { monthEnd } from '../credits/month.ts';
import { type Asking, carryOut } from '../settings/carry-out.ts';
import { parseSettingsOrder, type SettingsChange } from '../settings/orders.ts';
import { noticeText } from '../words/notices.ts';
import {
  LOG_CHANNEL_HELLO,
  LOG_CHANNEL_TRYING,
  logChannelRefused,
  SETTINGS_NOT_ALLOWED,
  SETTINGS_UNAVAILABLE,
  SETTINGS_UNKNOWN,
  settingsAnswer,
} from '../words/settings.ts';
import { settingsCard } from '../words/settings-card.ts';
import type { Desk } from './command.ts';
import type { MessageBody } from './interaction-api.ts';
import { createLogChannel } from './log-channel.ts';
import { subcommandOf } from './subcommand.ts';
import { whisper } from './whisper.ts';

/**
 * Answers `/settings`, to the member alone. Whether the member manages the server is read from the
 * interaction: administrators can offer the command to anybody (Discord's docs).
 */
export async function runSettings(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
): Promise<void> {
  const { api, log } = desk.line;
  const { id: interactionId, guildId, user, memberPermissions } = interaction;
  const say = async (body: MessageBody): Promise<void> => {
    await whisper(api, interaction, body, log);
  };
  if (guildId === null) return say({ content: noticeText({ kind: 'outside-server' }) });
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) !== true) {
    return say({ content: SETTINGS_NOT_ALLOWED });
  }
  const { name, options } = subcommandOf(interaction);
  const order = parseSettingsOrder(name, options);
  if (order === undefined) return say({ content: SETTINGS_UNKNOWN });

  const asking = { interactionId, guildId, userId: user.id };
  if (order.name === 'show') return say(await show(asking, desk));
  if (order.name !== 'log' || order.channel === undefined) {
    return say({ content: await change(order, asking, desk) });
  }
  // The first message in a channel may take longer than Discord waits for an answer.
  await say({ content: LOG_CHANNEL_TRYING });
  const content = await moveLog(order.channel, asking, desk);
  await api.editOriginal(interaction, { content }).catch((err: unknown) => {
    log.warn(
      { err, interaction: interactionId },
      'the member could not be told of the log channel',
    );
  });
}

async function show({ guildId, interactionId }: Asking, { studio }: Desk): Promise<MessageBody> {
  try {
    const overview = await studio.settings.overview(guildId, interactionId);
    return { embeds: [settingsCard(overview, monthEnd(interactionId))] };
  } catch (err) {
    studio.log.error({ err, interaction: interactionId }, 'settings could not be read');
    return { content: SETTINGS_UNAVAILABLE };
  }
}

async function change(order: SettingsChange, asking: Asking, { studio }: Desk): Promise<string> {
  try {
    return settingsAnswer(await carryOut(order, asking, studio));
  } catch (err) {
    studio.log.error({ err, interaction: asking.interactionId }, 'settings could not be changed');
    return SETTINGS_UNAVAILABLE;
  }
}

/** Tells warnings in another channel from now on, if the bot can write there. */
async function moveLog(channelId: string, asking: Asking, desk: Desk): Promise<string> {
  const logChannel = createLogChannel(desk.line.channels);
  const said = await logChannel.say(
    channelId,
    { content: LOG_CHANNEL_HELLO },
    asking.interactionId,
  );
  if (said.kind === 'said') return change({ name: 'log', channel: channelId }, asking, desk);
  const why = said.kind === 'lost' ? said.kind : said.why;
  desk.line.log.info({ guild: asking.guildId, channel: channelId, why }, 'no log channel');
  return logChannelRefused(channelId, why);
}
