import { DAMAGED } from '../../moderation/block-documents.ts';
import { snowflakeSchema } from '../../snowflake.ts';
import { BLOCKED_HEADING, blockLine, NO_MORE_BLOCKED, NOBODY_BLOCKED } from '../../words/blocks.ts';
import { MODERATION_WORDS } from '../../words/moderation.ts';
import type { Desk } from '../command.ts';
import { customId } from '../custom-id.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import type { Moderator } from './moderator.ts';
import { turnRow } from '../paging.ts';

/** What the custom ids of the buttons under a list of blocks begin with; where it begins follows. */
export const BLOCKED_PAGE = 'blocked-page';

/** A page of the blocks that hold in a server, from the one on that `from` names. */
export async function blockedPage(
  { guildId, interactionId }: Moderator,
  from: string,
  { studio: { blocks }, line: { log } }: Pick<Desk, 'studio' | 'line'>,
): Promise<MessageBody> {
  const start = snowflakeSchema.safeParse(from).data ?? null;
  const page = await blocks.list(guildId, interactionId, start);
  for (const { userId, block } of page.blocks) {
    if (block === DAMAGED) log.error({ guild: guildId, member: userId }, 'a block cannot be read');
  }
  const turns = [
    ...(start === null
      ? []
      : [{ label: MODERATION_WORDS.first, id: customId(BLOCKED_PAGE, 'first') }]),
    ...(page.next === null
      ? []
      : [{ label: MODERATION_WORDS.next, id: customId(BLOCKED_PAGE, page.next) }]),
  ];
  const components = turnRow(turns);
  if (page.blocks.length === 0) {
    const content = start === null ? NOBODY_BLOCKED : NO_MORE_BLOCKED;
    return { content, embeds: [], components };
  }
  const description = page.blocks.map(blockLine).join('\n');
  return { content: '', embeds: [{ title: BLOCKED_HEADING, description }], components };
}
