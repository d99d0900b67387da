import type { Component, Form } from '../../src/discord/command.ts';
import { moderatorOf } from '../../src/discord/moderation/moderator.ts';
import { BLOCK_FORM, blockForm, typedIn } from '../../src/discord/moderation/report-form.ts';
import { rule } from '../../src/discord/moderation/ruling.ts';
import { RULING } from '../../src/discord/moderation/ruling-rows.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { parseDuration } from '../../src/moderation/duration.ts';
import { REASON_LENGTH } from '../../src/moderation/facts.ts';
import { durationText } from '../../src/words/duration.ts';
import { shorten } from '../../src/words/text.ts';
import { sentReport } from './report-form.ts';

/** Hide, Delete and Dismiss: decide about a report at once. */
const decideButton = (decision: 'hide' | 'delete' | 'dismiss'): Component => ({
  kind: RULING[decision],

  run: (interaction, messageId, desk) =>
    rule(interaction, messageId, desk, (ruling) =>
      desk.reporting.decide(ruling, { kind: decision }),
    ),
});

/** Show again: takes hiding back. */
const showAgain: Component = {
  kind: RULING.show,

  run: (interaction, messageId, desk) =>
    rule(interaction, messageId, desk, (ruling) => desk.reporting.showAgain(ruling)),
};

/** Block…: asks why and for how long. */
const askBlock: Component = {
  kind: RULING.block,

  async run(interaction, messageId, { line: { api, log } }) {
    const moderator = moderatorOf(interaction);
    if ('refusal' in moderator) {
      await whisper(api, interaction, { content: moderator.refusal }, log);
      return;
    }
    await firstAnswer(() => api.openForm(interaction, blockForm(messageId)), interaction, log);
  },
};

/** The form behind Block…: blocks who asked for the pictures, and hides them. */
const sentBlock: Form = {
  kind: BLOCK_FORM,

  async run(interaction, messageId, desk) {
    const lasts = parseDuration(typedIn(interaction, 'duration'));
    const reason = shorten(typedIn(interaction, 'reason'), REASON_LENGTH) || null;
    if (lasts.kind === 'refused') {
      const { api, log } = desk.line;
      await whisper(api, interaction, { content: durationText(lasts, reason) }, log);
      return;
    }
    await rule(interaction, messageId, desk, (ruling) =>
      desk.reporting.decide(ruling, { kind: 'block', reason, lastsMs: lasts.ms }),
    );
  },
};

/** What moderators press under reports. */
export const reportButtons: readonly Component[] = [
  decideButton('hide'),
  decideButton('delete'),
  decideButton('dismiss'),
  askBlock,
  showAgain,
];

/** The forms of members who report, and of moderators who block. */
export const reportForms: readonly Form[] = [sentReport, sentBlock];
