import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Component, Form } from '../../src/discord/command.ts';
import type { WhisperBody } from '../../src/discord/rest/interaction-api.ts';
import { type ModerationSubcommand, moderatorOf } from '../../src/discord/moderation/moderator.ts';
import { subcommandOf } from '../../src/discord/subcommand.ts';
import { whisper } from '../../src/discord/whisper.ts';
import { MODERATION_COMMAND, MODERATION_WORDS } from '../../src/words/moderation.ts';
import { block } from './block.ts';
import { blocked, turnBlocked } from './blocked.ts';
import { oneCase } from './case.ts';
import { cases, turnCases } from './cases.ts';
import { rules } from './rules.ts';
import { ruleButtons, ruleForms } from './rules-panel.ts';
import { test } from './test.ts';
import { unblock } from './unblock.ts';

/** In the order Discord lists them. */
const subcommands: readonly ModerationSubcommand[] = [
  block,
  unblock,
  blocked,
  cases,
  oneCase,
  test,
  rules,
];

const byName = new Map(subcommands.map((each) => [each.data.name, each]));

/** `/moderation`: what a server's moderators do. Each answer is seen by who asked alone. */
export const moderation: Command = {
  data: {
    name: 'moderation',
    description: MODERATION_COMMAND.description,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    options: subcommands.map(({ data }) => data),
  },

  async run(interaction, desk) {
    const { api, log } = desk.line;
    const say = (body: WhisperBody) => whisper(api, interaction, body, log);
    const moderator = moderatorOf(interaction);
    if ('refusal' in moderator) {
      await say({ content: moderator.refusal });
      return;
    }
    const { name, options } = subcommandOf(interaction);
    const subcommand = byName.get(name);
    if (subcommand === undefined) {
      await say({ content: MODERATION_WORDS.unknown });
      return;
    }
    const answer = await subcommand
      .run(moderator, options, desk, interaction)
      .catch((err: unknown): WhisperBody => {
        log.error({ err, interaction: interaction.id, subcommand: name }, 'moderation failed');
        return { content: MODERATION_WORDS.unavailable };
      });
    await say(answer);
  },
};

/** What is pressed under the lists that it shows. */
export const moderationButtons: readonly Component[] = [turnBlocked, turnCases, ...ruleButtons];

/** The forms behind it. */
export const moderationForms: readonly Form[] = [...ruleForms];
