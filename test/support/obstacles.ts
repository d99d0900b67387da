import type { createBlocks } from '../../src/moderation/blocks.ts';
import type { createRules } from '../../src/moderation/rules/rules.ts';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import type { Settings } from '../../src/settings/settings.ts';
import type { Place } from './bot-jobs.ts';
import { rule } from './rules.ts';

/** What sets an obstacle. */
interface Tools {
  readonly settings: Settings;
  readonly blocks: ReturnType<typeof createBlocks>;
  readonly rules: ReturnType<typeof createRules>;
  readonly interactionId: string;
}

/** What stands in the way, and the words for it. */
export const OBSTACLES: Readonly<
  Record<
    string,
    {
      readonly told: RegExp;
      readonly set: (guildId: string, place: Place, tools: Tools) => Promise<unknown>;
    }
  >
> = {
  'a blocked member': {
    told: /^You are blocked from making pictures in this server\. The reason: \|\|“Enough”\|\|\. Nothing was charged\./,
    set: (guildId, { by }, { blocks, interactionId }) =>
      blocks.block(guildId, {
        userId: by.id,
        by: by.id,
        reason: 'Enough',
        interactionId,
        lastsMs: null,
      }),
  },
  'a blocked word': {
    told: /^Your prompt meets this server’s rule, \|\|lighthouse\|\|\. Nothing was charged\..* it is case \d+\.$/,
    set: (guildId, { by }, { rules, interactionId }) =>
      rules.add(guildId, [rule('lighthouse')], { interactionId, userId: by.id }),
  },
  'a blocked word in what is excluded': {
    told: /^Your negative prompt meets this server’s rule, \|\|fog\|\|\. Nothing was charged\..* it is case \d+\.$/,
    set: (guildId, { by }, { rules, interactionId }) =>
      rules.add(guildId, [rule('fog')], { interactionId, userId: by.id }),
  },
  'a wrong age': {
    told: /^In this server pictures are made in age-restricted channels only, .* Nothing was charged\./,
    set: (guildId, _, { settings }) =>
      settings.change(guildId, () => ({
        answer: 0,
        settings: { ...NEW_SETTINGS, agePolicy: 'restricted-only' },
      })),
  },
  'a wrong channel': {
    told: /^Pictures are not made in this channel\. Nothing was charged\./,
    set: (guildId, { by }, { settings }) =>
      settings.change(guildId, () => ({
        answer: 0,
        settings: { ...NEW_SETTINGS, channels: [by.id] },
      })),
  },
  'a wrong role': {
    told: /^Only members with <@&\d+> can ask for pictures here\. Nothing was charged\./,
    set: (guildId, { by }, { settings }) =>
      settings.change(guildId, () => ({
        answer: 0,
        settings: { ...NEW_SETTINGS, roles: [by.id] },
      })),
  },
  'an empty budget': {
    told: /^This server has 0 credits left this month, and this takes \d+\. Nothing was charged\./,
    set: (guildId, _, { settings }) => settings.setBudget(guildId, 6),
  },
};
