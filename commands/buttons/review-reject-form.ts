import type { ModalSubmitInteraction } from 'discord.js';
import type { Desk, Form } from '../../src/discord/command.ts';
import { decide, mayReview, showDecided } from '../../src/discord/review/click.ts';
import { readRejectForm } from '../../src/discord/review/form.ts';
import { REVIEW_KINDS } from '../../src/discord/review/rows.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { snowflakeTime } from '../../src/snowflake.ts';
import { durationText } from '../../src/words/duration.ts';
import { REVIEW_WORDS } from '../../src/words/review.ts';

/** Keeps pictures from everybody, gives their credits back, and blocks their member where that was asked for. */
async function end(
  interaction: ModalSubmitInteraction,
  id: string,
  { reason, block }: { reason: string; block: { lastsMs: number | null } | null },
  desk: Desk,
): Promise<void> {
  const by = interaction.user.id;
  const rejected = { kind: 'end', why: 'rejected', by, click: interaction.id } as const;
  const review = await decide(interaction, id, { ...rejected, reason, block }, desk);
  if (review !== undefined) {
    const at = snowflakeTime(interaction.id);
    const shown = { kind: 'rejected', by, at, reason, isBlocked: block !== null } as const;
    await showDecided(interaction, review, shown, desk);
  }
  // A decision that was not confirmed may have been written down all the same.
  await desk.reviewKeeper.conclude(id);
}

const form = (also: 'reject' | 'block'): Form => ({
  kind: REVIEW_KINDS[`${also}Form`],

  async run(interaction, id, desk) {
    const { api, log } = desk.line;
    if (!(await mayReview(interaction, desk))) return;
    const { reason, duration } = readRejectForm(interaction);
    if (reason === '') {
      await whisper(api, interaction, { content: REVIEW_WORDS.noReason }, log);
    } else if (also === 'reject') {
      await end(interaction, id, { reason, block: null }, desk);
    } else if (duration.kind === 'refused') {
      await whisper(api, interaction, { content: durationText(duration, reason) }, log);
    } else {
      await end(interaction, id, { reason, block: { lastsMs: duration.ms } }, desk);
    }
  },
});

/** What a moderator wrote behind Reject…. */
export const sentRejection = form('reject');

/** What a moderator wrote behind Reject and block…. */
export const sentBlock = form('block');
