import {
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionsBitField,
} from 'discord.js';
import { approve } from '../../commands/buttons/review-approve.ts';
import { sentBlock, sentRejection } from '../../commands/buttons/review-reject-form.ts';
import { withdraw } from '../../commands/buttons/review-withdraw.ts';
import { retry } from '../../commands/retry.ts';
import type { Accounts } from '../../src/credits/accounts.ts';
import { type Line, createConversation } from '../../src/discord/delivery/conversation.ts';
import { parseCustomId } from '../../src/discord/custom-id.ts';
import type { Desk } from '../../src/discord/command.ts';
import type { Owners } from '../../src/discord/owners.ts';
import { apologise } from '../../src/discord/whisper.ts';
import { generate } from '../../src/generate.ts';
import type { Studio } from '../../src/studio.ts';
import { COMMAND_FAILED } from '../../src/words/commands.ts';
import type { Bug } from './bugs.ts';
import type { Asked } from './happenings.ts';
import type { Ruling } from './rulings.ts';

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

const RULINGS = { approve, reject: sentRejection, block: sentBlock, withdraw };

/** A channel for everybody, and a member of whom nothing is known. */
const OPEN = { isAgeRestricted: false, joinedAt: null };

const FILE_LIMIT = 10 * 1024 * 1024;

/** What the bot does for a member: the real code, with a mistake around the conversation or none. */
export function createDesk(
  studio: Studio,
  line: Line,
  bug: Bug,
  accounts: Accounts,
  tools: Pick<Desk, 'tastes' | 'reviewKeeper'>,
): {
  imagine(asked: Asked): Promise<unknown>;
  click(click: Click): Promise<unknown>;
  decide(ruling: Ruling): Promise<unknown>;
} {
  const common = {
    studio,
    line,
    ...tools,
    owners: NOBODY,
    history: { page: () => Promise.reject(new Error('Nobody looks at a history here.')) },
    reports: { of: unused, hidden: unused },
    reporting: {
      file: unused,
      hideDue: unused,
      decide: unused,
      showAgain: unused,
      deleted: unused,
    },
    hidingKeeper: { hide: unused },
  };
  const broke = (interaction: unknown) => async (error: unknown) => {
    studio.log.error({ err: error }, 'a click broke down');
    const ref = interaction as MessageComponentInteraction;
    await apologise(line.api, ref, { content: COMMAND_FAILED }, line.log);
  };

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
      const desk = { ...common, askedIn: () => ({ channelId, roleIds, ...OPEN }) };
      const { recordId } = parseCustomId(customId);
      await retry.run(interaction, recordId, desk).catch(broke(interaction));
    },

    async decide({ action, about, channelId, messageId, userId, ...ref }) {
      const written = { reason: 'Not here', duration: '1h' };
      const fields = new Map(Object.entries(written).map(([id, value]) => [id, { value }]));
      const interaction = {
        ...ref,
        applicationId: APPLICATION_ID,
        channelId,
        user: { id: userId },
        message: { id: messageId },
        memberPermissions: new PermissionsBitField(PermissionsBitField.All),
        fields: { fields },
      } as unknown as MessageComponentInteraction & ModalSubmitInteraction;
      const desk = { ...common, askedIn: () => ({ channelId, roleIds: [], ...OPEN }) };
      await RULINGS[action].run(interaction, about, desk).catch(broke(interaction));
    },
  };
}
