import type { Component } from '../../src/discord/command.ts';
import { closedText, mayReview } from '../../src/discord/review/click.ts';
import { rejectForm } from '../../src/discord/review/form.ts';
import { REVIEW_KINDS } from '../../src/discord/review/rows.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';

const opener = (also: 'reject' | 'block'): Component => ({
  kind: REVIEW_KINDS[also],

  async run(interaction, id, desk) {
    const { api, log } = desk.line;
    if (!(await mayReview(interaction, desk))) return;
    const content = await closedText(id, interaction, desk);
    if (content !== undefined) await whisper(api, interaction, { content }, log);
    else await firstAnswer(() => api.openForm(interaction, rejectForm(id, also)), interaction, log);
  },
});

/** Reject…: asks why. */
export const reject = opener('reject');

/** Reject and block…: asks why, and for how long the member is blocked. */
export const rejectAndBlock = opener('block');
