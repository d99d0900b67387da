import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { REVIEW_LABELS } from '../../words/review.ts';
import { customId } from '../custom-id.ts';

/** What the custom ids of a review's buttons and forms begin with; an interaction's id follows. */
export const REVIEW_KINDS = {
  approve: 'review-approve',
  reject: 'review-reject',
  block: 'review-block',
  rejectForm: 'review-reject-form',
  blockForm: 'review-block-form',
} as const;

const STYLES = {
  approve: ButtonStyle.Success,
  reject: ButtonStyle.Secondary,
  block: ButtonStyle.Danger,
} as const;

/** The buttons under pictures that wait for a moderator. */
export const reviewRow = (interactionId: string): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: (['approve', 'reject', 'block'] as const).map((action) => ({
    type: ComponentType.Button,
    style: STYLES[action],
    label: REVIEW_LABELS[action],
    custom_id: customId(REVIEW_KINDS[action], interactionId),
  })),
});
