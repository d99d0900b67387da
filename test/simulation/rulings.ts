import { parseCustomId } from '../../src/discord/custom-id.ts';
import { WITHDRAW } from '../../src/discord/message.ts';
import { REVIEW_KINDS } from '../../src/discord/review-rows.ts';
import { snowflakeAt } from '../../src/snowflake.ts';
import type { Dice } from './dice.ts';
import type { SimulatedDiscord } from './discord.ts';
import type { Guild } from './guilds.ts';
import type { Asked } from './happenings.ts';

const ACTIONS = ['approve', 'reject', 'block', 'withdraw'] as const;

/** Somebody's click about pictures that wait for a moderator. */
export interface Ruling {
  readonly action: (typeof ACTIONS)[number];
  /** Of the click. */
  readonly id: string;
  readonly token: string;
  readonly guildId: string;
  /** The review channel, or that of the member's own message. */
  readonly channelId: string;
  /** The message that was clicked. */
  readonly messageId: string;
  readonly userId: string;
  /** The interaction that asked for the pictures. */
  readonly about: string;
}

/** A message with pictures that wait, in its review channel. */
interface WaitingMessage {
  readonly guild: Guild;
  readonly messageId: string;
  readonly about: string;
}

/** The messages in review channels that still have their buttons. */
export const waitingMessages = (
  guilds: readonly Guild[],
  discord: Pick<SimulatedDiscord, 'posted'>,
): readonly WaitingMessage[] =>
  guilds.flatMap((guild) =>
    discord.posted(guild.reviewChannelId).flatMap(({ message }) => {
      const button = message.customIds.map(parseCustomId).find(({ kind }) => {
        return kind === REVIEW_KINDS.approve;
      });
      return button ? [{ guild, messageId: message.id, about: button.recordId }] : [];
    }),
  );

const MODERATORS = ['390000000000000001', '390000000000000002'] as const;

/** A moderator's click on one of the waiting messages, most often to approve. */
export function moderatorRuling(
  { guild, messageId, about }: WaitingMessage,
  { dice, now, serial }: { readonly dice: Dice; readonly now: number; readonly serial: number },
): Ruling {
  const id = String(BigInt(snowflakeAt(now - 100)) + BigInt(serial));
  return {
    action: dice.chance(0.6) ? 'approve' : dice.pick(['reject', 'block'] as const),
    id,
    token: `token-${id}`,
    guildId: guild.id,
    channelId: guild.reviewChannelId,
    messageId,
    userId: dice.pick(MODERATORS),
    about,
  };
}

/** A member's click on Withdraw under one of their own messages; undefined where there is none. */
export function withdrawal(
  asked: readonly Asked[],
  discord: Pick<SimulatedDiscord, 'messages'>,
  { dice, now, serial }: { readonly dice: Dice; readonly now: number; readonly serial: number },
): Ruling | undefined {
  const [first, ...others] = asked.filter((one) => {
    const message = discord.messages.get(one.id);
    return message?.deleted === false && message.customIds.includes(`${WITHDRAW}:${one.id}`);
  });
  if (first === undefined) return undefined;
  const { id: about, guildId, channelId, userId } = dice.pick([first, ...others]);
  const id = String(BigInt(snowflakeAt(now - 100)) + BigInt(serial));
  const token = `token-${id}`;
  return { action: 'withdraw', id, token, guildId, channelId, messageId: about, userId, about };
}
