import type { Notice, PaintFailure, Refusal, UploadRefusal } from '../outcome.ts';
import { againstRule, refusedOften } from './against-rule.ts';
import { limitOwner, limitPeriod } from './limits.ts';
import { noReviewText, notShownText } from './not-shown.ts';
import { coveredReason } from './reason.ts';
import { FREE } from './state.ts';
import { counted, disarmWithin, timestamp } from './text.ts';

const SERVICE_MESSAGE_LENGTH = 300;

/** What a member is told when there is no picture: what happened, what was charged, what to do. */
export function noticeText(notice: Notice, withRetry = false): string {
  const again = withRetry
    ? 'Press Retry or send the command again'
    : 'Please send the command again';
  switch (notice.kind) {
    case 'not-painted': {
      const { what, next } = paintFailure(notice.failure, again);
      const none = notice.asked === 1 ? 'There is no picture' : 'There are no pictures';
      return `${none}: ${what}. ${FREE} ${next}`;
    }
    case 'not-delivered': {
      const { what, next } = uploadRefusal(notice.refusal);
      const made = notice.made ? 'Your picture was made, but' : 'There is no picture:';
      return `${made} ${what}. ${FREE} ${next}`;
    }
    case 'interrupted':
      return notice.received === 0
        ? `The bot had to restart while it was working on your picture. ${FREE} ${again}.`
        : `The bot had to restart while it was working on your pictures. ${counted(notice.received, 'picture')} arrived and ${notice.received === 1 ? 'was' : 'were'} charged; the others were not.`;
    case 'not-shown':
      return notShownText(notice);
    default:
      return refusal(notice);
  }
}

/** The same to one member among others: the name comes first, and notifies its bearer. */
export const addressed = (userId: string, text: string): string =>
  `<@${userId}>, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** The same to a member who could not be told before. */
export const owedText = (channelId: string | null, text: string): string =>
  `About what you asked for earlier${channelId === null ? '' : ` in <#${channelId}>`}: ${text}`;

function refusal(notice: Refusal): string {
  switch (notice.kind) {
    case 'invalid':
      return `${invalid(notice)} ${FREE}`;
    case 'outside-server':
      return `Pictures are made in servers only, and this is none. ${FREE} Send the command in a server’s channel.`;
    case 'blocked':
      return blocked(notice);
    case 'wrong-channel':
      return `Pictures are not made in this channel. ${FREE} Ask for yours in ${listed(notice.channels, '#')}.`;
    case 'wrong-role':
      return `Only members with ${listed(notice.roles, '@&')} can ask for pictures here. ${FREE} Ask a moderator whether you can have that.`;
    case 'wrong-age':
      return notice.wanted === 'restricted'
        ? `In this server pictures are made in age-restricted channels only, and this is none, as far as Discord says. ${FREE} Use such a channel.`
        : `In this server pictures are not made in age-restricted channels. ${FREE} Use another channel.`;
    case 'against-rule':
      return againstRule(notice);
    case 'refused-often':
      return refusedOften(notice);
    case 'no-review':
      return noReviewText(notice.why);
    case 'may-not-attach':
      return `The bot may not attach files here, so a picture could not be shown. ${FREE} Ask a moderator to allow it Attach Files in this channel, or use another channel.`;
    case 'files-too-small':
      return `Files may have ${kibibytes(notice.limit)} at most here, and no picture of this shape is that small. ${FREE} Please use another server.`;
    case 'cooldown':
      return `One at a time: you can ask for your next picture ${timestamp(notice.readyAt, 'R')}. ${FREE}`;
    case 'over-limit': {
      const { limit, price, needed, left, renewsAt } = notice;
      const fewer = left >= price ? ' Fewer pictures at once may still fit.' : '';
      return `${limitOwner(limit)} ${counted(left, 'credit')} left ${limitPeriod(limit)}, and this takes ${needed}. ${FREE}${fewer} The credits start afresh ${timestamp(renewsAt, 'R')}.`;
    }
    case 'books-unavailable':
      return `This server’s credits cannot be read or written right now. ${FREE} Please try again in a few minutes; if it stays like this, tell the bot’s operator.`;
    case 'settings-unavailable':
      return `What this server has decided about pictures cannot be read right now, so none are made. ${FREE} Please try again in a few minutes; if it stays like this, tell the bot’s operator.`;
    case 'queue-full':
      return `${queueFull(notice)} ${FREE} Please try again when some of them are there.`;
    case 'restarting':
      return `The bot is restarting. ${FREE} Please send the command again in a minute.`;
  }
}

function queueFull({ of, limit }: Extract<Refusal, { kind: 'queue-full' }>): string {
  switch (of) {
    case 'member':
      return `You are waiting for pictures already, and one member can have ${limit} in the making at once.`;
    case 'server':
      return `This server is waiting for many pictures, and ${limit} can be in the making at once.`;
    case 'bot':
      return `Very many pictures are being made right now, and ${limit} can be at once.`;
  }
}

function blocked({ until, reason, case: number }: Extract<Refusal, { kind: 'blocked' }>): string {
  const how =
    until === null
      ? 'You are blocked from making pictures in this server.'
      : `You are blocked from making pictures in this server; the block ends ${timestamp(until, 'R')}.`;
  return `${how}${coveredReason(reason)} ${FREE} Moderators know it as case ${number}.`;
}

/** Names of channels or roles, as a choice. */
function listed(ids: readonly string[], mark: '#' | '@&'): string {
  const names = ids.map((id) => `<${mark}${id}>`);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}

const kibibytes = (bytes: number): string => `${Math.floor(bytes / 1_024)} KB`;

function invalid({ field, problem }: Extract<Refusal, { kind: 'invalid' }>): string {
  switch (field) {
    case 'prompt':
      return problem === 'too-long'
        ? 'The prompt is longer than 6,000 characters. Please shorten it.'
        : 'The prompt is empty. Say in a few words what the picture should show.';
    case 'negative_prompt':
      return problem === 'too-long'
        ? 'The negative prompt is longer than 6,000 characters. Please shorten it.'
        : 'The negative prompt cannot be read. Please type it anew.';
    case 'style_preset':
      return 'This style is not offered. Please choose one from the list; if the list looks old, restart your Discord app.';
    case 'aspect_ratio':
      return 'This shape is not offered. Please choose one from the list; if the list looks old, restart your Discord app.';
    case 'seed':
      return 'The seed must be a whole number from 0 to 4294967294.';
    case 'count':
      return 'You can ask for 1 to 4 pictures at once.';
  }
}

/** Why a picture was not made, as the middle of a sentence, and what the member can do. */
export function paintFailure(
  failure: PaintFailure,
  again = 'Please send the command again',
): { what: string; next: string } {
  const later = 'Please try again in a few minutes.';
  const operator = 'Only the bot’s operator can mend this; please tell them.';
  switch (failure.reason) {
    case 'unreachable':
      return { what: 'the image service cannot be reached', next: later };
    case 'rate-limited':
    case 'busy':
      return { what: 'the image service is busy', next: 'Please try again in a minute.' };
    case 'unauthorised':
      return { what: 'the image service does not accept this bot’s key', next: operator };
    case 'out-of-credits':
      return { what: 'this bot’s account with the image service is empty', next: operator };
    case 'redirected':
      return { what: 'the image service’s address is not set up right', next: operator };
    case 'moderated':
      return {
        what: 'the image service’s content filter refused it',
        next: 'Please try other words.',
      };
    case 'rejected':
      return {
        what: `the image service refused the request${quoted(failure)}`,
        next: 'Please change the prompt or the options.',
      };
    case 'service-failed':
    case 'gateway-error':
    case 'bad-answer':
      return { what: 'the image service had a problem', next: later };
    case 'unusable-picture':
      return { what: 'the image service sent a damaged file', next: 'Please try again.' };
    case 'timeout':
      return { what: 'the image service did not answer in time', next: later };
    case 'connection-lost':
      return { what: 'the connection to the image service broke', next: 'Please try again.' };
    case 'restarting':
    case 'cancelled':
      return { what: 'the bot is restarting', next: `${again} in a minute.` };
    case 'out-of-time':
      return { what: 'it took longer than Discord lets a command wait', next: later };
    case 'called-off':
      return { what: `<@${failure.by}> cancelled it`, next: 'Ask for another whenever you like.' };
    case 'unexpected':
      return { what: 'something went wrong on our side', next: 'Please try again.' };
  }
}

function quoted(failure: PaintFailure): string {
  const message = 'serviceMessage' in failure ? failure.serviceMessage : undefined;
  return message ? ` (“${disarmWithin(message, SERVICE_MESSAGE_LENGTH)}”)` : '';
}

function uploadRefusal(why: UploadRefusal): { what: string; next: string } {
  switch (why) {
    case 'too-large':
      return {
        what: 'the file is larger than this server accepts',
        next: 'Please try another shape or style.',
      };
    case 'no-permission':
      return {
        what: 'the bot may not attach files here',
        next: 'Ask a moderator to allow Attach Files, or use another channel.',
      };
    case 'message-deleted':
      return {
        what: 'its message was deleted meanwhile',
        next: 'Send the command again if you like.',
      };
    case 'channel-deleted':
      return {
        what: 'its channel was deleted meanwhile',
        next: 'Ask for it anew in another channel if you like.',
      };
    case 'blocked-by-filter':
      return { what: 'Discord’s content filter blocked it', next: 'Please try other words.' };
    case 'token-expired':
      return {
        what: 'it came later than Discord lets a command wait',
        next: 'Please try again in a few minutes.',
      };
    case 'refused':
      return { what: 'Discord did not accept it', next: 'Please try again.' };
    case 'review-closed':
      return {
        what: 'it could not be shown to the moderators, who see pictures first here',
        next: 'Please tell a manager: the bot must be able to post in the review channel.',
      };
    case 'discord-down':
      return { what: 'Discord could not take it', next: 'Please try again in a few minutes.' };
  }
}
