import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { BUTTON_LABELS } from '../words/buttons.ts';
import { customId } from './custom-id.ts';

/** What can be pressed under pictures. */
type PictureButton = keyof typeof BUTTON_LABELS;

/** In the order they are shown; a row holds five (Discord's docs). */
const ROWS: readonly (readonly PictureButton[])[] = [
  ['again', 'edit', 'style', 'shape', 'more'],
  ['details', 'delete'],
];

/** Whether a custom id of this kind names the record of the pictures above it. */
export const isPictureButton = (kind: string): boolean => Object.hasOwn(BUTTON_LABELS, kind);

/** The rows of buttons under a message with pictures. */
export const pictureRows = (recordId: string): APIActionRowComponent<APIButtonComponent>[] =>
  ROWS.map((kinds) => ({
    type: ComponentType.ActionRow,
    components: kinds.map((kind) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: BUTTON_LABELS[kind],
      custom_id: customId(kind, recordId),
    })),
  }));
