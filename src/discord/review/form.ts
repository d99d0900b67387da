import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { type ParsedDuration, parseDuration } from '../../moderation/duration.ts';
import { REASON_LENGTH } from '../../moderation/facts.ts';
import { REVIEW_FORM_WORDS as WORDS } from '../../words/review.ts';
import { customId } from '../custom-id.ts';
import type { FormBody } from '../rest/interaction-api.ts';
import { REVIEW_KINDS } from './rows.ts';

/** What a rejection does besides. */
type Also = 'reject' | 'block';

const KINDS = { reject: REVIEW_KINDS.rejectForm, block: REVIEW_KINDS.blockForm } as const;
const DURATION_LENGTH = 20;
const USUAL_DURATION = '7d';

/** Asks a moderator why pictures are not to be shown, and for how long their member is blocked. */
export function rejectForm(interactionId: string, also: Also): FormBody {
  const reason = {
    type: ComponentType.Label as const,
    label: WORDS.reason,
    description: WORDS.reasonNote,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: 'reason',
      style: TextInputStyle.Paragraph,
      required: true,
      max_length: REASON_LENGTH,
    },
  };
  const duration = {
    type: ComponentType.Label as const,
    label: WORDS.duration,
    description: WORDS.durationNote,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: 'duration',
      style: TextInputStyle.Short,
      required: true,
      value: USUAL_DURATION,
      max_length: DURATION_LENGTH,
    },
  };
  return {
    custom_id: customId(KINDS[also], interactionId),
    title: WORDS[also],
    components: also === 'block' ? [reason, duration] : [reason],
  };
}

/** What a moderator wrote into such a form; fields may be missing, and a reason may be nothing but spaces. */
export function readRejectForm({ fields }: Pick<ModalSubmitInteraction, 'fields'>): {
  reason: string;
  duration: ParsedDuration;
} {
  const written = (id: string): string => {
    const field = fields.fields.get(id);
    return field !== undefined && 'value' in field ? String(field.value).trim() : '';
  };
  return {
    reason: written('reason').slice(0, REASON_LENGTH),
    duration: parseDuration(written('duration')),
  };
}
