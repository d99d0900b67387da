import type { RepliableInteraction } from 'discord.js';
import { detailsOf, type Told } from '../../words/details.ts';
import { MENU_WORDS } from '../../words/menus.ts';
import { readShowing } from '../../words/read-showing.ts';
import type { Desk } from '../command.ts';
import type { InteractionRef } from '../rest/interaction-api.ts';
import { keptPictures, type PictureMessage } from './picture-click.ts';
import { whisper } from '../whisper.ts';

/**
 * Tells one member what the pictures of a message were made from; where that is not kept any more, what
 * the message itself still says of it.
 */
export async function tellDetails(
  interaction: InteractionRef & Pick<RepliableInteraction, 'guildId'>,
  message: PictureMessage & { readonly messageId: string },
  desk: Desk,
): Promise<void> {
  const { api, log } = desk.line;
  const { messageId, content } = message;
  const record = await keptPictures(interaction, message.recordId, desk);
  const told: Told = { ...(record ?? readShowing(content)), message: messageId };
  if (told.request.prompt === '') {
    await whisper(api, interaction, { content: MENU_WORDS.nothingLeft }, log);
    return;
  }
  const keptOut = await keptOutOf(interaction, desk);
  const { card, file } = detailsOf({ ...told, keptOut }, record === undefined ? 'read' : 'kept');
  const files = [{ name: 'imagine.txt', data: Buffer.from(file ?? ''), contentType: 'text/plain' }];
  const body = { embeds: [card], ...(file !== undefined && { files }) };
  await whisper(api, interaction, body, log);
}

/** What the server keeps out of every picture; the rest is told all the same where that cannot be read. */
async function keptOutOf(
  { id, guildId }: Pick<RepliableInteraction, 'id' | 'guildId'>,
  { studio: { settings }, line: { log } }: Desk,
): Promise<string | undefined> {
  if (guildId === null) return undefined;
  try {
    return (await settings.view(guildId)).policy.negativePrompt;
  } catch (err) {
    log.error({ err, interaction: id }, 'details are told without what the server keeps out');
    return undefined;
  }
}
