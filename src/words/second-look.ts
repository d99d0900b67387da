import type { SecondLooked } from '../moderation/decide.ts';
import { timestamp } from './text.ts';

/** On the button under a refusal. */
export const SECOND_LOOK_LABEL = 'Ask for a second look';

/** For a wish that could not be written down. */
export const SECOND_LOOK_UNAVAILABLE =
  'That could not be written down right now, so nobody was asked. Please press the button again in a few minutes.';

/**
 * What is said to who asked for a second look.
 * @param isTold whether the server has a log channel, in which moderators are told of it.
 */
export function secondLookAnswer(asked: SecondLooked, number: number, isTold: boolean): string {
  switch (asked.kind) {
    case 'asked':
      return isTold
        ? `The moderators are being asked to look at case ${number} once more. Nothing was charged, and you need not ask again.`
        : `It is noted in case ${number} that you ask for a second look. This server has no log channel, so nobody is told of it by itself: please tell a moderator the number. Nothing was charged.`;
    case 'asked-before':
      return `You asked for a second look at case ${number} already, ${timestamp(asked.at, 'R')}. Nothing was charged, and it is asked for once only.`;
    case 'not-theirs':
      return 'Only the member whose request was refused can ask for a second look.';
    case 'no-case':
      return 'This refusal is not kept any more, so nobody can look at it again. Nothing was charged.';
  }
}
