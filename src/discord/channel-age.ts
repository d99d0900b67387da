import type { Logger } from 'pino';
import type { Studio } from '../studio.ts';
import type { ChannelApi } from './rest/channel-api.ts';

/** Asks Discord of channels whether they are age-restricted. */
export const createChannelAge =
  (channels: Pick<ChannelApi, 'isAgeRestricted'>, log: Logger): Studio['isAgeRestrictedChannel'] =>
  async (channelId) => {
    try {
      return await channels.isAgeRestricted(channelId);
    } catch (err) {
      log.info({ err, channel: channelId }, 'whether a channel is age-restricted is not known');
      return null;
    }
  };
