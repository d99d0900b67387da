import type { Books, BooksWrite } from '../../src/credits/books.ts';
import type { HoldOrder } from '../../src/credits/ledger.ts';
import type { Limits } from '../../src/credits/limits.ts';
import { CHANNEL, GUILD, USER } from './snowflakes.ts';

/** Six credits a picture and no limit but those given. */
export const limitsOf = (limits: Partial<Limits> = {}): Limits => ({
  price: 6,
  cooldownMs: 0,
  server: Number.POSITIVE_INFINITY,
  memberMonth: Number.POSITIVE_INFINITY,
  memberDay: Number.POSITIVE_INFINITY,
  channels: {},
  roles: {},
  ...limits,
});

/** Books of a day on which nothing happened yet; the channel is counted. */
export const emptyBooks = (fields: Partial<Books> = {}): Books => ({
  day: '22',
  server: undefined,
  member: undefined,
  shares: [{ name: { of: 'channel', id: CHANNEL }, share: undefined }],
  hold: undefined,
  done: undefined,
  floor: undefined,
  cooldown: undefined,
  ...fields,
});

/** Books after what a transition wrote. */
export function after(books: Books, write: BooksWrite | undefined): Books {
  if (write === undefined) return books;
  const { warning: _, shares = books.shares, hold, cooldown, ...rest } = write;
  return {
    ...books,
    ...rest,
    shares,
    hold: hold === undefined ? books.hold : (hold ?? undefined),
    cooldown: cooldown === undefined ? books.cooldown : (cooldown ?? undefined),
  };
}

/** The default member's order for one picture in the default channel. */
export const orderOf = (interactionId: string, fields: Partial<HoldOrder> = {}): HoldOrder => ({
  interactionId,
  guildId: GUILD,
  userId: USER,
  channelId: CHANNEL,
  roleIds: [],
  pictures: 1,
  ...fields,
});
