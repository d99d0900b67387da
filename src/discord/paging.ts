import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';

/** A button under a page. */
interface Turn {
  readonly label: string;
  readonly id: string;
}

/** The row under a page that is not the only one; none under one that is. */
export const turnRow = (
  turns: readonly Turn[],
): readonly APIActionRowComponent<APIButtonComponent>[] =>
  turns.length === 0
    ? []
    : [
        {
          type: ComponentType.ActionRow,
          components: turns.map(({ label, id }) => ({
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label,
            custom_id: id,
          })),
        },
      ];
