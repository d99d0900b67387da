import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Case } from '../../moderation/case-documents.ts';
import { RULING_WORDS } from '../../words/reports.ts';
import { customId } from '../custom-id.ts';

/** What the custom ids of the buttons under a report begin with; the reported message's id follows. */
export const RULING = {
  hide: 'report-hide',
  delete: 'report-delete',
  block: 'report-block',
  dismiss: 'report-dismiss',
  show: 'report-show',
} as const;

type Button = keyof typeof RULING;

const OPEN: readonly Button[] = ['hide', 'delete', 'block', 'dismiss'];

const DANGEROUS: readonly Button[] = ['delete', 'block'];

function row(
  buttons: readonly Button[],
  messageId: string,
): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map((button) => ({
      type: ComponentType.Button,
      style: DANGEROUS.includes(button) ? ButtonStyle.Danger : ButtonStyle.Secondary,
      label: RULING_WORDS[button],
      custom_id: customId(RULING[button], messageId),
    })),
  };
}

/** What is left to press once a report is decided. */
export const afterRows = (
  messageId: string,
  isHidden: boolean,
): readonly APIActionRowComponent<APIButtonComponent>[] =>
  isHidden ? [row(['show'], messageId)] : [];

/** What moderators can press under a case: a report that is open, and pictures that the bot hid. */
export function rulingRows({
  facts,
  end,
  link,
}: Pick<Case, 'facts' | 'end' | 'link'>): readonly APIActionRowComponent<APIButtonComponent>[] {
  if (link === null) return [];
  if (facts.kind === 'report' && end === null) return [row(OPEN, link.message)];
  return facts.kind === 'hide' ? [row(['show'], link.message)] : [];
}
