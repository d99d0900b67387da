import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Editor, RulePage, RulesChanged } from '../../moderation/rules/rules.ts';
import { RULES_WORDS } from '../../words/rules.ts';
import type { Desk } from '../command.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { moderatorOf } from './moderator.ts';
import { rulesPanel } from './rules-panel.ts';
import { firstAnswer, whisper } from '../whisper.ts';

/** A click or a form of a moderator. */
type Use = MessageComponentInteraction | ModalSubmitInteraction;

/** What a moderator asked to be shown. */
type Show = (guildId: string, by: Editor) => Promise<MessageBody>;

/** Answers a moderator in the place of the panel. Whether they still are one is asked each time. */
export async function answerModerator(use: Use, desk: Desk, show: Show): Promise<void> {
  const { api, log } = desk.line;
  const say = (content: string) => whisper(api, use, { content }, log);
  const moderator = moderatorOf(use);
  if ('refusal' in moderator) {
    await say(moderator.refusal);
    return;
  }
  const { guildId, interactionId } = moderator;
  const body = await show(guildId, moderator).catch((err: unknown) => {
    log.error({ err, interaction: interactionId }, 'prompt rules could not be read or written');
  });
  if (body === undefined) {
    await say(RULES_WORDS.unavailable);
    return;
  }
  await firstAnswer(() => api.replace(use, body), use, log);
}

/** Reads the number of a page at the end of a custom id; what is none is the first. */
export const pageIn = (rest: string): number => (/^\d{1,4}$/.test(rest) ? Number(rest) : 0);

/** A page of a server's rules, with what was done before. */
export async function panelOf(
  guildId: string,
  page: number,
  { studio: { rules } }: Pick<Desk, 'studio'>,
  said?: string,
): Promise<MessageBody> {
  const shown: RulePage = await rules.list(guildId, page);
  return rulesPanel(shown, rules.ofOperator, said);
}

/** Logs a change of rules, without the words themselves. */
export function logChange(
  changed: RulesChanged,
  guildId: string,
  { interactionId, userId }: Editor,
  { line: { log } }: Pick<Desk, 'line'>,
): void {
  if (changed.kind !== 'changed') return;
  const { added, removed, total } = changed;
  const counts = { added: added.length, removed: removed.length, total };
  log.info(
    { interaction: interactionId, guild: guildId, member: userId, ...counts },
    'prompt rules changed',
  );
}
