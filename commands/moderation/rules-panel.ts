import type { Component, Form } from '../../src/discord/command.ts';
import { moderatorOf } from '../../src/discord/moderation/moderator.ts';
import {
  answerModerator,
  logChange,
  pageIn,
  panelOf,
} from '../../src/discord/moderation/rules-desk.ts';
import {
  addForm,
  clearConfirmation,
  RULES,
  RULES_FIELD,
} from '../../src/discord/moderation/rules-panel.ts';
import { firstAnswer, whisper } from '../../src/discord/whisper.ts';
import { parseRuleList } from '../../src/moderation/rules/rule-list.ts';
import { RULES_WORDS, rulesChangedText } from '../../src/words/rules.ts';

/** Earlier, Later and Keep them: another page in the place of this one. */
const page: Component = {
  kind: RULES.page,
  run: (interaction, rest, desk) =>
    answerModerator(interaction, desk, (guildId) => panelOf(guildId, pageIn(rest), desk)),
};

/** Add…: opens a form. */
const add: Component = {
  kind: RULES.add,
  async run(interaction, rest, desk) {
    const { api, log } = desk.line;
    const moderator = moderatorOf(interaction);
    if ('refusal' in moderator) {
      await whisper(api, interaction, { content: moderator.refusal }, log);
    } else {
      await firstAnswer(() => api.openForm(interaction, addForm(rest)), interaction, log);
    }
  },
};

/** The form behind Add…: adds what is a rule, and says what is none. */
const added: Form = {
  kind: RULES.form,
  run: (interaction, rest, desk) =>
    answerModerator(interaction, desk, async (guildId, by) => {
      const field = interaction.fields.fields.get(RULES_FIELD);
      const typed = field !== undefined && 'value' in field ? String(field.value) : '';
      const { rules, bad } = parseRuleList(typed);
      if (rules.length === 0 && bad.length === 0) {
        return panelOf(guildId, pageIn(rest), desk, RULES_WORDS.nothingTyped);
      }
      const changed = await desk.studio.rules.add(guildId, rules, by);
      logChange(changed, guildId, by, desk);
      return panelOf(guildId, pageIn(rest), desk, rulesChangedText(changed, bad));
    }),
};

/** Remove…: takes the chosen rules away. */
const remove: Component = {
  kind: RULES.remove,
  run: (interaction, rest, desk) =>
    answerModerator(interaction, desk, async (guildId, by) => {
      const keys = interaction.isStringSelectMenu() ? interaction.values : [];
      const changed = await desk.studio.rules.remove(guildId, keys, by);
      logChange(changed, guildId, by, desk);
      return panelOf(guildId, pageIn(rest), desk, rulesChangedText(changed));
    }),
};

/** Clear…: asks whether that is meant. */
const clear: Component = {
  kind: RULES.clear,
  run: (interaction, rest, desk) =>
    answerModerator(interaction, desk, async (guildId) =>
      clearConfirmation(await desk.studio.rules.list(guildId, pageIn(rest))),
    ),
};

/** The second Clear: takes every rule away, unless there are others now than were asked about. */
const clearSurely: Component = {
  kind: RULES.clearSurely,
  run: (interaction, rest, desk) =>
    answerModerator(interaction, desk, async (guildId, by) => {
      const changed = await desk.studio.rules.clear(guildId, rest, by);
      logChange(changed, guildId, by, desk);
      return panelOf(guildId, 0, desk, rulesChangedText(changed));
    }),
};

/** The parts of the panel of `/moderation rules`. */
export const ruleButtons: readonly Component[] = [page, add, remove, clear, clearSurely];

/** The forms of that panel. */
export const ruleForms: readonly Form[] = [added];
