import { ASPECT_RATIOS } from '../image-api/contract.ts';
import { choicesOf, styleChoices } from './choices.ts';
import { FREE } from './state.ts';
import { counted } from './text.ts';

/** What the buttons under pictures say. */
export const BUTTON_LABELS = {
  again: 'Again',
  edit: 'Edit…',
  style: 'Style…',
  shape: 'Shape…',
  more: 'More like this (4)',
  details: 'Details',
  delete: 'Delete',
} as const;

/** What is said to who pressed a button under pictures. */
export const BUTTON_WORDS = {
  gone: `What this picture was made from is not kept any more: it is older than 60 days, or was deleted. ${FREE} Press Edit… under it to ask for it anew with what the message still shows, or use \`/imagine\`.`,
  notYours:
    'Only the member who asked for this picture, or somebody who may manage messages here, can delete it. You can delete your own.',
  askerUnknown:
    'It is not kept any more who asked for this picture: it was deleted already, or is older than 60 days. If it is still there, somebody who may manage messages here can delete it.',
  deleting: 'Deleting…',
  deleted: 'It is deleted.',
  deletedBefore: 'It was deleted before.',
  mayNotDelete:
    'The bot may not delete its message here. Ask a moderator to delete it, or to let the bot view this channel.',
  notDeleted: 'Discord did not answer, so it may still be there. Press Delete again in a minute.',
  confirm: 'Delete',
} as const;

/** What is said to who pressed Cancel where nothing is cancelled. */
export const CANCEL_WORDS = {
  'not-yours':
    'Only the member who asked for these pictures, or somebody who may manage messages here, can cancel them.',
  'too-late':
    'It is finished already and on its way. If you do not want it, press Delete under it; it is charged.',
  'not-running': 'Nothing is being made here any more, so there is nothing to cancel.',
} as const;

/** Asks whether pictures are really to be deleted. */
export const confirmText = (pictures: number | undefined): string =>
  `Delete this message${pictures === undefined ? '' : ` and its ${pictures === 1 ? 'picture' : `${pictures} pictures`}`} for everybody? It cannot be taken back, and its credits are not given back.`;

/** What a list of styles or shapes asks and offers. */
interface ChoiceWords {
  readonly question: (count: number) => string;
  readonly placeholder: string;
  readonly choices: ReturnType<typeof choicesOf>;
}

const anew = (count: number): string =>
  `Your choice makes ${counted(count, 'new picture')} from the same words and seed, in a message of ${count === 1 ? 'its' : 'their'} own, charged to you as \`/imagine\` is.`;

/** The lists behind Style… and Shape…. */
export const CHOICES: Readonly<Record<'style' | 'shape', ChoiceWords>> = {
  style: {
    question: (count) => `Which style? ${anew(count)}`,
    placeholder: 'Choose a style',
    choices: styleChoices(),
  },
  shape: {
    question: (count) => `Which shape? ${anew(count)}`,
    placeholder: 'Choose a shape',
    choices: choicesOf(ASPECT_RATIOS),
  },
};

/** Beside the choice that a picture has already. */
export const AS_IT_IS = 'As it is now';
