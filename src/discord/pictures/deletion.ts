import {
  ButtonStyle,
  ComponentType,
  type Message,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { PictureRecord } from '../../pictures/documents.ts';
import { BUTTON_WORDS, confirmText } from '../../words/buttons.ts';
import { readFailure } from '../rest/answers.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import { customId } from '../custom-id.ts';
import type { MessageBody } from '../rest/interaction-api.ts';

/** What the custom ids of the second, decisive button begin with. */
export const DELETE_SURELY = 'delete-surely';

/** Whether somebody may delete pictures: who asked for them, or who may manage messages there. */
export const mayDelete = (
  { user, memberPermissions }: Pick<MessageComponentInteraction, 'user' | 'memberPermissions'>,
  record: PictureRecord | undefined,
): boolean =>
  record?.user === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;

/** Why somebody may not. */
export const mayNotText = (record: PictureRecord | undefined): string =>
  record === undefined ? BUTTON_WORDS.askerUnknown : BUTTON_WORDS.notYours;

/** Asks whether pictures in a message are really to be deleted. */
export function confirmation(
  { id: messageId, attachments: { size } }: Pick<Message, 'id' | 'attachments'>,
  recordId: string,
): MessageBody {
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Danger as const,
    label: BUTTON_WORDS.confirm,
    custom_id: customId(DELETE_SURELY, `${recordId}:${messageId}`),
  };
  return {
    content: confirmText(size === 0 ? undefined : size),
    components: [{ type: ComponentType.ActionRow, components: [button] }],
  };
}

/** Deletes a message of the bot's, in one attempt. Answers what came of it. */
export async function deleteMessage(
  channels: Pick<ChannelApi, 'remove'>,
  channelId: string,
  messageId: string,
): Promise<'deleted' | 'deletedBefore' | 'mayNotDelete' | 'notDeleted'> {
  try {
    await channels.remove(channelId, messageId);
    return 'deleted';
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === 'lost' || failure.status === 401) return 'notDeleted';
    return failure.status === 404 ? 'deletedBefore' : 'mayNotDelete';
  }
}
