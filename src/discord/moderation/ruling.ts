import {
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Decided, Ruling } from '../../reporting/verdict.ts';
import { BLOCK_REFUSED } from '../../words/blocks.ts';
import { caseEndText, closedBeforeText } from '../../words/cases.ts';
import { MODERATION_WORDS } from '../../words/moderation.ts';
import { notDoneText, RULED, stillThereText } from '../../words/reports.ts';
import type { Desk } from '../command.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { moderatorOf } from './moderator.ts';
import { afterRows } from './ruling-rows.ts';
import { firstAnswer, whisper } from '../whisper.ts';

type Click = MessageComponentInteraction | ModalSubmitInteraction;

/** What changes under the case, and what the moderator alone is told. */
interface Told {
  /** A line more in the message, and what can be pressed from now on. */
  readonly line?: string;
  readonly rows?: MessageBody['components'];
  readonly whisper?: string;
}

/**
 * Carries out what a moderator pressed under a case, and says in its message what came of it. The
 * permission is the clicker's own, at the click.
 */
export async function rule(
  interaction: Click,
  messageId: string,
  desk: Pick<Desk, 'line'>,
  carryOut: (ruling: Ruling) => Promise<Decided>,
): Promise<void> {
  const { api, log } = desk.line;
  const moderator = moderatorOf(interaction);
  if ('refusal' in moderator) {
    await whisper(api, interaction, { content: moderator.refusal }, log);
    return;
  }
  if (!(await firstAnswer(() => api.accept(interaction), interaction, log))) return;
  const told = await carryOut({ ...moderator, messageId }).then(
    (decided) => toldOf(decided, messageId, moderator.userId),
    (err: unknown): Told => {
      log.error({ err, interaction: interaction.id }, 'a decision about a report failed');
      return { whisper: MODERATION_WORDS.unavailable };
    },
  );
  const warn = (err: unknown) => {
    log.warn({ err, interaction: interaction.id }, 'a moderator could not be told');
  };
  if (told.rows !== undefined || told.line !== undefined) {
    await api.editOriginal(interaction, changed(interaction, told)).catch(warn);
  }
  if (told.whisper !== undefined) {
    await api.whisperAfter(interaction, { content: told.whisper }).catch(warn);
  }
}

/** A message of Discord's holds so much (Discord's docs). */
const CONTENT_LENGTH = 2_000;

/** The message of the case, with what was decided below. */
function changed({ message }: Click, { line, rows }: Told): MessageBody {
  const before = message?.content ?? '';
  const isCard = message?.flags.has(MessageFlags.Ephemeral) === true;
  const whole = isCard || line === undefined ? line : `${before}\n${line}`;
  return {
    ...(whole !== undefined && whole.length <= CONTENT_LENGTH && { content: whole }),
    ...(rows !== undefined && { components: rows }),
  };
}

function toldOf(decided: Decided, messageId: string, userId: string): Told {
  switch (decided.kind) {
    case 'decided': {
      const { entry, handled, isHidden } = decided;
      return {
        line: `→ ${caseEndText(entry)}`,
        rows: afterRows(messageId, isHidden),
        ...(handled !== 'done' && { whisper: stillThereText(handled) }),
      };
    }
    case 'closed-before':
      return {
        rows: afterRows(messageId, decided.isHidden),
        whisper: closedBeforeText(decided, decided.target, userId),
      };
    case 'shown':
      return { line: `→ ${RULED.shown}`, rows: [] };
    case 'no-report':
      return { rows: [], whisper: RULED.noReport };
    case 'not-hidden':
      return { rows: [], whisper: RULED.notHidden };
    case 'gone':
      return { rows: [], whisper: RULED.gone };
    case 'no-author':
      return { whisper: RULED.noAuthor };
    case 'own':
      return { whisper: BLOCK_REFUSED.self };
    case 'not-done':
      return { whisper: notDoneText(decided.why) };
  }
}
