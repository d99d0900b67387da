import type { Component } from '../../src/discord/command.ts';
import { decide, mayReview, showDecided, showDelayed } from '../../src/discord/review/click.ts';
import { REVIEW_KINDS } from '../../src/discord/review/rows.ts';

/** Approve: has the pictures shown where they were asked for, and charged. */
export const approve: Component = {
  kind: REVIEW_KINDS.approve,

  async run(interaction, id, desk) {
    if (!(await mayReview(interaction, desk))) return;
    const by = interaction.user.id;
    const decision = { kind: 'approve', by, click: interaction.id } as const;
    const review = await decide(interaction, id, decision, desk);
    if (review !== undefined)
      await showDecided(interaction, review, { kind: 'approving', by }, desk);
    // A decision that was not confirmed may have been written down all the same.
    await desk.reviewKeeper.conclude(id);
    if (review !== undefined) await showDelayed(interaction, id, desk);
  },
};
