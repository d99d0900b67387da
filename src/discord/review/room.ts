import type { Logger } from 'pino';
import type { Studio } from '../../studio.ts';
import type { ChannelApi } from '../rest/channel-api.ts';

/**
 * Looks whether the bot can use review channels: what it cannot read there it could not find again. A
 * channel of which Discord does not say so may be used: whether it takes pictures shows when they are sent.
 */
export const createReviewRoom = (
  channels: Pick<ChannelApi, 'mayRead'>,
  log: Logger,
): Studio['reviewRoom'] => ({
  async isUsable(channelId) {
    try {
      return await channels.mayRead(channelId);
    } catch (error) {
      log.info({ err: error, channel: channelId }, 'a review channel could not be looked into');
      return true;
    }
  },
});
