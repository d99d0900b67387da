import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { BUTTON_LABELS } from '../../words/buttons.ts';
import { CANCEL_LABEL } from '../../words/progress.ts';
import { REVIEW_LABELS } from '../../words/review.ts';
import { customId } from '../custom-id.ts';
import { CANCEL, WITHDRAW } from '../message.ts';

/** What can be pressed under pictures. */
type PictureButton = keyof typeof BUTTON_LABELS;

type Row = APIActionRowComponent<APIButtonComponent>;

/** In the order they are shown; a row holds five (Discord's docs). */
const ROWS: readonly (readonly PictureButton[])[] = [
  ['again', 'edit', 'style', 'shape', 'more'],
  ['details', 'delete'],
];

/** Whether a custom id of this kind names the record of the pictures above it. */
export const isPictureButton = (kind: string): boolean => Object.hasOwn(BUTTON_LABELS, kind);

const button = (label: string, id: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: id,
});

const row = (components: APIButtonComponent[]): Row => ({
  type: ComponentType.ActionRow,
  components,
});

/** The button that calls an interaction's pictures off. */
const cancelButton = (interactionId: string): APIButtonComponent =>
  button(CANCEL_LABEL, customId(CANCEL, interactionId));

/** The row under a message whose pictures wait for a moderator. */
export const withdrawRow = (interactionId: string): Row =>
  row([button(REVIEW_LABELS.withdraw, customId(WITHDRAW, interactionId))]);

/** The row under a message that has no pictures yet. */
export const cancelRow = (interactionId: string): Row => row([cancelButton(interactionId)]);

/**
 * The rows of buttons under a message with pictures; without a record there is nothing that they could
 * read. While others are still to come, the last row ends with the button that calls those off.
 */
export function pictureRows(recordId: string | undefined, pendingId?: string): Row[] {
  const rows =
    recordId === undefined
      ? []
      : ROWS.map((kinds) =>
          kinds.map((kind) => button(BUTTON_LABELS[kind], customId(kind, recordId))),
        );
  if (pendingId === undefined) return rows.map(row);
  const last = rows.pop() ?? [];
  return [...rows, [...last, cancelButton(pendingId)]].map(row);
}
