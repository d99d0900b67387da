import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { REASON_LENGTH } from '../../moderation/facts.ts';
import { snowflakeSchema } from '../../snowflake.ts';
import { REPORT_WORDS, RULING_WORDS } from '../../words/reports.ts';
import { customId } from '../custom-id.ts';
import type { FormBody } from '../rest/interaction-api.ts';

/** What the custom ids of the two forms begin with. */
export const REPORT_FORM = 'report-form';
export const BLOCK_FORM = 'report-block-form';

/** What is reported; it goes with the form, which knows no message. */
export interface Reported {
  readonly messageId: string;
  readonly pictures: number;
  readonly author: string | undefined;
  readonly recordId: string | undefined;
}

const field = (
  id: string,
  label: string,
  more: {
    readonly note: string;
    readonly required: boolean;
    readonly long?: boolean;
    readonly value?: string;
  },
) => ({
  type: ComponentType.Label as const,
  label,
  description: more.note,
  component: {
    type: ComponentType.TextInput as const,
    custom_id: id,
    style: more.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: more.required,
    max_length: more.long ? REASON_LENGTH : 20,
    ...(more.value !== undefined && { value: more.value }),
  },
});

/** Asks a member why they report a picture. */
export const reportForm = ({
  messageId,
  pictures,
  author = '',
  recordId = '',
}: Reported): FormBody => ({
  custom_id: customId(REPORT_FORM, `${messageId}:${pictures}:${author}:${recordId}`),
  title: REPORT_WORDS.title,
  components: [
    field('reason', REPORT_WORDS.why, { note: REPORT_WORDS.whyNote, required: false, long: true }),
  ],
});

/** Asks a moderator why, and for how long, somebody is blocked. */
export const blockForm = (messageId: string): FormBody => ({
  custom_id: customId(BLOCK_FORM, messageId),
  title: RULING_WORDS.blockTitle,
  components: [
    field('reason', RULING_WORDS.reason, {
      note: RULING_WORDS.reasonNote,
      required: true,
      long: true,
    }),
    field('duration', RULING_WORDS.duration, {
      note: RULING_WORDS.durationNote,
      required: true,
      value: RULING_WORDS.usualDuration,
    }),
  ],
});

/** What was typed into a field of a form; empty where nothing was. */
export function typedIn({ fields }: Pick<ModalSubmitInteraction, 'fields'>, id: string): string {
  const found = fields.fields.get(id);
  return found !== undefined && 'value' in found ? String(found.value).trim() : '';
}

const restSchema = z
  .tuple([snowflakeSchema, z.coerce.number().int().min(1).max(10), z.string(), z.string()])
  .transform(
    ([messageId, pictures, author, recordId]): Reported => ({
      messageId,
      pictures,
      author: snowflakeSchema.safeParse(author).data,
      recordId: recordId === '' ? undefined : recordId,
    }),
  );

/** What such a form is about, by what follows the kind in its id. */
export const reportedIn = (rest: string): Reported | undefined =>
  restSchema.safeParse(rest.split(':')).data;
