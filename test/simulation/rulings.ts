import { parseCustomId } from '../../src/discord/custom-id.ts';
import { WITHDRAW } from '../../src/discord/message.ts';
import { REVIEW_KINDS } from '../../src/discord/review/rows.ts';
import { snowflakeAt } from '../../src/snowflake.ts';
import type { SimulatedDiscord } from './discord.ts';
import type { Guild } from './guilds.ts';
import type { Asked } from './happenings.ts';
import type { Surroundings } from './run.ts';

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

/** Who clicks on what moderators see first, and on what its members can take back. */
interface House {
  readonly guilds: readonly Guild[];
  readonly discord: Pick<SimulatedDiscord, 'posted' | 'messages' | 'deletePost' | 'shut'>;
  readonly asked: ReadonlyMap<string, Asked>;
  /** Tells the bot, if it is there. */
  readonly tell: (ruling: Ruling) => void;
}

const MINUTE = 60_000;

const MODERATORS = ['390000000000000001', '390000000000000002'] as const;

/** Moderators, and members who think better of it. */
export function createReviewers(
  { agenda, dice, note }: Surroundings,
  { guilds, discord, asked, tell }: House,
) {
  /** The messages in review channels that still have their buttons. */
  const waiting = (): readonly WaitingMessage[] =>
    guilds.flatMap((guild) =>
      discord.posted(guild.reviewChannelId).flatMap(({ message }) => {
        const ids = message.customIds.map(parseCustomId);
        const button = ids.find(({ kind }) => kind === REVIEW_KINDS.approve);
        return button ? [{ guild, messageId: message.id, about: button.recordId }] : [];
      }),
    );

  const pickOf = <T>([first, ...others]: readonly T[]): T | undefined =>
    first === undefined ? undefined : dice.pick([first, ...others]);

  function act(ruling: Omit<Ruling, 'id' | 'token'>, serial: number): void {
    const id = String(BigInt(snowflakeAt(agenda.now - 100)) + BigInt(serial));
    note(`${ruling.userId} decides (${ruling.action}) about ${ruling.about}: ${id}`);
    tell({ ...ruling, id, token: `token-${id}` });
  }

  function rule({ guild, messageId, about }: WaitingMessage, serial: number): void {
    const place = { guildId: guild.id, channelId: guild.reviewChannelId, messageId, about };
    const action = dice.chance(0.6) ? 'approve' : dice.pick(['reject', 'block'] as const);
    act({ ...place, action, userId: dice.pick(MODERATORS) }, serial);
  }

  return {
    /** A moderator decides about pictures that wait; now and then another one does at the same time. */
    decide(serial: number): void {
      const message = pickOf(waiting());
      if (message === undefined) return;
      rule(message, serial);
      if (dice.chance(0.3)) agenda.add(dice.between(0, 2_000), () => rule(message, serial + 1));
    },

    /** A member takes back pictures that wait for a moderator. */
    withdraw(serial: number): void {
      const own = pickOf(
        [...asked.values()].filter((one) => {
          const message = discord.messages.get(one.id);
          return message?.deleted === false && message.customIds.includes(`${WITHDRAW}:${one.id}`);
        }),
      );
      if (own === undefined) return;
      const { id: about, guildId, channelId, userId } = own;
      const place = { guildId, channelId, messageId: about, about };
      act({ ...place, action: 'withdraw', userId }, serial);
    },

    /** Somebody shuts the bot out of a review channel for a while. */
    shutReview(): void {
      const guild = pickOf(guilds.filter(({ isReviewed }) => isReviewed));
      if (guild === undefined) return;
      const ms = dice.chance(0.5) ? dice.between(0, MINUTE) : dice.between(0, 60 * MINUTE);
      discord.shut(guild.reviewChannelId, ms);
    },

    /** Somebody deletes a message in a review channel. */
    deleteReview(): void {
      const message = pickOf(waiting());
      if (message !== undefined) {
        discord.deletePost(message.guild.reviewChannelId, message.messageId);
      }
    },
  };
}
