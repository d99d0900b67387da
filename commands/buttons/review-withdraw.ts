import type { Component } from '../../src/discord/command.ts';
import { WITHDRAW } from '../../src/discord/message.ts';
import { decide, unknownText } from '../../src/discord/review/click.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { noticeText } from '../../src/words/notices.ts';
import { REVIEW_WORDS } from '../../src/words/review.ts';

/** Withdraw: the member takes their pictures back before a moderator has decided. */
export const withdraw: Component = {
  kind: WITHDRAW,

  async run(interaction, id, desk) {
    const { api, reviews, log } = desk.line;
    const row = await reviews.find(id);
    if (row?.kind !== 'open') {
      const content = row === undefined ? unknownText(id, interaction) : REVIEW_WORDS.tooLate;
      await whisper(api, interaction, { content }, log);
      return;
    }
    const by = interaction.user.id;
    if (row.user !== by) {
      await whisper(api, interaction, { content: REVIEW_WORDS.notYours }, log);
      return;
    }
    const decision = { kind: 'end', why: 'withdrawn', by, click: interaction.id } as const;
    const review = await decide(interaction, id, { ...decision, reason: null, block: null }, desk);
    if (review !== undefined) {
      const notice = { kind: 'not-shown', why: 'withdrawn', reason: null } as const;
      const content = noticeText({ ...notice, pictures: review.pictures.length });
      await firstAnswer(
        () => api.replace(interaction, { content, components: [] }),
        interaction,
        log,
      );
    }
    // A decision that was not confirmed may have been written down all the same.
    await desk.reviewKeeper.conclude(id);
  },
};
