import type { NotShown, Refusal } from '../outcome.ts';
import { coveredReason } from './reason.ts';
import { FREE } from './state.ts';

type NoReview = Extract<Refusal, { kind: 'no-review' }>['why'];

const NO_REVIEW: Readonly<Record<NoReview, string>> = {
  'not-chosen':
    'Moderators see pictures first in this server, but no channel is chosen for that. Nothing was charged. Ask a manager to choose a review channel with `/settings`, or to turn reviews off.',
  'not-usable':
    'Moderators see pictures first in this server, but the bot cannot use the channel that is chosen for that. Nothing was charged. Ask a manager to let the bot view it, read its history and post there, or to choose another with `/settings`.',
  'may-not-post':
    'Moderators see pictures first in this server, and the bot may not post approved ones in this channel by itself. Nothing was charged. Ask a moderator to let it view this channel, read its history, send messages and attach files, or use another channel.',
};

/** Why nothing can be asked for while moderators see pictures first. */
export const noReviewText = (why: NoReview): string => NO_REVIEW[why];

/** Why pictures that were made are kept from everybody. */
export function notShownText({ why, pictures, reason }: NotShown): string {
  const [it, is] = pictures === 1 ? ['the picture', 'is'] : [`the ${pictures} pictures`, 'are'];
  switch (why) {
    case 'rejected': {
      const because = coveredReason(reason);
      return `A moderator decided that ${it} you asked for ${is} not shown.${because} ${FREE} If you think that is a mistake, please write to a moderator.`;
    }
    case 'withdrawn':
      return `You took back ${it} before a moderator had decided. ${FREE}`;
    case 'lapsed':
      return `No moderator decided within 7 days about ${it} you asked for, so ${is === 'is' ? 'it is' : 'they are'} let go. ${FREE} Ask a moderator, and send the command again if you like.`;
    case 'review-gone':
      return `What moderators were to see of ${it} you asked for is gone, so ${is === 'is' ? 'it is' : 'they are'} not shown. ${FREE} Send the command again if you like.`;
    case 'review-closed':
      return `A moderator approved ${it} you asked for, but for a day the bot was not let into the channel where ${is === 'is' ? 'it waits' : 'they wait'}, so ${is === 'is' ? 'it is' : 'they are'} not shown. ${FREE} Ask a moderator to let it in, and send the command again if you like.`;
    case 'channel-gone':
      return `A moderator approved ${it} you asked for, but Discord did not let the bot post ${is === 'is' ? 'it' : 'them'} in that channel. ${FREE} Ask a moderator whether the bot may still post there, or send the command again in another channel.`;
  }
}
