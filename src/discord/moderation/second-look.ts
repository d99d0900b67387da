import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Notice } from '../../outcome.ts';
import { SECOND_LOOK_LABEL } from '../../words/second-look.ts';
import { customId } from '../custom-id.ts';

/** What the custom ids of the buttons under refusals begin with; the number of a case follows. */
export const SECOND_LOOK = 'second-look';

/** The button under a refusal that has a case; nothing under any other notice. */
export function secondLookRows(notice: Notice): APIActionRowComponent<APIButtonComponent>[] {
  if (notice.kind !== 'against-rule' || notice.case === null) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          label: SECOND_LOOK_LABEL,
          custom_id: customId(SECOND_LOOK, String(notice.case)),
        },
      ],
    },
  ];
}
