import {
  type APISelectMenuOption,
  ComponentType,
  type MessageComponentInteraction,
} from 'discord.js';
import type { PictureRecord } from '../../pictures/documents.ts';
import { NONE } from '../../tastes/orders.ts';
import { AS_IT_IS, CHOICES } from '../../words/buttons.ts';
import { customId } from '../custom-id.ts';
import type { MessageBody } from '../rest/interaction-api.ts';

/** What the custom ids of the lists behind Style… and Shape… begin with. */
export const PICK = { style: 'style-pick', shape: 'shape-pick' } as const;

/** The choices of a list, the one that is in force with a note. */
export function menuOptions(of: keyof typeof CHOICES, current: string): APISelectMenuOption[] {
  return CHOICES[of].choices.map(({ name: label, value }) => ({
    label,
    value,
    ...(value === current && { description: AS_IT_IS }),
  }));
}

/** The style that pictures have, as a value of the list. */
export const styleOf = ({ request }: Pick<PictureRecord, 'request'>): string =>
  request.stylePreset ?? NONE;

/** A list of styles or shapes to choose from, for pictures in a message. */
export function choiceMenu(
  of: keyof typeof PICK,
  record: PictureRecord,
  { recordId, messageId }: { readonly recordId: string; readonly messageId: string },
): MessageBody {
  const { question, placeholder } = CHOICES[of];
  const current = of === 'style' ? styleOf(record) : record.request.aspectRatio;
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: customId(PICK[of], `${recordId}:${messageId}`),
    placeholder,
    options: menuOptions(of, current),
  };
  return {
    content: question(record.request.count),
    components: [{ type: ComponentType.ActionRow, components: [menu] }],
  };
}

/** What somebody chose from such a list, and the pictures it is about. Empty where it is not there. */
export function readPick(interaction: MessageComponentInteraction, rest: string) {
  const [recordId = '', messageId = ''] = rest.split(':');
  const [value = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  return { recordId, messageId, value };
}
