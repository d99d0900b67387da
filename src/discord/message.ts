import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import { parseCustomId } from './custom-id.ts';

/** What the custom ids of Cancel buttons begin with; an interaction's id follows. */
export const CANCEL = 'cancel';

/** What the custom ids of Withdraw buttons begin with; an interaction's id follows. */
export const WITHDRAW = 'review-withdraw';

const PENDING: readonly string[] = [CANCEL, WITHDRAW];

/** The parts of a message of the bot's that decide what happens next. */
export interface OriginalMessage {
  readonly id: string;
  /** Still shows "thinking…". */
  readonly loading: boolean;
  /** Says how far pictures are, and is still to be given its last word: it has a Cancel or a Withdraw button. */
  readonly pending: boolean;
  readonly content: string;
  readonly attachmentIds: readonly string[];
  /** Of the same files. */
  readonly fileNames: readonly string[];
  /** Of its buttons and menus. */
  readonly customIds: readonly string[];
}

const rowSchema = z.looseObject({
  components: z.array(z.looseObject({ custom_id: z.string().optional() })).default([]),
});

/** Of a message, what an answer's fate is read from. */
export const messageSchema = z
  .object({
    id: z.string(),
    flags: z.int().default(0),
    content: z.string().default(''),
    attachments: z.array(z.object({ id: z.string(), filename: z.string() })),
    components: z.array(rowSchema).default([]),
  })
  .transform(({ id: messageId, flags, content, attachments, components }): OriginalMessage => {
    const customIds = components
      .flatMap((row) => row.components)
      .flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
    return {
      id: messageId,
      loading: (flags & MessageFlags.Loading) !== 0,
      pending: customIds.some((id) => PENDING.includes(parseCustomId(id).kind)),
      content,
      attachmentIds: attachments.map(({ id }) => id),
      fileNames: attachments.map(({ filename }) => filename),
      customIds,
    };
  });

/** The record that the first button of a kind reads; undefined where there is no such button. */
export const recordIn = (
  { customIds }: Pick<OriginalMessage, 'customIds'>,
  kind: string,
): string | undefined => customIds.map(parseCustomId).find((id) => id.kind === kind)?.recordId;
