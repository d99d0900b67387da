import { type MessageComponentInteraction, PermissionsBitField } from 'discord.js';
import { retry } from '../../commands/retry.ts';
import type { Accounts } from '../../src/credits/accounts.ts';
import { type Line, createConversation } from '../../src/discord/conversation.ts';
import { parseCustomId } from '../../src/discord/custom-id.ts';
import type { Owners } from '../../src/discord/owners.ts';
import { apologise } from '../../src/discord/whisper.ts';
import { generate } from '../../src/generate.ts';
import type { Studio } from '../../src/studio.ts';
import type { Tastes } from '../../src/tastes/tastes.ts';
import { COMMAND_FAILED } from '../../src/words/commands.ts';
import type { Bug } from './bugs.ts';
import type { Asked } from './happenings.ts';

/** A click on a Retry button, as an interaction of its own. */
export interface Click {
  readonly asked: Asked;
  readonly customId: string;
  /** The interaction whose message has the button. */
  readonly under: string;
}

const APPLICATION_ID = '100000000000000001';
const NOBODY: Owners = { include: () => Promise.resolve(false) };

const unused = () => Promise.reject(new Error('Nobody reports anything here.'));

/** A channel for everybody, and a member of whom nothing is known. */
const OPEN = { isAgeRestricted: false, joinedAt: null };

const FILE_LIMIT = 10 * 1024 * 1024;

/** What the bot does for a member: the real code, with a mistake around the conversation or none. */
export function createDesk(
  studio: Studio,
  line: Line,
  bug: Bug,
  accounts: Accounts,
  tastes: Tastes,
): { imagine(asked: Asked): Promise<unknown>; click(click: Click): Promise<unknown> } {
  return {
    imagine({ id, token, guildId, userId, channelId, roleIds, count }) {
      const options = { prompt: 'A fox', count };
      const ref = { id, token, applicationId: APPLICATION_ID };
      const real = createConversation(
        { ref, asked: { guildId, userId, channelId, options }, fromButton: false, mayPost: true },
        line,
      );
      const job = { accounts, count, ref: { interactionId: id, guildId, userId } };
      const talk = bug.talk?.(real, job) ?? real;
      const asker = { guildId, userId, channelId, roleIds };
      return generate(
        options,
        { ...asker, ...OPEN, interactionId: id, fileLimit: FILE_LIMIT, mayAttach: true },
        talk,
        studio,
      );
    },

    async click({ asked, customId, under }) {
      const { id, token, guildId, userId, channelId, roleIds } = asked;
      const interaction = {
        id,
        token,
        applicationId: APPLICATION_ID,
        guildId,
        channelId,
        user: { id: userId },
        message: { id: under },
        attachmentSizeLimit: FILE_LIMIT,
        appPermissions: new PermissionsBitField(PermissionsBitField.All),
      } as unknown as MessageComponentInteraction;
      const desk = {
        studio,
        line,
        owners: NOBODY,
        tastes,
        history: { page: () => Promise.reject(new Error('Nobody looks at a history here.')) },
        reports: { of: unused },
        reporting: {
          file: unused,
          hideIfDue: unused,
          decide: unused,
          showAgain: unused,
          deleted: unused,
        },
        askedIn: () => ({ channelId, roleIds, ...OPEN }),
      };
      try {
        await retry.run(interaction, parseCustomId(customId).recordId, desk);
      } catch (error) {
        studio.log.error({ err: error }, 'a click broke down');
        await apologise(line.api, interaction, { content: COMMAND_FAILED }, line.log);
      }
    },
  };
}
